"""Days as targets count them: ages, months after a day, terms."""

from datetime import date

_LAST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def age_on(born: date, day: date) -> int:
    """Whole years; of somebody born on 29 February they are full on 1 March of other years."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    leap = month == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, month + 1, min(day.day, _LAST[month] + leap))


def day_in(days: tuple[date, date | None], day: date) -> bool:
    """Whether a day is one of these: the first and the last are."""
    first, last = days
    return first <= day and (last is None or day <= last)
