"""How it goes, as the citizen or a professional sees it: each registration links a goal, an intervention and a member."""

from datetime import date

from contracts.ids import FamilyId, GoalId, InterventionId, PersonId, RegistrationId
from contracts.progress.events import FamilyEvent, ProgressRegistered, ScoredBy
from contracts.shapes import ActorKind, Command, Score, Text
from eventkeep.refused import Refused
from services.progress.state import State, require_new, require_past

# Commands


class RegisterProgress(Command):
    """Register how it goes, as the citizen or a professional sees it (progression). INV-59, INV-68."""

    family: FamilyId
    registration: RegistrationId
    goal: GoalId
    intervention: InterventionId
    person: PersonId
    value: Score
    by_kind: ScoredBy
    note: Text | None = None
    registered_on: date


# Decide


def register(state: State, command: RegisterProgress) -> list[FamilyEvent]:
    """For a goal, by an intervention that works for it; whose view it is stays apart. INV-59, INV-68."""
    require_new(state, command.registration)
    require_past(command.registered_on, command.at)
    _require_works_for_goal(state, command)
    if command.by.kind is ActorKind.PERSON and command.by_kind is not ScoredBy.CITIZEN:
        raise Refused(
            "scored_as_professional",
            "The family's view is kept apart from the professionals'.",
            "INV-59",
            "Register it as the citizen's.",
            danish="Familiens syn holdes adskilt fra fagpersonernes.",
            danish_next="Registrér det som borgerens.",
        )
    return [
        ProgressRegistered(
            family=command.family,
            registration=command.registration,
            goal=command.goal,
            intervention=command.intervention,
            person=command.person,
            value=command.value,
            by_kind=command.by_kind,
            note=command.note,
            registered_on=command.registered_on,
        )
    ]


def _require_works_for_goal(state: State, command: RegisterProgress) -> None:
    works_for = state.known.plans.interventions.get(command.intervention)
    if works_for is None:
        raise Refused(
            "intervention_unknown",
            "This intervention is not in the plan.",
            "INV-68",
            "Add the intervention first.",
            danish="Indsatsen står ikke i planen.",
            danish_next="Tilføj indsatsen først.",
        )
    if works_for != command.goal:
        raise Refused(
            "intervention_for_another_goal",
            "This intervention works for another goal.",
            "INV-68",
            "Name the goal that it works for.",
            danish="Indsatsen arbejder for et andet mål.",
            danish_next="Angiv det mål, den arbejder for.",
        )
