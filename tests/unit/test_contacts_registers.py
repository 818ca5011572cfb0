"""The registers: persons, professionals, departments, and the ids that other systems know a person by."""

from datetime import date

import pytest

from contracts.contacts.events import (
    AddressProtectionSet,
    DepartmentRegistered,
    Employer,
    ExternalIdLinked,
    ExternalIdUnlinked,
    PersonChanged,
    PersonRegistered,
    ProfessionalChanged,
    ProfessionalLeft,
    ProfessionalRegistered,
    Role,
)
from contracts.shapes import ActorKind, Command
from eventkeep.handle import Decider
from eventkeep.refused import Refused
from eventkeep.testing import Given, given
from services.contacts import department, external, person, professional
from services.contacts.external import external_id
from tests.unit.contacts_story import BY_CONTACTS, but, by
from tests.unit.family import ANNA, AT, BO, BY_ANNA, BY_TEAM, SOFIE, TOMAS

PERSONS = Decider(person.State, person.decide, person.evolve)
PROFESSIONALS = Decider(professional.State, professional.decide, professional.evolve)
DEPARTMENTS = Decider(department.State, department.decide, department.evolve)
EXTERNALS = Decider(external.State, external.decide, external.evolve)
SECRET = b"a secret of at least 32 bytes....."

REGISTER = person.RegisterPerson(
    by=BY_TEAM, at=AT, person=ANNA, role=Role.ADULT, name="Anna Example", born=date(1990, 5, 17)
)
REGISTERED = PersonRegistered(person=ANNA, role=Role.ADULT, name="Anna Example", born="1990-05-17")
RENAME = person.ChangePerson(by=BY_TEAM, at=AT, person=ANNA, role=Role.ADULT, name="Anna Other")
PROTECT = person.SetAddressProtection(by=BY_TEAM, at=AT, person=ANNA, protected=True)
HIRE = professional.RegisterProfessional(
    by=BY_TEAM, at=AT, professional=SOFIE, department="school", profession="any", name="Sofie Example"
)
HIRED = ProfessionalRegistered(
    professional=SOFIE, department="school", profession="any", name="Sofie Example"
)
MOVE = professional.ChangeProfessional(
    by=by(TOMAS),
    at=AT,
    professional=SOFIE,
    department="health",
    profession="nurse",
    name="Sofie Example",
    competences=("signs-of-safety",),
)
QUIT = professional.ProfessionalLeaves(by=BY_TEAM, at=AT, professional=SOFIE)
LEFT = ProfessionalLeft(professional=SOFIE)
OPEN_UP = department.RegisterDepartment(by=BY_TEAM, at=AT, department="health", lead=SOFIE)
LINK = external.linked(
    SECRET, external.LinkExternalId(by=BY_TEAM, at=AT, person=ANNA, system="sensum", value="A-17")
)
UNLINK = external.unlinked(
    SECRET, external.UnlinkExternalId(by=BY_TEAM, at=AT, person=ANNA, system="sensum", value=" A-17 ")
)
LINKED = ExternalIdLinked(external=LINK.external, system="sensum", person=ANNA, value="A-17")


def test_a_person_is_registered_once() -> None:
    """R05: with a birth date as text that is sealed, where it is known."""
    given(PERSONS).when(REGISTER).then(REGISTERED).when(REGISTER).refused("person_registered_already")
    given(PERSONS).when(but(REGISTER, born=None)).then(REGISTERED.model_copy(update={"born": None}))


def test_a_person_changes_and_stays_born_on_that_day() -> None:
    """R05, X-02: the birth date stands unless another is told."""
    renamed = PersonChanged(person=ANNA, role=Role.ADULT, name="Anna Other")
    after = given(PERSONS, REGISTERED).when(RENAME).then(renamed)
    assert after.state == person.State("Anna Other", Role.ADULT, "1990-05-17", False)
    corrected = renamed.model_copy(update={"born": "1990-05-18"})
    after = given(PERSONS, REGISTERED).when(but(RENAME, born=date(1990, 5, 18))).then(corrected)
    assert after.state.born == "1990-05-18"
    given(PERSONS).when(RENAME).refused("person_unknown")


def test_an_address_is_protected_and_no_longer() -> None:
    """X-06."""
    protected = AddressProtectionSet(person=ANNA, protected=True)
    held = given(PERSONS, REGISTERED).when(PROTECT).then(protected)
    held.when(PROTECT).then()
    held.when(but(PROTECT, protected=False)).then(AddressProtectionSet(person=ANNA, protected=False))
    given(PERSONS).when(PROTECT).refused("person_unknown")


def test_a_professional_is_registered_once_whatever_the_profession() -> None:
    """R11, INV-04."""
    given(PROFESSIONALS).when(HIRE).then(HIRED).when(HIRE).refused("professional_registered_already")
    gp = but(HIRE, employer=Employer.OTHER, competences=("sleep",))
    employed = HIRED.model_copy(update={"employer": Employer.OTHER, "competences": ("sleep",)})
    given(PROFESSIONALS).when(gp).then(employed)


def test_a_professional_moves_and_leaves() -> None:
    """R11, INV-38: who left is not changed any more."""
    changed = ProfessionalChanged(
        professional=SOFIE,
        department="health",
        profession="nurse",
        name="Sofie Example",
        competences=("signs-of-safety",),
    )
    moved = given(PROFESSIONALS, HIRED).when(MOVE).then(changed)
    gone = moved.when(QUIT).then(LEFT)
    gone.when(QUIT).then()
    gone.when(MOVE).refused("professional_left")
    for command in (MOVE, QUIT):
        given(PROFESSIONALS).when(command).refused("professional_unknown")


