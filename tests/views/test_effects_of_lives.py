"""What works in made-up lives, held against a reckoning by hand that shares no code with it. INV-68, X-08."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings

from contracts.progress.events import ProgressRegistered, RegistrationCorrected
from services.overview.outcomes.effects import Ages, effects
from services.overview.outcomes.tally import Tally
from tests.views.effects_by_hand import EffectsByHand, Moved
from tests.views.family_courses import course_of
from tests.views.made_courses import Made, tried

Counted = dict[tuple[str, str], tuple[int | Fraction, ...]]


def counted(made: Made) -> Counted:
    """As overview counts: how many went up of how many, from what to what, and the family's own share."""
    found = effects(course_of(made.life, made.forgotten), made.day)
    return {(kind, str(ages)): _plain(each) for (kind, ages), each in found.items()}


def _plain(each: Tally) -> tuple[int | Fraction, ...]:
    waiting = (each.not_yet, each.not_measurable)
    return each.met, each.decided, *waiting, each.before, each.now, each.shares, each.families


def by_hand(made: Made) -> Counted:
    """As somebody counts who reads all that was said."""
    moved = EffectsByHand(made.life, made.day, made.forgotten).moved()
    found = {(each.kind, each.ages) for each in moved}
    return {of: _summed([each for each in moved if (each.kind, each.ages) == of]) for of in found}


def _summed(moved: list[Moved]) -> tuple[int | Fraction, ...]:
    rose = len([each for each in moved if each.now > each.before])
    before, now = sum(each.before for each in moved), sum(each.now for each in moved)
    return rose, len(moved), 0, 0, before, now, Fraction(rose, len(moved)), 1


@settings(max_examples=120, deadline=None)
@given(tried())
def test_what_works_is_as_counted_by_hand(made: Made) -> None:
    assert counted(made) == by_hand(made)


@pytest.mark.long
def test_what_works_in_thousands_of_lives_is_as_counted_by_hand() -> None:
    """In them each age group goes up and doesn't, for each kind of intervention; corrections turn what is counted."""
    seen: Counter[tuple[str, ...]] = Counter()

    @settings(max_examples=3_000, deadline=None, database=None, derandomize=True)
    @given(tried())
    def look(made: Made) -> None:
        now = counted(made)
        assert now == by_hand(made)
        for (kind, ages), (met, decided, *_) in now.items():
            seen[ages, "went up"] += int(met)
            seen[ages, "did not"] += int(decided - met)
            seen[(kind,)] += 1
        for name, kept in (("corrected", False), ("taken back", True)):
            seen[(name,)] += now != counted(without(made, taken_back=kept))

    look()
    wanted: set[tuple[str, ...]] = {(str(ages), how) for ages in Ages for how in ("went up", "did not")}
    wanted |= {("company-placement",), ("talks",), ("unspecified",), ("corrected",), ("taken back",)}
    assert {key for key in wanted if not seen[key]} == set()


def without(made: Made, taken_back: bool) -> Made:
    """The same life, in which nobody corrected what was registered of how it goes, or nobody took it back."""
    names = {str(e.registration) for _, e in made.life if isinstance(e, ProgressRegistered)}
    life = [
        (day, event)
        for day, event in made.life
        if not (
            isinstance(event, RegistrationCorrected)
            and event.corrects in names
            and event.taken_back == taken_back
        )
    ]
    return replace(made, life=life)
