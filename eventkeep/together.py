"""Questions that come together share one look-up: while one is under way, the next ones gather."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable, Sequence
from itertools import islice
from typing import Generic, TypeVar

Question = TypeVar("Question", bound=Hashable)
Found = TypeVar("Found")


class Together(Generic[Question, Found]):
    """Answers each question by one of the look-ups that `ask` does for several, never by one that began before it.

    Whoever asked is told what their look-up raised.
    """

    def __init__(
        self, ask: Callable[[Sequence[Question]], Awaitable[Sequence[Found]]], most: int = 256
    ) -> None:
        self._ask, self._most = ask, most
        self._waiting: dict[Question, asyncio.Future[Found]] = {}
        self._asking: asyncio.Task[None] | None = None

    async def __call__(self, question: Question) -> Found:
        """What was found for this question."""
        future = self._waiting.get(question)
        if future is None:
            future = self._waiting[question] = asyncio.get_running_loop().create_future()
            if self._asking is None:
                self._asking = asyncio.create_task(self._go_on())
        return await asyncio.shield(future)

    async def _go_on(self) -> None:
        try:
            while self._waiting:
                asked = {
                    question: self._waiting.pop(question) for question in [*islice(self._waiting, self._most)]
                }
                await self._settle(asked)
        finally:
            self._asking = None

    async def _settle(self, asked: dict[Question, asyncio.Future[Found]]) -> None:
        try:
            for future, found in zip(asked.values(), await self._ask([*asked]), strict=True):
                future.set_result(found)
        except Exception as error:
            for future in asked.values():
                if not future.done():
                    future.set_exception(error)
                    future.exception()  # nobody may be left who asks
        finally:
            for future in asked.values():
                future.cancel()
