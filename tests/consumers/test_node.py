"""The Node.js example: written against contracts/ alone, it sees each wrong hash, and folds goals to the same bytes."""

import hashlib
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rfc8785
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from contracts.out.events import Ended, FamilyPlanRevoked
from contracts.plans.events import GoalClosed, GoalDefined, GoalEnding, GoalReworded
from contracts.shapes import Event, PartyKind
from services.overview.out.editions import Outlet
from services.overview.out.message import encoded
from tests.consumers.goals import GOALS, courses, lived
from tests.consumers.node import follow
from tests.consumers.test_department import NOW
from tests.unit.family import ANNA, FAMILY

pytestmark = pytest.mark.long

EAT, SLEEP = GOALS[:2]


def goal(which: Any, words: str, **more: Any) -> GoalDefined:
    """One of Anna's goals."""
    said: dict[str, Any] = {
        "author_kind": PartyKind.PERSON,
        "author": ANNA,
        "owner_kind": PartyKind.PERSON,
        "owner": ANNA,
    }
    said |= {"family": FAMILY, "goal": which, "level": 1, "rank": 1, "own_words": words, "revision": 2}
    return GoalDefined(**{**said, **more})


COURSE: list[tuple[Event, bool]] = [
    (goal(EAT, "We eat together."), True),
    (goal(SLEEP, "Bo sleeps: “at nine” 🌙\u2028", parent=EAT, level=2), False),
    (GoalReworded(family=FAMILY, goal=EAT, professional_wording="Regular meals.", revision=4), True),
    (
        GoalClosed(
            family=FAMILY, goal=SLEEP, ending=GoalEnding.RETIRED, reason="He sleeps well.", revision=5
        ),
        True,
    ),
]


@settings(max_examples=3, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(many=st.lists(courses, min_size=20, max_size=20))
async def test_goals_fold_to_the_same_bytes(node_example: Path, many: list[list[tuple[Event, bool]]]) -> None:
    """Whatever happens to goals, what a department is told is enough to have the same tree. Each course is another grant."""
    records = [each for grant, course in enumerate(many, 1) for each in await lived(course, grant)]
    said = follow(node_example, records=records)
    assert said.wrong == []
    assert said.code == 0
    assert said.folded


async def test_each_state_is_told_of_in_a_sentence(node_example: Path) -> None:
    records = await lived(COURSE)
    said = follow(node_example, records=records)
    assert said.code == 0
    assert said.lines[0].startswith(f"Family {FAMILY}: state ")
    assert "told anew. Its hash is right." in said.lines[0]
    assert "(plans.goal-defined, plans.goal-reworded)" in said.lines[2]
    assert said.folded == 3
    assert said.lines[-1].startswith("Seen: 4 states, the goals of 3 folded; 0 revocations;")


def hashed(data: dict[str, Any]) -> None:
    """Whoever changes a plan makes a hash for it."""
    said = rfc8785.dumps({"plan": data["plan"], "view": data["view_version"]})
    data["hash"] = hashlib.sha256(said).hexdigest()


def another_word(data: dict[str, Any]) -> None:
    """The plan says something else than its hash."""
    data["plan"]["goals"][0]["own_words"] = "Nobody eats."


def another_word_hashed(data: dict[str, Any]) -> None:
    """The same, and with a hash that is right of all but the goals."""
    another_word(data)
    hashed(data)


def another_part(data: dict[str, Any]) -> None:
    """What is published of the goals is the hash of something else."""
    data["parts"]["goals"] = "0" * 64


def another_shape(data: dict[str, Any]) -> None:
    """The plan isn't as its schema says, though each hash is right."""
    data["plan"]["team"] = "Sofie"
    data["parts"]["team"] = hashlib.sha256(rfc8785.dumps("Sofie")).hexdigest()
    hashed(data)


def another_version(data: dict[str, Any]) -> None:
    """The same in a version of the plan that this contract knows nothing of."""
    data["view_version"] += 1
    another_shape(data)


def an_event_less(data: dict[str, Any]) -> None:
    """Something happened that isn't told."""
    data["events"].pop()


def another_event(data: dict[str, Any]) -> None:
    """Something else happened than what is told."""
    data["events"][-1]["data"]["professional_wording"] = "Other meals."


def no_wording(data: dict[str, Any]) -> None:
    """An event isn't as the contract says."""
    data["events"][-1]["data"]["professional_wording"] = 7


def no_hash(data: dict[str, Any]) -> None:
    """It isn't as the contract says."""
    del data["hash"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (another_word, "isn't that of its plan"),
        (another_word_hashed, "the hash of goals"),
        (another_part, "the hash of goals"),
        (another_shape, "isn't as its schema says (/team type)"),
        (an_event_less, "aren't those of state"),
        (another_event, "aren't those of state"),
        (no_wording, "goal-reworded.v1 isn't as its schema says (/professional_wording type)"),
        (no_hash, "not as the contract says (/data required)"),
    ],
)
async def test_what_was_tampered_with_is_seen(
    node_example: Path, change: Callable[[dict[str, Any]], None], sentence: str
) -> None:
    """In the third state, which a wording led to."""
    records = await lived(COURSE)
    event = json.loads(records[2]["value"])
    change(event["data"])
    records[2]["value"] = json.dumps(event)
    said = follow(node_example, records=records)
    assert said.code == 2
    assert any(sentence in line for line in said.wrong)


