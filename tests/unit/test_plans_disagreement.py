"""Approvals that are withheld, disagreement that is taken on, and whose the plan is."""

from dataclasses import replace

import pytest

from contracts.contacts.events import FamilyMemberLeft, TeamMemberRemoved
from contracts.ids import Id
from contracts.meetings.events import Attendee, AttendeeKind, NetworkMeetingCancelled
from contracts.plans.events import (
    ApprovalWithheld,
    DisagreementTakenOn,
    FocusAreaAdded,
    OwnershipConfirmed,
)
from contracts.shapes import Actor, PartyKind
from eventkeep.testing import folded
from services.plans.disagreement import ConfirmOwnership, TakeDisagreementOn, WithholdApproval
from services.plans.reference import evolve_contacts
from tests.unit.family import (
    ANNA,
    BO,
    BY_ANNA,
    BY_INFORMED,
    BY_TEAM,
    FAMILY,
    MEETING,
    PASSER_BY,
    PLAN,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    person,
    professional,
)
from tests.unit.plan_commands import example
from tests.unit.planning import HOME, NEXT_MEETING, but, the_plan
from tests.unit.test_plans_approval import (
    APPROVE,
    APPROVED,
    ATTENDED,
    CALLED,
    CHAIRED,
    GOOD_MEETING,
    MEETING_HELD,
    corrected,
    known,
)
from tests.unit.test_plans_approval import the_plan as ready

WITHHOLD, TAKE_ON, OWN = (
    example(WithholdApproval),
    example(TakeDisagreementOn),
    example(ConfirmOwnership),
)
PERSON, PROFESSIONAL = PartyKind.PERSON, PartyKind.PROFESSIONAL
NEXT_CALLED = CALLED.model_copy(update={"meeting": NEXT_MEETING})
NEXT_HELD = tuple(
    each.model_copy(update={"meeting": NEXT_MEETING}) for each in (ATTENDED, CHAIRED, MEETING_HELD)
)
TAKEN_ON = DisagreementTakenOn(
    family=FAMILY, plan=PLAN, meeting=MEETING, next_meeting=NEXT_MEETING, about="How fast."
)


def withheld(kind: PartyKind = PROFESSIONAL, party: Id = SOFIE, revision: int = 2) -> ApprovalWithheld:
    """Somebody does not approve."""
    return ApprovalWithheld(
        family=FAMILY,
        plan=PLAN,
        revision=revision,
        meeting=MEETING,
        party_kind=kind,
        party=party,
        reason="Too fast.",
    )


def test_a_team_member_who_was_there_withholds_the_approval() -> None:
    """A23, INV-21, Q03, Q16: recorded once for a revision."""
    met = ready().with_known(known(*GOOD_MEETING))
    met.when(WITHHOLD).then(withheld()).when(WITHHOLD).then()


@pytest.mark.parametrize("by", [BY_TEAM, person(BO)], ids=["recorded by the team", "said by himself"])
def test_a_member_of_the_family_withholds_the_approval(by: Actor) -> None:
    """Q03, Q16: each for himself or herself, at the table or not."""
    met = ready().with_known(known(*GOOD_MEETING, corrected(ANNA, SOFIE, TOMAS)))
    bo = but(WITHHOLD, by=by, party_kind=PERSON, party=BO)
    met.when(bo).then(withheld(PERSON, BO))
    met.when(but(bo, by=BY_ANNA)).refused("speaks_for_another")
    met.when(but(bo, party=STRANGER)).refused("person_not_in_family")


@pytest.mark.parametrize("who", [ULLA, PASSER_BY], ids=["informed", "a stranger"])
def test_nobody_else_withholds_it(who: Id) -> None:
    """INV-21, INV-22."""
    met = ready().with_known(known(*GOOD_MEETING))
    met.when(but(WITHHOLD, party=who)).refused("withholder_not_present")
    met.when(but(WITHHOLD, by=BY_INFORMED, party=ULLA)).refused("not_on_team")


def test_nobody_withholds_it_for_a_professional() -> None:
    """INV-21: not a colleague, and not the family."""
    met = ready().with_known(known(*GOOD_MEETING))
    for by in (professional(TOMAS), BY_ANNA):
        met.when(but(WITHHOLD, by=by)).refused("withheld_for_another")


def test_who_was_not_there_or_came_as_a_supporter_withholds_nothing() -> None:
    """INV-22: a supporter never blocks."""
    supporter = Attendee(kind=AttendeeKind.SUPPORTER, id=SOFIE)
    backed = corrected(ANNA).model_copy(update={"attendees": (supporter,)})
    for attendance in (corrected(ANNA, TOMAS), backed):
        met = ready().with_known(known(*GOOD_MEETING, attendance))
        met.when(WITHHOLD).refused("withholder_not_present")


def test_it_is_withheld_of_what_was_on_the_table() -> None:
    """INV-19, INV-21."""
    ready().with_known(known(CALLED, ATTENDED, CHAIRED)).when(WITHHOLD).refused("meeting_not_held")
    area = FocusAreaAdded(family=FAMILY, focus_area=HOME, title="Home", revision=3)
    ready(area).with_known(known(*GOOD_MEETING)).when(WITHHOLD).refused("plan_changed_since_meeting")
    ready(APPROVED).with_known(known(*GOOD_MEETING)).when(WITHHOLD).refused("plan_approved_already")


