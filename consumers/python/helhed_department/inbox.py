"""Each message once, in the department's own database: what it does and that it was done are one transaction.

Works on any DB-API 2.0 connection of SQLite or PostgreSQL (psycopg). The connection must not commit by itself.
"""

import json
from collections.abc import Callable, Iterable
from typing import Any

from helhed_department.messages import PlanRevoked, PlanTold, Unreadable, read

Handler = Callable[[Any, PlanTold | PlanRevoked], None]
"""Does what is to be done with a message, on the connection that it is given: both count together, or neither."""
_TABLES = (
    "create table if not exists helhed_families ("
    "family text primary key, granted bigint not null, state_no bigint not null, hash text, plan text)",
    "create table if not exists helhed_offsets ("
    "topic text not null, part integer not null, next bigint not null, primary key (topic, part))",
    "create table if not exists helhed_unreadable ("
    "topic text not null, part integer not null, place bigint not null, why text not null, "
    "primary key (topic, part, place))",
)
_KNOWN = "select family, granted, state_no, plan is not null from helhed_families"
_KEEP = (
    "insert into helhed_families (family, granted, state_no, hash, plan) values ({}, {}, {}, {}, {}) "
    "on conflict (family) do update set granted = excluded.granted, state_no = excluded.state_no, "
    "hash = excluded.hash, plan = excluded.plan"
)
_UNREADABLE = (
    "insert into helhed_unreadable (topic, part, place, why) values ({}, {}, {}, {}) on conflict do nothing"
)
_REACHED = (
    "insert into helhed_offsets (topic, part, next) values ({}, {}, {}) "
    "on conflict (topic, part) do update set next = excluded.next"
)


class Inbox:
    """The families that the department is told of, and how far its topic was read."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._mark = "?" if type(connection).__module__.partition(".")[0] == "sqlite3" else "%s"
        for table in _TABLES:
            self._do(table)
        connection.commit()

    def take(self, records: Iterable[Any], handle: Handler) -> int:
        """Takes records of the topic as aiokafka gives them: `topic`, `partition`, `offset`, `key`, `value` and `headers`.

        Returns how many messages were new. What can't be read is noted in helhed_unreadable, and holds up nothing. Where
        `handle` raises, none of these records counts as taken."""
        records, taken = list(records), 0
        try:
            asked = {record.key.decode(errors="replace") for record in records if record.key}
            known = self._known(asked)
            for record in records:
                message = self._read(record) if record.value is not None else _ended(record, known)
                if message is not None and message.family not in asked:
                    known |= self._known({message.family})
                    asked.add(message.family)
                if message is not None and _is_new(message, known.get(message.family)):
                    known[message.family] = (message.grant, message.state_no, isinstance(message, PlanTold))
                    self._keep(message)
                    handle(self._connection, message)
                    taken += 1
            for place, record in {(each.topic, each.partition): each for each in records}.items():
                self._do(_REACHED, *place, record.offset + 1)
            self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise
        return taken

    def offsets(self, topic: str) -> dict[int, int]:
        """By partition: where to read on."""
        return dict(self._all("select part, next from helhed_offsets where topic = {}", topic))

    def families(self) -> dict[str, int]:
        """The families that the department is told of now, and in which state it knows each."""
        return dict(self._all("select family, state_no from helhed_families where plan is not null"))

    def plan(self, family: str) -> Any:
        """A family's plan as it was told last; None where the department is told of none."""
        found = self._all("select plan from helhed_families where family = {}", family)
        return json.loads(found[0][0]) if found and found[0][0] else None

    def _known(self, families: set[str]) -> dict[str, tuple[int, int, bool]]:
        """The grant and state that each of these families is known in, and whether it is told of now."""
        found: dict[str, tuple[int, int, bool]] = {}
        asked = sorted(families)
        for some in (asked[n : n + 500] for n in range(0, len(asked), 500)):
            marks = ", ".join(["{}"] * len(some))
            for family, *state in self._all(f"{_KNOWN} where family in ({marks})", *some):
                found[family] = (state[0], state[1], bool(state[2]))
        return found

    def _read(self, record: Any) -> PlanTold | PlanRevoked | None:
        try:
            return read(record.value)
        except Unreadable as error:
            self._do(_UNREADABLE, record.topic, record.partition, record.offset, str(error))
            return None

    def _keep(self, message: PlanTold | PlanRevoked) -> None:
        told = message if isinstance(message, PlanTold) else None
        self._do(
            _KEEP, message.family, message.grant, message.state_no, told and told.hash, told and told.text
        )

    def _do(self, query: str, *values: Any) -> Any:
        cursor = self._connection.cursor()
        cursor.execute(query.replace("{}", self._mark), values)
        return cursor

    def _all(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self._do(query, *values).fetchall()]


def _ended(record: Any, known: dict[str, tuple[int, int, bool]]) -> PlanRevoked | None:
    """What a tombstone says to whom compaction left nothing else: the grant that it names is over. None: that is known."""
    family = record.key.decode(errors="replace") if record.key else ""
    grant, state_no, is_open = known.get(family, (0, 0, False))
    over = next((int(value) for name, value in record.headers if name == "grant"), grant)
    return PlanRevoked(family, over, state_no, "gone") if is_open and over >= grant else None


def _is_new(message: PlanTold | PlanRevoked, known: tuple[int, int, bool] | None) -> bool:
    """Larger than what is known, by grant and then by state; a revocation ends its grant once."""
    if known is None:
        return isinstance(message, PlanTold)
    grant, state_no, is_open = known
    if isinstance(message, PlanRevoked):
        return is_open and message.grant >= grant
    return (message.grant, message.state_no) > (grant, state_no) and (message.grant > grant or is_open)
