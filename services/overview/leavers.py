"""Who left the municipality, by contacts' register. A family detaches its leavers itself; what isn't an attachment, such
as leading a group, a role in a programme, access in an emergency, opens nothing to them either. R11, X-01."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import orjson

from contracts.contacts.events import (
    ProfessionalChanged,
    ProfessionalLeft,
    ProfessionalRegistered,
)
from eventkeep.edge.call import Caller
from eventkeep.reading import Reading
from eventkeep.view import Fold, View

Left = Callable[[Caller], Awaitable[bool]]
"""Whether a caller is a professional who left."""


def evolve(left: bool, event: ProfessionalRegistered | ProfessionalChanged | ProfessionalLeft) -> bool:
    """Whether the professional has left by now. Nobody comes back under the same id."""
    return left or isinstance(event, ProfessionalLeft)


def derive(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Nothing but that."""
    return {"left": parts["contacts"]}


PROFESSIONAL = View(
    "professional",
    1,
    {"contacts": Fold(bool, evolve)},
    derive,
    waits_for_causes=False,
    hashed=False,
    kind="professional",
)


def leavers(rows: Reading) -> Left:
    """Looks them up. Whom the register doesn't know hasn't left. Raises Refused where the database doesn't answer."""

    async def left(caller: Caller) -> bool:
        if caller.kind != "professional":
            return False
        shown = await rows.row(f"{PROFESSIONAL.kind}/{caller.id}")
        return shown.state_no > 0 and bool(orjson.loads(shown.document)["left"])

    return left
