"""A small town in a database that belongs to a plain role: generated families, journalled, folded and counted."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from contracts.contacts.events import ContactKind, ContactReductionAgreed, ContactStarted, FamilyAdmitted
from contracts.ids import FamilyId, MeetingId, RatingId
from contracts.meetings.events import MeetingKind
from contracts.plans.events import InterventionEnded, InterventionResult, InterventionStarted
from contracts.progress.events import (
    OfferQualityRated,
    PilotCaseMarked,
    ProgrammeEvent,
    ProgrammeRegistered,
    ScoredBy,
)
from contracts.shapes import Event
from deploy.demo.scenario import Cast
from deploy.load.in_memory import Given, Services
from deploy.load.story import cast
from deploy.platform.issuer import Issuer
from eventkeep.cloudevent import Envelope, Told, encode
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.migrate import SQL, migrate
from eventkeep.pg import Pool, pool
from eventkeep.testing import said
from eventkeep.walls import wall_off
from eventkeep.watermark import Watermark
from services.overview import counting
from services.overview.catalogue import KEY
from services.overview.counting import Counting
from services.overview.dashboards import open_to
from services.overview.family_plan import FAMILY_PLAN
from services.overview.outcomes import works
from services.overview.outcomes.reckoning import keep
from services.overview.views import VIEWS
from services.words import VOCABULARIES
from tests.stores.databases import connected
from tests.stores.owned import Owned
from tests.unit.family import ANNA, FAMILY, HOME_LAW, SOFIE, ULLA, numbered
from tests.unit.offering import LISTED, TALKS
from tests.unit.programmes import PROGRAMME as PROGRAMME_ID
from tests.views import tales
from tests.views.around import CONTACTS, SOFIE_ATTACHED
from tests.views.courses import courses
from tests.views.met import MEETINGS, PROGRESS, VISITED
from tests.views.planned import EAT, PLANS, RELIEF, intervention
from tests.views.programmed import PROGRAMME_EVENTS
from tests.views.reckoned import DAY, gathered
from tests.views.shown import teller
from tests.views.tales import with_sealed_words

OVERVIEW = Path(counting.__file__).parent / "sql"


PLACEMENT = intervention(RELIEF, EAT, date(2024, 3, 4)).model_copy(
    update={"kind": "company-placement", "ends": date(2024, 9, 1)}
)
HOMES = [numbered(FamilyId, 100 + number) for number in range(6)]
"""Families to whom the same happened as to the invented one, and what generated families rarely meet."""
RARE: tuple[Event, ...] = (
    FamilyAdmitted(
        family=FAMILY,
        programme="whole-families",
        visitation_date=date(2024, 1, 20),
        deciders=(SOFIE,),
        health_professionals=(ULLA,),
        direct_contacts=4,
    ),
    ContactStarted(family=FAMILY, professional=SOFIE, kind=ContactKind.DIRECT, contacts=1),
    ContactReductionAgreed(family=FAMILY, direct_contacts=2, by_date=date(2024, 12, 1)),
    SOFIE_ATTACHED.model_copy(
        update={"function": "mentor", "basis": HOME_LAW.model_copy(update={"valid_to": date(2024, 12, 31)})}
    ),
    PLACEMENT,
    InterventionStarted(family=FAMILY, intervention=RELIEF, started_on=date(2024, 3, 5)),
    InterventionEnded(
        family=FAMILY,
        intervention=RELIEF,
        ended_on=date(2024, 5, 5),
        result=InterventionResult.ENDED,
        reason="done",
        revision=8,
    ),
    PilotCaseMarked(family=FAMILY, programme="whole-families", marked_on=date(2024, 2, 1)),
    VISITED.model_copy(update={"meeting": numbered(MeetingId, 77), "kind": MeetingKind.JOINT}),
    OfferQualityRated(
        family=FAMILY,
        rating=numbered(RatingId, 1),
        offer=TALKS,
        intervention=RELIEF,
        person=ANNA,
        by_kind=ScoredBy.CITIZEN,
        value=4,
        rated_on=date(2024, 5, 6),
    ),
)


PROGRAMME_TOLD = tuple(
    each.model_copy(update={"code": "whole-families"}) if isinstance(each, ProgrammeRegistered) else each
    for each in PROGRAMME_EVENTS
)


@dataclass(frozen=True)
class Town:
    """The families' casts, and the database that overview keeps of them."""

    place: Owned
    casts: list[Cast]
    role: str

    @property
    def dashboards(self) -> str:
        """The DSN of somebody who is a member of the dashboards' role, and of nothing else."""
        return self.place.stranger


