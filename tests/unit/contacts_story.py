"""The invented family as contacts decides on it: what the registers know, and what happened."""

from datetime import date
from typing import TypeVar

from contracts.contacts.events import (
    Basis,
    BasisKind,
    ConsentGiven,
    ContractDrafted,
    ContractParty,
    ContractSigned,
    CoordinationTeamEstablished,
    CoordinatorChosen,
    CoordinatorHandoverStarted,
    Employer,
    FamilyEvent,
    PrimaryContactDesignated,
    Role,
    Sections,
    SharedSection,
    SharedWithSupporter,
    SupporterAdded,
    SupporterKind,
)
from contracts.ids import (
    ConsentId,
    ConsultationId,
    ContractId,
    FamilyId,
    FocusAreaId,
    HelpNeedId,
    LegalBasisId,
    ProfessionalId,
    RequestId,
    SupporterId,
)
from contracts.shapes import Actor, ActorKind, Command
from eventkeep.handle import Decider
from eventkeep.testing import Given, folded, given
from services.contacts import domain
from services.contacts.domain import Known, KnownPerson, KnownProfessional, State
from services.contacts.reference import Others, PlansFacts
from tests.unit.family import (
    ANNA,
    BO,
    CLARA,
    FAMILY,
    PASSER_BY,
    REGISTERED,
    SOFIE,
    TOMAS,
    ULLA,
    attached,
    numbered,
)

C = TypeVar("C", bound=Command)
DAY = date(2024, 3, 1)
BY_CONTACTS = Actor(kind=ActorKind.SERVICE, id="contacts")
OTHER_FAMILY = numbered(FamilyId, 2)
GP = numbered(ProfessionalId, 4)
CONTRACT, CONSENT = numbered(ContractId, 1), numbered(ConsentId, 1)
NEED, REQUEST = numbered(HelpNeedId, 1), numbered(RequestId, 1)
CONSULTATION, SUPPORTER, LAW = (
    numbered(ConsultationId, 1),
    numbered(SupporterId, 1),
    numbered(LegalBasisId, 1),
)
FOCUS_AREA = numbered(FocusAreaId, 1)
SOCIAL, TEACHER, VISITOR, DOCTOR = (
    KnownProfessional("A Professional", "social", "social worker"),
    KnownProfessional("A Professional", "school", "teacher"),
    KnownProfessional("A Professional", "health", "health-visitor"),
    KnownProfessional("A Professional", "practice", "doctor", Employer.OTHER),
)
CONTACTS = Decider(domain.State, domain.decide, domain.evolve)
KNOWN = Known(
    persons={
        ANNA: KnownPerson("Anna Example", Role.ADULT),
        BO: KnownPerson("Bo Example", Role.YOUNG),
        CLARA: KnownPerson("Clara Example", Role.CHILD),
    },
    professionals={
        **dict.fromkeys((SOFIE, TOMAS, ULLA), SOCIAL),
        PASSER_BY: VISITOR,
        GP: DOCTOR,
    },
    families={OTHER_FAMILY: State()},
    others=Others(plans=PlansFacts((FOCUS_AREA,)), at={"plans": 7}),
)


def but(command: C, **changes: object) -> C:
    """The same command with other values."""
    return command.model_copy(update=changes)


def by(who: ProfessionalId) -> Actor:
    """A professional acts."""
    return Actor(kind=ActorKind.PROFESSIONAL, id=who)


def the_family(*events: FamilyEvent) -> Given:
    """The registered family, and what happened since."""
    return given(CONTACTS, REGISTERED, *events).with_known(KNOWN)


def state_of(*events: FamilyEvent) -> State:
    """A family after these events."""
    return folded(domain.evolve, State(), *events)


# What happened

THREE_ATTACHED = (attached(SOFIE), attached(TOMAS), attached(ULLA))
ESTABLISHED = CoordinationTeamEstablished(
    family=FAMILY, members=(SOFIE, TOMAS), pre_meeting_waived="Known for years.", established_on=DAY
)
CHOSEN = CoordinatorChosen(family=FAMILY, professional=SOFIE, chosen_by=(ANNA, BO))
TRUSTED = PrimaryContactDesignated(family=FAMILY, professional=SOFIE)
TEAM: tuple[FamilyEvent, ...] = (*THREE_ATTACHED, ESTABLISHED)
LED: tuple[FamilyEvent, ...] = (*TEAM, CHOSEN, TRUSTED)
PASSED_ON = CoordinatorHandoverStarted(family=FAMILY, professional=TOMAS, chosen_by=(ANNA,), previous=SOFIE)
DRAFTED = ContractDrafted(
    family=FAMILY,
    contract=CONTRACT,
    version=1,
    sections=Sections(
        family=FAMILY, expectations="We call back.", roles="Sofie leads.", competences="Each knows own law."
    ),
)


def signed(party: ContractParty, who: str, in_force: bool = False) -> ContractSigned:
    """A party signed the first version."""
    return ContractSigned(
        family=FAMILY, contract=CONTRACT, version=1, party=party, signed_by=who, in_force=in_force
    )


CONSENTED = ConsentGiven(
    family=FAMILY,
    consent=CONSENT,
    person=ANNA,
    given_by=(ANNA,),
    department="school",
    scope=("goals",),
    purpose="coordination",
    valid_from=DAY,
    valid_to=date(2024, 12, 31),
    evidence="signed form",
)
FOR_ALL = CONSENTED.model_copy(update={"person": None, "given_by": (ANNA, BO)})
"""The same about the whole family, given by all who must."""
BY_CONSENT = Basis(kind=BasisKind.CONSENT, reference=CONSENT, valid_from=DAY, valid_to=date(2024, 12, 31))
SUPPORTED = SupporterAdded(
    family=FAMILY,
    supporter=SUPPORTER,
    kind=SupporterKind.NETWORK_PERSON,
    name="An Aunt",
    relation="aunt",
)
SHARED = SharedWithSupporter(
    family=FAMILY,
    supporter=SUPPORTER,
    sections=(SharedSection.GOALS, SharedSection.MEETINGS),
    shared_by=(ANNA,),
)
