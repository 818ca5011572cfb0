"""Rules that lean on another service's facts: what is decided while these change, and what is said of it."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from deploy.platform.client import Client
from deploy.platform.processes import Platform
from eventkeep import vector
from tests.system.family import (
    APPROVED,
    MEETING_HELD,
    Family,
    appends_held,
    fetch,
    journal_held,
    refusal,
)
from tests.system.play import until

ALONE_WITH_VIGGO = [
    {"kind": "person", "id": "@viggo"},
    {"kind": "professional", "id": "@karin"},
    {"kind": "professional", "id": "@bent"},
]
"""Who came to the meeting, as it turned out: no adult of the family."""


@pytest.fixture
def family(watched: Platform) -> Iterator[Family]:
    """A family with its team and a plan that is begun."""
    with Family(watched, "plans.DraftPlan") as found:
        yield found


def test_who_was_removed_meanwhile_is_decided_on_the_facts_that_had_arrived(family: Family) -> None:
    """INV-40: plans hears of the removal after the command; the event names what was known."""
    command_id = str(uuid4())
    focus_area = str(uuid4())
    said: dict[str, Any] = {"focus_area": focus_area, "title": "Calm evenings"}
    with journal_held(family.platform, "plans", family.id):
        removed = family.do("karin", "contacts.RemoveTeamMember", professional="@bent")
        accepted = family.do("bent", "plans.AddFocusArea", command_id=command_id, **said)
        [added] = family.events("plans", "focus-area-added.v1")
        assert (removed.version, vector.parse(added["causes"])) == (8, {"contacts": 7, "plans": 1})
        waits = refusal(lambda: family.wish("bent", after=removed.token))
        assert (waits.code, waits.facts["service"], waits.facts["version"]) == ("lagging", "contacts", "8")
    assert refusal(lambda: family.wish("bent", after=removed.token)).code == "not_on_team"
    assert refusal(lambda: family.wish("bent")).code == "not_on_team"
    again = family.do("bent", "plans.AddFocusArea", command_id=command_id, **said)
    assert (again.token, again.version, again.vector) == (accepted.token, accepted.version, accepted.vector)
    plan = json.loads(family.read(after=again.token).plan)
    assert [each["focus_area"] for each in plan["focus_areas"]] == [focus_area]
    assert [each["on_team"] for each in plan["attached"]] == [True, False, False]


def test_who_was_removed_before_is_refused_as_soon_as_that_has_arrived(family: Family) -> None:
    """INV-40: the removal first, his command after it."""
    family.wish("bent")
    removed = family.do("karin", "contacts.RemoveTeamMember", professional="@bent")
    until(lambda: not family.arrived("plans").get("contacts", 0) < removed.version, 5.0)
    assert refusal(lambda: family.wish("bent")).code == "not_on_team"
    back = family.do("karin", "contacts.AddTeamMember", professional="@bent")
    assert family.wish("bent", after=back.token)


def test_attendance_corrected_after_the_approval_questions_it_once(watched: Platform) -> None:
    """INV-20: no adult was there after all."""
    with Family(watched, APPROVED) as family:
        assert standing(family) == "approved"
        corrected = correct(family, ALONE_WITH_VIGGO)
        assert questions_once_settled(family) == [("inv-20", "no_adult_present", corrected.version)]
        assert standing(family) == "questioned"


def test_two_replicas_question_an_approval_once(watched: Platform, replicas: list[str]) -> None:
    """INV-20: both see the correction; the same command id lets one of them do it."""
    with ThreadPoolExecutor(3) as at_once:
        families = list(at_once.map(lambda _: Family(watched, APPROVED), range(3)))
    corrections = [correct(family, ALONE_WITH_VIGGO) for family in families]
    for family, corrected in zip(families, corrections, strict=True):
        assert questions_once_settled(family) == [("inv-20", "no_adult_present", corrected.version)]
        family.__exit__()


@pytest.mark.parametrize("turn", range(3))
def test_a_correction_that_arrives_while_the_approval_is_decided_questions_it_once(
    watched: Platform, replicas: list[str], turn: int
) -> None:
    """INV-20: the approval is decided on what had arrived, and looked at again once it stands."""
    with Family(watched, MEETING_HELD) as family, ThreadPoolExecutor(1) as beside:
        settle(family)
        with appends_held(watched, "plans") as waits:
            approval = beside.submit(family.play_to, APPROVED)
            until(lambda: waits() or approval.done())
            assert not approval.done(), approval.result()
            corrected = correct(family, ALONE_WITH_VIGGO)
            until(lambda: family.arrived("plans")["meetings"] == corrected.version)
        approval.result()
        [approved] = family.events("plans", "plan-approved.v1")
        assert vector.parse(approved["causes"])["meetings"] == corrected.version - 1
        assert questions_once_settled(family) == [("inv-20", "no_adult_present", corrected.version)]
        assert standing(family) == "questioned"


def test_a_correction_dealt_with_before_the_approval_stands_questions_it_too(
    watched: Platform, replicas: list[str], tmp_path: Path
) -> None:
    """INV-20: one replica decides and is slow to seal; meanwhile another has reacted, and saw no approval."""
    with Family(watched, MEETING_HELD) as family, ThreadPoolExecutor(1) as beside:
        settle(family)
        with slow_key(family, tmp_path / "keys") as (keys, read_by):
            watched.start("plans", 2, {"HELHED_KEYS_FOLDER": str(keys)})
            watched.wait_ready("plans-2")
            approval = beside.submit(approve_at, family, "plans-2")
            until(lambda: read_by() or approval.done())
            assert not approval.done(), approval.result()
            corrected = correct(family, ALONE_WITH_VIGGO)
            until(lambda: family.arrived("plans")["meetings"] == corrected.version)
            until(lambda: not due(family))
            assert family.events("plans", "plan-approved.v1") == []
        approval.result()
        [approved] = family.events("plans", "plan-approved.v1")
        assert vector.parse(approved["causes"])["meetings"] == corrected.version - 1
        assert questions_once_settled(family) == [("inv-20", "no_adult_present", corrected.version)]


def test_a_correction_that_contradicts_nothing_is_no_question(watched: Platform) -> None:
    """INV-20: one more adult came."""
    with Family(watched, APPROVED) as family:
        came = [{"kind": "person", "id": f"@{who}"} for who in ("ellen", "jonas", "viggo", "freja")]
        correct(family, [*came, *ALONE_WITH_VIGGO[1:]])
        assert questions_once_settled(family) == []
        assert standing(family) == "approved"


def test_what_was_changed_after_it_was_on_the_table_is_not_approved(watched: Platform) -> None:
    """INV-19."""
    with Family(watched, MEETING_HELD) as family:
        changed = family.wish()
        assert changed.version == family.events("plans")[-1]["familyversion"]
        refused = refusal(lambda: family.play_to(APPROVED))
        assert refused.code == "plan_changed_since_meeting"
        assert refused.facts == {"on_the_table": "20", "revision": "21"}
        assert family.events("plans", "plan-approved.v1") == []


def correct(family: Family, attendees: list[dict[str, str]]) -> Any:
    """Corrects who came to the meeting, knowing nothing of what plans does meanwhile."""
    return family.do(
        "karin",
        "meetings.CorrectAttendance",
        meeting="@meeting",
        attendees=attendees,
        reason="list-was-wrong",
    )


def standing(family: Family) -> str:
    """How the plan stands, as everybody sees it."""
    return str(json.loads(family.read(after=family.cast.seen).plan)["plan"]["status"])


def questions_once_settled(family: Family) -> list[tuple[str, str, int]]:
    """What plans asks of the approval, once it has reacted to all that was said and everybody sees it."""
    settle(family)
    asked = [event["data"] for event in family.events("plans", "approval-questioned.v1")]
    return [(each["rule"], each["reason"], each["meetings_version"]) for each in asked]


def due(family: Family) -> bool:
    """Whether plans has still to react to what others said."""
    query = "select count(*) from reactions where family = %s and moves > reacted"
    return bool(fetch(family.platform.dsn("plans"), query, family.id)[0][0])


def approve_at(family: Family, replica: str) -> Any:
    """The plan is approved as in the story, but for Bent's reservation."""
    answers = [
        {"professional": "@karin", "answer": "approved"},
        {"professional": "@bent", "answer": "reserved", "reservation": "Calm evenings first"},
    ]
    said = {"meeting": "@meeting", "answers": answers, "approved_by": ["@ellen", "@jonas"]}
    with Client({"plans": family.platform.address(replica)}) as client:
        fields = {"family": family.id, **family.cast.resolved(said)}
        return client.command(family.cast.token("karin"), "plans.ApprovePlan", fields)