@pytest.mark.parametrize("profession", ["nurse", "social worker", "health-visitor"])
def test_nobody_gives_himself_or_herself_a_profession_with_authority(profession: str) -> None:
    """INV-51, INV-63: a colleague says it; other professions, and what one is already, one may say."""
    herself = but(MOVE, by=BY_TEAM, profession=profession)
    given(PROFESSIONALS, HIRED).when(herself).refused("own_profession")
    told = given(PROFESSIONALS, HIRED).when(but(herself, by=by(TOMAS)))
    assert told.refusal is None
    assert told.after.when(but(herself, department="school")).refusal is None
    assert given(PROFESSIONALS, HIRED).when(but(herself, profession="teacher")).refusal is None


@pytest.mark.parametrize("profession", ["social-worker", "doctor", "health coordinator", "caseworker"])
def test_a_colleague_vouches_for_whoever_is_registered_with_authority(profession: str) -> None:
    """INV-63, R25: from the first day on; without authority, one registers oneself."""
    herself = but(HIRE, profession=profession)
    assert given(PROFESSIONALS).when(herself).refused("own_profession").rule == "INV-63"
    hired = HIRED.model_copy(update={"profession": profession})
    given(PROFESSIONALS).when(but(herself, by=by(TOMAS))).then(hired)
    given(PROFESSIONALS).when(but(herself, profession="teacher")).then(
        HIRED.model_copy(update={"profession": "teacher"})
    )


def test_a_department_is_registered_with_who_leads_it() -> None:
    """R46, R47."""
    opened = DepartmentRegistered(department="health", lead=SOFIE)
    led = given(DEPARTMENTS).when(OPEN_UP).then(opened)
    led.when(OPEN_UP).then()
    led.when(but(OPEN_UP, lead=None)).then(DepartmentRegistered(department="health"))


def test_an_external_id_names_one_person() -> None:
    """R05: a registered one; the same id for another person is refused."""
    held = given(EXTERNALS).with_known(True).when(LINK).then(LINKED)
    held.when(LINK).then()
    held.when(but(LINK, person=BO)).refused("external_id_of_another")
    assert external.found(held.state, ActorKind.PROFESSIONAL) == ANNA
    given(EXTERNALS).with_known(False).when(LINK).refused("person_unknown")


def test_a_wrong_link_is_undone() -> None:
    """R05: then the id may name the right person."""
    held = given(EXTERNALS, LINKED).with_known(True)
    undone = held.when(UNLINK).then(ExternalIdUnlinked(external=LINK.external, person=ANNA))
    undone.when(UNLINK).then()
    undone.when(but(LINK, person=BO)).then(LINKED.model_copy(update={"person": BO}))
    held.when(but(UNLINK, person=BO)).then()


@pytest.mark.parametrize(
    ("born", "digits", "plausible"),
    [
        ("010290", "-0000", True),
        ("010290", "0000", True),
        ("290200", "-4000", True),
        ("290200", "-0000", False),
        ("310490", "-0000", False),
        ("001390", "-0000", False),
        ("010257", "-5000", True),
        ("290258", "-5000", False),
        ("010290", "-000", False),
        ("010290", "-00000", False),
        ("010290", "-000x", False),
        ("A", "-17", False),
    ],
)
def test_a_cpr_number_is_a_birth_date_and_four_digits(born: str, digits: str, plausible: bool) -> None:
    """R05, X-05: in the century that the seventh digit tells; no check digit since 2007."""
    outcome = given(EXTERNALS).with_known(True).when(but(LINK, system="cpr", value=born + digits))
    assert (outcome.refusal and outcome.refusal.code) == (None if plausible else "cpr_implausible")


def test_staff_alone_look_persons_up() -> None:
    """R05."""
    for kind in (ActorKind.PERSON, ActorKind.SERVICE):
        with pytest.raises(Refused, match="staff_only"):
            external.found(external.State(ANNA), kind)
    with pytest.raises(Refused, match="person_not_found"):
        external.found(external.State(), ActorKind.PROFESSIONAL)


def test_the_hash_says_nothing_and_finds_the_same() -> None:
    """X-05: system and value both count, and so does the secret; a number is one with or without its hyphen."""
    number = "010" + "290-0000"
    made = external_id(SECRET, "cpr", number)
    assert number.replace("-", "") not in made.replace("-", "")
    assert (
        made
        == external_id(SECRET, "cpr", number.replace("-", ""))
        == external_id(SECRET, "cpr", f" {number} ")
    )
    others = {
        made,
        external_id(SECRET, "sensum", number),
        external_id(SECRET, "cpr", number + "1"),
        external_id(SECRET + b"x", "cpr", number),
        external_id(SECRET, "sensum", number.replace("-", "")),
    }
    assert len(others) == 5


KEPT_BY_STAFF: list[tuple[Given, Command]] = [
    (given(PERSONS), REGISTER),
    (given(PERSONS, REGISTERED), RENAME),
    (given(PERSONS, REGISTERED), PROTECT),
    (given(PROFESSIONALS), HIRE),
    (given(PROFESSIONALS, HIRED), MOVE),
    (given(PROFESSIONALS, HIRED), QUIT),
    (given(DEPARTMENTS), OPEN_UP),
    (given(EXTERNALS).with_known(True), LINK),
    (given(EXTERNALS, LINKED), UNLINK),
]


@pytest.mark.parametrize(("before", "command"), KEPT_BY_STAFF, ids=lambda each: type(each).__name__)
def test_the_registers_are_kept_by_staff(before: Given, command: Command) -> None:
    """R05, R11, R46."""
    for actor in (BY_ANNA, BY_CONTACTS):
        before.when(but(command, by=actor)).refused("staff_only")
