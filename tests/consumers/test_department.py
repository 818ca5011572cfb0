"""The package that departments start from: each state once, in their own database, whatever is delivered again."""

import json
import random
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import psycopg
import pytest
from helhed_department import Inbox, PlanRevoked, PlanTold, hash_of
from hypothesis import given
from hypothesis import strategies as st

from contracts.ids import FamilyId
from contracts.out.events import Ended, FamilyPlanRevoked, FamilyPlanTold
from deploy.embedded.given import Servers
from eventkeep.canonical import state_hash
from services.overview.out.editions import Outlet
from services.overview.out.message import encoded
from tests.stores.databases import fresh
from tests.unit.family import FAMILY

TOPIC, NOW = "helhed.out.school.v1", datetime(2024, 3, 1, tzinfo=UTC)
SCHOOL = Outlet("school", 1)


@dataclass
class Record:
    """A record as aiokafka gives it."""

    offset: int
    value: bytes | None
    topic: str = TOPIC
    partition: int = 0
    key: bytes = FAMILY.encode()
    headers: Sequence[tuple[str, bytes]] = ()


def told(grant: int, state_no: int, **plan: Any) -> bytes:
    """A state of the family's plan."""
    said = {"family": FAMILY, "wish": f"wish {state_no}", **plan}
    state = FamilyPlanTold(
        family=FamilyId(FAMILY),
        grant=grant,
        state_no=state_no,
        view_version=4,
        vector=f"plans={state_no}",
        hash=state_hash(4, said).hex(),
        plan=said,
    )
    return encoded(state, SCHOOL, NOW)


def over(grant: int, state_no: int) -> bytes:
    """That there is no more."""
    said = FamilyPlanRevoked(
        family=FamilyId(FAMILY), grant=grant, state_no=state_no, reason=Ended.NOBODY_ATTACHED
    )
    return encoded(said, SCHOOL, NOW)


TOPIC_TELLS = [
    told(1, 3),
    told(1, 4),
    told(1, 7),
    over(1, 7),
    None,
    told(2, 9),
    told(2, 10),
    over(2, 10),
    None,
]
"""A department that is let in, out, in again and out."""
SENT: list[tuple[bytes | None, Sequence[tuple[str, bytes]]]] = [
    (value, [("grant", b"1" if number < 5 else b"2")] if value is None else ())
    for number, value in enumerate(TOPIC_TELLS)
]
"""The same with headers: a tombstone names the grant that is over."""


class Seen:
    """What a handler was given, written down in the same database."""

    def __init__(self, connection: Any, mark: str = "?") -> None:
        self.connection, self._mark = connection, mark
        connection.cursor().execute("create table if not exists seen (what text not null)")
        connection.commit()

    def __call__(self, connection: Any, message: PlanTold | PlanRevoked) -> None:
        what = f"{type(message).__name__} {message.grant} {message.state_no}"
        connection.cursor().execute(f"insert into seen values ({self._mark})", (what,))

    @property
    def all(self) -> list[str]:
        """In the order in which it came."""
        cursor = self.connection.cursor()
        cursor.execute("select what from seen")
        return [row[0] for row in cursor.fetchall()]


ONCE = [
    *("PlanTold 1 3", "PlanTold 1 4", "PlanTold 1 7", "PlanRevoked 1 7"),
    *("PlanTold 2 9", "PlanTold 2 10", "PlanRevoked 2 10"),
]


@pytest.fixture
def sqlite() -> Iterator[sqlite3.Connection]:
    """An empty database."""
    connection = sqlite3.connect(":memory:")
    yield connection
    connection.close()


@given(again=st.lists(st.tuples(st.integers(0, len(TOPIC_TELLS) - 1), st.integers(1, 4)), max_size=6))
def test_whatever_is_delivered_again_counts_once(again: list[tuple[int, int]]) -> None:
    """A crash of the sender repeats the end of what it sent, at any time."""
    sent: list[tuple[bytes | None, Sequence[tuple[str, bytes]]]] = []
    for number, each in enumerate(SENT):
        sent.append(each)
        for at, count in again:
            if at == number:
                sent += SENT[max(0, number + 1 - count) : number + 1]
    connection = sqlite3.connect(":memory:")
    inbox, seen = Inbox(connection), Seen(connection)
    inbox.take([Record(n, value, headers=headers) for n, (value, headers) in enumerate(sent)], seen)
    assert seen.all == ONCE
    assert inbox.families() == {}
    connection.close()


