"""The page of how it goes: what moved, wheels then and now, small successes, curves, and what comes next. A45, INV-59."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import orjson

from services.overview import scheme
from services.overview.shared_plan import SharedPlan
from services.overview.web.astray import astray
from services.overview.web.curve import Curve, curve
from services.overview.web.goals import Goals
from services.overview.web.language import Language
from services.overview.web.people import Document, People, family_name, members_line
from services.overview.web.plan_page import freshness
from services.overview.web.scores import Line, scores_of
from services.overview.web.what_moved import sentences
from services.overview.web.wheels_now import VIEWS, turned
from services.overview.web.whose_words import whose

Rows = list[dict[str, Any]]


def shown(given: SharedPlan, noticed: Mapping[str, str], today: date, say: Language) -> dict[str, Any]:
    """All that the page's template needs. `noticed` says who noted a success or scored a wheel, such as "person:<id>"."""
    plan: Document = orjson.loads(given.plan)
    people = People(plan, say)
    goals = Goals(plan, people, say, "", None)
    rows = [row for each in plan["progress"] for row in _rows(each, plan, goals, people, say)]
    wheels = turned(plan, noticed, goals, people, say)
    lines = [row["line"] for row in rows]
    moved = [
        *(f"{wheel.who}: {' '.join(wheel.moved)}" for wheel in wheels if wheel.moved),
        " ".join(sentences(lines, "goals", say)),
    ]
    return {
        "family": given.family,
        "family_name": family_name(plan, say),
        "members": members_line(plan, say),
        "fresh": freshness(given.as_of, given.waiting, given.stale, say.now),
        "moved": [told for told in moved if told],
        "wheels": wheels,
        "apart": [
            line for line in (*(each for wheel in wheels for each in wheel.lines), *lines) if line.apart
        ],
        "talk_on": _talk_on(plan, today, say),
        "rows": rows,
        "beyond": any(scores.beyond for line in lines for _, scores in line.views),
        "curves": [(row, row["curve"]) for row in rows if row["curve"]],
        "astray": astray(plan, goals, people, say),
        "next": _next(plan, today, people, say),
        **_told(plan, noticed, goals, people, say),
    }


def _rows(
    of_goal: Mapping[str, Any], plan: Document, goals: Goals, people: People, say: Language
) -> Iterator[dict[str, Any]]:
    """One for each person that is scored on a goal."""
    goal = goals.by_id.get(of_goal["goal"])
    number, words, own = (goal.number, goal.words, True) if goal else ("–", say("goal-unknown"), False)
    met = [each["date"] for each in plan["meetings"] if each["held"] and each["date"]]
    for person in dict.fromkeys(each["person"] for each in of_goal["registrations"]):
        made = [each for each in of_goal["registrations"] if each["person"] == person]
        views = (
            scores_of(
                [(e["registered_on"], e["value"], e["corrected"]) for e in made if e["by_kind"] == view]
            )
            for view in VIEWS
        )
        drawn: Curve | None = curve(
            [(each["by_kind"], each["registered_on"], each["value"]) for each in made],
            scheme.interval(plan),
            met,
        )
        yield {"line": Line(number, words, own, people.first(person), *views), "curve": drawn, "made": made}


def _talk_on(plan: Document, today: date, say: Language) -> str:
    """The day of the next follow-up, where it lies ahead."""
    follow_up = plan["next_follow_up"]
    ahead = follow_up and follow_up["date"] >= today.isoformat()
    return say("progress-apart-on", day=say.day(follow_up["date"])) if ahead else say("progress-apart-text")


def _next(plan: Document, today: date, people: People, say: Language) -> list[tuple[bool, str]]:
    """Who registers next, and by when. P30, A26."""
    return [
        (
            each.due_on is not None and each.due_on < today.isoformat(),
            say(
                "progress-next-by" if each.due_on else "progress-next",
                who=people.name(each.kind, each.who),
                day=say.day(each.due_on),
            ),
        )
        for each in scheme.due(plan)
    ]


def _told(
    plan: Document, noticed: Mapping[str, str], goals: Goals, people: People, say: Language
) -> dict[str, Rows]:
    """Where it started, small successes, and what somebody does: each with whom it is about."""

    def about(each: Mapping[str, Any], words: str | None) -> dict[str, Any]:
        goal = goals.by_id[each["goal"]].words if each["goal"] in goals.by_id else None
        return {
            **each,
            "who": people.first(each["person"]),
            "goal": goal,
            "words": say.kept(words) if words else None,
        }

    return {
        "baselines": [about(each, None) for each in plan["baselines"]],
        "successes": [
            {
                **about(each, None),
                "said": whose(
                    each["words"],
                    each["person"],
                    noticed.get(each["success"], ""),
                    each["noted_on"],
                    people,
                    say,
                ),
            }
            for each in reversed(plan["small_successes"])
        ],
        "occupations": [
            {**about(each, each["words"]), "going_on": each["ended_on"] is None}
            for each in sorted(plan["occupations"], key=lambda one: one["ended_on"] is not None)
        ],
    }
