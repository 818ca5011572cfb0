"""Each question of the leaders' dashboard has an answer in a real database, asked by the dashboards' role alone."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from deploy.generate.views import committed
from services.overview.outcomes.suppressed import shown, small
from services.overview.outcomes.tally import Tally
from tests.deploy.grafana import DASHBOARDS, asked, filled
from tests.stores.databases import connected
from tests.views.test_dashboards import UUIDS
from tests.views.town import Town

PANELS = [(title, query, panel["targets"][0]["format"]) for title, panel, query in asked("leaders", "rawSql")]
PARTS = (("met", "decided"), ("improved", "series"), ("antal", "sager"))
"""Columns that count people, with those that count all of whom they are a part."""
COUNTS = {name for pair in PARTS for name in pair} | {"not_yet", "not_measurable", "families", "ratings"}


@pytest.mark.parametrize(("title", "query", "kind"), PANELS, ids=[title for title, _, _ in PANELS])
async def test_a_panel_s_question_has_an_answer(town: Town, title: str, query: str, kind: str) -> None:
    """X-05: totals alone, and nothing from 1 to 4 that is a number of people, nor what is left of those that it is of."""
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
    assert not [(name, row) for row in rows for name in told_of(row)]


def told_of(row: Mapping[str, Any]) -> list[str]:
    """Which of a row's numbers of people are small, or leave a small number of those that they are a part of."""
    counted = {name: int(each) for name, each in row.items() if name in COUNTS and str(each).isdecimal()}
    rest = {part: counted[whole] - counted[part] for part, whole in PARTS if {part, whole} <= counted.keys()}
    return [name for numbers in (counted, rest) for name, number in numbers.items() if small(number)]


def test_the_search_for_small_numbers_would_find_one() -> None:
    """The number itself, as text too, and what is left."""
    assert told_of({"sager": 46, "antal": "44"}) == told_of({"sager": 46, "antal": "2"}) == ["antal"]
    assert told_of({"met": 9, "decided": 12, "not_yet": 3}) == ["not_yet", "met"]
    assert told_of({"sager": 46, "antal": "42-45"}) == told_of({"met": 12, "decided": 12}) == []


def test_every_number_of_people_is_looked_at() -> None:
    """Whoever adds a column says here whether it counts people, and of what it is a part."""
    named = {name for _, query, kind in PANELS if kind == "table" for name in columns(query)}
    others = {
        "target",
        "part",
        "needed",
        "need",
        "result",
        "percent",
        "mean",
        "kind",
        "ages",
        "day",
        "service",
    }
    others |= {"seconds_behind", "title", "scored_by", "mangler"}
    assert named == COUNTS | others


def columns(query: str) -> list[str]:
    """What a question's columns are called: those before its own `from`."""
    asked = re.split(r"\s+from reading", query.removeprefix("select "))[0]
    return [re.split(r"[\s.]+", each.strip())[-1] for each in re.split(r",(?![^(]*\))", asked)]


CASES = [(lacking, families) for families in (*range(11), 46) for lacking in range(families + 1)]


async def test_what_cases_lack_is_told_as_leaders_are_told_it(town: Town) -> None:
    """X-05: 44 of 46 is 2 of 46; where either side may be small no side is named."""
    [query] = [query for _, query, _ in PANELS if "reading.coverage" in query]
    async with connected(town.dashboards) as reader:
        for lacking, families in CASES:
            found = await reader.fetch(query.replace("reading.coverage", invented(lacking, families)))
            told = shown(Tally(lacking, families))
            between = f"{told.least}-{told.most}" if told.met is None else str(told.met)
            expected = set() if small(families) else {(families, between)}
            assert {(row["sager"], row["antal"]) for row in found} == expected


def invented(lacking: int, families: int) -> str:
    """What open cases lack, in a row as the view's."""
    lacks = ", ".join(
        f"{lacking} as {name}" for name in committed()["coverage"]["columns"] if name != "families"
    )
    return f"(select {families} as families, {lacks}) coverage"


async def test_the_programmes_to_choose_from_are_those_that_are_told_of(town: Town) -> None:
    [variable] = [each for each in DASHBOARDS["leaders"]["templating"]["list"] if each["type"] == "query"]
    async with connected(town.dashboards) as reader:
        found = [row["programme"] for row in await reader.fetch(variable["query"])]
    assert found == ["det-gode-ressourceforloeb", "familier-paa-vej"]
