"""A message of a department's system is read without trust: what isn't as it should be is refused, in words of our own."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkeep.cloudevent import ABOUT
from eventkeep.inbox.message import LONGEST, Place, attributes, named, read
from eventkeep.refused import Refused

PLACE = Place("school", "helhed.inbox.school.v1", 3, 17)
SAID = {
    "specversion": "1.0",
    "id": "a-1",
    "source": "/case-system",
    "type": "helhed.inbox.visit-made.v1",
    "subject": "family/0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a",
    "actor": "professional:0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a",
    "data": {"place": "home"},
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)

CODES = {"", "message_invalid", "message_unreadable", "message_too_large", "cpr_number_sent", "text_has_nul"}


def refusal(said: Any) -> Refused:
    """How attributes are refused."""
    with pytest.raises(Refused) as caught:
        read(said, PLACE)
    assert caught.value.danish
    return caught.value


def test_a_careful_message_is_read_with_all_that_it_says() -> None:
    about = {
        "orgunit": "0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a",
        "klesubject": "27.24.00",
        "caseid": "SAG-2025/17",
        "sorid": "328081000016005",
    }
    more = {"time": "2025-11-20T10:00:00+01:00", "after": "t0ken", "unknown": {"of": "later"}}
    found = read({**SAID, **about, **more}, PLACE)
    assert (found.id, found.place, found.data) == ("a-1", PLACE, {"place": "home"})
    assert (found.about, found.after) == (about, "t0ken")
    assert found.time is not None
    assert found.time.isoformat() == "2025-11-20T09:00:00+00:00"


def test_whom_nobody_stands_for_is_read_too() -> None:
    """Whether a system may say such a thing by itself is decided by what it is."""
    without = {name: value for name, value in SAID.items() if name != "actor"}
    assert read(without, PLACE).actor == read({**SAID, "actor": None}, PLACE).actor == ""


@pytest.mark.parametrize("value", [None, b"", b"{", b"[]", b"null", b"\xff", b'{"a":NaN}'])
def test_what_is_no_json_object_has_no_attributes(value: bytes | None) -> None:
    with pytest.raises(Refused) as caught:
        attributes(value)
    assert caught.value.code == "message_unreadable"


def test_a_message_has_its_limit() -> None:
    assert attributes(b"{" + b" " * (LONGEST - 2) + b"}") == {}
    with pytest.raises(Refused) as caught:
        attributes(b"{" + b" " * (LONGEST - 1) + b"}")
    assert caught.value.code == "message_too_large"
    assert caught.value.facts == {"bytes": str(LONGEST + 1), "at_most": str(LONGEST)}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(
            (name, wrong)
            for name in ("id", "source", "type", "subject")
            for wrong in (None, 7, "", "æ", "x\n")
        ),
        *(("actor", wrong) for wrong in (7, "", "æ", "x\n", [])),
        ("id", "x" * 201),
        ("type", "Helhed.Visit"),
        ("specversion", "0.3"),
        ("data", None),
        ("data", []),
        ("time", "yesterday"),
        ("time", "2025-11-20T10:00:00"),
        ("time", 1_700_000_000),
        ("after", "two words"),
        ("traceparent", "00-1-1-01"),
        ("orgunit", "unit 7"),
        ("klesubject", "27.24.0"),
        ("caseid", "x" * 65),
        ("sorid", "1234567890"),
    ],
)
def test_an_attribute_that_is_wrong_is_named(name: str, value: Any) -> None:
    refused = refusal({**SAID, name: value})
    assert refused.code == "message_invalid"
    assert refused.facts == {"attribute": name}


DAY, SERIAL = "3102" + "03", "1234"
"""A day that there never was, so that it is nobody's number."""
NUMBER = DAY + SERIAL


