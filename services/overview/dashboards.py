"""The schema `reading` for dashboards, and the role that reads it and nothing else."""

import structlog

from eventkeep.pg import Pool

log = structlog.get_logger()
# Another replica, or another installation on this server, may be quicker.
_MADE = """
do $$ begin create role "{role}" nologin; exception when duplicate_object or unique_violation then null; end $$
"""
_MAY_MAKE = "select rolcreaterole or rolsuper from pg_roles where rolname = current_user"


async def open_to(pool: Pool, role: str) -> bool:
    """Lets a role read the views. Makes it, without a login, where we may make roles; else False while it is missing."""
    async with pool.acquire() as connection:
        there = await connection.fetchval("select exists (select from pg_roles where rolname = $1)", role)
        if not there and await connection.fetchval(_MAY_MAKE):
            await connection.execute(_MADE.format(role=role))
            there = True
        if not there:
            log.warning("dashboards_role_missing", role=role)
            return False
        await connection.execute(f'grant usage on schema reading to "{role}"')
        await connection.execute(f'grant select on all tables in schema reading to "{role}"')
        return True
