"""The pages beside the plan in a real browser: history, news, who knows it, contacts, the next meeting, an earlier day."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from contracts.access import Kind, Relation, purpose_to_read
from deploy.demo import scenario
from deploy.demo.visitor import Visitor
from deploy.embedded.browser import browser as a_browser
from deploy.platform.processes import Platform
from services.overview.web.document_pages import WORKLIST
from services.overview.web.group_page import PATHS as GROUPS
from services.overview.web.language import LANGUAGES
from services.overview.web.shelf import (
    AS_OF,
    HISTORY,
    INFORMED,
    MEASURES,
    MEETING_PACK,
    NEWS,
    PAPER,
    PLAN,
    PROGRESS,
    SHARED,
    SHELF,
)
from tests.system.browsing import barriers, width
from tests.system.family import TOLD, Family, fetch, shares, stands_by
from tests.system.going import goes
from tests.system.ways import takes_part

pytestmark = pytest.mark.long

Visit = Callable[..., Visitor]
WHO = {
    "karin": ("professional", {Relation.ATTACHED, Relation.TEAM, Relation.COORDINATOR}),
    "bent": ("professional", {Relation.ATTACHED, Relation.TEAM}),
    "lone": ("professional", {Relation.ATTACHED}),
    "omar": ("professional", set[Relation]()),
    "ellen": ("person", {Relation.MEMBER}),
}
"""Who each is to the family: Karin coordinates, Bent is on the team, Lone is attached, Omar is not; Ellen is its mother."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for all tests here."""
    with a_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family that the whole story happened to, whose people the sign-in knows."""
    with Family(watched, TOLD) as found:
        watched.sign_in.people += scenario.people(found.cast)
        stands_by(found)
        goes(found)
        found.read(after=shares(found, ["goals", "agreements", "meetings", "successes", "wishes"]).token)
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


@pytest.mark.parametrize("who", WHO)
def test_each_page_is_there_for_whom_the_table_says_and_for_nobody_else(
    family: Family, visit: Visit, who: str
) -> None:
    """X-01, INV-38: contracts/access.py decides, and the menu shows the way to those pages alone."""
    kind, relations = WHO[who]
    visitor = visit(who, "/da/")
    may = {page for page in SHELF if purpose_to_read(kind, relations, page.kind)}
    for page in SHELF:
        for language in LANGUAGES:
            assert visitor.goes(page.path(language, family.id)) == (200 if page in may else 404), page
    if may:
        visitor.goes(PLAN.path("da", family.id))
        links = visitor.page.locator(".hh-menu a").all()
        shown = {(link.get_attribute("href") or "").partition("?")[0] for link in links}
        assert shown == {page.path("da", family.id) for page in may} | {"/da/"}


@pytest.mark.parametrize("who", ["karin", "ellen"])
def test_no_page_keeps_anybody_out_in_either_language(family: Family, visit: Visit, who: str) -> None:
    """axe-core finds nothing; on a telephone nobody scrolls sideways."""
    desk, phone = visit(who, "/da/"), visit(who, "/da/", phone=True)
    kind, relations = WHO[who]
    paths = [
        page.path(language, family.id)
        for page in SHELF
        for language in LANGUAGES
        if purpose_to_read(kind, relations, page.kind)
    ]
    asked = [
        f"{AS_OF.path('da', family.id)}?day=2026-01-02",
        f"{HISTORY.path('en', family.id)}?part=meetings",
    ]
    for path in (*paths, *asked, *WORKLIST.values()):
        assert desk.goes(path) == 200, path
        assert barriers(desk) == [], path
        if not path.endswith(("udskriv", "print")):  # a sheet of paper is as wide as it is
            assert phone.goes(path) == 200
            assert width(phone.page) <= 390, path


def test_a_group_course_keeps_nobody_out(family: Family, visit: Visit) -> None:
    """P38, R34: for who leads it and who takes part, in both languages; axe-core finds nothing, on a telephone too."""
    takes_part(family)
    group, session, topic = (family.cast.id(name) for name in ("group", "group session", "topic"))
    token = {who: family.cast.token(who) for who in ("karin", "ellen")}
    for who, command, said in (
        ("karin", "ScheduleGroupSession", {"starts_at": "2025-12-02T09:00:00+01:00", "place": "The harbour"}),
        (
            "ellen",
            "ProposeToGroup",
            {"kind": "agenda", "person": family.cast.id("ellen"), "words": "Letters."},
        ),
        ("ellen", "AgreeGroupAgenda", {"items": [topic]}),
    ):
        of = {"proposal": topic} if command == "ProposeToGroup" else {"session": session}
        family.client.command(token[who], f"meetings.{command}", {"group": group, **of, **said})
    for who in token:
        desk, phone = visit(who, "/da/"), visit(who, "/da/", phone=True)
        for path in (each for base in GROUPS.values() for each in (base, f"{base}/{group}")):
            assert desk.goes(path) == 200, path
            assert barriers(desk) == [], path
            assert phone.goes(path) == 200
            assert width(phone.page) <= 390, path
    expect(visit("ellen", "/da/").page.get_by_role("link", name="Dine holdforløb")).to_be_visible()


def test_who_stands_by_the_family_finds_what_it_shares_and_is_kept_out_by_nothing(
    family: Family, visit: Visit
) -> None:
    """INV-66: from the list of families, by first names; axe-core finds nothing, on a telephone nobody scrolls sideways."""
    desk, phone = visit("birgit", "/da/"), visit("birgit", "/en/", phone=True)
    desk.page.get_by_role("link", name="Ellen, Jonas, Freja og Viggo").click()
    desk.page.wait_for_url(f"**{SHARED.path('da', family.id)}")
    expect(desk.page.get_by_role("heading", level=1)).to_contain_text("Delt med dig")
    expect(desk.page.locator(".hh-menu a")).to_have_count(2)
    for language in LANGUAGES:
        assert desk.goes(SHARED.path(language, family.id)) == 200
        assert barriers(desk) == []
        assert phone.goes(SHARED.path(language, family.id)) == 200
        assert width(phone.page) <= 390
        assert desk.goes(PLAN.path(language, family.id)) == 404


def test_on_a_phone_a_button_opens_the_menu_without_a_script(family: Family, visit: Visit) -> None:
    page = visit("lone", PLAN.path("da", family.id), phone=True, script=False).page
    link = page.get_by_role("link", name="Historie")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(link).to_be_in_viewport(ratio=1)
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    page.get_by_role("button", name="Menu").press("Enter")
    link.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Historie")


def test_the_history_is_told_in_sentences_and_by_part(family: Family, visit: Visit) -> None:
    page = visit("lone", HISTORY.path("da", family.id)).page
    expect(page.get_by_role("heading", level=1)).to_contain_text("Historie")
    whole = page.locator("main li").count()
    assert whole > 15
    page.get_by_role("link", name="Fremgang").last.click()
    expect(page.locator(".hh-parts [aria-current]")).to_have_text("Fremgang")
    assert 0 < page.locator("main section li").count() < whole


def test_news_are_told_since_the_plan_was_opened_before(family: Family, visit: Visit) -> None:
    """The link on the plan's page names the state that the reader had seen before, so that opening it hides nothing."""
    page = visit("bent", PLAN.path("en", family.id), script=False).page  # an open page would show it at once
    family.do("ellen", "plans.RecordWish", wish="@pets", person="@ellen", own_words="A cat for Freja")
    family.read("karin", after=family.cast.seen)
    page.goto(family.platform.http() + PLAN.path("en", family.id))
    page.locator(".hh-menu").get_by_role("link", name="News").click()
    assert re.search(r"/news\?since=contacts", page.url)
    expect(page.locator("main")).to_contain_text("A cat for Freja")
    assert page.get_by_role("link", name="Dansk").get_attribute("href").startswith(NEWS.path("da", family.id))


