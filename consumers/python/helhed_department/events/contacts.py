"""What contacts tells, as its schemas say. Made by `make generate`."""

from typing import NotRequired, TypedDict

from helhed_department.kinds import Kind


class AttachmentExpired(TypedDict):
    """An attachment's basis has reached its last day. The professional sees nothing until there is another.
    X-01."""

    family: str
    professional: str
    due_on: str


class ConsultationGiven(TypedDict):
    """The advice was given. The consultant is no contact. R35, INV-08."""

    family: str
    consultation: str
    advice: NotRequired[str | None]


class ConsultationRequested(TypedDict):
    """A colleague is asked for advice instead of becoming one more contact (hinandens konsulenter). R26,
    R35."""

    family: str
    consultation: str
    consultant: str
    topic: str


class ContactEnded(TypedDict):
    """A professional has no contact of this kind any more. R09, R52, R56, P33, T12, INV-07."""

    family: str
    professional: str
    kind: str
    contacts: int


class ContactMade(TypedDict):
    """The contact was made. P27, INV-64."""

    family: str
    request: str
    made_on: str


class ContactReductionAgreed(TypedDict):
    """How many direct contacts there are to be, and by when (færre medarbejdere). P33, C40."""

    family: str
    direct_contacts: int
    by_date: str


class ContactRequestOverdue(TypedDict):
    """Nobody had contacted the family by the end of the day: seen once. P27, INV-64."""

    family: str
    request: str
    due_on: str


class ContactRequestWithdrawn(TypedDict):
    """Nobody is asked for this contact any more, and why (trukket tilbage). P27, INV-64."""

    family: str
    request: str


class ContactRequested(TypedDict):
    """A professional is asked to contact the family, by the end of a day (kontakt). P27, INV-64."""

    family: str
    request: str
    need: NotRequired[str | None]
    professional: str
    due_on: str
    requested_on: NotRequired[str | None]


class ContactStarted(TypedDict):
    """A professional has contact with the family; why, where he or she is not on the team. R09, R52, INV-06,
    INV-09."""

    family: str
    professional: str
    kind: str
    reason: NotRequired[str | None]
    alternative: NotRequired[str | None]
    contacts: int


class ContactThresholdExceeded(TypedDict):
    """There are more contacts than the municipality's threshold: to be seen, never refused. INV-06, Q06."""

    family: str
    kind: str
    contacts: int
    threshold: int


class ContractAwaitsSignature(TypedDict):
    """A new coordinator has not signed yet: the contract is not in force until then. A17, INV-48."""

    family: str
    contract: str
    version: int
    party: str


class Sections(TypedDict):
    """What a collaboration contract says: of collaboration, roles and competences. INV-49."""

    family: str
    expectations: str | None
    roles: str | None
    competences: str | None


class ContractDrafted(TypedDict):
    """A collaboration contract, or its next version, to be signed by all three (samarbejdskontrakt). A17,
    INV-49."""

    family: str
    contract: str
    version: int
    sections: Sections


class ContractEnded(TypedDict):
    """The contract has ended, and why. A17."""

    family: str
    contract: str


class ContractSigned(TypedDict):
    """A party signed this version; `signed_by` is who did so for it. A17, INV-48."""

    family: str
    contract: str
    version: int
    party: str
    in_force: bool


class CoordinationTeamEstablished(TypedDict):
    """The coordination team stands (tværgående koordinationsteam). R10, INV-10, INV-11."""

    family: str
    members: list[str]
    pre_meeting: NotRequired[str | None]
    pre_meeting_waived: NotRequired[str | None]
    established_on: NotRequired[str | None]


class CoordinatorChosen(TypedDict):
    """The family chose its coordinator from the team (tværfaglig koordinator). R07, INV-01 to INV-04."""

    family: str
    professional: str
    previous: NotRequired[str | None]


class CoordinatorDeputyEnded(TypedDict):
    """The days of a deputy are over: said by the clock, so that nobody's own day decides it. R07, INV-40."""

    family: str
    deputy: str
    due_on: str


