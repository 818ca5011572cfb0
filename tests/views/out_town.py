"""A town in memory whose departments are told of one family in topics of their own: what is told, and if it is right."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from types import SimpleNamespace
from typing import Any, cast

from helhed_department import Inbox, PlanTold, read

from contracts.contacts.events import (
    AttachmentExpired,
    Basis,
    BasisKind,
    EmergencyAccessTaken,
    FamilyClosed,
    FamilyReopened,
    ProfessionalAttached,
    ProfessionalDetached,
)
from contracts.ids import ConsentId, ProfessionalId
from contracts.out.events import topic_of
from contracts.shapes import Event
from eventkeep.canonical import part_hashes
from eventkeep.cloudevent import Told as Recorded
from eventkeep.fenced import Record
from eventkeep.opened import Opened
from eventkeep.reading import Shown
from eventkeep.view import Folded, View
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.overview.out.editions import EDITIONS, Edition
from services.overview.out.feed import Feed
from services.overview.out.ledger import Due, Line, Told
from services.overview.readings import Read
from services.words import VOCABULARIES
from tests.unit.family import FAMILY, REGISTERED, numbered
from tests.views.tales import told, with_sealed_words

FIRST = date(2024, 3, 1)
STAFF = {
    numbered(ProfessionalId, n): where for n, where in enumerate(("school", "school", "health", "police"), 1)
}
"""The police have no topic here."""
CONSENT = str(numbered(ConsentId, 1))
DEPARTMENTS = ("health", "school")


@dataclass
class Kept:
    """The ledger, in memory."""

    moved: bool = True
    rows: dict[str, Told] = field(default_factory=dict)

    async def due(self, most: int) -> list[Due]:
        return [Due(FAMILY, 1)] if self.moved else []

    async def told(self, family: str) -> dict[str, Told]:
        return dict(self.rows)

    async def begin(self, department: str, family: str, view_version: int, subjects: Collection[str]) -> int:
        grant = self.rows[department].grant + 1 if department in self.rows else 1
        self.rows[department] = Told(department, grant, 0, "", b"", True, False, view_version, subjects)
        return grant

    async def speak_of(self, department: str, family: str, subjects: Collection[str]) -> None:
        self.rows[department] = replace(self.rows[department], subjects=subjects)

    async def end(self, department: str, family: str) -> None:
        self.rows[department] = replace(self.rows[department], open=False, owed=True)

    async def note(self, lines: Sequence[Line]) -> None:
        for line in lines:
            held = self.rows[line.department]
            if held.grant == line.grant:
                self.rows[line.department] = replace(
                    held,
                    state_no=line.state_no,
                    vector=line.vector,
                    hash=line.hash,
                    open=line.open,
                    owed=False,
                )

    async def done(self, due: Sequence[Due]) -> None:
        self.moved = self.moved and not due

    async def later(self, due: Sequence[Due], seconds: float) -> None:
        pass


@dataclass
class Topics:
    """What is published; `crash` says how the next transaction goes wrong."""

    records: list[Record] = field(default_factory=list)
    crash: str = ""

    async def send(self, records: Sequence[Record]) -> None:
        if self.crash == "before":
            raise RuntimeError("Kafka is away")
        self.records += records
        if self.crash == "after":
            raise RuntimeError("who knows")


@dataclass
class Keys:
    """Everybody's key, but theirs who were forgotten."""

    forgotten: set[str] = field(default_factory=set)

    async def find(self, subjects: Iterable[str]) -> dict[str, bytes | None]:
        return {each: None if each in self.forgotten else bytes(32) for each in subjects}


class Opening(Opened):
    """Opens what is sealed, unless it is `failing`."""

    failing = False

    async def __call__(self, family: str, document: bytes) -> bytes:
        if self.failing:
            raise ValueError("this family's plan can't be opened")
        return await super().__call__(family, document)


