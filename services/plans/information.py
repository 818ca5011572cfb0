"""Information that the coordinator gathers across departments and sectors, by a day. P10."""

from datetime import date
from typing import assert_never

from contracts.ids import FamilyId, RequestId
from contracts.plans.events import FamilyEvent, InformationOverdue, InformationReceived, InformationRequested
from contracts.shapes import Code, Command, Text
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.plans.state import State, require_new

# Commands


class RequestInformation(Command):
    """Ask a department or sector for what it knows, for a purpose, by the end of a day (indhente). P10."""

    family: FamilyId
    request: RequestId
    department: Code
    what: Text
    purpose: Code
    due_on: date


class RecordInformation(Command):
    """Say that what was asked for came, and where it lies; not what it says (oplysning modtaget). P10."""

    family: FamilyId
    request: RequestId
    reference: Text | None = None


class NoteInformationOverdue(Command):
    """Note that what was asked for has not come in time. Our own service only. P10."""

    family: FamilyId
    request: RequestId
    due_on: date


InformationCommand = RequestInformation | RecordInformation | NoteInformationOverdue

# Decide


def decide_information(state: State, command: InformationCommand) -> list[FamilyEvent]:
    """What is asked for, what came, and what is late. P10."""
    match command:
        case RequestInformation():
            return _request(state, command)
        case RecordInformation():
            return _record(state, command)
        case NoteInformationOverdue():
            return _note_overdue(state, command)
        case _:
            assert_never(command)


def _request(state: State, command: RequestInformation) -> list[FamilyEvent]:
    known = state.findings.information
    require_new(state, command.request, known, "information_requested_already", "P10")
    if command.due_on < day_of(command.at):
        raise Refused(
            "due_day_passed",
            "What is asked for is due today or later.",
            "P10",
            "Give a day that has not passed.",
            danish="Fristen er i dag eller senere.",
            danish_next="Angiv en dag, der ikke er gået.",
        )
    return [
        InformationRequested(
            family=command.family,
            request=command.request,
            department=command.department,
            what=command.what,
            purpose=command.purpose,
            due_on=command.due_on,
        )
    ]


def _record(state: State, command: RecordInformation) -> list[FamilyEvent]:
    asked = state.findings.information.get(command.request)
    if asked is None:
        raise Refused(
            "information_request_unknown",
            "Nobody asked for this information.",
            "P10",
            "Request the information first.",
            danish="Ingen har bedt om denne oplysning.",
            danish_next="Bed om oplysningen først.",
        )
    if asked.received:
        return []
    return [InformationReceived(family=command.family, request=command.request, reference=command.reference)]


def _note_overdue(state: State, command: NoteInformationOverdue) -> list[FamilyEvent]:
    asked = state.findings.information.get(command.request)
    if asked is None or asked.received or asked.overdue or asked.due_on != command.due_on:
        return []
    if day_of(command.at) <= command.due_on:
        return []
    return [InformationOverdue(family=command.family, request=command.request, due_on=command.due_on)]
