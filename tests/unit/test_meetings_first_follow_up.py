"""By when the first follow-up is to be: after help began, and when an assessment ends. X-03."""

from datetime import date, timedelta
from typing import Any

import pytest

from contracts.ids import InterventionId
from contracts.meetings.events import (
    FollowUpLate,
    MeetingKind,
    MeetingsSuspended,
)
from contracts.plans.events import InterventionEnded, InterventionResult, InterventionStarted
from eventkeep.testing import folded
from services.meetings.follow_up import NoteAssessmentEnded, months_after
from services.meetings.reference import Known, evolve_plans
from tests.unit.family import FAMILY, MEETING, numbered
from tests.unit.meetings_commands import HOLD, NOTE_ASSESSMENT
from tests.unit.meetings_story import CALLED, KNOWN, NEXT_MEETING, met, the_meeting
from tests.unit.story import HELD, HELPED, STARTS
from tests.unit.test_meetings_follow_up import FOLLOWED_UP, NEXT_CALLED, NEXT_DAY


def late(latest: date, on: date) -> FollowUpLate:
    """A warning."""
    return FollowUpLate(family=FAMILY, meeting=MEETING, follow_up_on=on, latest=latest)


STARTED = InterventionStarted(family=FAMILY, intervention=HELPED.intervention, started_on=date(2024, 1, 10))
CANCELLED = InterventionEnded(
    family=FAMILY,
    intervention=HELPED.intervention,
    ended_on=date(2024, 2, 1),
    result=InterventionResult.CANCELLED,
    reason="not needed",
    revision=3,
)
EARLY = HELPED.model_copy(update={"intervention": numbered(InterventionId, 2), "starts": date(2024, 2, 1)})


@pytest.mark.parametrize(
    ("helped", "latest"),
    [
        ((), date(2024, 6, 1)),
        ((HELPED,), date(2024, 6, 1)),
        ((EARLY, HELPED), date(2024, 5, 1)),
        ((HELPED, STARTED), date(2024, 4, 10)),
        ((HELPED, STARTED, STARTED.model_copy(update={"started_on": date(2024, 2, 20)})), date(2024, 4, 10)),
        ((EARLY.model_copy(update={"intervention": HELPED.intervention}), CANCELLED), date(2024, 6, 1)),
    ],
    ids=["no help", "help later", "help earlier", "it started earlier", "after a pause", "cancelled"],
)
def test_a_late_first_follow_up_is_warned_of_and_never_refused(helped: tuple[Any, ...], latest: date) -> None:
    """X-03: later than three months after help began, or after the meeting where none began before it."""
    known = Known(KNOWN.contacts, folded(evolve_plans, KNOWN.plans, *helped))
    for on, warned in ((latest, False), (latest + timedelta(days=1), True)):
        agreed = HELD.agreements.model_copy(update={"follow_up_on": on})
        held = HELD.model_copy(update={"agreements": agreed})
        outcome = the_meeting().with_known(known).when(HOLD.model_copy(update={"follow_up_on": on}))
        outcome.then(*((held, late(latest, on)) if warned else (held,)))


def test_the_first_meeting_is_the_one_held_first() -> None:
    """X-03: whichever was recorded first."""
    second = HELD.model_copy(update={"meeting": NEXT_MEETING, "held_at": NEXT_DAY})
    on = date(2024, 6, 2)
    agreed = HELD.agreements.model_copy(update={"follow_up_on": on})
    hold = HOLD.model_copy(update={"follow_up_on": on, "at": NEXT_DAY})
    met(NEXT_CALLED, second, CALLED).when(hold).then(
        HELD.model_copy(update={"agreements": agreed}), late(date(2024, 6, 1), on)
    )


def ended(on: date) -> NoteAssessmentEnded:
    """An assessment ended on a day."""
    return NOTE_ASSESSMENT.model_copy(update={"ended_on": on})


def test_an_assessment_that_ends_before_the_first_follow_up_is_warned_of() -> None:
    """X-03: unless the follow-up is by then, or the meeting was on that day or later; of each earlier day once."""
    held = the_meeting(HELD)
    warned = held.when(NOTE_ASSESSMENT).then(late(date(2024, 4, 1), date(2024, 5, 1)))
    for day in (date(2024, 4, 1), date(2024, 4, 9)):
        warned.when(ended(day)).then()
    warned.when(ended(date(2024, 3, 9))).then(late(date(2024, 3, 9), date(2024, 5, 1)))
    held.when(ended(date(2024, 4, 30))).then(late(date(2024, 4, 30), date(2024, 5, 1)))
    for day in (date(2024, 2, 1), date(2024, 3, 1), date(2024, 5, 1), date(2024, 5, 2)):
        held.when(ended(day)).then()
    the_meeting().when(NOTE_ASSESSMENT).then()


def test_only_the_first_follow_up_is_waited_for_by_an_assessment() -> None:
    """X-03: that of the last meeting before it; nothing is waited for in a closed case."""
    between = NEXT_CALLED.model_copy(update={"kind": MeetingKind.NETWORK})
    later = FOLLOWED_UP.model_copy(update={"held_at": STARTS + timedelta(days=20)})
    on = date(2024, 9, 1)
    met(CALLED, HELD, between, later).when(NOTE_ASSESSMENT).then(
        late(date(2024, 4, 1), on).model_copy(update={"meeting": NEXT_MEETING})
    )
    met(CALLED, HELD, NEXT_CALLED, later).when(NOTE_ASSESSMENT).then()
    suspended = MeetingsSuspended(family=FAMILY, reason="goals reached")
    the_meeting(HELD, suspended).when(NOTE_ASSESSMENT).then()


def test_three_months_later_is_the_same_day_or_the_last_of_the_month() -> None:
    """X-03."""
    for day, after in (
        (date(2024, 3, 1), date(2024, 6, 1)),
        (date(2023, 11, 30), date(2024, 2, 29)),
        (date(2024, 10, 31), date(2025, 1, 31)),
        (date(2024, 12, 31), date(2025, 3, 31)),
    ):
        assert months_after(day, 3) == after
