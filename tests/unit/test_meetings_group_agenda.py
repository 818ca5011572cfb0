"""The group decides itself what it talks about and does. R34, R55, A19."""

from datetime import date

import pytest

from contracts.meetings.events import ProposalKind
from contracts.shapes import Actor
from eventkeep.testing import given
from tests.unit.family import ANNA, BO, BY_ANNA, BY_TEAM, STRANGER, person
from tests.unit.group_story import (
    AGREE,
    AGREED,
    ANNA_IN,
    BY_BO,
    ENDED,
    FORMED,
    GROUPS,
    HELD,
    NEWSPAPER,
    NEXT,
    OTHER_PROPOSED,
    OTHER_TOPIC,
    PAPER_PROPOSED,
    PROPOSE,
    PROPOSED,
    SESSION,
    TOPIC,
    WRITE,
    WROTE,
    the_group,
)

OTHER = PROPOSE.model_copy(update={"proposal": OTHER_TOPIC, "person": BO, "words": OTHER_PROPOSED.words})
STAFF_AGREES = AGREE.model_copy(update={"by": BY_TEAM, "agreed_by": (ANNA, BO)})


@pytest.mark.parametrize("by", [BY_BO, BY_TEAM], ids=["himself", "recorded by a facilitator"])
def test_a_participant_proposes(by: Actor) -> None:
    """R34, A19: a facilitator records it in the participant's name, never in his or her own."""
    after = the_group().when(OTHER.model_copy(update={"by": by})).then(OTHER_PROPOSED)
    after.when(OTHER.model_copy(update={"by": by})).refused("proposal_made_already")


def test_nobody_proposes_for_another_participant() -> None:
    """R34."""
    the_group().when(OTHER.model_copy(update={"by": BY_ANNA})).refused("speaks_for_another")
    the_group().when(OTHER.model_copy(update={"by": person(STRANGER), "person": STRANGER})).refused(
        "group_unknown"
    )


def test_a_facilitator_proposes_nothing_of_his_own() -> None:
    """R34: what the group does not propose itself is nobody's to put before it."""
    mine = OTHER.model_copy(update={"by": BY_TEAM, "person": STRANGER})
    the_group().when(mine).refused("not_taking_part")


def test_the_group_agrees_its_agenda() -> None:
    """R34, A19: the latest choice stands; the same again changes nothing."""
    after = the_group(OTHER_PROPOSED).when(AGREE).then(AGREED)
    after.when(AGREE).then()
    both = (OTHER_TOPIC, TOPIC)
    by_bo = AGREE.model_copy(update={"by": BY_BO, "items": (*both, TOPIC)})
    after.when(by_bo).then(AGREED.model_copy(update={"items": both, "agreed_by": (BO,)}))


def test_a_facilitator_records_what_the_participants_agreed() -> None:
    """R34: with who they are."""
    recorded = AGREED.model_copy(update={"agreed_by": (ANNA, BO)})
    the_group().when(STAFF_AGREES).then(recorded)
    the_group().when(STAFF_AGREES.model_copy(update={"agreed_by": ()})).refused("group_agrees_itself")
    of_stranger = STAFF_AGREES.model_copy(update={"agreed_by": (ANNA, STRANGER)})
    the_group().when(of_stranger).refused("not_taking_part")


def test_a_facilitator_does_not_override_what_the_group_agreed() -> None:
    """R34, A19: against the facilitator's wish the group's agenda stands."""
    after = the_group(OTHER_PROPOSED, AGREED)
    other = STAFF_AGREES.model_copy(update={"items": (OTHER_TOPIC,)})
    after.when(other).refused("agenda_is_the_groups")
    after.when(STAFF_AGREES).then()
    by_bo = AGREE.model_copy(update={"by": BY_BO, "items": (OTHER_TOPIC,)})
    after.when(by_bo).then(AGREED.model_copy(update={"items": (OTHER_TOPIC,), "agreed_by": (BO,)}))


@pytest.mark.parametrize("items", [(), (OTHER_TOPIC,), (TOPIC, NEWSPAPER)])
def test_an_agenda_is_made_of_what_participants_proposed_to_talk_about(items: tuple[object, ...]) -> None:
    """R34: an activity is done, not talked about."""
    the_group(PAPER_PROPOSED).when(AGREE.model_copy(update={"items": items})).refused("not_proposed_by_group")


def test_an_agenda_is_of_a_session_that_is_ahead() -> None:
    """A19."""
    behind = AGREE.model_copy(update={"session": SESSION})
    the_group(*HELD).when(behind).refused("group_session_held_already")
    given(GROUPS, FORMED, ANNA_IN).when(AGREE).refused("group_session_unknown")


@pytest.mark.parametrize("by", [BY_ANNA, BY_TEAM])
def test_the_group_does_what_it_proposed(by: Actor) -> None:
    """R55: such as writing to the local newspaper; on several days, if it likes."""
    after = the_group(PAPER_PROPOSED).when(WRITE.model_copy(update={"by": by})).then(WROTE)
    after.when(WRITE).then()
    again = {"held_on": date(2024, 3, 1)}
    after.when(WRITE.model_copy(update=again)).then(WROTE.model_copy(update=again))


def test_only_what_was_proposed_is_done_and_only_when_it_has_been() -> None:
    """R55."""
    the_group().when(WRITE).refused("activity_not_proposed")
    talk = WRITE.model_copy(update={"activity": TOPIC})
    the_group().when(talk).refused("activity_not_proposed")
    ahead = WRITE.model_copy(update={"held_on": date(2024, 3, 2)})
    the_group(PAPER_PROPOSED).when(ahead).refused("meeting_not_over")


def test_a_group_that_is_over_decides_nothing_more() -> None:
    """R34: what it did is still recorded."""
    after = the_group(PAPER_PROPOSED, ENDED)
    after.when(OTHER.model_copy(update={"by": BY_BO})).refused("group_ended")
    after.when(AGREE).refused("group_ended")
    after.when(WRITE).then(WROTE)


def test_an_agenda_of_an_unknown_session_changes_nothing() -> None:
    """The past has happened, in whatever order."""
    alone = given(GROUPS, FORMED, PROPOSED)
    assert given(GROUPS, FORMED, PROPOSED, AGREED).state == alone.state
    assert alone.state.proposals == {TOPIC: ProposalKind.AGENDA}
    assert AGREED.session == NEXT
