"""One good command of each kind about the invented family."""

from datetime import date
from typing import Any

from contracts.contacts.events import (
    ContactKind,
    ContractParty,
    Role,
    SharedSection,
    SupporterKind,
    VisitPlace,
    WorkingRole,
)
from services.contacts import domain
from services.contacts.attachments import (
    AttachProfessional,
    DetachLeaver,
    DetachProfessional,
    ExpireAttachment,
    FollowProfessional,
)
from services.contacts.closing import CloseFamily, ReopenFamily
from services.contacts.colleagues import GiveConsultation, RecordVisit, RequestConsultation, TakeWorkingRole
from services.contacts.consents import ExpireConsent, GiveConsent, WithdrawConsent
from services.contacts.contract import DraftContract, EndContract, SignContract
from services.contacts.coordinator import ChooseCoordinator, VacateCoordinator
from services.contacts.counting import AgreeContactReduction, EndContact, StartContact
from services.contacts.deputy import EndDeputy, NameDeputy
from services.contacts.eligibility import DecideEligibility, EndLegalBasis, RecordLegalBasis
from services.contacts.emergency import EndEmergencyAccess, TakeEmergencyAccess
from services.contacts.handover import AnswerHandover
from services.contacts.households import JoinHousehold, MergeHousehold, OpenHousehold, SplitHousehold
from services.contacts.members import (
    AddFamilyMember,
    ChangeFamilyMember,
    FollowPerson,
    RegisterFamily,
    RemoveFamilyMember,
)
from services.contacts.needs import MeetHelpNeed, RaiseHelpNeed
from services.contacts.offer import AnswerOffer, OfferModel
from services.contacts.primary_contact import DesignatePrimaryContact
from services.contacts.requests import (
    ConfirmContact,
    NoteContactOverdue,
    RequestContact,
    WithdrawContactRequest,
)
from services.contacts.sharing import ShareWithSupporter
from services.contacts.supporters import AddSupporter, PledgeSupport, RemoveSupporter
from services.contacts.team import (
    AddTeamMember,
    EstablishTeam,
    RemoveTeamMember,
    RequireTeamReview,
    ReviewTeam,
)
from services.contacts.visitation import AdmitFamily, DeclineAdmission, ReferFamily
from tests.unit.contacts_story import (
    BY_CONTACTS,
    CONSENT,
    CONSULTATION,
    CONTRACT,
    DAY,
    FOCUS_AREA,
    LAW,
    NEED,
    OTHER_FAMILY,
    REQUEST,
    SUPPORTER,
    by,
)
from tests.unit.family import ANNA, AT, BO, BY_TEAM, CLARA, FAMILY, HOME_LAW, PASSER_BY, SOFIE, TOMAS, ULLA

