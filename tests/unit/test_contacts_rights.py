"""Who may give which command: every command, in every relation to the family. INV-40, INV-63."""

from dataclasses import replace
from datetime import date

import pytest

from contracts.contacts.events import (
    AttachmentExpired,
    ConsultationRequested,
    ContactRequested,
    CoordinationTeamEstablished,
    CoordinatorChosen,
    CoordinatorDeputyEnded,
    CoordinatorDeputyNamed,
    FamilyEvent,
    ProfessionalAttached,
    ProfessionalDetached,
)
from contracts.ids import ProfessionalId
from contracts.shapes import Actor
from eventkeep.refused import Refused
from eventkeep.testing import Given
from services.contacts.domain import FamilyCommand
from services.contacts.relations import Relation
from services.contacts.rights import RIGHTS
from tests.unit.contacts_commands import CLOSE, DETACH, EVERY_COMMAND, JOIN, RECORD_BASIS
from tests.unit.contacts_story import (
    BY_CONTACTS,
    CONSULTATION,
    DAY,
    REQUEST,
    but,
    by,
    the_family,
)
from tests.unit.family import (
    ANNA,
    FAMILY,
    HOME_LAW,
    PASSER_BY,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    attached,
    numbered,
    person,
)

KARIN, OTTO = numbered(ProfessionalId, 5), numbered(ProfessionalId, 6)
NO_RIGHT = {
    *("for_services_only", "staff_only", "caseworker_only"),
    *("professionals_only", "not_on_team", "not_around_family"),
}


def teaches(who: ProfessionalId) -> ProfessionalAttached:
    """Attached, with no legal authority in the case."""
    return attached(who).model_copy(update={"profession": "teacher"})


AROUND: tuple[FamilyEvent, ...] = (
    teaches(SOFIE),
    teaches(TOMAS),
    teaches(KARIN),
    teaches(ULLA),
    attached(OTTO),
    CoordinationTeamEstablished(family=FAMILY, members=(SOFIE, TOMAS, KARIN), pre_meeting_waived="Known."),
    CoordinatorChosen(family=FAMILY, professional=SOFIE, chosen_by=(ANNA,)),
    CoordinatorDeputyNamed(family=FAMILY, deputy=TOMAS, valid_from=DAY, valid_to=DAY),
    ConsultationRequested(family=FAMILY, consultation=CONSULTATION, consultant=PASSER_BY, topic="health"),
    ContactRequested(family=FAMILY, request=REQUEST, professional=PASSER_BY, due_on=DAY),
)
"""Sofie coordinates and Tomas stands in today; Karin is on the team with them; Ulla is informed; Otto has the case."""

WHO: dict[str, tuple[Given, Actor]] = {
    "F": (the_family(*AROUND), person(ANNA)),
    "C": (the_family(*AROUND), by(SOFIE)),
    "D": (the_family(*AROUND), by(TOMAS)),
    "T": (the_family(*AROUND), by(KARIN)),
    "A": (the_family(*AROUND), by(ULLA)),
    "W": (the_family(*AROUND), by(OTTO)),
    "1": (the_family(), by(numbered(ProfessionalId, 8))),
    "?": (the_family(*AROUND), by(PASSER_BY)),
    "-": (the_family(*AROUND), by(numbered(ProfessionalId, 8))),
    "P": (the_family(*AROUND), person(STRANGER)),
    "S": (the_family(*AROUND), BY_CONTACTS),
}
"""A member of the family, the coordinator, the deputy, the team, the attached, a caseworker, the first of the staff,
one who was asked, a passer-by of the staff, another person, the service."""

