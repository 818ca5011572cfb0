"""A department's topic, replayed, gives exactly what its people may see at that moment: whoever comes and goes, whatever is
sent again after a crash, and nothing of a grant after its end, nor of who was forgotten. INV-38, X-10.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from contracts.out.events import Ended, FamilyPlanRevoked, FamilyPlanTold, topic_of
from contracts.shapes import Event
from eventkeep.fenced import Record
from services.overview.family_plan import FAMILY_PLAN
from services.overview.out.editions import EDITIONS, Edition, unchanged
from tests.unit.family import ANNA, FAMILY
from tests.views.out_town import STAFF, Town

who = st.sampled_from(sorted(STAFF))
anybody = st.sampled_from([*sorted(STAFF), ANNA])
steps = st.one_of(
    st.tuples(st.just("attach"), who, st.one_of(st.none(), st.integers(0, 2))),
    st.tuples(st.just("consent"), who, st.integers(0, 2)),
    st.tuples(st.sampled_from(["detach", "expire", "emergency"]), who, st.none()),
    st.tuples(st.just("forget"), anybody, st.none()),
    st.sampled_from([("close",), ("reopen",), ("day",)]),
    st.tuples(st.just("tick"), st.sampled_from(["", "", "before", "after"]), st.booleans()),
)


TEACHER = next(each for each, where in STAFF.items() if where == "school")
NURSE = next(each for each, where in STAFF.items() if where == "health")
UNSURE = [
    *(("attach", TEACHER, None), ("tick", "", False), ("detach", TEACHER, None), ("tick", "after", False)),
    *(("attach", TEACHER, None), ("tick", "", False)),
]
"""A crash right after the revocation was sent, and somebody who comes back before it is sent again."""


FORGOTTEN = [
    *(("attach", TEACHER, None), ("tick", "", False), ("forget", ANNA, None), ("attach", NURSE, None)),
    *(("tick", "", False), ("forget", NURSE, None), ("detach", NURSE, None), ("tick", "after", False)),
]
"""Somebody is forgotten, and before anybody looks the family moves on."""


@example(course=UNSURE)
@example(course=FORGOTTEN)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(course=st.lists(steps, max_size=25))
async def test_a_topic_replayed_is_what_its_people_may_see(course: list[tuple[Any, ...]]) -> None:
    """Attachments and bases over departments: come, begin later, go, run out, in a case that closes and opens; and
    whoever is let in in an emergency."""
    town = Town()
    await town.lives(course)


async def test_who_cannot_be_told_of_keeps_nothing_and_is_revoked_all_the_same() -> None:
    """A plan that can't be opened is told to nobody; who may read no more is told so."""
    town = Town()
    town.does(("attach", TEACHER, None))
    await town.tick()
    town.opened.failing = True
    town.does(("attach", NURSE, None))
    town.does(("detach", TEACHER, None))
    await town.tick()
    types = [each.value and json.loads(each.value)["type"] for each in town.topics.records]
    assert types == [FamilyPlanTold.wire, FamilyPlanRevoked.wire, None]
    assert town.kept.moved, "it is tried again"
    town.opened.failing = False
    await town.tick()
    await town.assert_told()


BOTH: Mapping[int, Edition] = {1: EDITIONS[1], 2: EDITIONS[1]}


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(before=st.lists(steps, max_size=12), after=st.lists(steps, max_size=12))
async def test_two_versions_of_the_messages_are_told_beside_each_other(
    before: list[tuple[Any, ...]], after: list[tuple[Any, ...]]
) -> None:
    """Each in a topic of its own, the newer from its first day on with all that may be told."""
    town = Town()
    for editions, course in ((EDITIONS, before), (BOTH, after)):
        town.released(editions)
        await town.lives(course)


def _knows_one_reason(message: Event) -> Event:
    """As a version might say it that knows no other reason."""
    revoked = isinstance(message, FamilyPlanRevoked)
    return message.model_copy(update={"reason": Ended.VOID}) if revoked else message


