"""The family as contacts knows it: the state that every decision about it is made on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from contracts.contacts.events import (
    BasisKind,
    ConsentGiven,
    ContactKind,
    ContactReductionAgreed,
    ContractParty,
    CoordinatorDeputyNamed,
    CoordinatorHandoverStarted,
    EligibilityDecided,
    EmergencyAccessTaken,
    Employer,
    LegalBasisRecorded,
    ProfessionalAttached,
    Role,
    SharedSection,
    WorkingRole,
)
from contracts.ids import (
    ConsentId,
    ConsultationId,
    ContractId,
    FamilyId,
    HelpNeedId,
    LegalBasisId,
    MeetingId,
    PersonId,
    ProfessionalId,
    RequestId,
    SupporterId,
)
from eventkeep.clock import in_term
from eventkeep.evolved import replace
from services.contacts.reference import Others


@dataclass(frozen=True)
class KnownPerson:
    """What the register of persons says, opened for this decision."""

    name: str
    role: Role
    born: date | None = None
    protected: bool = False


@dataclass(frozen=True)
class KnownProfessional:
    """What the register of professionals says, opened for this decision."""

    name: str
    department: str
    profession: str
    employer: Employer = Employer.MUNICIPALITY
    left: bool = False
    competences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Thresholds:
    """From how many contacts on the municipality wants to know: more than this many. INV-06, Q06."""

    direct: int = 3
    secondary: int = 2

    def of(self, kind: ContactKind) -> int:
        """The threshold of a kind."""
        return self.direct if kind is ContactKind.DIRECT else self.secondary


@dataclass(frozen=True)
class Known:
    """What a command needs beside the family's own stream: the registers, other families, the other services."""

    persons: Mapping[str, KnownPerson] = field(default_factory=dict)
    professionals: Mapping[str, KnownProfessional] = field(default_factory=dict)
    families: Mapping[str, "State"] = field(default_factory=dict)
    others: Others = field(default_factory=Others)
    thresholds: Thresholds = field(default_factory=Thresholds)


@dataclass(frozen=True)
class Membership:
    """A member's place in the family. The name is the register's."""

    role: Role
    custody: tuple[PersonId, ...] = ()
    protected: bool = False
    set_here: bool = False


class Offer(StrEnum):
    """How far the offer of the model has come. P02."""

    NONE = "none"
    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"


@dataclass(frozen=True)
class Consultation:
    """Advice that somebody was asked for, and whether it was given."""

    professional: ProfessionalId
    given: bool = False


@dataclass(frozen=True)
class Request:
    """A contact that was asked for. `open` until it is made or taken back; `overdue` once that was said. INV-64."""

    professional: ProfessionalId
    due_on: date
    need: HelpNeedId | None = None
    requested_on: date | None = None
    open: bool = True
    overdue: bool = False


@dataclass(frozen=True)
class Contract:
    """The collaboration contract: its latest version, and who has signed that. INV-48."""

    contract: ContractId
    version: int
    signed: Mapping[ContractParty, str] = field(default_factory=dict)


@dataclass(frozen=True)
class State:
    """The family as contacts knows it."""

    registered: bool = False
    closed: bool = False
    continued_in: FamilyId | None = None
    split_from: FamilyId | None = None
    merged: frozenset[FamilyId] = frozenset()
    members: Mapping[PersonId, Membership] = field(default_factory=dict)
    former: Mapping[PersonId, Membership] = field(default_factory=dict)

    legal_bases: Mapping[LegalBasisId, LegalBasisRecorded] = field(default_factory=dict)
    eligibility: EligibilityDecided | None = None
    offer: Offer = Offer.NONE
    referred: Mapping[str, str] = field(default_factory=dict)
    visitation_date: date | None = None

    attached: Mapping[ProfessionalId, ProfessionalAttached] = field(default_factory=dict)
    attachments: int = 0
    left: Mapping[ProfessionalId, bool] = field(default_factory=dict)
    """Who was attached before, and whether with legal authority when he or she left. INV-63."""
    emergencies: Mapping[ProfessionalId, EmergencyAccessTaken] = field(default_factory=dict)
    contacts: Mapping[ContactKind, tuple[ProfessionalId, ...]] = field(default_factory=dict)
    reduction: ContactReductionAgreed | None = None
    consultations: Mapping[ConsultationId, Consultation] = field(default_factory=dict)
    working_roles: frozenset[tuple[ProfessionalId, WorkingRole]] = frozenset()
    supporters: Mapping[SupporterId, bool] = field(default_factory=dict)
    shared: Mapping[SupporterId, tuple[SharedSection, ...]] = field(default_factory=dict)
    """What the family shares with each now. INV-66."""

    team: frozenset[ProfessionalId] | None = None
    pre_meeting: MeetingId | None = None
    waivers_used: int = 0
    review_due: bool = False
    reviewed: int = 0
    coordinator: ProfessionalId | None = None
    handover: CoordinatorHandoverStarted | None = None
    deputy: CoordinatorDeputyNamed | None = None
    deputies: int = 0
    primary_contact: ProfessionalId | None = None
    contract: Contract | None = None
    ended_contracts: frozenset[ContractId] = frozenset()

    needs: Mapping[HelpNeedId, bool] = field(default_factory=dict)
    requests: Mapping[RequestId, Request] = field(default_factory=dict)
    consents: Mapping[ConsentId, ConsentGiven] = field(default_factory=dict)
    ended_consents: frozenset[ConsentId] = frozenset()

    known: Known = field(default_factory=Known)


def emergency_lasts(state: State, professional: str, now: datetime) -> bool:
    """Whether somebody sees the plan in an emergency at a moment. X-07."""
    held = state.emergencies.get(ProfessionalId(professional))
    return held is not None and now < held.until and not state.closed


def in_force(state: State, professional: str, day: date) -> bool:
    """Whether a professional is attached with a basis in force on a day of Europe/Copenhagen. X-01, INV-38."""
    held = state.attached.get(ProfessionalId(professional))
    if held is None or not in_term(held.basis.valid_from, held.basis.valid_to, day):
        return False
    if held.basis.kind is not BasisKind.CONSENT:
        return True
    consent = ConsentId(held.basis.reference)
    given = state.consents.get(consent)
    if given is None or consent in state.ended_consents:
        return False
    return in_term(given.valid_from, given.valid_to, day)


def without(state: State, professional: ProfessionalId) -> State:
    """The family after somebody left every place: for what comes next in the same decision."""
    return replace(
        state,
        attached={who: held for who, held in state.attached.items() if who != professional},
        contacts={kind: _others(who, professional) for kind, who in state.contacts.items()},
        team=state.team and state.team - {professional},
        coordinator=None if state.coordinator == professional else state.coordinator,
        handover=state.handover if state.handover and state.handover.professional != professional else None,
        primary_contact=None if state.primary_contact == professional else state.primary_contact,
    )


def _others(professionals: tuple[ProfessionalId, ...], one: ProfessionalId) -> tuple[ProfessionalId, ...]:
    return tuple(each for each in professionals if each != one)
