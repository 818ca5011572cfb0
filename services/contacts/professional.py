"""The register of professionals: one stream each (fagperson)."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from contracts.contacts.events import Employer, ProfessionalChanged, ProfessionalLeft, ProfessionalRegistered
from contracts.ids import ProfessionalId
from contracts.shapes import ActorKind, Code, Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts.professions import carries_authority

# Commands


class RegisterProfessional(Command):
    """Register a professional, with employer and competences (fagperson). R11, R14 to R18, INV-63.

    A profession that carries authority is never one's own word, here as when it is changed: a colleague vouches for it.
    """

    stream: ClassVar[str] = "professional"
    professional: ProfessionalId
    department: Code
    profession: Code
    name: Text
    employer: Employer = Employer.MUNICIPALITY
    competences: tuple[Code, ...] = ()


class ChangeProfessional(Command):
    """Say where a professional works now, as what, and what he or she can do (kompetencer). R11, INV-51, INV-63.

    A profession that carries authority, in a case or in a visitation, is never one's own word: somebody else says it.
    """

    stream: ClassVar[str] = "professional"
    professional: ProfessionalId
    department: Code
    profession: Code
    name: Text
    competences: tuple[Code, ...] = ()


class ProfessionalLeaves(Command):
    """Record that a professional left the municipality: detached from every family (fratræde). R11, INV-38."""

    stream: ClassVar[str] = "professional"
    professional: ProfessionalId


ProfessionalCommand = RegisterProfessional | ChangeProfessional | ProfessionalLeaves
ProfessionalEvent = ProfessionalRegistered | ProfessionalChanged | ProfessionalLeft


@dataclass(frozen=True)
class State:
    """A professional as the register knows them. The name is sealed."""

    name: str | None = None
    department: str = ""
    profession: str = ""
    employer: Employer = Employer.MUNICIPALITY
    competences: tuple[str, ...] = ()
    left: bool = False


# Decide


def decide(state: State, command: ProfessionalCommand) -> list[ProfessionalEvent]:
    """What a command makes true, or why it is refused."""
    if command.by.kind is not ActorKind.PROFESSIONAL:
        raise Refused(
            "staff_only",
            "The register of professionals is kept by staff.",
            "R11",
            "Ask a professional.",
            danish="Registret over fagpersoner føres af medarbejdere.",
            danish_next="Spørg en fagperson.",
        )
    if isinstance(command, RegisterProfessional):
        _require_vouched_for(state, command)
        return [_register(state, command)]
    if state.name is None:
        raise Refused(
            "professional_unknown",
            "This professional is not registered.",
            "R11",
            "Register the professional first.",
            danish="Fagpersonen er ikke registreret.",
            danish_next="Registrér fagpersonen først.",
        )
    _require_of_department(state, command)
    match command:
        case ChangeProfessional():
            _require_vouched_for(state, command)
            return [_change(state, command)]
        case ProfessionalLeaves():
            return [] if state.left else [ProfessionalLeft(professional=command.professional)]
        case _:
            assert_never(command)


def _require_of_department(state: State, command: ProfessionalCommand) -> None:
    """A department's system speaks of its own people alone. INV-58."""
    through = command.by.through
    if through is not None and state.department != through:
        raise Refused(
            "professional_of_another_department",
            "This professional works for another department.",
            "INV-58",
            "Let that department say it.",
            danish="Fagpersonen arbejder i en anden afdeling.",
            danish_next="Lad den afdeling oplyse det.",
        )


def _register(state: State, command: RegisterProfessional) -> ProfessionalRegistered:
    if state.name is not None:
        raise Refused(
            "professional_registered_already",
            "This professional is registered already.",
            "R11",
            "Use the professional's id, or register under another id.",
            danish="Fagpersonen er allerede registreret.",
            danish_next="Brug fagpersonens id, eller registrér under et andet id.",
        )
    return ProfessionalRegistered(
        professional=command.professional,
        department=command.department,
        profession=command.profession,
        name=command.name,
        employer=command.employer,
        competences=command.competences,
    )


def _require_vouched_for(state: State, command: RegisterProfessional | ChangeProfessional) -> None:
    gained = command.profession != state.profession and carries_authority(command.profession)
    if gained and command.by.id == command.professional:
        raise Refused(
            "own_profession",
            "Nobody gives himself or herself a profession with authority in families' cases.",
            "INV-63",
            "Ask a colleague to record it.",
            danish="Ingen giver sig selv en faglighed med kompetence i familiers sager.",
            danish_next="Bed en kollega om at registrere det.",
        )


def _change(state: State, command: ChangeProfessional) -> ProfessionalChanged:
    if state.left:
        raise Refused(
            "professional_left",
            "This professional has left the municipality.",
            "R11",
            "Register who comes back under a new id.",
            danish="Fagpersonen er fratrådt.",
            danish_next="Registrér den, der kommer tilbage, med et nyt id.",
        )
    return ProfessionalChanged(
        professional=command.professional,
        department=command.department,
        profession=command.profession,
        name=command.name,
        competences=command.competences,
    )


# Evolve


def evolve(state: State, event: ProfessionalEvent) -> State:
    """The professional after an event."""
    match event:
        case ProfessionalRegistered():
            competences = event.competences
            return State(event.name, event.department, event.profession, event.employer, competences)
        case ProfessionalChanged():
            return replace(
                state,
                name=event.name,
                department=event.department,
                profession=event.profession,
                competences=event.competences,
            )
        case ProfessionalLeft():
            return replace(state, left=True)
        case _:
            assert_never(event)
