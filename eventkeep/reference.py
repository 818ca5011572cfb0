"""A service's own copy of the facts that it needs from the others, fed by their topics."""

import asyncio
from dataclasses import fields, replace
from typing import Any

from eventkeep import vector
from eventkeep.handle import Facts
from eventkeep.parsed import Parsed
from eventkeep.reading import Reading
from eventkeep.refused import Refused


class References:
    """Facts for decisions, from a view over the services listened to.

    A hard rule may lean on them only while they are younger than `max_age` seconds by watermark and don't stand
    still; None where no rule leans on them. Facts with a field `at` are told the version vector they were read at.
    """

    def __init__(self, reading: Reading, known: type[Any], max_age: float | None, wait: float = 2.0) -> None:
        self._reading = reading
        self._parsed, self._nothing = Parsed(known), known
        self._fields = {each.name for each in fields(known)}
        self._max_age, self._wait = max_age, wait

    async def __call__(self, command: Any, wanted: vector.Vector, deadline: float | None) -> Facts:
        """The facts that cover a vector. Raises Refused `lagging` or `reference_stale`."""
        family = getattr(command, command.stream)
        end = asyncio.get_running_loop().time() + self._wait
        shown = await self._reading.at_least(family, wanted, min(end, deadline or end))
        if shown.parked and self._max_age is not None:
            raise Refused(
                "reference_parked",
                "What the other services said of this family could not be read here.",
                "",
                "Operations must look at the parked family.",
            )
        if self._max_age is not None and shown.age > self._max_age:
            raise Refused(
                "reference_stale",
                "What the other services said may be out of date.",
                "",
                "Try again in a moment.",
                {"age_seconds": str(int(min(shown.age, 10**9))), "max_age_seconds": str(int(self._max_age))},
            )
        known = self._parsed(family, shown.document) if shown.state_no else self._nothing()
        if "at" in self._fields:
            known = replace(known, at=dict(shown.vector))
        return Facts(known, shown.vector)
