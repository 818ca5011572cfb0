"""What moved, in words: each view apart, going back as plainly as going forward, and nothing that wasn't scored. INV-59."""

import pytest

from services.overview.web.curve import HIGH, LOW, TOP, curve
from services.overview.web.language import Language
from services.overview.web.scores import Line, Scores, scores_of
from services.overview.web.what_moved import sentences
from tests.web.shown import NOW

DANISH, ENGLISH = Language("da", NOW), Language("en", NOW)
UP, DOWN, SAME, NEW, ONCE = Scores(6, 2), Scores(2, 4), Scores(3, 3), Scores(5, None, True), Scores(5)


def line(citizen: Scores | None, professional: Scores | None = None, name: str = "Sleep.") -> Line:
    """A goal of Bo's."""
    return Line("1.1", name, True, "Bo", citizen, professional)


def test_then_is_the_very_first_time() -> None:
    """A28: whatever day it is read; what lies between stands in the curve."""
    assert scores_of([]) is None
    assert scores_of([("2022-01-01", 2, False), ("2024-01-01", 5, True), ("2024-03-01", 4, False)]) == Scores(
        4, 2, False, True
    )
    assert scores_of([("2024-01-01", 2, False)]) == Scores(2)


def test_what_the_rest_was_scored_before_is_new() -> None:
    """A29: an axis that came later; in the first sitting nothing is."""
    made = [("2024-03-01", 5, False)]
    assert scores_of(made, "2024-01-01") == Scores(5, None, True)
    assert scores_of(made, "2024-03-01") == Scores(5)


def test_nothing_is_drawn_outside_of_the_picture() -> None:
    """A27: a score of before there was a scale lies at the edge, says what it is, and that it lies beyond."""
    made = (("citizen", "2024-01-01", 45), ("citizen", "2024-01-08", -7), ("professional", "2024-01-08", 10))
    drawn = curve(made)
    assert drawn is not None
    assert drawn.beyond
    of_citizen, of_professional = drawn.lines
    assert [(point.y, point.score) for point in of_citizen.points] == [(TOP, 45), (LOW, -7)]
    assert [point.y for point in of_professional.points] == [TOP]
    assert all(0 <= line.label <= HIGH for line in drawn.lines)
    early = scores_of([(day, score, False) for whose, day, score in made if whose == "citizen"])
    assert early is not None
    assert (early.drawn, early.now, early.first, early.beyond) == ((0, 10), -7, 45, True)
    inside = curve((("citizen", "2024-01-01", 0), ("citizen", "2024-01-08", 10)))
    assert inside is not None
    assert not inside.beyond


@pytest.mark.parametrize(
    ("scores", "danish", "english"),
    [
        (UP, "4 op", "up 4"),
        (DOWN, "2 ned", "down 2"),
        (SAME, "uændret", "unchanged"),
        (NEW, "nyt", "new"),
        (ONCE, "første tal", "first score"),
    ],
    ids=["up", "down", "same", "new", "once"],
)
def test_how_far_it_moved_is_said_alike_up_and_down(scores: Scores, danish: str, english: str) -> None:
    assert (scores.moved(DANISH), scores.moved(ENGLISH)) == (danish, english)


@pytest.mark.parametrize(
    ("own", "other", "apart"), [(4, 5, False), (4, 6, True), (6, 4, True), (4, 4, False)]
)
def test_two_apart_is_worth_a_talk(own: int, other: int, apart: bool) -> None:
    """INV-59: where both have scored."""
    assert line(Scores(own), Scores(other)).apart is apart
    assert line(Scores(own)).apart is False


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], []),
        ([line(None)], []),
        ([line(UP, SAME)], ["One goal has gone forward."]),
        ([line(UP), line(SAME, UP), line(UP, UP)], ["Three goals have gone forward."]),
        ([line(UP)] * 12, ["12 goals have gone forward."]),
        ([line(UP, DOWN)], ["1.1 »Sleep« has gone back, as the professional sees it."]),
        ([line(DOWN, UP)], ["1.1 »Sleep« has gone back, as Bo sees it."]),
        ([line(DOWN, DOWN)], ["1.1 »Sleep« has gone back, as both Bo and the professional see it."]),
        ([line(UP), line(NEW, name="Eat")], ["One goal has gone forward.", "New: 1.1 »Eat«."]),
        ([line(SAME), line(SAME, SAME)], ["The scores stand where they stood."]),
        ([line(ONCE, ONCE)], ["These are the first scores."]),
    ],
)
def test_the_sentence_counts_what_went_forward_and_names_what_went_back(
    lines: list[Line], said: list[str]
) -> None:
    """A45, INV-59: what one view saw go back is no progress, whatever the other saw."""
    assert sentences(lines, "goals", ENGLISH) == said


def test_it_is_said_in_danish_too() -> None:
    """Of areas that aren't the plan's words, without a number."""
    area = Line("1", "Job", False, "Bo", DOWN, None)
    assert sentences([line(UP), line(UP)], "sub-goals", DANISH) == ["To delmål er gået frem."]
    assert sentences([area], "areas", DANISH) == ["Job er gået tilbage, som Bo ser det."]
