"""After the demo each panel of each dashboard shows something: on real servers, Prometheus among them."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest
from psycopg.rows import dict_row

from deploy.demo import around, leading
from deploy.embedded.given import Servers
from deploy.embedded.prometheus import Prometheus
from deploy.platform.processes import Platform
from deploy.platform.sign_in import Somebody
from tests.deploy.grafana import DASHBOARDS, asked, filled
from tests.system.family import APPROVED, Family, refused_as
from tests.system.play import until
from tests.system.sending import System, fact

pytestmark = pytest.mark.long

FAMILIES = 80
LEADS = Somebody("leader", str(uuid4()), "family", "Else Ager", "leads the family unit")
OPERATIONS = [(f"{title}-{each}", each) for title, _, each in asked("operations", "expr")]
MAY_BE_SILENT = {("Hvad virker for hvem?", "percent")}
"""Columns in which so small a town may have nothing to say: of its few series it is told between which numbers they are."""
LEADERS = [
    (title, query, panel["targets"][0]["format"]) for title, panel, query in asked("leaders", "rawSql")
]


@dataclass(frozen=True)
class Lived:
    """The town after the demo: its platform, and Prometheus beside it."""

    platform: Platform
    prometheus: Prometheus


@pytest.fixture(scope="module")
def lived(servers: Servers) -> Iterator[Lived]:
    """A town of generated families, the month that leaders look at, and what a day of operations has beside it."""
    settings = {"HELHED_VERIFY_EVERY": "5"}
    with Platform(servers.kafka, servers.postgres, settings, watched=True, departments=("school",)) as found:
        found.open()
        with Prometheus(found.metrics_ports) as prometheus:
            leading.list_offers(found)
            around.lived(found, "own_way")  # generated families join no group course
            leading.town(found, lambda line: None, FAMILIES)
            leading.look(found, LEADS)
            _a_day(found)
            until(lambda: prometheus.ask("sum(helhed_inbox_messages_total) > 0"), 60.0)
            yield Lived(found, prometheus)


def _a_day(platform: Platform) -> None:
    """Somebody isn't let in, a page is opened, and a department's system says something that isn't taken."""
    with Family(platform, APPROVED) as family:
        assert refused_as(lambda: family.read("omar"))
        assert httpx.get(f"{platform.http()}/api/my/families", timeout=10).status_code == 401
        nothing = fact("attendance-counted", f"family/{uuid4()}", "", {})
        System(platform, "school").says(nothing)


def rows(platform: Platform, query: str) -> list[dict[str, Any]]:
    """What the dashboards' role finds in overview's database."""
    with psycopg.connect(platform.dsn("overview"), row_factory=dict_row) as connection:
        connection.execute(f"set role {platform.dashboards_role}")
        return connection.execute(query).fetchall()


@pytest.mark.parametrize(("title", "query", "kind"), LEADERS, ids=[title for title, _, _ in LEADERS])
def test_a_panel_for_leaders_shows_something(lived: Lived, title: str, query: str, kind: str) -> None:
    """X-05: of a town of which most can be told: rows, none of them nothing but nulls; and no column that is always null."""
    found = until(lambda: rows(lived.platform, filled(query)), 60.0, title)  # figures follow what was said
    for row in found:
        said = {name: value for name, value in row.items() if value is not None}
        assert said, row
        assert kind != "time_series" or said.keys() == row.keys()
    silent = {(title, name) for name in found[0] if all(row[name] is None for row in found)}
    assert silent <= MAY_BE_SILENT, found


def test_most_of_what_leaders_look_at_is_a_number(lived: Lived) -> None:
    """Not all of it is hidden: each target but the one that nobody of the programme can meet has its result."""
    [targets] = [
        query for title, query, _ in LEADERS if "from reading.targets" in query and "part, needed" in query
    ]
    found = rows(lived.platform, filled(targets))
    told = [row for row in found if row["decided"] is not None]
    assert len(told) >= 10, found


@pytest.mark.parametrize(("title", "expression"), OPERATIONS, ids=[title for title, _ in OPERATIONS])
def test_a_panel_for_operations_shows_something(lived: Lived, title: str, expression: str) -> None:
    """Prometheus itself answers: series, each with a number."""

    def shown() -> list[Mapping[str, Any]]:
        return [each for each in lived.prometheus.ask(expression) if not math.isnan(float(each["value"][1]))]

    assert until(shown, 40.0, title)


def test_every_panel_was_asked() -> None:
    """Whoever adds one with another kind of question adds it here."""
    panels = sum(len(panel["targets"]) for board in DASHBOARDS.values() for panel in board["panels"])
    assert panels == len(OPERATIONS) + len(LEADERS)
