"""A deviation runs the procedure agreed at the meeting until somebody acts: each day let go by is told once."""

import json
import time
from datetime import datetime
from typing import Any

import pytest

from deploy.platform.processes import Platform
from eventkeep.clock import HERE, turn
from tests.system.family import APPROVED, Family
from tests.system.keeper import replica
from tests.system.play import WHEN, log_lines, until

pytestmark = pytest.mark.long

_DUE, _PUT_OFF = "2025-11-25", "2025-12-02"


def overdue(family: Family) -> list[str]:
    """The days that were let go by, as progress has said."""
    return [each["data"]["due_on"] for each in family.events("progress", "deviation-overdue.v1")]


def shown(family: Family) -> Any:
    """The deviation as everybody attached sees it."""
    [found] = json.loads(family.read("bent").plan)["deviations"]
    return found


def on(platform: Platform, day: str) -> None:
    """It is that day, at noon."""
    turn(platform.clock, datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=HERE))


def test_a_day_that_is_let_go_by_is_told_once(platform: Platform) -> None:
    """A42, INV-22: two replicas of progress, of which the one that leads is killed as the day goes by, and comes back."""
    with Family(platform, APPROVED) as family, replica(platform, "progress") as second:
        family.do(
            "bent",
            "progress.ReportDeviation",
            deviation="@astray",
            goal="@at-school",
            words="Viggo was away for a week.",
            owner="@bent",
            owner_kind="professional",
            due_on=_DUE,
        )
        on(platform, _DUE)
        time.sleep(1.0)
        assert overdue(family) == [], "there is still time on the day itself"
        platform.processes["progress"].kill()
        on(platform, "2025-11-26")
        until(lambda: overdue(family) == [_DUE], 30.0, "the other one tells it")
        assert list(log_lines(platform, second, "relay_leads"))
        platform.start("progress")
        platform.wait_ready("progress")
        turn(platform.clock, WHEN)  # somebody sets the clock back, and right again
        on(platform, "2025-11-27")
        replanned = family.do(
            "bent",
            "progress.ReplanDeviation",
            deviation="@astray",
            owner="@bent",
            owner_kind="professional",
            due_on=_PUT_OFF,
        )
        family.read("bent", after=replanned.token)
        assert overdue(family) == [_DUE]
        for name in ("progress", second):
            platform.processes[name].stop()
        on(platform, "2025-12-05")
        platform.start("progress")
        platform.start("progress", 1)
        until(lambda: overdue(family) == [_DUE, _PUT_OFF], 30.0, "it is told by whoever starts")
        until(lambda: shown(family)["overdue"], 10.0)
        acted = family.do(
            "bent",
            "progress.TakeDeviationAction",
            deviation="@astray",
            words="We met at the gate each morning.",
            taken_on="2025-12-05",
        )
        family.read("bent", after=acted.token)
        on(platform, "2025-12-20")
        time.sleep(2.0)
        assert overdue(family) == [_DUE, _PUT_OFF]
    turn(platform.clock, WHEN)
