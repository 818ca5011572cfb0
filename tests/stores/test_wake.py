"""The relay is woken by the store: once a group, and only when it sleeps."""

import asyncio

import asyncpg

from eventkeep.postgres_store import PostgresStore
from tests.stores.databases import connected, until
from tests.stores.writing import Writer

SLEEPS = "update relay set asleep = true"
_THREE_TOGETHER = (
    "select append_commands(array(select gen_random_uuid() from generate_series(1, 3)), "
    "array_fill('f'::bytea, array[3]), array['family/1', 'family/2', 'family/3'], array[0, 0, 0], "
    "array_fill(null::bytea, array[3]), array['', '', ''], array[1, 2, 3], array[1, 1, 1], "
    "array['a', 'b', 'c']::bytea[], array_fill(sha256(''), array[3]))"
)


async def test_a_group_wakes_a_relay_that_sleeps_with_one_notice(dsn: str) -> None:
    """Wake-up: notify once per group."""
    async with connected(dsn) as listening, connected(dsn) as appending:
        heard = await notices(listening)
        await appending.execute(SLEEPS)
        await appending.execute(_THREE_TOGETHER)
        assert await appending.fetchval("select count(*) from events") == 3
        assert not await appending.fetchval("select asleep from relay")
        await said_after(listening, heard)
    assert heard == ["relay", "end"]


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


async def test_appends_say_nothing_to_a_relay_that_is_awake(dsn: str, kept: PostgresStore) -> None:
    """… and only when the relay sleeps: NOTIFY on each append halves throughput."""
    async with connected(dsn) as listening:
        heard = await notices(listening)
        await asyncio.gather(*(Writer(kept, f"family/{number}").append(b"a") for number in range(33)))
        await said_after(listening, heard)
    assert heard == ["end"]


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
