"""Who may say how it goes, and what a closed case still takes."""

from typing import Any, get_args

import pytest

from contracts.contacts.events import (
    AttachmentExpired,
    FamilyClosed,
    FamilyMemberLeft,
    FamilyReopened,
    ProfessionalDetached,
)
from contracts.progress.events import (
    DeviationActionTaken,
    DeviationClosed,
    OccupationEnded,
    RegistrationCorrected,
)
from contracts.shapes import Actor, ActorKind
from eventkeep.testing import given
from services.progress.domain import FamilyCommand
from tests.unit.family import (
    ANNA,
    BY_ANNA,
    BY_INFORMED,
    BY_SERVICE,
    BY_TEAM,
    FAMILY,
    PASSER_BY,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    person,
    professional,
)
from tests.unit.progress_commands import (
    ACT,
    CLOSE,
    CORRECT,
    END,
    EVERY_COMMAND,
    NOTE_OVERDUE,
    RECORD,
    REGISTERING,
    REPLAN,
    RESUME,
    SUSPEND,
    TAKE_BACK,
    but,
)
from tests.unit.progress_story import (
    KNOWN,
    MEASURED,
    NINA,
    PLAYS,
    PROGRESS,
    REGISTERED,
    REPORTED,
    contacts_say,
    how_it_goes,
)

OUR_OWN = (NOTE_OVERDUE, SUSPEND, RESUME)
ANYBODYS = tuple(each for each in EVERY_COMMAND if each not in OUR_OWN)
RECORDS = (CORRECT, TAKE_BACK, END, ACT, CLOSE)
CLOSED = (
    *(
        ProfessionalDetached(family=FAMILY, professional=who, reason="family-closed")
        for who in (SOFIE, TOMAS, ULLA, NINA)
    ),
    FamilyClosed(family=FAMILY, reason="goals reached"),
)
BEFORE = (MEASURED, REGISTERED, PLAYS, REPORTED)


def name(command: Any) -> str:
    """What a case is called in a failed test."""
    return type(command).__name__ if not isinstance(command, Actor) else f"{command.kind} {command.id[-1]}"


def test_there_is_an_example_of_every_command() -> None:
    """INV-40: what follows is said of all of them."""
    assert {type(each) for each in EVERY_COMMAND} == set(get_args(FamilyCommand))


@pytest.mark.parametrize(
    "by", [professional(PASSER_BY), person(STRANGER), BY_SERVICE, person(SOFIE), professional(ANNA)], ids=name
)
@pytest.mark.parametrize("command", ANYBODYS, ids=name)
def test_nobody_else_says_how_it_goes(command: Any, by: Actor) -> None:
    """INV-40: nobody who isn't around the family, no service, nobody who says to be somebody else."""
    how_it_goes(*BEFORE).when(but(command, by=by)).refused("not_around_family")


@pytest.mark.parametrize("command", ANYBODYS, ids=name)
def test_whoever_left_says_no_more(command: Any) -> None:
    """INV-40, R02, X-01: a member, a professional, one whose basis ran out."""
    left = contacts_say(
        FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved"),
        ProfessionalDetached(family=FAMILY, professional=ULLA, reason="moved"),
        AttachmentExpired(family=FAMILY, professional=TOMAS, due_on=RECORD.measured_on),
    )
    for by in (BY_ANNA, BY_INFORMED, professional(TOMAS)):
        how_it_goes(*BEFORE).with_known(left).when(but(command, by=by)).refused("not_around_family")


@pytest.mark.parametrize("command", OUR_OWN, ids=name)
@pytest.mark.parametrize("by", [BY_ANNA, BY_TEAM], ids=["a member", "a professional"])
def test_what_the_service_says_itself_nobody_else_says(command: Any, by: Actor) -> None:
    """INV-40."""
    how_it_goes(*BEFORE).when(but(command, by=by)).refused("for_services_only")


@pytest.mark.parametrize("command", ANYBODYS, ids=name)
def test_a_family_that_is_not_known_here_is_refused(command: Any) -> None:
    """R01."""
    given(PROGRESS).when(command).refused("family_unknown")


def test_a_departments_system_speaks_for_its_own_people() -> None:
    """INV-58: Ulla is of the department `social`."""
    for department, by, good in (
        ("social", ULLA, True),
        ("school", ULLA, False),
        ("social", PASSER_BY, False),
    ):
        through = Actor(kind=ActorKind.PROFESSIONAL, id=by, through=department)
        outcome = how_it_goes().when(but(RECORD, by=through))
        assert (outcome.refusal and outcome.refusal.code) == (None if good else "not_of_department")


@pytest.mark.parametrize("command", [*REGISTERING, REPLAN], ids=name)
@pytest.mark.parametrize("by", [BY_ANNA, BY_TEAM], ids=["a member", "who was attached"])
def test_a_closed_case_takes_nothing_new(command: Any, by: Actor) -> None:
    """R01, Q15: there is no basis any more to register on."""
    how_it_goes(*BEFORE).with_known(contacts_say(*CLOSED)).when(but(command, by=by)).refused("family_closed")


@pytest.mark.parametrize("by", [BY_INFORMED, BY_TEAM], ids=name)
def test_a_closed_case_takes_how_it_really_was(by: Actor) -> None:
    """R01, X-08, INV-31: from those who were around it."""
    closed = how_it_goes(*BEFORE).with_known(contacts_say(*CLOSED))
    corrected = {"family": FAMILY, "correction": CORRECT.correction, "corrects": CORRECT.corrects}
    closed.when(but(CORRECT, by=by)).then(
        RegistrationCorrected(**corrected, person=REGISTERED.person, value=4, because="A wrong key.")
    )
    closed.when(but(END, by=by)).then(
        OccupationEnded(family=FAMILY, occupation=PLAYS.occupation, ended_on=END.ended_on, reason=END.reason)
    )
    acted = closed.when(but(ACT, by=by)).then(
        DeviationActionTaken(
            family=FAMILY, deviation=REPORTED.deviation, words=ACT.words, taken_on=ACT.taken_on
        )
    )
    acted.when(but(CLOSE, by=by)).then(
        DeviationClosed(
            family=FAMILY,
            deviation=REPORTED.deviation,
            plan_changes=True,
            words=CLOSE.words,
            closed_on=CLOSE.closed_on,
        )
    )


@pytest.mark.parametrize("command", RECORDS, ids=name)
def test_nobody_who_never_was_around_says_how_it_was(command: Any) -> None:
    """INV-40: also not in a closed case."""
    closed = how_it_goes(*BEFORE).with_known(contacts_say(*CLOSED))
    closed.when(but(command, by=professional(PASSER_BY))).refused("not_around_family")


def test_a_case_that_is_opened_again_takes_all_from_those_who_are_attached_then() -> None:
    """R01: those who were around it before are not any more."""
    reopened = contacts_say(*CLOSED, FamilyReopened(family=FAMILY, reason="new needs"))
    how_it_goes(*BEFORE).with_known(reopened).when(but(CORRECT, by=BY_TEAM)).refused("not_around_family")
    assert how_it_goes().with_known(reopened).when(but(REGISTERING[2], by=BY_ANNA)).refusal is None
    assert KNOWN.contacts.former == {}
