"""The one current plan of a family: drafted, closed, and another drafted after that. A01, INV-16."""

from typing import assert_never

from contracts.ids import FamilyId, PlanId
from contracts.plans.events import FamilyEvent, PlanClosed, PlanDrafted
from contracts.shapes import ActorKind, Code, Command
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.plans.findings import of_the_family
from services.plans.state import State, ids_in

# Commands


class DraftPlan(Command):
    """Begin the family's one plan (familieplan). A01, A02, A11, INV-16."""

    family: FamilyId
    plan: PlanId


class ClosePlan(Command):
    """Close the plan, with the reason; another may be drafted after that (afslutte plan). A01, INV-16.

    The team names the plan. Our own service closes the current one when the family's case is closed.
    """

    family: FamilyId
    plan: PlanId | None = None
    reason: Code


DraftingCommand = DraftPlan | ClosePlan
DraftingEvent = PlanDrafted | PlanClosed

# Decide


def decide_drafting(state: State, command: DraftingCommand) -> list[FamilyEvent]:
    """One plan at a time. INV-16."""
    match command:
        case DraftPlan():
            return _draft(state, command)
        case ClosePlan():
            return _close(state, command)
        case _:
            assert_never(command)


def _draft(state: State, command: DraftPlan) -> list[FamilyEvent]:
    if state.plan == command.plan:
        return []
    if state.plan is not None:
        raise Refused(
            "plan_drafted_already",
            "A family has one current plan.",
            "INV-16",
            "Work on the plan it has.",
            danish="En familie har én gældende plan.",
            danish_next="Arbejd videre med den plan, familien har.",
        )
    if command.plan in state.closed:
        raise Refused(
            "plan_closed_already",
            "This plan was closed.",
            "INV-16",
            "Choose a new id.",
            danish="Denne plan er afsluttet.",
            danish_next="Vælg et nyt id.",
        )
    return [PlanDrafted(family=command.family, plan=command.plan, revision=0)]


def _close(state: State, command: ClosePlan) -> list[FamilyEvent]:
    if command.by.kind is ActorKind.SERVICE and not state.known.contacts.closed:
        return []  # it was opened again meanwhile
    if command.plan is not None and command.plan in state.closed:
        return []
    if state.plan is None and command.by.kind is ActorKind.SERVICE:
        return []
    if state.plan is None or (command.by.kind is not ActorKind.SERVICE and command.plan != state.plan):
        raise Refused(
            "plan_unknown",
            "This is not the family's current plan.",
            "INV-16",
            "Name the current plan.",
            danish="Det er ikke familiens gældende plan.",
            danish_next="Angiv den gældende plan.",
        )
    return [PlanClosed(family=command.family, plan=state.plan, reason=command.reason)]


# Evolve


def evolve_drafting(state: State, event: DraftingEvent) -> State:
    """A plan begins and ends empty: what the one before held is not used again. INV-16. What others still answer is the
    family's, and stays."""
    findings = of_the_family(state.findings)
    earlier = state.earlier | (ids_in(state) - ids_in(State(findings=findings)))
    empty = State(findings=findings, offers=state.offers, known=state.known, earlier=earlier)
    if isinstance(event, PlanDrafted):
        return replace(empty, plan=event.plan, revision=event.revision, closed=state.closed)
    return replace(empty, closed=state.closed | {event.plan})
