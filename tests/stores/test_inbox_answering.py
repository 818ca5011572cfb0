"""What became of a message is answered, counted, and tried again where it has to be. On a real store."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
import pytest_asyncio
from prometheus_client import REGISTRY

from contracts.contacts.events import VisitPlace
from contracts.ids import FamilyId, ProfessionalId
from contracts.shapes import Actor, ActorKind, Command
from eventkeep.clock import Clock
from eventkeep.edge.call import Answer, Call
from eventkeep.inbox.answering import Answering, Prepared
from eventkeep.inbox.kept import Kept, Taken
from eventkeep.inbox.message import Message, Place
from eventkeep.keys import FileKeys
from eventkeep.migrate import SQL, migrate
from eventkeep.pg import pool
from eventkeep.refused import Refused
from eventkeep.store import StoreUnreachable
from services.contacts.colleagues import RecordVisit
from services.inbox_answers import Tell
from tests.unit.family import AT, FAMILY, SOFIE

BY = Actor(kind=ActorKind.PROFESSIONAL, id=SOFIE, through="school")
VISIT = RecordVisit(
    by=BY,
    at=AT,
    family=FamilyId(FAMILY),
    professional=ProfessionalId(SOFIE),
    place=VisitPlace.HOME,
    visited_on=AT.date(),
)
STRANGER = Refused("not_of_department", "Nobody of this department.", "INV-58", "Have somebody attached.")
MISSING = Refused("goal_unknown", "The goal is not in the plan.", "A04", "Define it first.")


@dataclass
class Desk:
    """Where messages come to be answered, each as `outcome` says."""

    kept: Kept
    outcome: Callable[[], Answer]
    calls: list[Call] = field(default_factory=list)
    patience: float = 60.0
    command: Command = VISIT

    async def prepared(self, message: Message, now: datetime) -> Prepared:
        """The same command for every message: `command`."""

        async def handle(command: Any, call: Call) -> Answer:
            self.calls.append(call)
            return self.outcome()

        return self.command, handle

    async def answer(self) -> list[str]:
        """Answers those whose turn it is; all kinds of answers that are to be sent by then."""
        desk = Answering(
            self.kept,
            self.prepared,
            Tell("helhed"),
            frozenset({"goal_unknown"}),
            self.patience,
            Clock(),
            frozenset({"not_of_department"}),
        )
        await desk.some()
        return [orjson.loads(each.value)["type"].split(".")[2] for each in await self.kept.to_say(100)]


@pytest_asyncio.fixture
async def desk(dsn: str, keys: FileKeys) -> AsyncIterator[Desk]:
    """With one message to answer."""
    tables = await pool(dsn)
    async with tables.acquire() as connection:
        await migrate(connection, SQL / "inbox")
    found = Desk(Kept(tables, keys, "contacts"), lambda: Answer("token", 1, "contacts=1", 1))
    said = {
        "specversion": "1.0",
        "id": "1",
        "source": "/s",
        "type": "a.b",
        "subject": "s",
        "actor": "a",
        "data": {},
    }
    place = Place("school", "helhed.inbox.school.v1", 0, 0)
    await found.kept.take([Taken(place, "s", "key", orjson.dumps(said))], [], {(place.topic, 0): (0, 1)})
    yield found
    await tables.close()


def counted(result: str) -> float:
    """How often the school was answered so."""
    labels = {"sender": "school", "result": result}
    return REGISTRY.get_sample_value("helhed_inbox_messages_total", labels) or 0.0


def refuse(refused: Exception) -> Callable[[], Answer]:
    """An outcome that is none."""

    def outcome() -> Answer:
        raise refused

    return outcome


async def test_who_was_attached_a_moment_ago_is_looked_for_again_before_the_refusal_stands(
    desk: Desk, dsn: str
) -> None:
    """What another service said may be a moment behind: nobody is told that it waits, and then it is refused or done."""
    desk.outcome = refuse(STRANGER)
    tables = await pool(dsn)
    for _ in range(2):
        assert await desk.answer() == []
        await tables.execute("update inbox set try_at = clock_timestamp()")
    await tables.execute("update inbox set kept_at = clock_timestamp() - interval '3 seconds'")
    assert (await desk.answer(), len(desk.calls)) == (["message-refused"], 3)
    await tables.close()


async def test_a_crowd_of_strangers_is_refused_at_once_when_the_first_has_waited(
    desk: Desk, dsn: str
) -> None:
    """Nobody holds up a subject for longer by sending more."""
    places = [Place("school", "helhed.inbox.school.v1", 0, 1 + n) for n in range(20)]
    [first] = await desk.kept.due(1, 1, 60.0)
    taken = [Taken(place, "s", "key", first.value) for place in places]
    await desk.kept.take(taken, [], {(places[0].topic, 0): (1, 21)})
    desk.outcome = refuse(STRANGER)
    assert (await desk.answer(), len(desk.calls)) == ([], 1)
    tables = await pool(dsn)
    await tables.execute(
        "update inbox set try_at = clock_timestamp(), kept_at = kept_at - interval '3 seconds'"
    )
    assert (await desk.answer(), len(desk.calls)) == (["message-refused"] * 21, 22)
    await tables.close()


async def test_what_was_known_before_is_accepted_and_counted_apart(desk: Desk) -> None:
    """INV-58: how often the same is typed and sent can be seen."""
    before = counted("accepted"), counted("nothing_new")
    desk.outcome = lambda: Answer("token", 1, "contacts=1")
    assert await desk.answer() == ["message-accepted"]
    assert (counted("accepted"), counted("nothing_new")) == (before[0], before[1] + 1)


async def test_what_is_not_there_is_told_once_and_refused_in_the_end(desk: Desk) -> None:
    desk.outcome = refuse(MISSING)
    assert await desk.answer() == ["message-waits"]
    assert await desk.answer() == ["message-waits"]  # not its turn yet
    desk.patience = -1.0
    while len(answers := await desk.answer()) < 2:
        pass
    assert answers == ["message-waits", "message-refused"]


async def test_trouble_of_ours_ends_when_it_ends(desk: Desk) -> None:
    """Nobody's time runs out by it, and nobody is told of a moment's trouble."""
    desk.patience = -1.0
    for trouble in (StoreUnreachable(), Refused("reference_stale", "")):
        desk.outcome = refuse(trouble)
        seen = len(desk.calls)
        while len(desk.calls) == seen:
            assert await desk.answer() == []
    desk.outcome = lambda: Answer("token", 1, "contacts=1", 1)
    while not (answers := await desk.answer()):
        pass
    assert answers == ["message-accepted"]


async def test_a_fault_of_ours_is_tried_again_and_then_said(desk: Desk) -> None:
    desk.outcome = refuse(ZeroDivisionError())
    assert await desk.answer() == ["message-waits"]
    desk.patience = -1.0
    while len(answers := await desk.answer()) < 2:
        pass
    assert answers[-1] == "message-refused"


async def test_the_same_message_has_the_same_command_id_whoever_reads_it(desk: Desk) -> None:
    desk.outcome = refuse(Refused("reference_stale", ""))
    while len(desk.calls) < 2:
        await desk.answer()
    assert len({call.command_id for call in desk.calls}) == 1
    assert desk.calls[0].caller.text == f"professional:{SOFIE}"


async def test_what_a_system_says_by_itself_is_its_department_s_word(desk: Desk) -> None:
    """INV-58: the event names no person who didn't say it."""
    by = Actor(kind=ActorKind.DEPARTMENT, id="school", department="school", through="school")
    desk.command = VISIT.model_copy(update={"by": by})
    assert await desk.answer() == ["message-accepted"]
    assert desk.calls[0].caller.text == "department:school"
