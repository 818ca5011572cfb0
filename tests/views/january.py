"""Families that were admitted in January, in a database that is reckoned once a month."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from contracts.contacts.events import FamilyAdmitted, FamilyRegistered, Member, Role
from contracts.ids import FamilyId, PersonId
from contracts.shapes import Event
from eventkeep.clock import Clock, turn
from eventkeep.cloudevent import Told, encode
from eventkeep.edge.call import Caller
from eventkeep.generations import enrol
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import Pool, pool
from eventkeep.testing import said
from eventkeep.watermark import Watermark
from services.overview.outcomes.reckoning import Reckoning
from services.overview.outcomes.told import Leaders, Outcomes
from services.overview.outcomes.view import OUTCOMES
from services.words import VOCABULARIES
from tests.stores.owned import owned
from tests.unit.family import numbered
from tests.views.town import built

JANUARY = date(2026, 1, 31)
LEADER = Caller("leader", "00000000-0000-4000-8000-000000000001", "social", 0.0)


@dataclass
class Place:
    """Overview's database, its keys, and the clock that it goes by."""

    pool: Pool
    journal: Journal
    keys: FileKeys
    clock: Path
    told: int = 0

    @property
    def reckoning(self) -> Reckoning:
        """The worker."""
        return Reckoning(self.pool, self.keys, Clock(self.clock))

    async def admits(self, number: int, born: str = "1980-05-05") -> None:
        """A family with one adult, and its visitation on 3 January 2026."""
        family, adult = numbered(FamilyId, number), numbered(PersonId, number)
        member = Member(person=adult, role=Role.ADULT, name="Anna Example", born=born)
        admitted = FamilyAdmitted(
            family=family,
            programme="det-gode-ressourceforloeb",
            visitation_date=date(2026, 1, 3),
            deciders=(),
            health_professionals=(),
            direct_contacts=3,
        )
        events: list[Event] = [FamilyRegistered(family=family, members=(member,)), admitted]
        keys = await self.keys.make([adult])
        vocabulary = VOCABULARIES["contacts"]
        sealed = [
            Told(told.envelope, vocabulary.sealed(event, told.envelope.id, keys))
            for version, event in enumerate(events, start=1)
            for told in [said(event, "contacts", version, "2026-01-03T12:00:00+00:00")]
        ]
        await self.journal.accept([encode(each.envelope, each.data) for each in sealed])

    async def heard(self, moment: datetime) -> None:
        """All that was said before a moment is here."""
        marks = [
            Watermark(service, partition, moment, 0)
            for service in sorted(OUTCOMES.services)
            for partition in range(12)
        ]
        await self.journal.accept([], marks)

    async def look(self, upto: date | None = None, programme: str = "") -> Outcomes:
        """What leaders are told."""
        return await Leaders(self.pool, Clock(self.clock)).look(LEADER, programme, upto)


@asynccontextmanager
async def in_january(postgres: str, folder: Path) -> AsyncIterator[Place]:
    """A database in which seven families were admitted in January; it is 1 February."""
    async with owned(postgres) as made:
        await built(made)
        connections = await pool(made.dsn, 4)
        keys = FileKeys(folder / "keys", ttl=0.0)
        await enrol(connections, OUTCOMES, "code")
        found = Place(
            connections, Journal(connections, [OUTCOMES], VOCABULARIES, keys), keys, folder / "clock"
        )
        try:
            turn(found.clock, datetime(2026, 2, 1, 9, tzinfo=UTC))
            for number in range(1, 8):
                await found.admits(number)
            yield found
        finally:
            await connections.close()


def of(told: Outcomes, target: str) -> tuple[int | None, int | None, int | None]:
    """Met, decided, not measurable."""
    row = next(each for each in told.of(None) if each.target == target)
    return row.met, row.decided, row.not_measurable
