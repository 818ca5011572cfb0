"""Those who call, as a process: the same client code and messages for ours and for the bare server."""

import asyncio
import uuid
from itertools import count
from typing import Any

import grpc

from bench.workers import answer
from contracts.contacts import contacts_pb2 as pb
from contracts.edge import edge_pb2

_CONNECTIONS = 4
SERVICE = "helhed.contacts.v1.Contacts"
_BASIS = pb.Basis(kind="law", reference="barnets lov § 32", valid_from="2026-01-01")


class Callers:
    """Asked with `families` it registers them; asked with an `rpc` it calls it for so many seconds."""

    def __init__(self) -> None:
        self._channels: dict[str, list[grpc.aio.Channel]] = {}
        self._families: list[str] = []
        self._professionals: list[str] = []
        self._numbers = count()

    async def __call__(self, asked: dict[str, Any]) -> Any:
        if "families" in asked:
            self._metadata = (("authorization", f"Bearer {asked['token']}"),)
            return {"answer": (await self._prepare(asked["address"], asked["families"])).hex()}
        return await self._call_on(asked["address"], asked["rpc"], asked["callers"], asked["seconds"])

    async def _call_on(self, address: str, rpc: str, callers: int, seconds: float) -> Any:
        loop = asyncio.get_running_loop()
        calls = [self._stub(channel, rpc) for channel in self._connected(address)]
        accepted: list[str] = []
        begun = loop.time()

        async def caller(number: int) -> None:
            call = calls[number % len(calls)]
            while loop.time() - begun < seconds:
                command_id = str(uuid.uuid4())
                await call(self._request(rpc, command_id).SerializeToString(), metadata=self._metadata)
                accepted.append(command_id)

        await asyncio.gather(*(caller(number) for number in range(callers)))
        return {"accepted": accepted, "seconds": loop.time() - begun}

    def _request(self, rpc: str, command_id: str) -> Any:
        meta = edge_pb2.Meta(command_id=command_id)
        if rpc == "RegisterPerson":
            return pb.RegisterPersonRequest(
                meta=meta, person=str(uuid.uuid4()), role="adult", name="Ellen Dalgaard"
            )
        number = next(self._numbers)
        return pb.AttachProfessionalRequest(
            meta=meta,
            family=self._families[number % len(self._families)],
            professional=self._professionals[number % len(self._professionals)],
            purpose="coordination",
            basis=_BASIS,
        )

    async def _prepare(self, address: str, families: int) -> bytes:
        """Registers a member, ten professionals and the families; returns an answer as it was given."""
        channels = self._connected(address)

        async def said(rpc: str, request: Any) -> bytes:
            request.meta.command_id = str(uuid.uuid4())
            channel = channels[next(self._numbers) % len(channels)]
            answered = await self._stub(channel, rpc)(request.SerializeToString(), metadata=self._metadata)
            return bytes(answered)

        member = str(uuid.uuid4())
        await said(
            "RegisterPerson", pb.RegisterPersonRequest(person=member, role="adult", name="Ellen Dalgaard")
        )
        self._professionals = [str(uuid.uuid4()) for _ in range(10)]
        for each in self._professionals:
            request = pb.RegisterProfessionalRequest(
                professional=each, department="school", profession="teacher", name="Bent Rosenlund"
            )
            await said("RegisterProfessional", request)
        self._families = [str(uuid.uuid4()) for _ in range(families)]
        answers: list[bytes] = []
        for start in range(0, families, 32):
            some = self._families[start : start + 32]
            requests = (pb.RegisterFamilyRequest(family=each, members=[member]) for each in some)
            answers += await asyncio.gather(*(said("RegisterFamily", request) for request in requests))
        return answers[-1]

    def _connected(self, address: str) -> list[grpc.aio.Channel]:
        options = [("grpc.use_local_subchannel_pool", 1)]
        if address not in self._channels:
            self._channels[address] = [
                grpc.aio.insecure_channel(address, options) for _ in range(_CONNECTIONS)
            ]
        return self._channels[address]

    def _stub(self, channel: grpc.aio.Channel, rpc: str) -> Any:
        return channel.unary_unary(f"/{SERVICE}/{rpc}", request_serializer=None, response_deserializer=None)


if __name__ == "__main__":
    asyncio.run(answer(Callers()))
