"""What meetings knows of the others: who is around the family (contacts), and what its plan holds (plans)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from contracts.contacts import events as contacts
from contracts.plans import events as plans
from eventkeep.view import Fold, View


@dataclass(frozen=True)
class ContactsFacts:
    """Who is in the family, who of them are adults, who is attached, on the team, and coordinates."""

    registered: bool = False
    members: tuple[str, ...] = ()
    adults: tuple[str, ...] = ()
    attached: tuple[str, ...] = ()
    team: tuple[str, ...] = ()
    coordinator: str | None = None


@dataclass(frozen=True)
class PlansFacts:
    """The family's plan, its revision and the goals in its tree."""

    plan: str | None = None
    revision: int = 0
    goals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """The facts of the others that a decision rests on."""

    contacts: ContactsFacts = field(default_factory=ContactsFacts)
    plans: PlansFacts = field(default_factory=PlansFacts)


def evolve_contacts(facts: ContactsFacts, event: contacts.FamilyEvent) -> ContactsFacts:
    """The facts after an event of contacts."""
    match event:
        case contacts.FamilyRegistered():
            facts = replace(facts, registered=True, members=(), adults=())
            for member in event.members:
                facts = _joined(facts, member)
            return facts
        case contacts.FamilyMemberAdded():
            return _joined(facts, event.member)
        case contacts.ProfessionalAttached():
            return replace(facts, attached=_with(facts.attached, event.professional))
        case contacts.ProfessionalDetached():
            return replace(facts, attached=_without(facts.attached, event.professional))
        case contacts.CoordinationTeamEstablished():
            return replace(facts, team=tuple(event.members))
        case contacts.TeamMemberAdded():
            return replace(facts, team=_with(facts.team, event.professional))
        case contacts.TeamMemberRemoved():
            return replace(facts, team=_without(facts.team, event.professional))
        case contacts.CoordinatorChosen():
            return replace(facts, coordinator=event.professional)
        case contacts.CoordinatorVacated():
            return replace(facts, coordinator=None)
        case _:
            return facts


def evolve_plans(facts: PlansFacts, event: plans.FamilyEvent) -> PlansFacts:
    """The facts after an event of plans. Only content raises the revision."""
    match event:
        case plans.PlanDrafted():
            return replace(facts, plan=event.plan, revision=event.revision)
        case plans.GoalDefined():
            return replace(facts, revision=event.revision, goals=_with(facts.goals, event.goal))
        case (
            plans.FamilyWishRecorded()
            | plans.FocusAreaAdded()
            | plans.PriorityAgreed()
            | plans.InterventionAdded()
        ):
            return replace(facts, revision=event.revision)
        case _:
            return facts


def _joined(facts: ContactsFacts, member: contacts.Member) -> ContactsFacts:
    facts = replace(facts, members=_with(facts.members, member.person))
    if member.role is not contacts.Role.ADULT:
        return facts
    return replace(facts, adults=_with(facts.adults, member.person))


def _with(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return items if item in items else (*items, item)


def _without(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return tuple(each for each in items if each != item)


def _document(parts: Mapping[str, Any]) -> dict[str, Any]:
    return {service: asdict(facts) for service, facts in parts.items()}


REFERENCE = View(
    "reference",
    1,
    {
        "contacts": Fold(ContactsFacts, evolve_contacts),
        "plans": Fold(PlansFacts, evolve_plans),
    },
    _document,
    hashed=False,
)
"""The copy as it is kept: JSON of `Known`."""
