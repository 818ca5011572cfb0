"""Tells departments: one process at a time looks at who moved, and sends what each department may be told. INV-38, X-10.

Who may is decided when it is sent, as on each read: a yes counts while contacts' facts are fresh, a no always. A crash sends
again what may have been sent, and readers drop what isn't larger.
"""

import asyncio
from dataclasses import dataclass, field

import orjson
import structlog

from contracts.ids import FamilyId
from contracts.out.events import Ended, FamilyPlanRevoked, FamilyPlanTold, Led, topic_of
from eventkeep import vector
from eventkeep.canonical import hash_of
from eventkeep.fenced import Fenced, Record
from eventkeep.pg import UNREACHABLE, session
from eventkeep.reading import Reading, Shown
from eventkeep.refused import Refused
from eventkeep.sealing import open_all, sealed_in
from eventkeep.steps import step
from services.overview.access import purpose_of
from services.overview.family_plan import FAMILY_PLAN
from services.overview.out import message
from services.overview.out.ledger import Due, Ledger, Line, Told
from services.overview.readings import Read
from services.overview.settings import Settings
from services.overview.shared_plan import SharedPlans
from services.overview.tale import Tales, in_order

log = structlog.get_logger()
_LEADER_LOCK = "select pg_try_advisory_lock(4805, 7)"
_TROUBLE: tuple[type[Exception], ...] = (*UNREACHABLE, RuntimeError, Refused)
_AT_ONCE, _POLL, _FRESH = 50, 0.1, 5.0


@dataclass(frozen=True, slots=True)
class _Sent:
    """What goes out of one family: its records, how far each department is then, and what counts as read. It isn't
    `whole` where somebody may have to be told more in a moment."""

    whole: bool = True
    records: list[Record] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    reads: list[Read] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Now:
    """A family's plan as it is shown now, opened, with its hash."""

    plan: Shown
    opened: bytes
    hash: bytes