class CoordinatorDeputyNamed(TypedDict):
    """Somebody on the team stands in for the coordinator for some days (stedfortræder). R07."""

    family: str
    deputy: str
    valid_from: str
    valid_to: str


class CoordinatorHandoverAccepted(TypedDict):
    """The baton is taken: from now on this one is the coordinator. R07, INV-03, INV-48."""

    family: str
    professional: str
    previous: str


class CoordinatorHandoverEnded(TypedDict):
    """The baton stays where it was: the one who was chosen declined, or left. R07, INV-03."""

    family: str
    professional: str


class CoordinatorHandoverStarted(TypedDict):
    """The family chose another coordinator, who has not accepted yet: the old one holds until then. R07,
    INV-03."""

    family: str
    professional: str
    previous: str


class CoordinatorVacated(TypedDict):
    """The family has no coordinator any more; why, and who of the family wanted it, where somebody did. R07,
    INV-01."""

    family: str
    professional: str


class EmergencyAccessEnded(TypedDict):
    """It ended before its time was over. X-07."""

    family: str
    professional: str


class EmergencyAccessTaken(TypedDict):
    """Somebody who isn't attached sees the plan for some hours (nødadgang): the family and the coordinator
    are told. X-07."""

    family: str
    professional: str
    name: str | None
    department: str
    profession: str
    reason: NotRequired[str]
    until: str


class FamilyAdmitted(TypedDict):
    """The visitation team admitted the family: the visitation date is set, once (visiteret). P03, A39,
    INV-51."""

    family: str
    programme: str
    visitation_date: str
    direct_contacts: int
    meeting: NotRequired[str | None]


class FamilyClosed(TypedDict):
    """The case is closed: nobody is attached any more (afsluttet). R01, Q15, X-10."""

    family: str
    handover: NotRequired[str | None]


class Member(TypedDict):
    """A member of a family (familiemedlem). R02. `custody` names who holds custody of a child. X-02."""

    person: str
    role: str
    name: str | None
    protected: NotRequired[bool]
    born: NotRequired[str | None]


class FamilyMemberAdded(TypedDict):
    """Somebody joined the family (familiemedlem). R02."""

    family: str
    member: Member


class FamilyMemberChanged(TypedDict):
    """A member's role, name, custody or address protection changed: this stands now. R02, X-02, X-06."""

    family: str
    member: Member


class FamilyMemberLeft(TypedDict):
    """A member no longer belongs to the family. R02. `moved_to` is the family that he or she moved to."""

    family: str
    person: str


class FamilyRegistered(TypedDict):
    """A family is registered with its members (familie). R01. `split_from` is the household that it came
    from."""

    family: str
    members: list[Member]


class FamilyReopened(TypedDict):
    """A closed case is opened again. R01."""

    family: str


class HelpNeedMet(TypedDict):
    """The family got help with it. P27."""

    family: str
    need: str


class HelpNeedRaised(TypedDict):
    """The family needs help with something: the right employee is to be found (behov for hjælp). P27, C28,
    INV-63."""

    family: str
    need: str
    person: str
    topic: str
    words: str | None


class ModelAccepted(TypedDict):
    """The family accepted; the case runs by the model from this day. P02, T17."""

    family: str
    started_on: str


class PrimaryContactDesignated(TypedDict):
    """One professional is the family's primary contact (primær kontaktperson). R08, T12, INV-05."""

    family: str
    professional: str
    previous: NotRequired[str | None]


class PrimaryContactVacated(TypedDict):
    """The family has no primary contact any more: to be seen at once. R08, T12, INV-05."""

    family: str
    professional: str


class ProfessionalAttached(TypedDict):
    """A professional is attached to the family with a basis, and may see the plan (tilknyttet). R11, INV-38,
    X-01."""

    family: str
    professional: str
    name: str | None
    department: str
    profession: str
    function: NotRequired[str | None]
    competences: NotRequired[list[str]]


class ProfessionalDetached(TypedDict):
    """A professional is no longer attached, and may not see the plan (fratrådt). R11, INV-38."""

    family: str
    professional: str
    detached_on: NotRequired[str | None]


