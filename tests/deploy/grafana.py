"""The dashboards for Grafana as they are committed: their panels and what each asks."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "deploy/grafana"
DASHBOARDS: dict[str, Any] = {
    path.stem: json.loads(path.read_text()) for path in sorted(FOLDER.glob("*.json"))
}


def asked(name: str, key: str) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Each question of a dashboard: the panel's title, the panel, and the question."""
    for panel in DASHBOARDS[name]["panels"]:
        for target in panel["targets"]:
            if key in target:
                yield panel["title"], panel, target[key]


def filled(query: str, programme: str = "familier-paa-vej") -> str:
    """A question with its variable filled in, as Grafana does."""
    return query.replace("$programme", programme)
