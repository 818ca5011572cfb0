"""What a programme does: trainings, guides, targets, money, pilot cases; one rule at a time."""

import pytest

from contracts.progress.events import (
    Attendee,
    PilotCaseMarked,
    Verdict,
)
from contracts.progress.targets import TARGETS, Need, Target
from services.progress.pilots import MarkPilotCase
from tests.unit.family import (
    AT,
    BY_INFORMED,
    FAMILY,
    PASSER_BY,
    TOMAS,
    professional,
)
from tests.unit.programmes import (
    AGREE,
    PUBLISHED,
    READ,
    STATE,
    STATED,
    TODAY,
    TRAIN,
    TRAINED,
    WAS_READ,
)
from tests.unit.test_progress_domain import how_it_goes
from tests.unit.test_progress_programme import begun, but


def test_who_took_part_is_corrected_and_nobody_twice() -> None:
    """R54, M09, M12, M13, C18, C63, C64."""
    fewer = TRAIN.attended[:1]
    begun(TRAINED).when(but(TRAIN, attended=fewer)).then(but(TRAINED, attended=fewer))
    twice = (*TRAIN.attended, Attendee(professional=TOMAS, department="social"))
    begun().when(but(TRAIN, attended=twice)).refused("attended_twice")


def test_everybody_says_which_version_of_a_guide_he_or_she_has_read() -> None:
    """A33, A34: without any role; once; never of what is not published, nor of less than before."""
    begun(PUBLISHED).when(READ).then(WAS_READ).when(READ).then()
    begun().when(READ).refused("guide_version_unknown")
    newer = but(PUBLISHED, version=2)
    begun(PUBLISHED, newer, but(WAS_READ, version=2)).when(READ).then()
    begun(PUBLISHED, newer, WAS_READ).when(but(READ, version=2)).then(but(WAS_READ, version=2))
    begun(PUBLISHED).when(but(READ, guide="network-meeting")).refused("guide_version_unknown")


@pytest.mark.parametrize(
    ("expected", "measured", "verdict"),
    [
        (100, 99, Verdict.MET),
        (100, -1, Verdict.PARTLY_MET),
        (100, 100, Verdict.NOT_MET),
        (100, 100, Verdict.NOT_YET_DUE),
        (100, 40, Verdict.NOT_MEASURABLE),
        (100, None, Verdict.MET),
        (100, None, Verdict.NOT_MET),
    ],
)
def test_no_verdict_stands_against_the_numbers(
    expected: int | None, measured: int | None, verdict: Verdict
) -> None:
    """T21, T22: what was not reached is never said to be."""
    said = but(STATE, expected=expected, measured=measured, verdict=verdict)
    begun().when(said).refused("verdict_against_numbers")


@pytest.mark.parametrize(
    ("expected", "measured", "verdict"),
    [
        (100, 100, Verdict.MET),
        (100, 40, Verdict.PARTLY_MET),
        (100, 40, Verdict.NOT_MET),
        (100, None, Verdict.NOT_YET_DUE),
        (100, None, Verdict.NOT_MEASURABLE),
        (None, None, Verdict.PARTLY_MET),
    ],
)
def test_a_verdict_says_what_the_numbers_say(
    expected: int | None, measured: int | None, verdict: Verdict
) -> None:
    """T21 to T23: where it isn't about money there are none."""
    said = {"expected": expected, "measured": measured, "verdict": verdict}
    begun().when(but(STATE, **said)).then(but(STATED, **said))


def test_a_share_is_of_a_hundred() -> None:
    """INV-54, Q19: a number of citizens may be more; what the sources say needs no saying."""
    begun().when(but(AGREE, needed=101)).refused("share_above_a_hundred")
    begun().when(but(AGREE, target=Target.T13, needed=120)).then()
    begun().when(but(AGREE, needed=70)).then()


def test_every_target_of_the_sources_stands_in_the_table() -> None:
    """T01 to T14, T24: with the numbers that the sources name."""
    assert [*TARGETS] == [*Target]
    needed = {each: TARGETS[each].needed for each in Target if TARGETS[each].needed not in (0, 100)}
    assert needed == {
        Target.T02: 70,
        Target.T03: 70,
        Target.T05: 30,
        Target.T11: 50,
        Target.T13: 120,
        Target.T14: 35,
    }
    assert {each for each in Target if TARGETS[each].programme} == {Target.T13, Target.T14}
    assert all(0 <= each.needed <= 100 for each in TARGETS.values() if each.need is Need.SHARE)


def test_the_model_is_tried_with_a_family() -> None:
    """T16: once for each programme, by whoever is attached."""
    mark = MarkPilotCase(by=BY_INFORMED, at=AT, family=FAMILY, programme="familier-paa-vej")
    marked = PilotCaseMarked(family=FAMILY, programme="familier-paa-vej", marked_on=TODAY)
    other = but(mark, programme="barn-paa-vej")
    after = how_it_goes().when(mark).then(marked)
    after.when(mark).then()
    after.when(other).then(but(marked, programme="barn-paa-vej"))
    how_it_goes().when(but(mark, by=professional(PASSER_BY))).refused("not_around_family")
