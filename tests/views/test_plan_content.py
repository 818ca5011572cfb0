"""What the family plan shows of own words, focus areas, challenges, agreement, and what it lacks."""

from typing import Any

from contracts.ids import (
    CaseId,
    ChallengeId,
    HelpNeedId,
    MeetingId,
    PlanId,
    ResourceId,
)
from contracts.plans.events import (
    ApprovalWithheld,
    DisagreementTakenOn,
    Element,
    ElementNotRelevant,
    FocusAreaClosed,
    LeisureLine,
    LeisureLineWritten,
    OwnershipConfirmed,
    OwnHelpNeedStated,
    PlanClosed,
    PlanPartWritten,
    PlanRevised,
    RealityChallengeAnswered,
    RealityChallengeRaised,
    RehabCasePrepared,
    ResourceIdentified,
    ResourceKind,
    Stage,
)
from contracts.shapes import PartyKind
from tests.unit.family import ANNA, BO, FAMILY, MEETING, PLAN, REGISTERED, SOFIE, numbered
from tests.views.planned import (
    DRAFTED,
    EAT,
    FULL_GOAL,
    HOME,
    HOME_AREA,
    SCHOOL,
    SCHOOL_AREA,
    SCHOOL_FIRST,
    WISHED,
    approved,
    goal,
)
from tests.views.shown import family_plan

CHALLENGE, NEXT = numbered(ChallengeId, 1), numbered(MeetingId, 2)
RAISED = RealityChallengeRaised(family=FAMILY, challenge=CHALLENGE, focus_area=HOME_AREA, words="School?")
ANSWERED = RealityChallengeAnswered(
    family=FAMILY, challenge=CHALLENGE, answered_by=(ANNA,), priority_stands=True, words="Home first."
)
CLOSED_HOME = FocusAreaClosed(family=FAMILY, focus_area=HOME_AREA, reason="less-essential", revision=9)


def test_one_sees_what_a_member_wants_help_with_and_what_carries_the_family() -> None:
    """A41, A42: in their own words, with the wish that it is for; own resources and those of the network."""
    need, resource = numbered(HelpNeedId, 1), numbered(ResourceId, 1)
    needed = OwnHelpNeedStated(family=FAMILY, need=need, person=BO, own_words="To get up.", revision=1)
    uncle = ResourceIdentified(
        family=FAMILY, resource=resource, kind=ResourceKind.NETWORK, person=BO, words="His uncle.", revision=2
    )
    shown = family_plan(needed, uncle)
    said = {"need": need, "person": BO, "wish": None, "own_words": "To get up.", "revision": 1}
    assert shown["own_needs"] == [said]
    held = {"resource": resource, "kind": "network", "person": BO, "words": "His uncle.", "revision": 2}
    assert shown["resources"] == [held]


def test_one_sees_in_whose_name_an_element_was_set_aside() -> None:
    """INV-44, INV-40."""
    aside = ElementNotRelevant(
        family=FAMILY, element=Element.EMPLOYMENT, reason="Both work.", agreed_by=(ANNA,), revision=1
    )
    row = {"element": "employment", "reason": "Both work.", "agreed_by": [ANNA], "revision": 1}
    assert family_plan(aside)["elements_set_aside"] == [row]


def test_a_closed_focus_area_stands_apart() -> None:
    """A08."""
    shown = family_plan(HOME, SCHOOL, SCHOOL_FIRST, CLOSED_HOME)
    assert [(each["focus_area"], each["rank"]) for each in shown["focus_areas"]] == [(SCHOOL_AREA, 1)]
    assert shown["closed_focus_areas"] == [
        {"focus_area": HOME_AREA, "title": "Home", "reason": "less-essential", "revision": 9}
    ]


def test_a_challenge_is_open_until_it_is_answered_or_its_focus_area_closed() -> None:
    """INV-41, Q16."""
    for events, is_open, answer in (
        ((RAISED,), True, None),
        ((RAISED, ANSWERED), False, "Home first."),
        ((RAISED, CLOSED_HOME), False, None),
    ):
        [shown] = family_plan(HOME, *events)["challenges"]
        assert (shown["words"], shown["open"], shown["answer"]) == ("School?", is_open, answer)


def test_an_order_that_the_family_sets_anew_places_nothing_until_then() -> None:
    """INV-41, P14: it is shown in the order that was, and said to be lacking."""
    takes_up = ANSWERED.model_copy(update={"priority_stands": False})
    for events, by_family in (
        ((), True),
        ((RAISED, ANSWERED), True),
        ((RAISED, takes_up), False),
        ((RAISED, takes_up, ANSWERED), False),
        ((RAISED, takes_up, SCHOOL_FIRST), True),
    ):
        shown = family_plan(HOME, SCHOOL, SCHOOL_FIRST, *events)
        assert [each["focus_area"] for each in shown["focus_areas"]] == [SCHOOL_AREA, HOME_AREA]
        assert [each["placed_by_family"] for each in shown["focus_areas"]] == [by_family, by_family]
        assert shown["lacks"]["priority"] == ([] if by_family else [SCHOOL_AREA, HOME_AREA])


