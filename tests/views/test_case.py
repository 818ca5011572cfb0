"""What the case rests on, for those who coordinate or decide in it, and for the family: nobody else is told."""

from datetime import date
from typing import Any

import pytest

from contracts.contacts.events import (
    ConsentExpired,
    ConsentGiven,
    ConsentWithdrawn,
    EligibilityDecided,
    FamilyClosed,
    FamilyMemberAdded,
    FamilyNotAdmitted,
    FamilyReferred,
    LegalBasisEnded,
    LegalBasisRecorded,
    Member,
    ModelAccepted,
    ModelDeclined,
    ModelOffered,
    Role,
    SupporterLeft,
)
from contracts.ids import ConsentId, ConsultationId, LegalBasisId, StatementId
from contracts.plans.events import (
    HealthCoordinatorConsulted,
    HealthStatementAnswered,
    HealthStatementRequested,
    StatementOutcome,
)
from contracts.shapes import Event
from services.overview.case import EVENTS, document
from tests.unit.contacts_story import SHARED, SUPPORTED, SUPPORTER
from tests.unit.family import ANNA, BO, CLARA, FAMILY, PASSER_BY, REGISTERED, SOFIE, STRANGER, numbered
from tests.views.tales import BEGAN, tale

FIRST_DAY, LAST = BEGAN.date(), date(2024, 6, 1)
REFERRED = FamilyReferred(family=FAMILY, programme="pilot", source="sickness-benefit")
ELIGIBLE = EligibilityDecided(
    family=FAMILY,
    eligible=True,
    codes=("long-term-unemployed",),
    decided_on=FIRST_DAY,
    reason="in-target-group",
    unemployed_since=date(2021, 5, 1),
    programme_group="job",
)
LAW, CONSENT = numbered(LegalBasisId, 1), numbered(ConsentId, 1)
RESTS = LegalBasisRecorded(family=FAMILY, legal_basis=LAW, code="barnets lov § 20", valid_from=FIRST_DAY)
CONSENTED = ConsentGiven(
    family=FAMILY,
    consent=CONSENT,
    given_by=(ANNA, STRANGER),
    department="school",
    scope=("plan",),
    purpose="schooling",
    valid_from=FIRST_DAY,
    valid_to=LAST,
    evidence="paper",
)
WITH_CLARA = FamilyMemberAdded(
    family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="Clara Example", custody=(ANNA,))
)
ASKED = numbered(ConsultationId, 1)
STATEMENT = numbered(StatementId, 1)


def health_of(person: Any, number: int = 1) -> tuple[Event, ...]:
    """The health coordinator found health data of somebody needed, and a statement was asked for."""
    consultation, statement = numbered(ConsultationId, number), numbered(StatementId, number)
    return (
        HealthCoordinatorConsulted(
            family=FAMILY, consultation=consultation, health_coordinator=PASSER_BY, person=person, needed=True
        ),
        HealthStatementRequested(
            family=FAMILY, statement=statement, consultation=consultation, person=person, purpose="sleep"
        ),
    )


def case(*events: Event, kind: str = "professional", reader: str = SOFIE) -> dict[str, Any]:
    """The document after these events, of those that it is made of."""
    return document(tale(*(each for each in events if type(each) in EVENTS)), kind, reader)


def test_one_sees_where_the_family_came_from_and_why_it_is_of_the_target_group() -> None:
    """P49, T20, T25, P01: from which department, since when without work, in which group; what was decided before stands."""
    refused = ELIGIBLE.model_copy(update={"eligible": False, "reason": "subsidy-only"})
    shown = case(REGISTERED, REFERRED, refused, ELIGIBLE)
    [referral] = shown["referrals"]
    assert (referral["programme"], referral["source"]) == ("pilot", "sickness-benefit")
    assert [(each["eligible"], each["reason"]) for each in shown["eligibility"]] == [
        (False, "subsidy-only"),
        (True, "in-target-group"),
    ]
    latest = shown["eligibility"][-1]
    assert (latest["unemployed_since"], latest["programme_group"]) == (date(2021, 5, 1), "job")


def test_one_sees_on_what_the_case_rests_and_until_when() -> None:
    """P01, INV-18."""
    ended = LegalBasisEnded(family=FAMILY, legal_basis=LAW, ended_on=LAST)
    [going_on] = case(REGISTERED, RESTS)["legal_bases"]
    [over] = case(REGISTERED, RESTS, ended)["legal_bases"]
    assert (going_on["code"], going_on["ended_on"], over["ended_on"]) == ("barnets lov § 20", None, LAST)