def test_what_is_kept_is_the_last_state_until_there_is_no_more(sqlite: sqlite3.Connection) -> None:
    inbox, seen = Inbox(sqlite), Seen(sqlite)
    inbox.take([Record(0, TOPIC_TELLS[0]), Record(1, TOPIC_TELLS[1])], seen)
    assert inbox.families() == {FAMILY: 4}
    assert inbox.plan(FAMILY)["wish"] == "wish 4"
    inbox.take([Record(2, over(1, 4))], seen)
    assert inbox.families() == {}
    assert inbox.plan(FAMILY) is None
    assert "wish" not in json.dumps(sqlite.execute("select * from helhed_families").fetchall())


def test_what_compaction_leaves_is_enough(sqlite: sqlite3.Connection) -> None:
    """Only the last record of a family is left, and it says all."""
    inbox, seen = Inbox(sqlite), Seen(sqlite)
    assert inbox.take([Record(6, TOPIC_TELLS[6])], seen) == 1
    assert inbox.plan(FAMILY)["wish"] == "wish 10"


def test_work_that_fails_is_not_taken_and_comes_again(sqlite: sqlite3.Connection) -> None:
    inbox, seen = Inbox(sqlite), Seen(sqlite)
    inbox.take([Record(0, TOPIC_TELLS[0])], seen)

    def fails(connection: Any, message: PlanTold | PlanRevoked) -> None:
        seen(connection, message)
        raise RuntimeError("no room")

    with pytest.raises(RuntimeError):
        inbox.take([Record(1, TOPIC_TELLS[1])], fails)
    assert seen.all == ["PlanTold 1 3"]
    assert inbox.offsets(TOPIC) == {0: 1}
    assert inbox.take([Record(1, TOPIC_TELLS[1])], seen) == 1
    assert inbox.offsets(TOPIC) == {0: 2}


@pytest.mark.parametrize(
    "value", [b"", b"no json", b"[]", b'{"type": "helhed.out.family-plan-told.v1"}', b"\xff"]
)
def test_what_cannot_be_read_is_noted_and_holds_up_nothing(sqlite: sqlite3.Connection, value: bytes) -> None:
    inbox, seen = Inbox(sqlite), Seen(sqlite)
    assert inbox.take([Record(0, value), Record(1, TOPIC_TELLS[0])], seen) == 1
    assert sqlite.execute("select place from helhed_unreadable").fetchall() == [(0,)]


def test_what_is_new_to_this_version_is_passed_by(sqlite: sqlite3.Connection) -> None:
    """Another type, and more fields of one that is known."""
    inbox, seen = Inbox(sqlite), Seen(sqlite)
    other = json.dumps({"type": "helhed.out.something-new.v1", "data": {}}).encode()
    more = json.loads(told(1, 3))
    more["data"] |= {"mood": "good"}
    assert inbox.take([Record(0, other), Record(1, json.dumps(more).encode())], seen) == 1
    assert sqlite.execute("select count(*) from helhed_unreadable").fetchall() == [(0,)]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(st.from_regex(r"[a-z_]{1,8}", fullmatch=True), inner)
        ),
        max_leaves=12,
    )
)
def test_the_hash_is_ours(value: Any) -> None:
    assert hash_of({"plan": value}, 4) == state_hash(4, {"plan": value}).hex()


async def test_in_postgresql_it_is_the_same(servers: Servers) -> None:
    order = random.Random(5)
    async with fresh(servers.postgres) as dsn:
        with psycopg.connect(dsn) as connection:
            inbox, seen = Inbox(connection), Seen(connection, "%s")
            start = 0
            while start < len(TOPIC_TELLS):
                upto = min(len(TOPIC_TELLS), start + order.randint(1, 3))
                records = [Record(n, value) for n, value in enumerate(TOPIC_TELLS[start:upto], start)]
                inbox.take(records, seen)
                start = max(0, upto - order.randint(0, 1)) if upto < len(TOPIC_TELLS) else upto
            assert seen.all == ONCE
            assert inbox.offsets(TOPIC) == {0: len(TOPIC_TELLS)}
