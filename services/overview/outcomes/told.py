"""What leaders are told: targets at the end of the last month reckoned, or of an earlier one; contacts, offers, what lacks.

Read from what was kept, where nothing small is; only callers of the kind `leader` are told. X-01, INV-53.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from contracts.access import may_see_outcomes
from eventkeep.clock import Clock
from eventkeep.edge.call import Caller
from eventkeep.pg import Connection, Pool, answering
from eventkeep.refused import Refused
from services.overview.outcomes.suppressed import shown, small
from services.overview.outcomes.tally import Tally

NO_MONTH = "month_not_found"


@dataclass(frozen=True, slots=True)
class TargetStands:
    """A row of the table. None: hidden, or there is nothing to tell."""

    target: str
    part: str | None
    need: str
    needed: int
    met: int | None
    least: int | None
    most: int | None
    decided: int | None
    not_yet: int | None
    not_measurable: int | None
    percent: Decimal | None
    result: str | None
    mean: Decimal | None
    mean_of_families: Decimal | None
    mean_before: Decimal | None
    mean_now: Decimal | None
    year: int | None


@dataclass(frozen=True, slots=True)
class Contacts:
    """How many contacts a family had on the mean at the end of a month. T12, T24."""

    day: date
    direct: Decimal | None
    secondary: Decimal | None


@dataclass(frozen=True, slots=True)
class Effect:
    """How it went with a kind of intervention, for an age group or all. INV-68."""

    kind: str
    ages: str | None
    improved: int | None
    least: int | None
    most: int | None
    series: int | None
    percent: Decimal | None


@dataclass(frozen=True, slots=True)
class OfferRated:
    """How good an offer was to citizens or to professionals, from 1 to 5. None: fewer than five families said so. P45."""

    title: str | None
    title_english: str | None
    scored_by: str
    families: int | None
    ratings: int | None
    mean: Decimal | None


@dataclass(frozen=True, slots=True)
class Lack:
    """In how many of the open cases something lacks; a small number is hidden, as is how many don't lack it."""

    lack: str
    cases: int | None
    lacking: int | None
    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Outcomes:
    """All that leaders are told. `day` is None before the first month was reckoned.

    How offers were and what lacks is known of now alone: of an earlier month neither is told.
    """

    day: date | None
    programme: str | None
    programmes: Sequence[str]
    targets: Sequence[TargetStands]
    contacts: Sequence[Contacts]
    effects: Sequence[Effect]
    offers: Sequence[OfferRated]
    coverage: Sequence[Lack]
    months: Sequence[date] = ()
    """The ends of all months that can be asked for, newest first."""

    def of(self, year: int | None) -> list[TargetStands]:
        """The rows over all years of admission, or of one."""
        return [each for each in self.targets if each.year == year]

    @property
    def years(self) -> list[int]:
        """Those of which something is told apart."""
        return sorted({each.year for each in self.targets if each.year is not None})


class Leaders:
    """Tells leaders, from overview's database."""

    def __init__(self, pool: Pool, clock: Clock) -> None:
        self._pool, self._clock = pool, clock

    async def look(self, caller: Caller, programme: str = "", upto: date | None = None) -> Outcomes:
        """How it stood at the end of the last month that was reckoned, up to a day where one is named; for one programme:
        that with the most families where none is named. Raises Refused."""
        if not may_see_outcomes(caller.kind):
            raise Refused(
                "leaders_only",
                "Only leaders see this.",
                "X-01",
                "Ask whoever leads the department.",
                danish="Det ser kun ledere.",
                danish_next="Spørg afdelingens leder.",
            )
        with answering():
            async with (
                self._pool.acquire() as one,
                one.transaction(isolation="repeatable_read", readonly=True),
            ):
                return await _looked(one, programme, self._clock.today(), upto)


_MONTHS = "select day from reckoned where day < $1 order by day desc"
_PROGRAMMES = """
select programme from reading.targets where day = $1 and year is null group by programme
 order by max(decided) desc nulls last, programme
"""
_TARGETS = """
select target, part, need, needed, met, least, most, decided, not_yet, not_measurable, percent, result, mean,
       mean_of_families, mean_before, mean_now, year
  from reading.targets where day = $1 and programme = $2 order by year nulls first, row_no
"""
_CONTACTS = """
select day, max(mean_now) filter (where target = 't24') as direct, max(mean_now) filter (where target = 't12') as secondary
  from reading.targets where programme = $1 and day <= $2 and year is null and part is null
 group by day order by day desc limit 12
"""
_EFFECTS = """
select kind, ages, improved, least, most, series, percent from reading.effects where day = $1
 order by kind, ages nulls first
"""
_OFFERS = """
select title, title_english, scored_by, families, ratings, mean from reading.offer_quality
 order by title nulls last, offer, scored_by
"""


async def _looked(one: Connection, asked: str, today: date, upto: date | None) -> Outcomes:
    months = [row["day"] for row in await one.fetch(_MONTHS, today)]
    day = next((each for each in months if upto is None or each <= upto), None)
    programmes = [row["programme"] for row in await one.fetch(_PROGRAMMES, day)]
    if upto is not None and (day is None or (asked and asked not in programmes)):
        raise _no_month()
    now = day == max(months, default=None)
    programme = asked if asked in programmes else next(iter(programmes), None)
    return Outcomes(
        day,
        programme,
        programmes,
        [TargetStands(**row) for row in await one.fetch(_TARGETS, day, programme)],
        [Contacts(**row) for row in await one.fetch(_CONTACTS, programme, day)],
        [Effect(**row) for row in await one.fetch(_EFFECTS, day)],
        [OfferRated(**row) for row in await one.fetch(_OFFERS)] if now else [],
        lacks(dict(await one.fetchrow("select * from reading.coverage") or {})) if now else [],
        months,
    )


def _no_month() -> Refused:
    return Refused(
        NO_MONTH,
        "No month was reckoned up to that day, or none of that programme.",
        "",
        "Ask for a later day.",
        danish="Der er ikke opgjort nogen måned til og med den dag, eller ingen for det program.",
        danish_next="Spørg om en senere dag.",
    )


def lacks(coverage: Mapping[str, int]) -> list[Lack]:
    """What open cases lack, now. INV-01, INV-05, INV-26, INV-48, INV-53."""
    cases = coverage.get("families", 0)
    found = []
    for name, number in coverage.items():
        if name != "families":
            told = shown(Tally(number, cases))
            known = None if small(cases) else cases
            found.append(Lack(name, known, told.met, told.least, told.most))
    return found


def document(told: Outcomes) -> dict[str, Any]:
    """What is served: null where something is hidden, or there is nothing to tell."""
    made: dict[str, Any] = _plain(asdict(told))
    return made


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {name: _plain(value) for name, value in node.items()}
    if isinstance(node, list | tuple):
        return [_plain(each) for each in node]
    if isinstance(node, date):
        return node.isoformat()
    return float(node) if isinstance(node, Decimal) else node
