"""What the family plan shows of contacts, supporters, requests and the contract."""

from datetime import date
from typing import Any

from contracts.contacts.events import (
    ConsentGiven,
    ConsultationGiven,
    ConsultationRequested,
    ContactEnded,
    ContactKind,
    ContactMade,
    ContactReductionAgreed,
    ContactRequested,
    ContactRequestOverdue,
    ContactRequestWithdrawn,
    ContactStarted,
    ContactThresholdExceeded,
    ContractAwaitsSignature,
    ContractDrafted,
    ContractEnded,
    ContractParty,
    ContractSigned,
    CoordinatorVacated,
    FamilyAdmitted,
    FamilyClosed,
    FamilyReopened,
    HelpNeedMet,
    HelpNeedRaised,
    PrimaryContactDesignated,
    ProfessionalDetached,
    Sections,
    SupporterAdded,
    SupporterKind,
    SupporterLeft,
    SupportPledged,
    VisitMade,
    VisitPlace,
    WorkingRole,
    WorkingRoleTaken,
)
from contracts.ids import (
    ConsentId,
    ConsultationId,
    ContractId,
    HelpNeedId,
    Id,
    ProfessionalId,
    RequestId,
    SupporterId,
)
from tests.unit.family import ANNA, FAMILY, PASSER_BY, SOFIE, TOMAS, attached, numbered
from tests.views.shown import family_plan

DAY = date(2024, 3, 1)
DIRECT = ContactKind.DIRECT
CONTRACT, CONSULTATION = numbered(ContractId, 1), numbered(ConsultationId, 1)
NEED, REQUEST, SUPPORTER = numbered(HelpNeedId, 1), numbered(RequestId, 1), numbered(SupporterId, 1)


def started(who: ProfessionalId, contacts: int) -> ContactStarted:
    """Somebody has contact, for reasons that only those who decide need."""
    return ContactStarted(family=FAMILY, professional=who, kind=DIRECT, reason="Private.", contacts=contacts)


def ended(who: ProfessionalId, contacts: int) -> ContactEnded:
    """Somebody has none any more."""
    return ContactEnded(family=FAMILY, professional=who, kind=DIRECT, reason="done", contacts=contacts)


def test_who_is_in_contact_and_whether_they_are_too_many() -> None:
    """INV-06, INV-07, R56, T24: too many until there are few enough again; nobody is there twice."""
    above = ContactThresholdExceeded(family=FAMILY, kind=DIRECT, contacts=2, threshold=1)
    agreed = ContactReductionAgreed(family=FAMILY, direct_contacts=1, by_date=date(2024, 9, 1))
    told = (started(SOFIE, 1), started(SOFIE, 1), started(TOMAS, 2), above, agreed)
    contacts = family_plan(*told)["contacts"]
    assert contacts == {
        "direct": [SOFIE, TOMAS],
        "secondary": [],
        "direct_at_admission": None,
        "above_threshold": ["direct"],
        "agreed": {"direct": 1, "by_date": "2024-09-01"},
    }
    fewer = family_plan(*told, ended(SOFIE, 1))["contacts"]
    assert (fewer["direct"], fewer["above_threshold"]) == ([TOMAS], [])
    still = family_plan(*told, started(PASSER_BY, 3), ended(SOFIE, 2))["contacts"]
    assert still["above_threshold"] == ["direct"]


def test_contacts_are_seen_beside_how_many_they_were_at_admission() -> None:
    """R56, T12, T24, INV-07: and who the one primary contact is, whoever else is in contact."""
    admitted = FamilyAdmitted(
        family=FAMILY,
        programme="families",
        visitation_date=DAY,
        deciders=(SOFIE,),
        health_professionals=(SOFIE,),
        direct_contacts=4,
    )
    second = started(TOMAS, 1).model_copy(update={"kind": ContactKind.SECONDARY, "alternative": "Private."})
    trusted = (PrimaryContactDesignated(family=FAMILY, professional=each) for each in (TOMAS, SOFIE))
    later = admitted.model_copy(update={"direct_contacts": 9})
    document = family_plan(started(PASSER_BY, 5), admitted, later, started(SOFIE, 1), second, *trusted)
    shown = document["contacts"]
    assert (shown["direct"], shown["direct_at_admission"]) == ([PASSER_BY, SOFIE], 4)
    assert (shown["secondary"], document["primary_contact"]) == ([TOMAS], SOFIE)
    assert "Private." not in str(document)


def test_colleagues_work_is_seen_without_what_they_said() -> None:
    """R35, P04, R37, INV-08: advice, visits and roles are no contacts."""
    document = family_plan(
        ConsultationRequested(family=FAMILY, consultation=CONSULTATION, consultant=PASSER_BY, topic="health"),
        ConsultationGiven(family=FAMILY, consultation=CONSULTATION, advice="Private."),
        VisitMade(family=FAMILY, professional=SOFIE, place=VisitPlace.HOME, visited_on=DAY),
        *(WorkingRoleTaken(family=FAMILY, professional=SOFIE, role=WorkingRole.CO_BUILDER) for _ in range(2)),
    )
    assert document["consultations"] == [
        {"consultation": CONSULTATION, "consultant": PASSER_BY, "topic": "health", "given": True}
    ]
    assert document["visits"] == [{"professional": SOFIE, "place": "home", "visited_on": "2024-03-01"}]
    assert document["working_roles"] == [{"professional": SOFIE, "role": "co-builder"}]
    assert document["contacts"]["direct"] == []
    assert "Private." not in str(document)