def test_one_sees_the_offer_and_what_the_visitation_said() -> None:
    """P02, P03, R24."""
    offered = ModelOffered(family=FAMILY, offered_on=FIRST_DAY)
    declined = ModelDeclined(family=FAMILY, declined_by=(ANNA,), reason="Not now.")
    accepted = ModelAccepted(family=FAMILY, accepted_by=(ANNA,), started_on=FIRST_DAY)
    refused = FamilyNotAdmitted(family=FAMILY, programme="pilot", deciders=(SOFIE,), reason="full")
    shown = case(REGISTERED, offered, declined, accepted, refused)
    assert {each["answer"] for each in shown["offer"]} == {"offered", "declined", "accepted"}
    [answer] = shown["admission"]
    assert (answer["admitted"], answer["reason"]) == (False, "full")


def test_one_sees_every_consent_and_how_it_ended_and_nobody_of_another_home() -> None:
    """X-01, X-02, X-06, Q14: who gave it and lives elsewhere is no id in this family."""
    taken_back = ConsentWithdrawn(family=FAMILY, consent=CONSENT, withdrawn_by=ANNA)
    over = ConsentExpired(family=FAMILY, consent=CONSENT, due_on=LAST)
    for end, withdrawn in ((None, False), (taken_back, True), (over, False)):
        events = (REGISTERED, CONSENTED, *([end] if end else []))
        [consent] = case(*events)["consents"]
        assert (consent["given_by"], consent["given_elsewhere"]) == ([ANNA], True)
        assert (consent["withdrawn"], consent["ended_on"] is not None) == (withdrawn, end is not None)
        assert STRANGER not in str(consent)


def test_one_sees_what_was_asked_of_the_health_service_never_what_it_answered() -> None:
    """R25, P11, A16, INV-50: whom the health coordinator was asked about, for what, and whether the statement came."""
    came = HealthStatementAnswered(family=FAMILY, statement=STATEMENT, outcome=StatementOutcome.RECEIVED)
    asked = case(REGISTERED, *health_of(BO))["health"]
    [consultation], [statement] = asked["consultations"], asked["statements"]
    assert (consultation["health_coordinator"], consultation["needed"]) == (PASSER_BY, True)
    assert (statement["purpose"], statement["outcome"]) == ("sleep", None)
    [answered] = case(REGISTERED, *health_of(BO), came)["health"]["statements"]
    assert answered["outcome"] == "received"


@pytest.mark.parametrize(
    ("reader", "sees"),
    [(ANNA, {ANNA, CLARA}), (BO, {BO}), (CLARA, {CLARA})],
    ids=["a mother", "a son", "a child"],
)
def test_health_of_a_member_is_for_the_member_and_those_who_hold_custody(reader: Any, sees: set[Any]) -> None:
    """INV-50, X-02: not for the whole family; those who coordinate see whom it is about."""
    events = (REGISTERED, WITH_CLARA, *health_of(ANNA), *health_of(BO, 2), *health_of(CLARA, 3))
    for part in ("consultations", "statements"):
        own = case(*events, kind="person", reader=reader)["health"][part]
        assert {each["person"] for each in own} == sees
        assert len(case(*events)["health"][part]) == 3


def test_one_sees_who_of_those_who_stand_by_the_family_is_shown_what() -> None:
    """INV-66: the latest counts; nobody who left, and nothing of before the case was closed."""
    [row] = case(REGISTERED, SUPPORTED, SHARED)["shared"]
    assert row.pop("on") >= FIRST_DAY
    assert row == {
        "supporter": SUPPORTER,
        "name": "An Aunt",
        "sections": SHARED.sections,
        "shared_by": (ANNA,),
    }
    ended = SHARED.model_copy(update={"sections": ()})
    left = SupporterLeft(family=FAMILY, supporter=SUPPORTER, reason="moved")
    closed = FamilyClosed(family=FAMILY, reason="goals reached")
    for over in (ended, left, closed):
        assert case(REGISTERED, SUPPORTED, SHARED, over)["shared"] == []
    [again] = case(REGISTERED, SUPPORTED, SHARED, ended, SHARED)["shared"]
    assert again["sections"] == SHARED.sections
