"""The table that people read and the file that machines read."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench.measure import Row, Tally

FILE = Path(__file__).with_name("results.json")


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """The table."""
    widest = max((len(row.name) for row in rows), default=0)
    yield (
        f"{'':{widest}} {'unit':>10} {'ours':>11} {'limit':>11} {'peer':>11} {'ratio':>6} {'spread':>11}"
        f" {'aim':>7}  lost/twice/inverted"
    )
    for row in rows:
        spread = f"{row.spread[0]:.2f}-{row.spread[1]:.2f}" if row.spread else ""
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        yield (
            f"{row.name:{widest}} {row.unit:>10} {_level(row.ours)} {_level(row.limit)} {_level(row.peer)} "
            f"{ratio:>6} {spread:>11} {_aim(row):>7}  {_counted(row.tally)}"
        )


def write(rows: Sequence[Row]) -> Path:
    """Puts the rows into bench/results.json; what wasn't measured now stays as it stood."""
    fresh = {row.name: _plain(row) for row in rows}
    kept = json.loads(FILE.read_text()) if FILE.exists() else []
    merged = [fresh.pop(old["name"], old) for old in kept] + list(fresh.values())
    FILE.write_text(json.dumps(merged, indent=1) + "\n")
    return FILE


def _level(level: float | None) -> str:
    if level is None:
        return f"{'':>11}"
    return f"{level:>11,.0f}" if level >= 100 else f"{level:>11.2f}"


def _counted(tally: Tally) -> str:
    return f"{tally.lost}/{tally.duplicated}/{tally.inverted}"


def _aim(row: Row) -> str:
    if row.aim is None:
        return ""
    return f"{'<=' if row.lower_is_better else '>='}{row.aim:g}{'' if row.reached else ' !'}"


def _plain(row: Row) -> dict[str, Any]:
    def rounded(level: float | None) -> float | None:
        return None if level is None else round(level, 3)

    return {
        "name": row.name,
        "unit": row.unit,
        "ours": rounded(row.ours),
        "peer": rounded(row.peer),
        "limit": rounded(row.limit),
        "ratio": rounded(row.ratio),
        "aim": row.aim,
        "lower_is_better": row.lower_is_better,
        "lost": row.tally.lost,
        "duplicated": row.tally.duplicated,
        "inverted": row.tally.inverted,
    }
