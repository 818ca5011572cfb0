"""Documents beside the shared plan, by relation: each is a pure function of facts that are gathered here. INV-36, X-04.

The right to each kind is decided by the table in contracts; each reading is noted before the answer leaves.
"""

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from contracts.access import Kind
from eventkeep import vector
from eventkeep.canonical import canonical
from eventkeep.edge.call import Caller
from eventkeep.reading import Shown
from eventkeep.refused import Refused
from eventkeep.vector import Vector
from services.overview import (
    as_of,
    case,
    contact_map,
    history,
    informed,
    measures,
    meeting_pack,
    news,
    read_log,
    shared_with,
    tasks,
    worklist,
)
from services.overview.ground import Ground
from services.overview.groups.reading import Groups
from services.overview.naming import names
from services.overview.readings import Read
from services.overview.sentences import Language, Part
from services.overview.shared_plan import SharedPlans
from services.overview.tale import Tales


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: the language of sentences, the day that it is, and words such as `moment`."""

    kind: Kind
    day: date
    language: Language = Language.DANISH
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Given:
    """A document as somebody was given it. `document` is canonical JSON, `hash` its SHA-256."""

    family: str
    kind: Kind
    state_no: int
    vector: str
    hash: bytes
    document: bytes
    as_of: datetime
    stale: bool
    token: str


@dataclass(frozen=True, slots=True)
class Documents:
    """Serves documents. Rights, waiting for a token and the noting of readings are those of the shared plan."""

    plans: SharedPlans
    tales: Tales
    groups: Groups

    async def read(
        self,
        caller: Caller,
        family: str,
        asked: Asked,
        way: str,
        token: str = "",
        deadline: float | None = None,
    ) -> Given:
        """A document about a family. Raises Refused."""
        if asked.kind not in _MADE:
            kinds = ", ".join(_MADE)
            raise Refused(
                "invalid_input",
                "Not valid.",
                "",
                f"Kinds of document are {kinds}.",
                danish_next=f"Der er disse slags dokumenter: {kinds}.",
            )
        shown, purpose = await self.plans.shown(caller, family, asked.kind, token, deadline)
        ground = Ground(self.plans, self.tales, shown, caller)
        made, at = await _MADE[asked.kind](ground, asked)
        document, state = canonical(made), vector.text(at)
        digest = hashlib.sha256(document).digest()
        read = Read(family, caller.text, purpose, way, shown.state_no, state, digest, asked.kind)
        await self.plans.readings.note(read)
        return Given(
            family,
            asked.kind,
            shown.state_no,
            state,
            digest,
            document,
            shown.as_of,
            shown.parked is not None,
            self.plans.tokens.issue(family, shown.vector),
        )

    async def unread(self, caller: Caller, shown: Shown, asked: Asked) -> bytes:
        """A document as it would be given now. To tell whether it has changed: nothing is noted, so nothing of it leaves."""
        made, _ = await _MADE[asked.kind](Ground(self.plans, self.tales, shown, caller), asked)
        return canonical(made)

    async def acknowledge(self, caller: Caller, family: str, state_no: int) -> dict[str, Any]:
        """Notes that the caller knows a state that he or she was shown; again is the same. Raises Refused."""
        await self.plans.rights.require(caller, family, kind=Kind.ACKNOWLEDGEMENT)
        seen = await self.plans.readings.acknowledge(family, caller.text, state_no)
        return {"family": family, "state_no": state_no, "vector": seen}


Made = tuple[dict[str, Any], Vector]
"""A document, and the vector that it speaks of."""


async def _as_of(ground: Ground, asked: Asked) -> Made:
    plan = await as_of.read(ground.tales, await ground.told(), ground.vector, asked.words)
    return as_of.document(plan), plan.vector


async def _history(ground: Ground, asked: Asked) -> Made:
    part = asked.words.get("part", "all")
    if part != "all" and part not in list(Part):
        parts = ", ".join(("all", *Part))
        raise Refused(
            "invalid_input", "Not valid.", "", f"Parts are {parts}.", danish_next=f"Delene er {parts}."
        )
    only = None if part == "all" else Part(part)
    told = history.document(await ground.tale(), asked.language, only, asked.words.get("month", ""))
    return told, ground.vector


async def _informed(ground: Ground, asked: Asked) -> Made:
    readings = ground.plans.readings
    seen, said = await readings.seen(ground.family), await readings.acknowledged(ground.family)
    made = informed.document(await ground.plan(), await ground.tale(), seen, said, asked.day, asked.language)
    return made, ground.vector


async def _worklist(ground: Ground, asked: Asked) -> Made:
    known, _ = await _informed(ground, asked)
    return worklist.document(await ground.plan(), known, asked.day, asked.language), ground.vector


async def _summary(ground: Ground, asked: Asked) -> Made:
    return worklist.summary(await ground.plan()), ground.vector


async def _read_log(ground: Ground, asked: Asked) -> Made:
    logged = await ground.plans.readings.log(ground.family)
    return read_log.document(logged, names(await ground.tale()).called), ground.vector


async def _news(ground: Ground, asked: Asked) -> Made:
    """Since the reader's last reading, or since a state that he or she names: one that a page was made of."""
    last = (await ground.plans.readings.seen(ground.family)).get(ground.caller.text)
    if last and "since" in asked.words:
        last = replace(last, vector=as_of.named(asked.words["since"], ground.vector))
    before = None
    if last:
        then = await ground.tales.plan_at(await ground.told(), last.vector)
        before = news.Before(last, then.document)
    made = news.document(
        ground.caller.text, await ground.plan(), await ground.tale(), before, asked.day, asked.language
    )
    return made, ground.vector


