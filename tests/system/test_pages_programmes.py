"""The pages of programmes and guides in a real browser: nobody is kept out, and a guide is said to be read by a press."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, expect

from deploy.demo import scenario
from deploy.demo.visitor import Visitor
from deploy.embedded.browser import browser as a_browser
from deploy.platform.processes import Platform
from services.overview.web.guide_pages import SHELF
from services.overview.web.guides import VERSIONS
from services.overview.web.language import LANGUAGES
from services.overview.web.programme_pages import LIST
from tests.system.browsing import barriers, width
from tests.system.family import TEAM_STANDS, Family
from tests.system.play import until

pytestmark = pytest.mark.long

PROGRAMME = str(uuid4())
Visit = Callable[..., Visitor]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for all tests here."""
    with a_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family with a team; Karin leads a programme, with something in each part of it."""
    with Family(watched, TEAM_STANDS) as found:
        watched.sign_in.people += scenario.people(found.cast)
        term = {"starts_on": "2025-01-01", "ends_on": "2026-12-31"}
        period = {"period_from": "2025-01-01", "period_to": "2025-06-30"}
        effect = {
            "entry": str(uuid4()),
            "area": "economy",
            "words": "For tidligt at sige.",
            "verdict": "not-met",
        }
        cost = {"entry": str(uuid4()), "amount": 40_000, "what": "Kick-off-dagen", "by_grant": True}
        trained = [{"professional": found.cast.id("lone"), "department": "school"}]
        training = {
            "training": str(uuid4()),
            "kind": "kick-off",
            "title": "Kick-off-dag",
            "held_on": "2025-02-01",
        }
        telling = {"telling": str(uuid4()), "kind": "story", "title": "En god historie", "words": "Det gik."}
        for command, fields in (
            ("RegisterProgramme", {"code": "families", "title": "Hele familier", "name": "Karin", **term}),
            ("SetMilestone", {"milestone": str(uuid4()), "title": "Kick-off-dag", "due_on": "2025-02-01"}),
            ("StateEffect", {**effect, **period}),
            ("RecordCost", {**cost, **period}),
            ("SetTimeAside", {"department": "school", "hours": 5, **term}),
            ("RecordTraining", {**training, "attended": trained}),
            (
                "PublishGuide",
                {"guide": "coordinator", "version": 1, "title": "Håndbogen", "published_on": "2025-02-01"},
            ),
            ("TellOfProgramme", {**telling, "told_on": "2025-03-01"}),
        ):
            said = {"programme": PROGRAMME, **fields}
            last = found.client.command(found.cast.token("karin"), f"progress.{command}", said)
        found.client.programme(found.cast.token("karin"), PROGRAMME, last.token)
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


def test_no_page_keeps_anybody_out_in_either_language(visit: Visit) -> None:
    """axe-core finds nothing; on a telephone nobody scrolls sideways. R39, A33, A34."""
    desk, phone = visit("karin", "/da/"), visit("karin", "/da/", phone=True)
    for language in LANGUAGES:
        guides = [f"{SHELF[language]}/{code}" for code in VERSIONS]
        for path in (LIST[language], f"{LIST[language]}/{PROGRAMME}", SHELF[language], *guides):
            for visitor in (desk, phone):
                assert visitor.goes(path) == 200, path
                assert barriers(visitor) == [], path
            assert width(phone.page) <= 390, path


def test_a_guide_is_said_to_be_read_and_the_programme_counts_it(family: Family, visit: Visit) -> None:
    """A34: by whoever coordinates, on a page; then nobody lacks it but other coordinators."""
    karin = visit("karin", SHELF["da"])

    def read() -> int:
        """By how many, also of other families."""
        karin.goes(f"{LIST['da']}/{PROGRAMME}")
        row = karin.page.locator("tr", has_text="Håndbogen")
        return int(row.locator("td").first.inner_text().split()[0])

    before = read()
    karin.goes(SHELF["da"])
    karin.page.get_by_role("link", name="Håndbog for tværfaglige koordinatorer").click()
    karin.page.get_by_role("button", name="Jeg har læst den").click()
    expect(karin.page.get_by_text("Du har læst denne udgave.")).to_be_visible()
    until(lambda: read() == before + 1, 10.0, "the programme's page counts it")
    expect(karin.page.locator("tr", has_text="kommunens økonomi")).to_contain_text("ikke nået")


def test_the_family_is_shown_neither(visit: Visit) -> None:
    """R39, A33: they are the work of staff."""
    ellen = visit("ellen", "/da/")
    assert ellen.goes(f"{LIST['da']}/{PROGRAMME}") == 404
    assert ellen.goes(SHELF["da"]) == 404
    ellen.goes("/da/")
    assert ellen.page.locator(f"a[href='{SHELF['da']}']").count() == 0
