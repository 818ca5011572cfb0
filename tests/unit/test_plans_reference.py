"""What plans remembers of contacts and meetings."""

from datetime import date, timedelta

from contracts.contacts.events import (
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
    LegalBasisEnded,
    LegalBasisRecorded,
    Member,
    ProfessionalDetached,
    Role,
    TeamMemberAdded,
    TeamMemberRemoved,
)
from contracts.ids import LegalBasisId, MeetingId
from contracts.meetings.events import (
    FurtherAssessmentWithdrawn,
    NetworkMeetingCancelled,
    NetworkMeetingScheduled,
    Place,
    PreMeetingWaived,
)
from eventkeep.testing import folded
from services.plans.known_contacts import Attachment, CaseBasis, Deputy
from services.plans.reference import (
    ContactsFacts,
    MeetingFacts,
    MeetingsFacts,
    evolve_contacts,
    evolve_meetings,
)
from tests.unit.family import (
    ANNA,
    AROUND,
    AT,
    BO,
    CLARA,
    FAMILY,
    MEETING,
    PLAN,
    REGISTERED,
    SOFIE,
    TOMAS,
    ULLA,
    numbered,
)
from tests.unit.story import HELD, STARTS
from tests.unit.test_plans_approval import ATTENDED, CALLED, CHAIRED, corrected

CLARA_ADDED = FamilyMemberAdded(
    family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="Clara Example")
)
HERE = Attachment("social worker", None, "social", date(2024, 1, 1), None)
BASIS = numbered(LegalBasisId, 1)
RECORDED = LegalBasisRecorded(
    family=FAMILY, legal_basis=BASIS, code="barnets lov § 32", valid_from=date(2024, 1, 1)
)


def contacts(*events: FamilyEvent) -> ContactsFacts:
    """What is known after these events."""
    return folded(evolve_contacts, ContactsFacts(), *events)


def test_who_is_around_the_family() -> None:
    """INV-40."""
    before = contacts(*AROUND)
    members: dict[str, str] = {ANNA: "adult", BO: "young"}
    everybody: dict[str, Attachment] = {SOFIE: HERE, TOMAS: HERE, ULLA: HERE}
    assert before == ContactsFacts(True, members, everybody, (SOFIE, TOMAS), SOFIE)
    after = folded(
        evolve_contacts,
        before,
        CLARA_ADDED,
        CLARA_ADDED,
        CoordinatorVacated(family=FAMILY, professional=SOFIE),
        TeamMemberRemoved(family=FAMILY, professional=SOFIE),
        TeamMemberAdded(family=FAMILY, professional=ULLA),
        ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left"),
    )
    left: dict[str, Attachment] = {TOMAS: HERE, ULLA: HERE}
    assert after == ContactsFacts(True, {**members, CLARA: "child"}, left, (TOMAS, ULLA), None)


def test_members_change_and_leave() -> None:
    """R02, INV-17."""
    grown = FamilyMemberChanged(family=FAMILY, member=Member(person=BO, role=Role.ADULT, name="Bo Example"))
    gone = FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved")
    assert contacts(REGISTERED, grown).members == {ANNA: "adult", BO: "adult"}
    assert contacts(REGISTERED, gone).members == {BO: "young"}


def test_the_coordinator_and_who_stands_in() -> None:
    """R07: a deputy stands in for one coordinator, not for the next."""
    days = {"valid_from": date(2024, 3, 1), "valid_to": date(2024, 3, 5)}
    named = CoordinatorDeputyNamed(family=FAMILY, deputy=ULLA, **days)
    taken = CoordinatorHandoverAccepted(family=FAMILY, professional=TOMAS, previous=SOFIE)
    chosen = CoordinatorChosen(family=FAMILY, professional=TOMAS, chosen_by=(ANNA,))
    assert contacts(*AROUND, named).deputy == Deputy(ULLA, **days)
    for event in (taken, chosen):
        after = contacts(*AROUND, named, event)
        assert (after.coordinator, after.deputy) == (TOMAS, None)


def test_nobody_stands_in_for_a_coordinator_who_left_or_off_the_team() -> None:
    """R07, INV-40."""
    days = {"valid_from": date(2024, 3, 1), "valid_to": date(2024, 3, 5)}
    named = CoordinatorDeputyNamed(family=FAMILY, deputy=TOMAS, **days)
    vacated = CoordinatorVacated(family=FAMILY, professional=SOFIE)
    off_team = TeamMemberRemoved(family=FAMILY, professional=TOMAS)
    other_left = TeamMemberRemoved(family=FAMILY, professional=ULLA)
    assert contacts(*AROUND, named, vacated).deputy is None
    assert contacts(*AROUND, named, off_team).deputy is None
    assert contacts(*AROUND, named, other_left).deputy == Deputy(TOMAS, **days)


