"""The gRPC API of progress: each rpc is one command, on a family or on a programme."""

from typing import get_args

from contracts.progress import progress_pb2
from eventkeep.edge.server import CommandHandler, Edge
from services.progress.domain import FamilyCommand
from services.progress.programme import ProgrammeCommand


def serve(edge: Edge, family: CommandHandler, programme: CommandHandler) -> None:
    """Adds the commands of progress to an edge."""
    service = progress_pb2.DESCRIPTOR.services_by_name["Progress"]
    edge.command(service, {command.__name__: command for command in get_args(FamilyCommand)}, family)
    edge.command(service, {command.__name__: command for command in get_args(ProgrammeCommand)}, programme)
