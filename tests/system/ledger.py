"""What is known of one family from outside: what was acknowledged, who may read since when, and what was shown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from contracts.overview.overview_pb2 import FamilyPlan
from eventkeep import vector
from eventkeep.vector import Vector


@dataclass(frozen=True)
class Change:
    """Somebody may read from some moment between these two on, or may not any more. Seconds of the monotonic clock.

    `at` is the version of contacts that says so.
    """

    may: bool
    sent: float
    acknowledged: float
    at: int


@dataclass(frozen=True)
class Token:
    """What an answer was given with, and the vector that it stands for."""

    text: str
    vector: Vector


@dataclass
class Ledger:
    """The model that promises are held against. It learns from answers and from the stores, never from a view."""

    stored: Callable[[str], Sequence[Vector]]
    """The causes of each event of the family in a service's store, as they lie there."""
    tokens: list[Token] = field(default_factory=list)
    states: dict[int, str] = field(default_factory=dict)
    """The vector that was shown with each state number."""
    plans: dict[str, tuple[bytes, bytes]] = field(default_factory=dict)
    """Plan and hash that were shown at each vector."""
    highest: dict[str, FamilyPlan] = field(default_factory=dict)
    """What each reader was shown last."""
    told_after: dict[tuple[str, int], Vector] = field(default_factory=dict)
    """By service and version: what whoever gave the command had seen, by the token that came with it."""
    _changes: dict[str, list[Change]] = field(default_factory=dict)
    _causes: dict[str, Sequence[Vector]] = field(default_factory=dict)

    def changed(self, who: str, change: Change) -> None:
        """Somebody was attached or detached, or a basis ended."""
        self._changes.setdefault(who, []).append(change)

    def latest(self, who: str) -> Change:
        """What was said of somebody last."""
        return self._changes.get(who, [_STRANGER])[-1]

    def may_have(self, who: str, since: float, until: float) -> bool:
        """Whether somebody may have been allowed to read at some moment of this time."""
        return any(change.may for change in self._within(who, since, until))

    def must_have(self, who: str, since: float, until: float) -> bool:
        """Whether somebody was allowed to read all of this time."""
        return all(change.may for change in self._within(who, since, until))

    def acknowledged(self) -> Vector:
        """All that anybody was told."""
        return vector.join(*(token.vector for token in self.tokens))

    def causes(self, service: str, version: int) -> Vector:
        """What an event names as its causes, with what its sender had seen. KeyError where the store has no such event."""
        if version > len(self._causes.get(service, ())):
            self._causes[service] = self.stored(service)
        if version > len(self._causes[service]):
            raise KeyError(f"{service} has no version {version}")
        named = self._causes[service][version - 1]
        return vector.join(named, self.told_after.get((service, version), {}))

    def _within(self, who: str, since: float, until: float) -> Iterator[Change]:
        """What may have held at some moment of this time: from when it was sent until the next is acknowledged."""
        changes = [_STRANGER, *self._changes.get(who, ())]
        ends = [*(change.acknowledged for change in changes[1:]), inf]
        for change, end in zip(changes, ends, strict=True):
            if change.sent <= until and end >= since:
                yield change


_STRANGER = Change(False, -inf, -inf, 0)
