"""What happened to a family, as the journal tells it: each event after its causes, what is told of it opened."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import orjson

from contracts.shapes import Event
from eventkeep import vector
from eventkeep.canonical import hash_of
from eventkeep.closure import order
from eventkeep.cloudevent import Told, decode
from eventkeep.keys import Keys
from eventkeep.pg import Pool, answering
from eventkeep.sealing import open_all, open_json
from eventkeep.vector import Vector
from eventkeep.view import Folded
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES


@dataclass(frozen=True, slots=True)
class Happened:
    """An event as it is told on: `time` is when it was recorded, `occurred_at` when it happened."""

    service: str
    version: int
    time: datetime
    occurred_at: datetime
    actor: str
    event: Event

    @property
    def ref(self) -> str:
        """Names the event within its family, such as `meetings=7`."""
        return vector.text({self.service: self.version})


@dataclass(frozen=True, slots=True)
class Plan:
    """The shared plan at a vector, opened. `plan` is canonical JSON, as it was hashed."""

    vector: Vector
    hash: bytes
    plan: bytes

    @property
    def document(self) -> Any:
        """The plan to look into."""
        return orjson.loads(self.plan)


class Tales:
    """Reads what the journal holds of one family."""

    def __init__(self, pool: Pool, keys: Keys) -> None:
        self._pool, self._keys = pool, keys

    async def told(self, family: str, services: Collection[str] = FAMILY_PLAN.services) -> list[Told]:
        """Every event of these services that is here, still sealed. Raises Refused."""
        with answering():
            rows = await self._pool.fetch(
                "select value from journal where family = $1 and service = any($2) order by service, version",
                family,
                sorted(services),
                timeout=5.0,
            )
        return [decode(row["value"]) for row in rows]

    async def plan_at(self, told: Iterable[Told], upto: Vector) -> Plan:
        """The plan as it was folded at a vector; where that isn't causally closed, at the largest below it that is."""
        folded = Folded(FAMILY_PLAN, VOCABULARIES)
        for each in told:
            folded.add(each)
        folded.advance(upto)
        plan = await open_json(self._keys, folded.document())
        return Plan(dict(folded.vector), hash_of(FAMILY_PLAN.version, plan), plan)

    async def opened(
        self, told: Iterable[Told], upto: Vector, only: Collection[type[Event]]
    ) -> list[Happened]:
        """The events of these classes up to a closed vector, each after its causes. Others are never opened."""
        read = [(each, VOCABULARIES[each.envelope.service].read(each)) for each in in_order(told, upto)]
        kept = [each for each, event in read if type(event) in only]
        texts = await open_all(self._keys, [each.data for each in kept])
        return [happened(replace(each, data=data)) for each, data in zip(kept, texts, strict=True)]


def in_order(told: Iterable[Told], upto: Vector) -> Sequence[Told]:
    """What was told up to a closed vector, each event after its causes."""
    held = {(each.envelope.service, each.envelope.version): each for each in told}
    within = {service: upto.get(service, 0) for service in FAMILY_PLAN.services}
    return [held[place] for place in order({}, within, lambda *place: held[place].envelope.causes)]


def happened(told: Told) -> Happened:
    """An event that is known here, with its times."""
    envelope = told.envelope
    return Happened(
        envelope.service,
        envelope.version,
        datetime.fromisoformat(envelope.time),
        datetime.fromisoformat(envelope.occurred_at),
        envelope.actor,
        VOCABULARIES[envelope.service].read(told),  # type: ignore[arg-type]
    )
