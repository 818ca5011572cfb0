"""A member joins on the family's stream, the group's stream follows: once, after crashes too, and both end together."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from contracts.contacts.events import Role
from eventkeep.cloudevent import decode
from eventkeep.keys import FileKeys
from eventkeep.refused import Refused
from eventkeep.sealing import open_all
from eventkeep.store import read_stream
from services.meetings.known_contacts import ContactsFacts
from tests.stores.databases import fresh
from tests.stores.meetings_alone import Meetings, meetings_alone
from tests.unit.family import ANNA, BO, CLARA, FAMILY, person
from tests.unit.group_story import (
    BY_BO,
    CHANGE,
    END,
    FORM,
    GROUP,
    JOIN,
    LEAVE,
    OTHER_FAMILY,
    REVIEW,
)

A_GROUP, A_FAMILY, ANOTHER = f"group/{GROUP}", f"family/{FAMILY}", f"family/{OTHER_FAMILY}"
BO_JOINS = JOIN.model_copy(update={"by": BY_BO, "person": BO, "called": "Bo"})
CLARA_JOINS = JOIN.model_copy(
    update={"by": person(CLARA), "family": OTHER_FAMILY, "person": CLARA, "called": "C."}
)


@pytest_asyncio.fixture
async def meetings(postgres: str, keys: FileKeys) -> AsyncIterator[Meetings]:
    """Two families: Anna and Bo, and Clara. A group has been formed."""
    of_two = ContactsFacts(registered=True, members={ANNA: Role.ADULT.value, BO: Role.YOUNG.value})
    of_one = ContactsFacts(registered=True, members={CLARA: Role.ADULT.value})
    async with (
        fresh(postgres, "store") as dsn,
        meetings_alone(dsn, keys, {FAMILY: of_two, OTHER_FAMILY: of_one}) as found,
    ):
        await found.give(FORM)
        yield found


async def test_two_families_members_take_part_as_their_own_streams_say(meetings: Meetings) -> None:
    """P38, P40: title, area and term are copied; what one is called is sealed under one's own key."""
    async with meetings.reacting():
        await meetings.give(JOIN)
        await meetings.give(CLARA_JOINS)
    course = await meetings.course(GROUP)
    assert {who: each.of_family for who, each in course.participants.items()} == {
        ANNA: FAMILY,
        CLARA: OTHER_FAMILY,
    }
    assert await meetings.told(A_GROUP) == ["GroupFormed", "ParticipantJoined", "ParticipantJoined"]
    assert await meetings.told(A_FAMILY) == ["GroupJoined"]
    assert course.title.startswith("sealed.")
    assert await open_all(meetings.keys, [course.title]) == ["A way ahead"]


async def test_a_groups_events_name_no_cause_but_its_own_stream(meetings: Meetings) -> None:
    """INV-36: else its view waits for ever. What it follows of a family is copied, and the family's causes are not."""
    async with meetings.reacting():
        await meetings.give(JOIN)
    causes = [decode(each.value).envelope.causes async for each in read_stream(meetings.store, A_GROUP)]
    assert causes == [{}, {"meetings": 1}]
    [joined] = [decode(each.value).envelope async for each in read_stream(meetings.store, A_FAMILY)]
    assert joined.causes == {"contacts": 1}


async def test_after_a_crash_between_both_streams_the_second_follows_once(meetings: Meetings) -> None:
    """P40, X-09: the family's event is stored, nobody reacts; then two replicas do, and again after they forgot."""
    await meetings.give(JOIN)
    await meetings.give(LEAVE)
    await meetings.give(JOIN)
    assert await meetings.told(A_GROUP) == ["GroupFormed"]
    async with meetings.reacting(replicas=2):
        pass
    followed = ["GroupFormed", "ParticipantJoined", "ParticipantLeft", "ParticipantJoined"]
    assert await meetings.told(A_GROUP) == followed
    await meetings.forgets()
    async with meetings.reacting(replicas=2):
        pass
    assert await meetings.told(A_GROUP) == followed
    assert await meetings.told(A_FAMILY) == ["GroupJoined", "GroupLeft", "GroupJoined"]
    assert (await meetings.course(GROUP)).taking_part == {ANNA}


