"""What the plan is for, by the clock: who came by sees what was agreed, who is new sees it at once, who left is out."""

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from math import inf
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from deploy.demo import scenario
from deploy.demo.scenario import Step
from deploy.demo.visitor import Visitor
from deploy.embedded.browser import browser as a_browser
from deploy.platform.processes import Platform
from eventkeep.refused import Refused
from services.overview.web.shelf import HISTORY, PAPER, PLAN, PROGRESS, Shelved
from tests.system.browsing import barriers, listens
from tests.system.family import APPROVED, MEETING_HELD, Family, refused_as
from tests.system.play import play, until
from tests.system.slip import slip_in
from tests.system.test_http import events
from tests.system.test_parked import SUCCESS, parked, success_without_day

WITHIN = 2.0
LAST_BEFORE_THE_MEETING = "plans.AddIntervention"
TOLD = "Du er ikke længere tilknyttet familien"


@pytest.fixture(scope="module")
def browser(watched: Platform) -> Iterator[Browser]:
    """Chromium, for all tests here."""
    with a_browser() as opened:
        yield opened


@pytest.fixture
def family(watched: Platform) -> Iterator[Family]:
    """A family with an approved plan, whose people the sign-in knows. Lone is attached; she isn't on the team."""
    with Family(watched, APPROVED) as found:
        watched.sign_in.people += scenario.people(found.cast)
        found.read(after=found.cast.seen)
        yield found


def test_a_health_visitor_off_the_team_reads_what_was_agreed_at_the_meeting_an_hour_ago(
    watched: Platform,
) -> None:
    """INV-36. She has no token, and nobody told her that there was a meeting."""
    held_at = datetime.now(UTC) - timedelta(hours=1)
    with Family(watched, LAST_BEFORE_THE_MEETING) as family:
        hold_meeting(family, held_at)
        acknowledged = time.monotonic()
        plan = until(lambda: agreed_plan(family, "lone"), WITHIN)
        assert time.monotonic() - acknowledged < WITHIN
    [her] = [each for each in plan["attached"] if each["professional"] == family.cast.id("lone")]
    assert her["on_team"] is False
    [meeting] = plan["meetings"]
    assert (meeting["held"], datetime.fromisoformat(meeting["starts_at"])) == (
        True,
        held_at - timedelta(hours=1),
    )
    assert plan["agreed_at_meeting"] == meeting["meeting"]
    assert plan["next_follow_up"]["date"] == follow_up_of(held_at)
    assert [each["goal"] for each in plan["interim_goals"]] == [
        family.cast.id(goal) for goal in ("bags-packed", "at-school")
    ]
    assert plan["further_assessment"]["needed"] is False
    assert plan["progress_scheme"]["every"] == "weekly"
    assert plan["deviation_procedure"].startswith("Whoever sees it calls Karin the same day")


def test_a_new_teacher_sees_the_plan_within_two_seconds_of_being_attached(
    family: Family, browser: Browser
) -> None:
    """X-01, INV-36: over gRPC without a token, and on a page that wasn't there for her before."""
    tove = {"name": "Tove Kirkegaard", "department": "school", "profession": "teacher"}
    family.cast.story["professionals"]["tove"] = tove
    registered = Step("", "karin", "contacts.RegisterProfessional", {"professional": "@tove", **tove})
    play(family.client, family.cast, [registered])
    family.platform.sign_in.people += scenario.people(family.cast)[-1:]
    visitor = Visitor(browser, family.platform.http())
    page = visitor.sign_in(family.cast.id("tove"), f"/da/f/{family.id}/plan")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Du kan ikke se denne side")
    assert not family.may_read("tove")
    family.attach("tove")
    attached = time.monotonic()
    until(lambda: family.may_read("tove"), WITHIN)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Familien Dalgaard", timeout=WITHIN * 1_000)
    assert time.monotonic() - attached < WITHIN
    hers, karins = family.read("tove", family.cast.seen), family.read("karin")
    assert (hers.plan, hers.hash) == (karins.plan, karins.hash)
    visitor.close()


