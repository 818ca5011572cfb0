"""What becomes of the meetings when the family's case is closed, and when it is opened again."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from contracts.contacts.events import (
    CoordinatorVacated,
    FamilyClosed,
    FamilyEvent,
    FamilyReopened,
    ProfessionalDetached,
    TeamMemberRemoved,
)
from contracts.ids import AssessmentId
from contracts.meetings.events import (
    AgreementOverdue,
    FollowUpOverdue,
    MeetingsResumed,
    MeetingsSuspended,
    NetworkMeetingCancelled,
)
from contracts.plans.events import AssessmentCompleted, Method, PlanClosed
from contracts.shapes import Actor
from eventkeep.testing import Given, folded, said
from services.meetings.closing import ResumeMeetings, SuspendMeetings
from services.meetings.dues import SERVICE, dues
from services.meetings.follow_up import NoteAssessmentEnded
from services.meetings.known_contacts import evolve_contacts
from services.meetings.participation import ReviewParticipation
from services.meetings.reactions import react
from services.meetings.reference import Known, evolve_plans
from services.words import VOCABULARIES
from tests.unit.family import (
    BY_ANNA,
    BY_TEAM,
    FAMILY,
    MEETING,
    PASSER_BY,
    PLAN,
    SOFIE,
    TOMAS,
    ULLA,
    numbered,
    professional,
)
from tests.unit.meetings_commands import (
    ATTEND,
    HOLD,
    NOTE_AGREEMENT,
    NOTE_FOLLOW_UP,
    PROMISE,
    PUBLISH,
    RESUME,
    SIT,
    SUSPEND,
)
from tests.unit.meetings_story import (
    AGAIN,
    ATTENDED,
    CALLED,
    KNOWN,
    PROMISED,
    PUBLISHED,
    SAT,
    met,
    the_meeting,
)
from tests.unit.story import DRAFTED, HELD

CLOSED = FamilyClosed(family=FAMILY, reason="goals reached")
REOPENED = FamilyReopened(family=FAMILY, reason="new needs")
SUSPENDED = MeetingsSuspended(family=FAMILY, reason="goals reached")
RESUMED = MeetingsResumed(family=FAMILY)
CANCELLED = NetworkMeetingCancelled(family=FAMILY, meeting=MEETING, reason="family-closed")
AHEAD = CALLED.model_copy(update={"starts_at": SUSPEND.at + timedelta(days=7)})
NEXT = AHEAD.model_copy(update=AGAIN)
FOLLOW_UP_OVERDUE = FollowUpOverdue(family=FAMILY, meeting=MEETING, due_on=date(2024, 5, 1))
ACTION_OVERDUE = AgreementOverdue(family=FAMILY, agreement=PROMISED.agreement, due_on=PROMISED.due_on)


def after(family: Given, *events: FamilyEvent) -> Given:
    """The same meetings, after contacts said this."""
    contacts = folded(evolve_contacts, KNOWN.contacts, *events)
    return family.with_known(Known(contacts, KNOWN.plans))


def test_closing_cancels_what_is_called_ahead() -> None:
    """Q15, R01, INV-26: each meeting by its own event, once."""
    closed = after(met(AHEAD, NEXT), CLOSED).when(SUSPEND)
    held = closed.then(SUSPENDED, CANCELLED, CANCELLED.model_copy(update=AGAIN))
    held.when(SUSPEND).then()
    after(met(), CLOSED).when(SUSPEND).then(SUSPENDED)


def test_closing_leaves_what_was_held_or_cancelled_and_what_may_have_been_held() -> None:
    """R01: a meeting whose hour had come is still recorded."""
    cancelled = CANCELLED.model_copy(update={"reason": "illness"})
    after(the_meeting(HELD, NEXT, CANCELLED.model_copy(update=AGAIN)), CLOSED).when(SUSPEND).then(SUSPENDED)
    after(met(AHEAD, cancelled), CLOSED).when(SUSPEND).then(SUSPENDED)
    earlier = CALLED.model_copy(update={"starts_at": SUSPEND.at})
    after(met(earlier), CLOSED).when(SUSPEND).then(SUSPENDED)
    left = met(earlier, SUSPENDED).when(HOLD)
    assert left.refusal is None


LAST_DAY = SUSPEND.at.date()
ENDED: tuple[FamilyEvent, ...] = (
    CoordinatorVacated(family=FAMILY, professional=SOFIE),
    *(
        ProfessionalDetached(family=FAMILY, professional=who, reason="family-closed", detached_on=LAST_DAY)
        for who in (SOFIE, TOMAS, ULLA)
    ),
    CLOSED,
)
PLAN_CLOSED = PlanClosed(family=FAMILY, plan=PLAN, reason="goals reached")


@pytest.mark.parametrize("by", [BY_TEAM, BY_ANNA, professional(PASSER_BY)])
def test_what_was_held_before_the_case_was_closed_is_recorded(by: Actor) -> None:
    """R01: in whole, with the plan that lay on the table and those who were around the family then."""
    known = Known(folded(evolve_contacts, KNOWN.contacts, *ENDED), evolve_plans(KNOWN.plans, PLAN_CLOSED))
    family = met(CALLED, SUSPENDED).with_known(known)
    for command, event in (
        (ATTEND, ATTENDED),
        (SIT, SAT),
        (HOLD, HELD),
        (PROMISE, PROMISED),
        (PUBLISH, PUBLISHED),
    ):
        family = family.when(command.model_copy(update={"by": by})).then(event)
    stranger = HOLD.model_copy(update={"by": by, "follow_up_professionals": (PASSER_BY,)})
    met(CALLED, SUSPENDED).with_known(known).when(stranger).refused("professional_not_attached")


def test_what_was_opened_or_closed_again_meanwhile_decides() -> None:
    """Q15: two events of contacts that came close together."""
    after(met(AHEAD), CLOSED, REOPENED).when(SUSPEND).then()
    after(met(SUSPENDED), CLOSED, REOPENED, CLOSED).when(RESUME).then()
    after(met(AHEAD, SUSPENDED), CLOSED, REOPENED, CLOSED).when(SUSPEND).then(CANCELLED)


def test_opening_again_waits_again() -> None:
    """Q15, INV-26: once."""
    after(met(SUSPENDED), CLOSED, REOPENED).when(RESUME).then(RESUMED).when(RESUME).then()


def test_a_closed_case_waits_for_nothing_and_an_open_one_does_again() -> None:
    """INV-26, A24: the follow-up and what somebody was to do."""
    days = [date(2024, 3, 8), date(2024, 5, 1)]
    assert [due.on for due in dues(FAMILY, the_meeting(HELD, PROMISED).state)] == days
    assert list(dues(FAMILY, the_meeting(HELD, PROMISED, SUSPENDED).state)) == []
    assert [due.on for due in dues(FAMILY, the_meeting(HELD, PROMISED, SUSPENDED, RESUMED).state)] == days


@pytest.mark.parametrize(
    ("note", "overdue"), [(NOTE_FOLLOW_UP, FOLLOW_UP_OVERDUE), (NOTE_AGREEMENT, ACTION_OVERDUE)]
)
def test_nothing_is_overdue_in_a_closed_case(note: object, overdue: object) -> None:
    """INV-26, R01: it is refused, not passed over, so that the same reminder is heard after the case was reopened."""
    held = the_meeting(HELD, PROMISED)
    after(held, CLOSED).when(note).refused("family_closed")
    suspended = the_meeting(HELD, PROMISED, SUSPENDED)
    suspended.when(note).refused("family_closed")
    after(the_meeting(HELD, PROMISED, SUSPENDED, RESUMED), CLOSED, REOPENED).when(note).then(overdue)


def test_the_service_itself_does_it() -> None:
    """INV-40."""
    for command in (SUSPEND, RESUME):
        met().when(command.model_copy(update={"by": BY_TEAM})).refused("for_services_only")


AT = "2026-11-21T10:00:00+00:00"
WHEN = datetime(2026, 11, 21, 10, tzinfo=UTC)


def test_closing_and_opening_are_heard() -> None:
    """Q15: as of when it happened, though it was recorded later."""
    told = said(CLOSED, "contacts", 9, AT)
    recorded = replace(told, envelope=replace(told.envelope, time="2026-12-24T10:00:00+00:00"))
    assert react(VOCABULARIES, recorded) == react(VOCABULARIES, told)
    suspend = SuspendMeetings(by=SERVICE, at=WHEN, family=FAMILY, reason="goals reached")
    review = ReviewParticipation(by=SERVICE, at=WHEN, family=FAMILY)
    assert react(VOCABULARIES, told) == [suspend, review]
    resume = ResumeMeetings(by=SERVICE, at=WHEN, family=FAMILY)
    assert react(VOCABULARIES, said(REOPENED, "contacts", 10, AT)) == [resume]


def test_other_events_lead_to_nothing() -> None:
    """X-09."""
    removed = TeamMemberRemoved(family=FAMILY, professional=SOFIE)
    assert react(VOCABULARIES, said(removed, "contacts", 6, AT)) == []
    assert react(VOCABULARIES, said(DRAFTED, "plans", 1, AT)) == []


def test_an_assessment_that_ended_is_heard_with_its_day() -> None:
    """X-03: the day in Europe/Copenhagen on which it happened."""
    done = AssessmentCompleted(
        family=FAMILY, assessment=numbered(AssessmentId, 1), methods=(Method.ICF,), conclusion="Seen."
    )
    told = said(done, "plans", 9, "2026-11-21T23:30:00+00:00")
    [ended] = react(VOCABULARIES, told)
    assert ended == NoteAssessmentEnded(by=SERVICE, at=ended.at, family=FAMILY, ended_on=date(2026, 11, 22))
