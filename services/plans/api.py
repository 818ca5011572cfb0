"""The gRPC API of plans: each rpc is one command."""

from typing import get_args

from contracts.plans import plans_pb2
from eventkeep.edge.server import CommandHandler, Edge
from services.plans.domain import FamilyCommand


def serve(edge: Edge, family: CommandHandler) -> None:
    """Adds the commands of plans to an edge."""
    service = plans_pb2.DESCRIPTOR.services_by_name["Plans"]
    edge.command(service, {command.__name__: command for command in get_args(FamilyCommand)}, family)