def test_a_withheld_approval_blocks_this_revision_until_it_is_given() -> None:
    """INV-21, Q16: Bo withholds; when he approves too, it stands."""
    met = ready(withheld(PERSON, BO)).with_known(known(*GOOD_MEETING))
    assert met.when(APPROVE).refused("approval_withheld").facts == {"withheld_by": "1"}
    both = but(APPROVE, approved_by=(ANNA, BO))
    met.when(both).then(APPROVED.model_copy(update={"approved_by": (ANNA, BO)}))


def test_a_professional_takes_it_back_by_answering() -> None:
    """INV-21: a reservation with words doesn't block."""
    met = ready(withheld(PROFESSIONAL, TOMAS)).with_known(known(*GOOD_MEETING))
    met.when(APPROVE).then(APPROVED)
    absent = ready(withheld(PROFESSIONAL, TOMAS)).with_known(known(*GOOD_MEETING, corrected(ANNA, SOFIE)))
    absent.when(but(APPROVE, answers=APPROVE.answers[:1])).refused("approval_withheld")


def test_what_was_withheld_of_another_revision_blocks_nothing() -> None:
    """Q16: the plan was changed, which is what it was about."""
    ready(withheld(PERSON, BO, revision=1)).with_known(known(*GOOD_MEETING)).when(APPROVE).then(APPROVED)


def test_who_has_left_withholds_nothing() -> None:
    """Q16: Bo left the family, Tomas the team; neither can approve any more."""
    facts = known(*GOOD_MEETING, corrected(ANNA, SOFIE))
    left = (
        FamilyMemberLeft(family=FAMILY, person=BO, reason="moved"),
        TeamMemberRemoved(family=FAMILY, professional=TOMAS),
    )
    gone = replace(facts, contacts=folded(evolve_contacts, facts.contacts, *left))
    plan = ready(withheld(PERSON, BO), withheld(PROFESSIONAL, TOMAS))
    by_sofie = but(APPROVE, answers=APPROVE.answers[:1])
    plan.with_known(facts).when(by_sofie).refused("approval_withheld")
    approved = APPROVED.model_copy(update={"approvals": APPROVED.approvals[:1]})
    plan.with_known(gone).when(by_sofie).then(approved)


def test_an_approval_settles_what_was_withheld() -> None:
    """Q16: at the next meeting the same revision may be withheld again."""
    settled = ready(withheld(), APPROVED).with_known(known(*GOOD_MEETING, NEXT_CALLED, *NEXT_HELD))
    again = but(WITHHOLD, meeting=NEXT_MEETING)
    settled.when(again).then(withheld().model_copy(update={"meeting": NEXT_MEETING}))


def test_a_disagreement_is_taken_to_a_meeting_that_is_called() -> None:
    """Q16."""
    met = ready(withheld()).with_known(known(*GOOD_MEETING, NEXT_CALLED))
    met.when(TAKE_ON).then(TAKEN_ON).when(TAKE_ON).then()
    ready(withheld()).with_known(known(*GOOD_MEETING)).when(TAKE_ON).refused("next_meeting_not_called")
    cancelled = NetworkMeetingCancelled(family=FAMILY, meeting=NEXT_MEETING, reason="ill")
    for events in ((NEXT_CALLED, *NEXT_HELD), (NEXT_CALLED, cancelled)):
        late = ready(withheld()).with_known(known(*GOOD_MEETING, *events))
        late.when(TAKE_ON).refused("next_meeting_not_called")


def test_there_was_a_disagreement() -> None:
    """Q16."""
    ready().with_known(known(*GOOD_MEETING, NEXT_CALLED)).when(TAKE_ON).refused("disagreement_unknown")


@pytest.mark.parametrize(
    ("by", "kind", "party"),
    [
        (BY_TEAM, PROFESSIONAL, SOFIE),
        (BY_INFORMED, PROFESSIONAL, ULLA),
        (BY_ANNA, PERSON, ANNA),
        (BY_TEAM, PERSON, ANNA),
    ],
)
def test_everybody_around_the_plan_may_own_it(by: Actor, kind: PartyKind, party: Id) -> None:
    """R50."""
    owned = OwnershipConfirmed(family=FAMILY, plan=PLAN, party_kind=kind, party=party)
    command = but(OWN, by=by, party_kind=kind, party=party)
    the_plan().when(command).then(owned).when(command).then()


def test_each_owns_it_for_himself_or_herself() -> None:
    """R50."""
    the_plan().when(but(OWN, by=BY_ANNA)).refused("ownership_of_another")
    the_plan().when(but(OWN, by=professional(TOMAS))).refused("ownership_of_another")
    the_plan().when(but(OWN, by=BY_ANNA, party_kind=PERSON, party=BO)).refused("speaks_for_another")
    the_plan().when(but(OWN, party=PASSER_BY)).refused("owner_unknown")
