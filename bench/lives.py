"""The commands of generated families' lives, as each service meets them: with the facts of the others at that moment."""

import gc
import tempfile
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

import orjson

from contracts.ids import FamilyId
from deploy.load.in_memory import DECIDERS, REFERENCES, Given, Services, catalogue
from deploy.load.story import cast, family
from deploy.platform.issuer import Issuer
from eventkeep import vector
from eventkeep.edge.call import Answer, Call, Caller
from eventkeep.handle import Facts, FactsOf, Handle
from eventkeep.keys import FileKeys
from eventkeep.memory_store import MemoryStore
from eventkeep.reading import Shown
from eventkeep.reference import References
from eventkeep.store import Store
from eventkeep.token import Tokens
from services.contacts.registers import Registers
from services.contacts.state import Thresholds
from services.words import VOCABULARIES

SERVICES = ("contacts", "meetings", "plans", "progress")
_KNOWN = {
    service: reference.Others if service == "contacts" else reference.Known
    for service, reference in REFERENCES.items()
}


@dataclass(frozen=True)
class Around:
    """The facts of the others at some moment of a family's life."""

    service: str
    facts: Mapping[str, Any]

    @cached_property
    def document(self) -> bytes:
        """The row of the service's reference copy."""
        shown = REFERENCES[self.service].REFERENCE.derive(self.facts)
        return orjson.dumps(shown, option=orjson.OPT_NON_STR_KEYS)


@dataclass(frozen=True)
class Lived:
    """A command on a family, and what the service knew of the others."""

    command: Any
    around: Around


def lives(seed: int, count: int, quarters: int | None = None) -> list[list[Given]]:
    """All that happens in so many lives, decided in memory."""
    with tempfile.TemporaryDirectory(prefix="helhed-bench-") as folder:
        issuer = Issuer(Path(folder) / "jwks.json")
        casts = [cast(seed, n, issuer, family(seed, n, quarters)) for n in range(1, count + 1)]
    found = [Services().lives(one) for one in casts]
    gc.collect()
    gc.freeze()  # what is to be measured doesn't pay for looking through all of this again and again
    return found


def of_service(service: str, life: Sequence[Given]) -> list[Lived]:
    """What a service is told about the life's family itself; what a split opened is another one."""
    own = next(given.command.family for given in life if given.command.stream == "family")
    found: list[Lived] = []
    for given in life:
        if given.service == service and getattr(given.command, "family", None) == own:
            before = found[-1].around if found else None
            stays = before is not None and before.facts is given.facts
            found.append(Lived(given.command, before if stays else Around(service, given.facts)))
    return found


def registrations(some: Iterable[Sequence[Given]]) -> list[Any]:
    """What contacts' registers are told before: everybody once."""
    told: Mapping[tuple[str, str], Any] = {
        (type(command).__name__, getattr(command, command.stream)): command
        for life in some
        for command in (given.command for given in life)
        if command.stream != "family"
    }
    return list(told.values())


class Copy:
    """A reference copy whose rows are at hand: what is measured reads them from nowhere."""

    def __init__(self) -> None:
        self.documents: dict[str, bytes] = {}

    async def at_least(self, family: str, wanted: vector.Vector, deadline: float) -> Shown:
        """The family's row."""
        return Shown(family, 1, {}, self.documents[family], None, None, 0, datetime.now(UTC))


class OnShelf:
    """Facts for plans, with the catalogue's offers at hand: what is measured reads them from nowhere."""

    def __init__(self, references: FactsOf) -> None:
        self._references = references

    async def __call__(self, command: Any, wanted: vector.Vector, deadline: float | None) -> Facts:
        """The facts for a command."""
        facts = await self._references(command, wanted, deadline)
        return Facts(replace(facts.known, offers=catalogue()), facts.causes)


class Desk:
    """A service's handling of commands: facts of a reference copy, deciding, sealing, appending."""

    def __init__(self, service: str, store: Store, keys: Path) -> None:
        self._copy = Copy()
        words, tokens, held = VOCABULARIES[service], Tokens(bytes(32)), FileKeys(keys)
        facts: Any = References(self._copy, _KNOWN[service], max_age=30.0)
        if service == "plans":
            facts = OnShelf(facts)
        if service == "contacts":
            facts = Registers(store, words, held, facts, facts, Thresholds())
        self._handles = {
            kind: Handle(service, decider, words, store, held, tokens, facts if kind == "family" else None)
            for (owner, kind), decider in DECIDERS.items()
            if owner == service
        }

    async def register(self, commands: Sequence[Any]) -> None:
        """Fills the registers."""
        for command in commands:
            await self._give(command)

    async def give(self, lived: Lived, family: str) -> Answer:
        """Decides and stores the command about this family, under a new id. Raises Refused."""
        self._copy.documents[family] = lived.around.document
        return await self._give(lived.command.model_copy(update={"family": FamilyId(family)}))

    async def _give(self, command: Any) -> Answer:
        by = command.by
        caller = Caller(by.kind.value, by.id, None, 0.0)
        call = Call("bench", caller, datetime.now(UTC), command_id=str(uuid.uuid4()))
        return await self._handles[command.stream](command, call)


async def values_of(
    service: str, registers: Sequence[Any], some: Sequence[Sequence[Lived]], keys: Path
) -> list[list[tuple[bytes, ...]]]:
    """The bytes that each command of each life leads to."""
    store = MemoryStore()
    desk = Desk(service, store, keys)
    await desk.register(registers)
    found: list[list[tuple[bytes, ...]]] = []
    for life in some:
        family, values = str(uuid.uuid4()), list[tuple[bytes, ...]]()
        for lived in life:
            before = await store.last_position()
            await desk.give(lived, family)
            values.append(tuple(each.value for each in await store.read_all(before)))
        found.append(values)
    return found
