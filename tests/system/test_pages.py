"""The pages in a real browser: signed in to, seen by everybody, live, on paper, on a phone, without a script."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from deploy.demo import scenario
from deploy.demo.visitor import Visitor
from deploy.embedded.browser import browser as a_browser
from deploy.platform.processes import Platform
from tests.system.browsing import barriers, focused, listens, sides, width
from tests.system.family import TOLD, Family, fetch

pytestmark = pytest.mark.long

Visit = Callable[..., Visitor]
PAGES = (
    "/{language}/",
    "/{language}/f/{family}/plan",
    "/{language}/f/{family}/{paper}",
    "/{language}/signed-out",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for all tests here."""
    with a_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family that the whole story happened to, whose people the sign-in knows. Lone is attached, Omar is not."""
    with Family(watched, TOLD) as found:
        watched.sign_in.people += scenario.people(found.cast)
        found.read(after=found.cast.seen)
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


def plan_of(family: Family, language: str = "da") -> str:
    """The path of a family's plan."""
    return f"/{language}/f/{family.id}/plan"


def check_code(page: Page) -> str:
    """What two people read to each other, without the space."""
    return re.sub(r"\s", "", page.locator(".hh-code").inner_text())


def test_who_signs_in_finds_the_family_and_its_plan(family: Family, visit: Visit) -> None:
    page = visit("lone").page
    expect(page).to_have_title("Dine familier – Helhed")
    page.get_by_role("link", name="Familien Dalgaard").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Familien Dalgaard")
    expect(page).to_have_title("Familieplan – Helhed")
    assert page.url.endswith(plan_of(family))
    headings = page.get_by_role("heading", level=2).all_inner_texts()
    assert headings[:5] == [
        "Det vil familien, i den rækkefølge",
        "Din del",
        "Koordinator",
        "Næste opfølgning",
        "Det er aftalt",
    ]
    [cookie] = [each for each in page.context.cookies() if each["name"] == "helhed-session"]
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Lax", "/")


def test_everybody_sees_the_same_and_the_page_proves_it(family: Family, visit: Visit) -> None:
    """INV-36: the check code is the beginning of the hash that the API gives for the plan."""
    pages = [visit(who, plan_of(family)).page for who in ("karin", "bent", "lone")]
    codes = {check_code(page) for page in pages}
    assert codes == {family.read("lone").hash.hex()[:8].upper()}
    for part in ("#wishes", "#until", "#deviation", "#approval"):
        assert len({page.locator(f"section:has({part})").inner_text() for page in pages[1:]}) == 1
    assert pages[0].locator("tr:has-text('Karin') .badge").inner_text() == "Dig"
    assert pages[1].locator("tr:has-text('Karin') .badge").count() == 0


def test_each_page_shown_is_noted_and_a_list_counts_as_no_plan(family: Family, visit: Visit) -> None:
    """INV-39, X-04."""

    def noted() -> list[tuple[str, str, bool]]:
        return fetch(
            family.platform.dsn("overview"),
            "select way, purpose, state_no > 0 from readings where family = %s and reader = %s "
            "and way in ('page', 'list') order by id",
            family.id,
            f"professional:{family.cast.id('bent')}",
        )

    before = len(noted())
    visitor = visit("bent")
    visitor.goes(plan_of(family))
    visitor.goes(f"/da/f/{family.id}/udskriv")
    assert noted()[before:] == [
        ("list", "schooling", False),
        ("page", "schooling", True),
        ("page", "schooling", True),
    ]


def test_what_is_not_yours_is_not_there(family: Family, visit: Visit) -> None:
    """INV-38: Omar isn't attached; he is told the same as of a family that there isn't."""
    visitor = visit("omar")
    expect(visitor.page.get_by_text("Du er ikke tilknyttet nogen familie.")).to_be_visible()
    said = []
    for path in (plan_of(family), plan_of(family).replace(family.id, "00000000-0000-4000-8000-000000000000")):
        assert visitor.goes(path) == 404
        said.append(visitor.page.locator("main").inner_text())
    assert said[0] == said[1]
    assert "Du kan ikke se denne side" in said[0]


