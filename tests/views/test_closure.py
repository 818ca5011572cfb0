"""The largest causally closed vector, compared with trying them all."""

from collections.abc import Callable, Mapping
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from eventkeep import vector
from eventkeep.closure import closed, order
from tests.views.histories import SERVICES, Stores, histories

Causes = Mapping[tuple[str, int], vector.Vector]


def asked(causes: Causes) -> Callable[[str, int], vector.Vector]:
    """The causes of an event, as closure asks for them."""
    return lambda service, version: causes.get((service, version), {})


def is_closed(tried: vector.Vector, causes: Causes) -> bool:
    """Whether every event of a vector has its causes in it, of the services that it names."""
    events = [(service, version) for service in tried for version in range(1, tried[service] + 1)]
    return all(vector.covers(tried, vector.only(causes.get(e, {}), frozenset(tried))) for e in events)


def by_trying_all(whole: vector.Vector, causes: Causes) -> dict[str, int]:
    """The closed vector within another that covers all closed ones."""
    tried = [dict(zip(whole, each, strict=True)) for each in product(*(range(v + 1) for v in whole.values()))]
    found = [each for each in tried if is_closed(each, causes)]
    [largest] = [each for each in found if all(vector.covers(each, other) for other in found)]
    return largest


wholes = st.fixed_dictionaries(dict.fromkeys("abc", st.integers(0, 3)))
any_causes = st.dictionaries(
    st.tuples(st.sampled_from("abc"), st.integers(1, 3)),
    st.dictionaries(st.sampled_from("abcd"), st.integers(1, 4), max_size=3),
    max_size=7,
)


@settings(max_examples=200, deadline=None)
@given(wholes, wholes, any_causes)
def test_it_is_the_largest_of_all_closed_vectors(
    part: vector.Vector, whole: vector.Vector, causes: Causes
) -> None:
    """Whatever the causes name: missing, unknown services, even each other. From nothing or from a part."""
    assert closed({}, whole, asked(causes)) == by_trying_all(whole, causes)
    start = by_trying_all({s: min(part[s], whole[s]) for s in whole}, causes)
    assert closed(start, whole, asked(causes)) == by_trying_all(whole, causes)


def test_what_misses_a_cause_waits_and_all_that_builds_on_it() -> None:
    """One missing event holds back its effects in every service, and nothing else."""
    causes = {
        ("plans", 2): {"meetings": 2},
        ("progress", 1): {"plans": 2},
        ("contacts", 1): {"plans": 1},
    }
    whole = {"contacts": 1, "meetings": 1, "plans": 3, "progress": 2}
    shown = {"contacts": 1, "meetings": 1, "plans": 1, "progress": 0}
    assert closed({}, whole, asked(causes)) == shown
    assert closed(shown, whole | {"meetings": 2}, asked(causes)) == whole | {"meetings": 2}


def test_services_that_nobody_listens_to_here_are_no_cause() -> None:
    """A reference copy over two services closes over those two."""
    causes = {("plans", 1): {"progress": 9, "contacts": 1}}
    assert closed({}, {"contacts": 1, "plans": 1}, asked(causes)) == {"contacts": 1, "plans": 1}


def test_what_is_shown_stays_shown() -> None:
    """Never back, also where a service has nothing new; and what lies behind isn't asked for again."""

    def causes(service: str, version: int) -> vector.Vector:
        assert (service, version) == ("a", 4)
        return {"b": 3}

    assert closed({"a": 3, "b": 2}, {"a": 4, "b": 0}, causes) == {"a": 3, "b": 2}


@settings(max_examples=50, deadline=None)
@given(histories())
def test_told_one_by_one_each_comes_after_its_causes(stores: Stores) -> None:
    """For readers that tell a family's events in one line: all of them, each once."""
    end = {service: len(store) for service, store in stores.items()}
    told: dict[str, int] = dict.fromkeys(SERVICES, 0)
    for service, version in order({}, end, lambda s, v: stores[s][v - 1].envelope.causes):
        assert version == told[service] + 1
        assert vector.covers(told, stores[service][version - 1].envelope.causes)
        told[service] = version
    assert told == end
