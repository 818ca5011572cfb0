"""Any course of beginnings, ends, measurements and corrections, held against days that are counted one by one."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from contracts.ids import CorrectionId, MeasureId, OccupationId, RecordId
from tests.unit.family import numbered
from tests.unit.progress_commands import CORRECT, END, RECORD, START, but
from tests.unit.progress_story import how_it_goes

FIRST, DAYS = date(2024, 2, 1), 12
HORIZON = 100
"""What hasn't ended goes on until then, as far as days are counted here."""
COURSES = st.lists(
    st.tuples(
        st.sampled_from(["begin", "end", "end", "first day", "last day", "both days", "take back"]),
        st.integers(1, 3),
        st.integers(0, DAYS),
        st.integers(0, DAYS),
    ),
    max_size=14,
)
MEASURED = st.lists(
    st.tuples(
        st.sampled_from(["measure", "measure", "move", "take back"]),
        st.integers(1, 3),
        st.integers(0, 4),
        st.none(),
    ),
    max_size=12,
)


def day(number: int) -> date:
    """A day of the course."""
    return FIRST + timedelta(days=number)


@dataclass
class Terms:
    """Terms as plain numbers: first and last day of each, None where it goes on."""

    known: dict[int, tuple[int, int | None]] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)

    def takes(self, what: str, which: int, one: int, other: int) -> bool:
        """Whether this may happen; if so, it has."""
        if what == "begin":
            after = (one, None) if which not in self.known else None
        elif which not in self.known or which in self.gone:
            return False
        elif what == "take back":
            self.gone.add(which)
            return True
        else:
            after = self._changed(what, self.known[which], one, other)
        if after is None or not self._alone(which, after):
            return False
        self.known[which] = after
        return True

    @staticmethod
    def _changed(
        what: str, term: tuple[int, int | None], one: int, other: int
    ) -> tuple[int, int | None] | None:
        first, last = term
        if (what == "end") is (last is not None) and what != "first day":
            return None
        changed = {
            "end": (first, one),
            "first day": (one, last),
            "last day": (first, one),
            "both days": (one, other),
        }[what]
        return changed if changed[1] is None or changed[0] <= changed[1] else None

    def _alone(self, which: int, term: tuple[int, int | None]) -> bool:
        others = [each for n, each in self.known.items() if n not in (*self.gone, which)]
        return not any(_days(term) & _days(each) for each in others)


def _days(term: tuple[int, int | None]) -> set[int]:
    first, last = term
    return set(range(first, (HORIZON if last is None else last) + 1))


def command(step: int, what: str, which: int, one: int, other: int) -> Any:
    """What somebody would say."""
    occupation = numbered(OccupationId, which)
    if what == "begin":
        return but(START, occupation=occupation, started_on=day(one))
    if what == "end":
        return but(END, occupation=occupation, ended_on=day(one))
    right: dict[str, Any] = {
        "first day": {"day": day(one)},
        "last day": {"ended_on": day(one)},
        "both days": {"day": day(one), "ended_on": day(other)},
        "take back": {"taken_back": True},
    }[what]
    named = {"correction": numbered(CorrectionId, 100 + step), "corrects": RecordId(occupation)}
    return but(CORRECT, **named, value=None, **right)


@settings(max_examples=300, deadline=None)
@given(COURSES)
def test_terms_are_taken_as_long_as_no_day_belongs_to_two(course: list[tuple[str, int, int, int]]) -> None:
    """INV-56, INV-58, X-08: begun, ended, moved and taken back in any order."""
    terms, family = Terms(), how_it_goes()
    for step, (what, which, one, other) in enumerate(course):
        outcome = family.when(command(step, what, which, one, other))
        assert (outcome.refusal is None) is terms.takes(what, which, one, other), outcome.refusal
        family = outcome.after
    standing = {n: term for n, term in terms.known.items() if n not in terms.gone}
    for n, (first, last) in standing.items():
        record = family.state.records[RecordId(numbered(OccupationId, n))]
        assert (record.day, record.ended_on) == (day(first), None if last is None else day(last))


@settings(max_examples=200, deadline=None)
@given(MEASURED)
def test_a_day_has_one_measurement_however_they_were_moved(
    course: list[tuple[str, int, int, None]],
) -> None:
    """INV-58, X-08."""
    family = how_it_goes()
    days: dict[int, int | None] = {}
    for step, (what, which, on, _) in enumerate(course):
        measure = numbered(MeasureId, which)
        named = {"correction": numbered(CorrectionId, 100 + step), "corrects": RecordId(measure)}
        stands = days.get(which) is not None
        free = on not in [each for n, each in days.items() if n != which]
        if what == "measure":
            said: Any = but(RECORD, measure=measure, measured_on=day(on), period_from=None)
            good = which not in days and free
        elif what == "move":
            said = but(CORRECT, **named, value=None, day=day(on))
            good = stands and free
        else:
            said = but(CORRECT, **named, value=None, taken_back=True)
            good = stands
        outcome = family.when(said)
        assert (outcome.refusal is None) is good, outcome.refusal
        if good:
            days[which] = None if what == "take back" else on
        family = outcome.after
