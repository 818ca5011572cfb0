"""The gRPC API of meetings: each rpc is one command."""

from typing import get_args

from contracts.meetings import meetings_pb2
from eventkeep.edge.server import CommandHandler, Edge
from services.meetings.domain import FamilyCommand
from services.meetings.group import GroupCommand


def serve(edge: Edge, family: CommandHandler, group: CommandHandler) -> None:
    """Adds the commands of meetings to an edge: on families, and on group courses."""
    service = meetings_pb2.DESCRIPTOR.services_by_name["Meetings"]
    edge.command(service, {command.__name__: command for command in get_args(FamilyCommand)}, family)
    edge.command(service, {command.__name__: command for command in get_args(GroupCommand)}, group)
