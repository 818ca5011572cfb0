"""The gRPC API of overview: reading and watching a family's plan."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing

from contracts.overview import overview_pb2 as pb
from eventkeep import vector
from eventkeep.canonical import hash_of
from eventkeep.changes import Changes
from eventkeep.edge.call import Call
from eventkeep.edge.server import Edge
from eventkeep.keys import Keys
from eventkeep.reading import Reading, Shown
from eventkeep.refused import Refused
from eventkeep.sealing import open_json
from eventkeep.token import Tokens
from services.overview.family_plan import FAMILY_PLAN
from services.overview.rights import Rights


class FamilyPlans:
    """Serves the shared plan, opened for those who may read it."""

    def __init__(
        self, plans: Reading, rights: Rights, changes: Changes, keys: Keys, tokens: Tokens, wait: float
    ) -> None:
        self._plans, self._rights, self._changes = plans, rights, changes
        self._keys, self._tokens, self._wait = keys, tokens, wait

    def serve(self, edge: Edge) -> None:
        """Adds the reads to an edge."""
        service = pb.DESCRIPTOR.services_by_name["Overview"]
        edge.read(service, "GetFamilyPlan", self.get)
        edge.stream(service, "WatchFamilyPlan", self.watch)

    async def get(self, asked: pb.GetFamilyPlanRequest, call: Call) -> pb.FamilyPlan:
        """The plan now, or once it covers the token. Raises Refused."""
        seen = self._seen(asked.family, asked.after)
        await self._rights.require(call.caller, asked.family, seen)
        shown = await self._at_least(asked.family, seen, call)
        return await self._message(shown)

    async def watch(self, asked: pb.WatchFamilyPlanRequest, call: Call) -> AsyncIterator[pb.FamilyPlan]:
        """The plan now and each new state of it. The right to read is decided anew each time, also without news."""
        seen = self._seen(asked.family, asked.after)
        await self._rights.require(call.caller, asked.family, seen)
        shown = await self._at_least(asked.family, seen, call)
        sent, stale = asked.after_state, False
        async with aclosing(self._changes.moves(asked.family)) as moves:
            async for _ in moves:
                _, shown = await asyncio.gather(
                    self._rights.require(call.caller, asked.family, seen), self._plans.row(asked.family)
                )
                if shown.state_no > sent or (shown.parked is not None) != stale:
                    sent, stale = shown.state_no, shown.parked is not None
                    yield await self._message(shown)

    def _seen(self, family: str, token: str) -> vector.Vector:
        if not token:
            return {}
        seen = self._tokens.read(token)
        if seen.stream_id != family:
            raise Refused(
                "token_of_another_family",
                "The token speaks of another family.",
                "",
                "Send a token that was given for this family, or none.",
            )
        return seen.vector

    async def _at_least(self, family: str, wanted: vector.Vector, call: Call) -> Shown:
        end = asyncio.get_running_loop().time() + self._wait
        shown = await self._plans.at_least(family, wanted, min(end, call.deadline or end))
        if not shown.state_no:
            raise Refused(
                "plan_not_yet_here",
                "Nothing of this family's plan has arrived yet.",
                "",
                "Try again in a moment.",
                danish="Der er endnu intet af familiens plan her.",
            )
        return shown

    async def _message(self, shown: Shown) -> pb.FamilyPlan:
        plan = await open_json(self._keys, shown.document)
        return pb.FamilyPlan(
            family=shown.family,
            state_no=shown.state_no,
            vector=vector.text(shown.vector),
            hash=hash_of(FAMILY_PLAN.version, plan),
            plan=plan,
            view_version=FAMILY_PLAN.version,
            freshness=pb.Freshness(
                as_of=shown.as_of.isoformat(), waiting=shown.waiting, stale=shown.parked is not None
            ),
            token=self._tokens.issue(shown.family, shown.vector),
        )
