"""`python -m deploy.generate.views` writes contracts/overview/views.json: the SQL views as a database has them.

It starts PostgreSQL, or uses the one of HELHED_POSTGRES. A column that is there keeps its place, name, type and meaning.
"""

import asyncio
import json
import os
import secrets
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

from deploy.embedded.postgres import Postgres
from deploy.generate.written import ROOT, settle
from eventkeep.migrate import SQL, migrate
from eventkeep.pg import Connection, session

FILE = "contracts/overview/views.json"
Views = Mapping[str, Mapping[str, Any]]
_COLUMNS = """
select c.relname as view, obj_description(c.oid) as about, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
       col_description(c.oid, a.attnum) as says
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
 where c.relnamespace = 'reading'::regnamespace and c.relkind <> 'i' order by c.oid, a.attnum
"""


async def views(connection: Connection) -> Views:
    """What stands in the schema for dashboards: by view what it is about and its columns, first to last."""
    found: dict[str, dict[str, Any]] = {}
    for view, about, name, kind, says in await connection.fetch(_COLUMNS):
        described = found.setdefault(view, {"about": about, "columns": {}})
        described["columns"][name] = {"type": kind, "says": says}
    return found


async def of_server(postgres: str) -> Views:
    """The views of a database that is made for it, and goes."""
    name = f"views_{secrets.token_hex(6)}"
    administrator = await session(postgres)
    try:
        await administrator.execute(f"create database {name}")
        connection = await session(urlunsplit(urlsplit(postgres)._replace(path=f"/{name}")))
        for folder in (SQL / "journal", ROOT / "services/overview/sql"):
            await migrate(connection, folder)
        found = await views(connection)
        await connection.close()
        return found
    finally:
        await administrator.execute(f"drop database if exists {name} with (force)")
        await administrator.close()


def committed(root: Path = ROOT) -> Views:
    """The views as they were promised."""
    promised: Views = json.loads((root / FILE).read_text())
    return promised


def written(found: Views) -> str:
    """The file's text."""
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"


def main() -> None:
    """Write, or compare."""
    with ExitStack() as running:
        given = os.environ.get("HELHED_POSTGRES") or running.enter_context(Postgres()).dsn()
        settle("deploy.generate.views", __doc__, {FILE: written(asyncio.run(of_server(given)))})


if __name__ == "__main__":
    main()
