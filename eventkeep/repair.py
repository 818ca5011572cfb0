"""Holes are fetched from the owner, and chain digests of stores and journal are compared all the time."""

import asyncio
from collections.abc import Awaitable, Mapping, Sequence
from contextlib import aclosing

import grpc
import structlog

from eventkeep import metrics
from eventkeep.catchup import catchup_pb2 as pb
from eventkeep.catchup.owner import Owner
from eventkeep.journal import Journal
from eventkeep.pg import UNREACHABLE
from eventkeep.projection import StateMoved
from eventkeep.streams import key_of, kind_of, stream_of

log = structlog.get_logger()
TROUBLE: tuple[type[Exception], ...] = (*UNREACHABLE, grpc.aio.AioRpcError, StateMoved)


class Repair:
    """Keeps one journal whole. `run` until cancelled."""

    def __init__(
        self, journal: Journal, owners: Mapping[str, Owner], every: float = 1.0, compare_every: float = 5.0
    ) -> None:
        self._journal, self._owners = journal, owners
        self._every, self._compare_every = every, compare_every
        self._troubled: set[str] = set()
        self._swept = dict.fromkeys(owners, 0)
        self._unasked = set(owners)

    @property
    def asked_all(self) -> bool:
        """Whether all that every owner holds was compared once."""
        return not self._unasked

    async def run(self) -> None:
        """Looks for holes each `every` seconds and compares heads each `compare_every`: sooner with an owner that
        wasn't there yet, since a process that lost its journal isn't ready before all were asked."""
        compared = 0.0
        while True:
            await self._tried("holes", self.fill_holes())
            now = asyncio.get_running_loop().time()
            due = now - compared >= self._compare_every
            compared = now if due else compared
            for service in [each for each in self._owners if due or each in self._unasked]:
                await self._tried(service, self.compare(service))
                await self._tried(service, self.sweep(service))
            await asyncio.sleep(self._every)

    async def fill_holes(self) -> None:
        """Fetches what is missing behind what is here."""
        for hole in await self._journal.holes():
            await self.fetch(hole.service, hole.family, hole.version)

    async def fetch(self, service: str, family: str, after: int) -> None:
        """Fetches a family's events of a service and journals them as if they had just arrived."""
        async for events in self._owners[service].stream(stream_of(family), after):
            await self._journal.accept([event.value for event in events])
        metrics.REPAIRED.labels(service).inc()
        log.info("repaired", service=service, family=family, after=after)

    async def compare(self, service: str) -> None:
        """Compares what changed in a store since the last time with the journal: what is behind is fetched, other
        digests are forks. A store that stands behind the last comparison was restored: all is compared anew."""
        position = await self._journal.compared(service)
        seen = False
        async for heads in self._owners[service].heads(max(position - 1, 0)):
            seen = True
            await self._compare(service, heads)
            reached = max(head.position for head in heads)
            if reached > position:
                await self._journal.note_compared(service, position := reached)
        if position and not seen:
            await self._journal.note_compared(service, 0)
        self._unasked.discard(service)

    async def sweep(self, service: str) -> None:
        """Compares what is old too: a page each time, from the store's beginning, over and over."""
        async with aclosing(self._owners[service].heads(self._swept[service])) as pages:
            async for heads in pages:
                await self._compare(service, heads)
                self._swept[service] = max(head.position for head in heads)
                return
        self._swept[service] = 0

    async def _compare(self, service: str, heads: Sequence[pb.Head]) -> None:
        keyed = {key_of(head.stream): head for head in heads}
        families = {key: head for key, head in keyed.items() if kind_of(key) in self._journal.kinds}
        if not families:
            return
        behind = await self._journal.differing(
            service, {family: (head.version, head.digest) for family, head in families.items()}
        )
        for family, version in behind.items():
            await self.fetch(service, family, version)

    async def _tried(self, what: str, work: Awaitable[None]) -> None:
        """Trouble is told when it begins, not each time."""
        try:
            await work
            self._troubled.discard(what)
        except TROUBLE as error:
            if what not in self._troubled:
                log.warning("repair_waits", name=what, reason=type(error).__name__)
            self._troubled.add(what)
