"""A line between two processes of this machine that can be cut: nothing comes through, and nobody is told."""

import asyncio
import threading
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, Self


class Line:
    """Leads from a port of its own to another. What is said while it is cut arrives once it is whole again, as what
    TCP sends once more does."""

    def __init__(self, to: int) -> None:
        self._to = to
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._whole = asyncio.Event()
        self._whole.set()
        self._thread.start()
        self._server: asyncio.Server = self._do(asyncio.start_server(self._connect, "127.0.0.1", 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._do(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def port(self) -> int:
        """Where it begins."""
        return int(self._server.sockets[0].getsockname()[1])

    @property
    def whole(self) -> bool:
        """Whether it leads through."""
        return self._whole.is_set()

    def cut(self) -> None:
        """From now on nothing comes through, either way."""
        self._do(self._turn(self._whole.clear))

    def mend(self) -> None:
        """It leads through again."""
        self._do(self._turn(self._whole.set))

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()

    async def _turn(self, how: Any) -> None:
        how()

    async def _end(self) -> None:
        self._server.close()
        connections = asyncio.all_tasks() - {asyncio.current_task()}
        for each in connections:
            each.cancel()
        await asyncio.gather(*connections, return_exceptions=True)

    async def _connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serves one connection; either end may hang up."""
        with suppress(OSError):
            there, back = await asyncio.open_connection("127.0.0.1", self._to)
            ways = [asyncio.create_task(self._pass_on(*way)) for way in ((reader, back), (there, writer))]
            try:
                await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
            finally:
                for way in ways:
                    way.cancel()
                back.close()
        writer.close()

    async def _pass_on(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while said := await source.read(65_536):
                await self._whole.wait()
                sink.write(said)
                await sink.drain()
        await self._whole.wait()  # that somebody hung up isn't heard either
