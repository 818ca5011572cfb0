"""Each service's database and role, and the role of dashboards, made where no operator makes them.

`python -m deploy.platform.databases FOLDER`: the folder is the one that `deploy.platform.identity` fills. May
be run again: what is there is kept, and roles get the passwords of the files.
"""

import asyncio
import sys
from pathlib import Path
from urllib.parse import urlsplit

import asyncpg

from deploy.platform.identity import SERVICES

# PostgreSQL itself quotes names and passwords into the orders.
_ROLE = """
    select format(
        case when exists (select from pg_roles where rolname = $1)
            then 'alter role %I login password %L' else 'create role %I login password %L' end,
        $1::text, $2::text)"""
_DATABASE = """
    select format('create database %I owner %I', $1::text, $2::text)
    where not exists (select from pg_database where datname = $1)"""
# A group without a login: whoever is to read the views is made a member of it, and may then connect to overview's database.
DASHBOARDS = "helhed_dashboards"
_GROUP = """
    select format('create role %I nologin', $1::text)
    where not exists (select from pg_roles where rolname = $1)"""
_CONNECTS = "select format('grant connect on database %I to %I', $1::text, $2::text)"
_CLOSED = "select format('revoke connect, temporary on database %I from public', $1::text)"


async def make(folder: Path) -> None:
    """Makes what is missing; each role may connect to its own database alone. Raises PostgreSQL's errors."""
    administrator = await asyncpg.connect((folder / "postgres" / "dsn").read_text().strip(), timeout=30)
    try:
        if order := await administrator.fetchval(_GROUP, DASHBOARDS):
            await administrator.execute(order)
        for service in SERVICES:
            own = urlsplit((folder / service / "postgres-dsn").read_text().strip())
            database = own.path.lstrip("/")
            orders = [
                await administrator.fetchval(_ROLE, own.username, own.password),
                await administrator.fetchval(_DATABASE, database, own.username),
                await administrator.fetchval(_CLOSED, database),
                await administrator.fetchval(_CONNECTS, database, DASHBOARDS)
                if service == "overview"
                else None,
            ]
            for order in filter(None, orders):
                await administrator.execute(order)
    finally:
        await administrator.close()


if __name__ == "__main__":
    asyncio.run(make(Path(sys.argv[1])))
