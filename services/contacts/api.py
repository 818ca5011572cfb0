"""The gRPC API of contacts: each rpc is one command, on a family, a person or a professional."""

from datetime import UTC, datetime
from typing import get_args
from zoneinfo import ZoneInfo

from contracts.contacts import attachments_pb2, contacts_pb2
from eventkeep.edge.call import Call
from eventkeep.edge.server import CommandHandler, Edge
from eventkeep.handle import Handle
from eventkeep.refused import Refused
from services.contacts.domain import FamilyCommand, may_read
from services.contacts.person import RegisterPerson
from services.contacts.professional import RegisterProfessional


def serve(edge: Edge, family: Handle, person: CommandHandler, professional: CommandHandler) -> None:
    """Adds the commands of contacts to an edge."""
    service = contacts_pb2.DESCRIPTOR.services_by_name["Contacts"]
    edge.command(service, {command.__name__: command for command in get_args(FamilyCommand)}, family)
    edge.command(service, {"RegisterPerson": RegisterPerson}, person)
    edge.command(service, {"RegisterProfessional": RegisterProfessional}, professional)
    attachments = attachments_pb2.DESCRIPTOR.services_by_name["Attachments"]

    async def answer(asked: attachments_pb2.MayReadRequest, call: Call) -> attachments_pb2.MayReadResponse:
        if call.caller.kind != "service":
            raise Refused(
                "for_services_only", "Only our own services ask this.", "", "Read the plan from overview."
            )
        state = await family.state(f"family/{asked.family}")
        day = datetime.now(UTC).astimezone(ZoneInfo("Europe/Copenhagen")).date()
        return attachments_pb2.MayReadResponse(may_read=may_read(state, asked.professional, day))

    edge.read(attachments, "MayRead", answer)
