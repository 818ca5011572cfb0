"""Each event has a sentence in both languages, or a reason why it isn't told."""

import re
from datetime import date
from importlib import import_module
from typing import Any

import pytest

from contracts.ids import GoalId, MeetingId, PersonId
from contracts.progress.events import OccupationKind
from contracts.shapes import Event
from services.overview.naming import names
from services.overview.sentences import NOT_TOLD, TOLD, Language, Names, Sentence, tell
from tests.unit.contacts_story import SHARED
from tests.unit.family import ANNA, BO, MEETING, SOFIE
from tests.views.around import CONTACTS
from tests.views.gone_on import (
    CLOSED,
    CORRECTIONS,
    FIRST_SCORED,
    GOES_ON,
    LATER_SCORED,
    PLAYS,
    REPLANNED,
    REPORTED,
)
from tests.views.histories import SERVICES
from tests.views.met import ACCEPTED, ATTENDED, CHAIRED, MEETINGS, PROGRESS, PROMISED, SUCCESS, called
from tests.views.planned import EAT, FULL_GOAL, PLANS, SCHOOL_FIRST
from tests.views.tales import tale

EVENTS = [
    event for service in SERVICES for event in import_module(f"contracts.{service}.events").EVENTS.values()
]
NAMES = Names({ANNA: "Anna", BO: "Bo", SOFIE: "Sofie", EAT: "We eat together"}, {MEETING: date(2024, 3, 2)})


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.__name__)
def test_an_event_is_told_or_there_is_a_reason(event: type[Event]) -> None:
    """X-08: what a new event says is decided when it is made."""
    assert (event in TOLD) != (event in NOT_TOLD)
    assert event in TOLD or NOT_TOLD[event].endswith(".")


@pytest.mark.parametrize("event", [each for each in TOLD if isinstance(TOLD[each], Sentence)], ids=str)
def test_a_template_speaks_of_its_event_alone_and_the_same_in_both_languages(event: type[Event]) -> None:
    """A blank is a field of the event."""
    sentence: Any = TOLD[event]
    danish, english = (re.findall(r"\{(\w+)\}", each) for each in (sentence.danish, sentence.english))
    assert sorted(danish) == sorted(english)
    assert set(danish) <= set(event.model_fields)


