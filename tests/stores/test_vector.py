"""Version vectors: what they say, and which covers which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkeep import vector

SERVICES = ("contacts", "meetings", "plans", "progress")
VECTORS = st.dictionaries(st.sampled_from(SERVICES), st.integers(0, 2**53))


def shown(given_: vector.Vector) -> dict[str, int]:
    """A vector without its zeros: they say nothing."""
    return {service: version for service, version in given_.items() if version}


@given(VECTORS)
def test_a_vector_survives_its_text(one: dict[str, int]) -> None:
    """One vector has one text, in alphabetical order."""
    assert vector.parse(vector.text(one)) == shown(one)
    assert vector.text(dict(reversed(list(one.items())))) == vector.text(one)


def test_a_vector_reads_as_the_design_writes_it() -> None:
    """`contacts=7,meetings=4,plans=12,progress=9` names a state of a family."""
    named = {"plans": 12, "progress": 9, "meetings": 4, "contacts": 7}
    assert vector.text(named) == "contacts=7,meetings=4,plans=12,progress=9"
    assert vector.parse("") == {}


@pytest.mark.parametrize(
    "wrong", ["plans", "plans=", "=1", "plans=-1", "plans=1.5", "plans=x", "plans=1,", "plans=1,plans=2", ","]
)
def test_what_is_no_vector_is_an_error(wrong: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(ValueError, match="not a version vector"):
        vector.parse(wrong)


@given(VECTORS, VECTORS, VECTORS)
def test_joining_gives_the_smallest_that_covers(
    one: dict[str, int], two: dict[str, int], three: dict[str, int]
) -> None:
    """In any order and grouping, and repeating changes nothing."""
    joined = vector.join(one, two)
    assert vector.covers(joined, one)
    assert vector.covers(joined, two)
    assert all(joined[service] in (one.get(service), two.get(service)) for service in joined)
    assert shown(vector.join(two, one)) == shown(joined)
    assert vector.join(joined, three) == vector.join(one, vector.join(two, three))
    assert vector.join(joined, one) == joined


@given(VECTORS, VECTORS)
def test_what_is_missing_is_what_keeps_it_from_covering(one: dict[str, int], two: dict[str, int]) -> None:
    """Covered = nothing missing; and what is missing is named with the version wanted."""
    lacking = vector.missing(one, two)
    assert (lacking == {}) == vector.covers(one, two)
    assert vector.covers(vector.join(one, lacking), two)
    assert all(lacking[service] == two[service] > one.get(service, 0) for service in lacking)


@given(VECTORS, st.frozensets(st.sampled_from(SERVICES)))
def test_only_keeps_those_services(one: dict[str, int], services: frozenset[str]) -> None:
    """A read with a token waits only for the components that the service listens to."""
    assert vector.only(one, services) == {s: v for s, v in one.items() if s in services}
