"""A department that is far behind, past compaction: it ends where those who read along are. INV-38, X-10."""

import sqlite3
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from helhed_department import Inbox
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.consumers.node import follow
from tests.unit.family import FAMILY
from tests.views.out_town import Town
from tests.views.test_out_feed import TEACHER, steps

CAME_AND_LEFT = [("attach", TEACHER, None), ("tick", "", False), ("detach", TEACHER, None)]


async def school(course: list[tuple[Any, ...]]) -> list[Any]:
    """What the school's topic holds after a course, as records."""
    town = Town()
    for step in course:
        if step[0] == "tick":
            await town.tick(*step[1:])
        else:
            town.does(step)
    await town.tick()
    told = [each for each in town.topics.records if each.topic.endswith(".out.school.v1")]
    return [
        SimpleNamespace(
            topic="t",
            partition=0,
            offset=offset,
            key=each.key.encode(),
            value=each.value,
            headers=each.headers,
        )
        for offset, each in enumerate(told)
    ]


def read(*parts: list[Any]) -> Any:
    """What somebody knows of the family who read these parts one after the other."""
    connection = sqlite3.connect(":memory:")
    inbox = Inbox(connection)
    for part in parts:
        inbox.take(part, lambda *_: None)
    known = inbox.plan(FAMILY)
    connection.close()
    return known


@example(course=CAME_AND_LEFT, stopped=1)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(course=st.lists(steps, max_size=20), stopped=st.integers(0, 12))
async def test_what_compaction_leaves_leads_to_the_same(course: list[tuple[Any, ...]], stopped: int) -> None:
    """It stopped in the middle; of the rest only the family's last record is left."""
    records = await school(course)
    behind, rest = records[:stopped], records[stopped:]
    assert read(behind, rest[-1:]) == read(records)


@pytest.mark.parametrize("stopped", [1, 2])
async def test_nodejs_forgets_a_family_of_which_a_tombstone_is_left(
    node_example: Path, stopped: int, tmp_path: Path
) -> None:
    records = [
        {
            "partition": 0,
            "offset": each.offset,
            "key": each.key.decode(),
            "value": each.value and each.value.decode(),
            "headers": {
                "content-type": "application/cloudevents+json; charset=UTF-8",
                **{k: v.decode() for k, v in each.headers},
            },
        }
        for each in await school([*CAME_AND_LEFT])
    ]
    assert [bool(each["value"]) for each in records] == [True, True, False]
    said = follow(node_example, records=[*records[:stopped], records[-1]])
    assert said.code == 0
    assert "1 revocations" in said.lines[-1]
