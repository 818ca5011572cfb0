"""The coordination team: who may be on it, when it is established, and when it is looked at again."""

from dataclasses import replace
from datetime import date

import pytest

from contracts.contacts.events import (
    CoordinatorHandoverEnded,
    CoordinatorVacated,
    Employer,
    FamilyClosed,
    FamilyReopened,
    ModelDeclined,
    ModelOffered,
    TeamCompositionReviewed,
    TeamMemberAdded,
    TeamMemberRemoved,
    TeamReviewDue,
)
from contracts.ids import FocusAreaId, MeetingId
from contracts.meetings.events import MeetingKind, OtherMeetingHeld, Place, PreMeetingHeld, PreMeetingWaived
from contracts.plans.events import FocusAreaAdded, FocusAreaClosed, PlanDrafted
from eventkeep.testing import folded
from services.contacts.reference import MeetingsFacts, Others, PlansFacts, evolve_meetings, evolve_plans
from services.contacts.team import EstablishTeam
from tests.unit.contacts_commands import ESTABLISH, JOIN, LEAVE, REQUIRE_REVIEW, REVIEW
from tests.unit.contacts_story import (
    CHOSEN,
    DAY,
    ESTABLISHED,
    FOCUS_AREA,
    KNOWN,
    PASSED_ON,
    TEAM,
    THREE_ATTACHED,
    but,
    the_family,
)
from tests.unit.family import (
    ANNA,
    AT,
    FAMILY,
    HOME_LAW,
    MEETING,
    PLAN,
    SOFIE,
    TOMAS,
    ULLA,
    attached,
    numbered,
)

JOINED = TeamMemberAdded(family=FAMILY, professional=ULLA)
LEFT = TeamMemberRemoved(family=FAMILY, professional=SOFIE)
GP_ATTACHED = attached(ULLA).model_copy(update={"employer": Employer.OTHER})
OVER = attached(ULLA).model_copy(
    update={"basis": HOME_LAW.model_copy(update={"valid_to": date(2024, 2, 29)})}
)
DUE = TeamReviewDue(family=FAMILY, because="focus-area-added", plans_version=8)
REVIEWED = TeamCompositionReviewed(
    family=FAMILY,
    focus_areas=(FOCUS_AREA,),
    without_member=(FOCUS_AREA,),
    conclusion="Ask the school.",
    plans_version=7,
)


def test_the_team_is_drawn_from_the_attached() -> None:
    """R10, P06, P48, INV-10: on this day."""
    the_family(*THREE_ATTACHED).when(ESTABLISH).then(ESTABLISHED)
    the_family(attached(SOFIE)).when(ESTABLISH).refused("professional_not_attached")
    the_family(*THREE_ATTACHED, ESTABLISHED).when(ESTABLISH).refused("team_established_already")
    the_family(*THREE_ATTACHED).when(but(ESTABLISH, members=())).refused("team_without_members")


def test_only_the_municipality_s_own_with_a_basis_in_force_are_on_it() -> None:
    """INV-10, Q05: at the beginning and later."""
    with_ulla = but(ESTABLISH, members=(SOFIE, ULLA))
    the_family(attached(SOFIE), GP_ATTACHED).when(with_ulla).refused("not_of_municipality")
    the_family(attached(SOFIE), OVER).when(with_ulla).refused("professional_not_attached")
    the_family(*TEAM, GP_ATTACHED).when(JOIN).refused("not_of_municipality")
    the_family(*TEAM, OVER).when(JOIN).refused("professional_not_attached")


AFTER = but(ESTABLISH, pre_meeting_waived=None)


def test_a_team_is_established_after_a_pre_meeting_or_says_why_not() -> None:
    """INV-11, P05, A20."""
    family = the_family(*THREE_ATTACHED)
    family.when(AFTER).refused("pre_meeting_missing")
    held = replace(KNOWN, others=Others(MeetingsFacts((MEETING,))))
    event = ESTABLISHED.model_copy(update={"pre_meeting": MEETING, "pre_meeting_waived": None})
    family.with_known(held).when(AFTER).then(event)
    waived = replace(KNOWN, others=Others(MeetingsFacts(waivers=1)))
    nothing = ESTABLISHED.model_copy(update={"pre_meeting_waived": None})
    family.with_known(waived).when(AFTER).then(nothing)


def test_a_pre_meeting_serves_one_team_and_so_does_a_waiver() -> None:
    """INV-11, Q15: a case that is opened again has its own."""
    ends = (FamilyClosed(family=FAMILY, reason="done"), FamilyReopened(family=FAMILY, reason="new"))
    first = ESTABLISHED.model_copy(update={"pre_meeting": MEETING, "pre_meeting_waived": None})
    again = the_family(*THREE_ATTACHED, first, *ends, *THREE_ATTACHED)
    later = numbered(MeetingId, 31)
    held = [replace(KNOWN, others=Others(MeetingsFacts(each))) for each in ((MEETING,), (MEETING, later))]
    again.with_known(held[0]).when(AFTER).refused("pre_meeting_missing")
    again.with_known(held[1]).when(AFTER).then(first.model_copy(update={"pre_meeting": later}))
    by_waiver = first.model_copy(update={"pre_meeting": None})
    waived = the_family(*THREE_ATTACHED, by_waiver, *ends, *THREE_ATTACHED)
    once, twice = (replace(KNOWN, others=Others(MeetingsFacts(waivers=n))) for n in (1, 2))
    waived.with_known(once).when(AFTER).refused("pre_meeting_missing")
    waived.with_known(twice).when(AFTER).then(by_waiver)


