"""Reads a store's history from the service that owns it."""

from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Any

import grpc
from google.protobuf.descriptor import MethodDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass

from eventkeep.catchup import catchup_pb2 as pb

NoAnswer = grpc.aio.AioRpcError
"""The owner could not be asked."""
_PREFIX = "/helhed.catchup.v1.CatchUp/"


class Owner:
    """One owning service, by its gRPC address. `token` gives the caller's token for each call."""

    def __init__(self, address: str, token: Callable[[], str], timeout: float = 30.0) -> None:
        self._token, self._timeout = token, timeout
        self._channel = grpc.aio.insecure_channel(
            address,
            options=[
                ("grpc.max_receive_message_length", 16 * 1024 * 1024),
                ("grpc.initial_reconnect_backoff_ms", 200),
                ("grpc.max_reconnect_backoff_ms", 2_000),
            ],
        )

    async def stream(
        self, stream: str, after: int, service: str = ""
    ) -> AsyncGenerator[Sequence[pb.Event], None]:
        """Batches of one stream's events. Raises grpc.aio.AioRpcError."""
        async for batch in self._call(
            "ReadStream", pb.ReadStreamRequest(stream=stream, after=after, service=service), pb.Batch
        ):
            yield batch.events

    async def all(self, after: int) -> AsyncGenerator[Sequence[pb.Event], None]:
        """Batches of all events in position order. Raises grpc.aio.AioRpcError."""
        async for batch in self._call("ReadAll", pb.ReadAllRequest(after=after), pb.Batch):
            yield batch.events

    async def heads(self, after: int, service: str = "") -> AsyncGenerator[Sequence[pb.Head], None]:
        """Where streams stand that changed after a position. Raises grpc.aio.AioRpcError."""
        async for heads in self._call(
            "ReadHeads", pb.ReadHeadsRequest(after=after, service=service), pb.Heads
        ):
            yield heads.heads

    async def ask(self, method: MethodDescriptor, asked: Message, timeout: float = 1.0) -> Any:
        """One answer from the owner, of any of its plain rpcs. Raises grpc.aio.AioRpcError."""
        answer = GetMessageClass(method.output_type)
        call = self._channel.unary_unary(
            f"/{method.containing_service.full_name}/{method.name}",
            request_serializer=lambda message: message.SerializeToString(),
            response_deserializer=answer.FromString,
        )
        return await call(asked, metadata=self._metadata(), timeout=timeout)

    async def close(self) -> None:
        """Closes the connection."""
        await self._channel.close(None)

    async def _call(
        self, rpc: str, asked: object, answer: type[pb.Batch] | type[pb.Heads]
    ) -> AsyncGenerator[Any, None]:
        method = self._channel.unary_stream(
            _PREFIX + rpc,
            request_serializer=lambda message: message.SerializeToString(),
            response_deserializer=answer.FromString,
        )
        call: Any = method(asked, metadata=self._metadata(), timeout=self._timeout)
        try:
            async for message in call:
                yield message
        finally:
            call.cancel()

    def _metadata(self) -> tuple[tuple[str, str], ...]:
        return (("authorization", f"Bearer {self._token()}"),)