async def built(place: Owned) -> None:
    """Overview's tables, made by their owner as at a start."""
    async with connected(place.dsn) as owner:
        for folder in (SQL / "journal", OVERVIEW):
            await migrate(owner, folder)
        await wall_off(owner)


async def settle(place: Owned, folder: Path, families: int, role: str) -> Town:
    """A town of so many families, as overview has it a moment later."""
    await built(place)
    issuer = Issuer(folder / "jwks.json")
    casts = [cast(7, number, issuer) for number in range(1, families + 1)]
    async with connected(place.administrator) as administrator:
        await administrator.execute(f"create role {role} nologin; grant {role} to {place.strangers_name}")
    async with kept(place, folder) as (connections, journal):
        for one in casts:
            await journal.accept([encode(each.envelope, each.data) for each in told(Services().lives(one))])
        listed = said(LISTED, "plans", 1, stream=KEY)
        await journal.accept([encode(listed.envelope, listed.data)])
        for home in HOMES:
            await journal.accept(invented(home))
        await journal.accept(programme())
        await journal.accept(courses())
        await journal.accept([], marks())
        while await Counting(connections).count():
            pass
        async with connections.acquire() as connection, connection.transaction():
            await keep(connection, gathered("familier-paa-vej", "det-gode-ressourceforloeb"))
            await works.keep(connection, DAY)
        assert await open_to(connections, role)
    return Town(place, casts, role)


@asynccontextmanager
async def kept(place: Owned, folder: Path) -> AsyncIterator[tuple[Pool, Journal]]:
    """Overview's connections and its journal."""
    connections = await pool(place.dsn, 4)
    try:
        yield (
            connections,
            Journal(connections, VIEWS, VOCABULARIES, FileKeys(folder / "keys")),
        )
    finally:
        await asyncio.wait_for(connections.close(), 10)


def told(life: Iterable[Given]) -> Iterator[Told]:
    """What services told of a family, each event after all before it, personal text sealed."""
    counts: Counter[str] = Counter()
    for given in life:
        for event in given.events if given.command.stream == "family" else ():
            if event.family == given.command.family:
                yield with_sealed_words(_envelope(given.command, event, counts))


def invented(home: FamilyId, *more: Event) -> list[bytes]:
    """The invented family's life and what is told after it, as it is told of this home."""
    life = tales.told(*CONTACTS, *PLANS, *MEETINGS, *PROGRESS, *RARE, *more)
    sealed = [with_sealed_words(each) for each in life]
    return [encode(each.envelope, each.data).replace(FAMILY.encode(), home.encode()) for each in sealed]


def programme(*events: ProgrammeEvent, since: int = 0) -> list[bytes]:
    """What is told of the invented programme, under the code of that of the invented families."""
    programmed = [
        said(each, "progress", since + n, stream=f"programme/{PROGRAMME_ID}")
        for n, each in enumerate(events or PROGRAMME_TOLD, start=1)
    ]
    return [encode(each.envelope, each.data) for each in map(with_sealed_words, programmed)]


def _envelope(command: Any, event: Any, counts: Counter[str]) -> Told:
    service, causes, at = teller(event), dict(counts), command.at.astimezone(UTC).isoformat()
    counts[service] += 1
    envelope = Envelope(
        id=f"{event.family}-{service}-{counts[service]}",
        service=service,
        type=event.wire,
        stream=f"family/{event.family}",
        version=counts[service],
        time=at,
        occurred_at=at,
        actor=f"{command.by.kind}:{command.by.id}",
        causes=causes,
    )
    return Told(envelope, event.model_dump(mode="json"))


def marks() -> list[Watermark]:
    """All services say that all is here."""
    now = datetime.now(UTC)
    return [
        Watermark(service, partition, now, 0)
        for service in sorted(FAMILY_PLAN.services)
        for partition in range(12)
    ]
