"""The targets of made-up lives, held against a reckoning by hand that shares no code with them. INV-54 to INV-56."""

import operator
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple, cast

import pytest
from hypothesis import given, settings

from contracts.contacts.events import (
    FamilyAdmitted,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyRegistered,
)
from contracts.progress.events import BaselineRecorded, Measured, RegistrationCorrected
from contracts.shapes import Event
from services.overview.outcomes.tally import Tally
from services.overview.outcomes.targets import Row, targets, together
from tests.views.family_courses import course_of
from tests.views.made_courses import Made, courses
from tests.views.targets_by_hand import ByHand, Verdict


class Counts(NamedTuple):
    """What is counted of a row: how many, how far they moved from what to what, and each family's own share."""

    met: int
    decided: int
    not_yet: int
    not_measurable: int
    change: Fraction
    before: int
    now: int
    shares: Fraction
    families: int
    among: int


Plain = dict[str, Counts]


def counted(made: Made) -> Plain:
    """As overview counts."""
    found = targets(course_of(made.life, made.forgotten), made.day)
    return {row: _plain(stands) for row, stands in found.items()}


def _plain(stands: Tally) -> Counts:
    return Counts(
        stands.met,
        stands.decided,
        stands.not_yet,
        stands.not_measurable,
        stands.change,
        stands.before,
        stands.now,
        stands.shares,
        stands.families,
        stands.among,
    )


def by_hand(made: Made) -> Plain:
    """As somebody counts who goes through the days."""
    rows = ByHand(made.life, made.day, made.forgotten).rows()
    return {row: _summed(rows.get(row, [])) for row in Row}


def _summed(verdicts: list[Verdict]) -> Counts:
    """Of one family: its own share is one number, whoever of it is counted."""
    many = Counter(each.word for each in verdicts)
    decided = many["met"] + many["not-met"]
    return Counts(
        many["met"],
        decided,
        many["not-yet"],
        many["not-measurable"],
        sum((each.change for each in verdicts if each.change is not None), Fraction(0)),
        sum(each.before for each in verdicts),
        sum(each.now for each in verdicts),
        Fraction(many["met"], decided) if decided else Fraction(0),
        1 if decided else 0,
        1 if verdicts else 0,
    )


@settings(max_examples=120, deadline=None)
@given(courses())
def test_each_row_is_as_counted_by_hand(made: Made) -> None:
    assert counted(made) == by_hand(made)


@settings(max_examples=60, deadline=None)
@given(courses())
def test_facts_of_later_days_do_not_count(made: Made) -> None:
    """As of any day. What says when somebody was born, and corrections, are of no day: they say how it always was. So is
    what the instrument of a baseline measures, which the first measurement on it says."""
    life = [each for each in made.life if not _of_another_day(each[1])]
    begun = {each.instrument for _, each in life if isinstance(each, BaselineRecorded)}

    def of_no_day(event: Event) -> bool:
        return isinstance(event, _OF_NO_DAY) or (isinstance(event, Measured) and event.instrument in begun)

    kept = [each for each in life if each[0] <= made.day or of_no_day(each[1])]
    assert counted(replace(made, life=kept)) == counted(replace(made, life=life))


def _of_another_day(event: Event) -> bool:
    """Says that something was on another day than it was told to be."""
    return isinstance(event, RegistrationCorrected) and event.day is not None


_OF_NO_DAY = (
    FamilyAdmitted,
    FamilyRegistered,
    FamilyMemberAdded,
    FamilyMemberChanged,
    RegistrationCorrected,
)


@settings(max_examples=40, deadline=None)
@given(courses(), courses())
def test_families_add_up(one: Made, other: Made) -> None:
    first, second = (targets(course_of(each.life, each.forgotten), one.day) for each in (one, other))
    by_hands = (by_hand(one), by_hand(replace(other, day=one.day)))
    both = together([first, second])
    for row in Row:
        one_s, other_s = (cast(tuple[Fraction, ...], _plain(each[row])) for each in (first, second))
        assert _plain(both[row]) == tuple(map(operator.add, one_s, other_s))
        shares = [Fraction(each[row].met, each[row].decided) for each in by_hands if each[row].decided]
        assert both[row].mean_of_families == (sum(shares) / len(shares) if shares else None)


@pytest.mark.long
def test_each_row_of_thousands_of_lives_is_as_counted_by_hand() -> None:
    """In some of them each row is met, missed, awaited and not measurable, as far as it can be."""
    seen: Counter[tuple[str, str]] = Counter()

    @settings(max_examples=3_000, deadline=None, database=None, derandomize=True)
    @given(courses())
    def look(made: Made) -> None:
        found = counted(made)
        assert found == by_hand(made)
        for row, (met, decided, not_yet, not_measurable, *_) in found.items():
            seen[row, "met"] += met
            seen[row, "missed"] += decided - met
            seen[row, "awaited"] += not_yet
            seen[row, "not measurable"] += not_measurable

    look()
    never = {key for key in ((row, each) for row in Row for each in _EACH) if not seen[key]}
    assert never == _NEVER


_EACH = ("met", "missed", "awaited", "not measurable")
_NO_CLOCK = {Row.T01, Row.T09, Row.T10, Row.FOURTEEN, Row.T12, Row.T13, Row.T14, Row.T24}
_NEVER = (
    {(row, "awaited") for row in _NO_CLOCK}
    | {(row, "not measurable") for row in (Row.T09, Row.FOURTEEN, Row.T12, Row.T13, Row.T24)}
    | {(Row.T13, "missed")}
)
