"""What plans and meetings say of the family: a goal, an intervention, a meeting with its agreements."""

from datetime import UTC, date, datetime

from contracts.meetings.events import Agreements, NetworkMeetingHeld, ProgressScheme
from contracts.plans.events import GoalDefined, InterventionAdded, PlanDrafted
from contracts.shapes import PartyKind
from tests.unit.family import ANNA, BO, FAMILY, GOAL, INTERVENTION, MEETING, PLAN, SOFIE, ULLA

STARTS = datetime(2024, 3, 1, 9, 0, tzinfo=UTC)

DRAFTED = PlanDrafted(family=FAMILY, plan=PLAN, revision=0)
DEFINED = GoalDefined(
    family=FAMILY,
    goal=GOAL,
    level=1,
    author_kind=PartyKind.PERSON,
    author=ANNA,
    own_words="We eat together.",
    owner_kind=PartyKind.PROFESSIONAL,
    owner=ULLA,
    rank=1,
    revision=1,
)
HELPED = InterventionAdded(
    family=FAMILY,
    intervention=INTERVENTION,
    goal=GOAL,
    title="Family guidance",
    department="family",
    legal_basis="barnets lov § 32",
    starts=date(2024, 3, 4),
    revision=2,
)
HELD = NetworkMeetingHeld(
    family=FAMILY,
    meeting=MEETING,
    plan=PLAN,
    revision=1,
    held_at=STARTS,
    agreements=Agreements(
        family=FAMILY,
        further_assessment_needed=True,
        further_assessment_domains=("health",),
        follow_up_on=date(2024, 5, 1),
        follow_up_persons=(ANNA, BO),
        follow_up_professionals=(SOFIE, ULLA),
        interim_goals=(GOAL,),
        deviation_procedure="Call Sofie the same day.",
        progress_scheme=ProgressScheme(
            family=FAMILY,
            persons=(ANNA,),
            professionals=(ULLA,),
            what="How the evenings go.",
            every="weekly",
        ),
    ),
)
