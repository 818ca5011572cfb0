"""A command that comes again is answered as before; a refused one may be tried again."""

from datetime import timedelta

from eventkeep import vector
from eventkeep.handle import Facts, Handle
from eventkeep.keys import FileKeys
from eventkeep.refused import Refused
from eventkeep.store import Store
from tests.stores.kites import (
    ANNA,
    BO,
    OTHER_KITE,
    called,
    fly,
    handler,
    join,
    land,
    leave,
    refusal,
    told,
)


async def test_a_caller_who_named_another_version_is_refused(one: Handle, other: Handle) -> None:
    """… or refused where the caller named a version: the one at the head, not the one in a cache."""
    await one(join(), called())
    await other(join(BO), called())
    refused = await refusal(one(fly(), called(version=1)))
    assert (refused.code, refused.facts) == ("version_conflict", {"expected": "1", "version": "2"})
    assert (await one(fly(), called(version=2))).version == 3


async def test_an_accepted_command_with_a_version_answers_the_same_again(one: Handle, other: Handle) -> None:
    """The stream has moved since, by this very command: its repeat is no conflict."""
    call = called(version=0)
    answer = await one(join(), call)
    await one(join(BO), called())
    assert await one(join(), call) == answer
    assert await other(join(), call) == answer


async def test_a_reused_command_id_is_refused(one: Handle, other: Handle, store: Store) -> None:
    """The same id with other contents is refused, also where it would be refused or do nothing anyway."""
    call = called()
    await one(join(), call)
    for replica in (one, other):
        for command in (join(BO), fly(), fly(flyer=BO), leave(BO), land(OTHER_KITE), leave()):
            assert (await refusal(replica(command, call))).code == "command_id_reused"
    assert await told(store) == ["flyer-joined"]


async def test_a_repeat_is_known_by_what_it_says_not_by_when(one: Handle) -> None:
    """The edge sets the time anew for each call."""
    call = called()
    answer = await one(join(), call)
    assert await one(join().model_copy(update={"at": join().at + timedelta(hours=1)}), call) == answer


async def test_a_late_repeat_by_somebody_who_left_answers_the_same(one: Handle, other: Handle) -> None:
    """An accepted command answers the same again, whatever would become of it today."""
    call = called()
    await one(join(), called())
    answer = await one(fly(), call)
    await one(leave(), called())
    assert await one(fly(), call) == answer
    assert await other(fly(), call) == answer
    assert (await refusal(one(fly(), called()))).code == "not_a_flyer"


async def test_a_refused_command_may_be_tried_again_under_its_id(one: Handle, store: Store) -> None:
    """A refused one may be tried again: nothing of it was remembered."""
    call = called()
    assert (await refusal(one(fly(), call))).code == "not_a_flyer"
    await one(join(), called())
    assert (await one(fly(), call)).version == 2
    assert await told(store) == ["flyer-joined", "kite-flown"]


async def test_a_repeat_needs_no_facts(store: Store, keys: FileKeys, one: Handle) -> None:
    """Facts that can't be had now don't keep an accepted command from its answer."""

    async def facts(command: object, wanted: vector.Vector, deadline: float | None) -> Facts:
        raise Refused("lagging", "Not here yet.")

    call = called()
    answer = await one(join(), call)
    lagging = handler(store, keys, facts)
    assert await lagging(join(), call) == answer
    assert (await refusal(lagging(join(BO), called()))).code == "lagging"


async def test_a_forgotten_person_is_refused_and_the_rest_goes_on(
    one: Handle, store: Store, keys: FileKeys
) -> None:
    """Nothing new is sealed for who was forgotten; what was said is read on, and repeats are answered."""
    call = called()
    await one(join(), called())
    await one(join(BO), called())
    answer = await one(fly(), call)
    await keys.forget(ANNA)
    await one(land(), called())
    assert (await refusal(one(fly(), called()))).code == "person_forgotten"
    assert await one(fly(), call) == answer
    cold = handler(store, keys)
    assert await cold(fly(), call) == answer
    assert (await cold(fly(flyer=BO), called())).version == 5


async def test_a_command_that_learns_a_field_is_still_the_same(
    one: Handle, store: Store, keys: FileKeys
) -> None:
    """A repeat that comes after an update says no more than it did: what is left out is not part of it."""

    class Fly(fly().__class__):  # type: ignore[misc]
        with_tail: bool = False

    call = called()
    await one(join(), called())
    answer = await one(fly(), call)
    updated = handler(store, keys)
    assert await updated(Fly(**dict(fly())), call) == answer
    assert (await refusal(updated(Fly(**dict(fly()), with_tail=True), call))).code == "command_id_reused"
