"""Databases that belong to a role without any power, as in an installation; and the logins of others."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from urllib.parse import urlsplit, urlunsplit

import asyncpg

from tests.stores.databases import connected


@dataclass(frozen=True)
class Owned:
    """A database: `administrator` may do everything in it, `dsn` is its owner, `stranger` a login without any grant."""

    administrator: str
    dsn: str
    stranger: str

    @property
    def owner(self) -> str:
        """The owner's name."""
        return urlsplit(self.dsn).username or ""

    @property
    def strangers_name(self) -> str:
        """The name of the login without any grant."""
        return urlsplit(self.stranger).username or ""


@asynccontextmanager
async def owned(postgres: str) -> AsyncIterator[Owned]:
    """A new, empty database with an owner of its own. All three go in the end."""
    mark = secrets.token_hex(5)
    owner, stranger, password = f"owner_{mark}", f"stranger_{mark}", secrets.token_hex(16)
    async with connected(postgres) as admin:
        for role in (owner, stranger):
            await admin.execute(f"create role {role} login password '{password}'")
        await admin.execute(f"create database walls_{mark} owner {owner}")
        try:
            yield Owned(
                _dsn(postgres, f"walls_{mark}"),
                _dsn(postgres, f"walls_{mark}", f"{owner}:{password}"),
                _dsn(postgres, f"walls_{mark}", f"{stranger}:{password}"),
            )
        finally:
            await admin.execute(f"drop database walls_{mark} with (force)")
            await admin.execute(f"drop role {owner}, {stranger}")


async def grant_everything(place: Owned, *to: str) -> None:
    """Takes the first wall away, as a mistake would: all rights on all tables that there are."""
    async with connected(place.administrator) as admin:
        for role in to:
            await admin.execute(f"grant all on all tables in schema public to {role}")


async def rows_seen(connection: asyncpg.Connection) -> dict[str, int]:
    """How many rows of each table somebody sees."""
    tables = await connection.fetch("select tablename from pg_tables where schemaname = 'public'")
    return {name: await connection.fetchval(f"select count(*) from {name}") for (name,) in tables}


def _dsn(postgres: str, database: str, login: str = "") -> str:
    parts = urlsplit(postgres)
    where = f"{login}@{parts.netloc.rpartition('@')[2]}" if login else parts.netloc
    return urlunsplit(parts._replace(netloc=where, path=f"/{database}"))