def test_no_team_for_a_family_that_declined() -> None:
    """P02: until it is offered the model anew."""
    declined = ModelDeclined(family=FAMILY, declined_by=(ANNA,), reason="Not now.")
    family = the_family(*THREE_ATTACHED, declined)
    assert family.when(ESTABLISH).refused("model_declined").rule == "P02"
    offered = ModelOffered(family=FAMILY, offered_on=DAY)
    the_family(*THREE_ATTACHED, declined, offered).when(ESTABLISH).then(ESTABLISHED)


def test_with_its_last_member_the_team_is_gone() -> None:
    """R10: and another is established anew."""
    alone = the_family(*TEAM, TeamMemberRemoved(family=FAMILY, professional=TOMAS))
    none = alone.when(LEAVE).then(LEFT)
    none.when(JOIN).refused("team_not_established")
    none.when(ESTABLISH).then(ESTABLISHED)


def test_a_reason_says_something() -> None:
    """INV-11."""
    with pytest.raises(ValueError, match="pre_meeting_waived"):
        EstablishTeam.model_validate(ESTABLISH.model_dump() | {"pre_meeting_waived": " "})


def test_an_attached_professional_joins_the_team() -> None:
    """R10, INV-10."""
    the_family(*TEAM).when(JOIN).then(JOINED).when(JOIN).then()
    the_family(*THREE_ATTACHED[:2], ESTABLISHED).when(JOIN).refused("professional_not_attached")
    the_family(*THREE_ATTACHED).when(JOIN).refused("team_not_established")


def test_a_professional_leaves_the_team_and_the_coordinator_s_place_first() -> None:
    """R10, INV-01, INV-03: whoever was chosen to take over, no longer is."""
    the_family(*TEAM).when(LEAVE).then(LEFT).when(LEAVE).then()
    the_family(*THREE_ATTACHED).when(LEAVE).refused("team_not_established")
    vacated = CoordinatorVacated(family=FAMILY, professional=SOFIE)
    the_family(*TEAM, CHOSEN).when(LEAVE).then(vacated, LEFT)
    ended = CoordinatorHandoverEnded(family=FAMILY, professional=TOMAS, reason="left-team")
    off = TeamMemberRemoved(family=FAMILY, professional=TOMAS)
    the_family(*TEAM, CHOSEN, PASSED_ON).when(but(LEAVE, professional=TOMAS)).then(ended, off)


def test_the_team_is_looked_at_once_when_the_plan_moves() -> None:
    """INV-47, P31: due until it is reviewed, also where nothing changes."""
    due = the_family(*TEAM).when(REQUIRE_REVIEW).then(DUE)
    due.when(but(REQUIRE_REVIEW, plans_version=9)).then()
    reviewed = due.when(REVIEW).then(REVIEWED)
    again = DUE.model_copy(update={"plans_version": 9})
    reviewed.when(but(REQUIRE_REVIEW, plans_version=9)).then(again)
    the_family(*THREE_ATTACHED).when(REQUIRE_REVIEW).then()


def test_what_was_seen_in_a_review_moves_nobody_any_more() -> None:
    """INV-47: an event of plans that comes late."""
    reviewed = the_family(*TEAM, REVIEWED)
    reviewed.when(but(REQUIRE_REVIEW, plans_version=7)).then()
    reviewed.when(REQUIRE_REVIEW).then(DUE)


def test_a_review_is_against_the_plan_s_focus_areas() -> None:
    """P07, INV-47."""
    other = numbered(FocusAreaId, 9)
    the_family(*TEAM).when(but(REVIEW, without_member=(other,))).refused("focus_area_unknown")
    the_family(*THREE_ATTACHED).when(REVIEW).refused("team_not_established")
    plain = REVIEWED.model_copy(update={"without_member": (), "conclusion": None})
    the_family(*TEAM).when(but(REVIEW, without_member=(), conclusion=None)).then(plain)


def test_what_contacts_keeps_of_the_others() -> None:
    """INV-11, INV-47, R24."""
    pre_meeting = PreMeetingHeld(
        family=FAMILY,
        meeting=MEETING,
        held_by=SOFIE,
        persons=(),
        place=Place.HOME,
        held_on=date(2024, 2, 20),
    )
    waived = PreMeetingWaived(family=FAMILY, reason="Known for years.")
    visited, joint = (
        OtherMeetingHeld(
            family=FAMILY, meeting=numbered(MeetingId, n), kind=kind, held_at=AT, professionals=(SOFIE,)
        )
        for n, kind in ((21, MeetingKind.VISITATION), (22, MeetingKind.JOINT))
    )
    facts = folded(
        evolve_meetings, MeetingsFacts(), pre_meeting, pre_meeting, waived, visited, visited, joint
    )
    assert facts == MeetingsFacts((MEETING,), 1, (visited.meeting,))
    one, two = numbered(FocusAreaId, 1), numbered(FocusAreaId, 2)
    added = [FocusAreaAdded(family=FAMILY, focus_area=each, title="Home", revision=1) for each in (one, two)]
    closed = FocusAreaClosed(family=FAMILY, focus_area=one, reason="done", revision=2)
    assert folded(evolve_plans, PlansFacts(), *added, closed) == PlansFacts((two,))
    drafted = PlanDrafted(family=FAMILY, plan=PLAN, revision=0)
    assert folded(evolve_plans, PlansFacts(), *added, drafted) == PlansFacts()
