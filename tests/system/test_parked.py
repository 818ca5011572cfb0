"""A family whose events can't be folded stands still, alone and visibly, until code comes that can."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from contracts.overview import overview_pb2 as overview
from deploy.platform.processes import Platform
from eventkeep import vector
from tests.system.family import APPROVED, Family, refusal, refused_as
from tests.system.play import log_lines, until
from tests.system.slip import changed_code, slip_in
from tests.system.test_telemetry import value

TOLD_BY = ("contacts", "meetings", "plans", "progress")
SUCCESS = "helhed.progress.small-success-noted.v1"
TODAY = 'words: Annotated[str, Sealed(of="person")]\n    noted_on: date\n'
NO_NEIGHBOUR = '    SUPPORTER = "supporter"\n'
NEIGHBOUR = NO_NEIGHBOUR + '    NEIGHBOUR = "neighbour"\n'
TOMORROW = 'words: Annotated[str, Sealed(of="person")]\n    noted_on: date | None = None\n'


@pytest.fixture(scope="module")
def others(watched: Platform) -> Iterator[Family]:
    """A family that nothing is wrong with."""
    with Family(watched, APPROVED) as family:
        yield family


@pytest.fixture
def family(watched: Platform) -> Iterator[Family]:
    """A family with a success of which a newer version of progress doesn't know the day."""
    with Family(watched, APPROVED) as found:
        before = found.read(after=found.cast.seen)
        slip_in(found, "progress", SUCCESS, success_without_day(found))
        stale = until(lambda: parked(found))
        assert (stale.vector, stale.hash, stale.state_no) == (before.vector, before.hash, before.state_no)
        yield found


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The settings of a process that runs code which knows successes without a day."""
    return changed_code(tmp_path_factory.mktemp("newer"), "contracts/progress/registered.py", TODAY, TOMORROW)


def test_the_last_good_state_is_shown_as_stale_and_everybody_else_goes_on(
    family: Family, others: Family
) -> None:
    stale = parked(family)
    assert stale is not None
    moved = family.wish()
    late = refusal(lambda: family.read(after=moved.token))
    assert (late.code, late.facts["service"], late.facts["why"]) == ("lagging", "plans", "parked")
    assert (family.read().vector, family.read().hash) == (stale.vector, stale.hash)
    assert others.read(after=others.wish().token).freshness.stale is False
    noted = note(others)
    plan = json.loads(others.read(after=noted.token).plan)
    assert plan["small_successes"][-1]["words"] == "He laughed"
    of_view = {"view": "family-plan"}
    until(lambda: value(family.platform, "overview", "helhed_view_parked_families", of_view) >= 1)
    lines = log_lines(family.platform, "overview", "parked")
    [line] = [each for each in lines if each["family"] == family.id][:1]
    assert line["reason"].startswith("ValidationError at ")


def test_operations_see_what_stands_still_why_and_how_far_it_came(family: Family) -> None:
    """Parked families: list and show on the command line."""
    code, lines = asked(family.platform, "list", "--json")
    assert code == 1
    rows = {row["view"]: row for row in map(json.loads, lines) if row["family"] == family.id}
    assert set(rows) == {"family-plan", "outcomes"}, "each view that is made of it"
    row = rows["family-plan"]
    assert row["vector"] == family.read().vector
    assert re.fullmatch(r"\w+ at \w+\.py:\d+", row["parked"]), "the kind of error and its place, and no value"
    code, lines = asked(family.platform, "show", family.id, "--json")
    assert code == 0
    chains = {row["service"]: row for row in map(json.loads, lines)}
    assert {name: row["forked_at"] for name, row in chains.items()} == dict.fromkeys(TOLD_BY)
    assert all(row["version"] == row["events"] for row in chains.values())
    shown = vector.parse(family.read().vector)
    assert chains["progress"]["version"] == shown.get("progress", 0) + 1


def test_progress_itself_says_no_for_this_family_alone(family: Family, others: Family) -> None:
    refused = refusal(lambda: note(family))
    assert (refused.code, list(refused.facts)) == ("internal", ["reference"])
    assert note(others)


def test_access_goes_on_while_the_plan_stands_still(family: Family) -> None:
    attached = family.attach("omar")
    until(lambda: family.may_read("omar"), 2.0)
    assert parked(family, "omar")
    assert vector.parse(family.read("omar").vector)["contacts"] < attached.version
    family.detach("omar")
    until(lambda: not family.may_read("omar"), 2.0)


@pytest.mark.long
def test_code_that_can_fold_it_does_so_by_hand_or_when_it_starts(
    family: Family, newer: dict[str, str]
) -> None:
    platform = family.platform
    with Family(platform, APPROVED) as second:
        before = second.read(after=second.cast.seen)
        slip_in(second, "progress", SUCCESS, success_without_day(second))
        until(lambda: parked(second))

        assert replay(platform, second.id, {}) == 1
        assert parked(second)
        assert replay(platform, second.id, newer) == 0
        assert shown(second).state_no > before.state_no
        assert parked(family)

    platform.processes["overview"].stop()
    try:
        platform.start("overview", settings=newer)
        platform.wait_ready("overview")
        anew = shown(family)
    finally:
        platform.processes["overview"].stop()
        platform.start("overview")
        platform.wait_ready("overview")
    assert shown(family).hash == anew.hash


def test_what_could_not_be_read_is_reacted_to_once_it_can(watched: Platform, tmp_path: Path) -> None:
    """INV-20: nobody but a neighbour came to the meeting, says a newer version of meetings."""
    with Family(watched, APPROVED) as family:
        family.read(after=family.cast.seen)
        neighbour = {"kind": "neighbour", "id": str(uuid4()), "adult": False}
        came = {"meeting": family.cast.id("meeting"), "attendees": [neighbour], "reason": "list-was-wrong"}
        corrected = slip_in(family, "meetings", "helhed.meetings.attendance-corrected.v1", came)
        until(lambda: refused_as(family.wish) == "reference_parked")
        assert family.detach("lone"), "contacts leans on nothing of the meetings"
        until(lambda: not family.may_read("lone"), 2.0)
        knows = changed_code(tmp_path, "contracts/meetings/meeting.py", NO_NEIGHBOUR, NEIGHBOUR)
        watched.processes["plans"].stop()
        try:
            watched.start("plans", settings=knows)
            [asked] = until(lambda: family.events("plans", "approval-questioned.v1"))
        finally:
            watched.processes["plans"].stop()
            watched.start("plans")
            watched.wait_ready("plans")
    assert (asked["data"]["reason"], asked["data"]["meetings_version"]) == ("no_adult_present", corrected)


def shown(family: Family) -> overview.FamilyPlan:
    """The plan, which holds the success without a day and is not stale."""
    plan = family.read()
    assert not plan.freshness.stale
    assert vector.parse(plan.vector)["progress"] == 1
    [success] = json.loads(plan.plan)["small_successes"]
    assert (success["words"], success["noted_on"]) == ("[forgotten]", None)
    return plan


def success_without_day(family: Family) -> dict[str, Any]:
    """What the event says. Its text is sealed for somebody who has no key any more."""
    sealed = f"sealed.1.{uuid4()}.{uuid4()}.words." + "A" * 60
    return {"success": str(uuid4()), "person": family.cast.id("viggo"), "words": sealed, "noted_on": None}


def note(family: Family) -> Any:
    """Somebody notes a small success."""
    return family.do(
        "ellen",
        "progress.NoteSmallSuccess",
        success=str(uuid4()),
        person="@viggo",
        words="He laughed",
        noted_on="2025-11-21",
    )


def parked(family: Family, who: str = "karin") -> overview.FamilyPlan | None:
    """The plan where it is stale."""
    plan = family.read(who)
    return plan if plan.freshness.stale else None


def replay(platform: Platform, family: str, settings: dict[str, str]) -> int:
    """What operations do by hand: 0 where the family is folded anew, 1 where it still stands still."""
    return asked(platform, "replay", family, settings=settings)[0]


def asked(platform: Platform, *words: str, settings: dict[str, str] | None = None) -> tuple[int, list[str]]:
    """What overview's command line answers of parked families: exit code and lines."""
    command = platform.command("overview", "overview", "services.cli", settings or {})
    done = subprocess.run(
        [*command, "parked", *words], stdout=subprocess.PIPE, text=True, timeout=60, check=False
    )
    return done.returncode, done.stdout.splitlines()
