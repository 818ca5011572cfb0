"""The pages as they are answered: to whom, with which headers, and what stands there instead."""

import re
from dataclasses import replace
from typing import Any

import httpx
import pytest

from deploy.platform.sign_in import SignIn
from eventkeep.refused import Refused
from services.overview.settings import Settings
from services.overview.web.shelf import PAPER, PROGRESS
from services.overview.web.site import beside, headers
from tests.unit.family import FAMILY, SOFIE
from tests.web.held import Held
from tests.web.shown import given, whole
from tests.web.visit import SOFIE_HERSELF, Visit

PLAN = f"/da/f/{FAMILY}/plan"
NOWHERE = "/da/f/00000000-0000-4000-8000-000000000000/plan"


@pytest.fixture
async def visit(settings: Settings, sign_in: SignIn) -> Visit:
    """Sofie, signed in and attached."""
    sign_in.people.append(SOFIE_HERSELF)
    found = Visit(settings, sign_in, Held({SOFIE: "coordination"}))
    await found.signs_in()
    return found


async def test_each_page_shown_is_a_reading(visit: Visit) -> None:
    """INV-39, X-04."""
    for path in (
        PLAN,
        PLAN.replace("/da/", "/en/"),
        f"/da/f/{FAMILY}/{PROGRESS.danish}",
        f"/en/f/{FAMILY}/{PROGRESS.english}",
        f"/da/f/{FAMILY}/{PAPER.danish}",
        f"/en/f/{FAMILY}/{PAPER.english}",
    ):
        assert (await visit.get(path)).status_code == 200
    assert visit.held.read_as == [(SOFIE, "page")] * 6
    await visit.get(NOWHERE)
    await visit.get("/da/")
    assert len(visit.held.read_as) == 6


async def test_what_isnt_there_and_what_isnt_yours_are_one_answer(visit: Visit) -> None:
    """INV-38: nothing is confirmed."""
    nowhere = await visit.get(NOWHERE)
    visit.held.attached.clear()
    not_mine = await visit.get(PLAN)
    strange = await visit.get("/da/f/nobody/plan")
    assert nowhere.status_code == not_mine.status_code == strange.status_code == 404
    assert nowhere.text == not_mine.text == strange.text
    assert "Du kan ikke se denne side" in nowhere.text
    assert "You cannot see this page" in (await visit.get("/en/nowhere")).text


async def test_what_goes_wrong_says_what_to_do_and_nothing_of_itself(visit: Visit) -> None:
    visit.held.broken = Refused("store_unreachable", "The database does not answer.")
    away = await visit.get(PLAN)
    assert away.status_code == 503
    assert "Siden kan ikke vises lige nu" in away.text
    assert "Databasen svarer ikke." in away.text
    visit.held.broken = RuntimeError("secret words")
    wrong = await visit.get(PLAN)
    assert (wrong.status_code, "secret words" in wrong.text) == (500, False)
    visit.held.broken = Refused("plan_not_yet_here", "Nothing has arrived.", danish="Intet er her.")
    assert (await visit.get(PLAN)).status_code == 503


async def test_browsers_keep_nothing_and_load_from_here_alone(visit: Visit) -> None:
    """Also of what went wrong; only style sheets, fonts and the script are kept."""
    visit.held.broken = RuntimeError()
    wrong = await visit.get(PLAN)
    visit.held.broken = None
    page = await visit.get(PLAN)
    for answer in (page, wrong, await visit.get("/da/"), await visit.get("/nowhere"), await visit.get("/")):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
        policy = answer.headers["content-security-policy"]
        assert policy == (
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
            f"script-src 'self'; form-action 'self' {visit.sign_in.address}; base-uri 'none'; frame-ancestors 'none'"
        )
    assert "strict-transport-security" in headers("https://login.example.dk", True)


async def test_style_and_script_are_kept_for_as_long_as_they_are_the_same(visit: Visit) -> None:
    page = (await visit.get(PLAN)).text
    [style] = [each for each in page.split('"') if each.endswith("helhed.css")]
    answer = await visit.get(style)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert (answer.headers["content-encoding"], "hh-goal" in answer.text) == ("gzip", True)
    plain = await visit.get(style, headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    for wrong in (
        style.replace("helhed.css", "nowhere.css"),
        "/static/0/helhed.css",
        "/static/0/%2e%2e/pages.py",
    ):
        assert (await visit.get(wrong)).status_code == 404


async def test_the_api_stands_beside_the_pages() -> None:
    async def says(what: str, scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": what.encode()})

    both = beside(lambda *call: says("api", *call), lambda *call: says("pages", *call))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(both), base_url="http://here") as client:
        assert [(await client.get(path)).text for path in ("/api/families", "/da/", "/", "/apis")] == [
            "api",
            "pages",
            "pages",
            "pages",
        ]


async def test_nobody_attached_has_an_empty_list(visit: Visit) -> None:
    visit.held.attached.clear()
    page = await visit.get("/en/")
    assert "You are not attached to any family." in page.text


async def test_the_events_of_a_page_are_for_who_is_signed_in(
    visit: Visit, settings: Settings, sign_in: SignIn
) -> None:
    visit.held.attached.clear()
    answer = await visit.get(f"/en/f/{FAMILY}/events?after=x")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert "You are no longer attached to the family" in answer.text
    assert (await Visit(settings, sign_in, visit.held).get(f"/da/f/{FAMILY}/events")).status_code == 401


@pytest.mark.parametrize(
    ("asked", "last", "sent"),
    [("", "", [3, 4]), ("3", "", [4]), ("0", "3", [4]), ("3", "4", []), ("4", "x", [3, 4])],
)
async def test_a_browser_that_comes_back_goes_on_after_what_it_had_last(
    visit: Visit, asked: str, last: str, sent: list[int]
) -> None:
    """What it says it had last, Last-Event-ID, weighs more than the state that the page was made of."""
    over = Refused("plan_not_found", "There is no such plan for you.", "INV-38")
    visit.held.states = [given(whole()), replace(given(whole()), state_no=4), over]
    headers = {"last-event-id": last} if last else {}
    answer = await visit.get(f"/da/f/{FAMILY}/events?after={asked}", headers=headers)
    told = re.findall(r"(?m)^(event|id): ?(.*?)\r?$", answer.text)
    assert [int(value) for name, value in told if name == "id"] == sent
    assert [value for name, value in told if name == "event"] == ["plan"] * len(sent) + ["ended"]
    assert len(visit.held.read_as) == len(sent)
