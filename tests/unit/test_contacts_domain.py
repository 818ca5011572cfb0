"""Who is around a family: what contacts takes and what it refuses, one rule at a time."""

from datetime import date

import pytest

from contracts.contacts.events import (
    CoordinationTeamEstablished,
    CoordinatorChosen,
    CoordinatorVacated,
    FamilyEvent,
    FamilyMemberAdded,
    Member,
    PersonRegistered,
    PrimaryContactDesignated,
    PrimaryContactVacated,
    ProfessionalDetached,
    ProfessionalRegistered,
    Role,
    TeamMemberAdded,
    TeamMemberRemoved,
)
from contracts.ids import PersonId
from contracts.shapes import Actor, ActorKind
from eventkeep.handle import Decider
from eventkeep.testing import Given, given
from services.contacts import domain
from services.contacts import person as persons
from services.contacts import professional as professionals
from services.contacts.domain import (
    AddFamilyMember,
    AddTeamMember,
    AttachProfessional,
    ChooseCoordinator,
    DesignatePrimaryContact,
    DetachProfessional,
    EstablishTeam,
    FamilyCommand,
    Known,
    KnownPerson,
    KnownProfessional,
    RegisterFamily,
    RemoveTeamMember,
)
from tests.unit.family import (
    ANNA,
    AT,
    BO,
    BY_ANNA,
    BY_TEAM,
    CLARA,
    FAMILY,
    HOME_LAW,
    PASSER_BY,
    REGISTERED,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    attached,
)

CONTACTS = Decider(domain.State, domain.decide, domain.evolve)
PERSONS = Decider(persons.State, persons.decide, persons.evolve)
PROFESSIONALS = Decider(professionals.State, professionals.decide, professionals.evolve)
KNOWN = Known(
    persons={
        ANNA: KnownPerson("Anna Example", Role.ADULT),
        BO: KnownPerson("Bo Example", Role.YOUNG),
        CLARA: KnownPerson("Clara Example", Role.CHILD),
    },
    professionals={
        who: KnownProfessional("A Professional", "social", "social worker") for who in (SOFIE, TOMAS, ULLA)
    },
)

REGISTER = RegisterFamily(by=BY_TEAM, at=AT, family=FAMILY, members=(ANNA, BO))
ADD = AddFamilyMember(by=BY_TEAM, at=AT, family=FAMILY, person=CLARA)
ATTACH = AttachProfessional(
    by=BY_TEAM, at=AT, family=FAMILY, professional=SOFIE, purpose="coordination", basis=HOME_LAW
)
DETACH = DetachProfessional(by=BY_TEAM, at=AT, family=FAMILY, professional=SOFIE, reason="left")
DETACHED = ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left")
ESTABLISH = EstablishTeam(
    by=BY_TEAM, at=AT, family=FAMILY, members=(SOFIE, TOMAS), pre_meeting_waived="Known for years."
)
ESTABLISHED = CoordinationTeamEstablished(
    family=FAMILY, members=(SOFIE, TOMAS), pre_meeting_waived="Known for years."
)
JOIN = AddTeamMember(by=BY_TEAM, at=AT, family=FAMILY, professional=ULLA)
JOINED = TeamMemberAdded(family=FAMILY, professional=ULLA)
LEAVE = RemoveTeamMember(by=BY_TEAM, at=AT, family=FAMILY, professional=SOFIE)
LEFT = TeamMemberRemoved(family=FAMILY, professional=SOFIE)
CHOOSE = ChooseCoordinator(by=BY_TEAM, at=AT, family=FAMILY, professional=SOFIE, chosen_by=(ANNA, BO))
CHOSEN = CoordinatorChosen(family=FAMILY, professional=SOFIE, chosen_by=(ANNA, BO))
VACATED = CoordinatorVacated(family=FAMILY, professional=SOFIE)
DESIGNATE = DesignatePrimaryContact(by=BY_TEAM, at=AT, family=FAMILY, professional=SOFIE)
DESIGNATED = PrimaryContactDesignated(family=FAMILY, professional=SOFIE)
EVERY_COMMAND = (REGISTER, ADD, ATTACH, DETACH, ESTABLISH, JOIN, LEAVE, CHOOSE, DESIGNATE)
THREE_ATTACHED = (attached(SOFIE), attached(TOMAS), attached(ULLA))


def the_family(*events: FamilyEvent) -> Given:
    """The registered family, and what happened since."""
    return given(CONTACTS, REGISTERED, *events).with_known(KNOWN)


