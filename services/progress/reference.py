"""What progress knows of the others: who is around the family, what its plan holds, what was agreed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contracts.contacts import events as contacts
from contracts.meetings import events as meetings
from contracts.plans import events as plans
from eventkeep.evolved import replace
from eventkeep.view import Fold, View


@dataclass(frozen=True)
class ContactsFacts:
    """Who is in the family now, and who is attached to it."""

    registered: bool = False
    members: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlansFacts:
    """The open goals of the plan, and the goal that each intervention that has not ended works for."""

    goals: tuple[str, ...] = ()
    interventions: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class MeetingsFacts:
    """The scheme that the latest held meeting agreed: who registers, and how often. INV-30."""

    scheme_meeting: str | None = None
    scheme_persons: tuple[str, ...] = ()
    scheme_professionals: tuple[str, ...] = ()
    scheme_every: str | None = None


@dataclass(frozen=True)
class Known:
    """The facts of the others that a decision rests on."""

    contacts: ContactsFacts = field(default_factory=ContactsFacts)
    plans: PlansFacts = field(default_factory=PlansFacts)
    meetings: MeetingsFacts = field(default_factory=MeetingsFacts)


def evolve_contacts(facts: ContactsFacts, event: contacts.FamilyEvent) -> ContactsFacts:
    """The facts after an event of contacts."""
    match event:
        case contacts.FamilyRegistered():
            return replace(facts, registered=True, members=tuple(m.person for m in event.members))
        case contacts.FamilyMemberAdded():
            return replace(facts, members=_with(facts.members, event.member.person))
        case contacts.FamilyMemberLeft():
            return replace(facts, members=_without(facts.members, event.person))
        case contacts.ProfessionalAttached():
            return replace(facts, attached=_with(facts.attached, event.professional))
        case contacts.ProfessionalDetached() | contacts.AttachmentExpired():
            return replace(facts, attached=_without(facts.attached, event.professional))
        case contacts.FamilyClosed():
            return replace(facts, attached=())
        case _:
            return facts


def evolve_plans(facts: PlansFacts, event: plans.FamilyEvent) -> PlansFacts:
    """The facts after an event of plans. How it goes is registered while a goal or an intervention goes on."""
    match event:
        case plans.PlanDrafted() | plans.PlanClosed():
            return PlansFacts()
        case plans.GoalDefined():
            return replace(facts, goals=_with(facts.goals, event.goal))
        case plans.GoalAchieved() | plans.GoalClosed() | plans.GoalFateDecided(fate=plans.GoalFate.MOVES):
            return replace(facts, goals=_without(facts.goals, event.goal))
        case plans.InterventionAdded():
            return replace(facts, interventions={**facts.interventions, event.intervention: event.goal})
        case plans.InterventionEnded():
            left = {each: goal for each, goal in facts.interventions.items() if each != event.intervention}
            return replace(facts, interventions=left)
        case _:
            return facts


def evolve_meetings(facts: MeetingsFacts, event: meetings.FamilyEvent) -> MeetingsFacts:
    """The facts after an event of meetings."""
    if not isinstance(event, meetings.NetworkMeetingHeld):
        return facts
    scheme = event.agreements.progress_scheme
    return MeetingsFacts(event.meeting, tuple(scheme.persons), tuple(scheme.professionals), scheme.every)


def _with(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return items if item in items else (*items, item)


def _without(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return tuple(each for each in items if each != item)


def _document(parts: Mapping[str, Any]) -> dict[str, Any]:
    return dict(parts)


REFERENCE = View(
    "reference",
    3,
    {
        "contacts": Fold(ContactsFacts, evolve_contacts),
        "plans": Fold(PlansFacts, evolve_plans),
        "meetings": Fold(MeetingsFacts, evolve_meetings),
    },
    _document,
    hashed=False,
)
"""The copy as it is kept: JSON of `Known`."""
