"""Whose turn it is, becomes a command; what became of it is answered. What isn't there yet waits, bounded, and is told.

An answer is kept together with the message being done: a crash on the way out sends the same one again.
"""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import orjson
import structlog

from eventkeep import metrics
from eventkeep.clock import Clock
from eventkeep.edge.call import Answer, Call, Caller
from eventkeep.edge.serve import frames
from eventkeep.fenced import Fenced, Record
from eventkeep.inbox.kept import Due, Kept, Later, Said
from eventkeep.inbox.message import Message, Place, attributes, named, read
from eventkeep.react import LATER, TROUBLE
from eventkeep.refused import Refused
from eventkeep.steps import step

log = structlog.get_logger()
_COMMAND_IDS = uuid.UUID("6e2f4f2a-98f2-5a0d-a1e7-2b8d6f0c9b11")
_OF_OWNER, _OF_SUBJECT, _SAY_AT_ONCE = 128, 32, 500
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 30.0
_NOTICED_AFTER = 4
_OURS = (LATER | {"reference_parked"}) - {"lagging"}
"""Trouble of our own: it is nobody's fault, and the time of waiting doesn't run meanwhile."""
_WAITS = frozenset({"internal", "lagging"})


class Telling(Protocol):
    """Makes the answers: the events of a contract, with the topic in which the owner reads them."""

    def topic(self, owner: str) -> str: ...

    def accepted(self, which: Mapping[str, Any], stream: str, token: str, vector: str) -> tuple[str, Any]: ...

    def waits(
        self, which: Mapping[str, Any], refused: Refused, until: datetime | None
    ) -> tuple[str, Any]: ...

    def refused(self, which: Mapping[str, Any], refused: Refused, waited: bool) -> tuple[str, Any]: ...


Prepared = tuple[Any, Callable[[Any, Call], Awaitable[Answer]]]
Prepare = Callable[[Message, datetime], Awaitable[Prepared]]
"""The command of a message that came at a moment, and who handles it. Raises Refused."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message: its answer, if there is one now; and when it is tried again, if it isn't done."""

    due: Due
    said: Said | None
    later: Later | None = None


