"""Plays generated families through the public APIs, several at a time, and counts what came of it."""

import itertools
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from typing import Any

import grpc

from deploy.catalogue.loading import list_as_staff
from deploy.demo import scenario
from deploy.demo.scenario import Cast, NotAsTold, Step
from deploy.load.story import cast, cast_of_town
from deploy.platform.insistent import Insistent
from deploy.platform.issuer import Issuer
from eventkeep.refused import Refused

CALLERS = 32
_TOLD_EACH = 5.0
"""Seconds between two looks at how far it has come."""


@dataclass
class Figures:
    """What was done so far. `events` are those up to each family's last command; `refused` names each that went wrong."""

    families: int = 0
    commands: int = 0
    events: int = 0
    shown: int = 0
    sent_again: int = 0
    seconds: float = 0.0
    refused: list[str] = field(default_factory=list)

    def add(self, other: "Figures") -> None:
        """Takes in what another caller did."""
        self.families += other.families
        self.commands += other.commands
        self.events += other.events
        self.shown += other.shown
        self.sent_again += other.sent_again
        self.refused += other.refused


class Playing:
    """The families 1 to `count` of a seed, played by `callers` at once. Played again, they change nothing."""

    def __init__(
        self, addresses: Mapping[str, str], issuer: Issuer, seed: int, count: int, callers: int = CALLERS
    ) -> None:
        self._addresses, self._issuer, self._seed, self._callers = addresses, issuer, seed, callers
        self._numbers: Iterator[int] = iter(range(1, count + 1))
        self._turn = threading.Lock()
        self._stopped = threading.Event()
        self._figures = Figures()
        self._begun = time.monotonic()

    def run(self, told: Callable[[Figures], None] = lambda figures: None) -> Figures:
        """Registers the professionals, lists the offers, then plays. `told` hears now and then how far it has come."""
        self._begun = time.monotonic()
        with Insistent(self._addresses) as client:
            town = cast_of_town(self._seed, self._issuer)
            begun = _played(client, town, scenario.registered_professionals(town))
            if not begun.refused:
                _list_offers(client, self._issuer, begun)
            self._count(begun)
        with ThreadPoolExecutor(self._callers) as pool:
            running = [pool.submit(self._call) for _ in range(self._callers)]
            try:
                while wait(running, timeout=_TOLD_EACH).not_done:
                    told(self._figures)
            finally:
                self._stopped.set()
        for each in running:
            each.result()
        return self._figures

    def _call(self) -> None:
        """One caller: family after family."""
        with Insistent(self._addresses) as client:
            while (number := self._next()) is not None:
                before = client.failed
                figures = self._family(client, number)
                figures.sent_again = client.failed - before
                self._count(figures)

    def _next(self) -> int | None:
        with self._turn:
            return None if self._stopped.is_set() else next(self._numbers, None)

    def _count(self, figures: Figures) -> None:
        with self._turn:
            self._figures.add(figures)
            self._figures.seconds = time.monotonic() - self._begun

    def _family(self, client: Insistent, number: int) -> Figures:
        """Lives through a family; then one of those around it looks at the plan."""
        one = cast(self._seed, number, self._issuer)
        steps = itertools.chain(scenario.registered_persons(one), scenario.steps(one))
        figures = _played(client, one, itertools.takewhile(lambda _: not self._stopped.is_set(), steps))
        figures.families = 1
        if one.story["readers"] and not figures.refused and not self._stopped.is_set():
            try:
                client.plan(one.token(one.clerk), one.family, one.seen)
                figures.shown = 1
            except (Refused, grpc.RpcError) as wrong:
                figures.refused.append(f"{one.story['title']}, looking at the plan: {_why(wrong)}")
        return figures


def _played(client: Insistent, one: Cast, steps: Iterator[Step]) -> Figures:
    """Plays steps until one goes wrong: what comes after it rests on it."""
    figures, heads = Figures(), dict[tuple[str, str], int]()

    def told(step: Step, command_id: str, answer: Any) -> None:
        figures.commands += 1
        heads[_stream(client, step)] = answer.version

    for step in steps:
        try:
            scenario.play(client, one, step, told)
        except (Refused, NotAsTold, grpc.RpcError) as wrong:
            figures.refused.append(f"{one.story['title']}, {step.command}: {_why(wrong)}")
            break
    figures.events = sum(heads.values())
    return figures


def _list_offers(client: Insistent, issuer: Issuer, figures: Figures) -> None:
    try:
        list_as_staff(client, issuer)
    except (Refused, grpc.RpcError) as wrong:
        figures.refused.append(f"The municipality, listing its offers: {_why(wrong)}")


def _stream(client: Insistent, step: Step) -> tuple[str, str]:
    """The service and what the command is about: a family, or an entry of a register."""
    about = step.family if client.is_about_family(step.command) else ""
    return step.command.partition(".")[0], about or str(
        step.fields.get("person", step.fields.get("professional"))
    )


def _why(wrong: Exception) -> str:
    return f"{wrong.sentence} ({wrong.code})" if isinstance(wrong, Refused) else repr(wrong)
