"""Disagreement that stays visible, ownership of the plan, and who agreed to it after each event."""

from typing import assert_never

from contracts.ids import FamilyId, Id, MeetingId, PersonId, PlanId
from contracts.plans.events import (
    ApprovalQuestioned,
    ApprovalWithheld,
    DisagreementTakenOn,
    FamilyEvent,
    OwnershipConfirmed,
    PlanApproved,
)
from contracts.shapes import Actor, ActorKind, Command, PartyKind, Text
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.plans.approval import require_on_table
from services.plans.parties import is_party, require_member, require_own
from services.plans.reference import MeetingFacts
from services.plans.state import Agreed, Approved, State

# Commands


class WithholdApproval(Command):
    """Say that somebody does not approve this revision, and why (tilbageholde godkendelse). A23, INV-21, Q16."""

    family: FamilyId
    meeting: MeetingId
    party_kind: PartyKind
    party: Id
    reason: Text


class TakeDisagreementOn(Command):
    """Take a disagreement to a next meeting; the family's order stands until then (uenighed). Q16."""

    family: FamilyId
    meeting: MeetingId
    next_meeting: MeetingId
    about: Text


class ConfirmOwnership(Command):
    """One of those around the plan says that it is theirs too (medejerskab). R50."""

    family: FamilyId
    party_kind: PartyKind
    party: Id


DisagreementCommand = WithholdApproval | TakeDisagreementOn | ConfirmOwnership
AgreedEvent = PlanApproved | ApprovalWithheld | DisagreementTakenOn | ApprovalQuestioned | OwnershipConfirmed

# Decide


def decide_disagreement(state: State, plan: PlanId, command: DisagreementCommand) -> list[FamilyEvent]:
    """Who stands against the plan and who behind it. Q03, Q16, R50."""
    match command:
        case WithholdApproval():
            return _withhold(state, plan, command)
        case TakeDisagreementOn():
            return _take_on(state, plan, command)
        case ConfirmOwnership():
            return _confirm_ownership(state, plan, command)
        case _:
            assert_never(command)


def _withhold(state: State, plan: PlanId, command: WithholdApproval) -> list[FamilyEvent]:
    """Of this revision, by a team member who was there or a member of the family. INV-21, INV-22."""
    meeting = require_on_table(state, plan, command.meeting)
    _require_may_withhold(state, meeting, command)
    approved = state.agreed.approved
    if approved and (approved.meeting, approved.revision) == (command.meeting, state.revision):
        raise Refused(
            "plan_approved_already",
            "The plan was approved at this meeting.",
            "INV-21",
            "Take the disagreement to a next meeting.",
            danish="Planen er godkendt på dette møde.",
            danish_next="Tag uenigheden med til et næste møde.",
        )
    if state.agreed.withheld.get((command.party_kind, command.party)) == state.revision:
        return []
    return [
        ApprovalWithheld(
            family=command.family,
            plan=plan,
            revision=state.revision,
            meeting=command.meeting,
            party_kind=command.party_kind,
            party=command.party,
            reason=command.reason,
        )
    ]


def _require_may_withhold(state: State, meeting: MeetingFacts, command: WithholdApproval) -> None:
    """Each for himself or herself; what a member of the family says may be recorded by the team. INV-21, INV-40."""
    if command.party_kind is PartyKind.PERSON:
        require_member(state.known, PersonId(command.party), "INV-21")
        require_own(command.by, PersonId(command.party), "INV-21")
    elif command.party not in set(meeting.professionals) & set(state.known.contacts.team):
        raise Refused(
            "withholder_not_present",
            "Only team members who were at the meeting, and the family, withhold an approval.",
            "INV-21",
            "Name a team member who was there.",
            danish="Kun teammedlemmer, der var med til mødet, og familien kan tilbageholde godkendelsen.",
            danish_next="Angiv et medlem af teamet, som var med.",
        )
    elif command.by.kind is not ActorKind.PROFESSIONAL or command.by.id != command.party:
        raise Refused(
            "withheld_for_another",
            "A professional withholds only the own approval.",
            "INV-21",
            "Let the other say it.",
            danish="En fagperson tilbageholder kun sin egen godkendelse.",
            danish_next="Lad den anden sige det.",
        )


