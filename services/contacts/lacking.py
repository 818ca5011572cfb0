"""Families that still lack what every family is to have: the offer, a coordinator, a primary contact. INV-53, P08, R08."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from contracts.casework import decides
from contracts.contacts import events as contacts
from contracts.ids import FamilyId
from contracts.legal_bases import LEGAL_BASES, Counts
from contracts.shapes import ActorKind
from eventkeep.pg import Pool
from eventkeep.refused import Refused
from services.contacts.state import Offer, State, in_force

_NOTE = """
insert into lacking as l (family, version, lacks, unattended) values ($1, $2, $3, $4)
on conflict (family) do update set version = excluded.version, lacks = excluded.lacks, unattended = excluded.unattended
where l.version < excluded.version
"""
PAGE = 100
"""How many families are looked at for one answer."""
_MOVES = (
    contacts.FamilyRegistered,
    contacts.FamilyClosed,
    contacts.FamilyReopened,
    contacts.LegalBasisRecorded,
    contacts.EligibilityDecided,
    contacts.ModelOffered,
    contacts.ProfessionalAttached,
    contacts.ProfessionalDetached,
    contacts.AttachmentExpired,
    contacts.CoordinatorChosen,
    contacts.CoordinatorHandoverAccepted,
    contacts.CoordinatorVacated,
    contacts.PrimaryContactDesignated,
    contacts.PrimaryContactVacated,
)
"""After which a family may lack something else, or be without anybody attached."""


class Lack(StrEnum):
    """What a family lacks: the offer of the model (INV-53), a coordinator (P08), a primary contact (R08)."""

    OFFER = "offer"
    COORDINATOR = "coordinator"
    PRIMARY_CONTACT = "primary-contact"


def lacks(state: State) -> tuple[Lack, ...]:
    """What an open case lacks. The offer: where the family is eligible, or a family case that nobody has decided on."""
    if not state.registered or state.closed:
        return ()
    bases = (LEGAL_BASES.get(each.code) for each in state.legal_bases.values())
    undecided = any(basis is not None and basis.counts is Counts.FAMILY_CASE for basis in bases)
    eligible = state.eligibility.eligible if state.eligibility else undecided
    missing = {
        Lack.OFFER: eligible and state.offer is Offer.NONE,
        Lack.COORDINATOR: state.coordinator is None,
        Lack.PRIMARY_CONTACT: state.primary_contact is None,
    }
    return tuple(lack for lack, is_missing in missing.items() if is_missing)


def asked(kind: str, lack: str) -> Lack:
    """What is asked for. Staff alone may ask. INV-40."""
    if kind != ActorKind.PROFESSIONAL:
        raise Refused(
            "staff_only",
            "Staff alone see which families lack something.",
            "INV-40",
            "Ask a professional.",
            danish="Kun medarbejdere ser, hvilke familier der mangler noget.",
            danish_next="Spørg en fagperson.",
        )
    if lack not in set(Lack):
        raise Refused(
            "lack_unknown",
            "Nobody keeps a list of families that lack this.",
            "INV-53",
            "Name one of those that are known.",
            {"known": ", ".join(Lack)},
            danish="Der føres ingen liste over familier, der mangler dette.",
            danish_next="Angiv en af dem, der findes.",
        )
    return Lack(lack)


def is_listed(state: State, lack: Lack, professional: str, profession: str, day: date) -> bool:
    """Whether a family that lacks something is for this one to see: by a basis in force, or since nobody is attached
    and it is for those who do casework to begin. X-01, X-06, INV-40."""
    begins = not state.attached and decides(profession, profession)
    return lack in lacks(state) and (in_force(state, professional, day) or begins)


class Lacking:
    """The index of what families lack. It may be behind: whoever lists looks at each family as it stands."""

    def __init__(self, pool: Pool, family: Callable[[FamilyId], Awaitable[State]]) -> None:
        self._pool, self._family = pool, family

    async def note(self, events: Iterable[tuple[Any, int]]) -> None:
        """Notes what families lack after events, each with its version. Events may come again, and late."""
        moved: dict[FamilyId, int] = {}
        for event, version in events:
            if isinstance(event, _MOVES):
                moved[event.family] = max(moved.get(event.family, 0), version)
        families = sorted(moved)  # in one order: nobody waits in a ring
        states = await asyncio.gather(*map(self._family, families))
        await self._pool.executemany(
            _NOTE,
            [
                (family, moved[family], list(lacks(state)), not state.attached)
                for family, state in zip(families, states, strict=True)
            ],
        )

    async def some(self, lack: Lack, professional: str, after: str) -> list[FamilyId]:
        """Up to a page of families by id that may lack it, around which the professional is, or nobody."""
        rows = await self._pool.fetch(
            "select family from lacking l where $1 = any (lacks) and family > $3 and (unattended or exists "
            "(select from whereabouts w where w.party = $2 and w.family = l.family and w.here)) "
            "order by family limit $4",
            lack,
            professional,
            after,
            PAGE,
        )
        return [FamilyId(row["family"]) for row in rows]
