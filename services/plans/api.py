"""The gRPC API of plans: each rpc is one command, on a family or on the catalogue of offers."""

from typing import get_args

from contracts.plans import plans_pb2
from eventkeep.edge.server import CommandHandler, Edge
from services.plans.domain import FamilyCommand
from services.plans.presentations import CatalogueCommand


def serve(edge: Edge, family: CommandHandler, catalogue: CommandHandler) -> None:
    """Adds the commands of plans to an edge."""
    service = plans_pb2.DESCRIPTOR.services_by_name["Plans"]
    edge.command(service, {command.__name__: command for command in get_args(FamilyCommand)}, family)
    edge.command(service, {command.__name__: command for command in get_args(CatalogueCommand)}, catalogue)