@pytest.mark.parametrize(
    "number",
    [
        *(
            f"{DAY}{between}{SERIAL}"
            for between in ("", "-", " ", "  ", "\u2013", "\u00a0", "\u2011", " - ", "\u2212")
        ),
        *(f"31{between}02{between}03-{SERIAL}" for between in (".", " ", "-", "/")),
        *(f"case{NUMBER}", f"{NUMBER}-A", f"{NUMBER}d", f"{NUMBER}x", f"({NUMBER})", f"CPR:{NUMBER}"),
        *(f"SAG-2025-{NUMBER}", f"SAG-31-02-03-{SERIAL}", f"SAG-{DAY}-{SERIAL}", f"2025-11-20 {NUMBER}"),
        f"0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a/{NUMBER}",
    ],
)
@pytest.mark.parametrize("place", ["subject", "caseid", "data", "name", "deep"])
def test_no_cpr_number_comes_in_anywhere(number: str, place: str) -> None:
    """X-05: nor is it said again in the refusal."""
    said: dict[str, Any] = {
        "subject": {"subject": f"person/cpr/{number}"},
        "caseid": {"caseid": number},
        "data": {"data": {"conclusion": f"About {number}."}},
        "name": {"data": {number: 1}},
        "deep": {"data": {"a": [[{"b": number}]]}},
    }[place]
    refused = refusal({**SAID, **said})
    assert refused.code == "cpr_number_sent"
    assert number not in f"{refused.sentence} {refused.next_step} {refused.facts}"


@pytest.mark.parametrize(
    "caseid", [f"case{NUMBER}", f"SAG-2025-{NUMBER}", f"{NUMBER}-A", f"31.02.03-{SERIAL}"]
)
def test_no_case_is_called_by_a_cpr_number(caseid: str) -> None:
    """It would stand in clear with each event: it is well written, and refused for what it is."""
    assert ABOUT["caseid"].match(caseid)
    assert refusal({**SAID, "caseid": caseid}).code == "cpr_number_sent"


@pytest.mark.parametrize(
    "text",
    [
        *("0192f0c1-2b3c-7d4e-8f5a-310203123412", "310203" + "12-3412-7d4e-8f5a-0192f0c12b3c"),
        *(f"5f{NUMBER}ab77c0ffee00aa", f"00-5f{NUMBER}ab77c0ffee00aa77889900-ab{NUMBER}abcd-01"),
        *(
            "2025-11-20T10:00:05.12345678+01:00",
            "2025-11-05-090000",
            "SAG-2025-11-05-123456",
            "2025-11-05 09:00:00",
        ),
        *("20251120", "20.11.2025", "20. 11. 2025 kl. 10.30", "27.24.00", "20.11.25", "1764230400"),
        *("12345678", "10 11 25 12", "+45 10112512", "+4510112512", "004520112512", "20112512 og 20112513"),
        *(
            "328081000016005",
            f"1{NUMBER}",
            f"{NUMBER}1",
            f"99{DAY}{SERIAL}",
            f"3113{DAY}",
            "barnets lov § 32",
        ),
    ],
)
def test_ids_days_and_telephone_numbers_are_no_cpr_numbers(text: str) -> None:
    assert read({**SAID, "data": {"a": text}}, PLACE).data == {"a": text}


def test_a_nul_is_refused() -> None:
    assert refusal({**SAID, "data": {"a": ["b\0"]}}).code == "text_has_nul"


def test_an_answer_repeats_what_names_the_message_and_nothing_else() -> None:
    assert named(SAID, "id") == "a-1"
    for wrong in (None, 7, "x" * 201, "0102" + "03-1234", "\u202e", ""):
        assert named({"id": wrong}, "id") is None


def answered(value: bytes) -> str:
    """The code of the refusal; "" where it is read."""
    try:
        read(attributes(value), PLACE)
    except Refused as refused:
        return refused.code
    return ""


@given(st.dictionaries(st.sampled_from([*SAID, "time", "after", "caseid"]) | st.text(), JSON))
def test_anything_is_read_or_refused(more: dict[str, Any]) -> None:
    """Never anything else, whatever it is."""
    assert answered(json.dumps({**SAID, **more}).encode()) in CODES


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(value: bytes) -> None:
    assert answered(value) in CODES
