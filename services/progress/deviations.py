"""When it doesn't go as agreed: who acts by when, by the procedure of the meeting. What became of it: `deviation_course.py`.

A25, INV-31.
"""

from datetime import date

from contracts.ids import DeviationId, FamilyId, GoalId, Id, InterventionId, MeetingId
from contracts.progress.events import DeviationReplanned, DeviationReported, FamilyEvent
from contracts.shapes import Command, PartyKind, Text
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.progress.deviation_course import open_one
from services.progress.links import goal_of
from services.progress.state import State, require_new

# Commands


class ReportDeviation(Command):
    """Report that it doesn't go as agreed, and who acts by when, as the meeting agreed (afvigelse). A25, INV-31."""

    family: FamilyId
    deviation: DeviationId
    goal: GoalId
    intervention: InterventionId | None = None
    words: Text
    owner: Id
    owner_kind: PartyKind
    due_on: date


class ReplanDeviation(Command):
    """Agree anew who acts on a deviation by when (ny frist): the day moves, or whoever should act has left. INV-31."""

    family: FamilyId
    deviation: DeviationId
    owner: Id
    owner_kind: PartyKind
    due_on: date


# Decide


def report(state: State, command: ReportDeviation) -> list[FamilyEvent]:
    """By the procedure of the meeting that was held last; somebody around the family acts. INV-29, INV-31."""
    require_new(state, command.deviation)
    meeting = _procedure(state)
    goal_of(state, command.intervention, command.goal)
    _require_agreed(state, command)
    return [
        DeviationReported(
            family=command.family,
            deviation=command.deviation,
            meeting=meeting,
            goal=command.goal,
            intervention=command.intervention,
            words=command.words,
            owner=command.owner,
            owner_kind=command.owner_kind,
            due_on=command.due_on,
            reported_on=day_of(command.at),
        )
    ]


def _procedure(state: State) -> MeetingId:
    meeting = state.known.meetings.agreed_at
    if meeting is None:
        raise Refused(
            "no_deviation_procedure",
            "No meeting has agreed what happens on a deviation.",
            "INV-29",
            "Agree it at a network meeting first.",
            danish="Intet møde har aftalt, hvad der skal ske ved afvigelser.",
            danish_next="Aftal det på et netværksmøde først.",
        )
    return MeetingId(meeting)


def _require_agreed(state: State, command: ReportDeviation | ReplanDeviation) -> None:
    """Somebody around the family, on a day that comes."""
    contacts, person = state.known.contacts, command.owner_kind is PartyKind.PERSON
    if command.owner not in (contacts.members if person else contacts.attached):
        raise Refused(
            "owner_not_around_family",
            "A member of the family or somebody attached to it acts on a deviation.",
            "INV-31",
            "Name somebody who is.",
            danish="Et familiemedlem eller en tilknyttet fagperson handler på en afvigelse.",
            danish_next="Angiv en, der er det.",
        )
    if command.due_on < day_of(command.at):
        raise Refused(
            "due_in_the_past",
            "What is agreed to be done lies ahead.",
            "INV-31",
            "Give a day that comes.",
            danish="Det, der skal gøres, ligger forude.",
            danish_next="Angiv en kommende dag.",
        )


def replan(state: State, command: ReplanDeviation) -> list[FamilyEvent]:
    """As long as nobody has acted. What is agreed already is not said again."""
    deviation = open_one(state, command.deviation)
    if deviation.acted_on is not None:
        raise Refused(
            "deviation_acted_on",
            "Somebody has acted on this deviation already.",
            "INV-31",
            "Close it, or report a new one.",
            danish="Der er allerede handlet på afvigelsen.",
            danish_next="Luk den, eller meld en ny.",
        )
    if (command.owner, command.due_on) == (deviation.owner, deviation.due_on):
        return []
    _require_agreed(state, command)
    return [
        DeviationReplanned(
            family=command.family,
            deviation=command.deviation,
            owner=command.owner,
            owner_kind=command.owner_kind,
            due_on=command.due_on,
        )
    ]
