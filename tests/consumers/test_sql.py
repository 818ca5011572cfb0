"""Plain SQL over the inbox's tables: the same questions to SQLite and PostgreSQL have the same answers."""

import re
import sqlite3
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import psycopg
from helhed_department import Inbox

from contracts.contacts.events import CoordinatorChosen, PrimaryContactDesignated
from contracts.out.events import Ended, FamilyPlanRevoked
from contracts.plans.events import GoalOverdue
from deploy.embedded.given import Servers
from services.overview.out.message import encoded
from tests.consumers.goals import GOALS, lived
from tests.consumers.test_department import NOW, SCHOOL
from tests.consumers.test_node import goal
from tests.stores.databases import fresh
from tests.unit.family import ANNA, FAMILY
from tests.views.out_town import name_of
from tests.views.test_out_feed import TEACHER

FOLDER = Path(__file__).parents[2] / "consumers/sql"
ASKED = re.findall(r"```sql\n(.*?)```", (FOLDER / "README.md").read_text(), re.S)[0]
DUE = date(2024, 4, 1)


async def taken() -> list[Any]:
    """A family with a goal below another that is overdue, and a teacher who coordinates."""
    eat, sleep = GOALS[:2]
    course: list[Any] = [
        (CoordinatorChosen(family=FAMILY, professional=TEACHER, chosen_by=(ANNA,)), False),
        (PrimaryContactDesignated(family=FAMILY, professional=TEACHER), False),
        (goal(eat, "We eat together."), False),
        (goal(sleep, "Bo sleeps ænough.", parent=eat, level=2, target_date=DUE), True),
        (GoalOverdue(family=FAMILY, goal=sleep, due_on=DUE), True),
    ]
    return [
        SimpleNamespace(
            topic="t",
            partition=0,
            offset=each["offset"],
            key=FAMILY.encode(),
            value=each["value"].encode(),
            headers=(),
        )
        for each in await lived(course)
    ]


def over() -> Any:
    """No more of it."""
    said = FamilyPlanRevoked(family=FAMILY, grant=1, state_no=99, reason=Ended.NOBODY_ATTACHED)
    value = encoded(said, SCHOOL, NOW)
    return SimpleNamespace(topic="t", partition=0, offset=99, key=FAMILY.encode(), value=value, headers=())


OVERDUE = "select family, own_words, cast(target_date as text) from department_overdue_goals"
CALLED = "select why, name, profession, department from department_whom_to_call"


def asked(connection: Any, query: str) -> list[tuple[Any, ...]]:
    """The rows of a query."""
    cursor = connection.cursor()
    cursor.execute(query)
    return [tuple(row) for row in cursor.fetchall()]


def assert_answers(connection: Any) -> None:
    """What the views say, in either database."""
    assert asked(connection, OVERDUE) == [(FAMILY, "Bo sleeps ænough.", "2024-04-01")]
    assert asked(connection, CALLED) == [("primary contact", name_of(TEACHER), "teacher", "school")]
    assert asked(connection, ASKED) == [(FAMILY, name_of(TEACHER), "school")]


async def test_sqlite_answers() -> None:
    connection = sqlite3.connect(":memory:")
    inbox = Inbox(connection)
    inbox.take(await taken(), lambda *_: None)
    connection.executescript((FOLDER / "sqlite.sql").read_text())
    assert_answers(connection)
    inbox.take([over()], lambda *_: None)
    assert asked(connection, OVERDUE) == asked(connection, CALLED) == []
    connection.close()


async def test_postgresql_answers_the_same(servers: Servers) -> None:
    async with fresh(servers.postgres) as dsn:
        with psycopg.connect(dsn) as connection:
            inbox = Inbox(connection)
            inbox.take(await taken(), lambda *_: None)
            connection.execute((FOLDER / "postgresql.sql").read_bytes())
            assert_answers(connection)
            inbox.take([over()], lambda *_: None)
            assert asked(connection, OVERDUE) == asked(connection, CALLED) == []
