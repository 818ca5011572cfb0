"""What somebody does over time: begun and ended, each once, and not twice at a time."""

from datetime import date
from typing import Any

import pytest

from contracts.contacts.events import FamilyMemberLeft
from contracts.ids import InterventionId, OccupationId, RecordId
from contracts.plans.events import GoalAchieved
from contracts.progress.events import OccupationEnded, OccupationKind, RegistrationCorrected
from tests.unit.family import (
    ANNA,
    BO,
    BY_ANNA,
    CLARA,
    FAMILY,
    GOAL,
    INTERVENTION,
    OTHER_GOAL,
    STRANGER,
    numbered,
)
from tests.unit.progress_commands import CORRECT, END, START, but
from tests.unit.progress_story import (
    MEASURED,
    OCCUPATION,
    PLAYS,
    TODAY,
    TOMORROW,
    contacts_say,
    how_it_goes,
    plans_say,
)

ENDED = OccupationEnded(family=FAMILY, occupation=OCCUPATION, ended_on=TODAY, reason="moved")
AGAIN = numbered(OccupationId, 2)
LAST = date(2024, 2, 10)
LEISURE = (OccupationKind.LEISURE_ACTIVITY, OccupationKind.LEISURE_JOB)
CORRECTED = RegistrationCorrected(
    family=FAMILY,
    correction=CORRECT.correction,
    corrects=RecordId(OCCUPATION),
    person=BO,
    because="The club says so.",
)


def test_somebody_begins_it_and_ends_it() -> None:
    """P36, T10, INV-56: anybody around the family says so; each id is used once."""
    begun = how_it_goes().when(but(START, by=BY_ANNA)).then(PLAYS)
    begun.when(START).refused("registered_already")
    begun.when(END).then(ENDED).when(END).refused("occupation_ended")


@pytest.mark.parametrize("kind", OccupationKind)
def test_leisure_is_childrens_and_young_peoples(kind: OccupationKind) -> None:
    """P36, T01, T02, T10: a young person may work or study as well."""
    for who in (BO, CLARA):
        of = {"kind": kind, "person": who}
        how_it_goes().when(but(START, **of)).then(PLAYS.model_copy(update=of))
    of_anna = {"kind": kind, "person": ANNA}
    if kind in LEISURE:
        how_it_goes().when(but(START, **of_anna)).refused("leisure_of_children")
    else:
        how_it_goes().when(but(START, **of_anna)).then(PLAYS.model_copy(update=of_anna))


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"person": STRANGER}, "person_not_in_family"),
        ({"started_on": TOMORROW}, "not_happened_yet"),
        ({"intervention": numbered(InterventionId, 9)}, "intervention_unknown"),
        ({"intervention": INTERVENTION, "goal": OTHER_GOAL}, "intervention_for_another_goal"),
    ],
    ids=str,
)
def test_it_is_a_members_has_begun_and_names_what_goes_together(wrong: dict[str, Any], code: str) -> None:
    """A27, INV-68."""
    how_it_goes().when(but(START, **wrong)).refused(code)


def test_an_intervention_brings_its_goal() -> None:
    """INV-68."""
    linked = PLAYS.model_copy(update={"intervention": INTERVENTION, "goal": GOAL})
    how_it_goes().when(but(START, intervention=INTERVENTION)).then(linked)
    reached = plans_say(GoalAchieved(family=FAMILY, goal=GOAL, revision=5))
    how_it_goes().with_known(reached).when(but(START, intervention=INTERVENTION)).refused("goal_unknown")


def test_what_goes_on_isnt_begun_again() -> None:
    """INV-58: by another person, or something else, it is another thing."""
    how_it_goes(PLAYS).when(but(START, occupation=AGAIN)).refused("occupation_goes_on")
    how_it_goes(PLAYS).when(but(START, occupation=AGAIN, started_on=TODAY)).refused("occupation_goes_on")
    for other in ({"person": CLARA}, {"what": "swimming"}, {"what": None}, {"kind": LEISURE[1]}):
        new = {"occupation": AGAIN, **other}
        how_it_goes(PLAYS).when(but(START, **new)).then(PLAYS.model_copy(update=new))


def test_terms_of_the_same_thing_dont_overlap_also_those_that_ended() -> None:
    """INV-56, INV-58: the last day belongs to the term, so that half a year is unbroken or not."""
    ended = ENDED.model_copy(update={"ended_on": LAST})
    for within in (PLAYS.started_on, date(2024, 1, 20), LAST, date(2023, 12, 1)):
        new = but(START, occupation=AGAIN, started_on=within)
        how_it_goes(PLAYS, ended).when(new).refused("occupation_goes_on")
    after = {"occupation": AGAIN, "started_on": date(2024, 2, 11)}
    how_it_goes(PLAYS, ended).when(but(START, **after)).then(PLAYS.model_copy(update=after))


def test_what_was_taken_back_never_was() -> None:
    """X-08: it may be registered anew, and can't be ended."""
    gone = how_it_goes(PLAYS, CORRECTED.model_copy(update={"taken_back": True}))
    gone.when(but(START, occupation=AGAIN)).then(PLAYS.model_copy(update={"occupation": AGAIN}))
    gone.when(END).refused("occupation_unknown")
    gone.when(START).refused("registered_already")


def test_only_what_somebody_does_is_ended() -> None:
    """INV-56."""
    how_it_goes().when(END).refused("occupation_unknown")
    other = but(END, occupation=OccupationId(MEASURED.baseline))
    how_it_goes(MEASURED).when(other).refused("occupation_unknown")


def test_it_ends_on_its_first_day_or_later_and_has_ended() -> None:
    """A27, INV-56."""
    first = {"ended_on": PLAYS.started_on}
    how_it_goes(PLAYS).when(but(END, **first)).then(ENDED.model_copy(update=first))
    how_it_goes(PLAYS).when(but(END, ended_on=date(2024, 1, 9))).refused("ends_before_it_begins")
    how_it_goes(PLAYS).when(but(END, ended_on=TOMORROW)).refused("not_happened_yet")
    moved = CORRECTED.model_copy(update={"day": date(2024, 2, 1)})
    how_it_goes(PLAYS, moved).when(but(END, ended_on=date(2024, 1, 20))).refused("ends_before_it_begins")


def test_what_a_member_who_left_did_is_ended() -> None:
    """R02, INV-56: that it ended is known all the same."""
    left = contacts_say(FamilyMemberLeft(family=FAMILY, person=BO, reason="moved"))
    how_it_goes(PLAYS).with_known(left).when(END).then(ENDED)
    how_it_goes().with_known(left).when(START).refused("person_not_in_family")
