"""The second wall around a service's tables: their rows are there for the role that owns them and for nobody else.

The first wall is that nobody else is granted anything. Whoever is granted a table by mistake sees no row of it.
"""

from eventkeep.pg import Connection

# Orders for tables whose wall is missing, or was built for another owner: before a restore under another name.
_MISSING = """
select format(
         'alter table %1$s enable row level security; alter table %1$s force row level security; '
         'drop policy if exists owner_alone on %1$s; create policy owner_alone on %1$s to %2$I using (true)',
         c.oid::regclass, o.rolname)
  from pg_class c join pg_roles o on o.oid = c.relowner
  left join pg_policy p on p.polrelid = c.oid and p.polname = 'owner_alone'
 where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace and pg_has_role(c.relowner, 'usage')
   and not (c.relrowsecurity and c.relforcerowsecurity and p.polroles is not distinct from array[c.relowner])
 order by c.oid
"""


async def wall_off(connection: Connection) -> int:
    """Closes what is open of the database's tables; returns how many there were. A table is locked for that moment."""
    orders = [row[0] for row in await connection.fetch(_MISSING)]
    for order in orders:
        async with connection.transaction():
            await connection.execute(order)
    return len(orders)