def lacks(*events: Any) -> dict[str, Any]:
    """What the plan lacks of Anna, an adult, and Bo, who is young."""
    found: dict[str, Any] = family_plan(REGISTERED, *events)["lacks"]
    return found


def test_one_sees_what_the_plan_lacks() -> None:
    """INV-17, INV-44, INV-45: also by policy, where nothing is blocked."""
    assert lacks() == {
        "parts": [ANNA, BO],
        "statutory_plans": [],
        "elements": ["self-support", "employment", "education"],
        "priority": [],
        "leisure_lines": [{"person": BO, "line": "leisure-job"}],
        "wishes_for_goals": [],
    }
    part = PlanPartWritten(family=FAMILY, person=ANNA, no_part_because="Later.", revision=1)
    line = LeisureLineWritten(
        family=FAMILY, person=BO, line=LeisureLine.JOB, none_because="School.", revision=1
    )
    aside = ElementNotRelevant(family=FAMILY, element=Element.EMPLOYMENT, reason="Both work.", revision=1)
    learn = SCHOOL.model_copy(update={"element": Element.EDUCATION})
    assert lacks(part, line, aside, learn) == {
        "parts": [BO],
        "statutory_plans": [],
        "elements": ["self-support"],
        "priority": [SCHOOL_AREA],
        "leisure_lines": [],
        "wishes_for_goals": [],
    }


def test_a_top_level_goal_draws_on_a_wish_or_says_why_not() -> None:
    """INV-43."""
    assert lacks(goal(EAT))["wishes_for_goals"] == [EAT]
    assert lacks(FULL_GOAL)["wishes_for_goals"] == []
    why = goal(EAT).model_copy(update={"no_wish_because": "The school asked."})
    assert lacks(why)["wishes_for_goals"] == []


def test_a_plan_may_be_preliminary() -> None:
    """Q13: nobody takes it for the final one."""
    first = approved(1).model_copy(update={"stage": Stage.PRELIMINARY})
    standing = family_plan(DRAFTED, WISHED, first)["plan"]
    assert (standing["status"], standing["approved_stage"]) == ("preliminary", "preliminary")
    assert family_plan(DRAFTED, WISHED, first, approved(1))["plan"]["status"] == "approved"


def test_disagreement_is_there_to_be_seen() -> None:
    """Q16, R50: until the plan is approved by all who must."""
    withheld = ApprovalWithheld(
        family=FAMILY,
        plan=PLAN,
        revision=1,
        meeting=MEETING,
        party_kind=PartyKind.PROFESSIONAL,
        party=SOFIE,
        reason="Too fast.",
    )
    taken_on = DisagreementTakenOn(
        family=FAMILY, plan=PLAN, meeting=MEETING, next_meeting=NEXT, about="How fast."
    )
    owned = OwnershipConfirmed(family=FAMILY, plan=PLAN, party_kind=PartyKind.PERSON, party=ANNA)
    revised = PlanRevised(
        family=FAMILY, plan=PLAN, reason="follow-up", goals=(), interventions=(), revision=2
    )
    standing = family_plan(DRAFTED, WISHED, withheld, taken_on, owned, revised)["plan"]
    assert [each["reason"] for each in standing["withheld_by"]] == ["Too fast."]
    assert [each["next_meeting"] for each in standing["disagreements"]] == [NEXT]
    assert standing["owned_by"] == [{"party_kind": "person", "party": ANNA}]
    assert standing["revisions"] == [{"revision": 2, "reason": "follow-up"}]
    assert family_plan(DRAFTED, WISHED, withheld, approved(1))["plan"]["withheld_by"] == []


def test_a_plan_that_follows_a_closed_one_begins_empty() -> None:
    """INV-16."""
    closed = PlanClosed(family=FAMILY, plan=PLAN, reason="finished")
    standing = family_plan(DRAFTED, WISHED, closed)["plan"]
    assert (standing["status"], standing["closed_because"]) == ("closed", "finished")
    second = DRAFTED.model_copy(update={"plan": numbered(PlanId, 2)})
    prepared = RehabCasePrepared(family=FAMILY, case=numbered(CaseId, 2), person=BO, own_goals="A job.")
    shown = family_plan(DRAFTED, WISHED, prepared, closed, second)
    assert shown["rehab_cases"] == []
    assert (shown["plan"]["status"], shown["wishes"]) == ("draft", [])
    assert shown["earlier_plans"] == [{"plan": PLAN, "reason": "finished"}]
