"""Who may give which command about a family: one table. INV-40, INV-63."""

from collections.abc import Mapping

from contracts.casework import is_casework
from contracts.ids import ProfessionalId
from contracts.shapes import Command
from eventkeep.refused import Refused
from services.contacts import (
    attachments,
    closing,
    colleagues,
    consents,
    contract,
    coordinator,
    counting,
    deputy,
    eligibility,
    emergency,
    handover,
    households,
    members,
    needs,
    offer,
    primary_contact,
    requests,
    sharing,
    supporters,
    team,
    visitation,
)
from services.contacts.professions import is_caseworker
from services.contacts.relations import Relation, relations
from services.contacts.state import State
from services.refusals import for_services_only, not_of_department

FAMILY, COORDINATOR, TEAM, ATTACHED, CASEWORKER = (
    Relation.FAMILY,
    Relation.COORDINATOR,
    Relation.TEAM,
    Relation.ATTACHED,
    Relation.CASEWORKER,
)
CONSENTING = Relation.CONSENTING
FIRST, ASKED, ONESELF = Relation.FIRST, Relation.ASKED, Relation.ONESELF
STAFF, SERVICE = Relation.STAFF, Relation.SERVICE

RIGHTS: Mapping[type[Command], frozenset[Relation]] = {
    members.RegisterFamily: frozenset({STAFF}),
    members.AddFamilyMember: frozenset({ATTACHED, FIRST}),
    members.ChangeFamilyMember: frozenset({CASEWORKER, FIRST}),
    members.RemoveFamilyMember: frozenset({COORDINATOR, TEAM, CASEWORKER, FIRST}),
    members.FollowPerson: frozenset({SERVICE}),
    households.SplitHousehold: frozenset({CASEWORKER, FIRST}),
    households.OpenHousehold: frozenset({SERVICE}),
    households.MergeHousehold: frozenset({CASEWORKER, FIRST}),
    households.JoinHousehold: frozenset({SERVICE}),
    closing.CloseFamily: frozenset({CASEWORKER, FIRST}),
    closing.ReopenFamily: frozenset({CASEWORKER, FIRST}),
    eligibility.RecordLegalBasis: frozenset({CASEWORKER, FIRST}),
    eligibility.EndLegalBasis: frozenset({CASEWORKER, FIRST}),
    eligibility.DecideEligibility: frozenset({CASEWORKER, FIRST}),
    offer.OfferModel: frozenset({CASEWORKER, FIRST}),
    offer.AnswerOffer: frozenset({FAMILY, CASEWORKER, FIRST}),
    visitation.ReferFamily: frozenset({ATTACHED, FIRST}),
    visitation.AdmitFamily: frozenset({CASEWORKER, FIRST}),
    visitation.DeclineAdmission: frozenset({CASEWORKER, FIRST}),
    attachments.AttachProfessional: frozenset({COORDINATOR, TEAM, CASEWORKER, FIRST}),
    attachments.DetachProfessional: frozenset({COORDINATOR, TEAM, CASEWORKER, ONESELF}),
    attachments.DetachLeaver: frozenset({SERVICE}),
    attachments.FollowProfessional: frozenset({SERVICE}),
    attachments.ExpireAttachment: frozenset({SERVICE}),
    emergency.TakeEmergencyAccess: frozenset({ONESELF}),
    emergency.EndEmergencyAccess: frozenset({COORDINATOR, CASEWORKER, ONESELF}),
    counting.StartContact: frozenset({ATTACHED}),
    counting.EndContact: frozenset({ATTACHED}),
    counting.AgreeContactReduction: frozenset({COORDINATOR, TEAM, CASEWORKER}),
    colleagues.RequestConsultation: frozenset({ATTACHED}),
    colleagues.GiveConsultation: frozenset({ASKED, COORDINATOR, TEAM, CASEWORKER}),
    colleagues.RecordVisit: frozenset({ATTACHED}),
    colleagues.TakeWorkingRole: frozenset({ATTACHED}),
    supporters.AddSupporter: frozenset({FAMILY, COORDINATOR, TEAM, CASEWORKER}),
    supporters.PledgeSupport: frozenset({FAMILY, COORDINATOR, TEAM, CASEWORKER}),
    supporters.RemoveSupporter: frozenset({FAMILY, COORDINATOR, TEAM, CASEWORKER}),
    sharing.ShareWithSupporter: frozenset({FAMILY, COORDINATOR, TEAM, CASEWORKER}),
    team.EstablishTeam: frozenset({COORDINATOR, TEAM, CASEWORKER, FIRST}),
    team.AddTeamMember: frozenset({COORDINATOR, TEAM, CASEWORKER}),
    team.RemoveTeamMember: frozenset({COORDINATOR, TEAM, CASEWORKER, FIRST}),
    team.ReviewTeam: frozenset({COORDINATOR, TEAM, CASEWORKER}),
    team.RequireTeamReview: frozenset({SERVICE}),
    coordinator.ChooseCoordinator: frozenset({FAMILY, ATTACHED}),
    handover.AnswerHandover: frozenset({TEAM}),
    deputy.NameDeputy: frozenset({FAMILY, COORDINATOR, TEAM}),
    deputy.EndDeputy: frozenset({SERVICE}),
    coordinator.VacateCoordinator: frozenset({FAMILY, COORDINATOR, TEAM, CASEWORKER}),
    primary_contact.DesignatePrimaryContact: frozenset({FAMILY, ATTACHED}),
    contract.DraftContract: frozenset({COORDINATOR, TEAM}),
    contract.SignContract: frozenset({FAMILY, COORDINATOR, TEAM}),
    contract.EndContract: frozenset({FAMILY, COORDINATOR, TEAM}),
    needs.RaiseHelpNeed: frozenset({FAMILY, ATTACHED}),
    requests.RequestContact: frozenset({FAMILY, COORDINATOR, TEAM, CASEWORKER}),
    requests.WithdrawContactRequest: frozenset({FAMILY, COORDINATOR, TEAM, CASEWORKER}),
    requests.ConfirmContact: frozenset({FAMILY, ASKED, COORDINATOR, TEAM, CASEWORKER}),
    requests.NoteContactOverdue: frozenset({SERVICE}),
    needs.MeetHelpNeed: frozenset({FAMILY, COORDINATOR, TEAM, CASEWORKER}),
    consents.GiveConsent: frozenset({FAMILY, CONSENTING, ATTACHED, FIRST}),
    consents.WithdrawConsent: frozenset({FAMILY, CONSENTING, ATTACHED, FIRST}),
    consents.ExpireConsent: frozenset({SERVICE}),
}
"""In which relations a command may be given. Who is told of the plan has no right by that alone. INV-40.

Legal decisions are a caseworker's, never the coordinator's as such. INV-63.
"""


