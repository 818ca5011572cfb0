"""The page for operations: whether everybody sees the same, what needs a hand; to others it is not there."""

import re
from dataclasses import replace
from typing import Any

import pytest

from deploy.platform.sign_in import SignIn, Somebody
from eventkeep.likeness import BAD
from services.overview.operations import document
from services.overview.settings import Settings
from services.overview.web.language import Language
from services.overview.web.operations_page import lasted, shown
from services.overview.web.pages import STANDING
from tests.unit.family import FAMILY, SOFIE
from tests.web.held import Held
from tests.web.shown import NOW, TEMPLATES, read_aloud
from tests.web.standing import TROUBLED, UNLIKE, heard, standing
from tests.web.visit import SOFIE_HERSELF, Visit

ON_CALL = Somebody("operations", SOFIE, None, "Sofie Example", "operations")


def page(language: str = "da", **more: Any) -> str:
    """What is read on the page."""
    say = Language(language, NOW)
    found = shown(more.pop("found", None) or standing(**more), say)
    return read_aloud(TEMPLATES.text("operations.html", say, {**found, "session": None, "other": None}))


@pytest.fixture
async def visit(settings: Settings, sign_in: SignIn) -> Visit:
    """Somebody of operations, signed in."""
    sign_in.people.append(ON_CALL)
    found = Visit(settings, sign_in, Held({SOFIE: "coordination"}))
    await found.signs_in()
    return found


async def test_operations_are_led_to_their_page_and_to_nothing_else(visit: Visit) -> None:
    home = await visit.get("/da/")
    assert (home.status_code, home.headers["location"]) == (303, STANDING["da"])
    for path in STANDING.values():
        assert (await visit.get(path)).status_code == 200
    assert "Ser alle det samme?" in (await visit.get(STANDING["da"])).text
    assert "Does everyone see the same?" in (await visit.get(STANDING["en"])).text


async def test_to_others_it_is_not_there(settings: Settings, sign_in: SignIn) -> None:
    sign_in.people.append(SOFIE_HERSELF)
    visit = Visit(settings, sign_in, Held({SOFIE: "coordination"}))
    asked = await visit.get(STANDING["da"])
    assert (asked.status_code, asked.headers["location"]) == (303, f"/sign-in?next={STANDING['da']}")
    await visit.signs_in()
    there, nowhere = await visit.get(STANDING["da"]), await visit.get("/da/nowhere")
    assert there.status_code == nowhere.status_code == 404
    assert there.text == nowhere.text


def test_a_good_day_says_yes_and_lists_nothing() -> None:
    told = page()
    assert "Ja Alle familier er ens for alle og helt fremme." in told
    assert "contacts 1,2 s i dag kl. 12.46 48211 48211" in told.replace("\xa0", " ")
    assert "family-plan 12 412 0 0 0" in told
    for heading in ("Familier, der står stille", "Hændelser, der venter", "Kæder med huller"):
        assert heading not in told


def test_what_needs_a_hand_is_said_first_and_then_named() -> None:
    told = page("en", found=TROUBLED).replace("\xa0", " ")
    head, _, lists = told.partition("The streams")
    assert "Not for certain: something else is shown than the stores say" in head
    for sentence in (
        "1 views of families differ from what their stores say.",
        "1 views of families stand still.",
        "1 chains differ between overview and store.",
        "1 chains lack an event.",
        "Events of 1 families have waited long for a cause.",
        "2 records of the topics are no events of ours.",
        "plans was not heard for 3 min.",
    ):
        assert sentence in head
    assert "contacts was not heard" not in head
    assert f"{FAMILY} family-plan shows something else at the same events today at 12.46" in lists
    assert "family-plan 11 (older) 410 2 0 0" in lists
    assert f"{FAMILY} family-plan 12 KeyError at plan_part.py:18 contacts=7, plans=12 today at 12.47" in lists
    assert f"{FAMILY} access 3 fork nothing" in lists
    assert f"{FAMILY} family-plan plans 13 contacts=8 is not shown yet" in lists
    assert f"{FAMILY} family-plan meetings 5 meetings=4 has not arrived" in lists
    assert f"{FAMILY} meetings lacks an event after 3" in lists
    assert f"{FAMILY} contacts another digest at 7" in lists


@pytest.mark.parametrize("likeness", sorted(BAD))
def test_what_is_shown_otherwise_than_the_stores_say_is_never_called_the_same(likeness: str) -> None:
    """Every kind of difference has words, in both languages, and the answer isn't yes."""
    found = replace(UNLIKE, unlike=[replace(UNLIKE.unlike[0], likeness=likeness)])
    for language, answer in (("da", "Ikke sikkert"), ("en", "Not for certain")):
        told = page(language, found=found)
        assert answer in told
        assert "Ja Alle" not in told
        assert "Yes All" not in told
        assert f"{FAMILY} family-plan" in told
        assert f"ops-unlike-{likeness}" not in told


def test_other_trouble_is_no_difference() -> None:
    assert "Yes, but something needs a hand" in page("en", quarantined=1)


def test_the_document_names_what_is_shown_otherwise_than_the_stores_say() -> None:
    told = document(UNLIKE)
    assert told["all_well"] is False
    assert told["counts"]["unlike"] == 1
    [unlike] = told["unlike"]
    assert (unlike["view"], unlike["family"], unlike["likeness"]) == ("family-plan", FAMILY, "other")
    assert document(standing())["all_well"] is True


def test_before_anything_was_heard_it_says_so() -> None:
    assert "No stream has been heard yet." in page("en", heard=[])


@pytest.mark.parametrize(
    ("seconds", "danish", "english"),
    [(-0.4, "0,0 s", "0.0 s"), (1.25, "1,2 s", "1.2 s"), (600, "10 min.", "10 min"), (9_000, "2 t.", "2 h")],
)
def test_how_long_is_said_roughly(seconds: float, danish: str, english: str) -> None:
    said = [lasted(seconds, Language(language, NOW)) for language in ("da", "en")]
    assert said == [danish, english]


def test_nothing_but_time_passing_is_no_trouble() -> None:
    """What is on its way for a moment is no reason to be called at night."""
    assert "Ja Alle familier" in page(heard=[heard("plans", 29.0)])
    assert re.search("plans er ikke hørt i 31,0 s", page(heard=[heard("plans", 31.0)]))