ATTACHED, CASE, TABLE = "CDTAW", "W1", "FCDTW"
MAY = {
    "RegisterFamily": "CDTAW1?-",
    "AddFamilyMember": ATTACHED + "1",
    "ChangeFamilyMember": CASE,
    "RemoveFamilyMember": "CDTW1",
    "FollowPerson": "S",
    "SplitHousehold": CASE,
    "OpenHousehold": "S",
    "MergeHousehold": CASE,
    "JoinHousehold": "S",
    "CloseFamily": CASE,
    "ReopenFamily": CASE,
    "RecordLegalBasis": CASE,
    "EndLegalBasis": CASE,
    "DecideEligibility": CASE,
    "OfferModel": CASE,
    "AnswerOffer": CASE + "F",
    "ReferFamily": ATTACHED + "1",
    "AdmitFamily": CASE,
    "DeclineAdmission": CASE,
    "AttachProfessional": "CDTW1",
    "DetachProfessional": "CDTW",
    "DetachLeaver": "S",
    "FollowProfessional": "S",
    "ExpireAttachment": "S",
    "TakeEmergencyAccess": "?",
    "EndEmergencyAccess": "CDW?",
    "StartContact": ATTACHED,
    "EndContact": ATTACHED,
    "AgreeContactReduction": "CDTW",
    "RequestConsultation": ATTACHED,
    "GiveConsultation": "CDTW?",
    "RecordVisit": ATTACHED,
    "TakeWorkingRole": ATTACHED,
    "AddSupporter": TABLE,
    "PledgeSupport": TABLE,
    "RemoveSupporter": TABLE,
    "ShareWithSupporter": TABLE,
    "EstablishTeam": "CDTW1",
    "AddTeamMember": "CDTW",
    "RemoveTeamMember": "CDTW1",
    "ReviewTeam": "CDTW",
    "RequireTeamReview": "S",
    "ChooseCoordinator": ATTACHED + "F",
    "AnswerHandover": "CDT",
    "NameDeputy": "FCDT",
    "EndDeputy": "S",
    "VacateCoordinator": TABLE,
    "DesignatePrimaryContact": ATTACHED + "F",
    "DraftContract": "CDT",
    "SignContract": "FCDT",
    "EndContract": "FCDT",
    "RaiseHelpNeed": ATTACHED + "F",
    "RequestContact": TABLE,
    "WithdrawContactRequest": TABLE,
    "ConfirmContact": TABLE + "?",
    "NoteContactOverdue": "S",
    "MeetHelpNeed": TABLE,
    "GiveConsent": ATTACHED + "F1",
    "WithdrawConsent": ATTACHED + "F1",
    "ExpireConsent": "S",
}


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda each: type(each).__name__)
def test_who_may_give_a_command(command: FamilyCommand) -> None:
    """INV-40, INV-63: the table, command by command."""
    may = ""
    for letter, (family, actor) in WHO.items():
        refusal = family.when(but(command, by=actor)).refusal
        may += letter if refusal is None or refusal.code not in NO_RIGHT else ""
    assert set(may) == set(MAY[type(command).__name__])


def test_the_table_has_a_line_for_every_command() -> None:
    """INV-40."""
    assert {command.__name__ for command in RIGHTS} == set(MAY)


def refusal(letter: str) -> Refused:
    """How somebody is refused who records a legal basis."""
    family, actor = WHO[letter]
    found = family.when(but(RECORD_BASIS, by=actor)).refusal
    assert found is not None
    return found


def test_the_coordinator_holds_no_legal_authority() -> None:
    """INV-63: as such; who is a caseworker as well decides as a caseworker."""
    assert {refusal(letter).code for letter in "CDTA"} == {"caseworker_only"}
    assert refusal("C").rule == "INV-63"
    assert refusal("F").code == "caseworker_only"
    assert {refusal(letter).code for letter in "?-PS"} == {"not_around_family"}
    both = the_family(*AROUND, teaches(SOFIE).model_copy(update={"function": "coordinating-caseworker"}))
    assert both.when(but(RECORD_BASIS, by=by(SOFIE))).refusal is None


