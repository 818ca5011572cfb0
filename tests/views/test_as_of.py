"""The plan as it was: at an approval, at a moment, at a vector; never beyond what was recorded by then."""

from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest

from eventkeep import vector
from eventkeep.canonical import state_hash
from eventkeep.cloudevent import Told
from eventkeep.keys import Keys
from eventkeep.pg import Pool
from eventkeep.refused import Refused
from services.overview import as_of
from services.overview.family_plan import FAMILY_PLAN
from services.overview.tale import Plan, Tales
from tests.views.around import CONTACTS
from tests.views.met import MEETINGS
from tests.views.planned import PLANS, approved, goal
from tests.views.shown import family_plan
from tests.views.tales import BEGAN, told

CONTACTS_OPEN = tuple(each for each in CONTACTS if "sealed" not in str(each))
EVENTS = (*CONTACTS_OPEN, *MEETINGS, *PLANS, goal(PLANS[5].goal, revision=8), approved(8))  # type: ignore[attr-defined]
TOLD = told(*EVENTS)
NOW = {"contacts": len(CONTACTS_OPEN), "meetings": len(MEETINGS), "plans": len(PLANS) + 2}


class NoKeys:
    """Nothing is sealed here."""

    async def find(self, subjects: object) -> dict[str, bytes | None]:
        """Nobody's key."""
        return {}


async def read(held: list[Told] = TOLD, shown: vector.Vector = NOW, **asked: str) -> Plan:
    """The plan as somebody asks for it."""
    tales = Tales(cast("Pool", None), cast("Keys", NoKeys()))
    return await as_of.read(tales, held, shown, asked)


async def test_at_a_vector_it_is_the_plan_that_was_shown_with_its_hash() -> None:
    """INV-36: the same fold over the same events."""
    for count in range(1, len(EVENTS) + 1):
        at = vector.text(as_of.past(TOLD, TOLD[count - 1]))
        then = await read(vector=at)
        expected = family_plan(*EVENTS[:count])
        assert then.document == expected
        assert then.hash == state_hash(FAMILY_PLAN.version, expected)
        assert as_of.document(then)["vector"] == at


async def test_at_an_approval_it_is_the_plan_that_was_approved() -> None:
    """A23: by its number; what came later isn't in it."""
    first, second = await read(version="1"), await read(version="2")
    assert (first.vector["plans"], second.vector["plans"]) == (len(PLANS), len(PLANS) + 2)
    assert first.document["plan"]["status"] == "approved"
    assert first.document["plan"]["approved_revision"] == 7
    assert second.document["plan"]["approved_revision"] == 8


async def test_at_a_moment_it_is_what_was_recorded_by_then() -> None:
    """Each event stands from the moment on at which it was recorded."""
    for count in range(1, len(EVENTS) + 1):
        moment = BEGAN + timedelta(days=count - 1)
        then = await read(moment=moment.isoformat())
        assert then.document == family_plan(*EVENTS[:count])
    before = await read(moment=(BEGAN - timedelta(seconds=1)).isoformat())
    assert before.document == family_plan()


async def test_an_event_recorded_late_holds_back_what_follows_it() -> None:
    """What its service told after it isn't shown without it, nor is anything that rests on it."""
    late = (BEGAN + timedelta(days=99)).isoformat()
    envelope = replace(TOLD[1].envelope, time=late)
    held = [TOLD[0], Told(envelope, TOLD[1].data), *TOLD[2:]]
    then = await read(held, moment=(BEGAN + timedelta(days=50)).isoformat())
    assert then.document == family_plan(EVENTS[0])


async def test_nothing_is_shown_ahead_of_the_plan() -> None:
    """Design, 3: what has arrived and waits is in no state of the past."""
    shown = {**NOW, "plans": 3}
    ahead = await read(shown=shown, moment=(BEGAN + timedelta(days=999)).isoformat())
    assert ahead.vector["plans"] <= 3
    with pytest.raises(Refused) as refused:
        await read(shown=shown, version="1")
    assert refused.value.code == "not_shown_yet"


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({}, "invalid_input"),
        ({"vector": "plans"}, "invalid_input"),
        ({"moment": "yesterday"}, "invalid_input"),
        ({"moment": "2024-03-01T12:00:00"}, "invalid_input"),
        ({"version": "first"}, "invalid_input"),
        ({"version": "1", "vector": "plans=1"}, "invalid_input"),
        ({"version": "0"}, "approval_unknown"),
        ({"version": "3"}, "approval_unknown"),
        ({"vector": "plans=99"}, "not_shown_yet"),
    ],
)
async def test_what_names_no_state_is_refused(asked: dict[str, str], code: str) -> None:
    """One of the three, and one that there was."""
    with pytest.raises(Refused) as refused:
        await read(**asked)
    assert refused.value.code == code
