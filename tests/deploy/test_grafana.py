"""The dashboards for Grafana ask for what there is: metrics and labels for operations; for leaders see tests/views."""

import re
from itertools import combinations
from typing import Any

import promql_parser
import pytest

from tests.deploy.grafana import DASHBOARDS, asked
from tests.deploy.test_alerts import LABELS, OPERATIONS, WHERE_FROM

HISTOGRAMS = set(re.findall(r"^\| `(helhed_\w+)` \| histogram", OPERATIONS, re.MULTILINE))
OF_PROMETHEUS = {*WHERE_FROM, "le"}
EXPRESSIONS = [
    (title, target) for title, panel, _ in asked("operations", "expr") for target in panel["targets"]
]


def metric_of(name: str) -> str:
    """The metric that a series belongs to: a histogram has three kinds of them."""
    metric = re.sub(r"_(bucket|count|sum)$", "", name)
    return metric if metric in HISTOGRAMS else name


@pytest.mark.parametrize(("title", "target"), EXPRESSIONS, ids=[f"{t}-{e['refId']}" for t, e in EXPRESSIONS])
def test_a_panel_asks_for_a_metric_and_labels_that_there_are(title: str, target: dict[str, Any]) -> None:
    """Each expression is parsed as Prometheus parses it; a label that nothing has would leave the panel empty."""
    expression = target["expr"]
    promql_parser.parse(expression)
    names = set(re.findall(r"helhed_\w+", expression))
    assert names
    for name in names:
        assert metric_of(name) in LABELS, title
        assert (metric_of(name) in HISTOGRAMS) is name.endswith(("_bucket", "_count", "_sum"))
    there = {*OF_PROMETHEUS, *(label for name in names for label in LABELS[metric_of(name)].split(", "))}
    grouped = set(re.findall(r"\w+", " ".join(re.findall(r"by \(([^)]*)\)", expression))))
    chosen = set(re.findall(r"[{,]\s*(\w+)\s*[=!]", expression))
    assert grouped | chosen <= there, title
    assert set(re.findall(r"{{(\w+)}}", target["legendFormat"])) <= grouped


def test_what_is_nothing_on_a_good_day_stands_on_top() -> None:
    top = {
        name
        for _, panel, expression in asked("operations", "expr")
        if panel["gridPos"]["y"] == 0
        for name in re.findall(r"helhed_\w+", expression)
    }
    assert top == {
        "helhed_verify_differs",
        "helhed_journal_forks",
        "helhed_journal_holes",
        "helhed_quarantined_records",
    }


@pytest.mark.parametrize("name", DASHBOARDS)
def test_panels_have_places_and_sources_of_their_own(name: str) -> None:
    """Nothing is bound to one installation: where data comes from is chosen there."""
    board = DASHBOARDS[name]
    panels = board["panels"]
    chosen = {f"${{{each['name']}}}" for each in board["templating"]["list"] if each["type"] == "datasource"}
    assert len({panel["id"] for panel in panels}) == len(panels)
    assert {target["datasource"]["uid"] for panel in panels for target in panel["targets"]} <= chosen
    assert all(panel["title"] and panel["description"] and panel["targets"] for panel in panels)
    for one, other in combinations((panel["gridPos"] for panel in panels), 2):
        beside = one["x"] + one["w"] <= other["x"] or other["x"] + other["w"] <= one["x"]
        below = one["y"] + one["h"] <= other["y"] or other["y"] + other["h"] <= one["y"]
        assert beside or below
    assert all(panel["gridPos"]["x"] + panel["gridPos"]["w"] <= 24 for panel in panels)
