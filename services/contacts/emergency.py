"""Emergency access: somebody who isn't attached has to see the plan now, for some hours, and says why. X-07."""

from datetime import timedelta
from typing import Annotated, assert_never

from pydantic import Field

from contracts.contacts.events import EmergencyAccessEnded, EmergencyAccessTaken, FamilyEvent
from contracts.ids import FamilyId, ProfessionalId
from contracts.shapes import Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts.required import day_of_command, known_professional
from services.contacts.state import State, in_force

Hours = Annotated[int, Field(ge=1, le=24)]

# Commands


class TakeEmergencyAccess(Command):
    """See the plan for some hours without being attached (nødadgang). The family and the coordinator are told. X-07.

    Taken by oneself, with the reason in one's own words. It gives no right but to read.
    """

    family: FamilyId
    professional: ProfessionalId
    reason: Text
    hours: Hours = 4


class EndEmergencyAccess(Command):
    """End it before its time is over (afslutte nødadgang). X-07."""

    family: FamilyId
    professional: ProfessionalId


EmergencyCommand = TakeEmergencyAccess | EndEmergencyAccess
EmergencyEvent = EmergencyAccessTaken | EmergencyAccessEnded

# Decide


def decide(state: State, command: EmergencyCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case TakeEmergencyAccess():
            return _take(state, command)
        case EndEmergencyAccess():
            held = state.emergencies.get(command.professional)
            if held is None or held.until <= command.at:
                return []
            return [EmergencyAccessEnded(family=command.family, professional=command.professional)]
        case _:
            assert_never(command)


def _take(state: State, command: TakeEmergencyAccess) -> list[FamilyEvent]:
    known = known_professional(state, command.professional)
    if in_force(state, command.professional, day_of_command(command)):
        raise Refused(
            "attached_already",
            "You are attached to the family: you see the plan without it.",
            "X-07",
            "Read the plan.",
            danish="Du er tilknyttet familien og kan se planen uden nødadgang.",
            danish_next="Læs planen.",
        )
    until = command.at + timedelta(hours=command.hours)
    held = state.emergencies.get(command.professional)
    if held is not None and held.until >= until:
        return []
    return [
        EmergencyAccessTaken(
            family=command.family,
            professional=command.professional,
            name=known.name,
            department=known.department,
            profession=known.profession,
            reason=command.reason,
            until=until,
        )
    ]


# Evolve


def evolve(state: State, event: EmergencyEvent) -> State:
    """The family after an event. That it lasts no longer is said by the clock alone."""
    others = {who: held for who, held in state.emergencies.items() if who != event.professional}
    match event:
        case EmergencyAccessTaken():
            return replace(state, emergencies={**others, event.professional: event})
        case EmergencyAccessEnded():
            return replace(state, emergencies=others)
        case _:
            assert_never(event)
