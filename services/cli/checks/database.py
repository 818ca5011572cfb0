"""A service's PostgreSQL: reachable, of the version and with the settings that count, at today's migrations, on time."""

import time
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from eventkeep import migrate
from eventkeep.pg import Connection
from services.cli.at import migrations
from services.cli.checks.finding import Finding, well, wrong

OLDEST = 18
_SECOND, _LONG = 1.0, 60.0
# Each with why it matters. What a session sets by itself isn't asked for.
NEEDED = {
    "fsync": ("on", "A crash of the machine loses or breaks what was accepted."),
    "full_page_writes": ("on", "A crash of the machine may break pages."),
    "synchronous_commit": ("on, remote_write, remote_apply", "A crash loses commands that were answered."),
    "server_encoding": ("UTF8", "Danish words can't be kept."),
    "default_transaction_isolation": (
        "read committed",
        "What is kept while another waits would be overlooked.",
    ),
    "default_transaction_read_only": ("off", "Nothing can be kept."),
}


async def look(connection: Connection, service: str, size: int) -> list[Finding]:
    """`size`: how many connections the service's pool may take."""
    return [
        await _version(connection),
        *await _settings(connection),
        *await _migrations(connection, service),
        await _room(connection, size),
        await _open_transactions(connection),
        await _clock(connection),
    ]


async def _version(connection: Connection) -> Finding:
    begun = time.perf_counter()
    [(version, replica)] = await connection.fetch(
        "select current_setting('server_version'), pg_is_in_recovery()"
    )
    took = (time.perf_counter() - begun) * 1_000
    if replica:
        return wrong(
            "database",
            "The database is a standby.",
            "It takes nothing new.",
            "Point HELHED_POSTGRES_DSN at the primary.",
        )
    if int(version.partition(".")[0]) < OLDEST:
        why = f"Helhed is tried on {OLDEST}."
        return wrong("database", f"PostgreSQL is {version.split()[0]}.", why, "Upgrade it.")
    return well("database", f"PostgreSQL {version.split()[0]} answers in {took:.0f} ms.")


async def _settings(connection: Connection) -> list[Finding]:
    rows = await connection.fetch("select name, setting from pg_settings where name = any($1)", list(NEEDED))
    return settings({row[0]: row[1] for row in rows})


def settings(found: dict[str, str]) -> list[Finding]:
    """What isn't as it must be."""
    bad = [
        wrong("database-settings", f"PostgreSQL's {name} is {found[name]}.", why, f"Set it to {needed}.")
        for name, (needed, why) in NEEDED.items()
        if name in found and found[name] not in needed.split(", ")
    ]
    return bad or [well("database-settings", "PostgreSQL's settings that count are as they must be.")]


async def _migrations(connection: Connection, service: str) -> list[Finding]:
    return standing(await migrate.standing(connection, migrations(service)))


def standing(found: dict[str, str]) -> list[Finding]:
    """What is said of migrations that are missing, changed or unknown."""
    said: dict[str, tuple[str, str]] = {
        "missing": (
            "The service has not started with this code yet.",
            "Start it: it brings its database up to date.",
        ),
        "changed": (
            "It was applied with other contents.",
            "Restore the file; the service doesn't start before.",
        ),
        "unknown": (
            "The database was made by newer code.",
            "Run the newer code: this one may not know its tables.",
        ),
    }
    bad = [wrong("migrations", f"Migration {name} is {how}.", *said[how]) for name, how in found.items()]
    return bad or [well("migrations", "The database is at today's migrations.")]


async def _room(connection: Connection, size: int) -> Finding:
    [(used, most)] = await connection.fetch(
        "select count(*)::int, current_setting('max_connections')::int from pg_stat_activity "
        "where backend_type = 'client backend'"
    )
    said = f"{used} of {most} connections of the server are used."
    if most - used < size:
        why = f"Another replica of this service takes up to {size}."
        return wrong("connections", said, why, "Raise max_connections, or lower HELHED_POSTGRES_CONNECTIONS.")
    return well("connections", said)


async def _open_transactions(connection: Connection) -> Finding:
    age: float = await connection.fetchval(
        "select coalesce(max(extract(epoch from clock_timestamp() - xact_start)), 0)::float8 from pg_stat_activity "
        "where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'"
    )
    if age > _LONG:
        said = f"A transaction in this database is open for {age:.0f} s."
        why = "It may hold locks that the service waits for, and keeps old rows from being cleaned up."
        return wrong("transactions", said, why, "Find it in pg_stat_activity, and end it.")
    return well("transactions", "No transaction is open for long.")


async def _clock(connection: Connection) -> Finding:
    before = time.time()
    there: Any = await connection.fetchval("select clock_timestamp()")
    return clock(there, before, time.time())


def clock(there: datetime, before: float, after: float) -> Finding:
    """How far the database's clock is from ours, which showed `before` and `after` when it was asked."""
    apart = max(before - there.timestamp(), there.timestamp() - after, 0.0)
    if apart > _SECOND:
        why = "Tokens, terms of attachments and freshness are told by the clock."
        return wrong(
            "clock", f"This machine and its database are {apart:.1f} s apart.", why, "Look at NTP on both."
        )
    return well("clock", "This machine and its database show the same time.")


def ahead(marks: Sequence[tuple[str, float]]) -> list[Finding]:
    """Services whose clock is ahead, by the seconds that their youngest watermark lies in the future here."""
    return [
        wrong(
            "clock",
            f"The database of {service} is {seconds:.1f} s ahead of this one.",
            "What it says looks fresher than it is.",
            "Look at NTP on both.",
        )
        for service, seconds in marks
        if seconds > _SECOND
    ]
