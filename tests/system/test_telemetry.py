"""What the processes tell of themselves: a trace from the command to the view, and metrics of how it goes."""

import json
import re
import urllib.request
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import pytest
from prometheus_client import Metric
from prometheus_client.parser import text_string_to_metric_families

from deploy.platform.processes import SERVICES, Platform
from deploy.platform.topics import SERVICES as WRITERS
from services.words import LISTENS
from tests.system.family import TOLD, Family, fetch, refusal, relay_held
from tests.system.play import until

LISTENERS = {service: {name for name in SERVICES if service in LISTENS[name]} for service in WRITERS}
NO_ADULT = [{"kind": "professional", "id": "@karin"}]
LABELS = {"rpc", "code", "route", "status", "result", "sender", "service", "view", "le"}
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@pytest.fixture(scope="module")
def story(watched: Platform) -> Iterator[Family]:
    """A family that the whole story happened to, and that everybody sees so."""
    with Family(watched, TOLD) as family:
        family.read(after=family.cast.seen)
        yield family


def test_one_trace_leads_from_the_command_through_store_and_topic_to_all_who_fold(story: Family) -> None:
    added = story.wish()
    event = story.events("plans")[added.version - 1]
    _, trace, command, flags = event["traceparent"].split("-")
    assert int(flags, 16) & 1
    until(lambda: {span["service"] for span in spans(story.platform, trace, "fold")} == LISTENERS["plans"])
    [asked] = spans(story.platform, trace, "helhed.plans.v1.Plans/AddFocusArea")
    [stored] = spans(story.platform, trace, "append")
    [published] = spans(story.platform, trace, "publish")
    folded = spans(story.platform, trace, "fold")
    assert (asked["span_id"], asked["parent_id"], asked["service"]) == (command, None, "plans")
    assert len(folded) == len(LISTENERS["plans"]) == 4
    for span in (stored, published, *folded):
        assert span["parent_id"] == command
        assert asked["start"] <= span["start"] <= span["end"]
    assert {stored["service"], published["service"]} == {"plans"}
    assert stored["end"] <= asked["end"]
    for span in (published, *folded):
        assert stored["start"] <= span["end"]
        assert span["attributes"] == {
            "helhed.type": "helhed.plans.focus-area-added.v1",
            "helhed.service": "plans",
            "helhed.stream": f"family/{story.id}",
            "helhed.version": added.version,
        }


def test_what_a_reaction_leads_to_is_part_of_the_trace_that_led_to_it(story: Family) -> None:
    looked_at = "select position >= (select max(position) from events) from own_reactions"
    until(
        lambda: fetch(story.platform.dsn("plans"), looked_at) == [(True,)], what="the approval was looked at"
    )
    story.do(
        "karin",
        "meetings.CorrectAttendance",
        meeting="@meeting",
        attendees=NO_ADULT,
        reason="list-was-wrong",
    )
    [corrected] = story.events("meetings", "attendance-corrected.v1")
    [questioned] = until(lambda: story.events("plans", "approval-questioned.v1"))
    assert questioned["traceparent"] == corrected["traceparent"]
    trace = corrected["traceparent"].split("-")[1]
    both = LISTENERS["meetings"] | LISTENERS["plans"]
    until(lambda: {span["service"] for span in spans(story.platform, trace, "fold")} == both)


def test_each_process_says_how_it_goes(story: Family) -> None:
    platform = story.platform
    refusal(lambda: story.wish("lone"))
    for name in SERVICES:
        until(lambda: value(platform, name, "helhed_consumer_lag_seconds", missing=99.0) < 5.0)  # noqa: B023
        for service in LISTENS[name]:
            wait_kept(platform, name, service, 3)
            assert 0 <= value(platform, name, "helhed_consumer_lag_seconds", service=service) < 5
        views = ["access", "family-plan", "programme", "department"] if name == "overview" else ["reference"]
        for view in views:
            assert value(platform, name, "helhed_view_waiting_events", missing=-1.0, view=view) == 0
            assert value(platform, name, "helhed_view_waiting_seconds", missing=-1.0, view=view) == 0
            assert value(platform, name, "helhed_view_parked_families", missing=-1.0, view=view) >= 0
        for quiet in ("helhed_journal_holes", "helhed_journal_forks", "helhed_quarantined_records"):
            assert value(platform, name, quiet, missing=-1.0) == 0
        assert value(platform, name, "helhed_consumer_batch_seconds_count") > 0
    rpc = "helhed.plans.v1.Plans/AddFocusArea"
    assert value(platform, "plans", "helhed_grpc_seconds_count", rpc=rpc, code="ok") > 0
    assert value(platform, "plans", "helhed_grpc_seconds_count", rpc=rpc, code="not_on_team") > 0
    assert value(platform, "plans", "helhed_store_append_seconds_count") > 10
    assert value(platform, "plans", "helhed_store_append_group_commands_count") > 10
    assert value(platform, "plans", "helhed_store_conflicts_total", missing=-1.0) >= 0


