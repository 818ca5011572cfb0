"""What progress told of the invented family when it didn't go as agreed, and how its wheel turned."""

from datetime import date

from contracts.ids import AxisId, DeviationId, ScoringId, WheelId
from contracts.progress.events import (
    Axis,
    AxisScore,
    DeviationActionTaken,
    DeviationClosed,
    DeviationOverdue,
    DeviationReported,
    ScoredBy,
    WheelDefined,
    WheelKind,
    WheelScored,
)
from contracts.shapes import PartyKind
from tests.unit.family import BO, FAMILY, MEETING, ULLA, numbered
from tests.views.planned import EAT, GUIDANCE

ASTRAY, WHEEL = numbered(DeviationId, 1), numbered(WheelId, 1)
REPORTED = DeviationReported(
    family=FAMILY,
    deviation=ASTRAY,
    meeting=MEETING,
    goal=EAT,
    intervention=GUIDANCE,
    words="Nobody came home to eat.",
    owner=ULLA,
    owner_kind=PartyKind.PROFESSIONAL,
    due_on=date(2024, 3, 12),
    reported_on=date(2024, 3, 7),
)
ACTED = DeviationActionTaken(
    family=FAMILY, deviation=ASTRAY, words="We talked at the table.", taken_on=date(2024, 3, 13)
)
LATE = DeviationOverdue(family=FAMILY, deviation=ASTRAY, due_on=date(2024, 3, 12))
CLOSED = DeviationClosed(
    family=FAMILY, deviation=ASTRAY, plan_changes=True, words="Supper at seven.", closed_on=date(2024, 3, 14)
)
JOB, HEALTH, FRIENDS = (numbered(AxisId, n) for n in (1, 2, 3))
TURNS = WheelDefined(
    family=FAMILY,
    wheel=WHEEL,
    kind=WheelKind.PROGRESSION,
    person=BO,
    axes=(Axis(axis=JOB, area="job"), Axis(axis=HEALTH, area="health"), Axis(axis=FRIENDS, goal=EAT)),
    defined_on=date(2024, 3, 2),
)


def scored(number: int, day: date, by: ScoredBy, words: str | None = None, **scores: int) -> WheelScored:
    """Bo's wheel is scored: `job`, `health` and `friends`, each from 0 to 10."""
    axes = {"job": JOB, "health": HEALTH, "friends": FRIENDS}
    return WheelScored(
        family=FAMILY,
        wheel=WHEEL,
        scoring=numbered(ScoringId, number),
        person=BO,
        by_kind=by,
        scores=tuple(AxisScore(axis=axes[name], value=value) for name, value in scores.items()),
        words=words,
        scored_on=day,
    )
