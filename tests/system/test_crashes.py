"""Any process may die at any step: what was accepted stays, is done once, and everybody sees the same."""

import random
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from deploy.demo.scenario import Step
from deploy.platform.processes import SERVICES, Platform
from tests.system.conftest import Kept
from tests.system.keeper import Keeper
from tests.system.play import Insistent, all_steps, facts, lived_through, new_family, play, until
from tests.system.whole import assert_whole, rows_of

pytestmark = pytest.mark.long

WRITES = ("decided", "appended", "sent", "published", "recorded", "watermarked")
READS = ("journalled", "folded", "kept", "acknowledged")
"""The steps of a service that decides, and of everybody that listens."""
EACH = (*WRITES, *READS)


@pytest.fixture(scope="module")
def undisturbed(kept: Kept) -> Any:
    """The plan of a family to which nothing happened."""
    platform = kept.whole()
    return facts(platform, lived_through(platform))


def die_at(platform: Platform, steps: Mapping[str, str]) -> None:
    """Starts services again, to die at a step each."""
    with ThreadPoolExecutor(len(steps)) as starting:

        def again(service: str, step: str) -> None:
            platform.processes[service].kill()
            platform.start(service, settings={"HELHED_CRASH_AT": step})

        list(starting.map(again, steps, steps.values()))


def stir(platform: Platform, client: Insistent) -> None:
    """Another family is registered: something to hear of, where all that happened was heard of at once."""
    cast = new_family(platform)
    steps = all_steps(cast)
    registered = next(n for n, each in enumerate(steps) if each.command == "contacts.RegisterFamily")
    play(client, cast, steps[: registered + 1])


def death(step: str) -> str:
    """The second of a kind for what a service does about its own commands, a later one for what it hears."""
    return f"{step}:{6 if step in READS else 2}"


ROUNDS = [
    {
        **{
            service: death(EACH[(number + 3 * place) % len(EACH)])
            for place, service in enumerate(("contacts", "meetings", "plans", "progress"))
        },
        "overview": death(READS[number % len(READS)]),
    }
    for number in range(len(EACH))
]
"""Over the rounds each service dies once at each step, each time beside others that die elsewhere."""


def test_each_service_dies_at_each_step() -> None:
    steps = {service: {each[service] for each in ROUNDS} for service in SERVICES}
    assert steps.pop("overview") == set(map(death, READS))
    assert all(met == set(map(death, EACH)) for met in steps.values())


@pytest.mark.parametrize(
    "steps",
    [*ROUNDS, {"plans": "reacted:2"}, {"plans": "reacted_to_own:2"}],
    ids=lambda steps: "-".join(step.partition(":")[0] for step in steps.values()),
)
def test_services_die_at_some_step_and_nothing_is_lost_or_done_twice(
    platform: Platform, undisturbed: Any, steps: Mapping[str, str]
) -> None:
    die_at(platform, steps)
    with Keeper(platform) as keeper, Insistent(platform) as client:
        cast = lived_through(platform)
        until(lambda: keeper.died.keys() == steps.keys() or stir(platform, client), what="everybody died")
        assert_whole(platform)
    assert keeper.died == dict.fromkeys(steps, 1)
    assert facts(platform, cast) == undisturbed


@pytest.mark.parametrize("step", ["appended", "reacted"])
def test_a_reaction_is_done_once_though_the_process_dies_over_it(platform: Platform, step: str) -> None:
    cast = lived_through(platform)
    assert_whole(platform)
    die_at(platform, {"plans": step})
    with Keeper(platform, "plans") as keeper, Insistent(platform) as client:
        play(client, cast, [_CORRECTED])
        until(lambda: keeper.died["plans"], what=f"plans died at {step}")
        assert_whole(platform)
    events = rows_of(platform, "plans", "select value from events where stream = $1", f"family/{cast.family}")
    questions = [each for each in events if b'"type":"helhed.plans.approval-questioned.v1"' in each["value"]]
    assert len(questions) == 1


_CORRECTED = Step(
    "It turns out that no adult of the family came.",
    "karin",
    "meetings.CorrectAttendance",
    {
        "meeting": "@meeting",
        "attendees": [
            {"kind": "person", "id": "@viggo"},
            {"kind": "professional", "id": "@karin"},
            {"kind": "professional", "id": "@bent"},
        ],
        "reason": "list-was-wrong",
    },
)


@pytest.mark.parametrize("seed", range(2))
def test_processes_are_killed_at_random_while_families_live_their_stories(
    platform: Platform, undisturbed: Any, seed: int
) -> None:
    chance = random.Random(seed)
    told = threading.Event()

    def kill_some(keeper: Keeper) -> None:
        while not told.wait(chance.uniform(0.5, 4.0)):
            keeper.kill(chance.choice(SERVICES))

    with Keeper(platform) as keeper, ThreadPoolExecutor(4) as at_once:
        killer = threading.Thread(target=kill_some, args=(keeper,))
        killer.start()
        try:
            casts = list(at_once.map(lambda _: lived_through(platform, 180.0), range(4)))
        finally:
            told.set()
            killer.join()
        assert_whole(platform, 60.0)
    assert all(facts(platform, cast) == undisturbed for cast in casts)
