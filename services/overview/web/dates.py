"""Days and times as they are said in Danish and English. A line never ends in the middle of one."""

from datetime import date, datetime

from eventkeep.clock import HERE, day_of

NBSP = "\u00a0"
_MONTHS = {
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_DAYS = {
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


def day(text: str | None, language: str, today: date) -> str:
    """A day such as "24. februar" or "24 February"; with its year where that isn't this one."""
    if text is None:
        return ""
    told = date.fromisoformat(text)
    number = f"{told.day}." if language == "da" else str(told.day)
    year = "" if told.year == today.year else f"{NBSP}{told.year}"
    return f"{number}{NBSP}{_MONTHS[language].split()[told.month - 1]}{year}"


def month(told: date, language: str) -> str:
    """A month with its year."""
    return f"{_MONTHS[language].split()[told.month - 1]}{NBSP}{told.year}"


def weekday(text: str, language: str, today: date) -> str:
    """The same with the day of the week before it."""
    return f"{_DAYS[language].split()[date.fromisoformat(text).weekday()]}{NBSP}{day(text, language, today)}"


def time(moment: datetime, language: str) -> str:
    """A time of the day: "kl. 12.47", "at 12.47"."""
    here = moment.astimezone(HERE)
    return f"{'kl.' if language == 'da' else 'at'}{NBSP}{here.hour}.{here.minute:02}"


def moment(told: datetime, language: str, today: date) -> str:
    """A day and its time; "i dag", "today" where it is today."""
    said = day_of(told)
    name = (
        ("i dag" if language == "da" else "today")
        if said == today
        else day(said.isoformat(), language, today)
    )
    return f"{name.replace(' ', NBSP)} {time(told, language)}"
