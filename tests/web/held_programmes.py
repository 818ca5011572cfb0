"""Programmes and guides, held in memory for the pages. Written by hand; the real ones are tried in tests/views."""

from dataclasses import dataclass, field
from typing import Any

import orjson

from eventkeep.edge.call import Caller
from eventkeep.refused import Refused
from services.overview.programmes.document import summary
from services.overview.programmes.reading import Made
from tests.unit.programmes import PROGRAMME
from tests.views.programmed import served


@dataclass
class HeldProgrammes:
    """One programme, for those who have a role in it."""

    roles: set[str] = field(default_factory=set)
    read_guides: dict[tuple[str, str], int] = field(default_factory=dict)

    @property
    def coverage(self) -> "HeldProgrammes":
        """Who has read what."""
        return self

    async def listed(self, caller: Caller) -> Made:
        """The programmes of somebody."""
        mine = [summary(served())] if caller.id in self.roles else []
        return Made(orjson.dumps({"programmes": mine}), b"")

    async def read(self, caller: Caller, programme: str, *_: Any) -> Made:
        """The programme, to who may read it."""
        if caller.id not in self.roles or programme != PROGRAMME:
            raise Refused("programme_not_found", "There is no such programme for you.", "R39")
        return Made(orjson.dumps(served()), b"")

    async def read_by(self, guide: str, professional: str) -> int:
        """The newest version that somebody has read."""
        return self.read_guides.get((guide, professional), 0)

    async def note_read(self, guide: str, version: int, professional: str, department: str | None) -> None:
        """Notes it."""
        self.read_guides[guide, professional] = version
