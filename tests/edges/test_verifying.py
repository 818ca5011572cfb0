"""What is shown is compared with the stores themselves: on a schedule, by one of all processes, and loudly."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path

import pytest_asyncio
from prometheus_client import REGISTRY

from eventkeep.likeness import Likeness
from eventkeep.memory_store import MemoryStore
from eventkeep.metrics import Sample
from eventkeep.refolded import Refolding, dry_run
from eventkeep.verifying import Verify, Verifying
from eventkeep.view import View
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.edges.test_catchup import owner
from tests.stores.databases import until
from tests.stores.shown import FAMILIES, Overview, overview, told
from tests.stores.writing import Writer

CHANGED = "update views set document = '{}' where view = $1 and family = $2"


class Verified:
    """An overview, the stores that its families come from, and whoever compares both."""

    def __init__(self, held: Overview, writers: dict[str, Writer], verifies: dict[str, Verify]) -> None:
        self.held, self.writers, self.verifies = held, writers, verifies

    async def found(self, view: View = FAMILY_PLAN) -> dict[Likeness, list[str]]:
        """All families by how they compare with their stores."""
        verify = self.verifies[view.name]
        return await verify.families([family async for page in verify.pages(5) for family in page])

    async def dry(self) -> dict[Likeness, list[str]]:
        """All families by how a fold of the journal compares."""
        refolding = self.verifies[FAMILY_PLAN.name].refolding
        found: dict[Likeness, list[str]] = {}
        async for page in dry_run(self.held.pool, refolding, 5):
            for likeness, families in page.items():
                found.setdefault(likeness, []).extend(families)
        return found


@pytest_asyncio.fixture
async def verified(postgres: str, tmp_path: Path) -> AsyncIterator[Verified]:
    stores = {service: MemoryStore() for service in FAMILY_PLAN.services}
    writers = {family: Writer(stores["contacts"], f"family/{family}") for family in FAMILIES}
    for family, writer in writers.items():
        await writer.append(*(told(family, n) for n in (1, 2, 3)))
    async with AsyncExitStack() as ending:
        held = await ending.enter_async_context(overview(postgres, tmp_path / "keys"))
        owners = {
            service: await ending.enter_async_context(owner(store, tmp_path))
            for service, store in stores.items()
        }
        verifies = {
            view.name: Verify(held.pool, Refolding(view, VOCABULARIES, held.keys), owners)
            for view in (ACCESS, FAMILY_PLAN)
        }
        yield Verified(held, writers, verifies)


async def test_what_is_shown_is_a_fold_of_the_stores(verified: Verified) -> None:
    assert await verified.found() == await verified.found(ACCESS) == {Likeness.SAME: FAMILIES}
    assert await verified.dry() == {Likeness.SAME: FAMILIES}
    await verified.writers[FAMILIES[0]].append(told(FAMILIES[0], 4))
    assert await verified.found() == {Likeness.SAME: FAMILIES}, "what isn't shown yet is no difference"


async def test_a_row_that_was_changed_is_seen_and_nothing_is_written(verified: Verified) -> None:
    await verified.held.pool.execute(CHANGED, FAMILY_PLAN.name, FAMILIES[4])
    rows = await verified.held.pool.fetch("select * from views order by view, family")
    found = await verified.dry()
    assert found.pop(Likeness.OTHER) == [FAMILIES[4]]
    assert (await verified.found())[Likeness.OTHER] == [FAMILIES[4]]
    assert await verified.held.pool.fetch("select * from views order by view, family") == rows


async def test_a_journal_that_holds_another_history_is_seen_by_its_digests(verified: Verified) -> None:
    """Completeness is proved: the journal isn't believed where its own fold agrees with it."""
    await verified.held.pool.execute(
        "update journal_heads set digest = sha256('another') where family = $1", FAMILIES[7]
    )
    assert Likeness.OTHER not in await verified.dry()
    assert (await verified.found())[Likeness.FORKED] == [FAMILIES[7]]


async def test_a_store_that_lost_an_event_lacks_what_is_shown(verified: Verified) -> None:
    await verified.held.keep(verified.held.journal(), FAMILIES[:1], 4)
    assert (await verified.found())[Likeness.LACKING] == FAMILIES[:1]


async def test_one_of_two_processes_takes_a_round_and_the_next_round_goes_on(verified: Verified) -> None:
    plan = verified.verifies[FAMILY_PLAN.name]
    processes = [Verifying([plan], 3600.0, 5) for _ in range(2)]
    assert sorted([await each.round(plan) for each in processes]) == [False, True]
    seen = [await verified.held.pool.fetchval("select after from verify_rounds")]
    for _ in range(2):
        await verified.held.pool.execute("update verify_rounds set next_at = now()")
        assert await processes[0].round(plan)
        seen.append(await verified.held.pool.fetchval("select after from verify_rounds"))
    assert seen == [FAMILIES[4], FAMILIES[9], ""], "after the last one it begins again"


async def test_what_differs_is_told_as_an_error_and_by_a_metric_until_it_is_the_same_again(
    verified: Verified, logged: Callable[[], str]
) -> None:
    pool, name = verified.held.pool, FAMILY_PLAN.name
    before = await pool.fetchval(
        "select document from views where view = $1 and family = $2", name, FAMILIES[1]
    )
    await pool.execute(CHANGED, name, FAMILIES[1])
    running = [
        asyncio.create_task(Verifying([verified.verifies[name]], 0.05, 100).run()),
        asyncio.create_task(Sample(pool, [name], every=0.05).run()),
    ]

    async def differing(count: int) -> bool:
        return REGISTRY.get_sample_value("helhed_verify_differs") == count

    try:
        await until(lambda: differing(1))
        assert REGISTRY.get_sample_value("helhed_verify_families_total", {"result": "other"})
        line = next(line for line in logged().splitlines() if "verify_differs" in line)
        assert FAMILIES[1] in line
        assert '"level":"error"' in line.replace(" ", "")
        await pool.execute(
            "update views set document = $3 where view = $1 and family = $2", name, FAMILIES[1], before
        )
        await until(lambda: differing(0))
    finally:
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