async def test_where_the_group_ends_everybodys_part_ends(meetings: Meetings) -> None:
    """P38: in each family's own stream, and from there in the group's."""
    async with meetings.reacting():
        await meetings.give(JOIN)
        await meetings.give(BO_JOINS)
        await meetings.give(CLARA_JOINS)
    async with meetings.reacting():
        await meetings.give(END)
    assert await meetings.told(A_FAMILY) == ["GroupJoined", "GroupJoined", "GroupLeft", "GroupLeft"]
    assert await meetings.told(ANOTHER) == ["GroupJoined", "GroupLeft"]
    assert not (await meetings.course(GROUP)).taking_part
    with pytest.raises(Refused, match="group_ended"):
        await meetings.give(JOIN)


async def test_where_a_group_meets_otherwise_both_families_plans_follow(meetings: Meetings) -> None:
    """P40, T15: once each, and whoever joined on what stood before, too."""
    async with meetings.reacting():
        await meetings.give(CLARA_JOINS)
    await meetings.give(JOIN)
    await meetings.give(CHANGE)
    async with meetings.reacting(replicas=2):
        pass
    for stream in (A_FAMILY, ANOTHER):
        assert await meetings.told(stream) == ["GroupJoined", "GroupTermChanged"]


async def test_whoever_joins_while_the_group_ends_takes_part_no_more(meetings: Meetings) -> None:
    """P38: the race. The family was decided on a group that went on; the group's stream says it is over."""
    await meetings.give(JOIN)
    await meetings.give(END)
    async with meetings.reacting(replicas=2):
        pass
    assert await meetings.told(A_FAMILY) == ["GroupJoined", "GroupLeft"]
    assert (await meetings.told(A_GROUP))[1:] == ["GroupEnded", "ParticipantJoined", "ParticipantLeft"]


async def test_whoever_left_the_family_while_joining_takes_part_no_more(meetings: Meetings) -> None:
    """P40: the race, decided on what contacts said before."""
    await meetings.give(JOIN)
    meetings.says(FAMILY, members={BO: Role.YOUNG.value})
    async with meetings.reacting():
        pass
    assert await meetings.told(A_FAMILY) == ["GroupJoined", "GroupLeft"]
    assert not (await meetings.course(GROUP)).taking_part


async def test_a_closed_case_ends_its_members_part(meetings: Meetings) -> None:
    """P40, Q15: the other family's goes on."""
    async with meetings.reacting():
        await meetings.give(JOIN)
        await meetings.give(CLARA_JOINS)
    meetings.says(FAMILY, closed=True)
    async with meetings.reacting():
        await meetings.give(REVIEW)
    assert await meetings.told(A_FAMILY) == ["GroupJoined", "GroupLeft"]
    assert (await meetings.course(GROUP)).taking_part == {CLARA}


async def test_whoever_was_forgotten_meanwhile_is_taken_in_nowhere(
    meetings: Meetings, keys: FileKeys
) -> None:
    """X-05: nothing of him or her is written anew."""
    await meetings.give(JOIN)
    await keys.forget(ANNA)
    async with meetings.reacting():
        pass
    assert await meetings.told(A_GROUP) == ["GroupFormed"]


async def test_a_person_with_two_homes_joins_once(meetings: Meetings) -> None:
    """X-02, P38: as a member of the family that said it first."""
    async with meetings.reacting():
        await meetings.give(JOIN)
    meetings.says(OTHER_FAMILY, members={ANNA: Role.ADULT.value})
    with pytest.raises(Refused, match="takes_part_already"):
        await meetings.give(JOIN.model_copy(update={"family": OTHER_FAMILY}))
    assert await meetings.told(ANOTHER) == []
