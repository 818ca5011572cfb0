"""Interventions that work for the goals: added, granted in knowledge of what they overlap with, provided by somebody."""

from datetime import date
from typing import assert_never

from contracts.ids import FamilyId, GoalId, InterventionId, OfferId
from contracts.plans.events import (
    FamilyEvent,
    InterventionAdded,
    InterventionGranted,
    OverlapDetected,
    ProviderAssigned,
)
from contracts.shapes import Code, Command, Text
from eventkeep.refused import Refused
from services.plans.goals import require_open
from services.plans.offers import taken
from services.plans.state import Course, Intervention, State, Work, require_new
from services.plans.statutory import require_legal_basis

# Commands


class AddIntervention(Command):
    """Add an intervention that works for an open goal; it may take an offer of the catalogue (indsats). A05, A07, INV-13."""

    family: FamilyId
    intervention: InterventionId
    goal: GoalId
    title: Text
    department: Code
    legal_basis: Code
    provider: Text | None = None
    starts: date
    ends: date | None = None
    kind: Code | None = None
    offer: OfferId | None = None


class GrantIntervention(Command):
    """Grant an intervention, in knowledge of those that it overlaps with (bevilge). A05, INV-62.

    Where it overlaps with others that `overlaps_confirmed` doesn't name, that is said and nothing is granted; once it
    was said, it is refused.
    """

    family: FamilyId
    intervention: InterventionId
    overlaps_confirmed: tuple[InterventionId, ...] = ()


class AssignProvider(Command):
    """Say who provides an intervention (indsatsudøver). R20."""

    family: FamilyId
    intervention: InterventionId
    provider: Text


InterventionCommand = AddIntervention | GrantIntervention | AssignProvider

# Decide


def decide_interventions(state: State, command: InterventionCommand) -> list[FamilyEvent]:
    """What is to be done for a goal, and by whom. A05."""
    match command:
        case AddIntervention():
            return _add(state, command)
        case GrantIntervention():
            return _grant(state, command)
        case AssignProvider():
            return _assign_provider(state, command)
        case _:
            assert_never(command)


def _add(state: State, command: AddIntervention) -> list[FamilyEvent]:
    known = state.work.interventions
    require_new(state, command.intervention, known, "intervention_added_already", "A05")
    require_open(state, command.goal, "INV-13")
    require_legal_basis(command.legal_basis, "A05")
    takes = taken(state, command.offer)
    if command.ends is not None and command.ends < command.starts:
        raise Refused(
            "intervention_ends_before_it_starts",
            "The intervention ends before it starts.",
            "A05",
            "Correct its dates.",
            danish="Indsatsen slutter, før den begynder.",
            danish_next="Ret datoerne.",
        )
    return [
        InterventionAdded(
            family=command.family,
            intervention=command.intervention,
            goal=command.goal,
            title=command.title,
            department=command.department,
            legal_basis=command.legal_basis,
            provider=command.provider,
            starts=command.starts,
            ends=command.ends,
            kind=command.kind,
            offer=command.offer,
            offer_title=takes.title,
            place=takes.place,
            place_name=takes.place_name,
            revision=state.revision + 1,
        )
    ]


def _grant(state: State, command: GrantIntervention) -> list[FamilyEvent]:
    """INV-62: an overlap that nobody has looked at is said once for the same set, and refused after that."""
    intervention = require_not_ended(state, command.intervention)
    if intervention.granted:
        return []
    require_open(state, intervention.goal, "INV-13")
    overlaps = overlapping(state.work, command.intervention)
    if set(overlaps) - set(command.overlaps_confirmed):
        if intervention.overlaps_said == frozenset(overlaps):
            raise not_confirmed(overlaps)
        return [OverlapDetected(family=command.family, intervention=command.intervention, overlaps=overlaps)]
    return [InterventionGranted(family=command.family, intervention=command.intervention, overlaps=overlaps)]


def not_confirmed(overlaps: tuple[InterventionId, ...]) -> Refused:
    """Why nothing is granted, where somebody has to look at these first. INV-62."""
    return Refused(
        "overlap_not_confirmed",
        "The intervention overlaps with others, and nobody has confirmed that.",
        "INV-62",
        "Look at the interventions that it overlaps with, and confirm each by its id.",
        {"overlaps": ", ".join(overlaps)},
        danish="Indsatsen overlapper med andre, og ingen har bekræftet det.",
        danish_next="Se på de indsatser, den overlapper med, og bekræft hver af dem med dens id.",
    )


def overlapping(work: Work, intervention: InterventionId) -> tuple[InterventionId, ...]:
    """The other interventions that have not ended, whose terms meet this one's, and that are of the same department,
    for the same goal or of the same kind. INV-62."""
    this = work.interventions[intervention]
    others = (each for each in work.open if each != intervention)
    return tuple(each for each in others if _overlap(this, work.interventions[each]))


def _overlap(one: Intervention, other: Intervention) -> bool:
    meet = one.starts <= (other.ends or date.max) and other.starts <= (one.ends or date.max)
    same_kind = one.kind is not None and one.kind == other.kind
    return meet and (same_kind or one.department == other.department or one.goal == other.goal)


def _assign_provider(state: State, command: AssignProvider) -> list[FamilyEvent]:
    require_not_ended(state, command.intervention)
    return [
        ProviderAssigned(
            family=command.family,
            intervention=command.intervention,
            provider=command.provider,
            revision=state.revision + 1,
        )
    ]


def require_intervention(state: State, intervention: InterventionId) -> Intervention:
    """The intervention, in the plan."""
    if intervention not in state.work.interventions:
        raise Refused(
            "intervention_unknown",
            "The intervention is not in the plan.",
            "A05",
            "Add the intervention first.",
            danish="Indsatsen findes ikke i planen.",
            danish_next="Tilføj indsatsen først.",
        )
    return state.work.interventions[intervention]


def require_not_ended(state: State, intervention: InterventionId) -> Intervention:
    """The intervention, which has not ended."""
    known = require_intervention(state, intervention)
    if known.course is Course.ENDED:
        raise Refused(
            "intervention_not_open",
            "The intervention has ended.",
            "A05",
            "Add a new one.",
            danish="Indsatsen er afsluttet.",
            danish_next="Tilføj en ny indsats.",
        )
    return known
