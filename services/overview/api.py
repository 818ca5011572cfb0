"""The gRPC API of overview: reading and watching a family's plan."""

from collections.abc import AsyncIterator

from contracts.overview import overview_pb2 as pb
from eventkeep.edge.call import Call
from eventkeep.edge.server import Edge
from services.overview.shared_plan import SharedPlan, SharedPlans

WAY = "grpc"


def serve(edge: Edge, plans: SharedPlans) -> None:
    """Adds the reads to an edge."""
    service = pb.DESCRIPTOR.services_by_name["Overview"]

    async def get(asked: pb.GetFamilyPlanRequest, call: Call) -> pb.FamilyPlan:
        return _message(await plans.read(call.caller, asked.family, WAY, asked.after, call.deadline))

    async def watch(asked: pb.WatchFamilyPlanRequest, call: Call) -> AsyncIterator[pb.FamilyPlan]:
        async for plan in plans.watch(
            call.caller, asked.family, WAY, asked.after, asked.after_state, call.deadline
        ):
            yield _message(plan)

    edge.read(service, "GetFamilyPlan", get)
    edge.stream(service, "WatchFamilyPlan", watch)


def _message(given: SharedPlan) -> pb.FamilyPlan:
    return pb.FamilyPlan(
        family=given.family,
        state_no=given.state_no,
        vector=given.vector,
        hash=given.hash,
        plan=given.plan,
        view_version=given.view_version,
        freshness=pb.Freshness(as_of=given.as_of.isoformat(), waiting=given.waiting, stale=given.stale),
        token=given.token,
    )
