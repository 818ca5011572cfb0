"""A member of the family takes part in a group course, for himself or herself, until it ends somewhere. P38, P40."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from contracts.contacts.events import FamilyClosed, FamilyMemberAdded, FamilyMemberLeft, Member, Role
from contracts.ids import GroupId
from contracts.meetings.events import FamilyEvent, GroupLeft, GroupTermChanged
from contracts.shapes import Actor
from eventkeep.testing import Given, folded, said
from services.meetings.dues import SERVICE
from services.meetings.known_contacts import evolve_contacts
from services.meetings.participation import ReviewParticipation
from services.meetings.reactions import react
from services.meetings.reference import Known
from services.words import VOCABULARIES
from tests.unit.family import ANNA, BO, BY_ANNA, BY_TEAM, CLARA, FAMILY, STRANGER, numbered, person
from tests.unit.group_story import (
    BY_BO,
    END_PART,
    FOLLOW,
    GROUP,
    JOIN,
    JOINED,
    KNOWN_GROUP,
    LEAVE,
    LONGER,
    OTHER_FAMILY,
    REVIEW,
    TERM,
)
from tests.unit.meetings_story import KNOWN, met

LEFT = GroupLeft(family=FAMILY, group=GROUP, person=ANNA, reason="found work", left_on=date(2024, 3, 1))
OTHER_GROUP = numbered(GroupId, 2)
BO_JOINED = JOINED.model_copy(update={"person": BO, "called": "Bo"})
ELSEWHERE = JOINED.model_copy(update={"group": OTHER_GROUP})


def asked(*events: FamilyEvent, **group: Any) -> Given:
    """The family, of which these take part; and the group as its own stream has it."""
    return met(*events).with_known(replace(KNOWN, group=replace(KNOWN_GROUP, **group)))


def after_contacts(*events: Any) -> Known:
    """What is known after contacts said these."""
    return replace(KNOWN, contacts=folded(evolve_contacts, KNOWN.contacts, *events))


@pytest.mark.parametrize("by", [BY_ANNA, BY_TEAM], ids=["herself", "recorded by the team"])
def test_a_member_takes_part_as_the_group_is_called_and_meets_that_day(by: Actor) -> None:
    """P38, P40: title, area and term are copied, so that the plan needs no other stream."""
    after = asked().when(JOIN.model_copy(update={"by": by})).then(JOINED)
    after.when(JOIN).then()
    after.when(LEAVE).then(LEFT).when(JOIN).then(JOINED)


def test_everybody_joins_and_leaves_for_himself_or_herself() -> None:
    """P38: no parent for a young person, and no young person for a parent."""
    asked().when(JOIN.model_copy(update={"by": BY_BO})).refused("speaks_for_another")
    asked(JOINED).when(LEAVE.model_copy(update={"by": BY_BO})).refused("speaks_for_another")
    asked().when(JOIN.model_copy(update={"by": BY_BO, "person": BO, "called": "Bo"})).then(BO_JOINED)


def test_only_members_of_the_family_from_15_on_take_part() -> None:
    """P38: what is read of a group is read by who takes part."""
    asked().when(JOIN.model_copy(update={"by": BY_TEAM, "person": STRANGER})).refused("person_not_in_family")
    child = FamilyMemberAdded(family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="Clara"))
    known = replace(after_contacts(child), group=KNOWN_GROUP)
    joins = JOIN.model_copy(update={"by": BY_TEAM, "person": CLARA})
    met().with_known(known).when(joins).refused("too_young_for_group")


def test_there_is_such_a_group_and_it_goes_on() -> None:
    """P39, P38."""
    met().when(JOIN).refused("group_unknown")
    asked(ended=True).when(JOIN).refused("group_ended")


def test_one_takes_part_once_whatever_home_one_comes_from() -> None:
    """P38, X-02: the group may be behind the family's own stream, which counts."""
    asked(taking_part={ANNA: OTHER_FAMILY}).when(JOIN).refused("takes_part_already")
    asked(taking_part={ANNA: FAMILY}).when(JOIN).then(JOINED)
    asked(taking_part={STRANGER: OTHER_FAMILY}).when(JOIN).then(JOINED)


def test_who_does_not_take_part_has_nothing_to_leave() -> None:
    """P38."""
    met().when(LEAVE).then()
    met(ELSEWHERE, BO_JOINED).when(LEAVE).then()
    assert met(JOINED, BO_JOINED, LEFT).state.groups == ((GROUP, BO),)


def test_where_a_group_ends_the_familys_members_leave_it() -> None:
    """P38: that group alone."""
    over = LEFT.model_copy(update={"reason": "group-ended"})
    after = met(JOINED, BO_JOINED, ELSEWHERE).when(END_PART)
    after.then(over, over.model_copy(update={"person": BO})).when(END_PART).then()


def test_where_a_group_meets_otherwise_the_familys_plan_says_so() -> None:
    """P40, T15: once, and only where somebody takes part."""
    longer = GroupTermChanged(family=FAMILY, group=GROUP, term=LONGER)
    after = met(JOINED, BO_JOINED, ELSEWHERE).when(FOLLOW).then(longer)
    after.when(FOLLOW).then()
    after.when(FOLLOW.model_copy(update={"term": TERM})).then(longer.model_copy(update={"term": TERM}))
    met().when(FOLLOW).then()
    met(JOINED, LEFT).when(FOLLOW).then()
    met(JOINED).when(FOLLOW.model_copy(update={"term": TERM})).then()


def test_whoever_left_the_family_takes_part_no_more_as_its_member() -> None:
    """P40: nobody else is touched."""
    left = after_contacts(FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved"))
    gone = LEFT.model_copy(update={"reason": "left-family"})
    after = met(JOINED, BO_JOINED, ELSEWHERE).with_known(left).when(REVIEW)
    after.then(gone, gone.model_copy(update={"group": OTHER_GROUP})).when(REVIEW).then()
    met(JOINED, BO_JOINED).when(REVIEW).then()


def test_nobody_of_a_closed_case_takes_part() -> None:
    """P40, Q15: and nobody joins; who wants to goes on by himself leaves by himself."""
    closed = after_contacts(FamilyClosed(family=FAMILY, reason="goals reached"))
    gone = LEFT.model_copy(update={"reason": "family-closed"})
    met(JOINED, BO_JOINED).with_known(closed).when(REVIEW).then(gone, gone.model_copy(update={"person": BO}))
    met().with_known(replace(closed, group=KNOWN_GROUP)).when(JOIN).refused("family_closed")
    met(JOINED).with_known(closed).when(LEAVE).then(LEFT)


@pytest.mark.parametrize(
    "event",
    [
        FamilyClosed(family=FAMILY, reason="goals reached"),
        FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved"),
    ],
    ids=lambda event: type(event).__name__,
)
def test_what_contacts_says_leads_to_a_look_at_who_takes_part(event: Any) -> None:
    """P40, Q15."""
    told = said(event, "contacts", 9)
    [review] = [each for each in react(VOCABULARIES, told) if isinstance(each, ReviewParticipation)]
    assert (review.by, review.family) == (SERVICE, FAMILY)


def test_a_stranger_joins_nothing_in_the_familys_name() -> None:
    """INV-40."""
    asked().when(JOIN.model_copy(update={"by": person(STRANGER)})).refused("not_on_team")
