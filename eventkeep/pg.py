"""The door to PostgreSQL: pools, plain connections, and which errors mean that it can't be reached."""

from typing import Any

import asyncpg
from asyncpg.pool import PoolConnectionProxy

Pool = asyncpg.Pool
Connection = asyncpg.Connection | PoolConnectionProxy
UNREACHABLE: tuple[type[Exception], ...] = (
    OSError,
    asyncpg.PostgresConnectionError,
    asyncpg.InterfaceError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
)


async def pool(dsn: str, size: int = 8) -> Pool:
    """A pool whose sessions change no settings, so that giving one back costs no round trip."""

    async def nothing_to_reset(connection: Any) -> None:
        return None

    return await asyncpg.create_pool(
        dsn,
        min_size=1,
        max_size=size,
        reset=nothing_to_reset,
        server_settings={"idle_in_transaction_session_timeout": "10000", "application_name": "helhed"},
    )


async def session(dsn: str) -> asyncpg.Connection:
    """A connection of its own: for session locks and LISTEN. The server notices within seconds that we are gone."""
    return await asyncpg.connect(
        dsn,
        timeout=10,
        server_settings={
            "application_name": "helhed",
            "idle_in_transaction_session_timeout": "5000",
            "tcp_keepalives_idle": "2",
            "tcp_keepalives_interval": "1",
            "tcp_keepalives_count": "3",
        },
    )
