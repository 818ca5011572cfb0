"""A witness in the databases: every state that a view's own rows ever had, in order."""

import asyncio

import asyncpg

from deploy.platform.processes import SERVICES, Platform
from eventkeep import vector

_SQL = """
create table if not exists witness (
    n bigserial, view text, view_version integer, family text, state_no bigint, vector text, hash bytea
);
create or replace function witnessed() returns trigger language plpgsql security definer as $$
begin
    insert into witness (view, view_version, family, state_no, vector, hash)
    values (new.view, new.view_version, new.family, new.state_no, new.vector, new.hash);
    return new;
end $$;
create or replace trigger witnessed after insert or update on views for each row
    when (position('.' in new.view) = 0) execute function witnessed();  -- others are beside, and shown to nobody
"""


def call_witness(platform: Platform) -> None:
    """From now on, what the views show is noted in every database."""

    async def call() -> None:
        for name in SERVICES:
            connection = await asyncpg.connect(platform.dsn(name))
            await connection.execute(_SQL)
            await connection.close()

    asyncio.run(call())


async def broken_promises(connection: asyncpg.Connection, name: str) -> list[str]:
    """Where a state number or vector went back, or the same vector was shown with two hashes."""
    rows = await connection.fetch("select * from witness order by n")
    wrong: list[str] = []
    last: dict[tuple[str, int, str], tuple[int, str]] = {}
    hashes: dict[tuple[str, int, str, str], bytes | None] = {}
    for row in rows:
        who = (row["view"], row["view_version"], row["family"])
        state_no, at = last.get(who, (0, ""))
        moved = row["state_no"] > state_no and vector.covers(vector.parse(row["vector"]), vector.parse(at))
        stood = (row["state_no"], row["vector"]) == (state_no, at)
        if not moved and not stood:
            wrong.append(f"{name}: {who} went from {state_no} ({at}) to {row['state_no']} ({row['vector']})")
        last[who] = (row["state_no"], row["vector"])
        if hashes.setdefault((*who, row["vector"]), row["hash"]) != row["hash"]:
            wrong.append(f"{name}: {who} was shown at {row['vector']} with two hashes")
    return wrong
