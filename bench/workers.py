"""Processes of their own: asked by a line of JSON, they answer by one. They end when nobody asks any more."""

import asyncio
import json
import logging
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Self

import structlog

_ROOT = Path(__file__).parents[1]
_LONGEST = 256 * 1024 * 1024


class WorkerFailed(Exception):
    """A process ended without an answer; why stands on stderr."""


class Worker:
    """`python -m <module>` as a process that answers."""

    def __init__(self, module: str) -> None:
        self._module = module

    async def __aenter__(self) -> Self:
        self._process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", self._module),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=_ROOT,
            limit=_LONGEST,
        )
        return self

    async def __aexit__(self, *error: object) -> None:
        if self._process.stdin is not None:
            self._process.stdin.close()
        try:
            async with asyncio.timeout(10):
                await self._process.wait()
        except TimeoutError:
            self._process.kill()
            await self._process.wait()

    async def ask(self, **asked: Any) -> Any:
        """Its answer. Raises WorkerFailed."""
        if self._process.stdin is None or self._process.stdout is None:
            raise WorkerFailed(self._module)
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        line = await self._process.stdout.readline()
        if not line:
            raise WorkerFailed(self._module)
        return json.loads(line)


def quiet() -> None:
    """Logs nothing but warnings, and not among the answers."""
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


async def answer(handle: Callable[[dict[str, Any]], Awaitable[Any]]) -> None:
    """In the process: answers every line until there are no more."""
    quiet()
    while line := await asyncio.to_thread(sys.stdin.readline):
        print(json.dumps(await handle(json.loads(line))), flush=True)