async def test_each_version_is_said_in_its_own_words() -> None:
    """What the older one can't say, the newer one says in its own topic; the plan is the same."""
    town = Town({1: _knows_one_reason, 2: unchanged})
    await town.lives([("attach", TEACHER, None), ("tick", "", False), ("detach", TEACHER, None)])
    reasons = {}
    for edition in (1, 2):
        of = topic_of("school", edition=edition)
        values = [each.value for each in town.topics.records if each.topic == of]
        told, revoked = (json.loads(each or b"{}")["data"] for each in values[:2])
        assert (told["plan"]["family"], values[2:]) == (FAMILY, [None])
        reasons[edition] = revoked["reason"]
    assert reasons[1] == "void" != reasons[2]


async def test_a_version_that_ends_leaves_nothing_in_its_topic() -> None:
    """What stands there is void; the department goes on in the newer one."""
    town = Town(BOTH)
    town.does(("attach", TEACHER, None))
    await town.tick()
    town.released({2: BOTH[2]})
    await town.tick()
    await town.assert_told()
    old = [each for each in town.topics.records if each.topic == topic_of("school")]
    types = [each.value and json.loads(each.value)["type"] for each in old]
    assert types == [FamilyPlanTold.wire, FamilyPlanRevoked.wire, None]
    assert json.loads(old[1].value or b"")["data"]["reason"] == "void"


async def test_each_state_is_noted_as_a_reading_before_it_leaves() -> None:
    """X-04: for the purpose of whom the department has there."""
    town = Town()
    town.does(("attach", TEACHER, None))
    await town.tick(crash="before")
    [noted] = town.reads
    assert (noted.reader, noted.purpose, noted.way) == ("department:school", "schooling", "topic")
    assert town.topics.records == []
    assert ANNA in json.dumps(json.loads(town._folded(FAMILY_PLAN).document()))


async def test_what_was_told_of_who_is_forgotten_is_void_though_the_family_moved_on() -> None:
    """The next state that is told begins another grant: who reads along drops what came before it."""
    town = Town()
    town.does(("attach", TEACHER, None))
    await town.tick()
    town.does(("forget", ANNA, None))
    town.does(("attach", NURSE, None))
    await town.tick()
    assert _told(town) == [FamilyPlanTold.wire, FamilyPlanRevoked.wire, None, FamilyPlanTold.wire]
    before, over, _, after = (json.loads(each.value or b"{}").get("data") for each in _school(town))
    assert (over["reason"], after["grant"], after["events"]) == ("void", before["grant"] + 1, [])
    town.assert_nothing_forgotten()


async def test_who_stands_in_the_plan_no_more_is_forgotten_in_what_was_told_too() -> None:
    """Also where it was never noted that he or she was told of: the process died right after it was sent."""
    town = Town()
    town.does(("attach", TEACHER, None))
    await town.tick()
    town.does(("attach", NURSE, None))
    await town.tick(crash="after")
    town.does(("forget", NURSE, None))
    town.does(("detach", NURSE, None))
    await town.tick()
    assert _told(town)[-3:] == [FamilyPlanRevoked.wire, None, FamilyPlanTold.wire]
    town.assert_nothing_forgotten()


async def test_a_plan_in_another_shape_is_told_anew_though_the_family_moved_on() -> None:
    """Old and new never stand beside each other in a grant."""
    town = Town()
    town.does(("attach", TEACHER, None))
    await town.tick()
    town.kept.rows["school"] = replace(town.kept.rows["school"], view_version=FAMILY_PLAN.version - 1)
    town.does(("attach", NURSE, None))
    await town.tick()
    assert _told(town) == [FamilyPlanTold.wire, FamilyPlanRevoked.wire, None, FamilyPlanTold.wire]


def _school(town: Town) -> list[Record]:
    return [each for each in town.topics.records if each.topic == topic_of("school")]


def _told(town: Town) -> list[str | None]:
    """What the school was told, by its types."""
    return [json.loads(each.value)["type"] if each.value else None for each in _school(town)]