@pytest.mark.parametrize("day", [date(2024, 2, 28), date(2024, 3, 2)], ids=["before", "after"])
def test_a_deputy_stands_in_within_the_days_alone(day: date) -> None:
    """R07, INV-40: afterwards Tomas is of the team, and no more."""
    family = the_family(*AROUND)
    state = replace(family.state, team=frozenset({SOFIE, KARIN}))
    command = next(each for each in EVERY_COMMAND if type(each).__name__ == "NameDeputy")
    today = replace(family, state=state).when(but(command, by=by(TOMAS)))
    assert today.refusal is None or today.refusal.code not in NO_RIGHT
    moved = but(command, by=by(TOMAS), at=command.at.replace(month=day.month, day=day.day))
    replace(family, state=state).when(moved).refused("not_on_team")


def test_a_basis_that_is_over_gives_no_right() -> None:
    """X-01, INV-40: nor a place on the team; once its end was said and nobody is left, any professional begins anew."""
    over = HOME_LAW.model_copy(update={"valid_to": date(2024, 2, 29)})
    gone = teaches(SOFIE).model_copy(update={"basis": over})
    members = CoordinationTeamEstablished(family=FAMILY, members=(SOFIE,), pre_meeting_waived="Known.")
    command = next(each for each in EVERY_COMMAND if type(each).__name__ == "DraftContract")
    the_family(gone, attached(OTTO), members).when(but(command, by=by(SOFIE))).refused("not_around_family")
    by_another = but(RECORD_BASIS, by=by(PASSER_BY))
    the_family(gone, members).when(by_another).refused("not_around_family")
    said = AttachmentExpired(family=FAMILY, professional=SOFIE, due_on=date(2024, 2, 29))
    assert the_family(gone, members, said).when(by_another).refusal is None


FOR_THE_FIRST = [each for each in EVERY_COMMAND if Relation.FIRST in RIGHTS[type(each)]]


@pytest.mark.parametrize("command", FOR_THE_FIRST, ids=lambda each: type(each).__name__)
@pytest.mark.parametrize("year", [1999, 2023, 2099])
def test_nobody_is_the_first_by_choosing_the_day(command: FamilyCommand, year: int) -> None:
    """INV-40, X-01: on no day of the caller's own does an outsider come before those who are attached."""
    elsewhen = but(command, by=by(PASSER_BY), at=command.at.replace(year=year))
    assert refused_to(elsewhen) in NO_RIGHT


def refused_to(command: FamilyCommand) -> str:
    """With which code a family with somebody attached refuses a command."""
    found = the_family(teaches(SOFIE), attached(OTTO)).when(command).refusal
    return found.code if found else ""


def test_a_deputy_whose_days_were_said_to_be_over_stands_in_no_more() -> None:
    """R07, INV-40: also on a day of his own choosing within them."""
    over = CoordinatorDeputyEnded(family=FAMILY, deputy=TOMAS, due_on=DAY)
    family = the_family(*AROUND, over)
    off_team = replace(family, state=replace(family.state, team=frozenset({SOFIE, KARIN})))
    command = next(each for each in EVERY_COMMAND if type(each).__name__ == "NameDeputy")
    off_team.when(but(command, by=by(TOMAS))).refused("not_on_team")


def test_who_is_informed_may_leave_but_sends_nobody_away() -> None:
    """INV-40, R11."""
    gone = ProfessionalDetached(family=FAMILY, professional=ULLA, reason="left", detached_on=DAY)
    the_family(*AROUND).when(but(DETACH, by=by(ULLA), professional=ULLA)).then(gone)
    the_family(*AROUND).when(but(DETACH, by=by(ULLA))).refused("not_on_team")
    the_family(*AROUND).when(but(DETACH, by=by(PASSER_BY), professional=PASSER_BY)).refused(
        "not_around_family"
    )


def test_a_member_of_the_family_is_told_who_does_it() -> None:
    """INV-40, INV-63: never that he or she does not belong to the family."""
    for command, code in (
        (CLOSE, "caseworker_only"),
        (DETACH, "professionals_only"),
        (JOIN, "professionals_only"),
    ):
        the_family(*AROUND).when(but(command, by=person(ANNA))).refused(code)
