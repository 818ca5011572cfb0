"""Activities for the goals, and the plans by each law."""

from datetime import UTC, datetime, timedelta

from contracts.legal_bases import LEGAL_BASES
from contracts.plans.events import (
    ActivityAdded,
    ActivityEnded,
    ActivityEnding,
    ActivityOverdue,
    GoalAchieved,
    StatutoryPlanLinked,
    StatutoryPlanUnlinked,
)
from contracts.shapes import PartyKind
from services.plans.activities import AddActivity, EndActivity, NoteActivityOverdue
from services.plans.statutory import LinkStatutoryPlan, UnlinkStatutoryPlan
from tests.unit.family import BO, BY_ANNA, FAMILY, GOAL, PASSER_BY
from tests.unit.plan_commands import example
from tests.unit.planning import ACTIVITY, STATUTORY, but, the_plan
from tests.unit.story import DEFINED

ADD, END, NOTE = example(AddActivity), example(EndActivity), example(NoteActivityOverdue)
LINK, UNLINK = example(LinkStatutoryPlan), example(UnlinkStatutoryPlan)
ADDED = ActivityAdded(
    family=FAMILY,
    activity=ACTIVITY,
    goal=GOAL,
    title="Cook on Tuesdays",
    owner_kind=PartyKind.PERSON,
    owner=BO,
    revision=2,
)
DONE = ActivityEnded(family=FAMILY, activity=ACTIVITY, ending=ActivityEnding.DONE, revision=3)
LINKED = StatutoryPlanLinked(
    family=FAMILY,
    statutory_plan=STATUTORY,
    legal_basis="barnets lov § 32",
    department="family",
    revision=1,
)
UNLINKED = StatutoryPlanUnlinked(family=FAMILY, statutory_plan=STATUTORY, reason="ended", revision=2)


def test_somebody_does_something_for_a_goal() -> None:
    """A06."""
    the_plan(DEFINED).when(ADD).then(ADDED).when(END).then(DONE).when(END).then()
    the_plan(DEFINED).when(but(ADD, by=BY_ANNA)).then(ADDED)
    the_plan(DEFINED, ADDED).when(ADD).refused("activity_added_already")
    the_plan(DEFINED).when(but(ADD, owner=PASSER_BY)).refused("activity_owner_unknown")


def test_an_activity_is_for_an_open_goal() -> None:
    """A06, INV-13."""
    the_plan().when(ADD).refused("goal_unknown")
    reached = GoalAchieved(family=FAMILY, goal=GOAL, revision=2)
    the_plan(DEFINED, reached).when(ADD).refused("goal_not_open")


def test_an_activity_ends_in_one_way() -> None:
    """A06."""
    dropped = but(END, ending=ActivityEnding.DROPPED)
    the_plan(DEFINED, ADDED).when(dropped).then(DONE.model_copy(update={"ending": ActivityEnding.DROPPED}))
    the_plan(DEFINED, ADDED, DONE).when(dropped).refused("activity_not_open")
    the_plan(DEFINED).when(END).refused("activity_unknown")


def test_an_activity_is_overdue_after_its_day() -> None:
    """A06, A30: said once, while it is open and due on that day."""
    by_day = ADDED.model_copy(update={"due_on": NOTE.due_on})
    said = ActivityOverdue(family=FAMILY, activity=ACTIVITY, due_on=NOTE.due_on)
    the_plan(DEFINED, by_day).when(NOTE).then(said).when(NOTE).then()
    the_plan(DEFINED, by_day, DONE).when(NOTE).then()
    the_plan(DEFINED, ADDED).when(NOTE).then()
    the_plan(DEFINED).when(NOTE).then()
    on_the_day = datetime(2024, 3, 20, 22, 59, tzinfo=UTC)
    the_plan(DEFINED, by_day).when(but(NOTE, at=on_the_day)).then()
    the_plan(DEFINED, by_day).when(but(NOTE, at=on_the_day + timedelta(minutes=1))).then(said)
    the_plan(DEFINED, by_day).when(but(NOTE, by=BY_ANNA)).refused("for_services_only")


def test_a_plan_by_law_is_part_of_the_family_plan() -> None:
    """A10, INV-18."""
    the_plan().when(LINK).then(LINKED).when(UNLINK).then(UNLINKED).when(UNLINK).then()
    the_plan(LINKED).when(LINK).refused("statutory_plan_linked_already")
    the_plan().when(UNLINK).refused("statutory_plan_unknown")


def test_a_law_is_named_by_the_table() -> None:
    """INV-18, Q17: the refusal lists what is known."""
    refused = the_plan().when(but(LINK, legal_basis="barnets lov § 999")).refused("legal_basis_unknown")
    assert refused.facts["known"].split(", ") == list(LEGAL_BASES)
