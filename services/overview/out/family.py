"""What is told of one family: to whom of the departments, how much since they were told last, and that there is no more.

Who may is decided when it is sent, as on each read: a yes counts while contacts' facts are fresh, a no always.
"""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import orjson

from contracts.ids import FamilyId
from contracts.out.events import GRANT, Ended, FamilyPlanRevoked, FamilyPlanTold, Led, topic_of
from eventkeep import vector
from eventkeep.canonical import hash_of, part_hashes
from eventkeep.fenced import Record
from eventkeep.pg import UNREACHABLE
from eventkeep.reading import Reading, Shown
from eventkeep.refused import Refused
from eventkeep.sealing import open_all, sealed_in
from services.overview.access import purpose_of
from services.overview.family_plan import FAMILY_PLAN
from services.overview.out import message
from services.overview.out.editions import EDITIONS, Edition, Outlet, outlets, unchanged
from services.overview.out.ledger import Ledger, Line, Told
from services.overview.readings import Read
from services.overview.rights import sure
from services.overview.shared_plan import SharedPlans
from services.overview.tale import Tales, in_order

LONGEST = 900_000
"""Bytes that a message may have. A longer one is told without its events: as a snapshot."""
_AWAY: tuple[type[Exception], ...] = (*UNREACHABLE, Refused)


class TooLong(Exception):
    """A plan that no message holds."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What goes out of one family: its records, how far each department is then, and what counts as read. It isn't
    `whole` where somebody may have to be told more in a moment, or where making it `failed`."""

    whole: bool = True
    records: list[Record] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    reads: list[Read] = field(default_factory=list)
    failed: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Now:
    """A family's plan as it is shown now, opened, with its hash and that of each section. `subjects` are those whose words
    it may say, `gone` those whose words it, or what was told before, says no more."""

    plan: Shown
    document: dict[str, Any]
    parts: dict[str, str]
    hash: bytes
    subjects: frozenset[str]
    gone: frozenset[str]