class Town:
    """A family, those around it, and what its departments are told."""

    def __init__(self, editions: Mapping[int, Edition] = EDITIONS, kept: Any = None) -> None:
        self.events: list[Event] = [REGISTERED]
        self._sealed = dict[str, Recorded]()
        self.keys = Keys()
        self.today, self.age, self.opened = FIRST, 0.0, Opening(cast("Any", self.keys))
        self.kept, self.topics, self.reads = kept or Kept(), Topics(), list[Read]()
        clock = SimpleNamespace(today=lambda: self.today, now=lambda: datetime.now(UTC))
        shared = SimpleNamespace(
            plans=SimpleNamespace(row=self._plan),
            opened=self.opened,
            readings=SimpleNamespace(note=self._note),
            rights=SimpleNamespace(clock=clock),
        )
        given = SimpleNamespace(out_departments=DEPARTMENTS, kafka_bootstrap="", kafka_prefix="helhed")
        access, tales = SimpleNamespace(row=self._access), SimpleNamespace(told=self._told)
        self._given = cast("Any", (given, "", self.kept, shared, access, tales))
        self.released(editions)

    def released(self, editions: Mapping[int, Edition]) -> None:
        """From now on the messages are told in these versions; every family is looked at."""
        self.feed, self.editions, self.kept.moved = Feed(*self._given, editions), editions, True

    def does(self, step: tuple[Any, ...]) -> None:
        """Something happens to the family."""
        what, who, days = step if len(step) == 3 else (*step, None, None)
        match what:
            case "attach":
                last = None if days is None else self.today + timedelta(days=days)
                self._attaches(who, BasisKind.LAW, "barnets lov § 32", FIRST, last)
            case "consent":
                self._attaches(who, BasisKind.CONSENT, CONSENT, self.today + timedelta(days=days), None)
            case "expire":
                self._tells(AttachmentExpired(family=FAMILY, professional=who, due_on=self.today))
            case "emergency":
                self._tells(
                    EmergencyAccessTaken(
                        family=FAMILY,
                        professional=who,
                        name=name_of(who),
                        department=STAFF[who],
                        profession="teacher",
                        reason="Nobody answered.",
                        until=datetime.combine(self.today, time(23), UTC) + timedelta(days=1),
                    )
                )
            case "detach":
                self._tells(ProfessionalDetached(family=FAMILY, professional=who, reason="moved-on"))
            case "close":
                self._tells(FamilyClosed(family=FAMILY, reason="done"))
            case "reopen":
                self._tells(FamilyReopened(family=FAMILY, reason="again"))
            case "forget":
                self.keys.forgotten.add(who)
            case "day":
                self.today += timedelta(days=1)
                self.kept.moved = True

    async def tick(self, crash: str = "", stale: bool = False) -> None:
        """The feed looks once."""
        self.topics.crash, self.age = crash, 60.0 if stale else 0.0
        with suppress(RuntimeError):
            await self.feed.some(cast("Any", self.topics))

    async def lives(self, course: Sequence[tuple[Any, ...]]) -> None:
        """All of it, in order; then the feed looks, as it does each day, and the topics are right."""
        for step in course:
            if step[0] == "tick":
                await self.tick(*step[1:])
            else:
                self.does(step)
            self.assert_in_order()
        self.kept.moved = self.kept.moved or bool(self.keys.forgotten)
        await self.tick()
        await self.assert_told()
        self.assert_nothing_forgotten()
        self.assert_in_order()

    def may(self) -> set[str]:
        """Departments with somebody who may read now, by what was told. Whoever is let in in an emergency reads alone."""
        held: dict[ProfessionalId, ProfessionalAttached] = {}
        for event in self.events:
            match event:
                case ProfessionalAttached():
                    held[event.professional] = event
                case ProfessionalDetached() | AttachmentExpired():
                    held.pop(event.professional, None)
                case FamilyClosed():
                    held.clear()
        now = {
            each.department
            for each in held.values()
            if each.basis.valid_from <= self.today <= (each.basis.valid_to or date.max)
        }
        return now & set(DEPARTMENTS)

    async def assert_told(self) -> None:
        """Each topic, replayed, holds the plan of now where somebody may read, and nothing where nobody may."""
        for department, edition in product(DEPARTMENTS, self.editions):
            of = topic_of(department, edition=edition)
            topic = [each for each in self.topics.records if each.topic == of]
            connection = sqlite3.connect(":memory:")
            inbox = Inbox(connection)
            inbox.take(
                [
                    SimpleNamespace(
                        topic="t", partition=0, offset=n, key=r.key.encode(), value=r.value, headers=r.headers
                    )
                    for n, r in enumerate(topic)
                ],
                _ok,
            )
            plan = json.loads(await self.opened(FAMILY, self._folded(FAMILY_PLAN).document()))
            expected = plan if department in self.may() else None
            assert inbox.plan(FAMILY) == expected, department
            connection.close()
            last = topic[-1].value if topic else None
            assert last is None or department in self.may(), "compaction would leave what nobody may read"

    def assert_nothing_forgotten(self) -> None:
        """In the grant that is open, no record says a word of who was forgotten: those before it were revoked."""
        names = [name_of(each) for each in self.keys.forgotten]
        for department, edition in product(DEPARTMENTS, self.editions):
            held: list[bytes] = []
            for record in self.topics.records:
                if record.topic == topic_of(department, edition=edition):
                    held = [*held, record.value] if record.value is not None else []
            assert not [name for name in names for value in held if name.encode() in value], department

    def assert_in_order(self) -> None:
        """Of an ended grant nothing new comes; within a grant states grow; each event is told once to who reads along."""
        for department, edition in product(DEPARTMENTS, self.editions):
            over, seen, refs = 0, (0, 0), set[str]()
            for record in self.topics.records:
                if record.topic != topic_of(department, edition=edition) or record.value is None:
                    continue
                message = read(record.value)
                if isinstance(message, PlanTold):
                    assert message.genuine
                    assert message.parts == part_hashes(message.plan)
                    assert message.grant > over, "told after the revocation"
                    if (message.grant, message.state_no) > seen:
                        led = {each.ref for each in message.events}
                        if message.grant == seen[0] and message.after_state_no == seen[1]:
                            assert not led & refs, "an event came twice unmarked"
                        refs |= led
                        seen = message.grant, message.state_no
                elif message is not None:
                    over = max(over, message.grant)

    def _attaches(self, who: str, kind: BasisKind, reference: str, since: date, last: date | None) -> None:
        self._tells(
            ProfessionalAttached(
                family=FAMILY,
                professional=ProfessionalId(who),
                name=name_of(who),
                department=STAFF[ProfessionalId(who)],
                profession="teacher",
                purpose="schooling",
                basis=Basis(kind=kind, reference=reference, valid_from=since, valid_to=last),
            )
        )

    def _tells(self, event: Event) -> None:
        self.events.append(event)
        self.kept.moved = True

    def recorded(self) -> list[Recorded]:
        """What was told of the family, each event sealed once."""
        for each in told(*self.events)[len(self._sealed) :]:
            self._sealed[each.envelope.id] = with_sealed_words(each)
        return [*self._sealed.values()]

    def _folded(self, view: View) -> Folded:
        folded = Folded(view, VOCABULARIES)
        for each in self.recorded():
            folded.add(each)
        folded.advance()
        return folded

    def _shown(self, view: View) -> Shown:
        folded = self._folded(view)
        as_of = datetime.now(UTC) - timedelta(seconds=self.age)
        return Shown(FAMILY, len(self.events), folded.vector, folded.document(), None, None, 0, as_of)

    async def _plan(self, family: str) -> Shown:
        return self._shown(FAMILY_PLAN)

    async def _access(self, family: str) -> Shown:
        return self._shown(ACCESS)

    async def _told(self, family: str) -> list[Recorded]:
        return self.recorded()

    async def _note(self, noted: Read) -> None:
        self.reads.append(noted)


def name_of(who: str) -> str:
    """What somebody is called here. Like no one else."""
    return next((each.name for each in REGISTERED.members if each.person == who), f"Nobody {who[-3:]}")


def _ok(connection: Any, message: Any) -> None:
    """Nothing more is to be done."""
