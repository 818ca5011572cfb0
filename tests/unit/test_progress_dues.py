"""What is due by the clock, and what becomes of it when the case is closed and opened again."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from contracts.contacts.events import FamilyClosed, FamilyReopened, ProfessionalDetached
from contracts.progress.events import (
    DeviationActionTaken,
    DeviationClosed,
    DeviationOverdue,
    DeviationReplanned,
    DeviationsResumed,
    DeviationsSuspended,
)
from contracts.shapes import PartyKind
from eventkeep.testing import said
from services.progress.closing import ResumeDeviations, SuspendDeviations
from services.progress.dues import SERVICE, dues
from services.progress.reactions import react
from services.words import VOCABULARIES
from tests.unit.family import ANNA, BY_ANNA, BY_TEAM, FAMILY, SOFIE
from tests.unit.progress_commands import NOTE_OVERDUE, RESUME, SUSPEND, but
from tests.unit.progress_story import DEVIATION, NEXT_WEEK, REPORTED, TODAY, contacts_say, how_it_goes

NOW = datetime(2024, 6, 1, tzinfo=UTC)
MOVED = DeviationReplanned(
    family=FAMILY, deviation=DEVIATION, owner=ANNA, owner_kind=PartyKind.PERSON, due_on=date(2024, 4, 1)
)
OVERDUE = DeviationOverdue(family=FAMILY, deviation=DEVIATION, due_on=NEXT_WEEK)
ACTED = DeviationActionTaken(family=FAMILY, deviation=DEVIATION, words="Done.", taken_on=TODAY)
ENDED = DeviationClosed(family=FAMILY, deviation=DEVIATION, plan_changes=False, closed_on=TODAY)
CLOSED = FamilyClosed(family=FAMILY, reason="goals reached")
REOPENED = FamilyReopened(family=FAMILY, reason="new needs")
SUSPENDED = DeviationsSuspended(family=FAMILY, reason="goals reached")
RESUMED = DeviationsResumed(family=FAMILY)


def due(*events: Any) -> list[tuple[str, date]]:
    """What is due after these events."""
    return [(each.subject, each.on) for each in dues(FAMILY, how_it_goes(*events).state)]


def test_a_deviation_is_due_on_the_day_that_was_agreed() -> None:
    """INV-31: the command says so in the service's own name."""
    assert due(REPORTED) == [(f"deviation/{DEVIATION}", NEXT_WEEK)]
    assert due(REPORTED, MOVED) == due(REPORTED, OVERDUE, MOVED) == [(f"deviation/{DEVIATION}", MOVED.due_on)]
    (only,) = dues(FAMILY, how_it_goes(REPORTED).state)
    assert only.command(NOW) == but(NOTE_OVERDUE, by=SERVICE, at=NOW)


@pytest.mark.parametrize("over", [OVERDUE, ACTED, ENDED, SUSPENDED], ids=lambda event: type(event).__name__)
def test_it_is_due_until_it_was_said_or_somebody_acted(over: Any) -> None:
    """INV-31, Q15."""
    assert due(REPORTED, over) == []


def test_the_last_day_of_the_calendar_never_ends() -> None:
    """A27: the clock can't be set to the day after it."""
    assert due(REPORTED.model_copy(update={"due_on": date.max})) == []


def test_a_closed_case_waits_for_nobody() -> None:
    """Q15: said once, and only while the case is closed."""
    gone = ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="family-closed")
    closed = how_it_goes(REPORTED).with_known(contacts_say(gone, CLOSED))
    after = closed.when(SUSPEND).then(SUSPENDED)
    assert [*dues(FAMILY, after.state)] == []
    after.when(SUSPEND).then()
    after.when(RESUME).then()
    after.when(NOTE_OVERDUE).refused("family_closed")
    how_it_goes(REPORTED).when(SUSPEND).then()
    how_it_goes(SUSPENDED).with_known(contacts_say(CLOSED)).when(RESUME).then()


def test_what_is_still_open_is_due_again_when_the_case_is_opened_again() -> None:
    """Q15, INV-31: on its day as before."""
    reopened = how_it_goes(REPORTED, SUSPENDED).with_known(contacts_say(CLOSED, REOPENED))
    after = reopened.when(RESUME).then(RESUMED)
    assert [each.on for each in dues(FAMILY, after.state)] == [NEXT_WEEK]
    after.when(RESUME).then()
    how_it_goes(REPORTED).when(RESUME).then()


@pytest.mark.parametrize("by", [BY_ANNA, BY_TEAM])
@pytest.mark.parametrize("command", [SUSPEND, RESUME], ids=lambda command: type(command).__name__)
def test_nobody_else_suspends_it(command: Any, by: Any) -> None:
    """INV-40."""
    how_it_goes(REPORTED).when(but(command, by=by)).refused("for_services_only")


def test_progress_hears_of_closing_from_contacts() -> None:
    """Q15: at the time at which it happened."""
    at = "2024-03-04T12:00:00+00:00"
    moment = datetime.fromisoformat(at)
    closed = react(VOCABULARIES, said(CLOSED, "contacts", 9, at))
    assert closed == [SuspendDeviations(by=SERVICE, at=moment, family=FAMILY, reason="goals reached")]
    reopened = react(VOCABULARIES, said(REOPENED, "contacts", 10, at))
    assert reopened == [ResumeDeviations(by=SERVICE, at=moment, family=FAMILY)]
    gone = ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left")
    assert react(VOCABULARIES, said(gone, "contacts", 11, at)) == []
