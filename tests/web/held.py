"""The read side, held in memory: one family's plan, read by whoever is attached. Written by hand; the real one is
tried in tests/system."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any

import orjson

from eventkeep.edge.call import Caller
from eventkeep.refused import Refused
from services.overview.shared_plan import SharedPlan
from services.overview.web.families import Family
from tests.unit.family import FAMILY
from tests.web.shown import given, whole


@dataclass
class Held:
    """What `SharedPlans`, the view of access and the list of families answer."""

    attached: dict[str, str]
    """Purposes, by professional."""
    document: dict[str, Any] = field(default_factory=whole)
    broken: Exception | None = None
    read_as: list[tuple[str, str]] = field(default_factory=list)
    """Who has read, and in which way."""
    states: list[SharedPlan | Exception] = field(default_factory=list)
    """What a watcher is told."""

    @property
    def rights(self) -> "Held":
        """Who may read."""
        return self

    async def require(self, caller: Caller, family: str, *_: Any) -> str:
        """The purpose; refused to others."""
        if self.broken:
            raise self.broken
        if family != FAMILY or caller.id not in self.attached:
            raise Refused("plan_not_found", "There is no such plan for you.", "INV-38")
        return self.attached[caller.id]

    async def read(self, caller: Caller, family: str, way: str) -> SharedPlan:
        """The plan, to who may read it."""
        await self.require(caller, family)
        self.read_as.append((caller.id, way))
        return replace(given(self.document))

    async def watch(
        self, caller: Caller, family: str, way: str, after_state: int = 0
    ) -> AsyncIterator[SharedPlan]:
        """The states that are held, to who may read them; then nobody's."""
        await self.require(caller, family)
        for state in self.states:
            if isinstance(state, Exception):
                raise state
            self.read_as.append((caller.id, way))
            yield state

    async def row(self, family: str) -> Any:
        """Access: all attached, by law."""
        term = {"department": "social", "valid_from": "2024-01-01", "valid_to": None}
        held = {str(who): {**term, "purpose": purpose} for who, purpose in self.attached.items()}
        return SimpleNamespace(document=orjson.dumps({"attached": held}))

    async def of(self, caller: Caller, say: Any) -> list[Family]:
        """The families of somebody."""
        mine = caller.id in self.attached
        return [Family(FAMILY, say("the-family", name="Example"), "Anna, Bo")] if mine else []