class SharedWithSupporter(TypedDict):
    """The family said what it shares with a supporter (dele med netværket). R21, R22, R32, INV-66."""

    family: str
    supporter: str
    sections: NotRequired[list[str]]


class SupportPledged(TypedDict):
    """A supporter said what he or she will do (støtte op om planen). R22."""

    family: str
    supporter: str
    pledge: str | None


class SupporterAdded(TypedDict):
    """Somebody stands by the family (netværksperson, civil partner, mentor). R19, R21 to R23, R32, O09,
    O19."""

    family: str
    supporter: str
    kind: str
    name: str | None
    relation: str
    organisation: NotRequired[str | None]
    mentor_of: NotRequired[str | None]


class SupporterLeft(TypedDict):
    """A supporter no longer stands by the family; a mentor's time has ended. R21, R32."""

    family: str
    supporter: str


class TeamCompositionReviewed(TypedDict):
    """The team's composition was looked at, against these focus areas, also where nothing changed. P07,
    INV-47."""

    family: str
    focus_areas: list[str]
    without_member: NotRequired[list[str]]
    conclusion: NotRequired[str | None]
    plans_version: NotRequired[int]


class TeamMemberAdded(TypedDict):
    """A professional joined the coordination team. R10, INV-10."""

    family: str
    professional: str


class TeamMemberRemoved(TypedDict):
    """A professional left the coordination team. R10."""

    family: str
    professional: str


class TeamReviewDue(TypedDict):
    """The plan moved, so the team is to be looked at again. P07, P31, INV-47. `plans_version`: what moved
    it."""

    family: str
    because: str
    plans_version: int


class VisitMade(TypedDict):
    """A professional met the family (besøg). P04, P41, M14."""

    family: str
    professional: str
    place: str
    visited_on: str


class WorkingRoleTaken(TypedDict):
    """A professional took a working role: ressourcemester, medbygger or oversætter. R36 to R38."""

    family: str
    professional: str
    role: str


