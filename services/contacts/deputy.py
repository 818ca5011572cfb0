"""Who stands in for the coordinator for some days, and that the days are over: said by the clock."""

from datetime import date

from contracts.contacts.events import CoordinatorDeputyEnded, CoordinatorDeputyNamed, FamilyEvent
from contracts.ids import FamilyId, ProfessionalId
from contracts.shapes import Command
from eventkeep.clock import end_of
from eventkeep.refused import Refused
from services.contacts.required import day_of_command, require_team
from services.contacts.state import State

# Commands


class NameDeputy(Command):
    """Name who of the team stands in for the coordinator for some days (stedfortræder). R07."""

    family: FamilyId
    deputy: ProfessionalId
    valid_from: date
    valid_to: date


class EndDeputy(Command):
    """Say that a deputy's last day is over. Our own service only. R07, INV-40."""

    family: FamilyId
    deputy: ProfessionalId
    due_on: date


# Decide


def name(state: State, command: NameDeputy) -> list[FamilyEvent]:
    """Another of the team, for days that are not over. R07, INV-01."""
    if state.coordinator is None:
        raise Refused(
            "coordinator_missing",
            "The family has no coordinator to stand in for.",
            "R07",
            "Let the family choose its coordinator.",
            danish="Familien har ingen koordinator.",
            danish_next="Lad familien vælge sin koordinator.",
        )
    if command.deputy == state.coordinator or command.deputy not in require_team(state):
        raise Refused(
            "deputy_not_on_team",
            "The deputy is another member of the coordination team.",
            "INV-01",
            "Name somebody of the team.",
            danish="Stedfortræderen er et andet medlem af koordinationsteamet.",
            danish_next="Angiv en fra teamet.",
        )
    _require_days(command)
    named = CoordinatorDeputyNamed(
        family=command.family,
        deputy=command.deputy,
        valid_from=command.valid_from,
        valid_to=command.valid_to,
    )
    return [] if named == state.deputy else [named]


def _require_days(command: NameDeputy) -> None:
    if command.valid_to < command.valid_from:
        raise Refused(
            "deputy_ends_before_it_begins",
            "The last day comes before the first.",
            "R07",
            "Correct the days.",
            danish="Den sidste dag ligger før den første.",
            danish_next="Ret dagene.",
        )
    if command.valid_to < day_of_command(command):
        raise Refused(
            "deputy_over",
            "Nobody stands in on days that are over.",
            "R07",
            "Name days to come.",
            danish="Ingen kan være stedfortræder på dage, der er gået.",
            danish_next="Angiv kommende dage.",
        )


def end(state: State, command: EndDeputy) -> list[FamilyEvent]:
    """Once, after the end of the last day. R07."""
    named = state.deputy
    if named is None or (named.deputy, named.valid_to) != (command.deputy, command.due_on):
        return []
    if command.at < end_of(command.due_on):
        return []
    return [CoordinatorDeputyEnded(family=command.family, deputy=command.deputy, due_on=command.due_on)]
