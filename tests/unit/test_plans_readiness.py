"""What a plan holds before it is approved, preliminary or final."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from contracts.contacts.events import (
    AttachmentExpired,
    FamilyMemberAdded,
    LegalBasisEnded,
    LegalBasisRecorded,
    Member,
    ProfessionalDetached,
    Role,
)
from contracts.contacts.events import FamilyEvent as ContactsEvent
from contracts.ids import LegalBasisId
from contracts.meetings.events import FamilyEvent as MeetingsEvent
from contracts.plans.events import (
    Element,
    FamilyEvent,
    FocusAreaAdded,
    FocusAreaClosed,
    GoalAchieved,
    PriorityAgreed,
    RealityChallengeAnswered,
    RealityChallengeRaised,
    Stage,
    StatutoryPlanLinked,
    StatutoryPlanUnlinked,
)
from eventkeep.testing import Given, folded, given
from services.plans.reference import evolve_contacts
from tests.unit.family import ANNA, BO, CLARA, FAMILY, GOAL, ULLA, attached, numbered
from tests.unit.planning import (
    CHALLENGE,
    HOME,
    PLANS,
    READY,
    SCHOOL,
    STATUTORY,
    but,
    part,
    set_aside,
)
from tests.unit.story import DEFINED, DRAFTED, HELPED
from tests.unit.test_plans_approval import (
    APPROVE,
    APPROVED,
    GOOD_MEETING,
    known,
)

BASIS = numbered(LegalBasisId, 1)
PLACED = PriorityAgreed(family=FAMILY, focus_areas=(HOME,), agreed_by=(ANNA,), revision=2)
PRELIMINARY = but(APPROVE, stage=Stage.PRELIMINARY)
FOR_NOW = APPROVED.model_copy(update={"stage": Stage.PRELIMINARY})


def ready(*events: FamilyEvent, but_for: FamilyEvent | None = None) -> Given:
    """A plan that is ready at revision 2, or lacks one thing, with a good meeting held over it."""
    beginning = [each for each in READY if each is not but_for]
    last = DEFINED.model_copy(update={"revision": 2})
    return given(PLANS, DRAFTED, *beginning, DEFINED, HELPED, *events, last).with_known(known(*GOOD_MEETING))


def around(plan: Given, *events: ContactsEvent) -> Given:
    """The same, and this is known of the family too."""
    contacts = folded(evolve_contacts, plan.state.known.contacts, *events)
    return plan.with_known(replace(plan.state.known, contacts=contacts))


def met(plan: Given, *events: MeetingsEvent) -> Given:
    """The same, with these meetings."""
    return plan.with_known(known(*events))


def recorded(code: str, **days: date) -> LegalBasisRecorded:
    """The case rests on a paragraph."""
    term: dict[str, Any] = {"valid_from": date(2024, 1, 1), **days}
    return LegalBasisRecorded(family=FAMILY, legal_basis=BASIS, code=code, **term)


def linked(code: str) -> StatutoryPlanLinked:
    """The plan holds a plan by a paragraph."""
    return StatutoryPlanLinked(
        family=FAMILY, statutory_plan=STATUTORY, legal_basis=code, department="family", revision=2
    )


def test_a_ready_plan_is_approved_in_either_stage() -> None:
    """INV-17 to INV-19, Q13, P21."""
    ready().when(APPROVE).then(APPROVED)
    ready().when(PRELIMINARY).then(FOR_NOW)


@pytest.mark.parametrize("command", [APPROVE, PRELIMINARY], ids=["final", "preliminary"])
def test_each_member_has_a_part_or_a_reason(command: Any) -> None:
    """INV-17, A03, Q12: also one who joined the family since."""
    refused = ready(but_for=READY[1]).when(command).refused("parts_missing")
    assert refused.facts == {"persons": BO}
    clara = FamilyMemberAdded(
        family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="Clara Example")
    )
    joined = around(ready(), clara)
    assert joined.when(command).refused("parts_missing").facts == {"persons": CLARA}
    none = part(CLARA, 2).model_copy(update={"words": None, "no_part_because": "She is two."})
    around(ready(none), clara).when(command).then(FOR_NOW if command is PRELIMINARY else APPROVED)


def test_every_open_goal_has_an_owner_who_is_there() -> None:
    """INV-13: Ulla, who owned it, was detached. A goal that was reached asks for nobody."""
    detached = ProfessionalDetached(family=FAMILY, professional=ULLA, reason="left")
    assert around(ready(), detached).when(APPROVE).refused("goal_without_owner").facts == {"goals": GOAL}
    expired = AttachmentExpired(family=FAMILY, professional=ULLA, due_on=date(2024, 2, 29))
    over = {"basis": attached(ULLA).basis.model_copy(update={"valid_to": date(2024, 2, 29)})}
    for gone in (expired, attached(ULLA).model_copy(update=over)):
        around(ready(), gone).when(APPROVE).refused("goal_without_owner")
    reached = GoalAchieved(family=FAMILY, goal=GOAL, revision=2)
    done = given(PLANS, DRAFTED, *READY, DEFINED, reached).with_known(known(*GOOD_MEETING))
    around(done, detached).when(APPROVE).then(APPROVED)


def test_the_plan_holds_a_plan_by_each_law_that_the_case_rests_on() -> None:
    """INV-18, A10."""
    law = recorded("barnets lov § 32")
    refused = around(ready(), law).when(APPROVE).refused("statutory_plan_missing")
    assert refused.facts == {"legal_bases": "barnets lov § 32"}
    around(ready(linked("barnets lov § 32")), law).when(APPROVE).then(APPROVED)
    around(ready(linked("barnets lov § 20")), law).when(APPROVE).refused("statutory_plan_missing")
    gone = StatutoryPlanUnlinked(family=FAMILY, statutory_plan=STATUTORY, reason="ended", revision=2)
    around(ready(linked("barnets lov § 32"), gone), law).when(APPROVE).refused("statutory_plan_missing")


def test_only_what_is_in_force_on_the_day_counts() -> None:
    """INV-18."""
    for over in (
        recorded("barnets lov § 32", valid_to=date(2024, 2, 29)),
        recorded("barnets lov § 32", valid_from=date(2024, 3, 2)),
    ):
        around(ready(), over).when(APPROVE).then(APPROVED)
    ended = LegalBasisEnded(family=FAMILY, legal_basis=BASIS, ended_on=date(2024, 3, 1))
    around(ready(), recorded("barnets lov § 32"), ended).when(APPROVE).then(APPROVED)
    last_day = recorded("barnets lov § 32", valid_to=date(2024, 3, 1))
    around(ready(), last_day).when(APPROVE).refused("statutory_plan_missing")


def test_a_paragraph_that_was_replaced_is_answered_by_the_new_one() -> None:
    """INV-18, Q17."""
    old = recorded("serviceloven § 52")
    around(ready(linked("barnets lov § 32")), old).when(APPROVE).then(APPROVED)
    around(ready(linked("barnets lov § 20")), old).when(APPROVE).refused("statutory_plan_missing")


@pytest.mark.parametrize("element", [Element.SELF_SUPPORT, Element.EMPLOYMENT, Element.EDUCATION])
def test_each_natural_element_is_addressed_or_set_aside(element: Element) -> None:
    """INV-44, P35."""
    aside = next(each for each in READY if each == set_aside(element))
    refused = ready(but_for=aside).when(APPROVE).refused("elements_missing")
    assert refused.facts == {"elements": element.value}
    area = FocusAreaAdded(family=FAMILY, focus_area=HOME, title="Work", element=element, revision=2)
    ready(area, PLACED, but_for=aside).when(APPROVE).then(APPROVED)


def test_a_challenge_is_answered_before_the_approval() -> None:
    """INV-41, Q16: the family's order stands, but it has to be said."""
    area = FocusAreaAdded(family=FAMILY, focus_area=HOME, title="Home", revision=2)
    raised = RealityChallengeRaised(family=FAMILY, challenge=CHALLENGE, focus_area=HOME, words="School?")
    answered = RealityChallengeAnswered(
        family=FAMILY, challenge=CHALLENGE, answered_by=(ANNA,), priority_stands=True, words="Home first."
    )
    assert ready(area, raised).when(APPROVE).refused("challenge_not_answered").facts == {
        "challenges": CHALLENGE
    }
    ready(area, raised).when(PRELIMINARY).refused("challenge_not_answered")
    ready(area, PLACED, raised, answered).when(APPROVE).then(APPROVED)


def test_the_family_has_given_each_focus_area_its_place() -> None:
    """INV-41: one that came later too, and anew where it took up a challenge."""
    area = FocusAreaAdded(family=FAMILY, focus_area=HOME, title="Home", revision=2)
    school = area.model_copy(update={"focus_area": SCHOOL})
    taken_up = RealityChallengeAnswered(
        family=FAMILY,
        challenge=CHALLENGE,
        answered_by=(ANNA,),
        priority_stands=False,
        words="Not home first.",
    )
    for command in (APPROVE, PRELIMINARY):
        assert ready(area).when(command).refused("priority_missing").facts == {"focus_areas": HOME}
    assert ready(area, PLACED, school).when(APPROVE).refused("priority_missing").facts == {
        "focus_areas": SCHOOL
    }
    ready(area, PLACED, taken_up).when(APPROVE).refused("priority_missing")
    ready(area, PLACED, taken_up, PLACED).when(APPROVE).then(APPROVED)
    closed = FocusAreaClosed(family=FAMILY, focus_area=SCHOOL, reason="less-essential", revision=2)
    ready(area, PLACED, school, closed).when(APPROVE).then(APPROVED)
