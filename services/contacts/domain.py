"""Who is around a family: what the commands of each subject make true, and the family after each event."""

from datetime import date
from typing import assert_never

from contracts.contacts.events import FamilyEvent
from eventkeep.refused import Refused
from services.contacts import (
    attachments,
    closing,
    colleagues,
    consents,
    contract,
    coordinator,
    counting,
    eligibility,
    emergency,
    households,
    members,
    offer,
    primary_contact,
    requests,
    sharing,
    supporters,
    team,
    visitation,
)
from services.contacts.rights import require_right
from services.contacts.state import Known, KnownPerson, KnownProfessional, State, Thresholds, in_force
from services.refusals import family_closed

__all__ = [
    "FamilyCommand",
    "Known",
    "KnownPerson",
    "KnownProfessional",
    "State",
    "Thresholds",
    "decide",
    "evolve",
    "may_read",
]

FamilyCommand = (
    members.MemberCommand
    | households.HouseholdCommand
    | closing.ClosingCommand
    | eligibility.EligibilityCommand
    | offer.OfferCommand
    | visitation.VisitationCommand
    | attachments.AttachmentCommand
    | emergency.EmergencyCommand
    | counting.CountingCommand
    | colleagues.ColleagueCommand
    | supporters.SupporterCommand
    | sharing.SharingCommand
    | team.TeamCommand
    | coordinator.CoordinatorCommand
    | primary_contact.PrimaryContactCommand
    | contract.ContractCommand
    | requests.RequestCommand
    | consents.ConsentCommand
)
"""The commands of each subject: their classes and what they make true stand in the subject's file."""

_OPENING = (members.RegisterFamily, households.OpenHousehold)
_WHILE_CLOSED = (
    *_OPENING,
    closing.ReopenFamily,
    members.FollowPerson,
    households.JoinHousehold,
    consents.WithdrawConsent,
)
"""What a closed case still takes. Whom a merge brought is lost nowhere, and a consent is taken back at any time. X-01."""

# Decide


def decide(state: State, command: FamilyCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    _require_open(state, command)
    require_right(state, command)
    return _by_subject(state, command)


def _require_open(state: State, command: FamilyCommand) -> None:
    if not state.registered and not isinstance(command, _OPENING):
        raise Refused(
            "family_unknown",
            "This family is not registered.",
            "R01",
            "Register the family first.",
            danish="Familien er ikke registreret.",
            danish_next="Registrér familien først.",
        )
    if state.closed and not isinstance(command, _WHILE_CLOSED):
        raise family_closed()


def _by_subject(state: State, command: FamilyCommand) -> list[FamilyEvent]:
    if isinstance(command, members.MemberCommand):
        return members.decide(state, command)
    if isinstance(command, households.HouseholdCommand):
        return households.decide(state, command)
    if isinstance(command, closing.ClosingCommand):
        return closing.decide(state, command)
    if isinstance(command, eligibility.EligibilityCommand):
        return eligibility.decide(state, command)
    if isinstance(command, offer.OfferCommand):
        return offer.decide(state, command)
    if isinstance(command, visitation.VisitationCommand):
        return visitation.decide(state, command)
    if isinstance(command, attachments.AttachmentCommand):
        return attachments.decide(state, command)
    if isinstance(command, emergency.EmergencyCommand):
        return emergency.decide(state, command)
    if isinstance(command, counting.CountingCommand):
        return counting.decide(state, command)
    if isinstance(command, colleagues.ColleagueCommand):
        return colleagues.decide(state, command)
    if isinstance(command, supporters.SupporterCommand):
        return supporters.decide(state, command)
    if isinstance(command, sharing.SharingCommand):
        return sharing.decide(state, command)
    if isinstance(command, team.TeamCommand):
        return team.decide(state, command)
    if isinstance(command, coordinator.CoordinatorCommand):
        return coordinator.decide(state, command)
    if isinstance(command, primary_contact.PrimaryContactCommand):
        return primary_contact.decide(state, command)
    if isinstance(command, contract.ContractCommand):
        return contract.decide(state, command)
    if isinstance(command, requests.RequestCommand):
        return requests.decide(state, command)
    if isinstance(command, consents.ConsentCommand):
        return consents.decide(state, command)
    assert_never(command)


def may_read(state: State, professional: str, day: date) -> bool:
    """Whether a professional may see the plan on a day of Europe/Copenhagen: attached, basis in force. X-01, INV-38."""
    return in_force(state, professional, day)


# Evolve


def evolve(state: State, event: FamilyEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    if isinstance(event, members.MemberEvent):
        return members.evolve(state, event)
    if isinstance(event, households.HouseholdEvent):
        return households.evolve(state, event)
    if isinstance(event, closing.ClosingEvent):
        return closing.evolve(state, event)
    if isinstance(event, eligibility.EligibilityEvent):
        return eligibility.evolve(state, event)
    if isinstance(event, offer.OfferEvent):
        return offer.evolve(state, event)
    if isinstance(event, visitation.VisitationEvent):
        return visitation.evolve(state, event)
    if isinstance(event, attachments.AttachmentEvent):
        return attachments.evolve(state, event)
    if isinstance(event, emergency.EmergencyEvent):
        return emergency.evolve(state, event)
    if isinstance(event, counting.CountingEvent):
        return counting.evolve(state, event)
    if isinstance(event, colleagues.ColleagueEvent):
        return colleagues.evolve(state, event)
    if isinstance(event, supporters.SupporterEvent):
        return supporters.evolve(state, event)
    if isinstance(event, sharing.SharingEvent):
        return sharing.evolve(state, event)
    if isinstance(event, team.TeamEvent):
        return team.evolve(state, event)
    if isinstance(event, coordinator.CoordinatorEvent):
        return coordinator.evolve(state, event)
    if isinstance(event, primary_contact.PrimaryContactEvent):
        return primary_contact.evolve(state, event)
    if isinstance(event, contract.ContractEvent):
        return contract.evolve(state, event)
    if isinstance(event, requests.RequestEvent):
        return requests.evolve(state, event)
    if isinstance(event, consents.ConsentEvent):
        return consents.evolve(state, event)
    assert_never(event)