def test_a_person_is_registered_once() -> None:
    """R05."""
    command = persons.RegisterPerson(by=BY_TEAM, at=AT, person=ANNA, role=Role.ADULT, name="Anna Example")
    event = PersonRegistered(person=ANNA, role=Role.ADULT, name="Anna Example")
    given(PERSONS).when(command).then(event).when(command).refused("person_registered_already")


def test_a_professional_is_registered_once_whatever_the_profession() -> None:
    """R11, INV-04."""
    command = professionals.RegisterProfessional(
        by=BY_TEAM, at=AT, professional=SOFIE, department="school", profession="any", name="Sofie Example"
    )
    event = ProfessionalRegistered(
        professional=SOFIE, department="school", profession="any", name="Sofie Example"
    )
    given(PROFESSIONALS).when(command).then(event).when(command).refused("professional_registered_already")


def test_a_family_is_registered_with_its_members() -> None:
    """R01, R02: each once, as the register of persons knows them."""
    new = given(CONTACTS).with_known(KNOWN)
    new.when(REGISTER).then(REGISTERED).when(REGISTER).refused("family_registered_already")
    new.when(REGISTER.model_copy(update={"members": (ANNA, BO, ANNA)})).then(REGISTERED)
    new.when(REGISTER.model_copy(update={"members": ()})).refused("family_without_members")
    new.when(REGISTER.model_copy(update={"members": (STRANGER,)})).refused("person_unknown")


@pytest.mark.parametrize("command", EVERY_COMMAND[1:], ids=lambda c: type(c).__name__)
def test_a_family_is_registered_before_anything_else(command: FamilyCommand) -> None:
    """R01."""
    given(CONTACTS).with_known(KNOWN).when(command).refused("family_unknown")


def test_somebody_joins_the_family() -> None:
    """R02."""
    member = Member(person=CLARA, role=Role.CHILD, name="Clara Example")
    added = FamilyMemberAdded(family=FAMILY, member=member)
    the_family().when(ADD).then(added).when(ADD).then()
    the_family().when(ADD.model_copy(update={"person": STRANGER})).refused("person_unknown")


def test_a_professional_is_attached_with_a_basis() -> None:
    """R11, X-01."""
    the_family().when(ATTACH).then(attached(SOFIE))
    the_family().when(ATTACH.model_copy(update={"professional": PASSER_BY})).refused("professional_unknown")
    backwards = HOME_LAW.model_copy(update={"valid_to": date(2023, 12, 31)})
    the_family().when(ATTACH.model_copy(update={"basis": backwards})).refused("basis_ends_before_it_begins")


def test_the_team_is_drawn_from_the_attached() -> None:
    """R10, INV-10."""
    the_family(*THREE_ATTACHED).when(ESTABLISH).then(ESTABLISHED)
    the_family(attached(SOFIE)).when(ESTABLISH).refused("professional_not_attached")
    the_family(*THREE_ATTACHED, ESTABLISHED).when(ESTABLISH).refused("team_established_already")
    nobody = ESTABLISH.model_copy(update={"members": ()})
    the_family(*THREE_ATTACHED).when(nobody).refused("team_without_members")


def test_a_team_without_a_pre_meeting_says_why() -> None:
    """INV-11."""
    with pytest.raises(ValueError, match="pre_meeting_waived"):
        EstablishTeam.model_validate(ESTABLISH.model_dump() | {"pre_meeting_waived": " "})


def test_an_attached_professional_joins_the_team() -> None:
    """R10, INV-10."""
    the_family(*THREE_ATTACHED, ESTABLISHED).when(JOIN).then(JOINED).when(JOIN).then()
    the_family(*THREE_ATTACHED[:2], ESTABLISHED).when(JOIN).refused("professional_not_attached")
    the_family(*THREE_ATTACHED).when(JOIN).refused("team_not_established")


def test_a_professional_leaves_the_team() -> None:
    """R10."""
    the_family(*THREE_ATTACHED, ESTABLISHED).when(LEAVE).then(LEFT).when(LEAVE).then()
    the_family(*THREE_ATTACHED).when(LEAVE).refused("team_not_established")


def test_the_coordinator_is_of_the_team() -> None:
    """INV-01."""
    the_family(*THREE_ATTACHED, ESTABLISHED).when(CHOOSE).then(CHOSEN).when(CHOOSE).then()
    outside = CHOOSE.model_copy(update={"professional": ULLA})
    the_family(*THREE_ATTACHED, ESTABLISHED).when(outside).refused("coordinator_not_on_team")
    the_family(*THREE_ATTACHED).when(CHOOSE).refused("team_not_established")


