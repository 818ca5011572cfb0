"""A view: pure folds of each service's events into parts, and a document derived from the parts."""

import hashlib
import inspect
from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from eventkeep.clock import day_of
from eventkeep.closure import closed
from eventkeep.cloudevent import Told
from eventkeep.codec import Vocabulary
from eventkeep.streams import FAMILY, kind_of
from eventkeep.vector import Vector

Part = Any
_WRITTEN = orjson.OPT_SORT_KEYS | orjson.OPT_NON_STR_KEYS | orjson.OPT_STRICT_INTEGER
"""How documents are written: the same bytes for everybody, integers below 2^53."""


@dataclass(frozen=True)
class Fold:
    """How one service's events become a part of a view. `dated`: the day on which it happened is given as a third."""

    initial: Callable[[], Part]
    evolve: Callable[..., Part]
    dated: bool = False

    def after(self, part: Part, event: Any, told: Told) -> Part:
        """The part after an event that was told."""
        if self.dated:
            return self.evolve(part, event, day_of(datetime.fromisoformat(told.envelope.occurred_at)))
        return self.evolve(part, event)


@dataclass(frozen=True)
class View:
    """What is folded, from whom, and the document that is shown: of what JSON knows, and dataclasses of it.

    `version` names the shape of the document. A view that doesn't wait for causes folds all that has arrived,
    also past a hole: for revocations, which wait for nobody. `hashed` views carry a hash of their opened document.
    `kind` is the kind of stream that is folded: families', where nothing else is said.
    """

    name: str
    version: int
    folds: Mapping[str, Fold]
    derive: Callable[[Mapping[str, Part]], dict[str, Any]]
    waits_for_causes: bool = True
    hashed: bool = True
    kind: str = FAMILY

    @property
    def services(self) -> frozenset[str]:
        """The services whose events it is folded from."""
        return frozenset(self.folds)

    def takes(self, key: str) -> bool:
        """Whether a stream is of the kind that is folded."""
        return kind_of(key) == self.kind

    def written(self, parts: Mapping[str, Part]) -> bytes:
        """The document of these parts, as canonical JSON."""
        return orjson.dumps(self.derive(parts), option=_WRITTEN)

    def code(self, vocabularies: Mapping[str, Vocabulary]) -> str:
        """A fingerprint of the packages that folds, events and upcasters are part of: a parked family is tried
        again when anything there changes, since anything there may have mended it."""
        words = [vocabularies[service] for service in self.services if service in vocabularies]
        used: list[Any] = [self.derive, *(fold.evolve for fold in self.folds.values())]
        used += [each for known in words for each in known.events.values()]
        used += [upcast for known in words for _, upcast in known.upcasts.values()]
        sources = sorted(source for package in set(map(_package, used)) for source in package.rglob("*.py"))
        return hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()[:16]


def _package(used: Any) -> Path:
    """The folder of the outermost package that a function or class is part of."""
    module = Path(inspect.getsourcefile(used) or "")
    steps: list[str] = used.__module__.split(".")
    return module.parents[len(steps) - 1] / steps[0]


@dataclass
class Folded:
    """A family's parts at a vector, and what has arrived beyond it. Belongs to one owner; changed in place."""

    view: View
    vocabularies: Mapping[str, Vocabulary]
    state_no: int = 0
    vector: dict[str, int] = field(default_factory=dict)
    parts: dict[str, Part] = field(default_factory=dict)
    beyond: dict[str, dict[int, Told]] = field(default_factory=dict)
    events: int = 0

    def add(self, told: Told) -> bool:
        """Notes an event that has arrived. False where it fills a hole behind the vector: fold anew then."""
        service = told.envelope.service
        if service in self.view.folds:
            self.beyond.setdefault(service, {})[told.envelope.version] = told
            self.events += 1
        return told.envelope.version > self.vector.get(service, 0)

    def advance(self, upto: Vector | None = None) -> bool:
        """Folds on as far as causes allow (and no further than `upto`). True when the vector moved."""
        target = self._target(upto)
        moved = False
        for service, fold in self.view.folds.items():
            part = self.parts[service] if service in self.parts else fold.initial()
            held = self.beyond.get(service, {})
            for version in sorted(v for v in held if v <= target.get(service, 0)):
                event = self.vocabularies[service].read(held[version])
                part = part if event is None else fold.after(part, event, held[version])
                moved = True
            self.parts[service] = part
        for service, version in target.items():
            self.beyond[service] = {v: t for v, t in self.beyond.get(service, {}).items() if v > version}
        self.vector = {**self.vector, **target}
        return moved

    def document(self) -> bytes:
        """The document at the vector, personal text still sealed."""
        return self.view.written(self.parts)

    @property
    def waiting(self) -> int:
        """How many events have arrived and are not shown."""
        return sum(len(held) for held in self.beyond.values())

    def _target(self, upto: Vector | None) -> dict[str, int]:
        held = {
            service: {v for v in self.beyond.get(service, {}) if upto is None or v <= upto.get(service, 0)}
            for service in self.view.folds
        }
        if not self.view.waits_for_causes:
            return {service: max([self.vector.get(service, 0), *held[service]]) for service in held}
        whole = {service: self._whole(service, versions) for service, versions in held.items()}
        return closed(self.vector, whole, self._causes)

    def _whole(self, service: str, held: Set[int]) -> int:
        version = self.vector.get(service, 0)
        while version + 1 in held:
            version += 1
        return version

    def _causes(self, service: str, version: int) -> Vector:
        return self.beyond[service][version].envelope.causes
