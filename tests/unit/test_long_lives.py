"""Long lives: hundreds of random commands of every decider, handled as a service handles them, on a store in memory.

The commands are made by Hypothesis under a fixed seed, then lived through in order: what a life meets depends on all that
came before, so nothing is shrunk. A failure names the life and its step, and comes again the same way.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy
from pydantic import BaseModel

from contracts.contacts.events import PersonRegistered, Role
from contracts.ids import FamilyId, Id, PersonId, PlanId, ProfessionalId
from eventkeep.cloudevent import decode
from eventkeep.edge.call import Answer, Call, Caller
from eventkeep.handle import Decider, Facts, Handle
from eventkeep.keys import FileKeys
from eventkeep.memory_store import MemoryStore
from eventkeep.refused import Refused
from eventkeep.sealing import subject_of
from eventkeep.store import Stored
from eventkeep.testing import folded
from eventkeep.token import Tokens
from services.words import VOCABULARIES
from tests.unit.deciders import CASES, Case
from tests.unit.family import numbered

LIVES, COMMANDS = 4, 400
ENDS = ("Close", "Merge")
"""Commands after which little is accepted: they come late in a life."""
TOKENS = Tokens(b"a secret of the tests' own, and long")
AT = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)


def drawn(strategy: SearchStrategy[Any], number: int, most: int) -> list[Any]:
    """Some of what a strategy makes, always the same under a number."""
    found: list[Any] = []

    @seed(number)
    @settings(
        max_examples=most,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(strategy)
    def draw(made: Any) -> None:
        found.append(made)

    draw()
    return found


def lived(case: Case, number: int) -> list[Any]:
    """The commands of a life: what is likely to be accepted, about few or new things, amid anything at all."""
    chance = random.Random(number)
    batches = drawn(case.some_commands(6), number, COMMANDS)
    made = [command for batch in batches for command in batch]
    commands = []
    while len(commands) < COMMANDS:
        likely = case.examples and chance.random() < 0.75
        command = chance.choice(case.examples) if likely else chance.choice(made)
        if type(command).__name__.startswith(ENDS) and len(commands) < COMMANDS * 3 // 4:
            continue
        commands.append(about_others(command, chance) if chance.random() < 0.6 else command)
    return commands


def about_others(command: BaseModel, chance: random.Random) -> BaseModel:
    """The same about other things: persons, professionals, the family and its plan stay."""
    changed = {}
    for name in type(command).model_fields:
        value = getattr(command, name)
        if isinstance(value, Id) and not isinstance(value, PersonId | ProfessionalId | FamilyId | PlanId):
            changed[name] = numbered(type(value), chance.randint(1, 12))
    return command.model_copy(update=changed)


@dataclass
class Life:
    """One service, one store, and the facts of others, which change now and then."""

    case: Case
    service: str
    store: MemoryStore
    keys: FileKeys
    known: Any = None

    def handle(self) -> Handle:
        """A replica that remembers nothing yet."""
        return Handle(
            self.service, self.decider, VOCABULARIES[self.service], self.store, self.keys, TOKENS, self.facts
        )

    @property
    def decider(self) -> Decider:
        """The case's, from its beginning on."""
        begun = folded(self.case.decider.evolve, self.case.decider.initial(), *self.case.beginning)
        return replace(self.case.decider, initial=lambda: begun)

    async def facts(self, command: Any, wanted: Any, deadline: float | None) -> Facts:
        """What the others said by now."""
        return Facts(self.known, {})

    async def stored(self) -> list[Stored]:
        """All that was appended."""
        found: list[Stored] = []
        while more := await self.store.read_all(len(found)):
            found += more
        return found


async def outcome(handle: Handle, command: Any, call: Call) -> Answer | str:
    """How a command is answered, or the code it is refused with. Anything else that it raises is a fault."""
    try:
        return await handle(command, call)
    except Refused as refused:
        return refused.code


@pytest.mark.long
@pytest.mark.parametrize("number", range(LIVES))
@pytest.mark.parametrize("name", CASES)
async def test_a_long_life(name: str, number: int, tmp_path: Path) -> None:
    """No invariant breaks, repeats change nothing, and what is stored is what is lived, sealed where it is personal."""
    case, chance = CASES[name], random.Random(number)
    service = case.events[0].wire.split(".")[1]
    life = Life(case, service, MemoryStore(), FileKeys(tmp_path))
    handle, other, ids = life.handle(), life.handle(), count(1)
    some_known = drawn(case.known, number, 20)
    past: list[tuple[Any, Call, Answer]] = []
    for step, command in enumerate(lived(case, number)):
        if step % 10 == 0:
            life.known = chance.choice(some_known) if step % 40 == 30 else some_known[0]
        call = Call(
            f"/helhed.{service}", Caller("person", "1", None, 0.0), AT, command_id=str(UUID(int=next(ids)))
        )
        before = len(await life.stored())
        answer = await outcome(handle, command, call)
        if isinstance(answer, str):
            assert len(await life.stored()) == before, (step, command)
            continue
        past.append((command, call, answer))
        await repeated(life, handle, other, chance, past)
    assert len({type(command) for command, _, _ in past}) * 8 >= len(case.commands), (
        "hardly any kind of command was accepted"
    )
    await lived_is_stored(life, handle)
    assert not [*open_texts(life, await life.stored())]


async def repeated(
    life: Life, handle: Handle, other: Handle, chance: random.Random, past: list[tuple[Any, Call, Answer]]
) -> None:
    """The newest command again, and an old one, here and at a replica: the same answer, and nothing new."""
    before = len(await life.stored())
    for command, call, answer in (past[-1], chance.choice(past)):
        assert await outcome(chance.choice([handle, other]), command, call) == answer, command
    assert len(await life.stored()) == before


async def lived_is_stored(life: Life, handle: Handle) -> None:
    """A replica that starts now, and a plain fold of what is stored, are where the one is that lived through it all."""
    streams: dict[str, list[Any]] = {}
    for stored in await life.stored():
        event = VOCABULARIES[life.service].read(decode(stored.value))
        assert type(event) in life.case.events
        streams.setdefault(stored.stream, []).append(event)
    for stream, events in streams.items():
        lived = await handle.state(stream)
        assert await life.handle().state(stream) == lived
        assert folded(life.decider.evolve, life.decider.initial(), *events) == lived


def open_texts(life: Life, stored: list[Stored]) -> Iterator[str]:
    """Personal texts that stand in the store unsealed."""
    for each in stored:
        event = VOCABULARIES[life.service].read(decode(each.value))
        yield from (f"{event.wire}: {text}" for text in _personal(event) if subject_of(text) is None)


def _personal(model: BaseModel) -> Iterator[str]:
    """The texts of fields that are marked sealed, at any depth."""
    for name, declared in type(model).model_fields.items():
        marked = "Sealed(" in repr(declared)
        yield from _texts(getattr(model, name), marked)


def _texts(value: Any, marked: bool) -> Iterator[str]:
    match value:
        case str() if marked:
            yield value
        case BaseModel():
            yield from _personal(value)
        case tuple() | frozenset():
            for each in value:
                yield from _texts(each, marked)
        case _:
            return


def test_an_open_text_would_be_found() -> None:
    """The walk knows what is personal."""
    person = PersonId("10000000-0000-4000-8000-000000000001")
    assert [*_personal(PersonRegistered(person=person, name="Anna Example", role=Role.ADULT))] == [
        "Anna Example"
    ]
