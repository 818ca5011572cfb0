"""The register of departments that take part: one stream each, named by its code (afdeling)."""

from dataclasses import dataclass
from typing import ClassVar, assert_never

from contracts.contacts.events import DepartmentRegistered
from contracts.ids import ProfessionalId
from contracts.shapes import ActorKind, Code, Command
from eventkeep.refused import Refused


class RegisterDepartment(Command):
    """Register a department, or who leads it now (afdeling). R46, R47."""

    stream: ClassVar[str] = "department"
    department: Code
    lead: ProfessionalId | None = None


@dataclass(frozen=True)
class State:
    """A department as the register knows it."""

    registered: bool = False
    lead: ProfessionalId | None = None


def decide(state: State, command: RegisterDepartment) -> list[DepartmentRegistered]:
    """What registering a department makes true; nothing, where it is led by the same."""
    if command.by.kind is not ActorKind.PROFESSIONAL:
        raise Refused(
            "staff_only",
            "Departments are registered by staff.",
            "R46",
            "Ask a professional.",
            danish="Afdelinger registreres af medarbejdere.",
            danish_next="Spørg en fagperson.",
        )
    if state == State(True, command.lead):
        return []
    return [DepartmentRegistered(department=command.department, lead=command.lead)]


def evolve(state: State, event: DepartmentRegistered) -> State:
    """The department after an event."""
    match event:
        case DepartmentRegistered():
            return State(True, event.lead)
        case _:
            assert_never(event)
