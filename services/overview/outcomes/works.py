"""What came of interventions, by kind and department: counted when a month is reckoned, and kept as it may be shown.

The figures say what stands now, so only the last month has it: one that is made up for later has not.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from eventkeep.pg import Connection
from services.overview.outcomes.suppressed import clean
from services.overview.outcomes.tally import Tally

NONE = Tally()
Cell = tuple[str | None, str]
"""The kind, None where nobody said, and the department."""

COUNTED = """
with series as (
    select family, intervention, count(*) as measured, count(*) filter (where last > first) as improved
      from (select family, intervention, series, (array_agg(value order by registered_on, place desc))[1] as first,
                   (array_agg(value order by registered_on desc, place desc))[1] as last
              from reading.progress where intervention is not null and registered_on <= $1
             group by family, intervention, series
            having count(distinct registered_on) > 1) s
     group by family, intervention)
select i.kind, i.department, count(distinct i.family)::integer as families, count(*)::integer as interventions,
       count(*) filter (where i.status = 'ended')::integer as ended,
       count(distinct (i.family, g.goal)) filter (where g.goal is not null)::integer as goals,
       count(distinct (i.family, g.goal)) filter (where g.status = 'achieved')::integer as goals_achieved,
       coalesce(sum(s.measured), 0)::integer as measured, coalesce(sum(s.improved), 0)::integer as improved,
       count(distinct i.family) filter (where g.goal is not null)::integer as with_goals,
       count(distinct i.family) filter (where s.measured > 0)::integer as with_series
  from reading.interventions i
  left join reading.goals g on g.family = i.family and g.goal = i.goal
  left join series s on s.family = i.family and s.intervention = i.intervention
 group by i.kind, i.department
"""
_KEEP = "insert into reckoned_works values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"


@dataclass(frozen=True)
class Work:
    """Interventions and which of them ended, their goals and which were reached, series of scores and which went up."""

    interventions: Tally = NONE
    goals: Tally = NONE
    series: Tally = NONE

    @property
    def clean(self) -> bool:
        """Whether nothing of it has to be hidden."""
        return all(map(clean, (self.interventions, self.goals, self.series)))

    @property
    def numbers(self) -> tuple[int, ...]:
        """As they are shown."""
        pairs = (self.interventions, self.goals, self.series)
        of_pairs = (number for each in pairs for number in (each.decided, each.met))
        return self.interventions.families, *of_pairs


async def keep(connection: Connection, day: date) -> None:
    """Keeps what is shown of a month that is reckoned, and was the last to end."""
    cells = {
        (row["kind"], row["department"]): _work(dict(row)) for row in await connection.fetch(COUNTED, day)
    }
    told = may_be_shown(cells)
    rows = [(day, *cell, *(work.numbers if cell in told else (None,) * 7)) for cell, work in cells.items()]
    await connection.executemany(_KEEP, rows)


def may_be_shown(cells: Mapping[Cell, Work]) -> set[Cell]:
    """Those that are shown, whole. What is left of a kind and of a department is no small group either."""
    shown = sorted(
        (cell for cell, work in cells.items() if work.clean), key=lambda one: (one[0] or "", one[1])
    )
    while (telling := next(_telling(cells, shown), None)) is not None:
        shown.remove(telling)
    return set(shown)


def _telling(cells: Mapping[Cell, Work], shown: Sequence[Cell]) -> Iterator[Cell]:
    """Those that would tell of a small rest to whoever knows the sum of their kind or their department."""
    for cell in reversed(shown):
        for at in (0, 1):
            rest = (each for other, each in cells.items() if other[at] == cell[at] and other not in shown)
            if not together(rest).clean:
                yield cell


def together(parts: Iterable[Work]) -> Work:
    """Several as one. A family may be in all of them, so no more families are taken for sure than the largest has."""
    held = list(parts)
    return Work(*(_together([one[at] for one in map(_tallies, held)]) for at in range(3)))


def _tallies(work: Work) -> tuple[Tally, Tally, Tally]:
    return work.interventions, work.goals, work.series


def _together(tallies: Sequence[Tally]) -> Tally:
    families = max((each.families for each in tallies), default=0)
    return Tally(sum(each.met for each in tallies), sum(each.decided for each in tallies), families=families)


def _work(row: Mapping[str, Any]) -> Work:
    return Work(
        Tally(row["ended"], row["interventions"], families=row["families"]),
        Tally(row["goals_achieved"], row["goals"], families=row["with_goals"]),
        Tally(row["improved"], row["measured"], families=row["with_series"]),
    )
