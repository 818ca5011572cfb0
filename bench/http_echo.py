"""A bare HTTP server as a process: whatever it is asked, it answers the same bytes."""

import asyncio
import socket
from typing import Any

import uvicorn

from bench.workers import answer


class Server:
    """Started by the first question."""

    async def __call__(self, asked: dict[str, Any]) -> Any:
        said = bytes.fromhex(asked["answer"])

        async def echo(scope: Any, receive: Any, send: Any) -> None:
            headers = [(b"content-type", b"text/html; charset=utf-8"), (b"content-length", b"%d" % len(said))]
            await send({"type": "http.response.start", "status": 200, "headers": headers})
            await send({"type": "http.response.body", "body": said})

        door = socket.socket()
        door.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(echo, log_level="warning", lifespan="off", access_log=False))
        self._serving = asyncio.create_task(server.serve([door]))
        while not server.started:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
        return {"port": door.getsockname()[1]}


if __name__ == "__main__":
    asyncio.run(answer(Server()))
