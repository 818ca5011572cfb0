"""What plans says of a family, as far as progress needs it: open goals, and what works for them."""

from dataclasses import dataclass, field

from contracts.plans import events as plans
from eventkeep.evolved import replace


@dataclass(frozen=True)
class PlansFacts:
    """The open goals of the plan, the goal that each intervention that has not ended works for, and the offers that were
    taken by interventions, also by those that began and ended: whoever used one may say how it was."""

    goals: tuple[str, ...] = ()
    interventions: dict[str, str] = field(default_factory=dict)
    offers: dict[str, str] = field(default_factory=dict)


def evolve_plans(facts: PlansFacts, event: plans.FamilyEvent) -> PlansFacts:
    """The facts after an event of plans. How it goes is registered while a goal or an intervention goes on."""
    match event:
        case plans.PlanDrafted() | plans.PlanClosed():
            return PlansFacts(offers=facts.offers)
        case plans.GoalDefined():
            return replace(facts, goals=_with(facts.goals, event.goal))
        case plans.GoalAchieved() | plans.GoalClosed() | plans.GoalFateDecided(fate=plans.GoalFate.MOVES):
            return replace(facts, goals=tuple(each for each in facts.goals if each != event.goal))
        case plans.InterventionAdded():
            return replace(
                facts,
                interventions={**facts.interventions, event.intervention: event.goal},
                offers={**facts.offers, event.intervention: event.offer} if event.offer else facts.offers,
            )
        case plans.InterventionEnded():
            left = replace(facts, interventions=_without(facts.interventions, event.intervention))
            if event.result is plans.InterventionResult.CANCELLED:
                return replace(left, offers=_without(facts.offers, event.intervention))
            return left
        case _:
            return facts


def _with(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return items if item in items else (*items, item)


def _without(items: dict[str, str], gone: str) -> dict[str, str]:
    return {each: value for each, value in items.items() if each != gone}