@contextmanager
def slow_key(family: Family, folder: Path) -> Iterator[tuple[Path, Callable[[], bool]]]:
    """A copy of the keys that gives the family's own only in the end. Yields it, and whether that is read."""
    shutil.copytree(family.platform.folder / "keys", folder)
    path = folder / f"{family.id}.key"
    key = path.read_bytes()
    path.unlink()
    os.mkfifo(path)
    writers: list[int] = []

    def read_by() -> bool:
        with suppress(OSError):
            writers.append(os.open(path, os.O_WRONLY | os.O_NONBLOCK))
        return bool(writers)

    try:
        yield folder, read_by
    finally:
        for writer in writers:
            os.write(writer, key)
            os.close(writer)
        (folder / "whole").write_bytes(key)
        (folder / "whole").rename(path)


def settle(family: Family) -> None:
    """Waits until plans has reacted to all that was said, and everybody sees it."""
    dsn = family.platform.dsn("plans")
    head = len(family.events("meetings"))

    def settled() -> bool:
        if family.arrived("plans").get("meetings") != head:
            return False
        [(behind,)] = fetch(
            dsn, "select (select max(position) from events) > (select position from own_reactions)"
        )
        seen = vector.parse(family.read().vector)
        return not due(family) and not behind and seen["plans"] == len(family.events("plans"))

    until(settled)
