"""The wheel and the curves: what is drawn is what was scored, and where too little was, nothing is."""

import pytest

from services.overview.web.curve import LOW, curve, height
from services.overview.web.wheel import EDGE, HOLE, STEP, Scores, wheel

ROSE = Scores(2, 6)


def test_the_wheel_has_a_half_sector_for_each_view_clockwise_from_the_top() -> None:
    drawn = wheel([("1", ROSE, Scores(3, 3)), ("2", None, Scores(0, 0)), ("3", None, None)])
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
    assert professional.then is None, "it stands where it stood"
    assert f"{HOLE + 2:.1f}" in none.now, "nought is seen, too"
    assert [each.number for each in drawn.spokes] == ["1", "2", "3"]
    assert drawn.spokes[0].x == 0
    assert drawn.spokes[0].y < -EDGE
    assert drawn.rings[-1] == EDGE


@pytest.mark.parametrize("goals", [0, 1, 2, 11])
def test_with_too_few_goals_or_too_many_there_is_the_table_alone(goals: int) -> None:
    assert wheel([(str(number), ROSE, None) for number in range(goals)]) is None


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
