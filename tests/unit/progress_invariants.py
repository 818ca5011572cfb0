"""What is true of how it goes, at every moment of a life and of all that was said in it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Any

from contracts.progress.events import (
    DeviationActionTaken,
    DeviationClosed,
    DeviationOverdue,
    DeviationReported,
    OccupationEnded,
    OccupationStarted,
    RegistrationCorrected,
)
from contracts.shapes import ActorKind, Command, Event
from services.progress.state import Record, State
from services.progress.wheels import AXES

Broken = Iterator[tuple[str, bool]]


def of_state(state: State) -> Broken:
    """Each rule, and whether it is broken in a state."""
    standing = [each for each in state.records.values() if not each.taken_back]
    deviations, wheels = state.deviations.values(), state.wheels.values()
    yield (
        "INV-31: a closed deviation was acted on",
        any(each.closed and each.acted_on is None for each in deviations),
    )
    yield (
        "INV-31: nobody acted on a deviation before it was reported",
        any(each.acted_on is not None and each.acted_on < each.reported_on for each in deviations),
    )
    yield "INV-31: somebody acts after it was reported", any(e.due_on < e.reported_on for e in deviations)
    yield (
        "INV-55: change is counted from one baseline",
        _twice((each.person, each.baseline) for each in standing if each.baseline),
    )
    yield (
        "INV-58: nothing is measured twice on a day",
        _twice((each.person, each.measured, each.day) for each in standing if each.measured),
    )
    yield "INV-58: one person's terms of a thing don't overlap", any(map(_overlap, *_pairs(standing)))
    yield (
        "INV-56: what ended has begun before",
        any(each.ended_on is not None and each.ended_on < each.day for each in standing),
    )
    yield (
        "T04: a period begins before it ends",
        any(each.period_from is not None and each.period_from > each.day for each in standing),
    )
    yield "A28: a wheel can be read", any(not 1 <= len(each.axes) <= AXES for each in wheels)
    yield "A28: an axis keeps its meaning", any(not _means(each) for each in wheels)
    yield "A27: each id is used once", bool({*state.records, *state.deviations, *state.wheels} - state.used)


def _twice(of: Iterable[Any]) -> bool:
    return any(count > 1 for count in Counter(of).values())


def _pairs(standing: list[Record]) -> tuple[list[Record], list[Record]]:
    terms = [each for each in standing if each.occupation]
    pairs = [
        (one, other)
        for one, other in combinations(terms, 2)
        if (one.person, one.occupation) == (other.person, other.occupation)
    ]
    return [one for one, _ in pairs], [other for _, other in pairs]


def _overlap(one: Record, other: Record) -> bool:
    first, second = sorted((one, other), key=lambda term: term.day)
    return second.day <= (first.ended_on or date.max)


def _means(wheel: Any) -> bool:
    now = {axis.axis: str(axis.goal or axis.area) for axis in wheel.axes}
    return len(set(now.values())) == len(wheel.axes) and now.items() <= wheel.meant.items()


def of_command(command: Command, events: Iterable[Event]) -> Broken:
    """Each rule, and whether what somebody said breaks it."""
    views = [getattr(event, "by_kind", None) for event in events]
    yield (
        "INV-59: a member says the citizen's view alone",
        command.by.kind is ActorKind.PERSON and "professional" in views,
    )


def of_events(events: Iterable[Event]) -> Broken:
    """Each rule, and whether all that was said of a family breaks it."""
    told = [*events]
    once = (OccupationStarted, OccupationEnded, DeviationReported, DeviationClosed, DeviationOverdue)
    for kind in once:
        said = [event for event in told if isinstance(event, kind)]
        yield f"{kind.__name__} is said once", _twice(said)
    ended = [event.occupation for event in told if isinstance(event, OccupationEnded)]
    yield "INV-56: each occupation ends once", _twice(ended)
    closed = [event.deviation for event in told if isinstance(event, DeviationClosed)]
    acted = {event.deviation for event in told if isinstance(event, DeviationActionTaken)}
    yield "INV-31: what is closed was acted on, and is closed once", _twice(closed) or bool({*closed} - acted)
    corrections = [event for event in told if isinstance(event, RegistrationCorrected)]
    gone: set[str] = set()
    after = False
    for each in corrections:
        after = after or each.corrects in gone
        gone |= {each.corrects} if each.taken_back else set()
    yield "X-08: nothing that was taken back is corrected", after
