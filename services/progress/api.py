"""The gRPC API of progress: each rpc is one command."""

from typing import get_args

from contracts.progress import progress_pb2
from eventkeep.edge.server import CommandHandler, Edge
from services.progress.domain import FamilyCommand


def serve(edge: Edge, family: CommandHandler) -> None:
    """Adds the commands of progress to an edge."""
    service = progress_pb2.DESCRIPTOR.services_by_name["Progress"]
    edge.command(service, {command.__name__: command for command in get_args(FamilyCommand)}, family)
