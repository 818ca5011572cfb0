"""A professional who registers families and then keeps attaching colleagues to them, by the public API."""

import asyncio
import uuid
from itertools import count
from typing import Any

import grpc

from contracts.contacts import contacts_pb2 as pb
from contracts.edge import edge_pb2

SERVICE = "helhed.contacts.v1.Contacts"
_CONNECTIONS = 4
_COLLEAGUES = 5


def connected(address: str) -> list[grpc.aio.Channel]:
    """Connections of their own to one server."""
    options = [("grpc.use_local_subchannel_pool", 1)]
    return [grpc.aio.insecure_channel(address, options) for _ in range(_CONNECTIONS)]


def stub(channel: grpc.aio.Channel, rpc: str) -> Any:
    """Calls an rpc of contacts with bytes, answered by bytes."""
    return channel.unary_unary(f"/{SERVICE}/{rpc}", request_serializer=None, response_deserializer=None)


class Clerk:
    """`clerk` is the professional's id, of whom the token speaks."""

    def __init__(self, clerk: str, token: str) -> None:
        self.metadata = (("authorization", f"Bearer {token}"),)
        self.families: list[str] = []
        self.colleagues = [clerk, *(str(uuid.uuid4()) for _ in range(_COLLEAGUES))]
        self._numbers = count()

    async def register(self, channels: list[grpc.aio.Channel], families: int) -> bytes:
        """Registers everybody, the clerk attached to each family; returns an answer as it was given."""

        async def said(rpc: str, request: Any) -> bytes:
            request.meta.command_id = str(uuid.uuid4())
            channel = channels[next(self._numbers) % len(channels)]
            return bytes(await stub(channel, rpc)(request.SerializeToString(), metadata=self.metadata))

        person = self.person("")
        await said("RegisterPerson", person)
        for each in self.colleagues:
            # Nobody vouches for himself: the clerk is a caseworker by function, as the first of each family.
            profession = "teacher" if each == self.colleagues[0] else "social-worker"
            request = pb.RegisterProfessionalRequest(
                professional=each, department="school", profession=profession, name="Bent Rosenlund"
            )
            await said("RegisterProfessional", request)

        async def one(family: str) -> bytes:
            await said("RegisterFamily", pb.RegisterFamilyRequest(family=family, members=[person.person]))
            itself = self._attach(family, self.colleagues[0], 0)
            itself.function = "caseworker"
            return await said("AttachProfessional", itself)

        self.families = [str(uuid.uuid4()) for _ in range(families)]
        answers: list[bytes] = []
        for start in range(0, families, 32):
            answers += await asyncio.gather(*(one(family) for family in self.families[start : start + 32]))
        return answers[-1]

    def person(self, command_id: str) -> pb.RegisterPersonRequest:
        """Registers a person whom nobody knows yet."""
        meta = edge_pb2.Meta(command_id=command_id)
        return pb.RegisterPersonRequest(
            meta=meta, person=str(uuid.uuid4()), role="adult", name="Ellen Dalgaard"
        )

    def attach(self, command_id: str) -> pb.AttachProfessionalRequest:
        """Attaches a colleague to the family whose turn it is, always for another purpose."""
        number = next(self._numbers)
        family = self.families[number % len(self.families)]
        request = self._attach(family, self.colleagues[1 + number % _COLLEAGUES], number)
        request.meta.command_id = command_id
        return request

    def attachment(self, family: str, colleague: str) -> pb.AttachProfessionalRequest:
        """Attaches a colleague to a family, for another purpose than ever before."""
        return self._attach(family, colleague, next(self._numbers))

    def _attach(self, family: str, professional: str, number: int) -> pb.AttachProfessionalRequest:
        basis = pb.Basis(kind="law", reference="barnets lov § 32", valid_from="2026-01-01")
        return pb.AttachProfessionalRequest(
            family=family, professional=professional, purpose=f"coordination {number}", basis=basis
        )
