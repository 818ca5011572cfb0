"""Who may read what of a family: decided on each read, by contacts' facts alone. INV-36, INV-38, X-01."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from datetime import date
from typing import Any

from contracts.access import Kind, Purpose, Relation, purpose_to_read
from contracts.contacts.events import SharedSection
from eventkeep import vector
from eventkeep.clock import Clock, day_of
from eventkeep.edge.call import Caller
from eventkeep.parsed import Parsed
from eventkeep.reading import Reading, Shown
from eventkeep.refused import Refused
from services.overview.access import lets_in, purpose_of, relations_of, relations_of_person, shared_with
from services.overview.leavers import Left

AskContacts = Callable[[str, str], Awaitable[str | None]]
"""Asks contacts for what purpose a professional (second) may read a family (first) now. IN_EMERGENCY: not
attached. None: not at all. No answer is no."""
IN_EMERGENCY = ""
_FRESH, _WAIT = 5.0, 2.0
_Standing = tuple[str, Collection[Relation]]
"""What an attachment is for, and what somebody is to the family: nothing, where he or she may not read."""


class Rights:
    """Decides reads by the table in contracts. A yes counts while contacts' watermark is fresh; otherwise contacts is
    asked about a professional; a member of the family, or who stands by it, waits until it is fresh again."""

    def __init__(self, access: Reading, ask_contacts: AskContacts, clock: Clock, left: Left) -> None:
        """`clock` says which day it is; how old contacts' watermark is, is real time."""
        self._access, self._ask_contacts, self.clock, self._left = access, ask_contacts, clock, left
        self._parsed = Parsed(Any)

    def today(self) -> date:
        """The day on which rights are decided."""
        return self.clock.today()

    async def require(
        self, caller: Caller, family: str, seen: vector.Vector | None = None, kind: Kind = Kind.PLAN
    ) -> str:
        """The purpose that the caller reads for. Raises Refused `plan_not_found`, the same for what isn't there and
        what isn't the caller's.

        Where the caller has `seen` more of contacts than is here, contacts is asked.
        """
        attached_for, relations = await self._standing(caller, family, seen or {})
        purpose = purpose_to_read(caller.kind, relations, kind)
        if purpose is not None:
            return attached_for if purpose is Purpose.OF_ATTACHMENT else purpose
        raise _not_there()

    async def arrived(self, family: str, seen: vector.Vector, deadline: float | None = None) -> None:
        """Waits until who may read a family is decided by no less than what was seen. Raises Refused `lagging`."""
        end = asyncio.get_running_loop().time() + _WAIT
        await self._access.at_least(family, seen, min(end, deadline or end))

    async def shared_with(self, caller: Caller, family: str) -> tuple[SharedSection, ...]:
        """What the family shares with the caller now. INV-66. Raises Refused `plan_not_found` where that is nothing."""
        shown = await self._access.row(family)
        sections = shared_with(self._read(shown), caller.id) if sure(shown) else ()
        if caller.kind != "person" or not sections:
            raise _not_there()
        return sections

    async def kinds(self, caller: Caller, family: str) -> frozenset[Kind]:
        """All kinds of data about a family that the caller reads; none where it isn't there or isn't the caller's."""
        _, relations = await self._standing(caller, family, {})
        return frozenset(kind for kind in Kind if purpose_to_read(caller.kind, relations, kind) is not None)

    async def _standing(self, caller: Caller, family: str, seen: vector.Vector) -> _Standing:
        if caller.kind == "professional":
            standing = await self._professional(caller.id, family, seen)
            in_emergency = Relation.EMERGENCY in standing[1]
            return ("", ()) if in_emergency and await self._left(caller) else standing
        if caller.kind == "person":
            return await self._person(caller.id, family, seen)
        return "", ()

    async def _professional(self, professional: str, family: str, seen: vector.Vector) -> _Standing:
        shown = await self._access.row(family)
        document, now = self._read(shown), self.clock.now()
        day = day_of(now)
        relations = relations_of(document, professional, day)
        if _counts(shown) and shown.vector.get("contacts", 0) >= seen.get("contacts", 0):
            purpose = purpose_of(document, professional, day)
            if purpose is None and lets_in(document, professional, now):
                purpose = IN_EMERGENCY
            if purpose is None or not shown.holes:
                return _attached(purpose, relations)
        return _attached(await self._ask_contacts(family, professional), relations)

    async def _person(self, person: str, family: str, seen: vector.Vector) -> _Standing:
        """Contacts is not asked about members, nor about supporters: what may be out of date is no yes."""
        shown = await self._access.at_least(family, seen, asyncio.get_running_loop().time() + _WAIT)
        return "", relations_of_person(self._read(shown), person) if sure(shown) else ()

    def _read(self, shown: Shown) -> Any:
        return self._parsed(shown.family, shown.document)


def _attached(purpose: str | None, relations: Collection[Relation]) -> _Standing:
    if purpose is None:
        return "", ()
    return (purpose, relations) if purpose != IN_EMERGENCY else (purpose, (Relation.EMERGENCY,))


def _counts(shown: Shown) -> bool:
    return shown.state_no > 0 and shown.age < _FRESH and not shown.parked


def sure(shown: Shown) -> bool:
    """Whether a yes of the access view counts: it is fresh, and lacks nothing that is known of."""
    return _counts(shown) and not shown.holes


def _not_there() -> Refused:
    return Refused(
        "plan_not_found",
        "There is no such plan for you.",
        "INV-38",
        "Ask the family's coordinator whether you are attached.",
        danish="Der er ingen sådan plan til dig.",
        danish_next="Spørg familiens koordinator, om du er tilknyttet.",
    )
