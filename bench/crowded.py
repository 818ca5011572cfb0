"""Appending where many families are already: 50,000 of them in one store.

limit: the same appends to a store that begins empty.
"""

from contextlib import AsyncExitStack

from bench.appenders import Ours, stored
from bench.databases import database, fill
from bench.made import families
from bench.measure import Row, Say, Scale, alternate, row
from deploy.embedded.given import Servers
from eventkeep.migrate import SQL

MANY, EACH = 32, 4


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """New families are added to both stores; in one of them there are many old ones."""
    amount = scale.of(50_000, 5_000)
    async with AsyncExitStack() as open_now:
        full = await open_now.enter_async_context(database(servers.postgres, SQL / "store"))
        empty = await open_now.enter_async_context(database(servers.postgres, SQL / "store"))
        say(f"  storing {amount:,} families with {EACH} events each")
        await fill(full, families(amount), EACH)
        ours = await open_now.enter_async_context(Ours(full, MANY))
        limit = await open_now.enter_async_context(Ours(empty, MANY))
        found = await alternate(
            {"ours": lambda: ours.append(scale.seconds), "limit": lambda: limit.append(scale.seconds)},
            scale.rounds,
            say,
        )
        counted = await stored(full, ours.accepted)
    name = f"append, {MANY} callers, beside {amount:,} families (limit: an empty store)"
    return [row(name, "events/s", found, counted, aim=1 / 1.2)]
