"""How it went on for the invented family: wheels, deviations, what Bo does; and what was wrong, and corrected."""

from datetime import date
from typing import Any

from contracts.ids import (
    AxisId,
    CorrectionId,
    DeviationId,
    GoalId,
    Id,
    OccupationId,
    RecordId,
    ScoringId,
    WheelId,
)
from contracts.progress.events import (
    Axis,
    AxisScore,
    DeviationActionTaken,
    DeviationClosed,
    DeviationOverdue,
    DeviationReplanned,
    DeviationReported,
    OccupationEnded,
    OccupationKind,
    OccupationStarted,
    RegistrationCorrected,
    ScoredBy,
    WheelDefined,
    WheelKind,
    WheelScored,
)
from contracts.shapes import Event, PartyKind
from tests.unit.family import ANNA, BO, FAMILY, MEETING, SOFIE, numbered
from tests.views.met import BASELINE, registered
from tests.views.planned import EAT, GUIDANCE, SLEEP

WHEEL, GOAL_WHEEL = numbered(WheelId, 1), numbered(WheelId, 2)
JOB, HEALTH, FAMILY_LIFE, EATING, GONE_GOAL = (numbered(AxisId, n) for n in range(1, 6))
UNKNOWN = numbered(GoalId, 99)
"""A goal that the plan lacks."""
AREAS = (Axis(axis=JOB, area="job"), Axis(axis=HEALTH, area="health"))
DEFINED = WheelDefined(
    family=FAMILY,
    wheel=WHEEL,
    kind=WheelKind.PROGRESSION,
    person=BO,
    axes=AREAS,
    defined_on=date(2024, 3, 4),
)
WIDENED = DEFINED.model_copy(
    update={"axes": (*AREAS, Axis(axis=FAMILY_LIFE, area="family-social")), "defined_on": date(2024, 3, 6)}
)
GOALS_DEFINED = WheelDefined(
    family=FAMILY,
    wheel=GOAL_WHEEL,
    kind=WheelKind.SUB_GOALS,
    person=ANNA,
    axes=(Axis(axis=EATING, goal=EAT), Axis(axis=GONE_GOAL, goal=UNKNOWN)),
    defined_on=date(2024, 3, 4),
)


def scored(number: int, by_kind: ScoredBy, day: date, **scores: int) -> WheelScored:
    """Bo's wheel was scored in one sitting."""
    axes = {"job": JOB, "health": HEALTH, "family": FAMILY_LIFE}
    return WheelScored(
        family=FAMILY,
        wheel=WHEEL,
        scoring=numbered(ScoringId, number),
        person=BO,
        by_kind=by_kind,
        scores=tuple(AxisScore(axis=axes[name], value=value) for name, value in scores.items()),
        words="I called the shop." if by_kind is ScoredBy.CITIZEN else None,
        scored_on=day,
    )


LATER_SCORED = scored(1, ScoredBy.PROFESSIONAL, date(2024, 3, 8), job=3, health=6)
FIRST_SCORED = scored(2, ScoredBy.CITIZEN, date(2024, 3, 5), job=5, health=4, family=7)
WRONGLY_SCORED = scored(3, ScoredBy.CITIZEN, date(2024, 3, 6), job=1)

