"""Courses of goals as Hypothesis makes them up, and what the school is told of them: words sealed, as in a topic."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from contracts.ids import GoalId, PersonId, PlanId
from contracts.plans.events import (
    GoalAchieved,
    GoalClosed,
    GoalDefined,
    GoalEnding,
    GoalFate,
    GoalFateDecided,
    GoalMoved,
    GoalOverdue,
    GoalReplanned,
    GoalReworded,
    GoalShared,
    PlanClosed,
    PlanDrafted,
)
from contracts.shapes import Event, PartyKind
from eventkeep.cloudevent import HEADERS
from services.overview.out.ledger import Told
from tests.unit.family import ANNA, BO, FAMILY, numbered
from tests.views.out_town import Town
from tests.views.test_out_feed import TEACHER

GOALS = [numbered(GoalId, n) for n in range(1, 6)]
DATES = [None, *(date(2024, 3, 1) + timedelta(days=30 * n) for n in range(3))]
INTO = numbered(type(FAMILY), 99)


class Course(Town):
    """A family whose goals come and go, with a teacher attached."""

    def __init__(self) -> None:
        super().__init__()
        self.does(("attach", TEACHER, None))
        self._tells(PlanDrafted(family=FAMILY, plan=numbered(PlanId, 1), revision=1))

    def happens(self, event: Event) -> None:
        """Something is said of the goals."""
        self._tells(event)

    @property
    def records(self) -> list[dict[str, Any]]:
        """What the school's topic holds."""
        headers = {name: text.decode() for name, text in HEADERS}
        return [
            {"partition": 0, "offset": n, "value": each.value and each.value.decode(), "headers": headers}
            for n, each in enumerate(self.topics.records)
        ]


goals = st.sampled_from(GOALS)
levels = st.integers(1, 3)
ranks = st.integers(1, 4)
words = st.text(min_size=1, max_size=12).filter(str.strip)
of = {"family": st.just(FAMILY), "goal": goals, "revision": st.integers(2, 90)}
whose = {
    "owner_kind": st.just(PartyKind.PERSON),
    "owner": st.sampled_from([ANNA, BO]),
    "target_date": st.sampled_from(DATES),
}
placed = {"parent": st.none() | goals, "level": levels, "rank": ranks}
defined = st.builds(
    GoalDefined,
    **of,
    **placed,
    **whose,
    author_kind=st.just(PartyKind.PERSON),
    author=st.just(ANNA),
    own_words=words,
    professional_wording=st.none() | words,
)
things = st.one_of(
    defined,
    st.builds(GoalReworded, **of, professional_wording=words),
    st.builds(GoalReplanned, **of, **whose, rank=ranks),
    st.builds(GoalMoved, **of, **placed),
    st.builds(GoalAchieved, **of),
    st.builds(GoalClosed, **of, ending=st.sampled_from(GoalEnding), reason=words),
    st.builds(
        GoalOverdue, family=st.just(FAMILY), goal=goals, due_on=st.sampled_from([d for d in DATES if d])
    ),
    st.builds(
        GoalShared, family=st.just(FAMILY), goal=goals, person=st.sampled_from([ANNA, BO, PersonId(ANNA)])
    ),
    st.builds(GoalFateDecided, **of, fate=st.sampled_from(GoalFate), into=st.just(INTO)),
    st.builds(PlanClosed, family=st.just(FAMILY), plan=st.just(numbered(PlanId, 1)), reason=st.just("done")),
)
courses = st.lists(st.tuples(things, st.booleans()), min_size=3, max_size=30)
"""What happens, and whether the department is told right after it."""


async def lived(course: Sequence[tuple[Event, bool]], grant: int = 1) -> list[dict[str, Any]]:
    """The school's records of a course. A goal is defined once, and a closed plan is followed by another."""
    town = Course()
    town.kept.rows["school"] = Told("school", grant - 1, 0, "", b"", False, False, 0, ())
    await town.tick()
    there: set[GoalId] = set()
    for event, told in course:
        named: Any = getattr(event, "goal", None)
        if isinstance(event, GoalDefined) == (named in there) and named is not None:
            continue  # no domain says it
        town.happens(event)
        if isinstance(event, GoalDefined):
            there.add(event.goal)
        if isinstance(event, PlanClosed):
            town.happens(PlanDrafted(family=FAMILY, plan=numbered(PlanId, 1), revision=1))
            there.clear()
        if told:
            await town.tick()
    await town.tick()
    return town.records
