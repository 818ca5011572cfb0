"""Reading of programmes: for who has a role in one, and for who leads a department. R39, R46, X-01."""

import asyncio
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import orjson

from contracts.access import Kind, purpose_to_read
from eventkeep.canonical import canonical
from eventkeep.changes import Changes
from eventkeep.clock import Clock
from eventkeep.edge.call import Caller
from eventkeep.opened import Opened
from eventkeep.pg import Pool, reached
from eventkeep.reading import Reading
from eventkeep.refused import Refused
from eventkeep.token import Tokens
from eventkeep.vector import Vector
from services.overview.leavers import Left
from services.overview.programmes import document
from services.overview.programmes.coverage import Coverage
from services.overview.programmes.leads import DEPARTMENT
from services.overview.programmes.view import PROGRAMME

_ALL = """
select v.family, v.document from views v
 where v.view = $1 and v.view_version = $2 and v.state_no > 0 order by v.family
"""
_LEADS = """
select exists (select from views where view = $1 and view_version = $2 and state_no > 0
                  and convert_from(document, 'UTF8')::jsonb ->> 'lead' = $3)
"""


@dataclass(frozen=True, slots=True)
class Made:
    """A document as it is served: canonical JSON, and its SHA-256."""

    document: bytes
    hash: bytes


class Programmes:
    """Serves the documents of programmes. Raises Refused."""

    def __init__(
        self,
        pool: Pool,
        changes: Changes,
        opened: Opened,
        tokens: Tokens,
        clock: Clock,
        wait: float,
        left: Left,
    ) -> None:
        """`wait`: so many seconds may pass until a token's state is here."""
        self._wait, self._left = wait, left
        self._pool, self._opened, self._tokens, self.clock = pool, opened, tokens, clock
        self._rows = Reading(pool, changes, PROGRAMME)
        self.coverage = Coverage(pool, opened.keys)

    async def read(self, caller: Caller, programme: str, day: date | None = None, token: str = "") -> Made:
        """How a programme stands on a day: today's, where none is named."""
        key = f"{PROGRAMME.kind}/{programme}"
        shown = await self._rows.row(key)
        if token:
            until = asyncio.get_running_loop().time() + self._wait
            shown = await self._rows.at_least(key, self._seen(programme, token), until)
        held = orjson.loads(await self._opened(key, shown.document))
        if held is None or held["programme"] is None or not (await self._reads(caller))(held):
            raise _not_there()
        made = document.made(
            held,
            day or self.clock.today(),
            await self.coverage.of_guides(held["guides"]),
            await self.coverage.in_families(held["code"]),
        )
        return _served(made)

    def _seen(self, programme: str, token: str) -> Vector:
        seen = self._tokens.read(token)
        if seen.stream_id != programme:
            raise Refused(
                "token_of_another_family",
                "The token speaks of another programme.",
                "",
                "Send a token that was given for this programme, or none.",
                danish="Beviset gælder et andet projekt.",
                danish_next="Send et bevis, der er givet for dette projekt, eller intet.",
            )
        return seen.vector

    async def listed(self, caller: Caller) -> Made:
        """The programmes that somebody reads about: none is an answer too."""
        rows = await reached(self._pool.fetch(_ALL, PROGRAMME.name, PROGRAMME.version, timeout=5.0))
        held = [orjson.loads(row["document"]) for row in rows]
        reads = await self._reads(caller)
        mine = [each for each in held if each["programme"] and reads(each)]
        return _served({"programmes": [document.summary(each) for each in mine]})

    async def _reads(self, caller: Caller) -> Callable[[document.Document], bool]:
        """Says of a programme whether the caller reads about it, by the table in contracts."""
        if await self._left(caller):
            return lambda held: False
        leads = await self._leads(caller)

        def reads(held: document.Document) -> bool:
            relations = document.relations(held, caller.id, leads)
            return purpose_to_read(caller.kind, relations, Kind.PROGRAMME) is not None

        return reads

    async def _leads(self, caller: Caller) -> bool:
        if caller.kind != "professional":
            return False
        asked = self._pool.fetchval(_LEADS, DEPARTMENT.name, DEPARTMENT.version, caller.id, timeout=5.0)
        return bool(await reached(asked))


def _served(made: dict[str, Any]) -> Made:
    written = canonical(made)
    return Made(written, hashlib.sha256(written).digest())


def _not_there() -> Refused:
    return Refused(
        "programme_not_found",
        "There is no such programme for you.",
        "R39",
        "Ask the project lead for a role in it.",
        danish="Der er ikke et sådant projekt til dig.",
        danish_next="Bed projektlederen om en rolle i det.",
    )
