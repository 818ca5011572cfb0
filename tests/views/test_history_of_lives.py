"""The history of long made-up lives: whatever is told in personal words stood in the shared plan at some time."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

import pytest

from contracts.ids import FamilyId
from contracts.shapes import Event
from eventkeep.refused import Refused
from services.overview.family_plan import FAMILY_PLAN
from services.overview.history import document
from services.overview.sentences import TOLD, Language
from services.overview.tale import Happened, happened
from tests.unit.deciders import CASES
from tests.unit.family import FAMILY
from tests.unit.lives import Life, stream_of
from tests.views.histories import SERVICES
from tests.views.shown import teller
from tests.views.tales import sealed_in, told, with_sealed_words

STEPS = 120


def lived(service: str, number: int, done: Counter[type]) -> Iterator[Event]:
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


def together(number: int, done: Counter[type]) -> Sequence[Happened]:
    """The lives of all four services, one event of each after the other, personal text sealed."""
    lives = [list(lived(service, number, done)) for service in SERVICES]
    mixed = [each for round_ in zip_longest(*lives) for each in round_ if each is not None]
    return [
        happened(with_sealed_words(each))
        for each in told(*(event for event in mixed if getattr(event, "family", "") == FAMILY), days=0.5)
    ]


def other_homes(tale: Sequence[Happened]) -> set[str]:
    """Every other family that an event names."""
    named = {value for each in tale for _, value in each.event if isinstance(value, FamilyId)}
    return {str(each) for each in named} - {FAMILY}


@pytest.mark.made_up
def test_nothing_is_told_in_words_that_the_plan_never_showed() -> None:
    """INV-36, INV-61, X-06: over all that the deciders make true."""
    done: Counter[type] = Counter()
    seen: set[type[Event]] = set()
    homes: set[str] = set()
    for number in range(4):
        tale = together(number, done)
        parts = {service: fold.initial() for service, fold in FAMILY_PLAN.folds.items()}
        shown: set[str] = set()
        for each in tale:
            service = teller(each.event)
            parts[service] = FAMILY_PLAN.folds[service].evolve(parts[service], each.event)
            shown |= sealed_in(str(FAMILY_PLAN.derive(parts)))
        homes |= other_homes(tale)
        seen |= {type(each.event) for each in tale}
        for language in Language:
            history = str(document(tale, language))
            assert sealed_in(history) <= shown
            assert not [home for home in other_homes(tale) if home in history]
    assert homes
    assert len(seen & TOLD.keys()) > 0.8 * len(TOLD), sorted(each.__name__ for each in TOLD.keys() - seen)