def test_somebody_says_that_the_plan_is_known_and_all_who_coordinate_see_it(
    family: Family, visit: Visit
) -> None:
    """INV-39, P26. No other site can say it for anybody."""
    page = visit("lone", PLAN.path("da", family.id)).page
    page.get_by_role("button", name="Jeg kender planen, som den er nu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Det er noteret")
    seen = visit("karin", INFORMED.path("da", family.id)).page
    row = seen.locator("tr", has_text="Lone")
    expect(row.locator("td").last).to_contain_text("version")
    forged = page.request.post(
        f"{family.platform.http()}/da/f/{family.id}/kendt", form={"form": "guessed", "state": "1"}
    )
    assert forged.status == 403


def test_the_family_sees_who_has_seen_what(family: Family, visit: Visit) -> None:
    """X-04: the reading that just happened too."""
    visit("bent", HISTORY.path("da", family.id))
    page = visit("ellen", "/da/").page
    page.get_by_role("link", name="Familien Dalgaard").click()
    page.locator(".hh-menu").get_by_role("link", name="Hvem har set").click()
    expect(page.locator("tr", has_text="Bent").filter(has_text="historien")).to_have_count(1)


def test_the_plan_of_an_earlier_day_says_that_it_is_not_todays(family: Family, visit: Visit) -> None:
    """X-08, as far as it was recorded by then: all of this story was recorded today."""
    page = visit("lone", AS_OF.path("en", family.id)).page
    page.locator("#day").fill("2024-01-01")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("main")).to_contain_text("This is not the plan as it is today.")
    expect(page.locator("main")).to_contain_text("On that day there was no approved plan yet.")
    page.goto(f"{family.platform.http()}{AS_OF.path('en', family.id)}?version=1")
    expect(page.get_by_role("heading", name="It is agreed").or_(page.locator("#agreed"))).to_be_visible()
    for wrong in ("?day=yesterday", "?version=99"):
        assert page.goto(f"{family.platform.http()}{AS_OF.path('en', family.id)}{wrong}").status == 200
        expect(page.locator(".alert:not(#lost) .alert-text")).to_have_text(
            "That day cannot be shown. Choose another."
        )


