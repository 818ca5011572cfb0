"""Who is attached, on what basis and how long, and what ends with it."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from contracts.contacts.events import (
    BasisKind,
    ConsentGiven,
    ConsentWithdrawn,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    Member,
    ProfessionalDetached,
    Role,
)
from contracts.ids import ProfessionalId
from services.contacts.attachments import AttachProfessional
from services.contacts.domain import KnownPerson, may_read
from tests.unit.contacts_commands import (
    ADD,
    ATTACH,
    CHANGE,
)
from tests.unit.contacts_story import (
    BY_CONSENT,
    CONSENT,
    CONSENTED,
    DAY,
    FOR_ALL,
    KNOWN,
    SOCIAL,
    TEACHER,
    but,
    by,
    the_family,
)
from tests.unit.family import (
    ANNA,
    BO,
    CLARA,
    FAMILY,
    HOME_LAW,
    SOFIE,
    STRANGER,
    TOMAS,
    attached,
    numbered,
)

TEACHING = attached(TOMAS).model_copy(
    update={"basis": BY_CONSENT, "department": "school", "profession": "teacher"}
)
BY_TEACHER = replace(KNOWN, professionals={TOMAS: TEACHER})


def with_basis(**changes: object) -> AttachProfessional:
    """The command with another basis."""
    return but(ATTACH, basis=HOME_LAW.model_copy(update=changes))


def test_a_professional_is_attached_with_a_basis() -> None:
    """R11, X-01: as the register knows him or her, with a function where it was said. R28."""
    attach = the_family().when(ATTACH).then(attached(SOFIE))
    attach.when(ATTACH).then()
    again = attached(SOFIE).model_copy(update={"function": "caseworker"})
    attach.when(but(ATTACH, function="caseworker")).then(again)
    the_family().when(but(ATTACH, professional=numbered(ProfessionalId, 99))).refused("professional_unknown")


def test_who_left_is_not_attached() -> None:
    """R11, INV-38."""
    known = replace(KNOWN, professionals={SOFIE: replace(SOCIAL, left=True)})
    the_family().with_known(known).when(ATTACH).refused("professional_left")


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"valid_to": date(2023, 12, 31)}, "basis_ends_before_it_begins"),
        ({"valid_to": date(2024, 2, 29)}, "basis_over"),
        ({"reference": "barnets lov § 999"}, "legal_code_unknown"),
        ({"reference": "serviceloven § 52"}, "legal_code_not_in_force"),
        ({"kind": BasisKind.CONSENT, "reference": CONSENT}, "consent_not_in_force"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_basis_carries_the_attachment(changes: dict[str, object], code: str) -> None:
    """X-01, Q17: known, in force, and within its term."""
    the_family().when(with_basis(**changes)).refused(code)


def test_a_refused_code_says_which_are_known_or_came_after() -> None:
    """Q17."""
    unknown = the_family().when(with_basis(reference="barnets lov § 999")).refused("legal_code_unknown")
    assert "barnets lov § 32" in unknown.facts["known"]
    old = the_family().when(with_basis(reference="serviceloven § 52")).refused("legal_code_not_in_force")
    assert old.facts == {"replaced_by": "barnets lov § 32", "day": "2024-03-01"}


BY_SCHOOL_CONSENT = but(ATTACH, professional=TOMAS, basis=BY_CONSENT)


def test_a_consent_that_covers_the_department_carries_the_attachment() -> None:
    """X-01."""
    consented = the_family(FOR_ALL).with_known(BY_TEACHER)
    consented.when(BY_SCHOOL_CONSENT).then(TEACHING)
    of_tomas = FOR_ALL.model_copy(update={"department": None, "professional": TOMAS})
    the_family(of_tomas).when(BY_SCHOOL_CONSENT).then(
        attached(TOMAS).model_copy(update={"basis": BY_CONSENT})
    )
    the_family(FOR_ALL).when(BY_SCHOOL_CONSENT).refused("consent_of_another")
    withdrawn = ConsentWithdrawn(family=FAMILY, consent=CONSENT, withdrawn_by=ANNA)
    the_family(FOR_ALL, withdrawn).with_known(BY_TEACHER).when(BY_SCHOOL_CONSENT).refused(
        "consent_not_in_force"
    )


def test_a_consent_carries_what_it_was_given_for() -> None:
    """X-01: for another purpose the family is asked anew."""
    other = but(BY_SCHOOL_CONSENT, purpose="housing")
    refusal = the_family(FOR_ALL).with_known(BY_TEACHER).when(other).refused("consent_for_another_purpose")
    assert refusal.facts == {"purpose": "coordination"}


@pytest.mark.parametrize(
    "changes",
    [{"valid_to": None}, {"valid_to": date(2025, 1, 1)}, {"valid_from": date(2024, 2, 28)}],
    ids=["no end", "later", "earlier"],
)
def test_a_basis_ends_with_its_consent_at_the_latest(changes: dict[str, object]) -> None:
    """X-01."""
    command = but(BY_SCHOOL_CONSENT, basis=BY_CONSENT.model_copy(update=changes))
    the_family(FOR_ALL).with_known(BY_TEACHER).when(command).refused("basis_beyond_consent")


def test_a_consent_that_is_over_carries_nothing() -> None:
    """X-01."""
    command = but(BY_SCHOOL_CONSENT, at=datetime(2025, 1, 2, 12, 0, tzinfo=UTC))
    later = but(command, basis=BY_CONSENT.model_copy(update={"valid_to": date(2025, 2, 1)}))
    the_family(FOR_ALL).with_known(BY_TEACHER).when(later).refused("consent_not_in_force")


def test_a_basis_that_begins_later_replaces_none_that_is_in_force() -> None:
    """X-01, INV-38: somebody new may come later, where others are there meanwhile."""
    tomorrow = with_basis(valid_from=date(2024, 3, 2))
    the_family(attached(SOFIE)).when(tomorrow).refused("basis_not_begun")
    the_family().when(tomorrow).refused("basis_not_begun")
    later = attached(SOFIE).model_copy(update={"basis": tomorrow.basis})
    the_family(attached(TOMAS)).when(but(tomorrow, by=by(TOMAS))).then(later)


@pytest.mark.parametrize(
    ("given", "joined"),
    [
        (CONSENTED, None),
        (FOR_ALL.model_copy(update={"given_by": (ANNA,)}), None),
        (FOR_ALL, Member(person=STRANGER, role=Role.ADULT, name="Somebody New")),
        (FOR_ALL, Member(person=STRANGER, role=Role.CHILD, name="A Child", custody=(CLARA,))),
        (CONSENTED.model_copy(update={"person": STRANGER}), None),
    ],
    ids=["one member's", "not by all", "an adult came", "a child of others came", "of one who left"],
)
def test_a_consent_opens_the_plan_only_where_it_is_all_the_familys(
    given: ConsentGiven, joined: Member | None
) -> None:
    """X-01, X-02: the plan tells of everybody, as the family is on that day."""
    more = [FamilyMemberAdded(family=FAMILY, member=joined)] if joined else []
    family = the_family(given, *more).with_known(BY_TEACHER)
    assert family.when(BY_SCHOOL_CONSENT).refused("consent_not_for_all").rule == "X-02"


def test_one_who_is_the_whole_family_consents_for_it() -> None:
    """X-01, X-02."""
    alone = FamilyMemberLeft(family=FAMILY, person=BO, reason="moved")
    the_family(CONSENTED, alone).with_known(BY_TEACHER).when(BY_SCHOOL_CONSENT).then(TEACHING)


def test_who_is_there_by_consent_leaves_when_it_is_no_longer_all_the_familys() -> None:
    """X-01, X-02: in the decision by which somebody joins, or custody passes on; by law one stays."""
    gone = ProfessionalDetached(
        family=FAMILY, professional=TOMAS, reason="consent-not-for-all", detached_on=DAY
    )
    clara = Member(person=CLARA, role=Role.CHILD, name="Clara Example")
    told = (attached(SOFIE), FOR_ALL, TEACHING)
    by_erik = but(ADD, custody=(STRANGER,))
    known = replace(KNOWN, persons={**KNOWN.persons, STRANGER: KnownPerson("Erik", Role.ADULT)})
    of_erik = FamilyMemberAdded(family=FAMILY, member=clara.model_copy(update={"custody": (STRANGER,)}))
    the_family(*told).with_known(known).when(by_erik).then(of_erik, gone)
    the_family(*told).when(ADD).then(FamilyMemberAdded(family=FAMILY, member=clara))
    bo = Member(person=BO, role=Role.YOUNG, name="Bo Example", custody=(STRANGER,))
    passed = but(CHANGE, custody=(STRANGER,))
    the_family(*told).with_known(known).when(passed).then(FamilyMemberChanged(family=FAMILY, member=bo), gone)


def test_an_attachment_whose_consent_nobody_knows_opens_nothing() -> None:
    """X-01: no basis, no data."""
    assert not may_read(the_family(TEACHING).state, TOMAS, DAY)
    assert may_read(the_family(FOR_ALL, TEACHING).state, TOMAS, DAY)


@pytest.mark.parametrize("last", [None, date(2030, 1, 1), date(2023, 12, 31), date(2023, 6, 30)])
def test_a_paragraph_carries_nobody_beyond_its_own_last_day(last: date | None) -> None:
    """Q17, X-01: serviceloven § 52 ended with 2023."""
    basis = {"reference": "serviceloven § 52", "valid_from": date(2023, 1, 1)}
    then = but(with_basis(**basis, valid_to=last), at=datetime(2023, 5, 1, 12, 0, tzinfo=UTC))
    until = min(last or date.max, date(2023, 12, 31))
    held = attached(SOFIE).model_copy(update={"basis": then.basis.model_copy(update={"valid_to": until})})
    the_family().when(then).then(held)
