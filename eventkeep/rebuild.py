"""Folds what a view lacks: every family after its version changed, the parked ones after its code changed.

Families are folded from the journal some hundred at a time, so that memory doesn't grow with the number of events.
"""

import asyncio

import structlog

from eventkeep.journal import Journal
from eventkeep.pg import UNREACHABLE
from eventkeep.projection import StateMoved

log = structlog.get_logger()
_AT_ONCE = 100
_TROUBLE: tuple[type[Exception], ...] = (*UNREACHABLE, StateMoved)


class Rebuild:
    """One journal's views, brought up to what is kept. `done` once nothing is missing."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.done = False

    async def run(self) -> None:
        """Rebuilds, telling how far it is; then waits to be cancelled."""
        folded, last = 0, ""
        while not self.done:
            try:
                families = await self._journal.unfolded(_AT_ONCE, after=last)
                if families:
                    await self._journal.refold(families)
                    folded, last = folded + len(families), families[-1]
                    log.info("rebuilding", families=folded)
                elif last:
                    last = ""  # once more from the start: something may have been parked meanwhile
                else:
                    self.done = True
            except _TROUBLE as error:
                log.warning("rebuild_waits", reason=type(error).__name__)
                await asyncio.sleep(0.5)
        await asyncio.Event().wait()
