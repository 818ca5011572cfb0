"""How good offers were to those who used them: over all families, and only where at least five of them said so. P45."""

import time
from collections.abc import Mapping
from typing import Any

from eventkeep.pg import Pool, answering

Said = Mapping[str, Mapping[str, Any] | None]
"""By whose view it is: families, ratings and their mean; None where too few have said anything."""
UNSAID: Said = {"citizen": None, "professional": None}
_QUALITY = "select offer, scored_by, families, ratings, mean from reading.offer_quality where not suppressed"


class Quality:
    """What is said of all offers, looked at anew now and then: it goes over all families, and moves slowly."""

    def __init__(self, pool: Pool, every: float = 30.0) -> None:
        self._pool, self._every = pool, every
        self._said: dict[str, dict[str, Mapping[str, Any] | None]] = {}
        self._looked_at = -every

    async def of(self, offer: str) -> Said:
        """How good an offer was. Raises Refused."""
        if time.monotonic() - self._looked_at >= self._every:
            await self._look()
        return self._said.get(offer, UNSAID)

    async def _look(self) -> None:
        with answering():
            rows = await self._pool.fetch(_QUALITY, timeout=5.0)
        said: dict[str, dict[str, Mapping[str, Any] | None]] = {}
        for row in rows:
            mean = {"families": row["families"], "ratings": row["ratings"], "mean": float(row["mean"])}
            said.setdefault(str(row["offer"]), dict(UNSAID))[row["scored_by"]] = mean
        self._said, self._looked_at = said, time.monotonic()
