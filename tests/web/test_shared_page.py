"""The page of what a family shares says in words what the document holds, and leads nowhere else. INV-66."""

from typing import Any

import orjson
import pytest

from contracts.contacts.events import SharedSection
from services.overview.shared_with import document
from services.overview.web import shared_page
from services.overview.web.language import Language
from services.overview.web.people import People
from services.overview.web.plan_page import Freshness
from services.overview.web.words import shared as words
from tests.unit.family import FAMILY
from tests.views.test_shared_with import AUNT, plan
from tests.web.shown import LISTENING, NOW, TEMPLATES, read_aloud, whole


def html(
    *sections: SharedSection, language: str = "en", of: dict[str, Any] | None = None, state: str = "current"
) -> str:
    """The page of what is shared."""
    made = orjson.loads(orjson.dumps(document(of or called(), sections, AUNT)))
    whole_plan, say = whole(), Language(language, NOW)
    shown = shared_page.shown(made, whole_plan, People(whole_plan, say), say)
    frame = {"fresh": Freshness(state, NOW), "menu": [], "session": None, "other": None, "family": FAMILY}
    return TEMPLATES.text("shared.html", say, frame | LISTENING | shown)


def called() -> dict[str, Any]:
    """The plan, with the aunt invited to the meeting that is called."""
    made = plan()
    made["meetings"][1]["invitations"] = [
        {"invitation": "to her", "id": AUNT, "answer": None, "withdrawn": False}
    ]
    return made


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            (
                "Shared with you Anna, Bo and Clara",
                "Coordinator: Sofie Coordinates",
                "We eat together on weekdays. Under way · By 1 September A goal. Under way · Owner: Anna",
                "Bo asks the club. Not done yet · Owner: Bo · By 8 March",
                "Cook on Mondays Done · Owner: Anna",
                "Wednesday 1 May at 16.00 In the family’s home · You are invited",
                "I made the soup. Bo · 9 March",
                "That we eat together. Bo",
            ),
        ),
        (
            "da",
            (
                "Delt med dig Anna, Bo og Clara",
                "Koordinator: Sofie Coordinates",
                "We eat together on weekdays. I gang · Senest 1. september",
                "Onsdag 1. maj kl. 16.00 Hjemme hos familien · Du er inviteret",
            ),
        ),
    ],
)
def test_it_is_said_in_words(language: str, sentences: tuple[str, ...]) -> None:
    heard = read_aloud(html(*SharedSection, language=language)).replace("\xa0", " ")
    for sentence in sentences:
        assert sentence in heard


@pytest.mark.parametrize("section", SharedSection)
def test_what_is_not_shared_has_no_heading(section: SharedSection) -> None:
    heard = read_aloud(html(section))
    headings = {each: words.WORDS[f"shared-{each}"][1] for each in SharedSection}
    assert headings.pop(section) in heard
    assert not [each for each in headings.values() if each in heard]


def test_a_section_with_nothing_in_it_says_so() -> None:
    empty = plan() | {"wishes": []}
    assert words.WORDS["shared-nothing"][1] in read_aloud(html(SharedSection.WISHES, of=empty))


def test_what_became_of_an_agreement_has_a_word() -> None:
    for status in ("open", "kept", "broken", "done", "dropped"):
        assert f"shared-is-{status}" in words.WORDS


def test_it_names_nobody_by_last_name_and_leads_to_no_other_page_of_the_family() -> None:
    """X-06, INV-66: nothing of the plan's frame stands on it."""
    page = html(*SharedSection)
    assert "Example" not in page.replace("Example Kommune", "")
    assert FAMILY not in page
    evil = plan() | {"wishes": [{"person": plan()["members"][1]["person"], "own_words": "<script>"}]}
    assert "<script>" not in html(SharedSection.WISHES, of=evil)


@pytest.mark.parametrize(
    ("language", "warned"), [("da", "Planen mangler noget nyt"), ("en", "The plan lacks something new")]
)
def test_what_stands_still_is_said_to_lack_something(language: str, warned: str) -> None:
    """No moment is named: what is shown was right before something came that can't be shown."""
    page = html(*SharedSection, language=language, state="parked")
    assert warned in read_aloud(page)
    assert "12.47" not in read_aloud(page.partition('id="fresh"')[2].partition('id="lost"')[0])
    assert FAMILY not in page
    assert warned not in read_aloud(html(*SharedSection, language=language))
    pushed = TEMPLATES.text("fresh_shared.html", Language(language, NOW), {"fresh": Freshness("parked", NOW)})
    assert warned in read_aloud(pushed)
    assert "12.47" in read_aloud(html(*SharedSection, language=language, state="late"))
