"""The read side, held in memory: one family's plan, read by whoever is attached. Written by hand; the real one is
tried in tests/system."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import orjson

from contracts.access import Kind, Relation, purpose_to_read
from eventkeep.edge.call import Caller
from eventkeep.refused import Refused
from eventkeep.standing import Standing
from services.overview.documents import Asked
from services.overview.my_families import Listed
from services.overview.offers import Found, Wanted
from services.overview.outcomes.told import NO_MONTH, Outcomes
from services.overview.reads import Reads
from services.overview.shared_plan import SharedPlan
from services.overview.web.families import Family
from services.overview.web.plan_page import Freshness
from tests.unit.family import FAMILY
from tests.views.test_offers import looking
from tests.web.held_programmes import HeldProgrammes
from tests.web.shown import NOW, given, whole
from tests.web.standing import standing
from tests.web.told import told


@dataclass
class Held:
    """What `SharedPlans`, the view of access and the list of families answer."""

    attached: dict[str, str]
    """Purposes, by professional."""
    document: dict[str, Any] = field(default_factory=whole)
    broken: Exception | None = None
    may_read: frozenset[Kind] = frozenset()
    """What kinds the reader may read, where that is said."""
    documents: dict[Kind, Any] = field(default_factory=dict)
    """What documents beside the plan say."""
    documents_read: list[tuple[str, str]] = field(default_factory=list)
    """Who has read which of them."""
    acknowledged: list[tuple[str, str, int]] = field(default_factory=list)
    """Who said to know which family's state."""
    read_as: list[tuple[str, str]] = field(default_factory=list)
    """Who has read, and in which way."""
    states: list[SharedPlan | Exception] = field(default_factory=list)
    """What a watcher is told, before there is no news."""
    standing: Standing = field(default_factory=lambda: standing())
    """What operations are told."""
    outcomes: Outcomes = field(default_factory=lambda: told())
    """What leaders are told."""
    programmes: HeldProgrammes = field(default_factory=HeldProgrammes)
    """What is told of programmes and guides."""
    listed: Listed | None = None
    """The worklist."""
    list_fresh: Freshness = field(default_factory=lambda: Freshness("current", NOW))
    """How fresh the family in the list is."""
    fresh: list[datetime] = field(default_factory=lambda: [NOW])
    """As of when all is here, at one look after the other; the last one stays."""

    @property
    def reads(self) -> Reads:
        """All that is read here, by the one who stands for it."""
        every: Any = self
        programmes: Any = self.programmes
        return Reads(every, every, every, every, programmes, every)

    @property
    def rights(self) -> "Held":
        """Who may read."""
        return self

    async def require(self, caller: Caller, family: str, *_: Any, **more: Any) -> str:
        """The purpose; refused to others."""
        if self.broken:
            raise self.broken
        if family != FAMILY or caller.id not in self.attached:
            raise Refused("plan_not_found", "There is no such plan for you.", "INV-38")
        return self.attached[caller.id]

    async def read(self, caller: Caller, family: str | Asked, *asked: Any) -> Any:
        """The plan, or a document where one is asked for, to who may read it; the worklist where no family is named."""
        if isinstance(family, Asked):
            return self.listed
        await self.require(caller, family)
        *documents, way = asked
        for each in documents:
            self.documents_read.append((caller.id, str(each.kind)))
            return SimpleNamespace(document=orjson.dumps(self.documents[each.kind]))
        self.read_as.append((caller.id, way))
        return replace(given(self.document))

    async def watch(
        self, caller: Caller, family: str, way: str, after_state: int = 0
    ) -> AsyncIterator[SharedPlan]:
        """The states above this one that are held, to who may read them; then no news."""
        await self.require(caller, family)
        for state in self.states:
            if isinstance(state, Exception):
                raise state
            if state.state_no <= after_state:
                continue
            self.read_as.append((caller.id, way))
            yield state
        await asyncio.Event().wait()

    @property
    def plans(self) -> "Held":
        """Whose row is read."""
        return self

    async def kinds(self, caller: Caller, family: str) -> frozenset[Kind]:
        """All that a professional off the team reads, unless it is said."""
        return self.may_read or frozenset(
            k for k in Kind if purpose_to_read("professional", [Relation.ATTACHED], k)
        )

    @property
    def groups(self) -> "Held":
        """Whose group courses are read."""
        return self

    @property
    def readings(self) -> "Held":
        """Who has seen what."""
        return self

    def today(self) -> date:
        """The day that it is."""
        return NOW.date()

    @property
    def tales(self) -> "Held":
        """What happened to the family."""
        return self

    async def told(self, family: str, services: Any = ()) -> list[Any]:
        """Nothing that a page tells of."""
        return []

    async def seen(self, family: str) -> dict[str, Any]:
        """Nobody has."""
        return {}

    async def opened(self, family: str, document: bytes) -> bytes:
        """The plan; nothing where nothing is held."""
        return orjson.dumps(self.document or None)

    async def acknowledge(self, caller: Caller, family: str, state_no: int) -> None:
        """Notes who knows which state."""
        self.acknowledged.append((caller.id, family, state_no))

    async def row(self, family: str) -> Any:
        """Of access: all attached, by law; of the plan: how fresh it is."""
        term = {"department": "social", "valid_from": "2024-01-01", "valid_to": None}
        held = {str(who): {**term, "purpose": purpose} for who, purpose in self.attached.items()}
        as_of = self.fresh.pop(0) if len(self.fresh) > 1 else self.fresh[0]
        document = orjson.dumps({"attached": held})
        return SimpleNamespace(document=document, as_of=as_of, waiting=0, parked=None)

    async def look(
        self, caller: Caller, programme: str | None = None, upto: date | None = None
    ) -> Standing | Outcomes:
        """How things stand, to operations; how targets do, to leaders."""
        if programme is not None:
            if caller.kind != "leader":
                raise Refused("leaders_only", "Only leaders see this.", danish="Det ser kun ledere.")
            if upto is not None and (self.outcomes.day is None or upto < self.outcomes.day):
                raise Refused(NO_MONTH, "No month was reckoned up to that day.")
            return self.outcomes
        if caller.kind != "operations":
            raise Refused("operations_only", "Only operations see this.", danish="Det ser kun driften.")
        return self.standing

    async def search(self, caller: Caller, wanted: Wanted, way: str, token: str = "") -> Found:
        """Offers of an invented catalogue, of which families found one good."""
        return await looking().search(caller, wanted, way, token)

    async def one(self, caller: Caller, offer: str, token: str = "") -> Found:
        """One of them."""
        return await looking().one(caller, offer, token)

    async def of(self, caller: Caller, say: Any) -> list[Family]:
        """The families of somebody."""
        mine = caller.id in self.attached
        return (
            [Family(FAMILY, say("the-family", name="Example"), "Anna, Bo", self.list_fresh)] if mine else []
        )