@pytest.mark.parametrize(
    ("where", "stands_still"),
    [(PLAN, False), (PLAN, True), (PROGRESS, False), (HISTORY, True), (PAPER, False)],
    ids=lambda value: str(getattr(value, "name", "it stands still" if value else "it moves")),
)
def test_who_is_detached_is_out_within_two_seconds_wherever_the_plan_is_open(
    family: Family, browser: Browser, where: Shelved, stands_still: bool
) -> None:
    """INV-38: on a page, in a stream over gRPC and in one of events, whether the family's view moves or is parked."""
    family.read("omar", family.attach("omar").token)
    if stands_still:
        with ThreadPoolExecutor(1) as beside:  # the browser's own loop runs in this thread
            beside.submit(slip_in, family, "progress", SUCCESS, success_without_day(family)).result()
        until(lambda: parked(family))
    visitor = Visitor(browser, family.platform.http())
    page = visitor.sign_in(family.cast.id("omar"), where.path("da", family.id))
    expect(page.locator("main")).to_contain_text("Viggo")
    listens(page)
    if stands_still:
        expect(page.locator("#fresh")).to_contain_text("Planen mangler noget nyt")
        assert barriers(visitor) == []
    streams = [Open(lambda: over_grpc(family)), Open(lambda: over_http(family))]
    for stream in streams:
        until(lambda: stream.shown, what="it is open")  # noqa: B023, called now
    family.detach("omar")
    detached = time.monotonic()
    expect(page.get_by_role("heading", level=1)).to_have_text(TOLD, timeout=WITHIN * 1_000)
    assert time.monotonic() - detached < WITHIN
    for stream in streams:
        stream.thread.join(WITHIN)
        assert stream.ended - detached < WITHIN
        assert stream.told == "plan_not_found"
    assert refused_as(lambda: family.read("omar")) == "plan_not_found"
    assert not {"Dalgaard", "Viggo"} & set(re.findall(r"\w+", page.content()))
    assert visitor.complaints == []
    assert family.read("karin").freshness.stale is stands_still
    visitor.close()


class Open:
    """A stream of the plan that somebody has open: how often it showed something, and with what it ended when."""

    def __init__(self, told: Callable[[], Iterator[str]]) -> None:
        self.shown, self.told, self.ended = 0, "", inf
        self._of = told
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self) -> None:
        for each in self._of():
            self.shown, self.told = self.shown + 1, each
        self.ended = time.monotonic()


def over_grpc(family: Family) -> Iterator[str]:
    """The states that Omar is sent, and the refusal that ends them."""
    try:
        for shown in family.watch("omar"):
            yield shown.vector
    except Refused as refused:
        yield refused.code


def over_http(family: Family) -> Iterator[str]:
    """The same over HTTP."""
    with events(family, "omar") as sent:
        for event in sent:
            yield event["data"].get("vector") or event["data"]["code"]


def hold_meeting(family: Family, held_at: datetime) -> None:
    """The story's meeting, at another time: told when it is over."""
    last = max(n for n, step in enumerate(family.steps) if step.command == MEETING_HELD)
    family.cast.now = held_at + timedelta(minutes=30)
    times = {
        "starts_at": (held_at - timedelta(hours=1)).isoformat(),
        "held_at": held_at.isoformat(),
        "follow_up_on": follow_up_of(held_at),
    }
    for step in family.steps[: last + 1]:
        fields = {name: times.get(name, value) for name, value in step.fields.items()}
        scenario.play(family.client, family.cast, replace(step, fields=fields, day=None), lambda *_: None)


def follow_up_of(held_at: datetime) -> str:
    """When the story's meeting is followed up."""
    return (held_at + timedelta(days=60)).date().isoformat()


def agreed_plan(family: Family, who: str) -> Any:
    """The plan as somebody sees it, once a meeting has agreed something; None before."""
    plan = json.loads(family.read(who).plan)
    return plan if plan["agreed_at_meeting"] else None