def test_supporters_stand_with_what_they_pledged() -> None:
    """R21 to R23, R32, O09: who left is named still."""
    added = SupporterAdded(
        family=FAMILY,
        supporter=SUPPORTER,
        kind=SupporterKind.MENTOR,
        name="A Mentor",
        relation="mentor",
        mentor_of=ANNA,
    )
    pledge = SupportPledged(family=FAMILY, supporter=SUPPORTER, pledge="Calls on Sundays.")
    left = SupporterLeft(family=FAMILY, supporter=SUPPORTER, reason="moved")
    shown = {
        "supporter": SUPPORTER,
        "kind": "mentor",
        "name": "A Mentor",
        "relation": "mentor",
        "organisation": None,
        "mentor_of": ANNA,
        "pledges": ["Calls on Sundays."],
        "left": False,
    }
    assert family_plan(added, pledge)["supporters"] == [shown]
    assert family_plan(added, pledge, left)["supporters"] == [shown | {"left": True}]


def test_needs_and_requests_are_seen_until_they_are_met() -> None:
    """P27, INV-64: not the words of a need."""
    raised = HelpNeedRaised(family=FAMILY, need=NEED, person=ANNA, topic="housing", words="Private.")
    asked = ContactRequested(family=FAMILY, request=REQUEST, need=NEED, professional=SOFIE, due_on=DAY)
    late = ContactRequestOverdue(family=FAMILY, request=REQUEST, due_on=DAY)
    document = family_plan(raised, asked, late)
    assert document["help_needs"] == [{"need": NEED, "person": ANNA, "topic": "housing", "met": False}]
    request = {
        "request": REQUEST,
        "need": NEED,
        "professional": SOFIE,
        "due_on": "2024-03-01",
        "made_on": None,
        "overdue": True,
        "ended": False,
    }
    assert document["contact_requests"] == [request]
    assert "Private." not in str(document)
    made = ContactMade(family=FAMILY, request=REQUEST, made_on=DAY)
    after = family_plan(raised, asked, late, made, HelpNeedMet(family=FAMILY, need=NEED))
    assert after["help_needs"][0]["met"] is True
    assert after["contact_requests"] == [request | {"made_on": "2024-03-01"}]


def test_nobody_is_waited_for_in_a_closed_case() -> None:
    """Q15, INV-64: what was made stays made; nor when the case is opened again, or the request was taken back."""
    asked, other = (
        ContactRequested(family=FAMILY, request=each, professional=SOFIE, due_on=DAY)
        for each in (REQUEST, numbered(RequestId, 2))
    )
    made = ContactMade(family=FAMILY, request=REQUEST, made_on=DAY)
    ends = (FamilyClosed(family=FAMILY, reason="done"), FamilyReopened(family=FAMILY, reason="new needs"))
    back = ContactRequestWithdrawn(family=FAMILY, request=numbered(RequestId, 2), reason="called by another")
    for told in ((asked, other, made), (asked, other, made, *ends), (asked, other, made, back)):
        shown = family_plan(*told)["contact_requests"]
        assert [each["ended"] for each in shown] == [False, len(told) > 3]


def test_whoever_is_detached_works_in_no_role_any_more() -> None:
    """R36 to R38: others do."""
    roles = (
        WorkingRoleTaken(family=FAMILY, professional=who, role=WorkingRole.CO_BUILDER)
        for who in (SOFIE, TOMAS)
    )
    gone = ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left")
    document = family_plan(attached(SOFIE), attached(TOMAS), *roles, gone)
    assert document["working_roles"] == [{"professional": TOMAS, "role": "co-builder"}]


def contract(*events: Any) -> Any:
    """The contract as it is shown after these events."""
    sections = Sections(family=FAMILY, expectations="Private.", roles="Private.", competences="Private.")
    drafted = ContractDrafted(family=FAMILY, contract=CONTRACT, version=1, sections=sections)
    document = family_plan(drafted, *events)
    assert "Private." not in str(document)
    return document["contract"]


def sign(party: ContractParty, who: Id, version: int = 1) -> ContractSigned:
    """A party signs."""
    return ContractSigned(
        family=FAMILY, contract=CONTRACT, version=version, party=party, signed_by=who, in_force=False
    )


def test_the_contract_is_in_force_when_all_three_have_signed() -> None:
    """INV-48: a new coordinator signs anew; what it says stays with its parties."""
    all_three = (
        sign(ContractParty.FAMILY, ANNA),
        sign(ContractParty.TEAM, TOMAS),
        sign(ContractParty.COORDINATOR, SOFIE),
    )
    unsigned = {"contract": CONTRACT, "version": 1, "signed": [], "in_force": False}
    assert contract() == unsigned
    assert contract(sign(ContractParty.TEAM, TOMAS, version=2)) == unsigned
    signed = unsigned | {"signed": ["team", "coordinator", "family"], "in_force": True}
    assert contract(*all_three) == signed
    awaits = ContractAwaitsSignature(
        family=FAMILY, contract=CONTRACT, version=1, party=ContractParty.COORDINATOR
    )
    waiting = unsigned | {"signed": ["team", "family"]}
    assert contract(*all_three, awaits) == waiting
    assert contract(*all_three, CoordinatorVacated(family=FAMILY, professional=SOFIE)) == waiting
    other = awaits.model_copy(update={"contract": numbered(ContractId, 2)})
    assert contract(*all_three, other) == signed
    assert contract(ContractEnded(family=FAMILY, contract=CONTRACT, reason="goals reached")) is None


def test_consents_are_nobody_else_s_business() -> None:
    """X-01: by relation, never in the plan that all share."""
    consent = ConsentGiven(
        family=FAMILY,
        consent=numbered(ConsentId, 1),
        given_by=(ANNA,),
        department="school",
        scope=("goals",),
        purpose="coordination",
        valid_from=DAY,
        valid_to=DAY,
        evidence="signed form",
    )
    assert family_plan(consent) == family_plan() | {"family": FAMILY}