def _take_on(state: State, plan: PlanId, command: TakeDisagreementOn) -> list[FamilyEvent]:
    """From a meeting where somebody withheld the approval to one that is called. Q16."""
    if command.meeting not in state.agreed.withheld_at:
        raise Refused(
            "disagreement_unknown",
            "Nobody withheld the approval at this meeting.",
            "Q16",
            "Record who does not approve, and why.",
            danish="Ingen har tilbageholdt godkendelsen på dette møde.",
            danish_next="Notér, hvem der ikke godkender, og hvorfor.",
        )
    if (command.meeting, command.next_meeting) in state.agreed.taken_on:
        return []
    ahead = state.known.meetings.meetings.get(command.next_meeting, MeetingFacts())
    if not ahead.called or ahead.held:
        raise Refused(
            "next_meeting_not_called",
            "The next meeting is called and not held yet.",
            "Q16",
            "Schedule the meeting first.",
            danish="Det næste møde er ikke indkaldt, eller det er afholdt.",
            danish_next="Indkald til mødet først.",
        )
    return [
        DisagreementTakenOn(
            family=command.family,
            plan=plan,
            meeting=command.meeting,
            next_meeting=command.next_meeting,
            about=command.about,
        )
    ]


def _confirm_ownership(state: State, plan: PlanId, command: ConfirmOwnership) -> list[FamilyEvent]:
    if not is_party(state.known, command.party_kind, command.party, day_of(command.at)):
        raise Refused(
            "owner_unknown",
            "Whoever owns the plan is of the family or attached to it.",
            "R50",
            "Name somebody around the plan.",
            danish="Den, der er medejer, hører til familien eller er tilknyttet.",
            danish_next="Angiv en af dem omkring planen.",
        )
    _require_own_say(command.by, command.party_kind, command.party)
    if (command.party_kind, command.party) in state.agreed.owners:
        return []
    return [
        OwnershipConfirmed(
            family=command.family, plan=plan, party_kind=command.party_kind, party=command.party
        )
    ]


def _require_own_say(by: Actor, kind: PartyKind, party: Id) -> None:
    """A professional confirms for himself or herself; what the family says may be recorded."""
    if kind is PartyKind.PERSON:
        require_own(by, PersonId(party), "R50")
    elif by.kind is not ActorKind.PROFESSIONAL or by.id != party:
        raise Refused(
            "ownership_of_another",
            "A professional confirms for himself or herself.",
            "R50",
            "Let the other confirm it.",
            danish="En fagperson bekræfter kun for sig selv.",
            danish_next="Lad den anden bekræfte det.",
        )


# Evolve


def evolve_agreed(agreed: Agreed, event: AgreedEvent) -> Agreed:
    """Who agreed, after an event."""
    match event:
        case PlanApproved():
            answers = {each.professional: each.answer for each in event.approvals}
            by = frozenset(event.approved_by)
            approved = Approved(event.meeting, event.revision, answers, by, event.stage)
            return replace(agreed, approved=approved, withheld={})
        case ApprovalWithheld():
            withheld = {**agreed.withheld, (event.party_kind, event.party): event.revision}
            return replace(agreed, withheld=withheld, withheld_at=agreed.withheld_at | {event.meeting})
        case DisagreementTakenOn():
            return replace(agreed, taken_on=agreed.taken_on | {(event.meeting, event.next_meeting)})
        case ApprovalQuestioned():
            questioned = agreed.questioned | {(event.meeting, event.meetings_version)}
            doubted = agreed.approved and replace(agreed.approved, questioned=True)
            return replace(agreed, questioned=questioned, approved=doubted)
        case OwnershipConfirmed():
            return replace(agreed, owners=agreed.owners | {(event.party_kind, event.party)})
        case _:
            assert_never(event)
