"""Leaders are told how targets stand, over HTTP and on their pages; others aren't. On a whole platform."""

import asyncio
from collections.abc import Iterator
from datetime import date, timedelta
from uuid import uuid4

import httpx
import psycopg
import pytest
from playwright.sync_api import expect

from deploy.demo import scenario
from deploy.demo.visitor import Visitor
from deploy.embedded.browser import browser
from deploy.platform.processes import Platform
from deploy.platform.sign_in import Somebody
from eventkeep.clock import Clock
from eventkeep.pg import session
from services.overview.outcomes.reckoning import keep, last_month_s_end
from services.overview.web.outcomes_page import COVERAGE, WHAT_WORKS
from services.overview.web.pages import RESULTS
from tests.system.browsing import barriers, width
from tests.system.family import APPROVED, Family
from tests.system.play import until
from tests.views.reckoned import gathered

LEADS = Somebody("leader", str(uuid4()), None, "Else Ager", "leads the family unit")


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family whose plan is approved; and what was told of made-up ones, as if a month had ended yesterday."""
    with Family(watched, APPROVED) as found:
        yesterday = today(watched) - timedelta(days=1)
        asyncio.run(_told(watched.dsn("overview"), yesterday))
        yield found
        with psycopg.connect(watched.dsn("overview"), autocommit=True) as connection:
            connection.execute("delete from reckoned where day = %s", (yesterday,))


def today(platform: Platform) -> date:
    """By the services' clock."""
    return Clock(platform.clock).today()


async def _told(dsn: str, day: date) -> None:
    found = gathered("familier-paa-vej", "det-gode-ressourceforloeb")
    found.day = day
    connection = await session(dsn)
    async with connection.transaction():
        await keep(connection, found)
    await connection.close()


def get(family: Family, token: str, path: str) -> httpx.Response:
    """What the HTTP API answers."""
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.get(f"{family.platform.http()}/api{path}", headers=headers, timeout=10)


def test_leaders_are_told_and_nobody_else(family: Family) -> None:
    """X-01: and there is no way from the figures to a family. X-05."""
    issuer = family.platform.issuer
    leads = issuer.token("leader", LEADS.id)
    told = get(family, leads, "/outcomes?programme=familier-paa-vej").json()
    assert (told["day"], told["programme"]) == (
        str(today(family.platform) - timedelta(days=1)),
        "familier-paa-vej",
    )
    [work] = [row for row in told["targets"] if row["target"] == "t01" and row["year"] is None]
    assert (work["met"], work["decided"], work["percent"]) == (12, 60, 20.0)
    assert {each["lack"] for each in told["coverage"]} >= {"without_coordinator", "not_informed"}
    assert get(family, leads, f"/outcomes?programme=familier-paa-vej&day={told['day']}").json() == told
    for day, status, code in (("2000-01-01", 404, "month_not_found"), ("then", 400, "invalid_input")):
        refused = get(family, leads, f"/outcomes?day={day}")
        assert (refused.status_code, refused.json()["code"]) == (status, code)
    for token in (family.cast.token("karin"), family.cast.token("ellen"), issuer.service_token("plans")):
        refused = get(family, token, "/outcomes")
        assert (refused.status_code, refused.json()["code"]) == (403, "leaders_only")
    assert get(family, leads, f"/families/{family.id}/plan").status_code == 404
    assert get(family, leads, "/my/families").json() == {"families": [], "shared": []}


def test_a_month_that_is_over_is_reckoned_by_itself(family: Family) -> None:
    """INV-54: the worker beside the views, on a database whose owner may pass no wall."""
    with psycopg.connect(family.platform.dsn("overview"), autocommit=True) as connection:
        last = last_month_s_end(today(family.platform))
        days = "select count(*) from reckoned where day = %s"
        until(lambda: connection.execute(days, (last,)).fetchone() == (1,), 40.0, "the month is reckoned")


def test_the_pages_are_there_for_everybody_who_leads(family: Family) -> None:
    """WCAG 2.1 A and AA, on a phone too; to others they are not there."""
    platform = family.platform
    platform.sign_in.people += [LEADS, *scenario.people(family.cast)]
    with browser() as opened:
        visitor = Visitor(opened, platform.http())
        page = visitor.sign_in(LEADS.id)
        assert page.url.endswith(RESULTS["da"])
        expect(page.get_by_role("heading", level=1)).to_contain_text("Går det familierne bedre?")
        for paths in (RESULTS, COVERAGE, WHAT_WORKS):
            for path in paths.values():
                assert visitor.goes(path) == 200
                assert barriers(visitor) == []
        visitor.goes(f"{RESULTS['da']}?programme=familier-paa-vej&year=2024")
        expect(page.locator("nav a[aria-current]")).to_have_text(["Resultater", "Familier på vej", "2024"])
        page.get_by_label("Vis, hvordan det stod").fill("2000-01-01")
        page.get_by_role("button", name="Vis", exact=True).click()
        expect(page.get_by_text("Vælg en senere dag.")).to_be_visible()
        assert barriers(visitor) == []
        assert visitor.goes(f"/da/f/{family.id}/plan") == 404
        phone = Visitor(opened, platform.http(), phone=True)
        phone.sign_in(LEADS.id)
        assert width(phone.page) <= 390
        other = Visitor(opened, platform.http())
        other.sign_in(family.cast.id("karin"))
        assert other.goes(RESULTS["da"]) == 404
        assert (visitor.complaints, phone.complaints, other.complaints) == ([], [], [])
        for each in (visitor, phone, other):
            each.close()
