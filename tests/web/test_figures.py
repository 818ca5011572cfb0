"""The wheel and the curves: what is drawn is what was scored, and where too little was, nothing is."""

import pytest

from services.overview.web.curve import LOW, curve, height
from services.overview.web.scores import Line, Scores
from services.overview.web.wheel import EDGE, HOLE, STEP, wheel

ROSE = Scores(6, 2)


def axes(*both: tuple[Scores | None, Scores | None], name: str = "Sleep") -> list[Line]:
    """An axis for each, numbered from 1: the citizen's scores and the professional's."""
    return [
        Line(str(number), name, True, "Bo", citizen, professional)
        for number, (citizen, professional) in enumerate(both, start=1)
    ]


def test_the_wheel_has_a_half_sector_for_each_view_clockwise_from_the_top() -> None:
    drawn = wheel(axes((ROSE, Scores(3, 3)), (None, Scores(0)), (None, None)))
    assert drawn is not None
    assert [(each.view, each.score) for each in drawn.wedges] == [
        ("citizen", 6),
        ("professional", 3),
        ("professional", 0),
    ]
    citizen, professional, none = drawn.wedges
    assert citizen.x < 0 < professional.x
    assert citizen.y < 0
    assert professional.y < 0
    assert f"{HOLE + 6 * STEP:.1f}" in citizen.now
    assert citizen.then is not None
    assert f"{HOLE + 2 * STEP:.1f}" in citizen.then
    assert professional.then is not None, "it stands where it stood, and that is seen"
    assert f"{HOLE + 3 * STEP:.1f}" in professional.then
    assert none.then is None, "what is new has no then"
    assert f"{HOLE + 2:.1f}" in none.now, "nought is seen, too"
    assert [each.number for each in drawn.spokes] == ["1", "2", "3"]
    assert drawn.spokes[0].x == 0
    assert drawn.spokes[0].y < -EDGE
    assert drawn.rings[-1] == EDGE
    assert len(drawn.borders) == 3


def test_names_stand_away_from_the_rim_and_are_cut_where_there_is_no_room() -> None:
    drawn = wheel(axes(*[(ROSE, None)] * 4, name="We all have supper together on weekdays"))
    assert drawn is not None
    assert [each.anchor for each in drawn.spokes] == ["middle", "start", "middle", "end"]
    assert {each.name for each in drawn.spokes} == {"We all have supper to…"}
    assert {each.line.name for each in drawn.spokes} == {"We all have supper together on weekdays"}


@pytest.mark.parametrize(("lines", "there"), [(2, False), (3, True), (10, True), (11, False)])
def test_with_too_few_axes_or_too_many_there_is_the_table_alone(lines: int, there: bool) -> None:
    """A28, A29."""
    assert (wheel(axes(*[(ROSE, None)] * lines)) is not None) is there
    assert wheel(axes(*[(None, None)] * lines)) is None, "nor before anything is scored"


def test_a_curve_spans_its_days_and_all_of_the_scale() -> None:
    drawn = curve(
        [
            ("citizen", "2026-03-11", 10),
            ("professional", "2026-03-01", 0),
            ("citizen", "2026-03-01", 5),
            ("professional", "2026-03-06", 9),
        ]
    )
    assert drawn is not None
    assert (drawn.first, drawn.last) == ("2026-03-01", "2026-03-11")
    citizen, professional = drawn.lines
    assert [point.score for point in citizen.points] == [5, 10]
    assert citizen.path == f"M 40.0 {height(5)} L 500.0 {height(10)}"
    assert [point.x for point in professional.points] == [40, 270], "true days: the sixth is in the middle"
    assert professional.points[0].y == LOW
    assert abs(citizen.label - professional.label) >= 20, "no label lies on the other"


def test_scores_of_one_day_are_no_curve() -> None:
    assert curve([("citizen", "2026-03-01", 5), ("professional", "2026-03-01", 6)]) is None
    assert curve([]) is None


def test_a_line_breaks_where_a_registration_is_missing_for_long() -> None:
    """P30, A26: for more than twice the days that were agreed; where none are known it doesn't."""
    scores = [("citizen", day, 5) for day in ("2026-03-01", "2026-03-15", "2026-03-30")]
    for every, steps in ((7, "M L M"), (8, "M L L"), (6, "M M M"), (None, "M L L")):
        drawn = curve(scores, every)
        assert drawn is not None
        assert " ".join(each for each in drawn.lines[0].path.split() if each.isalpha()) == steps


def test_meetings_stand_on_their_days_between_the_first_score_and_the_last() -> None:
    scores = [("citizen", "2026-03-01", 5), ("citizen", "2026-03-11", 6)]
    drawn = curve(scores, None, ["2026-02-01", "2026-03-01", "2026-03-06", "2026-03-06", "2026-03-20"])
    assert drawn is not None
    assert drawn.meetings == (270,)
