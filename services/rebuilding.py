"""What the commands of `projections` do, beside what a service does by itself."""

import asyncio
import sys
import time
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager, suppress

from eventkeep import generations
from eventkeep.anew import Anew, Progress
from eventkeep.catchup.owner import Owner
from eventkeep.generations import State
from eventkeep.journal import Journal
from eventkeep.likeness import Likeness
from eventkeep.node import Node
from eventkeep.pg import Pool
from eventkeep.rebuild import TROUBLE
from eventkeep.repair import Repair
from eventkeep.switch import Switched
from eventkeep.verifying import Verify
from eventkeep.view import View

Found = dict[Likeness, list[str]]
Say = Callable[[Progress], None]
_SAY_EVERY, _PAUSE, _PAGE, _PATIENCE = 1.0, 0.2, 200, 20


def owners(node: Node, services: Iterable[str]) -> dict[str, Owner]:
    """The services that own the events, by the node's settings; it closes them."""
    found = {service: Owner(node.settings.peers[service], node.service_token) for service in services}
    node.owners |= found
    return found


@asynccontextmanager
async def joined_by(processes: int, service: str, view: View) -> AsyncIterator[None]:
    """So many more processes fold what is due, with the settings of this one. They end when nothing is due."""
    command = [sys.executable, "-m", "services.cli", "projections", "rebuild", "--join"]
    started = [
        await asyncio.create_subprocess_exec(
            *command, "--service", service, "--view", view.name, stdout=DEVNULL, stderr=DEVNULL
        )
        for _ in range(processes)
    ]
    try:
        yield
        await asyncio.gather(*(process.wait() for process in started))
    finally:
        for process in started:
            with suppress(ProcessLookupError):
                process.terminate()
        await asyncio.gather(*(process.wait() for process in started))


async def until_shown(anew: Anew, journal: Journal, node: Node, force: bool, say: Say) -> Switched:
    """Folds what is due until it can be shown, and shows it. What the journal lacks is fetched from its owners first, once.
    `say` is told how far it is, at most each second."""
    fetched = False
    while True:
        await fold(anew, say)
        switched = await anew.switch(force and fetched)
        if not switched.ready:
            await asyncio.sleep(_PAUSE)
        elif switched.done or fetched:
            return switched
        else:
            fetched = True
            await _fetch(anew, journal, node, switched.found.get(Likeness.LACKING, ()))


async def fold(anew: Anew, say: Say) -> None:
    """Folds until nothing is due that nobody else has taken, and says how far it is, at once and each second. A database
    that is away for a while is waited for; what goes wrong again and again is raised."""
    said, done, trouble = -_SAY_EVERY, 1, 0
    while done:
        try:
            done, trouble = await anew.some(), 0
            if done and time.monotonic() - said >= _SAY_EVERY:
                said = time.monotonic()
                say(await anew.progress())
        except TROUBLE:
            trouble += 1
            if trouble > _PATIENCE:
                raise
            await asyncio.sleep(_PAUSE * trouble)


async def _fetch(anew: Anew, journal: Journal, node: Node, families: Iterable[str]) -> None:
    holes = await anew.holes(list(families))
    if holes:
        repair = Repair(journal, owners(node, {hole.service for hole in holes}))
        for hole in holes:
            await repair.fetch(hole.service, hole.family, hole.version)


async def verified(verify: Verify, sample: int | None) -> Found:
    """A sample of families, or all of them, by how they compare with their stores."""
    if sample is not None:
        return await verify.families(await verify.sample(sample))
    found: Found = {}
    async for page in verify.pages(_PAGE):
        join(found, await verify.families(page))
    return found


async def drop(pool: Pool, view: View, state: State) -> int:
    """Removes all generations of a view in a state; how many rows went. Raises LookupError where there are none."""
    async with pool.acquire() as connection, connection.transaction():
        gone = (await generations.known(connection)).beside(view.name, state)
        if not gone:
            raise LookupError("there is nothing to drop")
        return sum([await generations.drop(connection, of) for of in gone])


def join(found: Found, more: Mapping[Likeness, list[str]]) -> None:
    """Adds families to those that were found."""
    for likeness, families in more.items():
        found.setdefault(likeness, []).extend(families)
