"""What plans says of a family, as far as meetings needs it: the plans on its table, their goals, when help begins."""

from dataclasses import dataclass, field
from datetime import date

from contracts.plans import events as plans
from eventkeep.evolved import replace


@dataclass(frozen=True)
class Table:
    """A plan as it lies on the table: its revision, its open goals, and the ended ones with the revision that ended them."""

    revision: int = 0
    goals: tuple[str, ...] = ()
    ended_goals: dict[str, int] = field(default_factory=dict)

    def open_at(self, revision: int) -> frozenset[str]:
        """The goals that were open in a revision: what ended since was open then. INV-28, R01."""
        return frozenset(
            (*self.goals, *(goal for goal, ended in self.ended_goals.items() if ended > revision))
        )


@dataclass(frozen=True)
class PlansFacts:
    """The family's plan as it is now, when each of its interventions starts, and the plans that were closed.

    `started` are the interventions whose day is the one on which they really started.
    """

    plan: str | None = None
    table: Table = field(default_factory=Table)
    starts: dict[str, date] = field(default_factory=dict)
    started: tuple[str, ...] = ()
    closed: dict[str, Table] = field(default_factory=dict)

    @property
    def first_start(self) -> date | None:
        """The day on which the first intervention started, or is to start. X-03."""
        return min(self.starts.values(), default=None)

    def of_plan(self, plan: str) -> Table:
        """A plan as it is, or as it was when it was closed."""
        return self.table if plan == self.plan else self.closed.get(plan, Table())


def evolve_plans(facts: PlansFacts, event: plans.FamilyEvent) -> PlansFacts:
    """The facts after an event of plans. Whatever carries a higher revision raised it. INV-19."""
    match event:
        case plans.PlanDrafted():
            return PlansFacts(event.plan, Table(event.revision), closed=facts.closed)
        case plans.PlanClosed():
            return PlansFacts(closed={**facts.closed, event.plan: facts.table})
        case _:
            return _helped(replace(facts, table=_grown(facts.table, event)), event)


def _grown(table: Table, event: plans.FamilyEvent) -> Table:
    """The plan on the table after an event. A goal that moves to another household has ended here. INV-28, A04."""
    table = replace(table, revision=max(table.revision, getattr(event, "revision", 0)))
    match event:
        case plans.GoalDefined() if event.goal not in table.goals:
            return replace(table, goals=(*table.goals, event.goal))
        case plans.GoalAchieved() | plans.GoalClosed() | plans.GoalFateDecided(fate=plans.GoalFate.MOVES):
            goals = tuple(goal for goal in table.goals if goal != event.goal)
            return replace(table, goals=goals, ended_goals={**table.ended_goals, event.goal: event.revision})
        case _:
            return table


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
