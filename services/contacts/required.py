"""What many decisions demand first: somebody attached, a member of the family, somebody whom the registers know."""

from collections.abc import Iterable
from datetime import date

from contracts.contacts.events import Member, Role
from contracts.ids import PersonId, ProfessionalId
from contracts.shapes import Actor, ActorKind, Command
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.contacts.state import KnownProfessional, Membership, State, in_force


def require_attached(state: State, professional: ProfessionalId, day: date) -> None:
    """INV-10: a place around the family is for those attached to it, with their basis in force."""
    if not in_force(state, professional, day):
        raise Refused(
            "professional_not_attached",
            "This professional is not attached to the family with a basis in force.",
            "INV-10",
            "Attach the professional first.",
            danish="Fagpersonen er ikke tilknyttet familien med en gældende hjemmel.",
            danish_next="Tilknyt fagpersonen først.",
        )


def require_members(state: State, persons: Iterable[PersonId]) -> None:
    """R02: those who are named belong to the family."""
    if any(person not in state.members for person in persons):
        raise Refused(
            "person_not_in_family",
            "This person is no member of the family.",
            "R02",
            "Add the person to the family first.",
            danish="Personen er ikke medlem af familien.",
            danish_next="Føj personen til familien først.",
        )


def require_team(state: State) -> frozenset[ProfessionalId]:
    """R10: the team, where there is one."""
    if state.team is None:
        raise Refused(
            "team_not_established",
            "The family has no coordination team yet.",
            "R10",
            "Establish the team first.",
            danish="Familien har endnu intet koordinationsteam.",
            danish_next="Nedsæt teamet først.",
        )
    return state.team


def known_professional(state: State, professional: ProfessionalId) -> KnownProfessional:
    """R11: a professional as the register knows him or her, still of the municipality."""
    known = state.known.professionals.get(professional)
    if known is None:
        raise Refused(
            "professional_unknown",
            "This professional is not registered.",
            "R11",
            "Register the professional first.",
            danish="Fagpersonen er ikke registreret.",
            danish_next="Registrér fagpersonen først.",
        )
    if known.left:
        raise Refused(
            "professional_left",
            "This professional has left the municipality.",
            "R11",
            "Name somebody else.",
            danish="Fagpersonen er fratrådt.",
            danish_next="Angiv en anden.",
        )
    return known


def member(
    state: State,
    person: PersonId,
    role: Role | None = None,
    custody: tuple[PersonId, ...] = (),
    set_here: bool = False,
) -> Member:
    """R02: a person as the register knows him or her, in a place in this family."""
    known = state.known.persons.get(person)
    if known is None:
        raise Refused(
            "person_unknown",
            "This person is not registered.",
            "R02",
            "Register the person first.",
            danish="Personen er ikke registreret.",
            danish_next="Registrér personen først.",
        )
    return Member(
        person=person,
        role=role or known.role,
        name=known.name,
        custody=custody,
        protected=known.protected,
        set_here=set_here,
        born=known.born.isoformat() if known.born else None,
    )


def placed(held: Member) -> Membership:
    """A member's place, without the name."""
    return Membership(held.role, held.custody, held.protected, held.set_here)


def has_adult(state: State, persons: Iterable[str]) -> bool:
    """Whether an adult of the family is among these; where it has none, anybody of the family is enough. INV-02, INV-48."""
    adults = {who for who, held in state.members.items() if held.role is Role.ADULT}
    return not adults or not adults.isdisjoint(persons)


def day_of_command(command: Command) -> date:
    """The day on which it was said, in Europe/Copenhagen."""
    return day_of(command.at)


def speaks_for_another(by: Actor, persons: Iterable[str]) -> bool:
    """Whether a member of the family acts for others without being among them."""
    return by.kind is ActorKind.PERSON and by.id not in persons
