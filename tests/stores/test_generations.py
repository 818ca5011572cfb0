"""A view is folded anew beside the one that is shown, and takes its place: nothing is lost, and nobody is taken back."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from contracts.contacts.events import FamilyEvent, ProfessionalAttached
from eventkeep import generations
from eventkeep.likeness import Likeness
from eventkeep.refused import Refused
from eventkeep.view import Fold
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.overview.people import People
from services.overview.people import evolve as people_of
from tests.stores.shown import FAMILIES, Overview, finish, overview
from tests.unit.family import ULLA

OURS = "select count(*) from views where view = $1"
BESIDE, KEPT = "family-plan.beside", "family-plan.kept"


@pytest_asyncio.fixture
async def held(postgres: str, tmp_path: Path) -> AsyncIterator[Overview]:
    async with overview(postgres, tmp_path) as found:
        yield found


async def test_it_is_folded_beside_while_events_arrive_and_nobody_notices_the_switch(held: Overview) -> None:
    """X-09: the same bytes, the same hash and the same state for every family."""
    live, anew = held.journal(), held.anew()
    assert await anew.begin() == len(FAMILIES)
    await anew.some()
    await held.keep(live, FAMILIES[:6], 4)
    assert (await held.read(FAMILIES[0])).vector == {"contacts": 4}, "what is shown goes on"
    await finish(anew)
    before = await held.all()
    await held.keep(live, FAMILIES[6:9], 4)  # and now the switch finds something that is still due
    after = await held.all()
    switched = await anew.switch()
    assert (switched.done, switched.same, dict(switched.found)) == (True, len(FAMILIES), {})
    assert await held.all() == after != before
    await held.keep(live, FAMILIES[:9], 5)
    assert {shown.vector["contacts"] for shown in (await held.all())[:9]} == {5}
    assert await held.count(OURS, KEPT) == len(FAMILIES)


async def test_how_far_it_is_is_told_and_how_long_it_takes_yet_once_something_is_folded(
    held: Overview,
) -> None:
    anew = held.anew(at_once=4)
    await anew.begin()
    first = await anew.progress()
    assert (first.families, first.due, first.seconds_left) == (len(FAMILIES), len(FAMILIES), None)
    await anew.some()
    some = await anew.progress()
    assert (some.families, some.due) == (len(FAMILIES), len(FAMILIES) - 4)
    assert some.seconds_left is not None
    assert some.seconds_left > 0
    await finish(anew)
    last = await anew.progress()
    assert (last.families, last.due, last.seconds_left) == (len(FAMILIES), 0, 0)


async def test_what_was_changed_behind_our_back_is_told_and_shown_only_when_somebody_says_so(
    held: Overview,
) -> None:
    right = await held.read(FAMILIES[2])
    await held.pool.execute(
        "update views set document = '{}' where view = 'family-plan' and family = $1", FAMILIES[2]
    )
    wrong, others = await held.read(FAMILIES[2]), await held.read(FAMILIES[3])
    anew = held.anew()
    await anew.begin()
    await finish(anew)
    refused = await anew.switch()
    assert (refused.refused, refused.found) == (True, {Likeness.OTHER: [FAMILIES[2]]})
    assert await held.read(FAMILIES[2]) == wrong

    assert (await anew.switch(force=True)).done
    now = await held.read(FAMILIES[2])
    assert (now.document, now.hash, now.state_no) == (right.document, right.hash, wrong.state_no + 1)
    assert await held.read(FAMILIES[3]) == others
    await held.keep(held.journal(), FAMILIES, 4)
    assert (await held.read(FAMILIES[2])).state_no == wrong.state_no + 2

    with pytest.raises(LookupError, match="still kept"):
        await held.anew().begin()
    back = held.anew()
    assert await back.begin(from_kept=True) == len(FAMILIES), "those that moved since"
    await finish(back)
    assert (await back.switch()).done
    assert await held.count(OURS, BESIDE) == 0


async def test_whoever_dies_in_the_middle_is_followed_by_the_next_one(held: Overview) -> None:
    first = held.anew()
    await first.begin()
    await first.some()
    second = held.anew()
    assert await second.begin() == len(FAMILIES)
    assert (await second.progress()).due == len(FAMILIES) - 4
    await finish(second)
    assert (await second.switch()).done


async def test_two_at_once_share_the_work_and_each_family_is_folded_by_one(held: Overview) -> None:
    one, other = held.anew(at_once=1), held.anew(at_once=1)
    await one.begin()
    await other.begin()
    done: list[int] = []

    async def work(by: int) -> None:
        while count := await (one, other)[by].some():
            done.extend([by] * count)

    await asyncio.gather(work(0), work(1))
    assert len(done) == len(FAMILIES)
    assert set(done) == {0, 1}
    states = await held.pool.fetch("select state_no from views where view = $1", BESIDE)
    assert [row["state_no"] for row in states] == [1] * len(FAMILIES)


async def test_what_the_journal_lacks_is_told_and_what_is_shown_stays(held: Overview) -> None:
    shown = await held.read(FAMILIES[1])
    await held.pool.execute("delete from journal where family = $1", FAMILIES[1])
    await held.pool.execute("delete from journal_heads where family = $1", FAMILIES[1])
    anew = held.anew()
    assert await anew.begin() == len(FAMILIES) - 1
    await finish(anew)
    refused = await anew.switch()
    assert refused.found == {Likeness.LACKING: [FAMILIES[1]]}
    assert (await anew.switch(force=True)).done
    assert await held.read(FAMILIES[1]) == shown


async def test_a_new_version_takes_over_at_once_and_the_old_one_is_shown_nowhere_any_more(
    held: Overview,
) -> None:
    newer = replace(FAMILY_PLAN, version=FAMILY_PLAN.version + 1)
    old, new = held.journal(), held.journal(newer)
    await old.enrol()
    await new.enrol()
    await held.keep(old, FAMILIES[:4], 4)
    await held.keep(new, FAMILIES[4:8], 4)  # it owns other partitions
    with pytest.raises(Refused, match="shown_elsewhere"):
        await held.read(FAMILIES[0], newer)
    assert (await held.read(FAMILIES[0])).vector == {"contacts": 4}
    assert await old.catch_up(100) == 4, "what the newer process kept is folded by the older one"
    assert (await held.read(FAMILIES[4])).vector == {"contacts": 4}
    before = await held.all()
    while await new.catch_up(100):
        pass
    assert not await new.shows()
    assert [each.done for each in await new.switch()] == [True]
    assert await new.shows()
    assert not await old.shows()
    after = await held.all(newer)
    assert all(a.state_no == b.state_no + 1 for a, b in zip(after, before, strict=True))
    assert [a.vector for a in after] == [b.vector for b in before]
    with pytest.raises(Refused, match="shown_elsewhere"):
        await held.read(FAMILIES[0])
    await held.keep(old, FAMILIES[:2], 5)  # it still owns its partitions
    assert (await held.read(FAMILIES[0], newer)).holes, "what is known and not folded is told"
    assert await new.catch_up(100)
    assert (await held.read(FAMILIES[0], newer)).vector == {"contacts": 5}


async def test_the_version_before_takes_over_again_only_when_it_is_told_to(held: Overview) -> None:
    newer = replace(FAMILY_PLAN, version=FAMILY_PLAN.version + 1)
    old, new = held.journal(), held.journal(newer)
    await new.enrol()
    while await new.catch_up(100):
        pass
    await new.switch()
    last = await held.all(newer)
    await held.keep(new, FAMILIES[:3], 4)
    await old.enrol()
    assert not await old.shows()
    assert await old.switch() == []
    told = held.anew()
    assert await told.begin() == 3, "the others stand where they stood"
    await finish(told)
    assert (await told.switch()).done
    assert await old.shows()
    now = await held.all()
    assert all(a.state_no > b.state_no for a, b in zip(now, last, strict=True))


async def test_a_version_that_fails_where_the_one_before_did_not_is_not_shown(held: Overview) -> None:
    def derive(parts: object) -> dict[str, object]:
        raise KeyError("what nobody thought of")

    newer = replace(FAMILY_PLAN, version=FAMILY_PLAN.version + 1, derive=derive)
    new = held.journal(newer)
    await new.enrol()
    while await new.catch_up(100):
        pass
    [switched] = await new.switch()
    assert switched.refused
    assert switched.found == {Likeness.LACKING: FAMILIES}
    assert (await held.read(FAMILIES[0])).state_no


async def test_what_stands_still_keeps_its_last_good_state_in_the_next_version_too(held: Overview) -> None:
    def evolve(people: People, event: FamilyEvent) -> People:
        if isinstance(event, ProfessionalAttached) and event.professional == ULLA:
            raise KeyError("nobody thought of Ulla")
        return people_of(people, event)

    failing = replace(FAMILY_PLAN, folds={**FAMILY_PLAN.folds, "contacts": Fold(People, evolve)})
    await held.keep(held.journal(failing), FAMILIES[:1], 4)
    before = await held.read(FAMILIES[0])
    assert before.parked
    newer = replace(failing, version=FAMILY_PLAN.version + 1)
    new = held.journal(newer)
    await new.enrol()
    while await new.catch_up(100):
        pass
    [switched] = await new.switch()
    assert (switched.done, switched.found) == (True, {Likeness.PARKED: FAMILIES[:1]})
    after = await held.read(FAMILIES[0], newer)
    assert (after.document, after.vector, after.state_no) == (
        before.document,
        before.vector,
        before.state_no + 1,
    )
    assert after.parked


async def test_a_paused_view_is_shown_as_stale_and_catches_up_and_access_is_never_paused(
    held: Overview,
) -> None:
    live = held.journal()
    await generations.pause(held.pool, FAMILY_PLAN, "disk full")
    await held.keep(live, FAMILIES, 4)
    shown = await held.read(FAMILIES[0])
    assert (shown.vector, shown.parked) == ({"contacts": 3}, "paused: disk full")
    assert (await held.read(FAMILIES[0], ACCESS)).vector == {"contacts": 4}
    with pytest.raises(LookupError, match="never paused"):
        await generations.pause(held.pool, ACCESS, "disk full")
    assert await held.journal().catch_up(100) == 0, "also by a process that was started meanwhile"

    await generations.pause(held.pool, FAMILY_PLAN, None)
    assert await live.catch_up(100) == len(FAMILIES)
    shown = await held.read(FAMILIES[0])
    assert (shown.vector, shown.parked) == ({"contacts": 4}, None)


async def test_what_is_kept_goes_when_somebody_says_so_and_what_is_shown_never(held: Overview) -> None:
    anew = held.anew()
    await anew.begin()
    await finish(anew)
    await anew.switch()
    async with held.pool.acquire() as connection:
        assert await generations.drop(connection, (KEPT, FAMILY_PLAN.version)) == len(FAMILIES)
        with pytest.raises(LookupError):
            await generations.drop(connection, (FAMILY_PLAN.name, FAMILY_PLAN.version))
    assert await held.count("select count(*) from views") == 2 * len(FAMILIES)