class Feed:
    """The topics of the departments that the settings name. `run` until cancelled."""

    def __init__(
        self, given: Settings, dsn: str, ledger: Ledger, shared: SharedPlans, access: Reading, tales: Tales
    ) -> None:
        self._departments, self._dsn = given.out_departments, dsn
        self._bootstrap, self._prefix = given.kafka_bootstrap, given.kafka_prefix
        self._ledger, self._access, self._tales = ledger, access, tales
        self._plans, self._opened, self._readings = shared.plans, shared.opened, shared.readings
        self._clock = shared.rights.clock

    async def run(self) -> None:
        """Leads whenever it can; trouble is told, and begun anew."""
        while True:
            try:
                await self._lead()
            except _TROUBLE as error:
                log.warning("out_interrupted", reason=type(error).__name__)
            await asyncio.sleep(0.5)

    async def _lead(self) -> None:
        connection = await session(self._dsn)
        try:
            while not await connection.fetchval(_LEADER_LOCK):  # noqa: ASYNC110 - the lock tells nobody
                await asyncio.sleep(1.0)
            async with Fenced(self._bootstrap, f"{self._prefix}.out") as producer:
                log.info("out_leads")
                looked = 0.0
                while True:
                    if asyncio.get_running_loop().time() - looked > 1.0:
                        await connection.fetchval("select 1")  # whoever lost the session leads no more
                        await self._ledger.look(self._clock.today(), self._departments)
                        looked = asyncio.get_running_loop().time()
                    if not await self._some(producer):
                        await asyncio.sleep(_POLL)
        finally:
            connection.terminate()

    async def _some(self, producer: Fenced) -> bool:
        """Tells of those that moved. Says whether there was any."""
        due = await self._ledger.due(_AT_ONCE)
        found = await asyncio.gather(*(self._family(each) for each in due))
        await asyncio.gather(*(self._readings.note(read) for each in found for read in each.reads))
        if records := [record for each in found for record in each.records]:
            await producer.send(records)
            step("told_out")
            await self._ledger.note([line for each in found for line in each.lines])
        later = [each for each, sent in zip(due, found, strict=True) if not sent.whole]
        await self._ledger.done([each for each in due if each not in later], later)
        return bool(due)

    async def _family(self, due: Due) -> _Sent:
        """What is told of a family now."""
        access, plan = await asyncio.gather(self._access.row(due.family), self._plans.row(due.family))
        told, may = await self._ledger.told(due.family), self._may(access)
        sure = _counts(access) and plan.state_no > 0
        sent = _Sent(whole=sure or not may)
        for department, last in told.items():
            if last.open and department not in may:
                self._revoke(sent, plan.family, department, last, _why(plan))
        if not may or not sure:
            return sent
        opened = await self._opened(plan.family, plan.document)
        now = _Now(plan, opened, hash_of(FAMILY_PLAN.version, opened))
        for department, purpose in may.items():
            await self._bring_up_to_date(sent, now, department, purpose, told.get(department))
        return sent

    async def _bring_up_to_date(
        self, sent: _Sent, now: _Now, department: str, purpose: str, last: Told | None
    ) -> None:
        """Tells what a department doesn't know yet; where what it was told is void, that too, and all anew."""
        if last is not None and last.open and last.state_no == now.plan.state_no:
            if last.hash == now.hash:
                return
            self._revoke(sent, now.plan.family, department, last, Ended.VOID)
            last = None
        await self._tell(sent, now, department, purpose, last if last and last.open else None)

    def _may(self, access: Shown) -> dict[str, str]:
        """Departments with somebody who may read today, and what for: the first of them as they were attached."""
        document, today = orjson.loads(access.document) or {}, self._clock.today()
        may: dict[str, str] = {}
        for professional, held in document.get("attached", {}).items():
            purpose = purpose_of(document, professional, today)
            if purpose is not None and held["department"] in self._departments:
                may.setdefault(held["department"], purpose)
        return may

    async def _tell(self, sent: _Sent, now: _Now, department: str, purpose: str, last: Told | None) -> None:
        """A state, with what led to it since the `last` one; where there is none, a grant begins with a snapshot."""
        plan, seen = now.plan, vector.text(now.plan.vector)
        grant = last.grant if last else await self._ledger.begin(department, plan.family)
        known = last if last and last.state_no else None
        state = FamilyPlanTold(
            family=FamilyId(plan.family),
            grant=grant,
            state_no=plan.state_no,
            after_state_no=known.state_no if known else 0,
            view_version=FAMILY_PLAN.version,
            vector=seen,
            hash=now.hash.hex(),
            plan=orjson.loads(now.opened),
            events=await self._events(plan, known) if known else (),
        )
        self._put(sent, department, state)
        sent.lines.append(Line(department, plan.family, grant, plan.state_no, seen, now.hash, True))
        sent.reads.append(
            Read(plan.family, f"department:{department}", purpose, "topic", plan.state_no, seen, now.hash)
        )

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

    def _revoke(self, sent: _Sent, family: str, department: str, last: Told, reason: Ended) -> None:
        over = FamilyPlanRevoked(
            family=FamilyId(family), grant=last.grant, state_no=last.state_no, reason=reason
        )
        self._put(sent, department, over)
        sent.records.append(Record(self._topic(department), family, None))
        sent.lines.append(Line(department, family, last.grant, last.state_no, last.vector, last.hash, False))

    def _put(self, sent: _Sent, department: str, event: FamilyPlanTold | FamilyPlanRevoked) -> None:
        value = message.encoded(event, department, self._clock.now())
        sent.records.append(Record(self._topic(department), event.family, value))

    def _topic(self, department: str) -> str:
        return topic_of(department, self._prefix)


def _counts(access: Shown) -> bool:
    return access.state_no > 0 and access.age < _FRESH and not access.parked and not access.holes


def _why(plan: Shown) -> Ended:
    """Why nobody may read any more, as the plan tells it."""
    case = (orjson.loads(plan.document) or {}).get("case", {})
    return Ended.CASE_CLOSED if case.get("closed") else Ended.NOBODY_ATTACHED