DEVIATION, OTHER_DEVIATION = numbered(DeviationId, 1), numbered(DeviationId, 2)
REPORTED = DeviationReported(
    family=FAMILY,
    deviation=DEVIATION,
    meeting=MEETING,
    goal=EAT,
    intervention=GUIDANCE,
    words="Nobody came on Monday.",
    owner=SOFIE,
    owner_kind=PartyKind.PROFESSIONAL,
    due_on=date(2024, 3, 8),
    reported_on=date(2024, 3, 4),
)
OVERDUE = DeviationOverdue(family=FAMILY, deviation=DEVIATION, due_on=date(2024, 3, 8))
REPLANNED = DeviationReplanned(
    family=FAMILY, deviation=DEVIATION, owner=ANNA, owner_kind=PartyKind.PERSON, due_on=date(2024, 3, 12)
)
ACTED = DeviationActionTaken(
    family=FAMILY, deviation=DEVIATION, words="Anna called.", taken_on=date(2024, 3, 11)
)
CLOSED = DeviationClosed(
    family=FAMILY, deviation=DEVIATION, plan_changes=True, words="Tuesdays.", closed_on=date(2024, 3, 12)
)
OTHER_REPORTED = REPORTED.model_copy(
    update={
        "deviation": OTHER_DEVIATION,
        "goal": UNKNOWN,
        "intervention": None,
        "words": "No bed yet.",
        "reported_on": date(2024, 3, 5),
    }
)
OTHER_OVERDUE = OVERDUE.model_copy(update={"deviation": OTHER_DEVIATION})

FOOTBALL, PAPERS = numbered(OccupationId, 1), numbered(OccupationId, 2)
PLAYS = OccupationStarted(
    family=FAMILY,
    occupation=FOOTBALL,
    person=BO,
    kind=OccupationKind.LEISURE_ACTIVITY,
    what="football",
    matches_wish=True,
    words="With Kaj.",
    started_on=date(2024, 1, 10),
)
STOPPED = OccupationEnded(family=FAMILY, occupation=FOOTBALL, ended_on=date(2024, 3, 1), reason="moved")
DELIVERS = PLAYS.model_copy(
    update={
        "occupation": PAPERS,
        "kind": OccupationKind.LEISURE_JOB,
        "what": None,
        "matches_wish": None,
        "goal": EAT,
        "intervention": GUIDANCE,
        "words": None,
        "started_on": date(2024, 1, 5),
    }
)
RAN = DELIVERS.model_copy(update={"occupation": numbered(OccupationId, 3), "what": "running"})


def corrected(number: int, what: Id, person: Id | None = BO, **right: Any) -> RegistrationCorrected:
    """Something was wrong: this is right, or it never was."""
    return RegistrationCorrected(
        family=FAMILY,
        correction=numbered(CorrectionId, number),
        corrects=RecordId(what),
        person=person,
        because="A wrong key.",
        **right,
    )


THIRD, LAST = registered(3, EAT, date(2024, 3, 10)), registered(7, SLEEP, date(2024, 3, 12))
OTHER_BASELINE = BASELINE.model_copy(update={"baseline": numbered(type(BASELINE.baseline), 2), "goal": EAT})
CORRECTIONS = (
    corrected(1, THIRD.registration, value=6, day=date(2024, 3, 6)),
    corrected(2, LAST.registration, taken_back=True),
    corrected(3, OTHER_BASELINE.baseline, taken_back=True),
    corrected(4, LATER_SCORED.scoring, axis=JOB, value=9),
    corrected(5, LATER_SCORED.scoring, axis=JOB, value=2),
    corrected(6, LATER_SCORED.scoring, axis=HEALTH, value=8),
    corrected(7, WRONGLY_SCORED.scoring, taken_back=True),
    corrected(8, FOOTBALL, day=date(2024, 1, 12)),
    corrected(9, FOOTBALL, ended_on=date(2024, 2, 25)),
    corrected(10, RAN.occupation, taken_back=True),
)

GOES_ON: tuple[Event, ...] = (
    *(DEFINED, GOALS_DEFINED, LATER_SCORED, WIDENED, FIRST_SCORED, WRONGLY_SCORED),
    *(REPORTED, OTHER_REPORTED, OVERDUE, OTHER_OVERDUE, REPLANNED, ACTED, CLOSED),
    *(PLAYS, DELIVERS, RAN, STOPPED),
    *(LAST, OTHER_BASELINE),
    *CORRECTIONS,
)
"""What progress told after all of `met.PROGRESS`."""
