"""The smallest domain there is: a note with two personal texts, to measure deciding and sealing with."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, ClassVar, Self

from contracts.ids import FamilyId, PersonId
from contracts.shapes import Actor, ActorKind, Command, Event, Sealed, Text
from eventkeep.codec import Vocabulary
from eventkeep.edge.call import Call, Caller
from eventkeep.handle import Decider, Handle
from eventkeep.keys import FileKeys
from eventkeep.store import Store
from eventkeep.token import Tokens

_ACTOR = Actor(kind=ActorKind.SERVICE, id="00000000-0000-0000-0000-000000000001")
_CALLER = Caller("service", _ACTOR.id, None, 0.0)
_WORDS = "Calm mornings, and breakfast together before school"


class Noted(Event):
    """Somebody's words were noted."""

    wire: ClassVar[str] = "helhed.bench.noted.v1"
    family: FamilyId
    person: PersonId
    words: Annotated[str, Sealed(of="person")]
    wish: Annotated[str, Sealed(of="person")]


class Note(Command):
    """Note somebody's words."""

    family: FamilyId
    person: PersonId
    words: Text
    wish: Text

    @classmethod
    def of(cls, family: str, person: str) -> Self:
        """A note on a family."""
        return cls(
            family=FamilyId(family),
            person=PersonId(person),
            words=_WORDS,
            wish=_WORDS,
            by=_ACTOR,
            at=datetime.now(UTC),
        )


@dataclass(frozen=True)
class State:
    """How much was noted."""

    notes: int = 0


def decide(state: State, command: Note) -> list[Noted]:
    """Every note counts."""
    return [Noted(family=command.family, person=command.person, words=command.words, wish=command.wish)]


def evolve(state: State, event: Noted) -> State:
    """One more."""
    return State(state.notes + 1)


def handle_of(store: Store, keys: Path) -> Handle:
    """Handles notes, with keys in a folder."""
    words = Vocabulary("contacts", {Noted.wire: Noted}, Sealed)
    return Handle("contacts", Decider(State, decide, evolve), words, store, FileKeys(keys), Tokens(bytes(32)))


def call(command_id: str) -> Call:
    """A call as the edge makes it."""
    return Call("bench.Note", _CALLER, datetime.now(UTC), command_id=command_id)
