"""The catalogue in a real browser: reached from a goal, searched without a script, read by everybody."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser, expect

from deploy.catalogue.loading import load, offer_id
from deploy.demo import scenario
from deploy.demo.visitor import Visitor
from deploy.embedded.browser import browser as a_browser
from deploy.platform.processes import Platform
from tests.system.browsing import barriers, width
from tests.system.family import APPROVED, Family
from tests.system.test_offers import of, take

pytestmark = pytest.mark.long

Visit = Callable[..., Visitor]
TALKS = offer_id("O11")
PAGES = {"da": "/da/tilbud", "en": "/en/offers"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for all tests here."""
    with a_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family whose plan takes an offer of the catalogue."""
    with Family(watched, APPROVED) as found:
        load(found.client, partial(of, watched))
        watched.sign_in.people += scenario.people(found.cast)
        found.read(after=take(found, TALKS, "talks").token)
        yield found


@pytest.fixture
def visit(browser: Browser, family: Family) -> Iterator[Visit]:
    """Lets somebody sign in with a browser of his or her own, which has nothing to complain about in the end."""
    visitors: list[Visitor] = []

    def signed_in(who: str, path: str = "/", **more: bool) -> Visitor:
        visitor = Visitor(browser, family.platform.http(), **more)
        visitors.append(visitor)
        visitor.sign_in(family.cast.id(who), path)
        return visitor

    yield signed_in
    complaints = [each for visitor in visitors for each in visitor.complaints]
    for visitor in visitors:
        visitor.close()
    assert not complaints


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("phone", [False, True], ids=["screen", "phone"])
def test_nobody_is_kept_out(family: Family, visit: Visit, language: str, phone: bool) -> None:
    """A31: axe-core finds nothing on the pages of the catalogue, nor on the plan that leads there."""
    visitor = visit("ellen", f"/{language}/", phone=phone)
    goal = f"?family={family.id}&goal={family.cast.id('at-school')}"
    catalogue = PAGES[language]
    for path in (catalogue, catalogue + goal, f"{catalogue}?q=nowhere", f"{catalogue}/{TALKS}"):
        visitor.goes(path)
        assert barriers(visitor) == [], path
        assert width(visitor.page) <= (390 if phone else 1280), path
        assert visitor.page.get_by_role("heading", level=1).count() == 1
    visitor.goes(f"/{language}/f/{family.id}/plan")
    assert barriers(visitor) == []


def test_a_family_finds_its_way_from_a_goal_to_an_offer(family: Family, visit: Visit) -> None:
    """A07, A31, P47: from the plan to offers for a goal, by words to one of them, and back."""
    page = visit("ellen", f"/da/f/{family.id}/plan").page
    expect(page.get_by_text("Familien skal ét sted hen")).to_be_visible()
    page.get_by_role("link", name="Find tilbud til mål").last.click()
    expect(page.get_by_text("Tilbud inden for målets område: uddannelse.")).to_be_visible()
    page.get_by_role("link", name="Vis alle tilbud").click()
    page.get_by_label("Søg efter ord").fill("samtaleleder")
    page.get_by_role("button", name="Søg").click()
    page.get_by_role("link", name="Samtalegrupper").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Samtalegrupper")
    expect(page.get_by_text("Jeg var den sidste til at sige noget")).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Conversation groups")


def test_the_catalogue_is_searched_without_a_script(visit: Visit) -> None:
    """A07."""
    page = visit("lone", "/da/tilbud", script=False).page
    page.get_by_label("Område").select_option("leisure")
    page.get_by_role("button", name="Søg").click()
    expect(page.get_by_text("2 tilbud")).to_be_visible()
    expect(page.get_by_label("Område")).to_have_value("leisure")
