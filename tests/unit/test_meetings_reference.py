"""What meetings remembers of contacts: who is, and was, around the family."""

from dataclasses import replace
from datetime import date

from contracts.contacts.events import (
    AttachmentExpired,
    CoordinatorChosen,
    CoordinatorDeputyEnded,
    CoordinatorDeputyNamed,
    CoordinatorHandoverAccepted,
    CoordinatorVacated,
    FamilyClosed,
    FamilyEvent,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    FamilyReopened,
    Member,
    ProfessionalDetached,
    Role,
    SupporterLeft,
    TeamMemberAdded,
    TeamMemberRemoved,
)
from eventkeep.testing import folded
from services.meetings.known_contacts import Attachment, ContactsFacts, Deputy, evolve_contacts
from services.meetings.reference import REFERENCE
from tests.unit.family import (
    ANNA,
    AROUND,
    BO,
    CLARA,
    FAMILY,
    HOME_LAW,
    SOFIE,
    TOMAS,
    ULLA,
    attached,
)
from tests.unit.meetings_story import DOCTOR, FRIEND, SUPPORTED

CLARA_ADDED = FamilyMemberAdded(
    family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="Clara Example")
)
DEPUTY = CoordinatorDeputyNamed(
    family=FAMILY, deputy=TOMAS, valid_from=date(2024, 3, 1), valid_to=date(2024, 3, 9)
)
SHORT = HOME_LAW.model_copy(update={"valid_to": date(2024, 2, 1)})
SOCIAL = Attachment("social worker", None, "social", date(2024, 1, 1), None)


def known(*events: FamilyEvent) -> ContactsFacts:
    """What is known after the family was registered with those around it."""
    return folded(evolve_contacts, ContactsFacts(), *AROUND, *events)


def test_a_deputy_stands_in_until_contacts_says_that_the_days_are_over() -> None:
    """R07, INV-40: whatever day somebody chooses for his or her own command."""
    over = CoordinatorDeputyEnded(family=FAMILY, deputy=TOMAS, due_on=date(2024, 3, 9))
    assert known(DEPUTY, over).deputy is None


def test_who_is_around_the_family_is_known() -> None:
    """INV-32, INV-40."""
    assert known() == ContactsFacts(
        registered=True,
        members={ANNA: "adult", BO: "young"},
        attached={SOFIE: SOCIAL, TOMAS: SOCIAL, ULLA: SOCIAL},
        team=(SOFIE, TOMAS),
        coordinator=SOFIE,
    )


def test_members_come_change_and_leave() -> None:
    """INV-20, INV-46: with their roles."""
    grown = Member(person=BO, role=Role.ADULT, name="Bo Example")
    after = known(
        CLARA_ADDED,
        FamilyMemberChanged(family=FAMILY, member=grown),
        FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved"),
    )
    assert after.members == {BO: "adult", CLARA: "child"}
    assert after.of_role(Role.CHILD, Role.YOUNG) == (CLARA,)


def test_professionals_and_the_team_come_and_go() -> None:
    """INV-40, INV-67."""
    after = known(
        TeamMemberRemoved(family=FAMILY, professional=SOFIE),
        TeamMemberAdded(family=FAMILY, professional=ULLA),
        TeamMemberAdded(family=FAMILY, professional=ULLA),
        ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left"),
    )
    assert (set(after.attached), after.team) == ({TOMAS, ULLA}, (TOMAS, ULLA))
    assert after.former == {}


def test_who_left_with_a_basis_or_with_the_case_was_there_until_then() -> None:
    """X-01, R01: an expired basis has its last day; who was detached, the day of that, in a reopened case too."""
    march, may = date(2024, 3, 1), date(2024, 5, 1)
    expired = AttachmentExpired(family=FAMILY, professional=SOFIE, due_on=march)
    after = known(expired, expired)
    assert after.former == {SOFIE: (replace(SOCIAL, valid_to=march),)}
    assert (set(after.attached), after.around_on(march)) == ({TOMAS, ULLA}, {SOFIE, TOMAS, ULLA})
    assert after.around_on(may) == {TOMAS, ULLA}
    left = ProfessionalDetached(family=FAMILY, professional=TOMAS, reason="family-closed", detached_on=march)
    closed = known(expired, left, FamilyClosed(family=FAMILY, reason="goals reached"))
    assert closed.in_force(march) == ()
    assert (closed.around_on(march), closed.around_on(may)) == ({SOFIE, TOMAS, ULLA}, {ULLA})
    again = evolve_contacts(closed, FamilyReopened(family=FAMILY, reason="moved back"))
    assert again.around_on(march) == {SOFIE, TOMAS, ULLA}


