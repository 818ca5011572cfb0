"""What a case rests on, whether the family is of the target group, the offer, and the visitation."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from contracts.contacts.events import (
    ContactKind,
    ContactStarted,
    EligibilityDecided,
    FamilyAdmitted,
    FamilyEvent,
    FamilyNotAdmitted,
    FamilyReferred,
    LegalBasisEnded,
    LegalBasisRecorded,
    ModelAccepted,
    ModelDeclined,
    ModelOffered,
)
from contracts.ids import LegalBasisId, MeetingId, PersonId
from services.contacts.bases import makes_eligible
from services.contacts.reference import MeetingsFacts, Others
from tests.unit.contacts_commands import (
    ACCEPT,
    ADMIT,
    DECIDE,
    END_BASIS,
    NOT_ADMIT,
    OFFER,
    RECORD_BASIS,
    REFER,
)
from tests.unit.contacts_story import DAY, GP, KNOWN, LAW, but, the_family
from tests.unit.family import ANNA, BO, BY_ANNA, FAMILY, MEETING, PASSER_BY, SOFIE, STRANGER, numbered


def rests_on(code: str, number: int = 1, last: date | None = None) -> LegalBasisRecorded:
    """The case rests on a paragraph, from long ago."""
    return LegalBasisRecorded(
        family=FAMILY,
        legal_basis=numbered(LegalBasisId, number),
        code=code,
        valid_from=date(2020, 1, 1),
        valid_to=last,
    )


def decided(eligible: bool, *codes: str) -> EligibilityDecided:
    """Whether the family is of the target group."""
    return EligibilityDecided(family=FAMILY, eligible=eligible, codes=codes, decided_on=DAY, reason="no case")


RECORDED = LegalBasisRecorded(family=FAMILY, legal_basis=LAW, code="barnets lov § 32", valid_from=DAY)
ELIGIBLE = decided(True, "barnets lov § 32")
OFFERED = ModelOffered(family=FAMILY, offered_on=DAY)
REFERRED = FamilyReferred(family=FAMILY, programme="families", source="sickness-benefit")
ADMITTED = FamilyAdmitted(
    family=FAMILY,
    programme="families",
    visitation_date=DAY,
    deciders=(SOFIE, PASSER_BY),
    health_professionals=(PASSER_BY,),
    direct_contacts=0,
)


def test_a_legal_basis_is_recorded_for_its_term() -> None:
    """P01, INV-18, Q17: a known code, in force on its first day."""
    held = the_family().when(RECORD_BASIS).then(RECORDED)
    held.when(RECORD_BASIS).then()
    held.when(but(RECORD_BASIS, code="barnets lov § 20")).refused("legal_basis_recorded_already")
    unknown = the_family().when(but(RECORD_BASIS, code="law § 1")).refused("legal_code_unknown")
    assert "barnets lov § 20" in unknown.facts["known"]
    old = the_family().when(but(RECORD_BASIS, code="serviceloven § 50")).refused("legal_code_not_in_force")
    assert old.facts["replaced_by"] == "barnets lov § 20"
    the_family().when(but(RECORD_BASIS, valid_to=date(2024, 2, 1))).refused("basis_ends_before_it_begins")
    the_family().when(but(RECORD_BASIS, person=STRANGER)).refused("person_not_in_family")


def test_an_old_case_reads_as_it_was_decided() -> None:
    """Q17: the paragraph of its own day."""
    then = but(RECORD_BASIS, code="serviceloven § 52", valid_from=date(2019, 5, 1), person=BO)
    recorded = RECORDED.model_copy(
        update={"code": "serviceloven § 52", "valid_from": date(2019, 5, 1), "person": BO}
    )
    the_family().when(then).then(recorded)


def test_a_legal_basis_ends() -> None:
    """P01: from a day on; once."""
    ended = LegalBasisEnded(family=FAMILY, legal_basis=LAW, ended_on=date(2024, 6, 1))
    the_family(RECORDED).when(END_BASIS).then(ended).when(END_BASIS).then()
    the_family().when(END_BASIS).refused("legal_basis_unknown")
    early = but(END_BASIS, ended_on=date(2024, 2, 1))
    the_family(RECORDED).when(early).refused("basis_ends_before_it_begins")
    the_family(RECORDED, ended.model_copy(update={"ended_on": DAY})).when(DECIDE).then(decided(False))


FAMILY_CASE = [("barnets lov § 20",), ("barnets lov § 32",), ("barnets lov § 32", "barnets lov § 35")]
OTHERWISE: list[tuple[str, ...]] = [
    (),
    ("barnets lov § 35",),
    ("barnets lov § 30",),
    ("barnets lov § 86", "barnets lov § 87"),
    ("aktivloven § 68",),
]


@pytest.mark.parametrize(
    ("codes", "eligible"), [*((c, True) for c in FAMILY_CASE), *((c, False) for c in OTHERWISE)]
)
def test_the_table_decides(codes: tuple[str, ...], eligible: bool) -> None:
    """INV-52: a family case makes eligible, whatever else; subsidy or short advice alone does not."""
    assert makes_eligible(codes) is eligible
    family = the_family(*(rests_on(code, number) for number, code in enumerate(codes, 1)))
    event = decided(eligible, *codes)
    same = family.when(but(DECIDE, eligible=eligible)).then(event)
    same.when(but(DECIDE, eligible=eligible)).then()
    refusal = family.when(but(DECIDE, eligible=not eligible)).refused("eligibility_contradicts_bases")
    assert refusal.facts == {"codes": ", ".join(codes)}


@pytest.mark.parametrize(
    "basis",
    [rests_on("serviceloven § 52"), rests_on("barnets lov § 32", last=date(2024, 2, 29))],
    ids=["a paragraph that was replaced", "a case that was over"],
)
def test_only_what_is_in_force_on_the_day_counts(basis: LegalBasisRecorded) -> None:
    """INV-52, Q17."""
    the_family(basis).when(DECIDE).then(decided(False))
    before = but(DECIDE, eligible=True, at=datetime(2023, 6, 1, 12, 0, tzinfo=UTC))
    event = decided(True, basis.code).model_copy(update={"decided_on": date(2023, 6, 1)})
    if basis.code.startswith("serviceloven"):
        the_family(basis).when(before).then(event)


def test_programmes_ask_for_more() -> None:
    """T20, T25."""
    asked = but(DECIDE, unemployed_since=date(2021, 1, 1), programme_group="job")
    told = {"unemployed_since": date(2021, 1, 1), "programme_group": "job"}
    the_family().when(asked).then(decided(False).model_copy(update=told))


def test_the_model_is_offered_to_eligible_families() -> None:
    """P02, INV-52, INV-53: once, and again after a decline; while the case rests on what made it eligible."""
    the_family(RECORDED, ELIGIBLE).when(OFFER).then(OFFERED).when(OFFER).then()
    the_family(RECORDED).when(OFFER).refused("family_not_eligible")
    the_family(RECORDED, ELIGIBLE, decided(False)).when(OFFER).refused("family_not_eligible")
    the_family(ELIGIBLE).when(OFFER).refused("family_not_eligible")
    over = LegalBasisEnded(family=FAMILY, legal_basis=LAW, ended_on=DAY)
    the_family(RECORDED, ELIGIBLE, over).when(OFFER).refused("family_not_eligible")
    declined = ModelDeclined(family=FAMILY, declined_by=(ANNA,), reason="Not now.")
    the_family(RECORDED, ELIGIBLE, OFFERED, declined).when(OFFER).then(OFFERED)


def test_the_family_answers_the_offer() -> None:
    """P02, INV-53, T17: acceptance starts the model on that day; a decline says why."""
    accepted = ModelAccepted(family=FAMILY, accepted_by=(ANNA,), started_on=DAY)
    held = the_family(ELIGIBLE, OFFERED).when(ACCEPT).then(accepted)
    held.when(ACCEPT).then()
    held.when(OFFER).then()
    decline = but(ACCEPT, accepted=False, reason="Not now.")
    declined = ModelDeclined(family=FAMILY, declined_by=(ANNA,), reason="Not now.")
    held.when(decline).then(declined).when(ACCEPT).refused("model_not_offered")
    held.when(but(decline, reason=None)).refused("decline_without_reason")
    the_family(ELIGIBLE, OFFERED).when(decline).then(declined).when(decline).then()
    the_family(ELIGIBLE, OFFERED).when(but(decline, reason=None)).refused("decline_without_reason")
    the_family(ELIGIBLE).when(ACCEPT).refused("model_not_offered")


@pytest.mark.parametrize(
    ("answered_by", "code"),
    [
        ((), "offer_not_answered_by_family"),
        ((BO,), "offer_not_answered_by_family"),
        ((ANNA, STRANGER), "person_not_in_family"),
    ],
)
def test_a_member_answers_for_himself_or_herself(answered_by: tuple[PersonId, ...], code: str) -> None:
    """INV-53."""
    command = but(ACCEPT, answered_by=answered_by, by=BY_ANNA)
    the_family(ELIGIBLE, OFFERED).when(command).refused(code)


def test_a_family_is_referred_with_where_it_came_from() -> None:
    """P03, P49, R24, Q18."""
    the_family().when(REFER).then(REFERRED).when(REFER).then()
    other = but(REFER, source="job-centre")
    again = REFERRED.model_copy(update={"source": "job-centre"})
    the_family(REFERRED).when(other).then(again)


def test_the_visitation_date_is_set_once() -> None:
    """P03, A39, INV-51: by a team with a health professional; T24: with the number of contacts then."""
    called = ContactStarted(family=FAMILY, professional=SOFIE, kind=ContactKind.DIRECT, contacts=1)
    event = ADMITTED.model_copy(update={"direct_contacts": 1})
    admitted = the_family(REFERRED, called).when(ADMIT).then(event)
    refusal = admitted.when(but(ADMIT, visitation_date=date(2024, 2, 1))).refused("family_admitted_already")
    assert refusal.facts == {"visitation_date": "2024-03-01"}
    admitted.when(NOT_ADMIT).refused("family_not_referred")
    later = ADMITTED.model_copy(update={"visitation_date": date(2024, 5, 1)})
    assert the_family(ADMITTED, later).state.visitation_date == DAY


@pytest.mark.parametrize(
    ("before", "changes", "code"),
    [
        ((), {}, "family_not_referred"),
        ((REFERRED,), {"programme": "another"}, "family_not_referred"),
        ((REFERRED,), {"visitation_date": date(2024, 3, 2)}, "visitation_not_yet"),
        ((REFERRED,), {"visitation_date": date(2023, 2, 28)}, "visitation_long_ago"),
        ((REFERRED,), {"deciders": (SOFIE,)}, "health_professional_missing"),
        ((REFERRED,), {"deciders": ()}, "deciders_missing"),
        ((REFERRED,), {"deciders": (STRANGER,)}, "professional_unknown"),
    ],
)
def test_an_admission_is_decided_by_those_who_may(
    before: tuple[FamilyEvent, ...], changes: dict[str, object], code: str
) -> None:
    """INV-51, R24, P03."""
    the_family(*before).when(but(ADMIT, **changes)).refused(code)


def test_a_visitation_meeting_that_is_named_was_held() -> None:
    """INV-51, R24: as meetings told; where there was none, none is named."""
    named = but(ADMIT, meeting=MEETING)
    the_family(REFERRED).when(named).refused("visitation_meeting_not_held")
    held = replace(KNOWN, others=Others(MeetingsFacts(visitations=(MEETING,))))
    event = ADMITTED.model_copy(update={"meeting": MEETING})
    the_family(REFERRED).with_known(held).when(named).then(event)
    another = but(ADMIT, meeting=numbered(MeetingId, 99))
    the_family(REFERRED).with_known(held).when(another).refused("visitation_meeting_not_held")


def test_a_doctor_is_a_health_professional_whoever_employs() -> None:
    """INV-51."""
    by_doctor = ADMITTED.model_copy(update={"deciders": (GP,), "health_professionals": (GP,)})
    the_family(REFERRED).when(but(ADMIT, deciders=(GP, GP))).then(by_doctor)


def test_a_family_that_was_not_admitted_is_referred_anew() -> None:
    """P03, R24: with who decided, and why."""
    declined = FamilyNotAdmitted(family=FAMILY, programme="families", deciders=(SOFIE,), reason="full")
    the_family().when(NOT_ADMIT).refused("family_not_referred")
    again = the_family(REFERRED).when(NOT_ADMIT).then(declined)
    again.when(ADMIT).refused("family_not_referred")
    again.when(REFER).then(REFERRED)
    the_family(REFERRED).when(but(NOT_ADMIT, deciders=())).refused("deciders_missing")


def test_another_programme_may_decline_a_family_that_was_admitted() -> None:
    """P03, INV-51: the visitation date is set once, but no referral stands undecided for good."""
    elsewhere = REFERRED.model_copy(update={"programme": "jobs"})
    declined = FamilyNotAdmitted(family=FAMILY, programme="jobs", deciders=(SOFIE,), reason="full")
    admitted = the_family(REFERRED, elsewhere, ADMITTED)
    admitted.when(but(ADMIT, programme="jobs")).refused("family_admitted_already")
    admitted.when(but(NOT_ADMIT, programme="jobs")).then(declined)