def test_progress_is_drawn_and_stands_in_a_table(family: Family, visit: Visit) -> None:
    """A45, INV-59: a curve once there are two days; each view of its own."""
    for value, day, by_kind in ((2, "2025-11-20", "professional"), (4, "2025-11-21", "citizen")):
        family.do(
            "bent",
            "progress.RegisterProgress",
            registration=f"@at-{by_kind}",
            goal="@at-school",
            intervention="@greeter",
            person="@viggo",
            value=value,
            by_kind=by_kind,
            registered_on=day,
        )
    family.read("karin", after=family.cast.seen)
    visitor = visit("lone", PROGRESS.path("da", family.id))
    expect(visitor.page.locator("svg.hh-curve")).to_have_count(1)
    expect(visitor.page.locator("section:has(#numbers) tbody tr")).to_contain_text("2 → 3")
    assert barriers(visitor) == []


def test_a_wheel_is_drawn_with_what_moved_and_its_numbers_in_a_table(family: Family, visit: Visit) -> None:
    """A28, A45, INV-59: also on a telephone, and on paper."""
    visitor = visit("lone", PROGRESS.path("en", family.id))
    page = visitor.page
    expect(page.get_by_role("img", name="The progression wheel, then and now, Viggo")).to_be_visible()
    expect(page.locator(".hh-lead").first).to_have_text(
        "Viggo: One area has gone forward. Leisure has gone back, as Viggo sees it."
    )
    row = page.locator("section:has(#wheel-1) tbody tr").first
    expect(row).to_contain_text("2 → 6, up 4")
    page.emulate_media(media="print")
    expect(page.locator(".hh-wheel")).to_be_visible()
    phone = visit("lone", PROGRESS.path("en", family.id), phone=True).page
    expect(phone.locator(".hh-wheel .short").first).to_be_visible()
    expect(phone.locator(".hh-wheel .long").first).to_be_hidden()
    expect(phone.locator(".hh-successes")).to_contain_text("Noticed by")


def test_what_does_not_go_as_agreed_stands_in_its_goal_and_on_no_paper(family: Family, visit: Visit) -> None:
    """A25, INV-31: for everybody attached; it is the task of who acts."""
    visitor = visit("bent", PLAN.path("da", family.id))
    expect(visitor.page.locator(".hh-astray")).to_contain_text("Viggo was away for a week.")
    expect(visitor.page.locator(".hh-mine")).to_contain_text("du handler på det")
    assert barriers(visitor) == []
    visitor.goes(PAPER.path("da", family.id))
    assert "away for a week" not in visitor.page.content()


def test_what_is_measured_is_for_the_team_and_for_whom_it_is_about(family: Family, visit: Visit) -> None:
    """X-01: nothing says yet that Ellen holds Viggo's custody; of trust she sees her own."""
    for who, attendances in (("karin", 1), ("ellen", 0)):
        page = visit(who, MEASURES.path("en", family.id)).page
        expect(page.locator("tr", has_text="up 10")).to_have_count(attendances)
        expect(page.locator("tr", has_text="Trust in the municipality")).to_contain_text("first score")
        page.locator("summary").first.press("Enter")
        expect(page.locator("details[open] tbody tr").first).to_be_visible()


def test_the_next_meeting_has_what_it_needs(family: Family, visit: Visit) -> None:
    page = visit("karin", MEETING_PACK.path("da", family.id)).page
    expect(page.get_by_role("heading", level=1)).to_contain_text("Til mødet")


def test_what_was_read_is_noted_by_its_kind(family: Family, visit: Visit) -> None:
    """X-04."""
    visitor = visit("karin", "/da/")
    for page in SHELF:
        visitor.goes(page.path("da", family.id))
    visitor.goes(WORKLIST["da"])
    noted = fetch(
        family.platform.dsn("overview"),
        "select distinct document from readings where family = %s and reader = %s",
        family.id,
        f"professional:{family.cast.id('karin')}",
    )
    may = {page.kind for page in SHELF if purpose_to_read(*WHO["karin"], page.kind)}
    assert {kind for (kind,) in noted} >= (may | {Kind.SUMMARY, Kind.WORKLIST}) - {Kind.MEETING_PACK}
