"""Numbered SQL migrations, applied in order behind a lock, with their checksums kept."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from eventkeep.pg import Connection

SQL = Path(__file__).parent / "sql"


class MigrationChanged(Exception):
    """A migration that was applied reads otherwise today. Restore the file and add a new number instead."""


async def migrate(connection: Connection, folder: Path) -> list[str]:
    """Applies what is missing of the folder's `NNNN_name.sql`, all or nothing. Returns the names applied now."""
    applied: list[str] = []
    scripts = _scripts(folder)
    async with connection.transaction():
        await connection.execute("select pg_advisory_xact_lock(4805, 2)")
        await connection.execute(
            "create table if not exists migrations (name text primary key, checksum text not null, "
            "applied_at timestamptz not null default now())"
        )
        known = {row["name"]: row["checksum"] for row in await connection.fetch("select * from migrations")}
        for name, script in scripts.items():
            checksum = hashlib.sha256(script.encode()).hexdigest()
            if name not in known:
                await connection.execute(script)
                await connection.execute("insert into migrations values ($1, $2)", name, checksum)
                applied.append(name)
            elif known[name] != checksum:
                raise MigrationChanged(f"{name} was applied with other contents")
    return applied


async def standing(connection: Connection, folders: Sequence[Path]) -> dict[str, str]:
    """What a database's migrations aren't, by name: `missing`, `changed` since, or `unknown` to this code. Changes
    nothing."""
    known: dict[str, str] = {}
    if await connection.fetchval("select to_regclass('migrations') is not null"):
        known = {row[0]: row[1] for row in await connection.fetch("select name, checksum from migrations")}
    scripts = {name: script for folder in folders for name, script in _scripts(folder).items()}
    found = {name: "unknown" for name in known if name not in scripts}
    for name, script in scripts.items():
        if known.get(name) != hashlib.sha256(script.encode()).hexdigest():
            found[name] = "changed" if name in known else "missing"
    return found


def _scripts(folder: Path) -> dict[str, str]:
    paths = sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    return {f"{folder.name}/{path.stem}": path.read_text() for path in paths}
