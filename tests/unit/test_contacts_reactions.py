"""What contacts does when something was said: by plans, and by itself to other streams."""

from datetime import datetime

import pytest

from contracts.contacts.events import (
    AttachmentExpired,
    FamilyClosed,
    FamilyMemberAdded,
    FamilyMemberLeft,
    HouseholdSplit,
    Member,
    ProfessionalDetached,
    Role,
)
from contracts.ids import FocusAreaId
from contracts.plans.events import (
    FocusAreaAdded,
    FocusAreaClosed,
    GoalAchieved,
    GoalClosed,
    GoalEnding,
    PlanApproved,
    PlanDrafted,
    PriorityAgreed,
)
from contracts.shapes import Event
from eventkeep.testing import said
from services.contacts.households import JoinHousehold, OpenHousehold
from services.contacts.reactions import SERVICE, households, react
from services.contacts.team import RequireTeamReview
from services.contacts.whereabouts import moves
from services.words import VOCABULARIES
from tests.unit.contacts_story import DAY, ESTABLISHED, OTHER_FAMILY
from tests.unit.family import (
    ANNA,
    AT,
    BO,
    CLARA,
    FAMILY,
    GOAL,
    MEETING,
    PLAN,
    REGISTERED,
    SOFIE,
    attached,
    numbered,
)

TOLD_AT = "2026-11-21T10:00:00+00:00"
AREA = numbered(FocusAreaId, 1)
MOVED: list[tuple[Event, str]] = [
    (FocusAreaAdded(family=FAMILY, focus_area=AREA, title="Home", revision=1), "focus-area-added"),
    (FocusAreaClosed(family=FAMILY, focus_area=AREA, reason="done", revision=1), "focus-area-closed"),
    (PriorityAgreed(family=FAMILY, focus_areas=(AREA,), agreed_by=(ANNA,), revision=1), "priority-agreed"),
    (GoalAchieved(family=FAMILY, goal=GOAL, revision=1), "goal-achieved"),
    (
        GoalClosed(family=FAMILY, goal=GOAL, ending=GoalEnding.ABANDONED, reason="Another.", revision=1),
        "goal-closed",
    ),
    (
        PlanApproved(
            family=FAMILY, plan=PLAN, revision=1, meeting=MEETING, approvals=(), approved_by=(ANNA,)
        ),
        "plan-approved",
    ),
]


@pytest.mark.parametrize(("event", "because"), MOVED, ids=[because for _, because in MOVED])
def test_what_moves_the_plan_makes_a_review_due(event: Event, because: str) -> None:
    """INV-47, P31: it names what moved, and which version of the plan."""
    found = react(VOCABULARIES["plans"], said(event, "plans", 9, TOLD_AT))
    at = datetime.fromisoformat(TOLD_AT)
    assert found == [RequireTeamReview(by=SERVICE, at=at, family=FAMILY, because=because, plans_version=9)]


def test_nothing_else_does() -> None:
    """INV-47."""
    drafted = PlanDrafted(family=FAMILY, plan=PLAN, revision=0)
    assert react(VOCABULARIES["plans"], said(drafted, "plans", 1)) == []
    assert react(VOCABULARIES["plans"], said(ESTABLISHED, "meetings", 1)) == []


def test_a_split_opens_a_family_and_a_merge_fills_one() -> None:
    """R01: with those who moved and those who belong to both."""
    split = HouseholdSplit(family=FAMILY, into=OTHER_FAMILY, moved=(BO,), shared=(CLARA,))
    opened = OpenHousehold(by=SERVICE, at=AT, family=OTHER_FAMILY, split_from=FAMILY, persons=(BO, CLARA))
    assert households(split, AT) == [opened]
    merged = FamilyClosed(family=FAMILY, reason="merged", continued_in=OTHER_FAMILY)
    joined = JoinHousehold(by=SERVICE, at=AT, family=OTHER_FAMILY, merged=FAMILY)
    assert households(merged, AT) == [joined]
    assert households(FamilyClosed(family=FAMILY, reason="goals reached"), AT) == []


CLARA_JOINED = FamilyMemberAdded(
    family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="Clara Example")
)


@pytest.mark.parametrize(
    ("event", "found"),
    [
        (REGISTERED, [(ANNA, True), (BO, True)]),
        (CLARA_JOINED, [(CLARA, True)]),
        (FamilyMemberLeft(family=FAMILY, person=BO, reason="moved"), [(BO, False)]),
        (attached(SOFIE), [(SOFIE, True)]),
        (ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left"), [(SOFIE, False)]),
        (AttachmentExpired(family=FAMILY, professional=SOFIE, due_on=DAY), [(SOFIE, False)]),
        (ESTABLISHED, []),
    ],
    ids=lambda each: type(each).__name__,
)
def test_who_comes_and_goes(event: Event, found: list[tuple[str, bool]]) -> None:
    """R02, R11."""
    assert list(moves(event)) == found