def test_a_coordinator_who_leaves_the_team_leaves_the_place_first() -> None:
    """INV-01."""
    the_family(*THREE_ATTACHED, ESTABLISHED, CHOSEN).when(LEAVE).then(VACATED, LEFT)


@pytest.mark.parametrize("chosen_by", [(), (STRANGER,), (ANNA, STRANGER)])
def test_only_the_family_chooses_its_coordinator(chosen_by: tuple[PersonId, ...]) -> None:
    """INV-02."""
    chosen = CHOOSE.model_copy(update={"chosen_by": chosen_by})
    the_family(*THREE_ATTACHED, ESTABLISHED).when(chosen).refused("coordinator_not_chosen_by_family")


def test_a_member_chooses_for_himself_or_herself() -> None:
    """INV-02."""
    team = the_family(*THREE_ATTACHED, ESTABLISHED)
    team.when(CHOOSE.model_copy(update={"by": BY_ANNA})).then(CHOSEN)
    for_bo = CHOOSE.model_copy(update={"by": BY_ANNA, "chosen_by": (BO,)})
    team.when(for_bo).refused("coordinator_not_chosen_by_family")


def test_there_is_one_coordinator_at_a_time() -> None:
    """INV-03."""
    other = CHOOSE.model_copy(update={"professional": TOMAS})
    taken_over = CHOSEN.model_copy(update={"professional": TOMAS, "previous": SOFIE})
    the_family(*THREE_ATTACHED, ESTABLISHED, CHOSEN).when(other).then(taken_over)


@pytest.mark.parametrize("profession", ["social worker", "teacher", "health visitor", "caretaker"])
def test_any_profession_may_coordinate(profession: str) -> None:
    """INV-04."""
    sofie = attached(SOFIE).model_copy(update={"profession": profession})
    the_family(sofie, attached(TOMAS), ESTABLISHED).when(CHOOSE).then(CHOSEN)


def test_there_is_one_primary_contact() -> None:
    """INV-05: replacing is one event."""
    the_family(*THREE_ATTACHED).when(DESIGNATE).then(DESIGNATED).when(DESIGNATE).then()
    other = DESIGNATE.model_copy(update={"professional": ULLA})
    replaced = PrimaryContactDesignated(family=FAMILY, professional=ULLA, previous=SOFIE)
    the_family(*THREE_ATTACHED, DESIGNATED).when(other).then(replaced)
    the_family().when(DESIGNATE).refused("professional_not_attached")


@pytest.mark.parametrize(
    ("before", "events"),
    [
        ((), (DETACHED,)),
        ((ESTABLISHED,), (LEFT, DETACHED)),
        (
            (ESTABLISHED, CHOSEN, DESIGNATED),
            (VACATED, LEFT, PrimaryContactVacated(family=FAMILY, professional=SOFIE), DETACHED),
        ),
    ],
    ids=["informed", "on the team", "coordinator and primary contact"],
)
def test_who_is_detached_leaves_every_place(
    before: tuple[FamilyEvent, ...], events: tuple[FamilyEvent, ...]
) -> None:
    """R11, INV-01, INV-05, INV-38."""
    gone = the_family(*THREE_ATTACHED, *before).when(DETACH).then(*events)
    gone.when(DETACH).refused("not_around_family")
    by_ulla = Actor(kind=ActorKind.PROFESSIONAL, id=ULLA)
    gone.when(DETACH.model_copy(update={"by": by_ulla})).refused("professional_not_attached")


@pytest.mark.parametrize("command", [DETACH, DESIGNATE], ids=["detach", "designate"])
def test_only_those_attached_command(command: FamilyCommand) -> None:
    """INV-40: being somebody of the staff, or of the family, gives no right to change who is around it."""
    for by in (
        Actor(kind=ActorKind.PROFESSIONAL, id=STRANGER),
        BY_ANNA,
        Actor(kind=ActorKind.SERVICE, id=ULLA),
    ):
        the_family(*THREE_ATTACHED).when(command.model_copy(update={"by": by})).refused("not_around_family")


def test_a_repeated_attachment_says_nothing_new_and_another_basis_does() -> None:
    """R11, X-01."""
    attach = AttachProfessional(
        by=BY_TEAM, at=AT, family=FAMILY, professional=SOFIE, purpose="coordination", basis=HOME_LAW
    )
    [event] = the_family().when(attach).events
    held = the_family(event)
    held.when(attach).then()
    consent = attach.model_copy(update={"basis": HOME_LAW.model_copy(update={"reference": "consent-1"})})
    assert len(held.when(consent).events) == 1


def test_nobody_is_detached_who_was_not_attached() -> None:
    """R11."""
    the_family().when(DETACH).refused("professional_not_attached")