async def _tasks(ground: Ground, asked: Asked) -> Made:
    return tasks.document(await ground.plan(), ground.caller.text, asked.day), ground.vector


async def _contact_map(ground: Ground, asked: Asked) -> Made:
    return contact_map.document(await ground.plan(), await ground.tale()), ground.vector


async def _meeting_pack(ground: Ground, asked: Asked) -> Made:
    return meeting_pack.document(await ground.plan(), asked.words.get("meeting", "")), ground.vector


async def _case(ground: Ground, asked: Asked) -> Made:
    tale = await ground.tales.opened(await ground.told(), ground.vector, case.EVENTS)
    return case.document(tale, ground.caller.kind, ground.caller.id), ground.vector


async def _measures(ground: Ground, asked: Asked) -> Made:
    tale = await ground.tales.opened(await ground.told(), ground.vector, measures.EVENTS)
    return measures.document(tale, ground.caller.kind, ground.caller.id), ground.vector


async def _shared(ground: Ground, asked: Asked) -> Made:
    """The sections are those of the access view now: what is taken back counts before the plan has moved."""
    sections = await ground.plans.rights.shared_with(ground.caller, ground.family)
    return shared_with.document(await ground.plan(), sections, ground.caller.id), ground.vector


async def _shared_summary(ground: Ground, asked: Asked) -> Made:
    sections = await ground.plans.rights.shared_with(ground.caller, ground.family)
    return shared_with.summary(await ground.plan(), sections), ground.vector


_MADE: Mapping[Kind, Callable[[Ground, Asked], Awaitable[Made]]] = {
    Kind.AS_OF: _as_of,
    Kind.HISTORY: _history,
    Kind.INFORMED: _informed,
    Kind.READ_LOG: _read_log,
    Kind.NEWS: _news,
    Kind.TASKS: _tasks,
    Kind.CONTACT_MAP: _contact_map,
    Kind.MEETING_PACK: _meeting_pack,
    Kind.WORKLIST: _worklist,
    Kind.SUMMARY: _summary,
    Kind.CASE: _case,
    Kind.MEASURES: _measures,
    Kind.SHARED: _shared,
    Kind.SHARED_SUMMARY: _shared_summary,
}
