"""What is kept in the journal's transaction beside the events: watermarks, quarantine, and who is to react to."""

from collections.abc import Sequence
from dataclasses import dataclass

import structlog

from eventkeep.pg import Connection
from eventkeep.watermark import Watermark

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A record that is no event of ours."""

    topic: str
    partition: int
    offset: int
    value: bytes | None
    reason: str


async def write_watermarks(connection: Connection, watermarks: Sequence[Watermark]) -> None:
    """Keeps the newest watermark of each partition, and where in it that stood."""
    newest = {(mark.service, mark.partition): mark for mark in watermarks}
    if newest:
        await connection.executemany(
            "insert into watermarks as w values ($1, $2, $3, $4, $5) on conflict (service, partition) "
            "do update set at = excluded.at, position = excluded.position, kafka_offset = excluded.kafka_offset "
            "where excluded.at > w.at",
            [(m.service, m.partition, m.at, m.position, m.offset) for m in newest.values()],
        )


async def write_quarantine(connection: Connection, strange: Sequence[Quarantined]) -> None:
    """Keeps what is no event of ours, to be looked at."""
    for record in strange:
        log.error("quarantined", topic=record.topic, partition=record.partition, offset=record.offset)
        await connection.execute(
            "insert into quarantine (topic, partition, kafka_offset, value, reason) values ($1, $2, $3, $4, $5) "
            "on conflict do nothing",
            record.topic,
            record.partition,
            record.offset,
            record.value,
            record.reason,
        )


async def make_due(connection: Connection, families: Sequence[str]) -> None:
    """There is news of these families to react to."""
    await connection.execute(
        "insert into reactions (family) select unnest($1::text[]) "
        "on conflict (family) do update set moves = reactions.moves + 1",
        sorted(set(families)),
    )


async def look_again(connection: Connection, families: Sequence[str]) -> None:
    """What was folded anew may reach further than before. What was reacted to is known, and not done again."""
    await connection.execute(
        "update reactions set moves = moves + 1 where family = any($1)", sorted(set(families))
    )