ATTACHMENT_EXPIRED = Kind[AttachmentExpired]("helhed.contacts.attachment-expired.v1")
CONSULTATION_GIVEN = Kind[ConsultationGiven]("helhed.contacts.consultation-given.v1")
CONSULTATION_REQUESTED = Kind[ConsultationRequested]("helhed.contacts.consultation-requested.v1")
CONTACT_ENDED = Kind[ContactEnded]("helhed.contacts.contact-ended.v1")
CONTACT_MADE = Kind[ContactMade]("helhed.contacts.contact-made.v1")
CONTACT_REDUCTION_AGREED = Kind[ContactReductionAgreed]("helhed.contacts.contact-reduction-agreed.v1")
CONTACT_REQUEST_OVERDUE = Kind[ContactRequestOverdue]("helhed.contacts.contact-request-overdue.v1")
CONTACT_REQUEST_WITHDRAWN = Kind[ContactRequestWithdrawn]("helhed.contacts.contact-request-withdrawn.v1")
CONTACT_REQUESTED = Kind[ContactRequested]("helhed.contacts.contact-requested.v1")
CONTACT_STARTED = Kind[ContactStarted]("helhed.contacts.contact-started.v1")
CONTACT_THRESHOLD_EXCEEDED = Kind[ContactThresholdExceeded]("helhed.contacts.contact-threshold-exceeded.v1")
CONTRACT_AWAITS_SIGNATURE = Kind[ContractAwaitsSignature]("helhed.contacts.contract-awaits-signature.v1")
CONTRACT_DRAFTED = Kind[ContractDrafted]("helhed.contacts.contract-drafted.v1")
CONTRACT_ENDED = Kind[ContractEnded]("helhed.contacts.contract-ended.v1")
CONTRACT_SIGNED = Kind[ContractSigned]("helhed.contacts.contract-signed.v1")
COORDINATION_TEAM_ESTABLISHED = Kind[CoordinationTeamEstablished](
    "helhed.contacts.coordination-team-established.v1"
)
COORDINATOR_CHOSEN = Kind[CoordinatorChosen]("helhed.contacts.coordinator-chosen.v1")
COORDINATOR_DEPUTY_ENDED = Kind[CoordinatorDeputyEnded]("helhed.contacts.coordinator-deputy-ended.v1")
COORDINATOR_DEPUTY_NAMED = Kind[CoordinatorDeputyNamed]("helhed.contacts.coordinator-deputy-named.v1")
COORDINATOR_HANDOVER_ACCEPTED = Kind[CoordinatorHandoverAccepted](
    "helhed.contacts.coordinator-handover-accepted.v1"
)
COORDINATOR_HANDOVER_ENDED = Kind[CoordinatorHandoverEnded]("helhed.contacts.coordinator-handover-ended.v1")
COORDINATOR_HANDOVER_STARTED = Kind[CoordinatorHandoverStarted](
    "helhed.contacts.coordinator-handover-started.v1"
)
COORDINATOR_VACATED = Kind[CoordinatorVacated]("helhed.contacts.coordinator-vacated.v1")
EMERGENCY_ACCESS_ENDED = Kind[EmergencyAccessEnded]("helhed.contacts.emergency-access-ended.v1")
EMERGENCY_ACCESS_TAKEN = Kind[EmergencyAccessTaken]("helhed.contacts.emergency-access-taken.v1")
FAMILY_ADMITTED = Kind[FamilyAdmitted]("helhed.contacts.family-admitted.v1")
FAMILY_CLOSED = Kind[FamilyClosed]("helhed.contacts.family-closed.v1")
FAMILY_MEMBER_ADDED = Kind[FamilyMemberAdded]("helhed.contacts.family-member-added.v1")
FAMILY_MEMBER_CHANGED = Kind[FamilyMemberChanged]("helhed.contacts.family-member-changed.v1")
FAMILY_MEMBER_LEFT = Kind[FamilyMemberLeft]("helhed.contacts.family-member-left.v1")
FAMILY_REGISTERED = Kind[FamilyRegistered]("helhed.contacts.family-registered.v1")
FAMILY_REOPENED = Kind[FamilyReopened]("helhed.contacts.family-reopened.v1")
HELP_NEED_MET = Kind[HelpNeedMet]("helhed.contacts.help-need-met.v1")
HELP_NEED_RAISED = Kind[HelpNeedRaised]("helhed.contacts.help-need-raised.v1")
MODEL_ACCEPTED = Kind[ModelAccepted]("helhed.contacts.model-accepted.v1")
PRIMARY_CONTACT_DESIGNATED = Kind[PrimaryContactDesignated]("helhed.contacts.primary-contact-designated.v1")
PRIMARY_CONTACT_VACATED = Kind[PrimaryContactVacated]("helhed.contacts.primary-contact-vacated.v1")
PROFESSIONAL_ATTACHED = Kind[ProfessionalAttached]("helhed.contacts.professional-attached.v1")
PROFESSIONAL_DETACHED = Kind[ProfessionalDetached]("helhed.contacts.professional-detached.v1")
SHARED_WITH_SUPPORTER = Kind[SharedWithSupporter]("helhed.contacts.shared-with-supporter.v1")
SUPPORT_PLEDGED = Kind[SupportPledged]("helhed.contacts.support-pledged.v1")
SUPPORTER_ADDED = Kind[SupporterAdded]("helhed.contacts.supporter-added.v1")
SUPPORTER_LEFT = Kind[SupporterLeft]("helhed.contacts.supporter-left.v1")
TEAM_COMPOSITION_REVIEWED = Kind[TeamCompositionReviewed]("helhed.contacts.team-composition-reviewed.v1")
TEAM_MEMBER_ADDED = Kind[TeamMemberAdded]("helhed.contacts.team-member-added.v1")
TEAM_MEMBER_REMOVED = Kind[TeamMemberRemoved]("helhed.contacts.team-member-removed.v1")
TEAM_REVIEW_DUE = Kind[TeamReviewDue]("helhed.contacts.team-review-due.v1")
VISIT_MADE = Kind[VisitMade]("helhed.contacts.visit-made.v1")
WORKING_ROLE_TAKEN = Kind[WorkingRoleTaken]("helhed.contacts.working-role-taken.v1")
