"""Who is shown a family's plan: decided on each read, and the same answer for what isn't there and what isn't yours."""

from datetime import UTC, datetime, timedelta
from typing import cast

import orjson
import pytest

from eventkeep.edge.call import Caller
from eventkeep.reading import Reading, Shown
from eventkeep.refused import Refused
from services.overview.access import Attachments, derive, evolve
from services.overview.rights import Rights
from tests.unit.family import ANNA, FAMILY, PASSER_BY, SOFIE, attached

SEEN = {"contacts": 3}
ACCESS = orjson.dumps(derive({"contacts": evolve(Attachments(), attached(SOFIE))}))


class Row:
    """Overview's row of who may read, as it stands; and contacts, who would say so or not."""

    def __init__(
        self, age_s: float = 0.0, state_no: int = 1, holes: bool = False, contacts: bool = False
    ) -> None:
        as_of = datetime.now(UTC) - timedelta(seconds=age_s)
        self._shown = Shown(FAMILY, state_no, SEEN, ACCESS, None, None, 0, as_of, holes)
        self._contacts = contacts
        self.asked = 0

    async def row(self, family: str) -> Shown:
        """What stands there now."""
        return self._shown

    async def ask(self, family: str, professional: str) -> str | None:
        """What contacts answers."""
        self.asked += 1
        return "coordination" if self._contacts else None


async def may_read(there: Row, who: str = SOFIE, kind: str = "professional", contacts_seen: int = 0) -> bool:
    """Whether the plan is shown to somebody."""
    rights = Rights(cast("Reading", there), there.ask)
    try:
        await rights.require(Caller(kind, who, None, 0.0), FAMILY, {"contacts": contacts_seen})
    except Refused as refused:
        if refused.code != "plan_not_found":
            raise
        return False
    return True


async def test_who_is_attached_reads_and_nobody_else_does() -> None:
    """INV-38, X-01: one refusal for all, whatever the reason."""
    assert await may_read(Row())
    assert not await may_read(Row(), PASSER_BY)
    assert not await may_read(Row(), ANNA, kind="person")
    assert not await may_read(Row(state_no=0), PASSER_BY)


@pytest.mark.parametrize("says", [True, False])
@pytest.mark.parametrize(
    ("there", "seen"),
    [({"age_s": 9.0}, 0), ({"state_no": 0}, 0), ({"holes": True}, 0), ({}, 4)],
    ids=["not fresh", "not there yet", "with a hole", "behind what the caller has seen"],
)
async def test_where_its_own_copy_may_be_wrong_contacts_is_asked(
    there: dict[str, float], seen: int, says: bool
) -> None:
    """INV-38: a yes counts while it is fresh; otherwise contacts says, and no answer means no."""
    row = Row(**there, contacts=says)  # type: ignore[arg-type]
    assert await may_read(row, contacts_seen=seen) is says
    assert row.asked == 1


async def test_a_fresh_no_is_a_no() -> None:
    """INV-38: nobody is asked."""
    row = Row(contacts=True)
    assert not await may_read(row, PASSER_BY)
    assert row.asked == 0
