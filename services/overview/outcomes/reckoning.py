"""Reckons the targets once a month, as of its last day, from the courses in overview's database; and keeps what is told.

What was told of a month stays: who looks each day sees nothing change by one family. Months that went by while nobody
reckoned are made up for, as they stood.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import orjson
import structlog

from eventkeep.clock import Clock, end_of
from eventkeep.keys import Keys
from eventkeep.pg import UNREACHABLE, Connection, Pool
from eventkeep.sealing import open_json
from services.overview.outcomes import works
from services.overview.outcomes.agreed import agreed
from services.overview.outcomes.course import Course, course
from services.overview.outcomes.release import Gathered, ToldEffect, ToldRow
from services.overview.outcomes.targets import Row
from services.overview.outcomes.view import OUTCOMES

log = structlog.get_logger()
VERSION = 1
"""Whoever changes what a target counts raises it: the last month is reckoned anew."""
SHAPE = [OUTCOMES.version, VERSION]
_EVERY, _PAGE = 10.0, 50
_MONTHS = 12
"""So many are made up for at most."""
# One replica reckons at a time; what the other has reckoned meanwhile is then there.
_TURN = "select pg_advisory_xact_lock(4805, 10)"
_DONE = "select exists (select from reckoned where day = $1 and shape >= $2)"
_BEFORE = "select max(day) from reckoned where day < $1"
# All that was said by the end of that day is here: else a month would be told too early, and stay so.
_READY = """
select coalesce((select count(*) = $2 and min(at) >= $3 from (
         select service, min(at) as at from watermarks where service = any($1) group by service) w), false)
   and coalesce((select view_version = $5 from generations where view = $4 and state = 'shown'), false)
"""
_COURSES = "select document from views where view = $1 and view_version = $2 and state_no > 0"
_KEEP_TARGETS = """
insert into reckoned_targets values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
"""
_KEEP_EFFECTS = "insert into reckoned_effects values ($1, $2, $3, $4, $5, $6, $7)"


class Reckoning:
    """The targets of one database. `run` until cancelled."""

    def __init__(self, pool: Pool, keys: Keys, clock: Clock, every: float = _EVERY) -> None:
        self._pool, self._keys, self._clock, self._every = pool, keys, clock, every

    async def run(self) -> None:
        """Reckons each month once it is over."""
        while True:
            try:
                await self.reckon()
            except UNREACHABLE as error:
                log.warning("reckoning_waits", reason=type(error).__name__)
            await asyncio.sleep(self._every)

    async def reckon(self) -> bool:
        """Reckons the last whole month, where that is not done and all of it is here, and those missed. Whether it did."""
        day = last_month_s_end(self._clock.today())
        async with self._pool.acquire() as connection:
            if await connection.fetchval(_DONE, day, SHAPE) or not await _ready(connection, day):
                return False
            async with connection.transaction():
                await connection.execute(_TURN)
                if await connection.fetchval(_DONE, day, SHAPE):
                    return False
                days, needed = months(await connection.fetchval(_BEFORE, day), day), await agreed(connection)
                gathered = [Gathered(each, needed) for each in days]
                async for one in self._courses(connection):
                    for month in gathered:
                        month.add(one)
                        await asyncio.sleep(0)  # whoever reads a plan meanwhile goes first
                for month in gathered:
                    await keep(connection, month)
                await works.keep(connection, day)
        log.info("targets_reckoned", day=day.isoformat(), count=len(days))
        return True

    async def _courses(self, connection: Connection) -> AsyncIterator[Course]:
        cursor = await connection.cursor(_COURSES, OUTCOMES.name, OUTCOMES.version)
        while page := await cursor.fetch(_PAGE):
            for one in await opened(self._keys, [row["document"] for row in page]):
                yield one


async def opened(keys: Keys, documents: Sequence[bytes]) -> list[Course]:
    """The courses of admitted families among these. Of whoever has no key any more nothing can be told. X-10."""
    held = [orjson.loads(each) for each in documents]
    keyed = await keys.find({place["person"] for each in held for place in each["members"]})
    forgotten = {who for who, key in keyed.items() if key is None}
    admitted = [documents[number] for number, each in enumerate(held) if each["visitation_date"] is not None]
    found = [course(orjson.loads(await open_json(keys, each)), forgotten) for each in admitted]
    return [each for each in found if each is not None]


def last_month_s_end(today: date) -> date:
    """The last day of the month before."""
    return today.replace(day=1) - timedelta(days=1)


def months(last: date | None, day: date) -> list[date]:
    """The ends of the months after the last that was reckoned, up to this one; where none was, this one alone."""
    found = [day]
    while last is not None and len(found) < _MONTHS and (before := last_month_s_end(found[0])) > last:
        found.insert(0, before)
    return found


async def _ready(connection: Connection, day: date) -> bool:
    services = sorted(OUTCOMES.services)
    of = OUTCOMES.name, OUTCOMES.version
    return bool(await connection.fetchval(_READY, services, len(services), end_of(day), *of))


async def keep(connection: Connection, gathered: Gathered) -> None:
    """Keeps what is told of a month, instead of what was."""
    await connection.execute("delete from reckoned where day = $1", gathered.day)
    await connection.execute("insert into reckoned (day, shape) values ($1, $2)", gathered.day, SHAPE)
    places = {row: place for place, row in enumerate(Row, start=1)}
    rows = [
        (gathered.day, programme, year, places[each.row], *row_told(each))
        for (programme, year), told in gathered.rows().items()
        for each in told
    ]
    await connection.executemany(_KEEP_TARGETS, rows)
    effects = [(gathered.day, *effect_told(each)) for each in gathered.effects()]
    await connection.executemany(_KEEP_EFFECTS, effects)


_PARTS = {Row.T11_PHYSICAL: "physical", Row.T11_MENTAL: "mental", Row.FOURTEEN: "fourteen"}


def row_told(told: ToldRow) -> tuple[Any, ...]:
    """A row as it is kept, from its target on."""
    means = (told.mean, told.mean_of_families, told.mean_before, told.mean_now)
    return (
        str(told.target.target),
        _PARTS.get(told.row),
        str(told.target.need),
        told.target.needed,
        *(told.shown.met, told.shown.least, told.shown.most),
        *(told.shown.decided, told.shown.not_yet, told.shown.not_measurable),
        told.result and str(told.result),
        *map(_decimal, means),
    )


def effect_told(told: ToldEffect) -> tuple[Any, ...]:
    """What worked, as it is kept, from its kind on."""
    ages = told.ages and str(told.ages)
    return told.kind, ages, told.shown.met, told.shown.least, told.shown.most, told.shown.decided


def _decimal(number: Fraction | None) -> Decimal | None:
    """To three places."""
    return None if number is None else Decimal(round(number * 1000)).scaleb(-3)
