"""The view of programmes: one row for each, folded from progress alone. Names stay sealed. R39 to R49, T18 to T23."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contracts.progress.events import (
    CostRecorded,
    EffectStated,
    GuideRead,
    GuideVersionPublished,
    MilestoneSet,
    OutcomeTargetSet,
    ProgrammeEvent,
    ProgrammeRegistered,
    ProgrammeRoleAssigned,
    ProgrammeRoleEnded,
    ProgrammeTold,
    TimeSetAside,
    TrainingHeld,
)
from contracts.progress.targets import TARGETS, Definition
from eventkeep.evolved import replace
from eventkeep.view import Fold, View

Document = dict[str, Any]


@dataclass(frozen=True)
class Programme:
    """The latest word on each thing in it, by what names it."""

    frame: ProgrammeRegistered | None = None
    roles: dict[tuple[str, str], Document] = field(default_factory=dict)
    latest: dict[tuple[type[Any], str], ProgrammeEvent] = field(default_factory=dict)
    read: dict[tuple[str, str], GuideRead] = field(default_factory=dict)

    def of(self, kind: type[Any]) -> list[Any]:
        """What stands of a kind, in the order in which it was first said."""
        return [event for (of, _), event in self.latest.items() if of is kind]


def evolve(part: Programme, event: ProgrammeEvent) -> Programme:
    """The programme after an event. Never refuses: the past has happened."""
    match event:
        case ProgrammeRegistered():
            return replace(part, frame=event)
        case ProgrammeRoleAssigned() | ProgrammeRoleEnded():
            return replace(part, roles=_roles(part.roles, event))
        case GuideRead():
            return replace(part, read={**part.read, (event.guide, event.professional): event})
        case MilestoneSet():
            named: str = event.milestone
        case OutcomeTargetSet():
            named = event.target
        case ProgrammeTold():
            named = event.telling
        case TrainingHeld():
            named = event.training
        case GuideVersionPublished():
            named = event.guide
        case TimeSetAside():
            named = event.department
        case CostRecorded() | EffectStated():
            named = event.entry
        case _:
            return part
    return replace(part, latest={**part.latest, (type(event), str(named)): event})


def _roles(
    roles: dict[tuple[str, str], Document], event: ProgrammeRoleAssigned | ProgrammeRoleEnded
) -> dict[tuple[str, str], Document]:
    """Who has a role anew is named as he or she is called now; an ended one stands with its last day."""
    place = str(event.role), str(event.professional)
    if isinstance(event, ProgrammeRoleEnded):
        ended = {**roles[place], "ended_on": event.ended_on} if place in roles else None
        return {**roles, place: ended} if ended else roles
    held = {
        "role": event.role,
        "professional": event.professional,
        "name": event.name,
        "since": event.since,
        "ended_on": None,
    }
    return {**roles, place: held}


def derive(parts: Mapping[str, Any]) -> Document:
    """All that is known of the programme; nothing of the clock or the reader enters it."""
    part: Programme = parts["progress"]
    frame = part.frame
    return {
        "programme": frame and frame.programme,
        "code": frame and frame.code,
        "title": frame and frame.title,
        "starts_on": frame and frame.starts_on,
        "ends_on": frame and frame.ends_on,
        "grant": frame and frame.grant,
        "funder": frame and frame.funder,
        "roles": list(part.roles.values()),
        "milestones": [
            {"title": each.title, "due_on": each.due_on, "reached_on": each.reached_on}
            for each in sorted(part.of(MilestoneSet), key=lambda one: (one.due_on, one.milestone))
        ],
        "targets": _targets(part),
        "told": _told(part),
        "trainings": _trainings(part),
        "guides": _guides(part),
        **_money(part),
    }


def _targets(part: Programme) -> list[Document]:
    """Those that are every programme's, or this one's; as agreed, else as the sources say. T01 to T14, T24, Q19."""
    agreed = {event.target: event.needed for event in part.of(OutcomeTargetSet)}
    code = part.frame and part.frame.code

    def is_ours(each: Definition) -> bool:
        return each.programme in (None, code) or each.target in agreed

    return [
        {
            "target": each.target,
            "need": each.need,
            "needed": agreed.get(each.target, each.needed),
            "agreed": each.target in agreed,
        }
        for each in TARGETS.values()
        if is_ours(each)
    ]


def _told(part: Programme) -> list[Document]:
    """The newest first; among those of one day, what was said last. R41, R42, R44, A36, A44."""
    told = sorted(part.of(ProgrammeTold), key=lambda one: one.told_on)[::-1]
    return [
        {
            "telling": each.telling,
            "kind": each.kind,
            "title": each.title,
            "words": each.words,
            "told_to": list(each.told_to),
            "reference": each.reference,
            "verdict": each.verdict,
            "follows": each.follows,
            "told_on": each.told_on,
        }
        for each in told
    ]


def _trainings(part: Programme) -> list[Document]:
    """By day. How many took part, from which departments; who, is nobody's to read. R54, M09, M12, M13, C18."""
    return [
        {
            "kind": each.kind,
            "title": each.title,
            "held_on": each.held_on,
            "attended": len(each.attended),
            "departments": _counted([one.department for one in each.attended]),
        }
        for each in sorted(part.of(TrainingHeld), key=lambda one: (one.held_on, one.training))
    ]


def _guides(part: Programme) -> list[Document]:
    """The newest version of each, and the ids of those who have read it: a document gives their number alone. A34."""
    return [
        {
            "guide": each.guide,
            "version": each.version,
            "title": each.title,
            "reference": each.reference,
            "published_on": each.published_on,
            "read_by": {
                str(who): read.department
                for (guide, who), read in part.read.items()
                if guide == each.guide and read.version >= each.version
            },
        }
        for each in part.of(GuideVersionPublished)
    ]


def _money(part: Programme) -> Document:
    costs, effects = part.of(CostRecorded), part.of(EffectStated)
    return {
        "costs": [
            {name: getattr(each, name) for name in ("amount", "what", "by_grant", "period_from", "period_to")}
            for each in sorted(costs, key=lambda one: (one.period_from, one.entry))
        ],
        "spent_of_grant": sum(each.amount for each in costs if each.by_grant),
        "spent_in_daily_work": sum(each.amount for each in costs if not each.by_grant),
        "effects": [
            {name: getattr(each, name) for name in _EFFECT}
            for each in sorted(effects, key=lambda one: (one.period_from, one.area, one.entry))
        ],
        "time": [
            {name: getattr(each, name) for name in ("department", "hours", "starts_on", "ends_on")}
            for each in sorted(part.of(TimeSetAside), key=lambda one: one.department)
        ],
    }


_EFFECT = ("area", "expected", "measured", "verdict", "words", "period_from", "period_to")


def _counted(names: list[str]) -> dict[str, int]:
    return {name: names.count(name) for name in sorted(set(names))}


PROGRAMME = View(
    "programme",
    1,
    {"progress": Fold(Programme, evolve)},
    derive,
    waits_for_causes=False,
    hashed=False,
    kind="programme",
)
"""Nothing of others is behind what is said of a programme: there is no cause to wait for."""
