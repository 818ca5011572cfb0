"""A bare grpc.aio server as a process: whatever it is asked, it answers the same bytes."""

import asyncio
from typing import Any

import grpc

from bench.workers import answer


class Echo(grpc.GenericRpcHandler):
    """Answers every method."""

    def __init__(self, said: bytes) -> None:
        self._said = said

    def service(self, asked: grpc.HandlerCallDetails) -> Any:
        """Bytes in, bytes out."""
        return grpc.unary_unary_rpc_method_handler(self._answer)

    async def _answer(self, request: bytes, context: Any) -> bytes:
        return self._said


class Server:
    """Started by the first question."""

    async def __call__(self, asked: dict[str, Any]) -> Any:
        self._server = grpc.aio.server(options=[("grpc.so_reuseport", 0)])
        self._server.add_generic_rpc_handlers((Echo(bytes.fromhex(asked["answer"])),))
        port = self._server.add_insecure_port("127.0.0.1:0")
        await self._server.start()
        return {"port": port}


if __name__ == "__main__":
    asyncio.run(answer(Server()))
