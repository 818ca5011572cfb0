"""The pilot family's story through the public APIs: everybody around the family sees the same, at once."""

import hashlib
import json
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from uuid import uuid4

import pytest
import rfc8785

from contracts.overview import overview_pb2 as overview
from deploy.demo.scenario import Step
from deploy.platform.client import Client
from deploy.platform.processes import Platform
from eventkeep import vector
from tests.system.family import MEETING_HELD, TEAM_STANDS, TOLD, Family, fetch, journal_held, refusal
from tests.system.play import until

READERS = {"coordinator": "karin", "teacher on the team": "bent", "health visitor, not on the team": "lone"}


@pytest.fixture(scope="module")
def story(watched: Platform) -> Iterator[Family]:
    """A family that the whole story happened to. Each step was read with the token of its answer."""
    shown: list[overview.FamilyPlan] = []

    def read(step: Step, answer: Any) -> None:
        until(lambda: family.may_read("karin"), 5.0)
        shown.append(family.read(after=answer.token))
        assert vector.covers(vector.parse(shown[-1].vector), vector.parse(answer.vector)), step.say

    with Family(watched, "contacts.RegisterFamily") as family:
        family.play_to(TOLD, read)
        assert len(shown) == 35
        assert all(before.state_no <= after.state_no for before, after in pairwise(shown))
        yield family


def test_each_step_of_the_story_is_shown_at_once_to_who_has_its_token(story: Family) -> None:
    plan = json.loads(story.read(after=story.cast.seen).plan)
    assert plan["plan"]["status"] == "approved"
    [success] = plan["small_successes"]
    assert success["words"] == "Viggo packed his bag on his own last night!"
    goals = plan["goals"]
    assert goals[0]["children"][0]["children"][0]["own_words"] == "I pack my own football bag"


def test_everybody_around_the_family_sees_the_same_bytes_and_the_same_hash(story: Family) -> None:
    shown = {role: story.read(name, story.cast.seen) for role, name in READERS.items()}
    assert len({(each.vector, each.plan, each.hash, each.state_no) for each in shown.values()}) == 1
    one = shown["coordinator"]
    document = json.loads(one.plan)
    assert one.plan == rfc8785.dumps(document)
    canonical = rfc8785.dumps({"plan": document, "view": one.view_version})
    assert one.hash == hashlib.sha256(canonical).digest()


def test_a_command_waits_for_what_its_token_names(watched: Platform) -> None:
    """The team stands once contacts says so: the token carries that to the others."""
    for _ in range(3):
        with Family(watched, "contacts.AttachProfessional") as family:
            team = ["@karin", "@bent"]
            stands = family.do(
                "karin", "contacts.EstablishTeam", members=team, pre_meeting_waived="They know each other."
            )
            drafted = family.do("bent", "plans.DraftPlan", plan="@plan", after=stands.token)
            called = family.do(
                "bent",
                "meetings.ScheduleMeeting",
                meeting="@meeting",
                starts_at="2026-11-20T16:00:00+01:00",
                plan="@plan",
                revision=0,
                after=drafted.token,
            )
            assert vector.parse(called.vector) == {"contacts": 5, "plans": 1, "meetings": 1}
            assert family.read("lone", called.token).vector == called.vector


def test_closing_the_case_cancels_what_is_called_ahead_and_reminds_nobody(watched: Platform) -> None:
    """Q15, INV-26, INV-31: meetings and progress hear of it, and of its being opened again."""
    with Family(watched, TEAM_STANDS) as family:
        drafted = family.do("karin", "plans.DraftPlan", plan="@plan", after=family.cast.seen)
        for meeting, starts_at in (
            ("@past", "2020-01-01T16:00:00+01:00"),
            ("@ahead", "2090-01-01T16:00:00+01:00"),
        ):
            said = {"meeting": meeting, "starts_at": starts_at, "plan": "@plan", "revision": 0}
            family.do("karin", "meetings.ScheduleMeeting", after=drafted.token, **said)
        closed = family.do("karin", "contacts.CloseFamily", reason="goals-reached")
        until(lambda: family.events("meetings", "meetings-suspended.v1"), what="meetings were suspended")
        until(lambda: family.events("progress", "deviations-suspended.v1"), what="deviations were suspended")
        [cancelled] = family.events("meetings", "meeting-cancelled.v1")
        assert cancelled["data"]["meeting"] == family.cast.ids["ahead"]
        reopened = family.do("karin", "contacts.ReopenFamily", reason="new-needs", after=closed.token)
        until(lambda: family.events("meetings", "meetings-resumed.v1"), what="meetings were resumed")
        until(lambda: family.events("progress", "deviations-resumed.v1"), what="deviations were resumed")
        assert vector.parse(reopened.vector)["contacts"] > vector.parse(closed.vector)["contacts"]


