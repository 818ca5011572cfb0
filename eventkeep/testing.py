"""Given events, when a command, then events or a refusal: how a decider is tested, comparing whole events.

given(decider, *events).with_known(facts).when(command).then(*events)
given(decider, *events).when(command).refused("a_code")
folded(evolve, initial, *events)
react(said(event, "meetings", 5)) == [command]
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from eventkeep.cloudevent import Envelope, Told
from eventkeep.refused import Refused
from eventkeep.vector import Vector

State = TypeVar("State")


class Decider(Protocol):
    """A domain as three plain functions."""

    @property
    def initial(self) -> Callable[[], Any]: ...

    @property
    def decide(self) -> Callable[[Any, Any], Sequence[Any]]: ...

    @property
    def evolve(self) -> Callable[[Any, Any], Any]: ...


def folded(evolve: Callable[[State, Any], State], initial: State, *events: object) -> State:
    """The state, or the view, after these events."""
    state = initial
    for event in events:
        state = evolve(state, event)
    return state


def given(decider: Decider, *events: Any) -> "Given":
    """A state that came about by these events."""
    return Given(decider, folded(decider.evolve, decider.initial(), *events))


@dataclass(frozen=True)
class Given:
    """What a command meets."""

    decider: Decider
    state: Any

    def with_known(self, known: object) -> "Given":
        """The same, with these facts of others."""
        return replace(self, state=replace(self.state, known=known))

    def when(self, command: object) -> "Outcome":
        """Decides the command, and folds what it made true: evolve accepts whatever decide returns."""
        try:
            events = tuple(self.decider.decide(self.state, command))
        except Refused as refused:
            return Outcome(self, (), refused)
        return Outcome(replace(self, state=folded(self.decider.evolve, self.state, *events)), events, None)


@dataclass(frozen=True)
class Outcome:
    """What a command made true, or how it was refused."""

    after: Given
    events: tuple[Any, ...]
    refusal: Refused | None

    def then(self, *events: object) -> Given:
        """These events exactly, none of them different in any field. Returns what the next command meets."""
        if self.refusal is not None:
            raise AssertionError(f"refused: {self.refusal}")
        if self.events != events:
            raise AssertionError(f"expected\n{_listed(events)}\nbut it made true\n{_listed(self.events)}")
        return self.after

    def refused(self, code: str) -> Refused:
        """Refused with this code."""
        if self.refusal is None:
            raise AssertionError(f"expected the refusal {code}, but it made true\n{_listed(self.events)}")
        if self.refusal.code != code:
            raise AssertionError(f"expected the refusal {code}, but it was {self.refusal}")
        return self.refusal


def said(
    event: Any,
    service: str,
    version: int,
    at: str = "2026-01-01T12:00:00+00:00",
    causes: Vector | None = None,
    stream: str = "",
) -> Told:
    """An event as it arrives from a service: what a reaction is given. Its text is not sealed. Of a family, unless it is
    said of which stream."""
    envelope = Envelope(
        id=f"{service}-{version}",
        service=service,
        type=event.wire,
        stream=stream or f"family/{event.family}",
        version=version,
        time=at,
        occurred_at=at,
        actor="",
        causes=causes or {},
    )
    return Told(envelope, event.model_dump(mode="json"))


def _listed(events: Sequence[object]) -> str:
    return "\n".join(f"  {event!r}" for event in events) or "  nothing"