def test_who_comes_back_was_not_there_in_between() -> None:
    """R11, X-01: each time has its own days; a basis that ended sooner than the attachment counts as far as it went."""
    march, april, may = (date(2024, month, 15) for month in (3, 4, 5))
    left = ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left", detached_on=march)
    back = attached(SOFIE)
    back = back.model_copy(update={"basis": back.basis.model_copy(update={"valid_from": may})})
    after = known(left, back)
    assert [SOFIE in after.around_on(day) for day in (march, april, may)] == [True, False, True]
    again = evolve_contacts(after, left.model_copy(update={"detached_on": date(2024, 6, 1)}))
    assert [each.valid_to for each in again.former[SOFIE]] == [march, date(2024, 6, 1)]
    over = known(attached(SOFIE).model_copy(update={"basis": SHORT}), left)
    assert over.former[SOFIE] == (replace(SOCIAL, valid_to=SHORT.valid_to),)


def test_the_coordinator_and_the_deputy_are_known() -> None:
    """R07: a new coordinator has no deputy yet; one who leaves the team deputises no more."""
    assert known(DEPUTY).deputy == Deputy(TOMAS, date(2024, 3, 1), date(2024, 3, 9))
    accepted = CoordinatorHandoverAccepted(family=FAMILY, professional=TOMAS, previous=SOFIE)
    chosen = CoordinatorChosen(family=FAMILY, professional=TOMAS, chosen_by=(ANNA,))
    for event, coordinator in (
        (accepted, TOMAS),
        (chosen, TOMAS),
        (CoordinatorVacated(family=FAMILY, professional=SOFIE), None),
        (TeamMemberRemoved(family=FAMILY, professional=TOMAS), SOFIE),
    ):
        after = known(DEPUTY, event)
        assert (after.coordinator, after.deputy) == (coordinator, None)
    assert known(DEPUTY, TeamMemberRemoved(family=FAMILY, professional=ULLA)).deputy is not None


def test_supporters_are_known_by_their_kind() -> None:
    """INV-35, R19, R21."""
    assert known(*SUPPORTED).supporters == {FRIEND: "network-person", DOCTOR: "gp"}
    left = SupporterLeft(family=FAMILY, supporter=FRIEND, reason="moved")
    assert known(*SUPPORTED, left).supporters == {DOCTOR: "gp"}


def test_a_closed_case_has_nobody_around_it() -> None:
    """R01."""
    closed = known(DEPUTY, *SUPPORTED, FamilyClosed(family=FAMILY, reason="goals reached"))
    assert closed == ContactsFacts(
        registered=True,
        closed=True,
        former={SOFIE: (SOCIAL,), TOMAS: (SOCIAL,), ULLA: (SOCIAL,)},
        members={ANNA: "adult", BO: "young"},
        supporters={FRIEND: "network-person", DOCTOR: "gp"},
    )
    assert not evolve_contacts(closed, FamilyReopened(family=FAMILY, reason="moved back")).closed


def test_who_has_legal_authority_is_known_by_function_or_profession() -> None:
    """R13, R28, R30, INV-12."""
    for profession, function, yes in (
        ("social-worker", None, True),
        ("social worker", None, True),
        ("adviser", "coordinating caseworker", True),
        ("adviser", "caseworker", True),
        ("teacher", None, False),
        ("teacher", "mentor", False),
    ):
        event = attached(ULLA).model_copy(update={"profession": profession, "function": function})
        assert evolve_contacts(known(), event).attached[ULLA].is_caseworker is yes


def test_the_version_of_the_copy_names_its_shape() -> None:
    """Whoever changes the facts changes this number: they are folded anew. R01."""
    assert (REFERENCE.name, REFERENCE.version) == ("reference", 4)
