"""Stories played by somebody who doesn't give up: what fails for now is sent again, under the same id."""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from typing import Any

from deploy.demo import scenario
from deploy.demo.scenario import Cast, Step
from deploy.platform import insistent
from deploy.platform.client import Client
from deploy.platform.processes import SERVICES, Platform
from eventkeep.clock import HERE, turn

STORY = scenario.FILES / "going_well.yaml"
WHEN = datetime(2025, 11, 22, 12, tzinfo=HERE)
"""When the story's first weeks are over: what is agreed in it is due later."""


class Insistent(insistent.Insistent):
    """A client of a platform that sends a call again for as long as it fails for now."""

    def __init__(self, platform: Platform, seconds: float = 60.0, **instead: str) -> None:
        """`instead` names the process to call in place of a service's first: `plans="plans-1"`."""
        named = {service: platform.address(instead.get(service, service)) for service in SERVICES}
        super().__init__(named, seconds)


def addresses(platform: Platform) -> dict[str, str]:
    """Where each service is."""
    return {service: platform.address(service) for service in SERVICES}


def all_steps(cast: Cast) -> Sequence[Step]:
    """Everything that happens in the story, registrations first."""
    return [*scenario.registrations(cast), *scenario.steps(cast)]


def play(
    client: Client, cast: Cast, steps: Sequence[Step], seen: Callable[[str], None] | None = None
) -> None:
    """Plays these steps. `seen` is told each command id once it was accepted."""
    for step in steps:
        scenario.play(client, cast, step, lambda _, command_id, __: seen(command_id) if seen else None)


def new_family(platform: Platform) -> Cast:
    """A family of the story, with ids of its own."""
    turn(platform.clock, WHEN)
    return scenario.read(STORY, platform.issuer)


def lived_through(platform: Platform, seconds: float = 60.0) -> Cast:
    """A family that the whole story happened to."""
    cast = new_family(platform)
    with Insistent(platform, seconds) as client:
        play(client, cast, all_steps(cast))
    return cast


def facts(platform: Platform, cast: Cast, reader: str = "karin") -> Any:
    """The plan as a reader sees it, with names in place of ids: the same for every family of a story."""
    with Insistent(platform) as client:
        shown = client.plan(cast.token(reader), cast.family, cast.seen)
    names = {identity: name for name, identity in cast.ids.items()}
    return _named(json.loads(shown.plan), names)


def _named(node: Any, names: dict[str, str]) -> Any:
    if isinstance(node, dict):
        return {names.get(key, key): _named(value, names) for key, value in node.items()}
    if isinstance(node, list):
        return [_named(value, names) for value in node]
    return names.get(node, node) if isinstance(node, str) else node


def until(condition: Callable[[], Any], seconds: float = 30.0, what: str = "") -> Any:
    """Waits for a condition and returns what it says. AssertionError at the deadline."""
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < deadline, f"not within {seconds:.0f} s: {what or condition}"
        time.sleep(0.05)
    return found


def log_lines(platform: Platform, name: str, event: str) -> Iterator[dict[str, Any]]:
    """The lines of a process' log that tell of an event."""
    for line in platform.processes[name].log.read_text(errors="replace").splitlines():
        if line.startswith("{") and json.loads(line).get("event") == event:
            yield json.loads(line)
