"""The door to PostgreSQL: pools, plain connections, and which errors mean that it can't be reached."""

from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import asyncpg
from asyncpg.pool import PoolConnectionProxy

from eventkeep.refused import Refused

T = TypeVar("T")
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
    asyncpg.QueryCanceledError,
    asyncpg.ReadOnlySQLTransactionError,  # a primary that is one no more: connect again
    asyncpg.InternalClientError,
    asyncpg.DeadlockDetectedError,  # two were in each other's way: nothing was written
    asyncpg.SerializationError,
)
"""Errors that pass: whoever works in the background comes again, whoever asked is told so."""
TROUBLE: tuple[type[Exception], ...] = (*UNREACHABLE, asyncpg.PostgresError)
"""All that asking may raise: for whoever only tells of it."""
# Planning a look-up anew takes three times as long as doing it. Plans are generic and by index: one made while the tables
# were small must not stay.
PLANNED_ONCE = {
    "application_name": "helhed",
    "plan_cache_mode": "force_generic_plan",
    "enable_seqscan": "off",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "jit": "off",
}
# Statements see what was committed while they waited for the append lock.
APPENDING = PLANNED_ONCE | {"default_transaction_isolation": "read committed"}


@contextmanager
def answering() -> Iterator[None]:
    """For what is looked up for a caller. Raises Refused `store_unreachable` where the database doesn't answer."""
    try:
        yield
    except UNREACHABLE:
        raise Refused(
            "store_unreachable", "The database does not answer.", "", "Try again in a moment."
        ) from None


async def reached(asked: Awaitable[T]) -> T:
    """What one look-up for a caller finds. Raises Refused `store_unreachable`."""
    with answering():
        return await asked


async def pool(dsn: str, size: int = 8) -> Pool:
    """A pool whose sessions change no settings, so that giving one back costs no round trip."""

    async def nothing_to_reset(connection: Any) -> None:
        return None

    return await asyncpg.create_pool(
        dsn,
        min_size=1,
        max_size=size,
        reset=nothing_to_reset,
        server_settings=PLANNED_ONCE | {"idle_in_transaction_session_timeout": "10000"},
    )


async def session(dsn: str) -> asyncpg.Connection:
    """A connection of its own: for session locks and LISTEN. The server notices soon that we are gone."""
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


class Line:
    """A connection of its own for appends: no pool and no look-up of statements on the way.

    It is for one user at a time, and opened when it is needed: also again, since any trouble drops it.
    """

    def __init__(self, dsn: str, timeout: float) -> None:
        self._dsn, self._timeout = dsn, timeout
        self._settings = APPENDING | {"statement_timeout": str(int(timeout * 1_000))}
        self._connection: asyncpg.Connection | None = None
        self._statements: dict[str, Any] = {}

    async def ask(self, query: str, *arguments: Any) -> Any:
        """The one value that a query answers. Connecting and asking may each take as long as the timeout."""
        try:
            statement = self._statements.get(query) or await self._prepare(query)
            return await statement.fetchval(*arguments, timeout=self._timeout)
        except BaseException as error:
            refused = isinstance(error, asyncpg.PostgresError) and not isinstance(error, UNREACHABLE)
            if not refused or (self._connection is not None and self._connection.is_closed()):
                self.drop()
            raise

    def drop(self) -> None:
        """Cuts the connection, whatever it does."""
        connection, self._connection, self._statements = self._connection, None, {}
        if connection is not None:
            connection.terminate()

    async def _prepare(self, query: str) -> Any:
        if self._connection is None:
            self._connection = await asyncpg.connect(
                self._dsn, timeout=self._timeout, server_settings=self._settings
            )
        statement = self._statements[query] = await self._connection.prepare(query, timeout=self._timeout)
        return statement
