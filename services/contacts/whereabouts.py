"""Who belongs to which family: an index of the service's own, fed by its own events in position order."""

from collections.abc import Iterable, Iterator
from typing import Any

from contracts.contacts.events import (
    AttachmentExpired,
    FamilyMemberAdded,
    FamilyMemberLeft,
    FamilyRegistered,
    ProfessionalAttached,
    ProfessionalDetached,
)
from contracts.ids import FamilyId, Id
from eventkeep.pg import Pool

_NOTE = """
insert into whereabouts as w (party, family, version, here)
select * from unnest($1::text[], $2::text[], $3::bigint[], $4::boolean[])
on conflict (party, family) do update set version = excluded.version, here = excluded.here
where w.version < excluded.version
"""


def moves(event: Any) -> Iterator[tuple[Id, bool]]:
    """Whom an event brings into its family (true), or takes out of it."""
    match event:
        case FamilyRegistered():
            yield from ((each.person, True) for each in event.members)
        case FamilyMemberAdded():
            yield event.member.person, True
        case FamilyMemberLeft():
            yield event.person, False
        case ProfessionalAttached():
            yield event.professional, True
        case ProfessionalDetached() | AttachmentExpired():
            yield event.professional, False


class Whereabouts:
    """The index. Events may come again, and late: the newest of a family stands."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def note(self, events: Iterable[tuple[Any, int]]) -> None:
        """Notes who came and went by events, each with its version in its stream."""
        newest: dict[tuple[Id, FamilyId], tuple[int, bool]] = {}
        for event, version in events:
            for party, here in moves(event):
                place = party, event.family
                newest[place] = max(newest.get(place, (0, False)), (version, here))
        if newest:
            rows = [
                (*place, *newest[place]) for place in sorted(newest)
            ]  # in one order: nobody waits in a ring
            await self._pool.execute(_NOTE, *map(list, zip(*rows, strict=True)))

    async def families_of(self, party: Id) -> list[FamilyId]:
        """The families that a person belongs to, or a professional is attached to."""
        rows = await self._pool.fetch(
            "select family from whereabouts where party = $1 and here order by family", party
        )
        return [FamilyId(row["family"]) for row in rows]
