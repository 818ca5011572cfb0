"""What time it is, and when a day ends: one clock decides in a process, over rights and reminders alike.

Tests and the demo turn it by a file; everybody else has the real one.
"""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from uuid import uuid4
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Copenhagen")


class Clock:
    """Says what time it is: the moment that a file holds (ISO 8601), or now where there is no file."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file

    def now(self) -> datetime:
        """The time, in UTC."""
        if self._file is not None and self._file.exists():
            return datetime.fromisoformat(self._file.read_text().strip()).astimezone(UTC)
        return datetime.now(UTC)

    def today(self) -> date:
        """The day in Europe/Copenhagen: there the term of a basis begins and ends at midnight."""
        return day_of(self.now())


def turn(file: Path, to: datetime) -> None:
    """Turns the clocks that read this file. Whole at once: nobody ever reads half a moment."""
    fresh = file.with_name(f"{file.name}.{uuid4()}")
    fresh.write_text(to.isoformat())
    fresh.replace(file)


def day_of(moment: datetime) -> date:
    """The day in Europe/Copenhagen."""
    return moment.astimezone(HERE).date()


def end_of(day: date) -> datetime:
    """The moment at which a day of Europe/Copenhagen is over: the midnight after it."""
    return datetime.combine(day + timedelta(days=1), time(), HERE)


def in_term(first: date, last: date | None, day: date) -> bool:
    """Whether a day is within a term: its first and its last day are. None: it has no last day."""
    return first <= day <= (last or date.max)