def test_a_deputy_stands_in_until_contacts_says_that_the_days_are_over() -> None:
    """R07, INV-40: whatever day somebody chooses for his or her own command."""
    days = {"valid_from": date(2024, 3, 1), "valid_to": date(2024, 3, 5)}
    named = CoordinatorDeputyNamed(family=FAMILY, deputy=ULLA, **days)
    over = CoordinatorDeputyEnded(family=FAMILY, deputy=ULLA, due_on=date(2024, 3, 5))
    assert contacts(*AROUND, named, over).deputy is None


def test_what_the_case_rests_on() -> None:
    """INV-18: a basis ends the day before it no longer holds; one that was never told of changes nothing."""
    assert contacts(RECORDED).legal_bases == {BASIS: CaseBasis("barnets lov § 32", date(2024, 1, 1), None)}
    ended = LegalBasisEnded(family=FAMILY, legal_basis=BASIS, ended_on=date(2024, 3, 1))
    basis = contacts(RECORDED, ended).legal_bases[BASIS]
    assert (basis.in_force(date(2024, 2, 29)), basis.in_force(date(2024, 3, 1))) == (True, False)
    assert not basis.in_force(date(2023, 12, 31))
    assert contacts(ended) == ContactsFacts()


def test_whether_the_case_is_closed() -> None:
    """R01."""
    closed = FamilyClosed(family=FAMILY, reason="moved")
    reopened = FamilyReopened(family=FAMILY, reason="back")
    members: dict[str, str] = {ANNA: "adult", BO: "young"}
    assert contacts(*AROUND, closed) == ContactsFacts(True, members, closed=True)
    assert not contacts(REGISTERED, closed, reopened).closed


def test_how_a_meeting_went() -> None:
    """INV-19, INV-20, X-08: what was corrected last stands."""
    facts = folded(evolve_meetings, MeetingsFacts(), CALLED, ATTENDED, CHAIRED)
    who = ((ANNA, BO), (ANNA,), (SOFIE, TOMAS, ULLA), (ANNA,))
    came = MeetingFacts(PLAN, 2, False, *who, kind="network", called=True)
    assert facts == MeetingsFacts({MEETING: came})
    later = HELD.model_copy(update={"revision": 3})
    facts = folded(evolve_meetings, facts, corrected(BO, ULLA), later)
    came = MeetingFacts(PLAN, 3, True, (BO,), (), (ULLA,), (ANNA,), "network", STARTS, True, ("health",))
    assert facts == MeetingsFacts({MEETING: came})


def test_a_meeting_is_held_when_it_was_and_not_when_that_was_recorded() -> None:
    """INV-24."""
    earlier = {"meeting": numbered(MeetingId, 2), "held_at": STARTS - timedelta(days=9)}
    facts = folded(evolve_meetings, MeetingsFacts(), HELD, HELD.model_copy(update=earlier), HELD)
    assert [each.held_at for each in facts.meetings.values()] == [STARTS, STARTS - timedelta(days=9)]


def test_what_a_meeting_decided_to_look_into() -> None:
    """INV-23: one decision without domains counts too; it may be withdrawn."""
    withdrawn = FurtherAssessmentWithdrawn(family=FAMILY, meeting=MEETING, reason="Not needed.")
    vague = HELD.agreements.model_copy(update={"further_assessment_domains": ()})
    fine = HELD.agreements.model_copy(update={"further_assessment_needed": False})
    for agreements, decided in ((HELD.agreements, ("health",)), (vague, ("any",)), (fine, ())):
        held = HELD.model_copy(update={"agreements": agreements})
        facts = folded(evolve_meetings, MeetingsFacts(), held)
        assert facts.meetings[MEETING].assessments == decided
        assert folded(evolve_meetings, facts, withdrawn).meetings[MEETING].assessments == ()


def test_a_meeting_may_be_cancelled() -> None:
    """Q16."""
    called = NetworkMeetingScheduled(
        family=FAMILY, meeting=MEETING, starts_at=AT, place=Place.HOME, plan=PLAN, revision=0
    )
    cancelled = NetworkMeetingCancelled(family=FAMILY, meeting=MEETING, reason="ill")
    assert folded(evolve_meetings, MeetingsFacts(), called).meetings[MEETING].called
    assert not folded(evolve_meetings, MeetingsFacts(), called, cancelled).meetings[MEETING].called


def test_what_plans_does_not_need_changes_nothing() -> None:
    """X-09: also events that are about no meeting."""
    waived = PreMeetingWaived(family=FAMILY, reason="They know each other.")
    assert evolve_meetings(MeetingsFacts(), waived) == MeetingsFacts()
