"""Brings the views of a process up to what is kept: what was noted as due, and every family when a version is new.

A new version is folded beside the one that other processes show, and takes its place once it is whole: then this process
is ready, and the others are not any more. Families are folded from the journal some at a time, so that memory
doesn't grow with the number of events.
"""

import asyncio

import structlog

from eventkeep.journal import Journal
from eventkeep.pg import UNREACHABLE
from eventkeep.projection import StateMoved

log = structlog.get_logger()
AT_ONCE = 50
TROUBLE: tuple[type[Exception], ...] = (*UNREACHABLE, StateMoved)
_POLL, _REFUSED = 0.2, 10.0


class Rebuild:
    """One journal's views. `done` once nothing was due and all are shown; `shown` says whether they still are."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self.done = self.shown = False

    async def run(self) -> None:
        """Folds what is due, telling how far it is, until cancelled."""
        enrolled, folded = False, 0
        while True:
            try:
                if not enrolled:
                    await self._journal.enrol()
                    enrolled = True
                rests = self.done and await self._journal.rests()
                count = 0 if rests else await self._journal.catch_up(AT_ONCE)
                if count:
                    folded += count
                    if not self.done:
                        log.info("rebuilding", families=folded)
                    continue
                await self._settle()
            except TROUBLE as error:
                log.warning("rebuild_waits", reason=type(error).__name__)
                await asyncio.sleep(0.5)
            await asyncio.sleep(_POLL)

    async def _settle(self) -> None:
        """Nothing is due: what was folded beside is shown, if it may be."""
        self.shown = await self._journal.shows()
        if not self.shown and any(each.refused for each in await self._journal.switch()):
            await asyncio.sleep(_REFUSED)  # somebody has to look; what is shown goes on
        self.shown = self.shown or await self._journal.shows()
        self.done = self.done or self.shown
