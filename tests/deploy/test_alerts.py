"""The alerts ask for what is measured, and each leads to what to do."""

import re
from pathlib import Path
from typing import Any

import promql_parser
import pytest
import yaml

ROOT = Path(__file__).parents[2]
OPERATIONS = (ROOT / "docs/operations.md").read_text()
LABELS = dict(re.findall(r"^\| `(helhed_\w+)` \| \w+ \| ([\w, ]*?) ?\|", OPERATIONS, re.MULTILINE))
"""Of each metric that there is: the table is made of the code."""
[GROUP] = yaml.safe_load((ROOT / "deploy/alerts.yaml").read_text())["groups"]
WHERE_FROM = {"job"}
"""Labels that Prometheus itself gives."""


@pytest.mark.parametrize("rule", GROUP["rules"], ids=lambda rule: rule["alert"])
def test_an_alert_asks_for_what_is_measured_and_says_what_to_do(rule: dict[str, Any]) -> None:
    promql_parser.parse(rule["expr"])
    [metric] = re.findall(r"helhed_\w+", rule["expr"])
    by = set(re.findall(r"\w+", "".join(re.findall(r"by \(([^)]*)\)", rule["expr"]))))
    assert by <= {*LABELS[metric].split(", "), *WHERE_FROM}
    assert set(re.findall(r"\$labels\.(\w+)", rule["annotations"]["summary"])) <= by
    assert f"\n**{rule['annotations']['see']}" in OPERATIONS


def test_what_is_nothing_on_a_good_day_has_an_alert() -> None:
    asked = {name for rule in GROUP["rules"] for name in re.findall(r"helhed_\w+", rule["expr"])}
    assert {
        "helhed_verify_differs",
        "helhed_view_parked_families",
        "helhed_journal_forks",
        "helhed_journal_holes",
        "helhed_quarantined_records",
    } <= asked