_G: dict[str, Any] = {"by": BY_TEAM, "at": AT, "family": FAMILY}
_S: dict[str, Any] = {"by": BY_CONTACTS, "at": AT, "family": FAMILY}
REGISTER = RegisterFamily(by=BY_TEAM, at=AT, family=FAMILY, members=(ANNA, BO))
ADD = AddFamilyMember(**_G, person=CLARA)
CHANGE = ChangeFamilyMember(**_G, person=BO, role=Role.YOUNG, custody=(ANNA,))
REMOVE = RemoveFamilyMember(**_G, person=BO, reason="moved")
FOLLOW_PERSON = FollowPerson(**_S, person=BO, renamed=True)
SPLIT = SplitHousehold(**_G, into=OTHER_FAMILY, moved=(BO,), shared=(ANNA,))
OPEN = OpenHousehold(**_S, split_from=OTHER_FAMILY, persons=(BO,))
MERGE = MergeHousehold(**_G, into=OTHER_FAMILY)
JOIN_HOUSEHOLD = JoinHousehold(**_S, merged=OTHER_FAMILY)
CLOSE = CloseFamily(**_G, reason="goals reached")
REOPEN = ReopenFamily(**_G, reason="new needs")
RECORD_BASIS = RecordLegalBasis(**_G, legal_basis=LAW, code="barnets lov § 32", valid_from=DAY)
END_BASIS = EndLegalBasis(**_G, legal_basis=LAW, ended_on=date(2024, 6, 1))
DECIDE = DecideEligibility(**_G, eligible=False, reason="no case")
OFFER = OfferModel(**_G)
ACCEPT = AnswerOffer(**_G, accepted=True, answered_by=(ANNA,))
REFER = ReferFamily(**_G, programme="families", source="sickness-benefit")
ADMIT = AdmitFamily(**_G, programme="families", visitation_date=DAY, deciders=(SOFIE, PASSER_BY))
NOT_ADMIT = DeclineAdmission(**_G, programme="families", deciders=(SOFIE,), reason="full")
ATTACH = AttachProfessional(**_G, professional=SOFIE, purpose="coordination", basis=HOME_LAW)
DETACH = DetachProfessional(**_G, professional=SOFIE, reason="left")
DETACH_LEAVER = DetachLeaver(**_S, professional=SOFIE)
FOLLOW_PROFESSIONAL = FollowProfessional(**_S, professional=SOFIE)
EXPIRE = ExpireAttachment(**_S, professional=SOFIE, due_on=date(2024, 2, 29))
EMERGENCY = TakeEmergencyAccess(**_G, professional=PASSER_BY, reason="The child was alone.")
END_EMERGENCY = EndEmergencyAccess(**_G, professional=PASSER_BY)
CALL = StartContact(**_G, professional=SOFIE, kind=ContactKind.DIRECT, reason="Visits each week.")
END_CALLS = EndContact(**_G, professional=SOFIE, kind=ContactKind.DIRECT, reason="not needed")
REDUCE = AgreeContactReduction(**_G, direct_contacts=2, by_date=date(2024, 9, 1))
ASK_COLLEAGUE = RequestConsultation(**_G, consultation=CONSULTATION, consultant=PASSER_BY, topic="health")
ADVISE = GiveConsultation(**_G, consultation=CONSULTATION, advice="Ask about sleep.")
VISIT = RecordVisit(**_G, professional=SOFIE, place=VisitPlace.HOME, visited_on=DAY)
TAKE_ROLE = TakeWorkingRole(**_G, professional=SOFIE, role=WorkingRole.CO_BUILDER)
SUPPORT = AddSupporter(
    **_G, supporter=SUPPORTER, kind=SupporterKind.NETWORK_PERSON, name="An Aunt", relation="aunt"
)
PLEDGE = PledgeSupport(**_G, supporter=SUPPORTER, pledge="Takes Bo to football.")
SHARE = ShareWithSupporter(
    **_G,
    supporter=SUPPORTER,
    sections=(SharedSection.GOALS, SharedSection.MEETINGS),
    shared_by=(ANNA,),
)
UNSUPPORT = RemoveSupporter(**_G, supporter=SUPPORTER, reason="moved")
ESTABLISH = EstablishTeam(**_G, members=(SOFIE, TOMAS), pre_meeting_waived="Known for years.")
JOIN = AddTeamMember(**_G, professional=ULLA)
LEAVE = RemoveTeamMember(**_G, professional=SOFIE)
REVIEW = ReviewTeam(**_G, without_member=(FOCUS_AREA,), conclusion="Ask the school.")
REQUIRE_REVIEW = RequireTeamReview(**_S, because="focus-area-added", plans_version=8)
CHOOSE = ChooseCoordinator(**_G, professional=SOFIE, chosen_by=(ANNA, BO))
TAKE_BATON = AnswerHandover(by=by(TOMAS), at=AT, family=FAMILY, accepts=True)
DEPUTY = NameDeputy(**_G, deputy=TOMAS, valid_from=DAY, valid_to=date(2024, 3, 14))
END_DEPUTY = EndDeputy(**_S, deputy=TOMAS, due_on=date(2024, 3, 14))
VACATE = VacateCoordinator(**_G, reason="illness")
DESIGNATE = DesignatePrimaryContact(**_G, professional=SOFIE)
DRAFT = DraftContract(
    **_G,
    contract=CONTRACT,
    expectations="We call back.",
    roles="Sofie leads.",
    competences="Each knows own law.",
)
SIGN = SignContract(**_G, contract=CONTRACT, version=1, party=ContractParty.TEAM, signed_by=SOFIE)
END_CONTRACT = EndContract(**_G, contract=CONTRACT, reason="goals reached")
RAISE = RaiseHelpNeed(**_G, need=NEED, person=ANNA, topic="housing", words="We need more room.")
REQUEST_CONTACT = RequestContact(**_G, request=REQUEST, professional=ULLA, due_on=date(2024, 3, 8))
UNASK = WithdrawContactRequest(**_G, request=REQUEST, reason="left")
CONFIRM = ConfirmContact(**_G, request=REQUEST, made_on=DAY)
OVERDUE = NoteContactOverdue(**_S, request=REQUEST, due_on=date(2024, 2, 29))
MEET = MeetHelpNeed(**_G, need=NEED)
CONSENT_TO = GiveConsent(
    **_G,
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
WITHDRAW = WithdrawConsent(**_G, consent=CONSENT, withdrawn_by=ANNA)
EXPIRE_CONSENT = ExpireConsent(**_S, consent=CONSENT, due_on=date(2024, 12, 31))

EVERY_COMMAND: tuple[domain.FamilyCommand, ...] = (
    *(REGISTER, ADD, CHANGE, REMOVE, FOLLOW_PERSON, SPLIT, OPEN, MERGE, JOIN_HOUSEHOLD, CLOSE, REOPEN),
    *(RECORD_BASIS, END_BASIS, DECIDE, OFFER, ACCEPT, REFER, ADMIT, NOT_ADMIT),
    *(EMERGENCY, END_EMERGENCY),
    *(ATTACH, DETACH, DETACH_LEAVER, FOLLOW_PROFESSIONAL, EXPIRE, CALL, END_CALLS, REDUCE),
    *(ASK_COLLEAGUE, ADVISE, VISIT, TAKE_ROLE, SUPPORT, PLEDGE, SHARE, UNSUPPORT),
    *(
        ESTABLISH,
        JOIN,
        LEAVE,
        REVIEW,
        REQUIRE_REVIEW,
        CHOOSE,
        TAKE_BATON,
        DEPUTY,
        END_DEPUTY,
        VACATE,
        DESIGNATE,
    ),
    *(DRAFT, SIGN, END_CONTRACT, RAISE, REQUEST_CONTACT, UNASK, CONFIRM, OVERDUE, MEET),
    *(CONSENT_TO, WITHDRAW, EXPIRE_CONSENT),
)
FOR_A_WHILE = (
    ATTACH.model_copy(update={"basis": HOME_LAW.model_copy(update={"valid_to": date(2024, 3, 8)})}),
    CONSENT_TO.model_copy(update={"valid_to": date(2024, 3, 8)}),
)
"""What expires within days."""
