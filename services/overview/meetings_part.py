"""How the network met and what it agreed: the part of the family plan that meetings tells."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from contracts.ids import AgreementId, FamilyId, MeetingId
from contracts.meetings.events import (
    AgreementEnded,
    AgreementMade,
    AgreementOverdue,
    Agreements,
    FamilyEvent,
    GroupJoined,
    GroupLeft,
    GroupTermChanged,
    MeetingsResumed,
    MeetingsSuspended,
    OtherMeetingHeld,
    PreMeetingHeld,
    PreMeetingWaived,
)
from eventkeep.evolved import replace
from services.overview import group_courses, one_meeting
from services.overview.group_courses import Courses
from services.overview.one_meeting import Meeting, day

ActionEvent = AgreementMade | AgreementEnded | AgreementOverdue


@dataclass(frozen=True)
class Actions:
    """What was agreed that somebody will do, and what became of it."""

    made: Mapping[AgreementId, AgreementMade] = field(default_factory=dict)
    ended: Mapping[AgreementId, AgreementEnded] = field(default_factory=dict)
    overdue: frozenset[AgreementId] = frozenset()


@dataclass(frozen=True)
class Meetings:
    """The family's meetings, in the order in which they were first spoken of."""

    family: FamilyId | None = None
    meetings: Mapping[MeetingId, Meeting] = field(default_factory=dict)
    pre_meetings: Mapping[MeetingId, PreMeetingHeld] = field(default_factory=dict)
    waived: PreMeetingWaived | None = None
    others: Mapping[MeetingId, OtherMeetingHeld] = field(default_factory=dict)
    actions: Actions = field(default_factory=Actions)
    courses: Courses = ()


def evolve(part: Meetings, event: FamilyEvent) -> Meetings:
    """The meetings after an event. Never refuses: the past has happened."""
    part = replace(part, family=event.family)
    match event:
        case PreMeetingHeld():
            return replace(part, pre_meetings={**part.pre_meetings, event.meeting: event})
        case PreMeetingWaived():
            return replace(part, waived=event)
        case OtherMeetingHeld():
            return replace(part, others={**part.others, event.meeting: event})
        case AgreementMade() | AgreementEnded() | AgreementOverdue():
            return replace(part, actions=_acted(part.actions, event))
        case GroupJoined() | GroupLeft() | GroupTermChanged():
            return replace(part, courses=group_courses.evolve(part.courses, event))
        case MeetingsSuspended() | MeetingsResumed():
            return part  # contacts says that the case is closed
        case _:
            meeting = one_meeting.evolve(part.meetings.get(event.meeting, Meeting()), event)
            return replace(part, meetings={**part.meetings, event.meeting: meeting})


def _acted(actions: Actions, event: ActionEvent) -> Actions:
    if isinstance(event, AgreementMade):
        return replace(actions, made={**actions.made, event.agreement: event})
    if isinstance(event, AgreementEnded):
        return replace(actions, ended={**actions.ended, event.agreement: event})
    return replace(actions, overdue=actions.overdue | {event.agreement})


def held_on(part: Meetings) -> dict[str, date]:
    """The days of the held meetings."""
    return {meeting: day(each.held.held_at) for meeting, each in part.meetings.items() if each.held}


def procedures(part: Meetings) -> dict[str, str]:
    """What each held meeting agreed is done on a deviation. A25, INV-29."""
    return {
        meeting: each.held.agreements.deviation_procedure
        for meeting, each in part.meetings.items()
        if each.held
    }


def shown(part: Meetings, goals: Collection[str]) -> dict[str, Any]:
    """What everybody attached sees of it. `goals` are those of the plan."""
    return {
        "pre_meeting": _pre_meeting(part),
        **_agreed(part, goals),
        "agreed_actions": _actions(part.actions),
        "meetings": [one_meeting.shown(*each) for each in _in_order(part)],
        "other_meetings": [_other(each) for each in part.others.values()],
        "group_courses": group_courses.shown(part.courses),
    }


def _in_order(part: Meetings) -> list[tuple[MeetingId, Meeting]]:
    """By when they were held, or else are called for; where no time is known, last."""
    timed = [(each.time, number, meeting) for number, (meeting, each) in enumerate(part.meetings.items())]
    dated = sorted((time, number, meeting) for time, number, meeting in timed if time is not None)
    undated = [meeting for time, _, meeting in timed if time is None]
    return [(meeting, part.meetings[meeting]) for meeting in [*(m for _, _, m in dated), *undated]]


def _pre_meeting(part: Meetings) -> dict[str, Any]:
    """What came before the team. INV-11, INV-12."""
    return {
        "waived": part.waived is not None,
        "waived_because": part.waived and part.waived.reason,
        "held": [
            {
                "meeting": each.meeting,
                "held_by": each.held_by,
                "instead_of_social_worker": each.instead_of_social_worker,
                "persons": each.persons,
                "place": each.place,
                "date": each.held_on,
            }
            for each in part.pre_meetings.values()
        ],
    }


def _agreed(part: Meetings, goals: Collection[str]) -> dict[str, Any]:
    """What the latest held meeting agreed, which stands until the next one. INV-25 to INV-30."""
    latest = next((meeting for _, meeting in reversed(_in_order(part)) if meeting.held), None)
    held = latest.held if latest else None
    agreed = held.agreements if held else None
    return {
        "agreed_at_meeting": held and held.meeting,
        "next_follow_up": latest and agreed and _follow_up(latest, agreed),
        "interim_goals": [
            {"goal": goal, "known": goal in goals} for goal in (agreed.interim_goals if agreed else ())
        ],
        "deviation_procedure": agreed and agreed.deviation_procedure,
        "progress_scheme": agreed
        and {
            "what": agreed.progress_scheme.what,
            "every": agreed.progress_scheme.every,
            "persons": agreed.progress_scheme.persons,
            "professionals": agreed.progress_scheme.professionals,
        },
        "further_assessment": latest
        and agreed
        and {
            "needed": agreed.further_assessment_needed,
            "domains": agreed.further_assessment_domains,
            "withdrawn": latest.assessment_withdrawn,
        },
    }


def _follow_up(meeting: Meeting, agreed: Agreements) -> dict[str, Any]:
    """`latest` is the day that it should not be later than, where it is. X-03, INV-26, INV-27."""
    return {
        "date": agreed.follow_up_on,
        "persons": agreed.follow_up_persons,
        "professionals": agreed.follow_up_professionals,
        "late": meeting.late is not None,
        "latest": meeting.late and meeting.late.latest,
        "overdue": meeting.overdue is not None,
    }


def _actions(actions: Actions) -> list[dict[str, Any]]:
    """What is open, by the day that it is due; then what was kept, or broken and why, by that day. A24."""
    made = sorted(actions.made.values(), key=lambda each: (each.agreement in actions.ended, each.due_on))
    ended = actions.ended
    return [
        {
            "agreement": each.agreement,
            "meeting": each.meeting,
            "words": each.words,
            "owner_kind": each.owner_kind,
            "owner": each.owner,
            "due_on": each.due_on,
            "overdue": each.agreement in actions.overdue,
            "ending": ended[each.agreement].ending if each.agreement in ended else None,
            "reason": ended[each.agreement].reason if each.agreement in ended else None,
        }
        for each in made
    ]


def _other(each: OtherMeetingHeld) -> dict[str, Any]:
    """A meeting without a plan on the table. R24, R45."""
    return {
        "meeting": each.meeting,
        "kind": each.kind,
        "date": day(each.held_at),
        "professionals": each.professionals,
        "persons": each.persons,
        "supporters": each.supporters,
    }
