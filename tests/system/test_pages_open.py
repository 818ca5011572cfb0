"""Pages that stay open in a real browser: those beside the plan hear of changes too, and each lets go while nobody sees it.

What comes up in between keeps nobody out either.
"""

import pytest
from playwright.sync_api import Page, expect

from services.overview.web.document_pages import KNOWN
from services.overview.web.language import LANGUAGES
from services.overview.web.shelf import CONTACT_MAP, HISTORY, PAPER, PLAN, PROGRESS, Shelved
from tests.system.browsing import barriers, listens
from tests.system.family import Family
from tests.system.test_pages import Visit, browser, family, visit

__all__ = ["browser", "family", "visit"]
pytestmark = pytest.mark.long
BEHIND = {
    "da": "Planen er ændret, siden du åbnede siden.",
    "en": "The plan has changed since you opened the page.",
}
RELOAD = {"da": "Hent siden igen", "en": "Reload the page"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_beside_the_plan_says_that_it_stands_behind_until_it_is_loaded_anew(
    family: Family, visit: Visit, language: str
) -> None:
    """What is read stays where it is; it is said aloud once. Whoever asked for a part gets that part again."""
    visitor = visit("lone", f"/{language}/")
    page = visitor.page
    visitor.goes(f"{HISTORY.path(language, family.id)}?part=meetings")
    listens(page)
    page.evaluate("window.stays = true")
    family.wish()
    expect(page.locator("#fresh")).to_contain_text(BEHIND[language], timeout=10_000)
    expect(page.locator("#live")).to_have_text(BEHIND[language])
    assert page.evaluate("window.stays") is True
    assert barriers(visitor) == []
    page.get_by_role("link", name=RELOAD[language]).click()
    page.wait_for_function("window.stays === undefined")
    expect(page.locator("#fresh")).not_to_contain_text(BEHIND[language])
    assert page.url.endswith("?part=meetings")


def test_the_paper_says_so_beside_what_is_printed(family: Family, visit: Visit) -> None:
    page = visit("lone", PAPER.path("en", family.id)).page
    listens(page)
    family.wish()
    expect(page.locator("nav.screen")).to_contain_text(BEHIND["en"], timeout=10_000)
    page.emulate_media(media="print")
    expect(page.get_by_text(BEHIND["en"])).to_be_hidden()


@pytest.mark.parametrize("where", [PLAN, PROGRESS], ids=lambda page: str(page.name))
def test_a_page_that_nobody_sees_lets_go_of_its_line_and_hears_what_it_missed(
    family: Family, visit: Visit, where: Shelved
) -> None:
    """A browser keeps six lines to one place: with more pages open than that, none could be opened."""
    page = visit("lone", where.path("da", family.id)).page
    listens(page)
    seen(page, False)
    assert page.evaluate("events.readyState") == 2
    family.read(after=family.wish().token)
    seen(page, True)
    expect(page.locator("#live")).to_contain_text("Planen er ændret", timeout=10_000)


def seen(page: Page, is_seen: bool) -> None:
    """As when somebody turns to another page of the browser, or back: it has no other way to tell here."""
    page.evaluate(
        "(hidden) => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });"
        " document.dispatchEvent(new Event('visibilitychange')); }",
        not is_seen,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_the_plan_is_known_is_noted_on_a_page_that_keeps_nobody_out(
    family: Family, visit: Visit, language: str
) -> None:
    visitor = visit("lone", PLAN.path(language, family.id))
    visitor.page.locator("form.hh-known button").click()
    visitor.page.wait_for_url(f"**/{KNOWN[language]}")
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(
        {"da": "Det er noteret", "en": "It is noted"}[language]
    )
    assert barriers(visitor) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_is_let_in_in_an_emergency_is_kept_out_by_nothing_but_its_end(
    family: Family, visit: Visit, language: str
) -> None:
    """X-07: what else was open ends with it, as the plan does."""
    took = family.do("omar", "contacts.TakeEmergencyAccess", professional="@omar", reason="Nobody opens.")
    family.read("omar", took.token)
    visitor = visit("omar", PLAN.path(language, family.id))
    expect(visitor.page.locator(".hh-emergency")).to_be_visible()
    assert barriers(visitor) == []
    assert visitor.goes(CONTACT_MAP.path(language, family.id)) == 200
    assert barriers(visitor) == []
    listens(visitor.page)
    family.do("omar", "contacts.EndEmergencyAccess", professional="@omar")
    out = {"da": "Du er ikke længere tilknyttet familien", "en": "You are no longer attached to the family"}
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(out[language], timeout=2_000)
    assert barriers(visitor) == []
