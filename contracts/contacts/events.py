"""What contacts says: who is in a family, who is around it and on what basis, its team and its consents."""

from contracts.contacts.around import (
    AttachmentExpired,
    Basis,
    BasisKind,
    ConsultationGiven,
    ConsultationRequested,
    ContactEnded,
    ContactKind,
    ContactReductionAgreed,
    ContactStarted,
    ContactThresholdExceeded,
    ProfessionalAttached,
    ProfessionalDetached,
    SupporterAdded,
    SupporterKind,
    SupporterLeft,
    SupportPledged,
    VisitMade,
    VisitPlace,
    WorkingRole,
    WorkingRoleTaken,
)
from contracts.contacts.family import (
    EligibilityDecided,
    FamilyAdmitted,
    FamilyClosed,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    FamilyNotAdmitted,
    FamilyReferred,
    FamilyRegistered,
    FamilyReopened,
    HouseholdMerged,
    HouseholdSplit,
    LegalBasisEnded,
    LegalBasisRecorded,
    Member,
    ModelAccepted,
    ModelDeclined,
    ModelOffered,
)
from contracts.contacts.registers import (
    AddressProtectionSet,
    DepartmentRegistered,
    Employer,
    ExternalIdLinked,
    ExternalIdUnlinked,
    PersonChanged,
    PersonRegistered,
    ProfessionalChanged,
    ProfessionalLeft,
    ProfessionalRegistered,
    Role,
)
from contracts.contacts.requests import (
    ConsentExpired,
    ConsentGiven,
    ConsentWithdrawn,
    ContactMade,
    ContactRequested,
    ContactRequestOverdue,
    ContactRequestWithdrawn,
    HelpNeedMet,
    HelpNeedRaised,
)
from contracts.contacts.team import (
    ContractAwaitsSignature,
    ContractDrafted,
    ContractEnded,
    ContractParty,
    ContractSigned,
    CoordinationTeamEstablished,
    CoordinatorChosen,
    CoordinatorDeputyEnded,
    CoordinatorDeputyNamed,
    CoordinatorHandoverAccepted,
    CoordinatorHandoverEnded,
    CoordinatorHandoverStarted,
    CoordinatorVacated,
    PrimaryContactDesignated,
    PrimaryContactVacated,
    Sections,
    TeamCompositionReviewed,
    TeamMemberAdded,
    TeamMemberRemoved,
    TeamReviewDue,
)
from contracts.shapes import wire_names

__all__ = [
    "EVENTS",
    "AddressProtectionSet",
    "AttachmentExpired",
    "Basis",
    "BasisKind",
    "ConsentExpired",
    "ConsentGiven",
    "ConsentWithdrawn",
    "ConsultationGiven",
    "ConsultationRequested",
    "ContactEnded",
    "ContactKind",
    "ContactMade",
    "ContactReductionAgreed",
    "ContactRequestOverdue",
    "ContactRequestWithdrawn",
    "ContactRequested",
    "ContactStarted",
    "ContactThresholdExceeded",
    "ContractAwaitsSignature",
    "ContractDrafted",
    "ContractEnded",
    "ContractParty",
    "ContractSigned",
    "CoordinationTeamEstablished",
    "CoordinatorChosen",
    "CoordinatorDeputyEnded",
    "CoordinatorDeputyNamed",
    "CoordinatorHandoverAccepted",
    "CoordinatorHandoverEnded",
    "CoordinatorHandoverStarted",
    "CoordinatorVacated",
    "DepartmentRegistered",
    "EligibilityDecided",
    "Employer",
    "ExternalIdLinked",
    "ExternalIdUnlinked",
    "FamilyAdmitted",
    "FamilyClosed",
    "FamilyEvent",
    "FamilyMemberAdded",
    "FamilyMemberChanged",
    "FamilyMemberLeft",
    "FamilyNotAdmitted",
    "FamilyReferred",
    "FamilyRegistered",
    "FamilyReopened",
    "HelpNeedMet",
    "HelpNeedRaised",
    "HouseholdMerged",
    "HouseholdSplit",
    "LegalBasisEnded",
    "LegalBasisRecorded",
    "Member",
    "ModelAccepted",
    "ModelDeclined",
    "ModelOffered",
    "PersonChanged",
    "PersonRegistered",
    "PrimaryContactDesignated",
    "PrimaryContactVacated",
    "ProfessionalAttached",
    "ProfessionalChanged",
    "ProfessionalDetached",
    "ProfessionalLeft",
    "ProfessionalRegistered",
    "Role",
    "Sections",
    "SupportPledged",
    "SupporterAdded",
    "SupporterKind",
    "SupporterLeft",
    "TeamCompositionReviewed",
    "TeamMemberAdded",
    "TeamMemberRemoved",
    "TeamReviewDue",
    "VisitMade",
    "VisitPlace",
    "WorkingRole",
    "WorkingRoleTaken",
]

