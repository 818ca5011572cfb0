"""What was folded, compared with what a fold in order gives: event by event, and document by document."""

from collections.abc import Iterable, Sequence

import asyncpg

from bench.counting import tally
from bench.measure import Tally
from bench.story import Story, of_family
from eventkeep import vector
from eventkeep.cloudevent import decode
from eventkeep.view import Folded
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES

NOBODY = "00000000-0000-0000-0000-000000000000"


def in_order(story: Story) -> bytes:
    """The document of a family that lived this story, told of nobody."""
    folded = Folded(FAMILY_PLAN, VOCABULARIES)
    for _, _, value in of_family(story, NOBODY, 0):
        folded.add(decode(value))
    folded.advance()
    return folded.document()


async def of_journal(dsn: str, stories: Sequence[Story], families: Sequence[str]) -> Tally:
    """Compares the journal with all that was told."""
    expected = (
        decode(value).envelope.id
        for number, family in enumerate(families)
        for _, _, value in of_family(stories[number % len(stories)], family, number)
    )
    connection = await asyncpg.connect(dsn)
    try:
        rows = await connection.fetch("select value from journal order by family, service, version")
    finally:
        await connection.close()
    envelopes = (decode(row["value"]).envelope for row in rows)
    return tally(set(expected), ((e.id, f"{e.service} {e.stream}", e.version) for e in envelopes))


async def of_views(dsn: str, stories: Sequence[Story], families: Sequence[str]) -> Tally:
    """Events that the plans lack or have twice (by their vectors), and plans that no fold in order gives."""
    documents = [in_order(story) for story in stories]
    lost = duplicated = inverted = 0
    connection = await asyncpg.connect(dsn)
    try:
        shown = {row[0]: (row[1], row[2]) for row in await _plans(connection)}
    finally:
        await connection.close()
    for number, family in enumerate(families):
        story = stories[number % len(stories)]
        seen, document = shown.get(family, ("", b""))
        count, has = len(story), sum(vector.parse(seen).values())
        lost, duplicated = lost + max(0, count - has), duplicated + max(0, has - count)
        as_told = document.replace(family.encode(), NOBODY.encode())
        inverted += has == count and as_told != documents[number % len(stories)]
    return Tally(lost, duplicated, inverted)


async def _plans(connection: asyncpg.Connection) -> Iterable[asyncpg.Record]:
    return await connection.fetch(
        "select family, vector, document from views where view = $1 and view_version = $2",
        FAMILY_PLAN.name,
        FAMILY_PLAN.version,
    )
