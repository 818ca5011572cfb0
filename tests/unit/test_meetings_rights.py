"""Who may give which command about a family's meetings: the whole table, command by command."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from contracts.contacts.events import (
    CoordinatorDeputyNamed,
    CoordinatorHandoverAccepted,
    FamilyClosed,
    FamilyReopened,
)
from contracts.shapes import Actor, ActorKind, PartyKind
from eventkeep.refused import Refused
from eventkeep.testing import folded, given
from services.meetings.domain import FamilyCommand, decide
from services.meetings.known_contacts import ContactsFacts, evolve_contacts
from services.meetings.reference import Known
from services.meetings.relations import Relation
from services.meetings.rights import RIGHTS
from tests.unit.family import (
    ANNA,
    AROUND,
    BY_ANNA,
    BY_INFORMED,
    BY_SERVICE,
    BY_TEAM,
    FAMILY,
    PASSER_BY,
    REGISTERED,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    attached,
    person,
    professional,
)
from tests.unit.meetings_commands import EVERY_COMMAND, KEEP
from tests.unit.meetings_rights import ALSO_IN_CLOSED_CASE, TABLE
from tests.unit.meetings_story import (
    ATTENDED,
    INVITED,
    KNOWN,
    MEETINGS,
    PRE_HELD,
    PROMISED,
    the_meeting,
)
from tests.unit.story import HELD

DENIED = {
    "not_on_team",
    "not_around_family",
    "for_services_only",
    "family_only",
    "family_or_coordinator_only",
    "invited_or_coordinator_only",
}
PLAIN = tuple(
    attached(who).model_copy(update={"profession": "teacher", "function": function})
    for who, function in ((SOFIE, None), (TOMAS, None), (ULLA, None))
)
AROUND_PLAIN = folded(evolve_contacts, ContactsFacts(), *AROUND, *PLAIN)
CASEWORKER = attached(PASSER_BY).model_copy(
    update={"profession": "adviser", "function": "coordinating caseworker"}
)
NOBODY = evolve_contacts(ContactsFacts(), REGISTERED)
WITH_CASEWORKER = evolve_contacts(AROUND_PLAIN, CASEWORKER)

STANDING: dict[str, tuple[Actor, ContactsFacts, frozenset[Relation]]] = {
    "a member": (BY_ANNA, AROUND_PLAIN, frozenset({Relation.FAMILY})),
    "the coordinator": (
        BY_TEAM,
        AROUND_PLAIN,
        frozenset({Relation.COORDINATOR, Relation.TEAM, Relation.ATTACHED}),
    ),
    "on the team": (professional(TOMAS), AROUND_PLAIN, frozenset({Relation.TEAM, Relation.ATTACHED})),
    "informed": (BY_INFORMED, AROUND_PLAIN, frozenset({Relation.ATTACHED})),
    "a caseworker": (
        professional(PASSER_BY),
        WITH_CASEWORKER,
        frozenset({Relation.CASEWORKER, Relation.ATTACHED}),
    ),
    "staff before anybody": (BY_TEAM, NOBODY, frozenset({Relation.FIRST})),
    "other staff": (professional(PASSER_BY), AROUND_PLAIN, frozenset()),
    "a stranger": (person(STRANGER), AROUND_PLAIN, frozenset()),
    "a service": (BY_SERVICE, AROUND_PLAIN, frozenset({Relation.SERVICE})),
    "a professional with a member's id": (professional(ANNA), AROUND_PLAIN, frozenset()),
    "a member with a professional's id": (person(SOFIE), AROUND_PLAIN, frozenset()),
}


def test_the_table_is_this_one() -> None:
    """INV-32, INV-40, C48: a relation more or less, of any command, is a choice that is made in two places."""
    table = {command.__name__: {each.value for each in allowed} for command, allowed in RIGHTS.items()}
    assert table == {name: set(allowed.split()) for name, allowed in TABLE.items()}


def test_the_table_names_every_command() -> None:
    """INV-40."""
    assert set(RIGHTS) == set(get_args(FamilyCommand))
    assert {type(command) for command in EVERY_COMMAND} == set(RIGHTS)


def denied(command: Any, by: Actor, contacts: ContactsFacts) -> bool:
    """Whether somebody is refused for who he or she is."""
    happened = the_meeting(PRE_HELD, ATTENDED, INVITED, PROMISED.model_copy(update={"owner": TOMAS}))
    state = replace(happened.state, known=Known(contacts, KNOWN.plans))
    try:
        decide(state, command.model_copy(update={"by": by}))
    except Refused as refused:
        return refused.code in DENIED
    return False


@pytest.mark.parametrize("standing", STANDING)
@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_each_relation_is_allowed_or_refused(command: Any, standing: str) -> None:
    """INV-32, INV-40: exactly as the table says."""
    by, contacts, held = STANDING[standing]
    if by.id == TOMAS and command is KEEP:
        held = held | {Relation.OWNER}
    assert denied(command, by, contacts) == (not held & set(TABLE[type(command).__name__].split()))


@pytest.mark.parametrize("by", [BY_INFORMED, BY_SERVICE, person(STRANGER)])
def test_being_informed_gives_no_right_to_change(by: Actor) -> None:
    """INV-40: nor does being a service, or nobody."""
    for command in EVERY_COMMAND:
        if RIGHTS[type(command)] == {Relation.FAMILY, Relation.COORDINATOR, Relation.TEAM}:
            the_meeting(ATTENDED).when(command.model_copy(update={"by": by})).refused("not_on_team")


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_a_family_that_is_not_known_here_is_refused(command: Any) -> None:
    """INV-40 can't be decided without the facts of contacts; our own clock decides on our own facts. R01."""
    if command.by.kind is not ActorKind.SERVICE:
        given(MEETINGS).when(command).refused("family_unknown")


