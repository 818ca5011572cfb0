"""An invented domain: a kite, those who may fly it, and what they call out; and a handler of it."""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Annotated, Any, ClassVar
from uuid import uuid4

import pytest

from contracts.ids import FamilyId, PersonId
from contracts.shapes import Actor, ActorKind, Command, Event, Sealed, Text
from eventkeep.cloudevent import Envelope, decode
from eventkeep.codec import Vocabulary
from eventkeep.edge.call import Answer, Call, Caller
from eventkeep.handle import Decider, FactsOf, Handle
from eventkeep.keys import Keys
from eventkeep.refused import Refused
from eventkeep.store import Store
from eventkeep.token import Tokens

AT = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
KITE, OTHER_KITE = (FamilyId(f"00000000-0000-4000-8000-00000000000{n}") for n in (1, 2))
ANNA, BO = (PersonId(f"10000000-0000-4000-8000-00000000000{n}") for n in (1, 2))
BY_ANNA = Actor(kind=ActorKind.PERSON, id=ANNA)
TOKENS = Tokens(b"a secret of the tests' own, and long")


class FlyerJoined(Event):
    """Somebody may fly the kite."""

    wire: ClassVar[str] = "helhed.kites.flyer-joined.v1"
    kite: FamilyId
    flyer: PersonId


class FlyerLeft(Event):
    """Somebody may not fly the kite any more."""

    wire: ClassVar[str] = "helhed.kites.flyer-left.v1"
    kite: FamilyId
    flyer: PersonId


class KiteFlown(Event):
    """The kite is in the air."""

    wire: ClassVar[str] = "helhed.kites.kite-flown.v1"
    kite: FamilyId
    flyer: PersonId
    words: Annotated[str, Sealed(of="flyer")]


class KiteLanded(Event):
    """The kite is on the ground."""

    wire: ClassVar[str] = "helhed.kites.kite-landed.v1"
    kite: FamilyId


class Join(Command):
    """May fly the kite from now on."""

    stream: ClassVar[str] = "kite"
    kite: FamilyId
    flyer: PersonId


class Leave(Command):
    """May not fly it any more."""

    stream: ClassVar[str] = "kite"
    kite: FamilyId
    flyer: PersonId


class Fly(Command):
    """Lets it fly."""

    stream: ClassVar[str] = "kite"
    kite: FamilyId
    flyer: PersonId
    words: Text


class Land(Command):
    """Brings it down, if it flies."""

    stream: ClassVar[str] = "kite"
    kite: FamilyId


@dataclass(frozen=True)
class State:
    """The kite. `known` is the wind, which the weather service tells."""

    flyers: frozenset[PersonId] = frozenset()
    flies: bool = False
    known: str = "some wind"


def decide(state: State, command: Any) -> Sequence[Event]:
    """What a command makes true."""
    match command:
        case Join():
            there = command.flyer in state.flyers
            return [] if there else [FlyerJoined(kite=command.kite, flyer=command.flyer)]
        case Leave():
            there = command.flyer in state.flyers
            return [FlyerLeft(kite=command.kite, flyer=command.flyer)] if there else []
        case Land():
            return [KiteLanded(kite=command.kite)] if state.flies else []
    if command.flyer not in state.flyers:
        raise Refused("not_a_flyer", "Only a flyer flies it.")
    if state.flies:
        raise Refused("flies_already", "It flies already.")
    if state.known == "no wind":
        raise Refused("no_wind", "Without wind it doesn't fly.")
    return [KiteFlown(kite=command.kite, flyer=command.flyer, words=command.words)]


def evolve(state: State, event: Any) -> State:
    """The kite after an event."""
    match event:
        case FlyerJoined():
            return replace(state, flyers=state.flyers | {event.flyer})
        case FlyerLeft():
            return replace(state, flyers=state.flyers - {event.flyer})
        case KiteFlown():
            return replace(state, flies=True)
    return replace(state, flies=False)


EVENTS = {event.wire: event for event in (FlyerJoined, FlyerLeft, KiteFlown, KiteLanded)}
VOCABULARY = Vocabulary("kites", EVENTS, Sealed)
STREAM = f"kite/{KITE}"


def handler(store: Store, keys: Keys, facts: FactsOf | None = None, cached: int = 100) -> Handle:
    """One replica of the service."""
    return Handle("kites", Decider(State, decide, evolve), VOCABULARY, store, keys, TOKENS, facts, cached)


def called(command_id: str | None = None, version: int | None = None, after: str = "") -> Call:
    """A call by Anna."""
    return Call(
        rpc="/helhed.kites.v1.Kites",
        caller=Caller("person", ANNA, None, 0.0),
        received_at=AT,
        command_id=command_id or str(uuid4()),
        expected_version=version,
        after=after,
    )


def join(flyer: PersonId = ANNA, kite: FamilyId = KITE) -> Join:
    """Anna joins, or another."""
    return Join(by=BY_ANNA, at=AT, kite=kite, flyer=flyer)


def leave(flyer: PersonId = ANNA) -> Leave:
    """Anna leaves, or another."""
    return Leave(by=BY_ANNA, at=AT, kite=KITE, flyer=flyer)


def fly(words: str = "Up it goes", flyer: PersonId = ANNA, kite: FamilyId = KITE) -> Fly:
    """Anna flies it, or another."""
    return Fly(by=BY_ANNA, at=AT, kite=kite, flyer=flyer, words=words)


def land(kite: FamilyId = KITE) -> Land:
    """It comes down."""
    return Land(by=BY_ANNA, at=AT, kite=kite)


async def refusal(work: Awaitable[Answer]) -> Refused:
    """How it is refused."""
    with pytest.raises(Refused) as caught:
        await work
    return caught.value


async def told(store: Store) -> list[str]:
    """What the stream says, in short."""
    return [decode(event.value).envelope.type.split(".")[2] for event in await store.read(STREAM)]


async def envelopes(store: Store) -> list[Envelope]:
    """The stream's envelopes."""
    return [decode(event.value).envelope for event in await store.read(STREAM)]