def test_an_assessment_that_ended_is_seen_to_make_the_first_follow_up_late(watched: Platform) -> None:
    """X-03: plans says that it is done, meetings hears of it, and everybody sees by when the follow-up is to be."""
    with Family(watched, MEETING_HELD) as family:
        when = {"meta_occurred_at": "2025-12-20T12:00:00+01:00"}
        asked = {"assessment": str(uuid4()), "domain": "health", "department": "health-service"}
        family.do("karin", "plans.RequestAssessment", after=family.cast.seen, **asked, **when)
        done = {"assessment": asked["assessment"], "methods": ["icf"], "conclusion": "He sleeps too little."}
        family.do("karin", "plans.CompleteAssessment", **done, **when)
        [late] = until(lambda: family.events("meetings", "follow-up-late.v1"), what="the follow-up is late")
        assert (late["data"]["follow_up_on"], late["data"]["latest"]) == ("2026-02-10", "2025-12-20")


def test_a_token_that_was_tampered_with_or_speaks_of_others_is_refused(story: Family) -> None:
    token = story.cast.seen
    broken = ("A" if token[0] != "A" else "B") + token[1:]
    assert refusal(lambda: story.read(after=broken)).code == "token_invalid"
    assert refusal(lambda: story.wish(after=broken)).code == "token_invalid"
    with Family(story.platform, TEAM_STANDS) as other:
        assert refusal(lambda: other.read(after=token)).code == "token_of_another_family"
        assert refusal(lambda: other.wish(after=token)).code == "token_of_another_family"


def test_a_wait_in_vain_is_refused_with_service_version_and_reason(watched: Platform) -> None:
    with Family(watched, TEAM_STANDS) as family:
        overview_lags = journal_held(watched, "overview", family.id)
        plans_lags = journal_held(watched, "plans", family.id)
        family.read(after=family.cast.seen)
        kept = "select version from journal_heads where family = %s and service = 'contacts'"
        until(lambda: fetch(watched.dsn("plans"), kept, family.id) == [(7,)], what="plans has all")
        with overview_lags, plans_lags:
            left = family.do("karin", "contacts.RemoveTeamMember", professional="@bent")
            expected = {"service": "contacts", "version": "8", "has": "7", "why": "lagging"}
            begun = time.monotonic()
            read = refusal(lambda: family.read(after=left.token))
            assert (read.code, read.facts) == ("lagging", expected)
            command = refusal(lambda: family.wish(after=left.token))
            assert (command.code, command.facts) == ("lagging", expected)
            assert time.monotonic() - begun < 2 * (2.0 + 1.0)
            assert family.read().vector == "contacts=7"
        assert until(lambda: family.read().vector == "contacts=8", 10.0)
        assert family.read(after=left.token).vector == "contacts=8"


def test_a_watcher_is_told_each_new_state_and_goes_on_where_it_stopped(watched: Platform) -> None:
    with Family(watched, TEAM_STANDS) as family:
        begins = family.read(after=family.cast.seen)
        first: list[overview.FamilyPlan] = []
        stop_at = threading.Event()

        def watch() -> None:
            for shown in family.watch("lone", after_state=begins.state_no - 1):
                first.append(shown)
                if stop_at.is_set():
                    return

        watcher = threading.Thread(target=watch, daemon=True)
        watcher.start()
        until(lambda: first)
        family.do("karin", "plans.DraftPlan", plan="@plan", after=family.cast.seen)
        until(lambda: vector.parse(first[-1].vector).get("plans") == 1)
        for version in (2, 3, 4):
            family.wish()
            until(lambda: vector.parse(first[-1].vector)["plans"] == version)  # noqa: B023, called now
        stop_at.set()
        last = family.wish()
        watcher.join(10)
        again = family.wish()
        resumed = family.watch("lone", after_state=first[-1].state_no)
        told = [*first, next(resumed)]
        while vector.parse(told[-1].vector)["plans"] < again.version:
            told.append(next(resumed))
        assert again.version == last.version + 1
        # What contacts says of the team's review is told between them.
        assert sorted({vector.parse(each.vector).get("plans", 0) for each in told}) == list(range(7))
        assert all(earlier.state_no < later.state_no for earlier, later in pairwise(told))


def test_two_replicas_never_show_a_family_going_back(watched: Platform, replicas: list[str]) -> None:
    with Family(watched, TEAM_STANDS) as family:
        family.do("karin", "plans.DraftPlan", plan="@plan", after=family.cast.seen)
        written = threading.Event()

        def write() -> None:
            for _ in range(20):
                family.wish()
            written.set()

        writer = threading.Thread(target=write)
        readers = [Client({"overview": watched.address(name)}) for name in ("overview", "overview-1")]
        shown: list[overview.FamilyPlan] = []
        writer.start()
        while not written.is_set() or vector.parse(shown[-1].vector).get("plans") != 21:
            shown += [reader.plan(family.cast.token("lone"), family.id) for reader in readers]
        writer.join()
        for reader in readers:
            reader.__exit__()
        for before, after in pairwise(shown):
            assert before.state_no <= after.state_no
            assert vector.covers(vector.parse(after.vector), vector.parse(before.vector))
            assert before.state_no < after.state_no or before.hash == after.hash
        assert len({each.state_no for each in shown}) > 3
