"""A way to the server that loses an answer: what was asked is done, and the connection is gone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from urllib.parse import urlsplit


class Cutting:
    """Passes bytes on, both ways, until it is told to lose what the server says next."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self._losing = False
        self.lost = 0

    def lose_next_answer(self) -> None:
        """The server's next words on any connection are lost, and that connection with them."""
        self._losing = True

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serves one connection."""
        server_reader, server_writer = await asyncio.open_connection(self._host, self._port)
        asking = asyncio.ensure_future(self._ask(reader, server_writer))
        with suppress(asyncio.CancelledError):
            await self._tell(server_reader, writer)
        asking.cancel()
        writer.close()
        server_writer.close()

    async def _tell(self, server: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while (said := await server.read(65_536)) and not self._losing:
            writer.write(said)
        if said:
            self._losing = False
            self.lost += 1

    async def _ask(self, reader: asyncio.StreamReader, server: asyncio.StreamWriter) -> None:
        while asked := await reader.read(65_536):
            server.write(asked)


@asynccontextmanager
async def cutting(dsn: str) -> AsyncIterator[tuple[str, Cutting]]:
    """The DSN that leads through it to this database, and the thing itself."""
    parts = urlsplit(dsn)
    between = Cutting(parts.hostname or "", parts.port or 5432)
    server = await asyncio.start_server(between, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    credentials, _, _ = parts.netloc.rpartition("@")
    try:
        yield parts._replace(netloc=f"{credentials}@127.0.0.1:{port}").geturl(), between
    finally:
        server.close()