@pytest.mark.parametrize(
    ("event", "danish", "english"),
    [
        (
            ATTENDED,
            "Til mødet 2.\u00a0marts\u00a02024 kom Anna og Sofie.",
            "Those who came to the meeting on 2\u00a0March\u00a02024: Anna and Sofie.",
        ),
        (
            CHAIRED,
            "Anna sad for bordenden til mødet 2.\u00a0marts\u00a02024.",
            "Anna sat at the head of the table at the meeting on 2\u00a0March\u00a02024.",
        ),
        (
            PROMISED,
            "En af dem omkring familien vil gøre dette senest 8.\u00a0marts\u00a02024: »Ulla calls the school.«",
            "One of those around the family will do this by 8\u00a0March\u00a02024: “Ulla calls the school.”",
        ),
        (
            called(),
            "Der er kaldt til netværksmøde 1.\u00a0marts\u00a02024 kl.\u00a017.00.",
            "A network meeting is called for 1\u00a0March\u00a02024 at\u00a017:00.",
        ),
        (
            SUCCESS,
            "En lille succes for Bo: »I made the soup.«",
            "A small success for Bo: “I made the soup.”",
        ),
        (
            SHARED,
            "Familien deler sine mål og sine møder med en, der støtter familien.",
            "The family shares its goals and its meetings with somebody who supports the family.",
        ),
        (
            SHARED.model_copy(update={"sections": ()}),
            "Familien deler ikke længere noget med en, der støtter familien.",
            "The family no longer shares anything with somebody who supports the family.",
        ),
        (
            FULL_GOAL,
            "Nyt mål: »We eat together«. Ansvar: en af dem omkring familien.",
            "A new goal: “We eat together”. Owner: one of those around the family.",
        ),
        (
            LATER_SCORED,
            "Fagpersonens hjul for Bo er udfyldt.",
            "The professional's wheel for Bo was scored.",
        ),
        (
            FIRST_SCORED,
            "Borgerens hjul for Bo er udfyldt: »I called the shop.«",
            "The citizen's wheel for Bo was scored: “I called the shop.”",
        ),
        (
            REPORTED,
            "Det går ikke som aftalt med »We eat together«: »Nobody came on Monday.« Sofie handler senest "
            "8.\u00a0marts\u00a02024.",
            "It doesn't go as agreed with “We eat together”: “Nobody came on Monday.” Sofie acts by "
            "8\u00a0March\u00a02024.",
        ),
        (
            REPLANNED,
            "Nyt aftalt om en afvigelse: Anna handler senest 12.\u00a0marts\u00a02024.",
            "Agreed anew of a deviation: Anna acts by 12\u00a0March\u00a02024.",
        ),
        (
            CLOSED,
            "En afvigelse er lukket; planen skal ændres på næste møde.",
            "A deviation is closed; the plan is to be changed at the next meeting.",
        ),
        (
            CLOSED.model_copy(update={"plan_changes": False}),
            "En afvigelse er lukket: det går igen som aftalt.",
            "A deviation is closed: it goes as agreed again.",
        ),
        (PLAYS, "Bo er begyndt: fritidsaktivitet.", "Bo began: leisure activity."),
        (
            PLAYS.model_copy(update={"kind": OccupationKind.OTHER}),
            "Bo er begyndt på noget nyt.",
            "Bo began something new.",
        ),
        (
            CORRECTIONS[0],
            "Noget, der var registreret forkert, er rettet.",
            "Something that was registered wrongly was corrected.",
        ),
        (
            CORRECTIONS[1],
            "Noget, der var registreret forkert, er trukket tilbage.",
            "Something that was registered wrongly was taken back.",
        ),
        (
            SCHOOL_FIRST,
            "Familien har sat rækkefølgen: et fokusområde og et fokusområde.",
            "The family set the order: a focus area and a focus area.",
        ),
    ],
    ids=lambda given: type(given).__name__ if isinstance(given, Event) else "",
)
def test_a_sentence_in_both_languages(event: Event, danish: str, english: str) -> None:
    """Dates, times, names and own words, each as the language has it."""
    assert tell(TOLD[type(event)], event, NAMES, Language.DANISH) == danish
    assert tell(TOLD[type(event)], event, NAMES, Language.ENGLISH) == english


def test_own_words_are_never_translated() -> None:
    """INV-42: also where a word of theirs is a code of ours."""
    words = SUCCESS.model_copy(update={"words": "home"})
    assert tell(TOLD[type(words)], words, NAMES, Language.DANISH).endswith("»home«")


@pytest.mark.parametrize("language", Language)
def test_no_id_and_no_blank_is_left(language: Language) -> None:
    """Whoever has no name here is spoken of in general words."""
    nobody = Names({}, {})
    for event in (*MEETINGS, *PROGRESS, *GOES_ON, *PLANS):
        told = tell(TOLD[type(event)], event, nobody, language)
        assert not re.search(r"[0-9a-f]{8}-|[{}]|None|  ", told), told
        assert told[0].isupper() or told[0] in "»“"
        assert told[-1] in ".«”", told


def test_what_has_no_name_is_called_by_what_it_is() -> None:
    """Each kind of id has its own general words, or those for anybody around the family."""
    nobody = Names({}, {})
    assert nobody.of("x", PersonId, Language.ENGLISH) == "a member of the family"
    assert nobody.of("x", GoalId, Language.DANISH) == "et mål"
    assert nobody.of("x", MeetingId, Language.DANISH) == "et møde"


def test_an_answer_names_who_was_invited() -> None:
    """By the invitation; in general words where that isn't known."""
    known = names(tale(*CONTACTS, *MEETINGS))
    answered = tell(TOLD[type(ACCEPTED)], ACCEPTED, known, Language.DANISH)
    assert answered.startswith("Ulla Example svarer ja til at komme til mødet")
    unknown = tell(TOLD[type(ACCEPTED)], ACCEPTED, Names({}, {}), Language.ENGLISH)
    assert unknown == "One of those invited says yes to coming to a meeting."
