"""The register of persons: one stream each (borger)."""

from dataclasses import dataclass, replace
from typing import ClassVar, assert_never

from contracts.contacts.events import PersonRegistered, Role
from contracts.ids import PersonId
from contracts.shapes import ActorKind, Command, Text
from eventkeep.refused import Refused


class RegisterPerson(Command):
    """Register a person (borger). R05."""

    stream: ClassVar[str] = "person"
    person: PersonId
    role: Role
    name: Text


@dataclass(frozen=True)
class State:
    """A person as the register knows them. The name is sealed."""

    name: str | None = None
    role: Role | None = None


def decide(state: State, command: RegisterPerson) -> list[PersonRegistered]:
    """What registering a person makes true."""
    if command.by.kind is not ActorKind.PROFESSIONAL:
        raise Refused("staff_only", "Persons are registered by staff.", "R11", "Ask a professional.")
    if state.name is not None:
        raise Refused(
            "person_registered_already",
            "This person is registered already.",
            "R05",
            "Use the person's id, or register under another id.",
        )
    return [PersonRegistered(person=command.person, role=command.role, name=command.name)]


def evolve(state: State, event: PersonRegistered) -> State:
    """The person after an event."""
    match event:
        case PersonRegistered():
            return replace(state, name=event.name, role=event.role)
        case _:
            assert_never(event)
