"""What every command has: JSON or text, a sentence where something can't be done, and the codes that scripts read."""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any

import typer

FINE, FOUND, NOT_DONE = 0, 1, 2
"""Exit codes: all is well or done; something needs a hand; it couldn't be done."""

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
Family = Annotated[str, typer.Argument(help="The family's id.", show_default=False)]


class NotDone(Exception):
    """Something that couldn't be done: what, why, and what to do next. Ends the command with exit code 2."""

    def __init__(self, what: str, why: str = "", next_step: str = "") -> None:
        super().__init__(what)
        self.what, self.why, self.next_step = what, why, next_step

    def text(self, as_json: bool) -> str:
        """As it is printed on stderr."""
        if as_json:
            return line({"not_done": self.what, "why": self.why, "next": self.next_step})
        return " ".join(part for part in (f"Not done: {self.what}", self.why, self.next_step) if part)


def examples(*commands: str) -> str:
    """The end of a command's help: how it is called, line by line."""
    return "\b\nExamples:\n" + "\n".join(f"  helhed {command}" for command in commands)


def line(record: Mapping[str, Any]) -> str:
    """A record as JSON on one line."""
    return json.dumps(record, default=_plain, ensure_ascii=False)


def tell(as_json: bool, records: Iterable[Mapping[str, Any]], text: Iterable[str]) -> None:
    """Prints the records, or the same as text."""
    for each in map(line, records) if as_json else map(_harmless, text):
        print(each)


def _harmless(text: str) -> str:
    """Without control characters: what somebody wrote moves no cursor and paints no terminal. With plain spaces, so
    that whoever searches finds."""
    return "".join(" " if unicodedata.category(each) in ("Cc", "Zs") else each for each in text)


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Columns as wide as they need; numbers to the right."""
    cells = [list(head), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[n]) for row in cells) for n in range(len(head))]
    right = [bool(rows) and all(isinstance(row[n], int | float) for row in rows) for n in range(len(head))]
    return [
        "  ".join(
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in cells
    ]


def lasted(seconds: float) -> str:
    """How long, roughly: 0.8 s, 3 min, 2 h, 5 days."""
    for unit, size, upto in (("s", 1, 120), ("min", 60, 7_200), ("h", 3_600, 172_800)):
        if seconds < upto:
            return f"{seconds / size:.1f} {unit}" if unit == "s" else f"{seconds / size:.0f} {unit}"
    return f"{seconds / 86_400:.0f} days"


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date | datetime) else str(value)
