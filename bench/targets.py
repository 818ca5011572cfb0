"""Reckoning a month's targets: read, opened, counted and summed over 50,000 families of one database.

limit: asyncpg reading the same documents and orjson parsing them. Report only.
"""

import tempfile
import time
import uuid
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import asyncpg
import orjson

from bench.databases import database
from bench.made import families
from bench.measure import Row, Say, Scale, Tally, alternate, row
from contracts.contacts import events as contacts
from contracts.ids import FamilyId, MeasureId, OccupationId, PersonId
from contracts.progress import events as progress
from contracts.shapes import Event
from deploy.embedded.given import Servers
from eventkeep.cloudevent import Envelope, Told
from eventkeep.keys import FileKeys, Keys
from eventkeep.migrate import SQL
from eventkeep.pg import Pool, pool
from services.overview.outcomes.reckoning import opened
from services.overview.outcomes.release import Gathered
from services.overview.outcomes.view import OUTCOMES
from services.words import VOCABULARIES

STORIES = 50
_VISITED, _DAY = date(2024, 3, 1), date(2025, 12, 31)
_PAGE = 500
_READ = "select document from views where view = $1 and view_version = $2"


async def run(servers: Servers, scale: Scale, say: Say) -> list[Row]:
    """All families, as the worker does it once a month; what is told of them is not kept."""
    everybody = families(scale.of(50_000, 2_000))
    with tempfile.TemporaryDirectory(prefix="helhed-bench-") as folder:
        keys = FileKeys(Path(folder), ttl=60.0)
        documents = [await _document(keys, number) for number in range(STORIES)]
        async with database(servers.postgres, SQL / "journal") as dsn:
            await _fill(dsn, everybody, documents)
            connections = await pool(dsn)

            async def ours() -> float:
                began, gathered = time.monotonic(), Gathered(_DAY)
                async for page in _pages(connections):
                    for course in await opened(keys, page):
                        gathered.add(course)
                gathered.rows()
                return len(everybody) / (time.monotonic() - began)

            async def limit() -> float:
                began = time.monotonic()
                async for page in _pages(connections):
                    for document in page:
                        orjson.loads(document)
                return len(everybody) / (time.monotonic() - began)

            found = await alternate({"ours": ours, "limit": limit}, scale.rounds, say)
            await connections.close()
    return [row(f"targets, {len(everybody):,} families (report)", "families/s", found, Tally())]


async def _pages(connections: Pool) -> AsyncIterator[list[bytes]]:
    async with connections.acquire() as connection, connection.transaction():
        cursor = await connection.cursor(_READ, OUTCOMES.name, OUTCOMES.version)
        while page := await cursor.fetch(_PAGE):
            yield [each["document"] for each in page]


async def _fill(dsn: str, everybody: list[str], documents: list[bytes]) -> None:
    connection = await asyncpg.connect(dsn)
    rows = [
        (OUTCOMES.name, OUTCOMES.version, family, 1, "contacts=2", documents[number % STORIES])
        for number, family in enumerate(everybody)
    ]
    columns = ["view", "view_version", "family", "state_no", "vector", "document"]
    await connection.copy_records_to_table("views", records=rows, columns=columns)
    await connection.execute("vacuum analyze views")
    await connection.close()


async def _document(keys: Keys, number: int) -> bytes:
    """The course of a family of three, as overview keeps it, its days of birth sealed."""
    parts = {service: fold.initial() for service, fold in OUTCOMES.folds.items()}
    for version, (service, event) in enumerate(_events(number), start=1):
        at = datetime(2024, 3, 1, 12, tzinfo=UTC).isoformat()
        envelope = Envelope(str(uuid.uuid4()), service, event.wire, "family/bench", version, at, at, "", {})
        [data] = await VOCABULARIES[service].seal_all([(event, envelope.id)], keys)
        told = Told(envelope, data)
        fold = OUTCOMES.folds[service]
        parts[service] = fold.after(parts[service], VOCABULARIES[service].read(told), told)
    return OUTCOMES.written(parts)


def _events(number: int) -> Iterator[tuple[str, Event]]:
    """An adult, somebody young and a child; two years of measurements and what they do."""
    family = FamilyId(str(uuid.uuid4()))
    ages = ((contacts.Role.ADULT, 40), (contacts.Role.YOUNG, 15), (contacts.Role.CHILD, 8))
    members = tuple(
        contacts.Member(
            person=PersonId(str(uuid.uuid4())), role=role, name="Ellen Dalgaard", born=f"{2024 - age}-01-15"
        )
        for role, age in ages
    )
    yield "contacts", contacts.FamilyRegistered(family=family, members=members)
    yield (
        "contacts",
        contacts.FamilyAdmitted(
            family=family,
            programme=f"programme-{number % 2}",
            visitation_date=_VISITED + timedelta(days=number),
            deciders=(),
            health_professionals=(),
            direct_contacts=3,
        ),
    )
    for kind in progress.MeasureKind:
        adults = kind in (progress.MeasureKind.PHYSICAL_HEALTH, progress.MeasureKind.MENTAL_HEALTH)
        yield from _measured(family, members[0 if adults else 2].person, kind, number)
    for member, what in (
        (members[0], progress.OccupationKind.ORDINARY_WORK),
        (members[1], progress.OccupationKind.LEISURE_JOB),
        (members[2], progress.OccupationKind.LEISURE_ACTIVITY),
    ):
        yield (
            "progress",
            progress.OccupationStarted(
                family=family,
                occupation=OccupationId(str(uuid.uuid4())),
                person=member.person,
                kind=what,
                started_on=_VISITED,
            ),
        )


def _measured(
    family: FamilyId, person: PersonId, kind: progress.MeasureKind, number: int
) -> Iterator[tuple[str, Event]]:
    for nth in range(6):
        yield (
            "progress",
            progress.Measured(
                family=family,
                measure=MeasureId(str(uuid.uuid4())),
                kind=kind,
                person=person,
                instrument="one-to-ten",
                scale_min=1,
                scale_max=10,
                value=1 + (number + nth) % 9,
                measured_on=_VISITED + timedelta(days=70 * nth),
            ),
        )
