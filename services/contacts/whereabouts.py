"""Who belongs to which family: an index of the service's own, fed by its own events in position order."""

from collections.abc import Iterator
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

    async def note(self, event: Any, version: int) -> None:
        """Notes who came and went by an event of this version in its stream."""
        for party, here in moves(event):
            await self._pool.execute(
                "insert into whereabouts as w (party, family, version, here) values ($1, $2, $3, $4) "
                "on conflict (party, family) do update set version = excluded.version, here = excluded.here "
                "where w.version < excluded.version",
                party,
                event.family,
                version,
                here,
            )

    async def families_of(self, party: Id) -> list[FamilyId]:
        """The families that a person belongs to, or a professional is attached to."""
        rows = await self._pool.fetch(
            "select family from whereabouts where party = $1 and here order by family", party
        )
        return [FamilyId(row["family"]) for row in rows]