async def test_a_plan_of_another_version_is_taken_as_it_is(node_example: Path) -> None:
    """What it must be isn't known here."""
    records = await lived(COURSE)
    event = json.loads(records[2]["value"])
    another_version(event["data"])
    records[2]["value"] = json.dumps(event)
    said = follow(node_example, records=records[:3])
    assert (said.code, said.wrong) == (0, [])
    assert "Plans have shape" in said.lines[2]


async def test_what_is_new_or_comes_again_stops_nothing(node_example: Path, tmp_path: Path) -> None:
    """Repeats, other types, rubbish, no header; and it goes on from where it was."""
    records = await lived(COURSE)
    new = {**records[0], "value": json.dumps({"type": "helhed.out.something-new.v1", "data": {}})}
    rubbish = {**records[0], "value": "no JSON"}
    bare = {**records[1], "headers": {}}
    more = json.loads(records[3]["value"])
    more["data"]["mood"] = "good"
    later = {**records[3], "value": json.dumps(more)}
    state = str(tmp_path / "state.json")
    said = follow(
        node_example, "--state", state, records=[*records[:2], new, rubbish, bare, records[0], records[2]]
    )
    assert said.lines[-1].startswith(
        "Seen: 3 states, the goals of 2 folded; 0 revocations; 1 repeats and 1 of"
    )
    assert [line.split(": ")[1] for line in said.wrong] == [
        "not JSON. Passed by.",
        "not as the contract says (header required). Passed by.",
    ]
    said = follow(node_example, "--state", state, records=[later])
    assert (said.code, said.folded) == (0, 1)


async def test_a_family_that_is_revoked_is_forgotten(node_example: Path, tmp_path: Path) -> None:
    records = await lived(COURSE)
    last = json.loads(records[-1]["value"])["data"]
    over = FamilyPlanRevoked(
        family=FAMILY, grant=last["grant"], state_no=last["state_no"], reason=Ended.NOBODY_ATTACHED
    )
    gone = {**records[0], "value": encoded(over, Outlet("school", 1), NOW).decode()}
    random.Random(3).shuffle(records)
    state = tmp_path / "state.json"
    said = follow(
        node_example, "--state", str(state), records=[*records, gone, gone, {**gone, "value": None}, *records]
    )
    assert said.code == 0
    assert "1 revocations" in said.lines[-1]
    assert "own_words" not in state.read_text()
