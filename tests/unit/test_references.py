"""What each service remembers of the others, and that it comes back whole from where it is kept as JSON."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter

from contracts.contacts.events import (
    AttachmentExpired,
    CoordinatorVacated,
    FamilyClosed,
    FamilyEvent,
    FamilyMemberAdded,
    FamilyMemberLeft,
    FamilyReopened,
    Member,
    ProfessionalDetached,
    Role,
    SupporterLeft,
    TeamMemberAdded,
    TeamMemberRemoved,
)
from contracts.ids import FamilyId
from contracts.plans.events import (
    GoalAchieved,
    GoalClosed,
    GoalEnding,
    GoalFate,
    GoalFateDecided,
    InterventionEnded,
    InterventionResult,
    PlanClosed,
)
from eventkeep.testing import folded
from services.meetings import reference as meetings
from services.plans import reference as plans
from services.progress import reference as progress
from services.progress.known_contacts import Attached
from tests.unit.deciders import CASES
from tests.unit.family import (
    ANNA,
    AROUND,
    BO,
    CLARA,
    FAMILY,
    GOAL,
    HOME_LAW,
    INTERVENTION,
    MEETING,
    PLAN,
    REGISTERED,
    SOFIE,
    TOMAS,
    ULLA,
    numbered,
)
from tests.unit.meetings_story import DOCTOR, FRIEND, SUPPORTED
from tests.unit.progress_story import OFFER, OFFERED
from tests.unit.story import DEFINED, DRAFTED, HELD, HELPED
from tests.unit.test_plans_approval import CALLED

SOCIAL_WORKER = Attached("social", "social worker", HOME_LAW.valid_from, HOME_LAW.valid_to)
CLARA_ADDED = FamilyMemberAdded(
    family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="Clara Example")
)
LATER: tuple[FamilyEvent, ...] = (
    CLARA_ADDED,
    CLARA_ADDED,
    CoordinatorVacated(family=FAMILY, professional=SOFIE),
    TeamMemberRemoved(family=FAMILY, professional=SOFIE),
    TeamMemberAdded(family=FAMILY, professional=ULLA),
    ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left"),
)


def test_progress_knows_who_registers_and_on_what() -> None:
    """INV-30, INV-68."""
    around = folded(progress.evolve_contacts, progress.ContactsFacts(), *AROUND, *SUPPORTED, *LATER)
    assert around == progress.ContactsFacts(
        registered=True,
        members={ANNA: "adult", BO: "young", CLARA: "child"},
        attached={TOMAS: SOCIAL_WORKER, ULLA: SOCIAL_WORKER},
        former={SOFIE: SOCIAL_WORKER},
        supporters=(FRIEND, DOCTOR),
    )
    offered = HELPED.model_copy(update={"intervention": OFFERED, "offer": OFFER})
    planned = folded(progress.evolve_plans, progress.PlansFacts(), DRAFTED, DEFINED, HELPED, offered)
    assert planned == progress.PlansFacts((GOAL,), {INTERVENTION: GOAL, OFFERED: GOAL}, {OFFERED: OFFER})
    agreed = folded(progress.evolve_meetings, progress.MeetingsFacts(), CALLED, HELD)
    assert agreed == progress.MeetingsFacts(MEETING)


def test_progress_forgets_who_left() -> None:
    """INV-40, R01, R02, X-01: whoever left registers no more; around a closed case are those who were."""
    left = folded(
        progress.evolve_contacts,
        progress.ContactsFacts(),
        *(*AROUND, *SUPPORTED, CLARA_ADDED),
        FamilyMemberLeft(family=FAMILY, person=BO, reason="moved"),
        AttachmentExpired(family=FAMILY, professional=TOMAS, due_on=date(2024, 3, 1)),
        SupporterLeft(family=FAMILY, supporter=DOCTOR, reason="moved"),
    )
    members = {ANNA: "adult", CLARA: "child"}
    assert left == progress.ContactsFacts(
        registered=True,
        members=members,
        attached={SOFIE: SOCIAL_WORKER, ULLA: SOCIAL_WORKER},
        former={TOMAS: SOCIAL_WORKER},
        supporters=(FRIEND,),
    )
    assert left.staff(TOMAS) is None
    closed = progress.evolve_contacts(left, FamilyClosed(family=FAMILY, reason="goals reached"))
    assert closed == progress.ContactsFacts(
        registered=True,
        closed=True,
        members=members,
        former=dict.fromkeys((TOMAS, SOFIE, ULLA), SOCIAL_WORKER),
        supporters=(FRIEND,),
    )
    assert closed.staff(TOMAS) == closed.staff(SOFIE) == SOCIAL_WORKER
    reopened = progress.evolve_contacts(closed, FamilyReopened(family=FAMILY, reason="new needs"))
    assert (reopened.closed, reopened.staff(SOFIE)) == (False, None)


def test_progress_forgets_what_has_ended() -> None:
    """INV-15, INV-68, X-01: nothing is registered on what is over."""
    planned = folded(progress.evolve_plans, progress.PlansFacts(), DRAFTED, DEFINED, HELPED)
    ended = InterventionEnded(
        family=FAMILY,
        intervention=INTERVENTION,
        ended_on=date(2024, 6, 1),
        result=InterventionResult.ENDED,
        reason="done",
        revision=3,
    )
    assert progress.evolve_plans(planned, ended) == progress.PlansFacts((GOAL,), {})
    retired = GoalClosed(
        family=FAMILY, goal=GOAL, ending=GoalEnding.RETIRED, reason="Not needed.", revision=3
    )
    moved = GoalFateDecided(
        family=FAMILY, goal=GOAL, fate=GoalFate.MOVES, into=numbered(FamilyId, 2), revision=3
    )
    for stays in (GoalFate.STAYS, GoalFate.BOTH):
        assert progress.evolve_plans(planned, moved.model_copy(update={"fate": stays})) == planned
    for over in (retired, moved, GoalAchieved(family=FAMILY, goal=GOAL, revision=3)):
        assert progress.evolve_plans(planned, over) == progress.PlansFacts((), {INTERVENTION: GOAL})
    offered = progress.evolve_plans(
        planned, HELPED.model_copy(update={"intervention": OFFERED, "offer": OFFER})
    )
    for begun_anew in (PlanClosed(family=FAMILY, plan=PLAN, reason="goals reached"), DRAFTED):
        assert progress.evolve_plans(planned, begun_anew) == progress.PlansFacts()
        assert progress.evolve_plans(offered, begun_anew) == progress.PlansFacts(offers={OFFERED: OFFER})
    assert progress.REFERENCE.version == 4


def test_a_family_is_known_from_its_first_event() -> None:
    """R01: what decides `family_unknown`."""
    for reference in (plans, meetings, progress):
        assert not reference.ContactsFacts().registered
        assert reference.evolve_contacts(reference.ContactsFacts(), REGISTERED).registered


@pytest.mark.parametrize(
    ("name", "kind"), [("plans", plans.Known), ("meetings", meetings.Known), ("progress", progress.Known)]
)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_the_facts_come_back_whole(name: str, kind: type[Any], data: st.DataObject) -> None:
    """They are kept as JSON. Whatever the others say, remembering it never fails."""
    known = data.draw(CASES[name].known)
    kept = TypeAdapter(kind)
    assert kept.validate_json(kept.dump_json(known)) == known
    assert kept.validate_python({}) == kind()
