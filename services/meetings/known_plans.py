"""What plans says of a family, as far as meetings needs it: the plan on the table, its goals, when help begins."""

from dataclasses import dataclass, field, replace
from datetime import date

from contracts.plans import events as plans


@dataclass(frozen=True)
class PlansFacts:
    """The family's plan, its revision, the open and the ended goals in its tree, and when each intervention starts.

    `started` are the interventions whose day is the one on which they really started.
    """

    plan: str | None = None
    revision: int = 0
    goals: tuple[str, ...] = ()
    ended_goals: tuple[str, ...] = ()
    starts: dict[str, date] = field(default_factory=dict)
    started: tuple[str, ...] = ()

    @property
    def first_start(self) -> date | None:
        """The day on which the first intervention started, or is to start. X-03."""
        return min(self.starts.values(), default=None)


def evolve_plans(facts: PlansFacts, event: plans.FamilyEvent) -> PlansFacts:
    """The facts after an event of plans. Whatever carries a higher revision raised it. INV-19."""
    if isinstance(event, plans.PlanDrafted):
        return PlansFacts(plan=event.plan, revision=event.revision)
    facts = replace(facts, revision=max(facts.revision, getattr(event, "revision", 0)))
    match event:
        case plans.PlanClosed():
            return PlansFacts(revision=facts.revision, ended_goals=(*facts.ended_goals, *facts.goals))
        case plans.GoalDefined():
            return replace(facts, goals=_with(facts.goals, event.goal))
        case plans.GoalAchieved() | plans.GoalClosed():
            goals = tuple(goal for goal in facts.goals if goal != event.goal)
            return replace(facts, goals=goals, ended_goals=_with(facts.ended_goals, event.goal))
        case _:
            return _helped(facts, event)


def _helped(facts: PlansFacts, event: plans.FamilyEvent) -> PlansFacts:
    """When help begins: the planned day, then the real one; going on after a pause is no new beginning. X-03."""
    match event:
        case plans.InterventionAdded():
            return replace(facts, starts={**facts.starts, event.intervention: event.starts})
        case plans.InterventionStarted() if event.intervention not in facts.started:
            starts = {**facts.starts, event.intervention: event.started_on}
            return replace(facts, starts=starts, started=(*facts.started, event.intervention))
        case plans.InterventionEnded(result=plans.InterventionResult.CANCELLED):
            starts = {each: day for each, day in facts.starts.items() if each != event.intervention}
            return replace(facts, starts=starts)
        case _:
            return facts


def _with(items: tuple[str, ...], item: str) -> tuple[str, ...]:
    return items if item in items else (*items, item)
