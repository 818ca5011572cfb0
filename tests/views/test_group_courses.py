"""The family plan shows which group courses its members take part in, beside what is given to the family alone. P40."""

from contracts.ids import GroupId
from contracts.meetings.events import GroupLeft, GroupTermChanged
from tests.unit.family import ANNA, BO, numbered
from tests.unit.group_story import ENDED, JOINED, LONGER
from tests.views.shown import family_plan

LEFT = GroupLeft(
    family=JOINED.family, group=JOINED.group, person=ANNA, reason="found work", left_on=ENDED.ended_on
)
BO_JOINED = JOINED.model_copy(update={"person": BO, "called": "Bo"})
ELSEWHERE = JOINED.model_copy(update={"group": numbered(GroupId, 2), "title": "Another way"})


def courses(*events: object) -> list[tuple[object, ...]]:
    """Whose part in what, until when, why it ended."""
    shown = family_plan(*events)["group_courses"]  # type: ignore[arg-type]
    return [(each["person"], each["title"], each["left_on"], each["reason"]) for each in shown]


def test_a_members_part_in_a_group_is_shown_as_it_was_said() -> None:
    """P38, P40, T15: title, area, days of the week; what one is called in the group is the group's."""
    [course] = family_plan(JOINED)["group_courses"]
    assert course == {
        "group": JOINED.group,
        "person": ANNA,
        "title": "A way ahead",
        "area": "north",
        "weekdays": ["tuesday", "thursday"],
        "starts_on": "2024-02-01",
        "ends_on": "2024-05-31",
        "joined_on": "2024-03-01",
        "left_on": None,
        "reason": None,
    }


def test_what_ended_stands_after_what_goes_on() -> None:
    """P40: of that member in that group alone."""
    over = (ANNA, "A way ahead", "2024-03-01", "found work")
    assert courses(JOINED, BO_JOINED, ELSEWHERE, LEFT) == [
        (BO, "A way ahead", None, None),
        (ANNA, "Another way", None, None),
        over,
    ]
    assert courses(JOINED, LEFT, JOINED) == [(ANNA, "A way ahead", None, None), over]


def test_what_goes_on_stands_with_the_days_by_which_the_group_meets_now() -> None:
    """P40, T15: what ended stays as it was, and so do other groups."""
    longer = GroupTermChanged(family=JOINED.family, group=JOINED.group, term=LONGER)
    shown = family_plan(JOINED, LEFT, BO_JOINED, ELSEWHERE, longer)["group_courses"]
    assert [(each["title"], each["person"], each["ends_on"]) for each in shown] == [
        ("A way ahead", BO, "2024-06-30"),
        ("Another way", ANNA, "2024-05-31"),
        ("A way ahead", ANNA, "2024-05-31"),
    ]


def test_who_never_joined_leaves_nothing() -> None:
    """The past has happened, in whatever order."""
    assert courses(LEFT) == []
