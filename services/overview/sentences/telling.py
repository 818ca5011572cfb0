"""How an event becomes a sentence: a fixed template in each language, its blanks filled from the event. Nothing else."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Any

from pydantic import BaseModel

from contracts import ids
from contracts.shapes import Event
from eventkeep.clock import HERE
from services.overview.sentences.words import AND, MONTHS, UNKNOWN, WORDS


class Language(StrEnum):
    """What sentences are told in. What people said stays as they said it."""

    DANISH = "da"
    ENGLISH = "en"


class Part(StrEnum):
    """What a sentence is about: history can be told of one of them alone."""

    PEOPLE = "people"
    PLAN = "plan"
    MEETINGS = "meetings"
    PROGRESS = "progress"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template in both languages. `{field}` is filled by what the event's field says."""

    part: Part
    danish: str
    english: str


Telling = Sentence | Callable[[Any], Sentence]
"""A template, or the choice of one by what the event says."""
_PEOPLE = (ids.Id, ids.PersonId, ids.ProfessionalId, ids.SupporterId, ids.InvitationId)
"""What names somebody: names stand without quotation marks, titles and own words with them."""
_BLANK = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Names:
    """What ids are called: names, titles and own words by id, and the days of meetings."""

    called: Mapping[str, str]
    days: Mapping[str, date]

    def of(self, named: str, kind: type[ids.Id], language: Language) -> str:
        """What an id is called; in general words where nobody said."""
        if named in self.called:
            called = self.called[named]
            return called if kind in _PEOPLE else _quoted(called, language)
        if named in self.days:
            of_day = _day(self.days[named], language)
            return f"mødet {of_day}" if language is Language.DANISH else f"the meeting on {of_day}"
        return UNKNOWN.get(kind, UNKNOWN[ids.Id])[language]


def tell(telling: Telling, event: Event, names: Names, language: Language) -> str:
    """The sentence that an event is told in."""
    sentence = telling if isinstance(telling, Sentence) else telling(event)
    template = sentence.danish if language is Language.DANISH else sentence.english
    told = _BLANK.sub(lambda blank: said(getattr(event, blank[1]), names, language), template)
    return told[:1].upper() + told[1:]


def said(value: Any, names: Names, language: Language) -> str:
    """A field's value in words."""
    match value:
        case ids.Id():
            return names.of(value, type(value), language)
        case BaseModel():
            return said(_who(value), names, language)
        case tuple():
            return _listed([said(each, names, language) for each in value], language)
        case datetime():
            at = value.astimezone(HERE)
            clock = f"kl.\u00a0{at:%H.%M}" if language is Language.DANISH else f"at\u00a0{at:%H:%M}"
            return f"{_day(at.date(), language)} {clock}"
        case date():
            return _day(value, language)
        case Enum():
            return WORDS.get(str(value.value), {}).get(language, str(value.value))
        case None:
            return ""
        case _:
            return str(value)


def _who(part: BaseModel) -> Any:
    """Whom or what a piece of an event is about: its first id that isn't the family's."""
    values = [getattr(part, name) for name in type(part).model_fields]
    return next(each for each in values if isinstance(each, ids.Id) and not isinstance(each, ids.FamilyId))


def _listed(words: list[str], language: Language) -> str:
    return f" {AND[language]} ".join(each for each in (", ".join(words[:-1]), *words[-1:]) if each)


def _quoted(text: str, language: Language) -> str:
    return f"»{text}«" if language is Language.DANISH else f"“{text}”"


def _day(day: date, language: Language) -> str:
    """No line ends within a date."""
    dot = "." if language is Language.DANISH else ""
    return f"{day.day}{dot}\u00a0{MONTHS[language][day.month - 1]}\u00a0{day.year}"
