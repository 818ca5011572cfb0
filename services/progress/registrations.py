"""How it goes, as the citizen or a professional sees it: each registration links a goal, an intervention and a member."""

from datetime import date

from contracts.ids import FamilyId, GoalId, InterventionId, PersonId, RecordId, RegistrationId
from contracts.progress.events import FamilyEvent, ProgressRegistered, ScoredBy
from contracts.progress.wheels import WHEEL_SCALE
from contracts.shapes import Command, Score, Text
from services.progress.links import goal_of
from services.progress.sayers import require_word
from services.progress.state import Record, State, require_new, require_on_scale, require_past, scored_word

REGISTRATION_SCALE = WHEEL_SCALE
"""A registration names no instrument: it is scored as a wheel is, and drawn beside it."""

# Commands


class RegisterProgress(Command):
    """Register how it goes, as the citizen or a professional sees it (progression). INV-59, INV-68.

    `value` is from 0 to 10, which is best, as on a wheel. What an instrument measures has the instrument's own scale.
    """

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
    require_on_scale(command.value, *REGISTRATION_SCALE)
    goal_of(state, command.intervention, command.goal)
    require_word(state.known.contacts, command.by, scored_word(command.by_kind), command.person)
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


# Evolve


def registration(event: ProgressRegistered) -> tuple[RecordId, Record]:
    """What a correction needs of it. One from before there was a scale is corrected onto it."""
    word = scored_word(event.by_kind)
    return RecordId(event.registration), Record(
        event.registered_on, REGISTRATION_SCALE, event.person, word=word
    )