FamilyEvent = (
    FamilyRegistered
    | FamilyMemberAdded
    | FamilyMemberChanged
    | FamilyMemberLeft
    | HouseholdSplit
    | HouseholdMerged
    | LegalBasisRecorded
    | LegalBasisEnded
    | EligibilityDecided
    | ModelOffered
    | ModelAccepted
    | ModelDeclined
    | FamilyReferred
    | FamilyAdmitted
    | FamilyNotAdmitted
    | FamilyClosed
    | FamilyReopened
    | ProfessionalAttached
    | ProfessionalDetached
    | AttachmentExpired
    | ContactStarted
    | ContactEnded
    | ContactReductionAgreed
    | ContactThresholdExceeded
    | ConsultationRequested
    | ConsultationGiven
    | VisitMade
    | SupporterAdded
    | SupportPledged
    | SupporterLeft
    | WorkingRoleTaken
    | CoordinationTeamEstablished
    | TeamMemberAdded
    | TeamMemberRemoved
    | TeamReviewDue
    | TeamCompositionReviewed
    | CoordinatorChosen
    | CoordinatorHandoverStarted
    | CoordinatorHandoverAccepted
    | CoordinatorHandoverEnded
    | CoordinatorDeputyNamed
    | CoordinatorDeputyEnded
    | CoordinatorVacated
    | PrimaryContactDesignated
    | PrimaryContactVacated
    | ContractDrafted
    | ContractSigned
    | ContractAwaitsSignature
    | ContractEnded
    | HelpNeedRaised
    | ContactRequested
    | ContactMade
    | ContactRequestOverdue
    | ContactRequestWithdrawn
    | HelpNeedMet
    | ConsentGiven
    | ConsentWithdrawn
    | ConsentExpired
)

EVENTS = wire_names(
    PersonRegistered,
    PersonChanged,
    AddressProtectionSet,
    ExternalIdLinked,
    ExternalIdUnlinked,
    ProfessionalRegistered,
    ProfessionalChanged,
    ProfessionalLeft,
    DepartmentRegistered,
    FamilyRegistered,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    HouseholdSplit,
    HouseholdMerged,
    LegalBasisRecorded,
    LegalBasisEnded,
    EligibilityDecided,
    ModelOffered,
    ModelAccepted,
    ModelDeclined,
    FamilyReferred,
    FamilyAdmitted,
    FamilyNotAdmitted,
    FamilyClosed,
    FamilyReopened,
    ProfessionalAttached,
    ProfessionalDetached,
    AttachmentExpired,
    ContactStarted,
    ContactEnded,
    ContactReductionAgreed,
    ContactThresholdExceeded,
    ConsultationRequested,
    ConsultationGiven,
    VisitMade,
    SupporterAdded,
    SupportPledged,
    SupporterLeft,
    WorkingRoleTaken,
    CoordinationTeamEstablished,
    TeamMemberAdded,
    TeamMemberRemoved,
    TeamReviewDue,
    TeamCompositionReviewed,
    CoordinatorChosen,
    CoordinatorHandoverStarted,
    CoordinatorHandoverAccepted,
    CoordinatorHandoverEnded,
    CoordinatorDeputyNamed,
    CoordinatorDeputyEnded,
    CoordinatorVacated,
    PrimaryContactDesignated,
    PrimaryContactVacated,
    ContractDrafted,
    ContractSigned,
    ContractAwaitsSignature,
    ContractEnded,
    HelpNeedRaised,
    ContactRequested,
    ContactMade,
    ContactRequestOverdue,
    ContactRequestWithdrawn,
    HelpNeedMet,
    ConsentGiven,
    ConsentWithdrawn,
    ConsentExpired,
)
