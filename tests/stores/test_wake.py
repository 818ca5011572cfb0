"""The relay is woken by the store: once a group, and only when it sleeps."""

import asyncio

import asyncpg

from eventkeep.postgres_store import PostgresStore
from tests.stores.databases import connected, holding_the_append_lock, until
from tests.stores.writing import Writer

SLEEPS = "update relay set asleep = true"


async def test_a_group_wakes_a_relay_that_sleeps_with_one_notice(dsn: str, kept: PostgresStore) -> None:
    """Wake-up: notify once per group."""
    async with connected(dsn) as listening, connected(dsn) as sleeper:
        heard = await notices(listening)
        await sleeper.execute(SLEEPS)
        async with holding_the_append_lock(dsn):
            writers = [Writer(kept, f"family/{number}") for number in range(33)]
            waiting = [asyncio.ensure_future(writer.append(b"a", b"b")) for writer in writers]
            await asyncio.sleep(0)
        await asyncio.gather(*waiting)
        assert not await sleeper.fetchval("select asleep from relay")
        await said_after(listening, heard)
    assert heard == ["relay", "end"]


async def test_appends_say_nothing_to_a_relay_that_is_awake(dsn: str, kept: PostgresStore) -> None:
    """… and only when the relay sleeps: NOTIFY on each append halves throughput."""
    async with connected(dsn) as listening:
        heard = await notices(listening)
        await asyncio.gather(*(Writer(kept, f"family/{number}").append(b"a") for number in range(33)))
        await said_after(listening, heard)
    assert heard == ["end"]


async def test_a_command_without_others_wakes_it_too(dsn: str, kept: PostgresStore) -> None:
    """Wake-up: also by a command that shares its commit with nobody."""
    async with connected(dsn) as listening, connected(dsn) as sleeper:
        heard = await notices(listening)
        writer = Writer(kept, "family/1")
        for _ in range(2):
            await sleeper.execute(SLEEPS)
            await writer.append(b"a")
        await said_after(listening, heard)
    assert heard == ["relay", "relay", "end"]


async def notices(connection: asyncpg.Connection) -> list[str]:
    """What is said to relays from now on, and an end that is said to us alone."""
    heard: list[str] = []
    for channel in ("relay", "end"):
        await connection.add_listener(channel, lambda _, __, channel, ___: heard.append(channel))
    return heard


async def said_after(connection: asyncpg.Connection, heard: list[str]) -> None:
    """Waits for a notice of our own: they come in the order of commits."""
    await connection.execute('notify "end"')

    async def ended() -> bool:
        return heard[-1:] == ["end"]

    await until(ended)