def test_a_read_over_http_is_part_of_its_callers_trace_and_named_by_its_route_alone(story: Family) -> None:
    trace, caller = "4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7"
    headers = {
        "authorization": f"Bearer {story.cast.token('karin')}",
        "traceparent": f"00-{trace}-{caller}-01",
    }
    for path, status in (
        (f"/api/families/{story.id}/plan?at_least={story.cast.seen}", 200),
        (f"/api/families/{uuid.uuid4()}/plan", 404),
        ("/", 303),
        (f"/nowhere/{story.id}", 404),
    ):
        assert httpx.get(f"{story.platform.http()}{path}", headers=headers).status_code == status, path
    route = "/api/families/{family}/plan"
    found = until(
        lambda: len(each := spans(story.platform, trace, f"GET {route}")) == 2 and each, what="two spans"
    )
    for span, status in zip(found, ("200", "404"), strict=True):
        assert (span["parent_id"], span["service"]) == (caller, "overview")
        assert span["attributes"] == {
            "http.request.method": "GET",
            "http.route": route,
            "http.response.status_code": int(status),
        }
        labels = {"route": route, "status": status}
        assert value(story.platform, "overview", "helhed_http_seconds_count", labels) > 0
    told = story.platform.spans("overview").read_text()
    assert story.cast.seen not in told
    assert "/api/families/{family}/plan" in told
    assert f"/families/{story.id}" not in told, "no address: it names a family, and its query a token"
    assert value(story.platform, "overview", "helhed_http_seconds_count", route="none", status="404") > 0
    assert value(story.platform, "overview", "helhed_http_seconds_count", status="303") > 0


def test_a_relay_says_who_leads_and_how_far_it_is(story: Family) -> None:
    platform = story.platform
    [(position,)] = fetch(platform.dsn("contacts"), "select max(position) from events")
    of_contacts = {"service": "contacts"}
    until(lambda: value(platform, "contacts", "helhed_relay_position", of_contacts) == position)
    assert value(platform, "contacts", "helhed_relay_leading", of_contacts) == 1
    assert value(platform, "contacts", "helhed_relay_published_events_total", of_contacts) > 0
    assert value(platform, "contacts", "helhed_relay_lag_seconds", of_contacts) < 5
    assert value(platform, "overview", "helhed_relay_leading", missing=-1.0) == -1


def test_a_relay_that_stands_shows_as_lag_of_all_who_listen(story: Family) -> None:
    platform, of_meetings = story.platform, {"service": "meetings"}
    with relay_held(platform, "meetings"):
        until(lambda: value(platform, "overview", "helhed_consumer_lag_seconds", of_meetings) > 3)
        until(lambda: value(platform, "plans", "helhed_consumer_lag_seconds", of_meetings) > 3)
        assert value(platform, "meetings", "helhed_relay_leading", of_meetings) == 0
    until(lambda: value(platform, "meetings", "helhed_relay_leading", of_meetings) == 1)
    until(lambda: value(platform, "overview", "helhed_consumer_lag_seconds", of_meetings) < 3)


def test_metrics_are_named_as_prometheus_names_them_and_no_label_carries_an_id(story: Family) -> None:
    for name in story.platform.metrics_ports:
        ours = [each for each in metrics(story.platform, name) if each.name.startswith("helhed_")]
        assert len(ours) > 10
        for metric in ours:
            assert re.fullmatch(r"helhed(_[a-z]+)+", metric.name)
            assert metric.documentation
            assert metric.type in ("counter", "gauge", "histogram")
            for sample in metric.samples:
                assert metric.type != "counter" or sample.name.endswith(("_total", "_created"))
                assert sample.labels.keys() <= LABELS
                assert not UUID.search(str(sample.labels))


def spans(platform: Platform, trace: str, name: str) -> list[dict[str, Any]]:
    """All processes' spans of a trace by this name."""
    lines = [
        line
        for process in platform.processes
        for line in platform.spans(process).read_text().splitlines(keepends=True)
        if trace in line and line.endswith("\n")
    ]
    return [span for span in map(json.loads, lines) if (span["trace_id"], span["name"]) == (trace, name)]


def metrics(platform: Platform, name: str) -> list[Metric]:
    """What a process tells Prometheus."""
    address = f"http://127.0.0.1:{platform.metrics_ports[name]}/metrics"
    with urllib.request.urlopen(address, timeout=10) as page:
        return list(text_string_to_metric_families(page.read().decode()))


def wait_kept(platform: Platform, listener: str, service: str, events: int) -> None:
    """Until the replicas of a listener kept so many events of a service: each sees its own partitions only."""
    replicas = {listener, f"{listener}-1"} & platform.metrics_ports.keys()
    until(
        lambda: (
            sum(value(platform, name, "helhed_consumer_events_total", service=service) for name in replicas)
            >= events
        ),
        what=f"{listener} keeps what {service} tells",
    )


def value(
    platform: Platform,
    process: str,
    name: str,
    of: Mapping[str, str] | None = None,
    missing: float = 0.0,
    **labels: str,
) -> float:
    """The largest value that a process tells under this name and labels."""
    labels |= of or {}
    told = [
        sample.value
        for metric in metrics(platform, process)
        for sample in metric.samples
        if sample.name == name and labels.items() <= sample.labels.items()
    ]
    return max(told, default=missing)
