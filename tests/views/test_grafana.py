"""Each question of the leaders' dashboard has an answer in a real database, asked by the dashboards' role alone."""

import re
from typing import Any

import pytest

from tests.deploy.grafana import DASHBOARDS, asked, filled
from tests.stores.databases import connected
from tests.views.test_dashboards import UUIDS
from tests.views.town import Town

PANELS = [(title, query, panel["targets"][0]["format"]) for title, panel, query in asked("leaders", "rawSql")]


@pytest.mark.parametrize(("title", "query", "kind"), PANELS, ids=[title for title, _, _ in PANELS])
async def test_a_panel_s_question_has_an_answer(town: Town, title: str, query: str, kind: str) -> None:
    """X-05: totals alone, and nothing from 1 to 4 that is a number of people."""
    assert set(re.findall(r"from (\w+\.?\w*)", query)) <= {
        *("reading.coverage", "reading.targets", "reading.effects", "reading.offer_quality"),
        *("reading.freshness", "now"),
    }
    async with connected(town.dashboards) as reader:
        rows: list[Any] = list(await reader.fetch(filled(query)))
    assert rows
    if kind == "time_series":
        assert list(rows[0].keys()) == ["time", "value", "metric"]
        assert all(row["value"] is not None for row in rows)
    assert not UUIDS.search(str(rows))
    counts = ("met", "decided", "not_yet", "not_measurable", "improved", "series")
    assert not [
        row for row in rows for name, number in row.items() if name in counts and number in range(1, 5)
    ]


async def test_the_programmes_to_choose_from_are_those_that_are_told_of(town: Town) -> None:
    [variable] = [each for each in DASHBOARDS["leaders"]["templating"]["list"] if each["type"] == "query"]
    async with connected(town.dashboards) as reader:
        found = [row["programme"] for row in await reader.fetch(variable["query"])]
    assert found == ["det-gode-ressourceforloeb", "familier-paa-vej"]
