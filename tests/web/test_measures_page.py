"""The page of what is measured says in words what the document holds. T04 to T08, T11, P28, P45."""

from datetime import date
from typing import Any

import orjson
import pytest

from contracts.progress.events import MeasureKind
from contracts.shapes import Event
from services.overview.measures import document
from services.overview.web import measures_page
from services.overview.web.language import Language
from services.overview.web.people import People
from services.overview.web.plan_page import Freshness
from services.overview.web.words.progress import WORDS
from tests.unit.family import ANNA, BO, FAMILY, REGISTERED, ULLA
from tests.views.tales import tale
from tests.views.test_measures import AUNT, FIRST, INCLUDED, LATER, QUALITY, corrected, measured, trust
from tests.web.shown import LISTENING, NOW, TEMPLATES, in_order, read_aloud, whole


def html(*events: Event, language: str = "en", kind: str = "person", reader: str = ANNA) -> str:
    """The page after these events."""
    made = orjson.loads(orjson.dumps(document(tale(REGISTERED, *events), kind, reader)))
    plan, say = whole(), Language(language, NOW)
    plan["supporters"] = [{"supporter": AUNT, "name": "An Aunt"}]
    shown: dict[str, Any] = measures_page.shown(made, plan, People(plan, say), say)
    frame = {"fresh": Freshness("current", NOW), "menu": [], "session": None, "other": None}
    about = {"family": FAMILY, "family_name": "", "members": "", **LISTENING}
    return TEMPLATES.text("measures.html", say, {**frame, **about, **shown})


def said(*events: Event, **more: Any) -> str:
    """What somebody reads on it."""
    return read_aloud(html(*events, **more)).replace("\xa0", " ")


def test_a_series_is_a_row_with_its_first_value_its_latest_and_the_change() -> None:
    told = said(FIRST, LATER, reader=BO)
    assert in_order(
        told,
        "Attendance days at school Bo 0–100 60 31 January 80 31 March up 20",
        "All measures",
        "31 January 60",
    )


@pytest.mark.parametrize(
    ("latest", "moved"), [(80, "up 20"), (40, "down 20"), (60, "unchanged")], ids=["up", "down", "same"]
)
def test_up_and_down_are_said_alike(latest: int, moved: str) -> None:
    assert moved in said(FIRST, measured(3, latest, date(2024, 3, 1)), reader=BO)
    assert "first score" in said(FIRST, reader=BO)


@pytest.mark.parametrize("kind", MeasureKind)
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_kind_of_measure_has_a_word(kind: MeasureKind, language: str) -> None:
    word = WORDS[f"measure-{kind}"][language == "en"]
    assert word in said(measured(1, 5, date(2024, 3, 1), kind=kind), reader=BO, language=language)


def test_ratings_name_whom_and_what_they_are_about() -> None:
    """P28, P45, T08."""
    told = said(trust(1, 4), trust(2, 5, professional=ULLA), INCLUDED)
    assert "Trust in the municipality Anna 1–5" in told
    assert "Trust in Ulla Example Anna 1–5" in told
    assert "Included in decisions inclusion-survey An Aunt 1–7" in told
    quality = said(QUALITY, reader=BO)
    assert in_order(quality, "The offer’s quality: ", "the person", "They listen.")


def test_a_correction_is_seen() -> None:
    """X-08."""
    assert "Corrected" in said(FIRST, LATER, corrected(LATER, value=70), reader=BO)


@pytest.mark.parametrize("language", ["da", "en"])
def test_where_nothing_is_measured_that_is_said(language: str) -> None:
    assert WORDS["measures-none"][language == "en"] in said(language=language)
    assert "<table" not in html(FIRST, language=language), "what is somebody else's isn't there"