class Telling:
    """Makes what these departments are told, in each of these editions."""

    def __init__(
        self,
        departments: Collection[str],
        prefix: str,
        ledger: Ledger,
        shared: SharedPlans,
        access: Reading,
        tales: Tales,
        editions: Mapping[int, Edition] = EDITIONS,
    ) -> None:
        self._prefix, self._editions = prefix, editions
        self.outlets = outlets(departments, editions)
        self._ledger, self._access, self._tales = ledger, access, tales
        self._plans, self._opened, self._clock = shared.plans, shared.opened, shared.rights.clock

    async def of(self, family: str) -> Sent:
        """What is told of a family now."""
        access, plan = await asyncio.gather(self._access.row(family), self._plans.row(family))
        told, may = await self._ledger.told(family), self._may(access)
        certain = sure(access) and plan.state_no > 0
        sent = Sent(whole=certain or not may)
        for name, last in told.items():
            outlet = Outlet.named(name)
            over = last.open and outlet not in may
            if over:
                await self._ledger.end(name, family)
            if over or last.owed:
                why = _why(plan) if outlet in self.outlets else Ended.VOID
                self._revoke(sent, family, outlet, last, why)
        try:
            if may and certain:
                await self._tell_all(sent, plan, may, told)
        except _AWAY:
            raise
        except Exception as error:  # whatever is wrong with its plan: what is over is told all the same
            return replace(sent, whole=False, failed=error)
        return sent

    async def _tell_all(
        self, sent: Sent, plan: Shown, may: Mapping[Outlet, str], told: Mapping[str, Told]
    ) -> None:
        # Before it is opened: of who is forgotten meanwhile something may be told, and the next look finds it void.
        subjects = frozenset(sealed_in(plan.document).subjects)
        keys = await self._opened.keys.find(subjects.union(*(last.subjects for last in told.values())))
        gone = frozenset(each for each, key in keys.items() if key is None)
        opened = await self._opened(plan.family, plan.document)
        document = orjson.loads(opened)
        now = _Now(
            plan, document, part_hashes(document), hash_of(FAMILY_PLAN.version, opened), subjects - gone, gone
        )
        for outlet, purpose in may.items():
            await self._bring_up_to_date(sent, now, outlet, purpose, told.get(outlet.name))

    async def _bring_up_to_date(
        self, sent: Sent, now: _Now, outlet: Outlet, purpose: str, last: Told | None
    ) -> None:
        """Tells what a department doesn't know yet; where what it was told is void, that too, and all anew."""
        if last is not None and last.open:
            if _void(now, last):
                await self._ledger.end(outlet.name, now.plan.family)
                self._revoke(sent, now.plan.family, outlet, last, Ended.VOID)
                last = None
            elif last.state_no == now.plan.state_no:
                return
        await self._tell(sent, now, outlet, purpose, last if last and last.open else None)

    def _may(self, access: Shown) -> dict[Outlet, str]:
        """Of departments with somebody who may read today, and what for: the first of them as they were attached."""
        document, today = orjson.loads(access.document) or {}, self._clock.today()
        may = dict[str, str]()
        for professional, held in document.get("attached", {}).items():
            purpose = purpose_of(document, professional, today)
            if purpose is not None:
                may.setdefault(held["department"], purpose)
        return {each: may[each.department] for each in self.outlets if each.department in may}

    async def _tell(self, sent: Sent, now: _Now, outlet: Outlet, purpose: str, last: Told | None) -> None:
        """A state, with what led to it since the `last` one; where there is none, a grant begins with a snapshot."""
        plan, seen = now.plan, vector.text(now.plan.vector)
        grant = await self._grant(now, outlet, last)
        known = last if last and last.state_no else None
        state = FamilyPlanTold(
            family=FamilyId(plan.family),
            grant=grant,
            state_no=plan.state_no,
            after_state_no=known.state_no if known else 0,
            view_version=FAMILY_PLAN.version,
            vector=seen,
            hash=now.hash.hex(),
            plan=now.document,
            parts=now.parts,
            events=await self._events(plan, known) if known else (),
        )
        value = self._encoded(state, outlet)
        if len(value) > LONGEST:
            value = self._encoded(state.model_copy(update={"events": (), "after_state_no": 0}), outlet)
        if len(value) > LONGEST:
            raise TooLong(f"{len(value)} bytes")
        sent.records.append(Record(self._topic(outlet), plan.family, value))
        sent.lines.append(Line(outlet.name, plan.family, grant, plan.state_no, seen, now.hash, True))
        sent.reads.append(
            Read(
                plan.family,
                f"department:{outlet.department}",
                purpose,
                "topic",
                plan.state_no,
                seen,
                now.hash,
            )
        )

    async def _grant(self, now: _Now, outlet: Outlet, last: Told | None) -> int:
        """The grant that a state is told under. Whose words it says is written down first."""
        if last is None:
            return await self._ledger.begin(outlet.name, now.plan.family, FAMILY_PLAN.version, now.subjects)
        if not now.subjects.issubset(last.subjects):
            await self._ledger.speak_of(outlet.name, now.plan.family, now.subjects.union(last.subjects))
        return last.grant

    async def _events(self, plan: Shown, last: Told) -> tuple[Led, ...]:
        """What led from the state that was told last to this one, opened as far as this one shows it."""
        before, shown = vector.parse(last.vector), sealed_in(plan.document).texts
        led = [
            each
            for each in in_order(await self._tales.told(plan.family), plan.vector)
            if each.envelope.version > before.get(each.envelope.service, 0)
        ]
        opened = await open_all(self._opened.keys, message.led(led, shown))
        return tuple(Led.model_validate(each) for each in opened)

    def _revoke(self, sent: Sent, family: str, outlet: Outlet, last: Told, reason: Ended) -> None:
        over = FamilyPlanRevoked(
            family=FamilyId(family), grant=last.grant, state_no=last.state_no, reason=reason
        )
        topic = self._topic(outlet)
        sent.records.append(Record(topic, family, self._encoded(over, outlet)))
        sent.records.append(Record(topic, family, None, [(GRANT, b"%d" % last.grant)]))
        sent.lines.append(Line(outlet.name, family, last.grant, last.state_no, last.vector, last.hash, False))

    def _encoded(self, event: FamilyPlanTold | FamilyPlanRevoked, outlet: Outlet) -> bytes:
        say = self._editions.get(outlet.edition, unchanged)  # an ended one has only revocations left to say
        return message.encoded(event, outlet, self._clock.now(), say)

    def _topic(self, outlet: Outlet) -> str:
        return topic_of(outlet.department, self._prefix, outlet.edition)


def _void(now: _Now, last: Told) -> bool:
    """Whether what was told holds no more, whatever was told since: the plan has a new shape, or says no more what somebody
    who was forgotten said."""
    same = last.state_no != now.plan.state_no or last.hash == now.hash
    return not same or last.view_version != FAMILY_PLAN.version or not now.gone.isdisjoint(last.subjects)


def _why(plan: Shown) -> Ended:
    """Why nobody may read any more, as the plan tells it."""
    case = (orjson.loads(plan.document) or {}).get("case", {})
    return Ended.CASE_CLOSED if case.get("closed") else Ended.NOBODY_ATTACHED
