"""Referral to a programme, and the visitation team's decision: it sets the visitation date, once."""

from datetime import date, timedelta
from typing import assert_never

from contracts.contacts.events import (
    ContactKind,
    FamilyAdmitted,
    FamilyEvent,
    FamilyNotAdmitted,
    FamilyReferred,
)
from contracts.ids import FamilyId, MeetingId, ProfessionalId
from contracts.shapes import Code, Command
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts.counting import count
from services.contacts.professions import is_health
from services.contacts.required import day_of_command, known_professional
from services.contacts.state import State

LONGEST_AGO = timedelta(days=366)
"""How long after the visitation an admission may still be recorded: targets run for a year from its date. INV-54."""

# Commands


class ReferFamily(Command):
    """Refer the family to a programme's visitation, and say where the case came from (henvise). P03, P49, R24, Q18."""

    family: FamilyId
    programme: Code
    source: Code


class AdmitFamily(Command):
    """Record that the visitation team admitted the family, on which day (visitere). P03, A39, R24, INV-51.

    `meeting` is the visitation meeting at which it decided, where there was one.
    """

    family: FamilyId
    programme: Code
    visitation_date: date
    deciders: tuple[ProfessionalId, ...]
    meeting: MeetingId | None = None


class DeclineAdmission(Command):
    """Record that the visitation team did not admit the family, and why. P03, R24."""

    family: FamilyId
    programme: Code
    deciders: tuple[ProfessionalId, ...]
    reason: Code


VisitationCommand = ReferFamily | AdmitFamily | DeclineAdmission
VisitationEvent = FamilyReferred | FamilyAdmitted | FamilyNotAdmitted

# Decide


def decide(state: State, command: VisitationCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case ReferFamily():
            if state.referred.get(command.programme) == command.source:
                return []
            return [FamilyReferred(family=command.family, programme=command.programme, source=command.source)]
        case AdmitFamily():
            return [_admit(state, command)]
        case DeclineAdmission():
            _require_referred(state, command)
            deciders, _ = _deciders(state, command)
            return [
                FamilyNotAdmitted(
                    family=command.family,
                    programme=command.programme,
                    deciders=deciders,
                    reason=command.reason,
                )
            ]
        case _:
            assert_never(command)


def _admit(state: State, command: AdmitFamily) -> FamilyAdmitted:
    _require_once(state, command)
    _require_referred(state, command)
    if command.visitation_date > day_of_command(command):
        raise Refused(
            "visitation_not_yet",
            "An admission is recorded when it was decided.",
            "INV-51",
            "Record it afterwards.",
            danish="En visitation registreres, når den er besluttet.",
            danish_next="Registrér den bagefter.",
        )
    if command.meeting is not None and command.meeting not in state.known.others.meetings.visitations:
        raise Refused(
            "visitation_meeting_not_held",
            "No visitation meeting of this family with this id is known to have been held.",
            "INV-51",
            "Record that the meeting was held, or leave it out where there was none.",
            danish="Der er ikke registreret et afholdt visitationsmøde med dette id.",
            danish_next="Registrér, at mødet er holdt, eller udelad det, hvis der ikke var noget.",
        )
    deciders, health = _deciders(state, command)
    if not health:
        raise Refused(
            "health_professional_missing",
            "A health professional takes part in the decision.",
            "INV-51",
            "Decide together with a health visitor, a nurse or a doctor.",
            danish="En sundhedsfaglig deltager i beslutningen.",
            danish_next="Beslut det sammen med en sundhedsplejerske, en sygeplejerske eller en læge.",
        )
    return FamilyAdmitted(
        family=command.family,
        programme=command.programme,
        visitation_date=command.visitation_date,
        deciders=deciders,
        health_professionals=health,
        direct_contacts=count(state, ContactKind.DIRECT),
        meeting=command.meeting,
    )


def _require_once(state: State, command: AdmitFamily) -> None:
    """The date is set once, and is one of this course: later targets are counted from it. INV-51, INV-54."""
    if state.visitation_date is not None:
        raise Refused(
            "family_admitted_already",
            "The family was admitted; its visitation date is set once.",
            "INV-51",
            "Go on with the date that it has.",
            {"visitation_date": state.visitation_date.isoformat()},
            danish="Familien er visiteret; visitationsdatoen sættes én gang.",
            danish_next="Gå videre med den dato, der er sat.",
        )
    if day_of_command(command) - command.visitation_date > LONGEST_AGO:
        raise Refused(
            "visitation_long_ago",
            "The visitation date lies more than a year back: the year of its targets would be over.",
            "INV-51",
            "Correct the day, or let the visitation team decide anew.",
            danish="Visitationsdatoen ligger mere end et år tilbage: målenes år ville være gået.",
            danish_next="Ret dagen, eller lad visitationsteamet beslutte på ny.",
        )


def _require_referred(state: State, command: AdmitFamily | DeclineAdmission) -> None:
    if command.programme not in state.referred:
        raise Refused(
            "family_not_referred",
            "The family was not referred to this programme.",
            "P03",
            "Refer the family first.",
            danish="Familien er ikke henvist til denne indsats.",
            danish_next="Henvis familien først.",
        )


def _deciders(
    state: State, command: AdmitFamily | DeclineAdmission
) -> tuple[tuple[ProfessionalId, ...], tuple[ProfessionalId, ...]]:
    """Who decided, each registered, and who of them is a health professional. R24, INV-51."""
    if not command.deciders:
        raise Refused(
            "deciders_missing",
            "The visitation team decides: say who did.",
            "R24",
            "Name those who decided.",
            danish="Visitationsteamet beslutter: skriv hvem.",
            danish_next="Angiv dem, der har besluttet.",
        )
    deciders = tuple(dict.fromkeys(command.deciders))
    professions = {who: known_professional(state, who).profession for who in deciders}
    return deciders, tuple(who for who in deciders if is_health(professions[who]))


# Evolve


def evolve(state: State, event: VisitationEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case FamilyReferred():
            return replace(state, referred={**state.referred, event.programme: event.source})
        case FamilyAdmitted():
            first = state.visitation_date or event.visitation_date
            return replace(state, visitation_date=first, referred=_others(state, event.programme))
        case FamilyNotAdmitted():
            return replace(state, referred=_others(state, event.programme))
        case _:
            assert_never(event)


def _others(state: State, programme: str) -> dict[str, str]:
    """What the family is still referred to, once this was decided. P03."""
    return {name: source for name, source in state.referred.items() if name != programme}
