"""The register of professionals: one stream each (fagperson)."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from contracts.contacts.events import ProfessionalRegistered
from contracts.ids import ProfessionalId
from contracts.shapes import ActorKind, Code, Command, Text
from eventkeep.refused import Refused


class RegisterProfessional(Command):
    """Register a professional of the municipality (fagperson). R11."""

    stream: ClassVar[str] = "professional"
    professional: ProfessionalId
    department: Code
    profession: Code
    name: Text


@dataclass(frozen=True)
class State:
    """A professional as the register knows them. The name is sealed."""

    name: str | None = None
    department: str = ""
    profession: str = ""


def decide(state: State, command: RegisterProfessional) -> list[ProfessionalRegistered]:
    """What registering a professional makes true."""
    if command.by.kind is not ActorKind.PROFESSIONAL:
        raise Refused("staff_only", "Professionals are registered by staff.", "R11", "Ask a professional.")
    if state.name is not None:
        raise Refused(
            "professional_registered_already",
            "This professional is registered already.",
            "R11",
            "Use the professional's id, or register under another id.",
        )
    return [
        ProfessionalRegistered(
            professional=command.professional,
            department=command.department,
            profession=command.profession,
            name=command.name,
        )
    ]


def evolve(state: State, event: ProfessionalRegistered) -> State:
    """The professional after an event."""
    match event:
        case ProfessionalRegistered():
            return State(event.name, event.department, event.profession)
        case _:
            assert_never(event)