def require_right(state: State, command: Command) -> None:
    """Refuses whoever stands in none of the relations that the table names."""
    allowed, held = RIGHTS[type(command)], relations(state, command)
    _require_of_department(state, command)
    if not allowed & held:
        raise _refusal(allowed, held)
    if _touches_authority(state, command) and not held & {CASEWORKER, FIRST, ONESELF}:
        raise _refusal(frozenset({CASEWORKER, FIRST}), held)


def _require_of_department(state: State, command: Command) -> None:
    """A department's system speaks for its own people alone, and of them. INV-58."""
    if command.by.through is None:
        return
    for who in (command.by.id, getattr(command, "professional", command.by.id)):
        attached = state.attached.get(ProfessionalId(who))
        if attached is None or attached.department != command.by.through:
            raise not_of_department()


def _touches_authority(state: State, command: Command) -> bool:
    """Legal authority is given and taken by who has it: nobody makes himself or herself a caseworker, or sends one
    away, at once or by a basis that ends sooner. INV-63."""
    if not isinstance(command, attachments.AttachProfessional | attachments.DetachProfessional):
        return False
    now = state.attached.get(command.professional)
    if isinstance(command, attachments.DetachProfessional):
        return now is not None and is_caseworker(now)
    if now is None:
        return is_casework(command.function)
    if not is_caseworker(now):
        return is_casework(command.function) and command.function != now.function
    return (command.function, command.purpose, command.basis) != (now.function, now.purpose, now.basis)


def _refusal(allowed: frozenset[Relation], held: frozenset[Relation]) -> Refused:
    if allowed == {SERVICE}:
        return for_services_only()
    if allowed == {STAFF}:
        return Refused(
            "staff_only",
            "Families are registered by staff.",
            "R01",
            "Ask a professional.",
            danish="Familier registreres af medarbejdere.",
            danish_next="Spørg en fagperson.",
        )
    if held & {ATTACHED, FAMILY}:
        return _refusal_inside(allowed, held)
    return Refused(
        "not_around_family",
        "Only those who belong to the family or are attached to it may do this.",
        "INV-40",
        "Ask somebody who is attached.",
        danish="Det gør kun de, der hører til familien eller er tilknyttet den.",
        danish_next="Spørg en, der er tilknyttet.",
    )


def _refusal_inside(allowed: frozenset[Relation], held: frozenset[Relation]) -> Refused:
    if CASEWORKER in allowed and TEAM not in allowed:
        return Refused(
            "caseworker_only",
            "A caseworker of the family decides this, never the coordinator as such.",
            "INV-63",
            "Ask a caseworker who is attached.",
            danish="Det afgør en sagsbehandler, ikke koordinatoren som sådan.",
            danish_next="Spørg en tilknyttet sagsbehandler.",
        )
    if FAMILY in held:
        return Refused(
            "professionals_only",
            "The professionals around the family do this.",
            "INV-40",
            "Ask the coordinator or a caseworker.",
            danish="Det gør fagpersonerne omkring familien.",
            danish_next="Spørg koordinatoren eller en sagsbehandler.",
        )
    return Refused(
        "not_on_team",
        "The coordinator and the team do this; being informed gives no right to change.",
        "INV-40",
        "Ask the coordinator.",
        danish="Det gør koordinatoren og teamet; at være orienteret giver ingen ret til at ændre.",
        danish_next="Spørg koordinatoren.",
    )
