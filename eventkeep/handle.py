"""How a command becomes events: load, decide, append; decide again on conflict; answer with a token."""

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from weakref import WeakValueDictionary

import orjson
from pydantic import BaseModel

from eventkeep import metrics, spans, vector
from eventkeep.cloudevent import Envelope, encode
from eventkeep.codec import Vocabulary
from eventkeep.edge.call import Answer, Call
from eventkeep.keys import KeyForgotten, Keys
from eventkeep.refused import Refused
from eventkeep.states import Held, States
from eventkeep.steps import step
from eventkeep.store import ANY_FINGERPRINT, Append, Outcome, Store, StoreUnreachable, until
from eventkeep.token import Tokens

_TRIES = 20
_PATIENCE = 10.0
_EVENT_IDS = uuid.UUID("5f0c7d0e-6f5a-5d0b-9c5e-0d6f3e3a7a10")


@dataclass(frozen=True)
class Decider:
    """A domain as three plain functions."""

    initial: Callable[[], Any]
    decide: Callable[[Any, Any], Sequence[Any]]
    evolve: Callable[[Any, Any], Any]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a decision may lean on beside its stream, and the version vector it was read at."""

    known: Any
    causes: vector.Vector


FactsOf = Callable[[Any, vector.Vector, float | None], Awaitable[Facts]]
"""Reads the facts for a command that cover a vector, waiting until a deadline (monotonic). Raises Refused."""


class Handle:
    """Handles the commands of one kind of stream of one service."""

    def __init__(
        self,
        service: str,
        decider: Decider,
        vocabulary: Vocabulary,
        store: Store,
        keys: Keys,
        tokens: Tokens,
        facts: FactsOf | None = None,
        cached: int = 20_000,
    ) -> None:
        self._service, self._decider, self._vocabulary = service, decider, vocabulary
        self._store, self._keys, self._tokens, self._facts = store, keys, tokens, facts
        self._states = States(decider.initial, decider.evolve, vocabulary, store, cached)
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def __call__(self, command: Any, call: Call) -> Answer:
        """Decides and stores a command, or answers a repeated one as before. Raises Refused.

        All that it asks of the store has ten seconds together, or until the call's deadline.
        """
        latest = asyncio.get_running_loop().time() + _PATIENCE
        try:
            with until(min(latest, call.deadline or latest)):
                return await self._done_once(command, call)
        except StoreUnreachable:
            raise Refused(
                "store_unreachable",
                "The database does not answer: whether this was done is not known.",
                "",
                "Try again with the same command id: it is done at most once.",
                danish_next="Prøv igen med samme kommando-id: det bliver gjort højst én gang.",
            ) from None

    async def _done_once(self, command: Any, call: Call) -> Answer:
        stream = f"{command.stream}/{getattr(command, command.stream)}"
        wanted = self._wanted(stream, call)
        fingerprint = self._fingerprint(stream, command)
        async with self._turn(stream):
            held = await self._states.any(stream)
            for _ in range(_TRIES):
                try:
                    facts = await self._known(command, wanted, call.deadline)
                    events = self._decide(held, command, facts, wanted, call)
                    causes = vector.join(facts.causes, wanted)
                    values, after = await self._encode(stream, held, command, events, causes, call)
                except Refused:
                    answered = await self._answered(stream, call.command_id, fingerprint)
                    if answered is not None:
                        return answered
                    checked = await self._states.load(stream, held)
                    if checked.head == held.head:
                        raise
                    held = checked
                    continue
                seen = vector.join({self._service: after.head.version}, causes)
                step("decided")
                append = Append(call.command_id, fingerprint, stream, held.head, values, vector.text(seen))
                with spans.within("append"), metrics.APPEND_SECONDS.time():
                    appended = await self._store.append(append)
                step("appended")
                if appended.outcome == Outcome.ID_REUSED:
                    raise _reused()
                if appended.outcome == Outcome.CONFLICT:
                    metrics.CONFLICTS.inc()
                    held = await self._states.load(stream, held)
                    continue
                if appended.outcome == Outcome.APPENDED:
                    self._states.keep(stream, after)
                new = len(values) if appended.outcome == Outcome.APPENDED else 0
                return replace(self._answer(stream, appended.answer), events=new)
        raise Refused("stream_busy", "Others change the same thing at the same time.", "", "Try again.")

    async def state(self, stream: str) -> Any:
        """The stream's state, folded to its head now."""
        return (await self._states.newest(stream)).state

    def _turn(self, stream: str) -> AbstractAsyncContextManager[Any]:
        """One command of a stream at a time in this process: the others would only conflict."""
        return self._turns.setdefault(stream, asyncio.Lock())

    def _wanted(self, stream: str, call: Call) -> vector.Vector:
        if not call.after:
            return {}
        seen = self._tokens.read(call.after)
        if seen.stream_id != stream.partition("/")[2]:
            raise Refused(
                "token_of_another_family",
                "The token speaks of another family.",
                "",
                "Send a token that was given for this family, or none.",
            )
        return seen.vector

    def _fingerprint(self, stream: str, command: BaseModel) -> bytes:
        contents = command.model_dump(mode="json", exclude={"at"}, exclude_defaults=True)
        return self._tokens.fingerprint(
            orjson.dumps([stream, type(command).__name__, contents], option=orjson.OPT_SORT_KEYS)
        )

    async def _known(self, command: Any, wanted: vector.Vector, deadline: float | None) -> Facts:
        return Facts(None, {}) if self._facts is None else await self._facts(command, wanted, deadline)

    def _decide(
        self, held: Held, command: Any, facts: Facts, wanted: vector.Vector, call: Call
    ) -> Sequence[Any]:
        version = held.head.version
        if call.expected_version is not None and call.expected_version != version:
            raise Refused(
                "version_conflict",
                "This changed since you looked.",
                "",
                "Read it again and decide anew.",
                {"expected": str(call.expected_version), "version": str(version)},
            )
        if wanted.get(self._service, 0) > version:
            raise Refused(
                "store_behind_token",
                "The token names events that this store doesn't hold.",
                "",
                "Operations must look: the store may have been restored.",
                {"service": self._service, "version": str(version)},
            )
        state = held.state if facts.known is None else replace(held.state, known=facts.known)
        return self._decider.decide(state, command)

    async def _encode(
        self, stream: str, held: Held, command: Any, events: Sequence[Any], causes: vector.Vector, call: Call
    ) -> tuple[tuple[bytes, ...], Held]:
        now = datetime.now(UTC).isoformat()
        ids = [str(uuid.uuid5(_EVENT_IDS, f"{call.command_id}/{n}")) for n in range(len(events))]
        try:
            sealed = await self._vocabulary.seal_all(zip(events, ids, strict=True), self._keys)
        except KeyForgotten:
            raise Refused(
                "person_forgotten",
                "A person in this was forgotten at their request.",
                "X-05",
                "Leave the person out.",
            ) from None
        values: list[bytes] = []
        state, head = held.state, held.head
        for event, event_id, data in zip(events, ids, sealed, strict=True):
            envelope = Envelope(
                id=event_id,
                service=self._service,
                type=event.wire,
                stream=stream,
                version=head.version + 1,
                time=now,
                occurred_at=command.at.isoformat(),
                actor=call.caller.text,
                causes=vector.join({self._service: head.version}, causes),
                purpose=call.purpose,
                correlation_id=call.correlation_id or call.command_id,
                causation_id=call.command_id,
                traceparent=call.traceparent or "",
                about=call.about,
            )
            value = encode(envelope, data)
            state = self._decider.evolve(state, type(event).model_validate(data))
            head = head.after(value)
            values.append(value)
        return tuple(values), Held(state, head)

    async def _answered(self, stream: str, command_id: str, fingerprint: bytes) -> Answer | None:
        known = await self._store.remembered(command_id)
        if known is None:
            return None
        if known[0] not in (fingerprint, ANY_FINGERPRINT):
            raise _reused()
        return self._answer(stream, known[1])

    def _answer(self, stream: str, seen: str) -> Answer:
        reached = vector.parse(seen)
        token = self._tokens.issue(stream.partition("/")[2], reached)
        return Answer(token, reached.get(self._service, 0), seen)


def _reused() -> Refused:
    return Refused(
        "command_id_reused",
        "This command id was used for another command.",
        "",
        "Send the command under a new id.",
    )
