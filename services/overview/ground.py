"""The facts that documents about one family are made of, each looked up when it is first needed."""

from collections.abc import Sequence
from typing import Any

import orjson

from eventkeep.cloudevent import Told
from eventkeep.edge.call import Caller
from eventkeep.reading import Shown
from services.overview.sentences import TOLD
from services.overview.shared_plan import SharedPlans
from services.overview.tale import Happened, Tales


class Ground:
    """What is known of a family at the state that is shown now, for one reader."""

    def __init__(self, plans: SharedPlans, tales: Tales, shown: Shown, caller: Caller) -> None:
        self.plans, self.tales, self.caller = plans, tales, caller
        self.family, self.vector = shown.family, shown.vector
        self._shown = shown
        self._told: list[Told] | None = None

    async def plan(self) -> Any:
        """The shared plan, opened."""
        return orjson.loads(await self.plans.opened(self.family, self._shown.document))

    async def told(self) -> list[Told]:
        """Every event that is here, sealed."""
        if self._told is None:
            self._told = await self.tales.told(self.family)
        return self._told

    async def tale(self) -> Sequence[Happened]:
        """What is told of the family up to the state that is shown, opened."""
        return await self.tales.opened(await self.told(), self.vector, TOLD.keys())
