"""The register of persons: one stream each (borger)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, assert_never

from contracts.contacts.events import AddressProtectionSet, PersonChanged, PersonRegistered, Role
from contracts.ids import PersonId
from contracts.shapes import ActorKind, Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused

# Commands


class RegisterPerson(Command):
    """Register a person, with the birth date where it is known (borger). R05, X-02."""

    stream: ClassVar[str] = "person"
    person: PersonId
    role: Role
    name: Text
    born: date | None = None


class ChangePerson(Command):
    """Say what a person is called now, and whether adult, young or child; add or correct the birth date. R05."""

    stream: ClassVar[str] = "person"
    person: PersonId
    role: Role
    name: Text
    born: date | None = None


class SetAddressProtection(Command):
    """Protect a person's address in every family, or end that (navne- og adressebeskyttelse). X-06."""

    stream: ClassVar[str] = "person"
    person: PersonId
    protected: bool


PersonCommand = RegisterPerson | ChangePerson | SetAddressProtection
PersonEvent = PersonRegistered | PersonChanged | AddressProtectionSet


@dataclass(frozen=True)
class State:
    """A person as the register knows them. Name and birth date are sealed."""

    name: str | None = None
    role: Role = Role.ADULT
    born: str | None = None
    protected: bool = False


# Decide


def decide(state: State, command: PersonCommand) -> list[PersonEvent]:
    """What a command makes true, or why it is refused."""
    if command.by.kind is not ActorKind.PROFESSIONAL:
        raise Refused(
            "staff_only",
            "The register of persons is kept by staff.",
            "R05",
            "Ask a professional.",
            danish="Personregistret føres af medarbejdere.",
            danish_next="Spørg en fagperson.",
        )
    if isinstance(command, RegisterPerson):
        return [_register(state, command)]
    if state.name is None:
        raise Refused(
            "person_unknown",
            "This person is not registered.",
            "R05",
            "Register the person first.",
            danish="Personen er ikke registreret.",
            danish_next="Registrér personen først.",
        )
    match command:
        case ChangePerson():
            born = command.born.isoformat() if command.born else None
            return [PersonChanged(person=command.person, role=command.role, name=command.name, born=born)]
        case SetAddressProtection():
            if command.protected == state.protected:
                return []
            return [AddressProtectionSet(person=command.person, protected=command.protected)]
        case _:
            assert_never(command)


def _register(state: State, command: RegisterPerson) -> PersonRegistered:
    if state.name is not None:
        raise Refused(
            "person_registered_already",
            "This person is registered already.",
            "R05",
            "Use the person's id, or register under another id.",
            danish="Personen er allerede registreret.",
            danish_next="Brug personens id, eller registrér under et andet id.",
        )
    born = command.born.isoformat() if command.born else None
    return PersonRegistered(person=command.person, role=command.role, name=command.name, born=born)


# Evolve


def evolve(state: State, event: PersonEvent) -> State:
    """The person after an event."""
    match event:
        case PersonRegistered():
            return replace(state, name=event.name, role=event.role, born=event.born)
        case PersonChanged():
            return replace(state, name=event.name, role=event.role, born=event.born or state.born)
        case AddressProtectionSet():
            return replace(state, protected=event.protected)
        case _:
            assert_never(event)