@pytest.mark.parametrize("phone", [False, True], ids=["desk", "phone"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_nobody_is_kept_out(family: Family, visit: Visit, language: str, phone: bool) -> None:
    """axe-core finds nothing on any page; none scrolls sideways."""
    visitor = visit("lone", f"/{language}/", phone=phone)
    paper = {"da": "udskriv", "en": "print"}[language]
    for path in (*PAGES, f"/{language}/nowhere"):
        visitor.goes(path.format(language=language, family=family.id, paper=paper))
        assert barriers(visitor) == [], path
        assert width(visitor.page) <= (390 if phone else 1280), path
        assert visitor.page.locator("html").get_attribute("lang") == language
        assert visitor.page.get_by_role("heading", level=1).count() == 1


def test_the_page_changes_as_the_plan_does_without_a_reload(family: Family, visit: Visit) -> None:
    visitor = visit("lone", plan_of(family))
    page = visitor.page
    page.evaluate("window.stays = true")
    before = check_code(page)
    page.locator("summary").click()
    family.do("karin", "plans.AddFocusArea", focus_area="@new-area", title="A garden to play in")
    expect(page.get_by_text("A garden to play in")).to_be_visible(timeout=10_000)
    assert check_code(page) not in ("", before)
    expect(page.locator("#live")).to_have_text("Planen er ændret. Siden er opdateret.")
    assert page.evaluate("window.stays") is True
    assert page.locator("details").get_attribute("open") is not None
    assert barriers(visitor) == []


def test_whoever_is_detached_is_told_by_the_open_page_within_two_seconds(
    family: Family, visit: Visit
) -> None:
    """INV-38: nothing of the family stays on it."""
    family.read("omar", family.attach("omar").token)
    visitor = visit("omar", plan_of(family))
    expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("Familien Dalgaard")
    listens(visitor.page)
    family.detach("omar")
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text(
        "Du er ikke længere tilknyttet familien", timeout=2_000
    )
    assert "Dalgaard" not in visitor.page.content()
    assert visitor.goes(plan_of(family)) == 404


def test_a_page_that_hears_nothing_says_so_until_it_does(family: Family, visit: Visit) -> None:
    """A line may be cut without anybody being told. The browser's clock is turned, so that nobody waits."""
    page = visit("lone").page
    page.clock.install()
    page.goto(family.platform.http() + plan_of(family))
    listens(page)
    page.clock.fast_forward(20_000)
    assert page.locator("#lost").is_hidden()
    page.clock.fast_forward(6_000)
    expect(page.locator("#lost")).to_be_visible()
    expect(page.locator("#lost")).to_be_hidden(timeout=20_000)


def test_everything_is_there_without_a_script(family: Family, visit: Visit) -> None:
    page = visit("lone", plan_of(family), script=False).page
    expect(page.get_by_role("heading", name="Det er aftalt")).to_be_visible()
    page.get_by_text("Ser alle det samme som mig?").click()
    expect(page.get_by_text("Læs den op for hinanden i telefonen.")).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="What is agreed")).to_be_visible()
    page.get_by_role("link", name="Print").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Our plan")
    page.get_by_role("link", name="Back to the plan").click()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You are logged out")
    page.goto(family.platform.http() + plan_of(family))
    assert page.url.startswith(family.platform.sign_in.address)


def test_the_keyboard_goes_everywhere_in_the_order_of_the_page(family: Family, visit: Visit) -> None:
    page = visit("lone", plan_of(family)).page
    order = []
    for _ in range(13):
        page.keyboard.press("Tab")
        order.append(focused(page))
    assert order == [
        "Gå til indhold",
        "Helhed",
        "English",
        "Log af",
        "Planen",
        "Nyt",
        "Fremgang",
        "Historie",
        "Som den var",
        "Til mødet",
        "Udskriv",
        "Dine familier",
        "Ser alle det samme som mig?",
    ]
    page.reload()
    page.keyboard.press("Tab")
    expect(page.locator(".skipnav")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page) == "Ser alle det samme som mig?"


def test_on_paper_there_is_the_plan_alone(family: Family, visit: Visit) -> None:
    """The family's paper takes two sides, also where the family itself is told who has seen it; the plan leaves out what
    only a screen has."""
    visitor = visit("lone", f"/da/f/{family.id}/udskriv")
    visitor.page.emulate_media(media="print")
    assert visitor.page.get_by_role("navigation").count() == 0
    assert sides(visitor.page) == 2
    expect(visitor.page.locator("body")).not_to_contain_text("direkte kontakt med")
    of_family = visit("ellen", f"/da/f/{family.id}/udskriv").page
    of_family.emulate_media(media="print")
    assert sides(of_family) == 2
    expect(of_family.locator("body")).to_contain_text(re.compile(r"Lone \(set \d+\."))
    expect(of_family.locator("body")).to_contain_text("direkte kontakt med")
    visitor.goes(plan_of(family))
    visitor.page.emulate_media(media="print")
    for gone in (".skipnav", ".hh-menu", ".hh-portal", ".hh-footer"):
        assert visitor.page.locator(gone).is_hidden()
    expect(visitor.page.locator(".hh-code")).to_be_visible()
    assert 1 <= sides(visitor.page) <= 5


def test_the_mine_part_begins_on_a_phones_first_screen(family: Family, visit: Visit) -> None:
    """Six questions before one scrolls much: what matters and my part come first."""
    page = visit("lone", plan_of(family), phone=True).page
    box = page.locator("#mine").bounding_box()
    assert box
    assert box["y"] < 844