class Answering:
    """Does what was asked of one service, and says so."""

    def __init__(
        self,
        kept: Kept,
        prepare: Prepare,
        telling: Telling,
        waits_for: frozenset[str],
        patience: float,
        clock: Clock,
        behind: frozenset[str] = frozenset(),
    ) -> None:
        """`waits_for` are refusals of what may come to be. `behind` are those that another service's facts lead to, which
        may be a moment behind: of what came a moment ago they are looked at again, without a word, before they stand."""
        self._behind = behind
        self._kept, self._prepare, self._telling, self._clock = kept, prepare, telling, clock
        self._waits_for, self._patience = waits_for | _WAITS, patience

    async def some(self) -> bool:
        """Takes those whose turn it is. Says whether there was any."""
        due = await self._kept.due(_OF_OWNER, _OF_SUBJECT, self._patience)
        subjects: dict[tuple[str, bytes], list[Due]] = {}
        for each in due:
            subjects.setdefault((each.place.owner, each.subject), []).append(each)
        runs = await asyncio.gather(*(self._in_order(run) for run in subjects.values()))
        outcomes = [outcome for run in runs for outcome in run]
        step("inbox_decided")
        await self._kept.done(
            [each.due.n for each in outcomes if each.later is None],
            [each.later for each in outcomes if each.later is not None],
            [each.said for each in outcomes if each.said is not None],
        )
        step("inbox_noted")
        return bool(due)

    async def say(self, producer: Fenced) -> bool:
        """Sends answers that are kept. Says whether there was any."""
        said = await self._kept.to_say(_SAY_AT_ONCE)
        if said:
            await producer.send([Record(each.topic, each.key, each.value) for each in said])
            step("inbox_answered")
            await self._kept.was_said(said)
        return bool(said)

    def refusal(self, place: Place, key: str, said: Mapping[str, Any], refused: Refused) -> Said:
        """The answer to what is refused as it is read."""
        metrics.INBOX.labels(place.owner, "refused").inc()
        return self._said(0, place, key, self._telling.refused(_which(place, said), refused, False))

    def failure(self, place: Place, key: str, said: Mapping[str, Any], error: Exception) -> Said:
        """The answer to what can't be taken for a fault of ours."""
        log.error("inbox_failed", error_type=type(error).__name__, frames=frames(error))
        return self.refusal(place, key, said, _internal())

    async def _in_order(self, due: Sequence[Due]) -> list[Outcome]:
        """Those of one subject: what comes after one that waits isn't taken."""
        outcomes: list[Outcome] = []
        for each in due:
            outcomes.append(await self._take(each))
            if outcomes[-1].later is not None:
                break
        return outcomes

    async def _take(self, due: Due) -> Outcome:
        said = attributes(due.value)
        which = _which(due.place, said)
        try:
            command, handle = await self._prepare(message := read(said, due.place), now := self._clock.now())
            answer = await handle(command, _call(message, command, now))
        except Refused as refused:
            return self._refused(due, which, refused)
        except TROUBLE:
            return self._later(due, which, None)
        except Exception as error:  # stops nobody else
            log.error("inbox_failed", error_type=type(error).__name__, frames=frames(error))
            return self._refused(due, which, _internal())
        metrics.INBOX.labels(due.place.owner, "accepted" if answer.events else "nothing_new").inc()
        stream = f"{command.stream}/{getattr(command, command.stream)}"
        told = self._telling.accepted(which, stream, answer.token, answer.vector)
        return Outcome(due, self._said(due.n, due.place, due.key, told))

    def _refused(self, due: Due, which: Mapping[str, Any], refused: Refused) -> Outcome:
        ours, waits = refused.code in _OURS, refused.code in self._waits_for
        if ours or (waits and not due.over):
            return self._later(due, which, refused)
        if refused.code in self._behind and due.fresh:
            return Outcome(due, None, Later(due.n, _pause(due), waits=False, noticed=False))
        metrics.INBOX.labels(due.place.owner, "refused").inc()
        told = self._telling.refused(which, refused, waits)
        return Outcome(due, self._said(due.n, due.place, due.key, told))

    def _later(self, due: Due, which: Mapping[str, Any], refused: Refused | None) -> Outcome:
        """Tried again, and again later each time. It is told once: at once where something isn't there, and where we are in
        trouble after some tries."""
        waits = refused is not None and refused.code in self._waits_for
        notice = refused is not None and not due.noticed and (waits or due.tries >= _NOTICED_AFTER)
        later = Later(due.n, _pause(due), waits, notice)
        if not notice or refused is None:
            return Outcome(due, None, later)
        metrics.INBOX.labels(due.place.owner, "waits").inc()
        until = datetime.now(UTC) + timedelta(seconds=self._patience) if waits else None
        told = self._telling.waits(which, refused, until)
        return Outcome(due, self._said(due.n, due.place, due.key, told), later)

    def _said(self, n: int, place: Place, key: str, told: tuple[str, Any]) -> Said:
        kind, data = told
        topic = self._telling.topic(place.owner)
        event = {
            "specversion": "1.0",
            "id": f"{place.partition}/{place.offset}/{kind.split('.')[2]}",
            "source": f"/helhed/inbox/{place.owner}",
            "type": kind,
            "subject": f"inbox/{place.owner}",
            "time": datetime.now(UTC).isoformat(),
            "datacontenttype": "application/json",
            "dataschema": f"urn:helhed:event:{kind}",
            "partitionkey": key,
            "data": data,
        }
        return Said(n, topic, key, orjson.dumps(event))


def _pause(due: Due) -> float:
    """Longer each time."""
    return float(min(_FIRST_PAUSE * 2 ** min(due.tries, 20), _LONGEST_PAUSE))


def _internal() -> Refused:
    return Refused(
        "internal",
        "Something went wrong here.",
        "",
        "Tell those who run Helhed where it stands.",
        danish_next="Sig til dem, der driver Helhed, hvor det står.",
    )


def _which(place: Place, said: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **{name: named(dict(said), name) for name in ("id", "source", "type")},
        "partition": place.partition,
        "offset": place.offset,
    }


def _call(message: Message, command: Any, now: datetime) -> Call:
    """The same id for the same message of the same owner, wherever it stands again."""
    owner = message.place.owner
    actor = command.by
    return Call(
        rpc=type(command).__name__,
        caller=Caller(actor.kind.value, actor.id, owner, 0.0),
        received_at=now,
        traceparent=message.traceparent or None,
        command_id=str(uuid.uuid5(_COMMAND_IDS, orjson.dumps([owner, message.source, message.id]).decode())),
        after=message.after,
        occurred_at=message.time,
        about=message.about,
    )
