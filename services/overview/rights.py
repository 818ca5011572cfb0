"""Who may read a family's plan: decided on each read, by contacts' facts alone. INV-36, INV-38, X-01."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import orjson

from eventkeep import vector
from eventkeep.edge.call import Caller
from eventkeep.reading import Reading
from eventkeep.refused import Refused
from services.overview.access import purpose_of, today

AskContacts = Callable[[str, str], Awaitable[str | None]]
"""Asks contacts for what purpose a professional (second) may read a family (first) now. None: not. No answer is no."""
_FRESH = 5.0


class Rights:
    """Decides reads. A yes counts while contacts' watermark is fresh; otherwise contacts is asked."""

    def __init__(self, access: Reading, ask_contacts: AskContacts) -> None:
        self._access, self._ask_contacts = access, ask_contacts

    async def require(self, caller: Caller, family: str, seen: vector.Vector | None = None) -> str:
        """The purpose that the caller reads for. Raises Refused `plan_not_found`, the same for what isn't there and
        what isn't the caller's.

        Where the caller has `seen` more of contacts than is here, contacts is asked.
        """
        if caller.kind == "professional":
            purpose = await self._purpose(caller.id, family, seen or {})
            if purpose is not None:
                return purpose
        raise Refused(
            "plan_not_found",
            "There is no such plan for you.",
            "INV-38",
            "Ask the family's coordinator whether you are attached.",
            danish="Der er ingen sådan plan til dig.",
        )

    async def _purpose(self, professional: str, family: str, seen: vector.Vector) -> str | None:
        shown = await self._access.row(family)
        fresh = shown.state_no > 0 and shown.age < _FRESH and not shown.parked
        if fresh and shown.vector.get("contacts", 0) >= seen.get("contacts", 0):
            day = today(datetime.now(UTC))
            purpose = purpose_of(orjson.loads(shown.document), professional, day)
            if purpose is None or not shown.holes:
                return purpose
        return await self._ask_contacts(family, professional)
