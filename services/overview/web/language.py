"""What is said in one of the two languages, on one day: words, codes, days, lists of names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from eventkeep.clock import day_of
from eventkeep.sealing import FORGOTTEN
from services.overview.web import dates
from services.overview.web.words import CODES, WORDS

LANGUAGES = ("da", "en")
QUOTES = ("»", "«")
"""Around what somebody said: Danish ones, as the words are."""


@dataclass(frozen=True, slots=True)
class Language:
    """One of `LANGUAGES`, at a moment."""

    code: str
    now: datetime

    @property
    def other(self) -> str:
        """The other language."""
        return "en" if self.code == "da" else "da"

    @property
    def today(self) -> date:
        """The day in Europe/Copenhagen."""
        return day_of(self.now)

    def __call__(self, key: str, **filled: object) -> str:
        """What the pages say for a key. Raises KeyError where they say nothing."""
        return self._of(WORDS[key]).format(**filled)

    def named(self, code: str | None) -> str:
        """What a code is called; a code that isn't known, as it is."""
        if code is None:
            return ""
        return self._of(CODES[code]) if code in CODES else code

    def called(self, prefix: str, code: str) -> str:
        """What a code of the municipality's own is called, by words that begin so; one that isn't known, as it is."""
        return self(prefix + code) if prefix + code in WORDS else self.named(code)

    def day(self, text: str | None) -> str:
        """A day without its weekday."""
        return dates.day(text, self.code, self.today)

    def weekday(self, text: str) -> str:
        """A day with its weekday."""
        return dates.weekday(text, self.code, self.today)

    def time(self, text: str) -> str:
        """The time of the day."""
        return dates.time(datetime.fromisoformat(text), self.code)

    def moment(self, told: datetime) -> str:
        """A day and its time."""
        return dates.moment(told, self.code, self.today)

    def moment_of(self, text: str) -> str:
        """A day and its time, of a moment as text."""
        return dates.moment(datetime.fromisoformat(text), self.code, self.today)

    def until(self, text: str) -> str:
        """By when."""
        return self("by-date", day=self.day(text))

    def listed(self, names: Iterable[str]) -> str:
        """Names in a sentence: the last two with an "and" between them."""
        *most, last = list(names) or [""]
        return f"{', '.join(most)} {self('and')} {last}" if most else last

    def kept(self, text: str) -> str:
        """What somebody wrote, or that it is erased."""
        return self("forgotten") if text == FORGOTTEN else text

    def who(self, name: str | None) -> str:
        """Somebody by name, or that he or she is not named here."""
        return self.kept(name) if name else self("unknown-person")

    def _of(self, both: tuple[str, str]) -> str:
        return both[LANGUAGES.index(self.code)]
