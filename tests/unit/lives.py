"""A long life: what comes next in it, on which day, and what the others say by then."""

import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from contracts.shapes import Command, Event
from eventkeep.refused import Refused
from eventkeep.testing import folded
from tests.unit.choosing import Chooser, seen
from tests.unit.deciders import Case
from tests.unit.family import AT

BEGINS = ("Attach", "Add", "Establish", "Choose", "Draft", "Define", "Schedule", "Invite", "Fill")
"""Commands that much else rests on: they come often."""
ENDS = ("End", "Close", "Cancel", "Withdraw", "Remove", "Detach", "Vacate", "Achieve", "Split", "Merge")
"""Commands after which less is accepted: they come seldom."""
TRIES = 100
"""How many commands are thought of until one would be accepted."""
AS_IT_COMES, ANYTHING = 0.1, 0.1
"""How often a command is given that may be refused, and one that is about anything at all."""


def drawn(strategy: SearchStrategy[Any], number: int, most: int) -> list[Any]:
    """Some of what a strategy makes, always the same under a number."""
    found: list[Any] = []

    @seed(number)
    @settings(
        max_examples=most,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=[*HealthCheck],
    )
    @given(strategy)
    def draw(made: Any) -> None:
        found.append(made)

    draw()
    return found


@dataclass
class Life:
    """The states of one kind of stream, folded from what was accepted, and the facts of others."""

    case: Case
    number: int
    done: Counter[type[Command]]
    """How often each kind made something true, in this life and those before it."""
    now: datetime = AT
    states: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.number)
        self.service = self.case.events[0].wire.split(".")[1]
        self._known = drawn(self.case.known, self.number, 20)
        self._anything = [
            each for some in drawn(self.case.some_commands(6), self.number, 60) for each in some
        ]
        self._kinds = list(dict.fromkeys(type(each) for each in self.case.examples))
        self._base = self._known[0]
        beginning = () if self.number % 2 else self.case.beginning
        self.begun = folded(self.case.decider.evolve, self.case.decider.initial(), *beginning)
        """Where a stream begins: in every second life from nothing."""

    def moves_on(self, step: int) -> None:
        """Every tenth step it is later, and the others may say something else for a while."""
        if step % 10 == 0:
            self.now += timedelta(days=self.chance.choice([0, 1, 2, 10]))
            self._base = self.chance.choice(self._known) if step % 40 == 30 else self._known[0]

    def known(self, stream: str) -> Any:
        """What the others say by now."""
        return self.case.followed(self._base, self.state(stream))

    def state(self, stream: str) -> Any:
        """A stream's state by what was accepted."""
        return self.states.get(stream, self.begun)

    def next(self) -> Command:
        """A command that would be accepted, if one is found; some that may not be, and anything at all."""
        if self.chance.random() < ANYTHING:
            return self.chance.choice(self._anything)
        own = seen(self.states or {"": self.begun})
        chooser = Chooser(self.chance, own, seen(self._base), self.now, self.service)
        takes_any = self.chance.random() < AS_IT_COMES
        for _ in range(TRIES):
            command = self._thought_of(chooser)
            if takes_any or self._would_do(command):
                break
        return command

    def _thought_of(self, chooser: Chooser) -> Command:
        (kind,) = self.chance.choices(self._kinds, [self._weight(kind) for kind in self._kinds])
        example = self.chance.choice([each for each in self.case.examples if type(each) is kind])
        return chooser.like(example)

    def _weight(self, kind: type[Command]) -> float:
        """The more seldom it was done, the likelier it comes."""
        weight = 0.1 if kind.__name__.startswith(ENDS) else 5 if kind.__name__.startswith(BEGINS) else 1
        return weight / (1 + self.done[kind])

    def _would_do(self, command: Command) -> bool:
        stream = stream_of(command)
        state, known = self.state(stream), self.known(stream)
        state = state if known is None else replace(state, known=known)
        try:
            return bool(self.case.decider.decide(state, command))
        except Refused:
            return False

    def took(self, command: Command, events: Iterable[Event]) -> None:
        """What an accepted command made true."""
        stream, events = stream_of(command), [*events]
        self.states[stream] = folded(self.case.decider.evolve, self.state(stream), *events)
        self.done[type(command)] += bool(events)


def stream_of(command: Command) -> str:
    """The stream on which a command is decided."""
    return f"{command.stream}/{getattr(command, command.stream)}"
