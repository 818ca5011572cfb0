"""What plans told of the invented family."""

from datetime import date

from contracts.ids import FocusAreaId, GoalId, InterventionId, MeetingId, WishId
from contracts.plans.events import (
    Answer,
    Approval,
    ApprovalQuestioned,
    FamilyWishRecorded,
    FocusAreaAdded,
    GoalDefined,
    InterventionAdded,
    PlanApproved,
    PlanDrafted,
    PriorityAgreed,
)
from contracts.shapes import Event, PartyKind
from tests.unit.family import ANNA, BO, FAMILY, MEETING, PLAN, SOFIE, TOMAS, ULLA, numbered

WISH, HOME_AREA, SCHOOL_AREA = numbered(WishId, 1), numbered(FocusAreaId, 1), numbered(FocusAreaId, 2)
EAT, COOK, SHOP, SLEEP = (numbered(GoalId, n) for n in (1, 2, 3, 4))
GUIDANCE, RELIEF = numbered(InterventionId, 1), numbered(InterventionId, 2)

DRAFTED = PlanDrafted(family=FAMILY, plan=PLAN, revision=0)
WISHED = FamilyWishRecorded(
    family=FAMILY, wish=WISH, person=BO, own_words="That we eat together.", revision=1
)
HOME = FocusAreaAdded(family=FAMILY, focus_area=HOME_AREA, title="Home", revision=2)
SCHOOL = FocusAreaAdded(family=FAMILY, focus_area=SCHOOL_AREA, title="School", revision=3)
SCHOOL_FIRST = PriorityAgreed(
    family=FAMILY, focus_areas=(SCHOOL_AREA, HOME_AREA), agreed_by=(ANNA, BO), revision=4
)
FULL_GOAL = GoalDefined(
    family=FAMILY,
    goal=EAT,
    level=1,
    focus_area=HOME_AREA,
    wish=WISH,
    author_kind=PartyKind.PERSON,
    author=ANNA,
    own_words="We eat together on weekdays.",
    professional_wording="Regular family meals.",
    owner_kind=PartyKind.PROFESSIONAL,
    owner=ULLA,
    target_date=date(2024, 9, 1),
    rank=1,
    revision=5,
)


def goal(
    name: GoalId, parent: GoalId | None = None, level: int = 1, rank: int = 1, revision: int = 1
) -> GoalDefined:
    """Anna's goal, in few words."""
    return GoalDefined(
        family=FAMILY,
        goal=name,
        parent=parent,
        level=level,
        author_kind=PartyKind.PERSON,
        author=ANNA,
        own_words="A goal.",
        owner_kind=PartyKind.PERSON,
        owner=ANNA,
        rank=rank,
        revision=revision,
    )


def intervention(
    name: InterventionId, works_for: GoalId, starts: date, revision: int = 2
) -> InterventionAdded:
    """An intervention, in few words."""
    return InterventionAdded(
        family=FAMILY,
        intervention=name,
        goal=works_for,
        title="Family guidance",
        department="family",
        legal_basis="barnets lov § 32",
        starts=starts,
        revision=revision,
    )


def approved(revision: int, meeting: MeetingId = MEETING) -> PlanApproved:
    """Sofie approved with the family, Tomas with a reservation."""
    return PlanApproved(
        family=FAMILY,
        plan=PLAN,
        revision=revision,
        meeting=meeting,
        approvals=(
            Approval(family=FAMILY, professional=SOFIE, answer=Answer.APPROVED),
            Approval(
                family=FAMILY, professional=TOMAS, answer=Answer.RESERVED, reservation="Too many at once."
            ),
        ),
        approved_by=(ANNA, BO),
    )


def questioned(meetings_version: int) -> ApprovalQuestioned:
    """It turned out that no adult was there."""
    return ApprovalQuestioned(
        family=FAMILY,
        plan=PLAN,
        meeting=MEETING,
        rule="inv-20",
        reason="no_adult_present",
        meetings_version=meetings_version,
    )


PLANS: tuple[Event, ...] = (
    DRAFTED,
    WISHED,
    HOME,
    SCHOOL,
    SCHOOL_FIRST,
    FULL_GOAL,
    goal(COOK, parent=EAT, level=2, revision=6),
    intervention(GUIDANCE, EAT, date(2024, 3, 4), revision=7),
    approved(7),
)
