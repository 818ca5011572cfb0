"""Tells departments: one process at a time looks at who moved, and sends what each department may be told. INV-38, X-10.

A crash sends again what may have been sent, and readers drop what isn't larger.
"""

import asyncio
from collections.abc import Mapping, Sequence

import structlog

from eventkeep.edge.serve import frames
from eventkeep.fenced import Fenced
from eventkeep.pg import UNREACHABLE, session
from eventkeep.reading import Reading
from eventkeep.refused import Refused
from eventkeep.steps import step
from services.overview.out.editions import EDITIONS, Edition
from services.overview.out.family import Sent, Telling
from services.overview.out.ledger import Due, Ledger
from services.overview.settings import Settings
from services.overview.shared_plan import SharedPlans
from services.overview.tale import Tales

log = structlog.get_logger()
_LEADER_LOCK = "select pg_try_advisory_lock(4805, 7)"
_TROUBLE: tuple[type[Exception], ...] = (*UNREACHABLE, RuntimeError, Refused)
_AT_ONCE, _POLL, _SOON, _MUCH_LATER = 50, 0.1, 0.5, 60.0


class Feed:
    """The topics of the departments that the settings name. `run` until cancelled."""

    def __init__(
        self,
        given: Settings,
        dsn: str,
        ledger: Ledger,
        shared: SharedPlans,
        access: Reading,
        tales: Tales,
        editions: Mapping[int, Edition] = EDITIONS,
    ) -> None:
        self._dsn, self._ledger = dsn, ledger
        self._bootstrap, self._prefix = given.kafka_bootstrap, given.kafka_prefix
        self._readings, self._clock = shared.readings, shared.rights.clock
        self._telling = Telling(
            given.out_departments, given.kafka_prefix, ledger, shared, access, tales, editions
        )

    async def run(self) -> None:
        """Leads whenever it can; trouble is told, and begun anew."""
        while True:
            try:
                await self._lead()
            except _TROUBLE as error:
                log.warning("out_interrupted", reason=type(error).__name__)
            await asyncio.sleep(0.5)

    async def _lead(self) -> None:
        connection = await session(self._dsn)
        try:
            while not await connection.fetchval(_LEADER_LOCK):  # noqa: ASYNC110 - the lock tells nobody
                await asyncio.sleep(1.0)
            async with Fenced(self._bootstrap, f"{self._prefix}.out") as producer:
                log.info("out_leads")
                looked, outlets = 0.0, [each.name for each in self._telling.outlets]
                while True:
                    if asyncio.get_running_loop().time() - looked > 1.0:
                        await connection.fetchval("select 1")  # whoever lost the session leads no more
                        await self._ledger.look(self._clock.today(), outlets)
                        looked = asyncio.get_running_loop().time()
                    if not await self.some(producer):
                        await asyncio.sleep(_POLL)
        finally:
            connection.terminate()

    async def some(self, producer: Fenced) -> bool:
        """Tells of those that moved, in a transaction. Says whether there was any."""
        due = await self._ledger.due(_AT_ONCE)
        found = await asyncio.gather(*(self._telling.of(each.family) for each in due))
        await asyncio.gather(*(self._readings.note(read) for each in found for read in each.reads))
        if records := [record for each in found for record in each.records]:
            await producer.send(records)
            step("told_out")
            await self._ledger.note([line for each in found for line in each.lines])
        await self._noted(list(zip(due, found, strict=True)))
        return bool(due)

    async def _noted(self, told: Sequence[tuple[Due, Sent]]) -> None:
        """Whoever can't be told of stops nobody else, and is tried again later."""
        for each, sent in told:
            if (error := sent.failed) is not None:
                kind = type(error).__name__
                log.error("out_failed", family=each.family, error_type=kind, frames=frames(error))
        await self._ledger.done([each for each, sent in told if sent.whole])
        await self._ledger.later([each for each, sent in told if not sent.whole and not sent.failed], _SOON)
        await self._ledger.later([each for each, sent in told if sent.failed], _MUCH_LATER)
