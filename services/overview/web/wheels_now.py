"""The wheels of the family's members, then and now: drawn, as a table, and in the words of who scored. A28, A29, Q11."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.overview.web.goals import Goals
from services.overview.web.language import Language
from services.overview.web.people import Document, People
from services.overview.web.scores import Line, Scores, scores_of
from services.overview.web.what_moved import sentences
from services.overview.web.wheel import Wheel, wheel
from services.overview.web.whose_words import Words, whose

VIEWS = ("citizen", "professional")


@dataclass(frozen=True, slots=True)
class Turned:
    """A wheel as the page shows it. `said` is what moved it, in the words of who scored."""

    kind: str
    who: str
    lines: tuple[Line, ...]
    moved: tuple[str, ...]
    drawn: Wheel | None
    first: str | None
    last: str | None
    said: tuple[Words, ...]


def turned(
    plan: Document, noticed: Mapping[str, str], goals: Goals, people: People, say: Language
) -> list[Turned]:
    """The plan's wheels, those without any axis left out. `noticed` says who scored."""
    return [_turned(each, noticed, goals, people, say) for each in plan["wheels"] if each["axes"]]


def _turned(
    each: Mapping[str, Any], noticed: Mapping[str, str], goals: Goals, people: People, say: Language
) -> Turned:
    who = people.first(each["person"])
    lines = tuple(
        Line(
            *_named(axis, "" if each["kind"] == "sub-goals" else str(number), goals, say),
            who,
            *(_scores(each, axis["axis"], view) for view in VIEWS),
        )
        for number, axis in enumerate(each["axes"], start=1)
    )
    days = [sitting["scored_on"] for sitting in each["scorings"]]
    things = "sub-goals" if each["kind"] == "sub-goals" else "areas"
    return Turned(
        each["kind"],
        who,
        lines,
        tuple(sentences(lines, things, say)),
        wheel(lines),
        min(days, default=None),
        max(days, default=None),
        tuple(
            whose(
                sitting["words"],
                each["person"],
                noticed.get(sitting["scoring"], ""),
                sitting["scored_on"],
                people,
                say,
            )
            for sitting in reversed(each["scorings"])
            if sitting["words"]
        ),
    )


def _named(axis: Mapping[str, Any], place: str, goals: Goals, say: Language) -> tuple[str, str, bool]:
    """A goal by its number and words in the plan; an area by its place and what it is called."""
    if axis["goal"] is None:
        return place or "–", say.called("area-", axis["area"]), False
    goal = goals.by_id.get(axis["goal"])
    return (place or goal.number, goal.words, True) if goal else (place or "–", say("goal-unknown"), False)


def _scores(each: Mapping[str, Any], axis: str, view: str) -> Scores | None:
    """The scores of one axis in one view, of all sittings in that view."""
    sittings = [sitting for sitting in each["scorings"] if sitting["by_kind"] == view]
    made = [
        (sitting["scored_on"], score["value"], sitting["corrected"])
        for sitting in sittings
        for score in sitting["scores"]
        if score["axis"] == axis
    ]
    return scores_of(made, min((sitting["scored_on"] for sitting in sittings), default=None))