def test_the_deputy_is_the_coordinator_for_some_days() -> None:
    """R07, INV-32: TOMAS invites in SOFIE's place, on these days alone."""
    days = {"valid_from": date(2024, 3, 1), "valid_to": date(2024, 3, 1)}
    invite = next(c for c in EVERY_COMMAND if type(c).__name__ == "InviteParticipant")
    by_tomas = invite.model_copy(update={"by": professional(TOMAS)})
    for valid, allowed in (
        (days, True),
        ({**days, "valid_from": date(2024, 3, 2), "valid_to": date(2024, 3, 9)}, False),
        ({**days, "valid_from": date(2024, 2, 1), "valid_to": date(2024, 2, 29)}, False),
    ):
        named = CoordinatorDeputyNamed(family=FAMILY, deputy=TOMAS, **valid)
        contacts = evolve_contacts(KNOWN.contacts, named)
        outcome = the_meeting().with_known(Known(contacts, KNOWN.plans)).when(by_tomas)
        if allowed:
            outcome.then(INVITED.model_copy(update={"sent_by": TOMAS}))
        else:
            outcome.refused("family_or_coordinator_only")


def test_after_a_handover_the_new_coordinator_invites() -> None:
    """R07, INV-32."""
    handed = CoordinatorHandoverAccepted(family=FAMILY, professional=TOMAS, previous=SOFIE)
    known = Known(evolve_contacts(KNOWN.contacts, handed), KNOWN.plans)
    invite = next(c for c in EVERY_COMMAND if type(c).__name__ == "InviteParticipant")
    the_meeting().with_known(known).when(invite).refused("family_or_coordinator_only")
    by_tomas = invite.model_copy(update={"by": professional(TOMAS)})
    the_meeting().with_known(known).when(by_tomas).then(INVITED.model_copy(update={"sent_by": TOMAS}))


def test_who_is_to_do_it_says_whether_it_was_done() -> None:
    """A24: also without being on the team; another who is informed doesn't."""
    assert the_meeting(HELD, PROMISED).when(KEEP.model_copy(update={"by": BY_INFORMED})).refusal is None
    tomas = PROMISED.model_copy(update={"owner": TOMAS})
    the_meeting(HELD, tomas).when(KEEP.model_copy(update={"by": BY_INFORMED})).refused("not_on_team")
    member = PROMISED.model_copy(update={"owner_kind": PartyKind.PERSON, "owner": ULLA})
    the_meeting(HELD, member).when(KEEP.model_copy(update={"by": BY_INFORMED})).refused("not_on_team")


def test_a_basis_that_is_over_gives_no_right() -> None:
    """X-01, INV-40: attached, on the team and coordinator, but not any more on this day."""
    over = attached(SOFIE)
    over = over.model_copy(update={"basis": over.basis.model_copy(update={"valid_to": date(2024, 2, 29)})})
    contacts = evolve_contacts(KNOWN.contacts, over)
    attend = next(c for c in EVERY_COMMAND if type(c).__name__ == "RecordAttendance")
    the_meeting().with_known(Known(contacts, KNOWN.plans)).when(attend).refused("not_on_team")


OPENING = {
    "HoldPreMeeting",
    "WaivePreMeeting",
    "HoldOtherMeeting",
    "ScheduleMeeting",
    "RescheduleMeeting",
    "InviteParticipant",
    "ProposeAgendaItem",
    "JoinGroup",
}


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_a_closed_family_takes_no_new_meetings(command: Any) -> None:
    """R01: what was held is still recorded and ended, by the family."""
    closed = evolve_contacts(KNOWN.contacts, FamilyClosed(family=FAMILY, reason="goals reached"))
    again = evolve_contacts(closed, FamilyReopened(family=FAMILY, reason="moved back"))
    codes = []
    for contacts in (closed, again):
        by = BY_TEAM if type(command).__name__ == "HoldOtherMeeting" else BY_ANNA
        outcome = the_meeting(ATTENDED, INVITED).with_known(Known(contacts, KNOWN.plans))
        refusal = outcome.when(command.model_copy(update={"by": by})).refusal
        codes.append(refusal and refusal.code)
    assert (codes[0] == "family_closed") == (type(command).__name__ in OPENING)
    assert codes[1] != "family_closed"


@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_nobody_is_left_on_the_team_of_a_closed_case(command: Any) -> None:
    """R01, INV-40: so any professional records what was held, and in an open case none but the team does."""
    name = type(command).__name__
    closed = evolve_contacts(KNOWN.contacts, FamilyClosed(family=FAMILY, reason="goals reached"))
    first = "first" in TABLE[name].split()
    assert denied(command, professional(PASSER_BY), closed) == (not first and name not in ALSO_IN_CLOSED_CASE)
    again = evolve_contacts(closed, FamilyReopened(family=FAMILY, reason="moved back"))
    assert denied(command, professional(PASSER_BY), again) == (not first)
