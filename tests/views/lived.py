"""Long made-up lives of one family: what the deciders of all four services make true, as one tale."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import zip_longest

from contracts.shapes import Event
from eventkeep.refused import Refused
from services.overview.tale import Happened, happened
from tests.unit.deciders import CASES
from tests.unit.family import FAMILY
from tests.unit.lives import Life, stream_of
from tests.views.histories import SERVICES
from tests.views.tales import told, with_sealed_words

STEPS = 120


@cache
def lives() -> tuple[Sequence[Happened], ...]:
    """Four of them, always the same: what seldom happens in the first comes oftener in those after it."""
    done: Counter[type] = Counter()
    return tuple(_together(number, done) for number in range(4))


def _together(number: int, done: Counter[type]) -> Sequence[Happened]:
    """The lives of all four services, one event of each after the other, personal text sealed."""
    each_service = [list(_lived(service, number, done)) for service in SERVICES]
    mixed = [each for round_ in zip_longest(*each_service) for each in round_ if each is not None]
    return [
        happened(with_sealed_words(each))
        for each in told(*(event for event in mixed if getattr(event, "family", "") == FAMILY), days=0.5)
    ]


def _lived(service: str, number: int, done: Counter[type]) -> Iterator[Event]:
    """What became true of the family in one service."""
    life = Life(CASES[service], number, done)
    yield from life.case.beginning if number % 2 == 0 else ()
    for step in range(STEPS):
        life.moves_on(step)
        command = life.next()
        state, known = life.state(stream_of(command)), life.known(stream_of(command))
        try:
            events = life.case.decider.decide(
                state if known is None else replace(state, known=known), command
            )
        except Refused:
            continue
        life.took(command, events)
        yield from events
