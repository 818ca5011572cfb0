"""Long lives: hundreds of random commands of every decider, handled as a service handles them, on a store in memory.

The next command is chosen by what came before it, under a fixed seed, so nothing is shrunk. A failure names the life and
its step, and comes again when the same tests run: what Hypothesis draws depends on the modules that are loaded.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from pydantic import BaseModel

from contracts.contacts.events import PersonRegistered, Role
from contracts.ids import PersonId, ProfessionalId
from contracts.shapes import Command, Event
from eventkeep.cloudevent import decode
from eventkeep.edge.call import Answer, Call, Caller
from eventkeep.handle import Facts, Handle
from eventkeep.keys import FileKeys
from eventkeep.memory_store import MemoryStore
from eventkeep.refused import Refused
from eventkeep.sealing import subject_of
from eventkeep.store import Stored
from eventkeep.testing import folded
from eventkeep.token import Tokens
from services.contacts.state import State
from services.words import VOCABULARIES
from tests.unit.deciders import CASES
from tests.unit.family import BY_ANNA
from tests.unit.invariants import broken, broken_by, broken_in
from tests.unit.lives import Life, stream_of
from tests.unit.progress_commands import REGISTER
from tests.unit.progress_story import PROGRESS, REGISTERED, REPORTED
from tests.unit.test_progress_deviations import ACTED, CLOSED

LIVES, COMMANDS = 6, 400
SHORT = 40
TOKENS = Tokens(b"a secret of the tests' own, and long")


@dataclass
class Service:
    """A service that lives through a life: two replicas on one store."""

    life: Life
    keys: FileKeys
    store: MemoryStore = field(default_factory=MemoryStore)
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    past: list[tuple[Command, Call, Answer]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.replicas = [self.replica(), self.replica()]

    def replica(self) -> Handle:
        """One that remembers nothing yet."""
        life = self.life
        decider = replace(life.case.decider, initial=lambda: life.begun)
        return Handle(
            life.service, decider, VOCABULARIES[life.service], self.store, self.keys, TOKENS, self.facts
        )

    async def facts(self, command: Any, wanted: Any, deadline: float | None) -> Facts:
        """What the others said by now."""
        return Facts(self.life.known(stream_of(command)), {})

    async def stored(self, after: int = 0) -> list[Stored]:
        """All that was appended after a position."""
        found: list[Stored] = []
        while more := await self.store.read_all(after + len(found)):
            found += more
        return found

    def event(self, stored: Stored) -> Event:
        """An event as it is read again."""
        event = VOCABULARIES[self.life.service].read(decode(stored.value))
        assert isinstance(event, self.life.case.events)
        return event

    async def given(self, command: Command) -> None:
        """A command is given, and what it made true is folded; a refusal stores nothing."""
        before = len(await self.stored())
        call = Call(
            f"/helhed.{self.life.service}",
            Caller("person", "1", None, 0.0),
            self.life.now,
            command_id=str(UUID(int=next(self.ids))),
        )
        answer = await outcome(self.replicas[0], command, call)
        new = await self.stored(before)
        if isinstance(answer, str):
            assert not new
            return
        self.past.append((command, call, answer))
        events = [*map(self.event, new)]
        assert not broken_by(command, events)
        self.life.took(command, events)
        assert not broken(self.life.state(stream_of(command)))

    async def repeats(self) -> None:
        """The newest command again, and an old one, here and at a replica: the same answer, and nothing new."""
        before = len(await self.stored())
        for command, call, answer in (self.past[-1], self.life.chance.choice(self.past)):
            assert await outcome(self.life.chance.choice(self.replicas), command, call) == answer, command
        assert len(await self.stored()) == before

    async def stored_is_lived(self) -> None:
        """The replica that lived through it all, one that starts now and a plain fold of what is stored are in one state."""
        streams: dict[str, list[Event]] = {}
        for stored in await self.stored():
            streams.setdefault(stored.stream, []).append(self.event(stored))
        for stream, events in streams.items():
            assert not broken_in(events)
            lived = self.life.state(stream)
            assert await self.replicas[0].state(stream) == lived
            assert await self.replica().state(stream) == lived
            assert folded(self.life.case.decider.evolve, self.life.begun, *events) == lived


async def outcome(handle: Handle, command: Command, call: Call) -> Answer | str:
    """How a command is answered, or the code it is refused with. Anything else that it raises is a fault."""
    try:
        return await handle(command, call)
    except Refused as refused:
        return refused.code


async def live(life: Life, commands: int, keys: FileKeys) -> None:
    """No invariant breaks, repeats change nothing, and what is stored is what is lived, sealed where it is personal."""
    service = Service(life, keys)
    for step in range(commands):
        life.moves_on(step)
        command = life.next()
        try:
            await service.given(command)
            if service.past:
                await service.repeats()
        except Exception as error:
            error.add_note(f"life {life.number}, step {step}: {command!r}")
            raise
    await service.stored_is_lived()
    assert not [*open_texts(service, await service.stored())]


@pytest.mark.made_up
@pytest.mark.parametrize("name", CASES)
async def test_a_short_life(name: str, tmp_path: Path) -> None:
    """What holds of a long life, of its beginning."""
    life = Life(CASES[name], 0, Counter())
    await live(life, SHORT, FileKeys(tmp_path))
    assert life.done


@pytest.mark.long
@pytest.mark.parametrize("name", CASES)
async def test_long_lives(name: str, tmp_path: Path) -> None:
    """One after the other, half of them from nothing; between them nearly every command makes something true.

    Some come once or never: OpenHousehold (nothing may be before it), MergeHousehold (it ends a life), CompleteForm (after
    seven sections of one form), RevisePlan (names all that is open), SubmitRehabCase (the citizen knows every sub-goal) with
    the recommendation after it, QuestionApproval and what is overdue (one day fits).
    """
    case, done = CASES[name], Counter[type[Command]]()
    for number in range(LIVES):
        await live(Life(case, number, done), COMMANDS, FileKeys(tmp_path / str(number)))
    never = {command.__name__ for command in case.commands if not done[command]}
    assert len(never) * 9 <= len(case.commands), sorted(never)


def open_texts(service: Service, stored: list[Stored]) -> Iterator[str]:
    """Personal texts that stand in the store unsealed."""
    for event in map(service.event, stored):
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


def test_a_broken_invariant_would_be_found() -> None:
    """A coordinator who is on no team, of a family that has nobody."""
    alone = State(registered=True, coordinator=ProfessionalId("10000000-0000-4000-8000-000000000001"))
    assert [rule.partition(":")[0] for rule in broken(alone)] == ["R01", "INV-01"]


def test_a_broken_invariant_of_progress_would_be_found() -> None:
    """A deviation that was closed without being acted on; a member who says the professional's view; one ended twice."""
    state = folded(PROGRESS.evolve, PROGRESS.initial(), REPORTED, CLOSED)
    assert [rule.partition(":")[0] for rule in broken(state)] == ["INV-31"]
    by_anna = REGISTER.model_copy(update={"by": BY_ANNA})
    assert [rule.partition(":")[0] for rule in broken_by(by_anna, [REGISTERED])] == ["INV-59"]
    assert [rule.partition(":")[0] for rule in broken_in([REPORTED, CLOSED])] == ["INV-31"]
    assert broken_in([REPORTED, ACTED, CLOSED]) == []
