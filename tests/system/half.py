"""Stories that are told up to their middle, something happens, and they go on."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from deploy.demo.scenario import Cast, Step
from deploy.platform.processes import Platform
from tests.system.play import Insistent, all_steps, new_family, play, until


@dataclass
class Half:
    """A family, told up to the middle of its story, and the rest of it."""

    cast: Cast
    rest: list[Step]


def half_told(platform: Platform, upto: str) -> Half:
    """A family whose story is told up to its first step with this command."""
    cast = new_family(platform)
    steps = list(all_steps(cast))
    first = next(n for n, step in enumerate(steps) if step.command == upto)
    with Insistent(platform) as client:
        play(client, cast, steps[:first])
    return Half(cast, steps[first:])


def tell(platform: Platform, half: Half, count: int | None = None) -> None:
    """Goes on with a story."""
    now, half.rest = half.rest[:count], half.rest[count:] if count else []
    with Insistent(platform) as client:
        play(client, half.cast, now)


@contextmanager
def dies_at(platform: Platform, step: str, half: Half) -> Iterator[None]:
    """Plans dies at a step of the story's next command. Inside, it is dead; after that it is done."""
    platform.processes["plans"].stop()
    platform.start("plans", settings={"HELHED_CRASH_AT": step})
    with ThreadPoolExecutor(1) as beside:
        told = beside.submit(tell, platform, half, 1)
        until(lambda: not platform.processes["plans"].running, what=f"plans died at {step}")
        try:
            yield
        finally:
            platform.start("plans")
        told.result()
