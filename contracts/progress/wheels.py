"""The progression wheel and the sub-goal wheel: one kind of thing, with fixed areas or the plan's goals as axes. Q11."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.codes import AxisCode
from contracts.ids import AxisId, FamilyId, GoalId, PersonId, ScoringId, WheelId
from contracts.meaning import Unit
from contracts.progress.registered import ScoredBy
from contracts.shapes import Event, Part, Sealed

WHEEL_SCALE = 0, 10
WheelScore = Annotated[
    int, Field(ge=WHEEL_SCALE[0], le=WHEEL_SCALE[1]), Unit("steps from the hub, 0 to 10, which is best")
]


class WheelKind(StrEnum):
    """What the axes are: fixed areas (progressionshjul) or goals of the plan (delmålshjul). A28, A29, Q11."""

    PROGRESSION = "progression"
    SUB_GOALS = "sub-goals"


class Axis(Part):
    """One axis: an area by its code, or a goal of the plan."""

    axis: AxisId
    area: AxisCode | None = None
    goal: GoalId | None = None


class WheelDefined(Event):
    """A person's wheel has these axes from now on; the scores of those that stay go on (hjul). A28, A29, M11."""

    wire: ClassVar[str] = "helhed.progress.wheel-defined.v1"
    family: FamilyId
    wheel: WheelId
    kind: WheelKind
    person: PersonId
    axes: tuple[Axis, ...]
    defined_on: date


class AxisScore(Part):
    """Where somebody stands on one axis."""

    axis: AxisId
    value: WheelScore


class WheelScored(Event):
    """A wheel was scored in one sitting, by the citizen or a professional: kept apart. A28, A29, INV-59."""

    wire: ClassVar[str] = "helhed.progress.wheel-scored.v1"
    family: FamilyId
    wheel: WheelId
    scoring: ScoringId
    person: PersonId
    by_kind: ScoredBy
    scores: tuple[AxisScore, ...]
    words: Annotated[str | None, Sealed(of="person")] = None
    """What moved it, in the words of who scored."""
    scored_on: date


WheelEvent = WheelDefined | WheelScored
