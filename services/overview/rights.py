"""Who may read a family's plan: decided on each read, by contacts' facts alone. INV-36, INV-38, X-01."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import orjson

from eventkeep.edge.call import Caller
from eventkeep.reading import Reading
from eventkeep.refused import Refused
from services.overview.access import may_read, today

AskContacts = Callable[[str, str], Awaitable[bool]]
"""Asks contacts whether a professional (second) may read a family (first) now. No answer is no."""
_FRESH = 5.0


class Rights:
    """Decides reads. A yes counts while contacts' watermark is fresh; otherwise contacts is asked."""

    def __init__(self, access: Reading, ask_contacts: AskContacts) -> None:
        self._access, self._ask_contacts = access, ask_contacts

    async def require(self, caller: Caller, family: str) -> None:
        """Raises Refused `plan_not_found`, the same for what isn't there and what isn't the caller's."""
        if caller.kind != "professional" or not await self._allowed(caller.id, family):
            raise Refused(
                "plan_not_found",
                "There is no such plan for you.",
                "INV-38",
                "Ask the family's coordinator whether you are attached.",
            )

    async def _allowed(self, professional: str, family: str) -> bool:
        shown = await self._access.row(family)
        if shown.state_no and may_read(orjson.loads(shown.document), professional, today(datetime.now(UTC))):
            sure = shown.age < _FRESH and not shown.parked and not shown.holes
            return sure or await self._ask_contacts(family, professional)
        if shown.age < _FRESH and shown.state_no and not shown.parked:
            return False
        return await self._ask_contacts(family, professional)
