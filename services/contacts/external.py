"""Other systems' ids of persons: found by a keyed hash, so that the clear value stands in no id, key or log.

The value itself is sealed under the person's key. Its stream is named by the hash of system and value. X-05.
"""

import hashlib
import hmac
import uuid
from dataclasses import dataclass
from typing import ClassVar, assert_never

from contracts.contacts.events import ExternalIdLinked, ExternalIdUnlinked
from contracts.ids import ExternalId, PersonId
from contracts.shapes import ActorKind, Code, Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts import cpr


class LinkExternalId(Command):
    """Say by which id another system knows a person (cpr, eksternt id). R05, X-05."""

    stream: ClassVar[str] = "person"
    person: PersonId
    system: Code
    value: Text


class UnlinkExternalId(Command):
    """Take back an id that was linked to the wrong person (fejlregistrering). R05."""

    stream: ClassVar[str] = "person"
    person: PersonId
    system: Code
    value: Text


class Link(Command):
    """The same, under the hash that the API made of it. R05, X-05."""

    stream: ClassVar[str] = "external"
    external: ExternalId
    person: PersonId
    system: Code
    value: Text


class Unlink(Command):
    """Taking it back, under that hash. R05, X-05."""

    stream: ClassVar[str] = "external"
    external: ExternalId
    person: PersonId


ExternalEvent = ExternalIdLinked | ExternalIdUnlinked


@dataclass(frozen=True)
class State:
    """Whose id it is; `known` says whether the register has the person whom a command names."""

    person: PersonId | None = None
    known: bool = False


def external_id(secret: bytes, system: str, value: str) -> ExternalId:
    """The id that finds a person by another system's id; without the secret nobody can make or undo it."""
    key = hmac.digest(secret, b"external-id", hashlib.sha256)
    written = cpr.written(value) if system == cpr.SYSTEM else value.strip()
    made = hmac.digest(key, f"{system}\0{written}".encode(), hashlib.sha256)
    return ExternalId(uuid.UUID(bytes=made[:16]))


def linked(secret: bytes, command: LinkExternalId) -> Link:
    """The command on the stream that its value leads to."""
    return Link(
        by=command.by,
        at=command.at,
        external=external_id(secret, command.system, command.value),
        person=command.person,
        system=command.system,
        value=command.value,
    )


def unlinked(secret: bytes, command: UnlinkExternalId) -> Unlink:
    """The command on the stream that its value leads to."""
    external = external_id(secret, command.system, command.value)
    return Unlink(by=command.by, at=command.at, external=external, person=command.person)


def decide(state: State, command: Link | Unlink) -> list[ExternalEvent]:
    """What linking makes true: an id of another system names one registered person, until it is taken back."""
    if command.by.kind is not ActorKind.PROFESSIONAL:
        raise Refused(
            "staff_only",
            "Ids of other systems are linked by staff.",
            "R05",
            "Ask a professional.",
            danish="Andre systemers id'er registreres af medarbejdere.",
            danish_next="Spørg en fagperson.",
        )
    if isinstance(command, Unlink):
        ours = state.person == command.person
        return [ExternalIdUnlinked(external=command.external, person=command.person)] if ours else []
    if state.person == command.person:
        return []
    if state.person is not None:
        raise Refused(
            "external_id_of_another",
            "This id names another person already.",
            "R05",
            "Find the person by it.",
            danish="Id'et tilhører allerede en anden person.",
            danish_next="Find personen ved hjælp af id'et.",
        )
    _require_right_one(state, command)
    return [
        ExternalIdLinked(
            external=command.external, system=command.system, person=command.person, value=command.value
        )
    ]


def _require_right_one(state: State, command: Link) -> None:
    if not state.known:
        raise Refused(
            "person_unknown",
            "This person is not registered.",
            "R05",
            "Register the person first.",
            danish="Personen er ikke registreret.",
            danish_next="Registrér personen først.",
        )
    if command.system == cpr.SYSTEM and not cpr.is_plausible(command.value):
        raise Refused(
            "cpr_implausible",
            "A CPR number is a birth date and four digits.",
            "R05",
            "Correct the number.",
            danish="Et CPR-nummer er en fødselsdato og fire cifre.",
            danish_next="Ret nummeret.",
        )


def found(state: State, kind: ActorKind) -> PersonId:
    """Whom an external id names. Staff alone may ask. R05."""
    if kind is not ActorKind.PROFESSIONAL:
        raise Refused(
            "staff_only",
            "Staff alone look up persons.",
            "R05",
            "Ask a professional.",
            danish="Kun medarbejdere slår personer op.",
            danish_next="Spørg en fagperson.",
        )
    if state.person is None:
        raise Refused(
            "person_not_found",
            "Nobody is known by this id.",
            "R05",
            "Register the person, and link the id.",
            danish="Ingen er kendt ved dette id.",
            danish_next="Registrér personen, og knyt id'et til.",
        )
    return state.person


def evolve(state: State, event: ExternalEvent) -> State:
    """Whose id it is after an event."""
    match event:
        case ExternalIdLinked():
            return replace(state, person=event.person)
        case ExternalIdUnlinked():
            return replace(state, person=None)
        case _:
            assert_never(event)
