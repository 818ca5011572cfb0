"""A bare grpc.aio server as a process: whatever these rpcs are asked, they answer the same bytes."""

import asyncio
from typing import Any

import grpc

from bench.workers import answer


class Server:
    """Started by the first question."""

    async def __call__(self, asked: dict[str, Any]) -> Any:
        said = bytes.fromhex(asked["answer"])

        async def echo(request: bytes, context: Any) -> bytes:
            return said

        rpcs = {rpc: grpc.unary_unary_rpc_method_handler(echo) for rpc in asked["rpcs"]}
        self._server = grpc.aio.server(options=[("grpc.so_reuseport", 0)])
        self._server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(asked["service"], rpcs),))
        port = self._server.add_insecure_port("127.0.0.1:0")
        await self._server.start()
        return {"port": port}


if __name__ == "__main__":
    asyncio.run(answer(Server()))
