"""What of a family's news is told first: the highest of a fixed order, three at most."""

from collections.abc import Iterator, Sequence

from contracts.meetings.events import (
    AgreementOverdue,
    FollowUpOverdue,
    NetworkMeetingCancelled,
    NetworkMeetingRescheduled,
    NetworkMeetingScheduled,
)
from contracts.plans.events import (
    GoalAchieved,
    GoalClosed,
    GoalDefined,
    GoalOverdue,
    GoalReplanned,
    InterventionAdded,
    PriorityAgreed,
)
from contracts.progress.events import (
    DeviationOverdue,
    DeviationReplanned,
    DeviationReported,
    ProgressRegistered,
    RegistrationCorrected,
    WheelScored,
)
from contracts.shapes import Event
from eventkeep.vector import Vector
from services.overview.corrected import Corrections, noted, standing
from services.overview.sentences import TOLD
from services.overview.tale import Happened

_LEAD = 3


def unknown(tale: Sequence[Happened], upto: Vector) -> list[Happened]:
    """What was told beyond a vector, each of which has its sentence."""
    return [each for each in tale if each.version > upto.get(each.service, 0) and type(each.event) in TOLD]


def lead(fresh: Sequence[Happened], tale: Sequence[Happened]) -> list[Happened]:
    """The newest of each rank, the highest rank first, and then more of the same; three at most."""
    back = _gone_back(tale)
    ranked = sorted(
        ((_rank(each.event, each.ref in back), -number, each) for number, each in enumerate(fresh)),
        key=lambda found: found[:2],
    )
    told = [each for _, _, each in ranked]
    firsts = list({_rank(each.event, each.ref in back): each for each in reversed(told)}.values())[::-1]
    return [*firsts, *(each for each in told if each not in firsts)][:_LEAD]


_RANKS: tuple[tuple[type[Event], ...], ...] = (
    (PriorityAgreed,),
    (DeviationReported, DeviationOverdue, GoalOverdue, GoalClosed, FollowUpOverdue, AgreementOverdue),
    (GoalAchieved,),
    (GoalDefined, InterventionAdded),
    (),
    (
        NetworkMeetingScheduled,
        NetworkMeetingRescheduled,
        NetworkMeetingCancelled,
        GoalReplanned,
        DeviationReplanned,
    ),
)
"""Priority, then what went back or wasn't done, reached goals, new goals and interventions, people, dates."""
_BACK, _PEOPLE, _OTHER = 1, 4, 6


def _rank(event: Event, went_back: bool) -> int:
    if went_back:
        return _BACK
    found = (rank for rank, kinds in enumerate(_RANKS) if isinstance(event, kinds))
    return next(found, _PEOPLE if event.wire.startswith("helhed.contacts.") else _OTHER)


def _gone_back(tale: Sequence[Happened]) -> set[str]:
    """Scores below the one before, of the same goal or axis, person and view, as each is right. INV-59, X-08."""
    last: dict[tuple[object, ...], int] = {}
    back: set[str] = set()
    corrections: Corrections = {}
    for each in tale:
        if isinstance(each.event, RegistrationCorrected):
            corrections = noted(corrections, each.event)
    for each in tale:
        for of, value in _scores(each.event, corrections):
            if value < last.get(of, value):
                back.add(each.ref)
            last[of] = value
    return back


def _scores(event: Event, corrections: Corrections) -> Iterator[tuple[tuple[object, ...], int]]:
    """What an event scores, and how high; nothing where it was taken back."""
    if not isinstance(event, ProgressRegistered | WheelScored):
        return
    for right, _ in standing([event], corrections):
        if isinstance(right, ProgressRegistered):
            yield (right.goal, right.person, right.by_kind), right.value
        else:
            yield from (((right.wheel, each.axis, right.by_kind), each.value) for each in right.scores)
