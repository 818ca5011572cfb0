"""The progression wheel and the sub-goal wheel: whose axes, and how they are scored. A28, A29, INV-59."""

from datetime import date

from contracts.ids import FamilyId, PersonId, RecordId, ScoringId, WheelId
from contracts.progress.events import (
    Axis,
    AxisScore,
    FamilyEvent,
    ScoredBy,
    WheelDefined,
    WheelKind,
    WheelScored,
)
from contracts.progress.wheels import WHEEL_SCALE
from contracts.shapes import Command, Text
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.progress.links import require_goal, require_member
from services.progress.sayers import require_word
from services.progress.state import Record, State, Wheel, require_new, require_past, scored_word

AXES = 10
"""A wheel with more axes can't be read."""

# Commands


class DefineWheel(Command):
    """Define the axes of a person's wheel, or change them (progressionshjul, delmålshjul). A28, A29, M11, Q11."""

    family: FamilyId
    wheel: WheelId
    kind: WheelKind
    person: PersonId
    axes: tuple[Axis, ...]


class ScoreWheel(Command):
    """Score a wheel in one sitting, as the citizen or a professional sees it (udfylde hjul). A28, A29, INV-59."""

    family: FamilyId
    wheel: WheelId
    scoring: ScoringId
    by_kind: ScoredBy
    scores: tuple[AxisScore, ...]
    words: Text | None = None
    scored_on: date


# Decide


def define_wheel(state: State, command: DefineWheel) -> list[FamilyEvent]:
    """Each axis is a fixed area or a goal of the plan, as the wheel's kind says; kind and person stay. Q11."""
    before = state.wheels.get(command.wheel)
    if before is None:
        require_new(state, command.wheel)
    elif (before.kind, before.person) != (command.kind, command.person):
        raise Refused(
            "wheel_of_another",
            "A wheel stays one person's, and of one kind.",
            "A28",
            "Define another wheel.",
            danish="Et hjul hører til én person og er af én slags.",
            danish_next="Lav et andet hjul.",
        )
    _require_axes(command)
    for axis in command.axes:
        _require_means(state, before, axis)
    if before is not None and before.axes == command.axes:
        return []
    return [
        WheelDefined(
            family=command.family,
            wheel=command.wheel,
            kind=command.kind,
            person=command.person,
            axes=command.axes,
            defined_on=day_of(command.at),
        )
    ]


def _require_axes(command: DefineWheel) -> None:
    axes = command.axes
    named, means = {axis.axis for axis in axes}, {_meaning(axis) for axis in axes}
    if not 1 <= len(named) == len(means) == len(axes) <= AXES:
        raise Refused(
            "axes_miscounted",
            "A wheel has one to ten axes, each named once.",
            "A28",
            "Name each axis once, or define another wheel for the rest.",
            danish="Et hjul har en til ti akser, hver nævnt én gang.",
            danish_next="Nævn hver akse én gang, eller lav et andet hjul til resten.",
        )
    by_goal = command.kind is WheelKind.SUB_GOALS
    if any((axis.goal is not None, axis.area is not None) != (by_goal, not by_goal) for axis in axes):
        raise Refused(
            "axes_of_another_kind",
            "The axes of a sub-goal wheel are goals, those of a progression wheel areas.",
            "Q11",
            "Name a goal or an area for each axis, as the wheel's kind says.",
            danish="Akserne i et delmålshjul er mål; i et progressionshjul er de områder.",
            danish_next="Angiv et mål eller et område for hver akse, som hjulets slags siger.",
        )


def _require_means(state: State, before: Wheel | None, axis: Axis) -> None:
    """An axis keeps its meaning, or its scores would be of something else; one whose goal was reached may stay."""
    if before is not None and before.meant.get(axis.axis, _meaning(axis)) != _meaning(axis):
        raise Refused(
            "axis_of_another",
            "An axis stays the same goal or area: what was scored on it goes on.",
            "A28",
            "Give the other goal or area an axis of its own.",
            danish="En akse er det samme mål eller område hele vejen, for det, der er scoret, følger med.",
            danish_next="Giv det andet mål eller område sin egen akse.",
        )
    if axis.goal is not None and (before is None or axis not in before.axes):
        require_goal(state, axis.goal)


def _meaning(axis: Axis) -> str:
    return str(axis.goal or axis.area)


def score_wheel(state: State, command: ScoreWheel) -> list[FamilyEvent]:
    """The axes that are scored are the wheel's, each once; the two views stay apart. INV-59."""
    require_new(state, command.scoring)
    require_past(command.scored_on, command.at)
    wheel = state.wheels.get(command.wheel)
    if wheel is None:
        raise Refused(
            "wheel_unknown",
            "This wheel is not defined.",
            "A28",
            "Define the wheel first.",
            danish="Hjulet er ikke lavet.",
            danish_next="Lav hjulet først.",
        )
    require_member(state, wheel.person)
    _require_of_wheel(wheel, command)
    require_word(state.known.contacts, command.by, scored_word(command.by_kind), wheel.person)
    return [
        WheelScored(
            family=command.family,
            wheel=command.wheel,
            scoring=command.scoring,
            person=wheel.person,
            by_kind=command.by_kind,
            scores=command.scores,
            words=command.words,
            scored_on=command.scored_on,
        )
    ]


def _require_of_wheel(wheel: Wheel, command: ScoreWheel) -> None:
    scored = {score.axis for score in command.scores}
    if not scored or len(scored) < len(command.scores) or not scored <= {axis.axis for axis in wheel.axes}:
        raise Refused(
            "axes_not_of_wheel",
            "Each score is of an axis of this wheel, and each axis has one.",
            "A28",
            "Score axes of the wheel, each once.",
            danish="Hver score hører til en akse i hjulet, og hver akse har én.",
            danish_next="Giv hjulets akser én score hver.",
        )


# Evolve


def evolve_wheels(state: State, event: WheelDefined) -> State:
    """The wheels after one is defined. What was scored is a record, and stands with the others."""
    before = state.wheels.get(event.wheel)
    meant = {axis.axis: _meaning(axis) for axis in event.axes}
    wheel = Wheel(event.kind, event.person, event.axes, {**(before.meant if before else {}), **meant})
    return replace(state, used=state.used | {event.wheel}, wheels={**state.wheels, event.wheel: wheel})


def scoring(event: WheelScored) -> tuple[RecordId, Record]:
    """What a correction needs of it."""
    axes = frozenset(score.axis for score in event.scores)
    word = scored_word(event.by_kind)
    return RecordId(event.scoring), Record(event.scored_on, WHEEL_SCALE, event.person, axes, word=word)
