"""Ends calls at their deadlines. Calls that end at nearly the same time share one timer."""

import asyncio
from typing import Any

_STEP = 0.05


class Deadlines:
    """Cancels tasks at their deadline, at most 50 ms late, and knows which ones it did cancel."""

    def __init__(self) -> None:
        self._ending: dict[int, set[asyncio.Task[Any]]] = {}
        self._ended: set[asyncio.Task[Any]] = set()

    def begin(self, task: asyncio.Task[Any], deadline: float) -> int:
        """Cancel the task at the deadline, unless `end` comes first."""
        step = int(deadline / _STEP) + 1
        tasks = self._ending.get(step)
        if tasks is None:
            tasks = self._ending[step] = set()
            asyncio.get_running_loop().call_at(step * _STEP, self._reached, step)
        tasks.add(task)
        return step

    def end(self, task: asyncio.Task[Any], step: int) -> bool:
        """Leave the task alone from now on. Says whether its deadline was what cancelled it."""
        tasks = self._ending.get(step)
        if tasks is not None:
            tasks.discard(task)
        if task not in self._ended:
            return False
        self._ended.discard(task)
        return task.uncancel() == 0

    def _reached(self, step: int) -> None:
        for task in self._ending.pop(step):
            self._ended.add(task)
            task.cancel()
