"""The page of how it goes: the wheel, its numbers as a table, small successes, and a curve for each goal. A45, INV-59."""

from collections.abc import Mapping, Sequence
from typing import Any

import orjson

from services.overview.shared_plan import SharedPlan
from services.overview.web.curve import Curve, curve
from services.overview.web.goals import Goals
from services.overview.web.language import Language
from services.overview.web.people import Document, People, family_name, members_line
from services.overview.web.plan_page import freshness
from services.overview.web.wheel import Scores, wheel

VIEWS = ("citizen", "professional")
_APART = 2
"""So far apart are two views that they are worth a talk."""


def shown(given: SharedPlan, say: Language) -> dict[str, Any]:
    """All that the page's template needs."""
    plan: Document = orjson.loads(given.plan)
    people = People(plan, say)
    goals = Goals(plan, people, say, "", None)
    rows = [row for each in plan["progress"] for row in _rows(each, goals, people, say)]
    return {
        "family": given.family,
        "family_name": family_name(plan, say),
        "members": members_line(plan, say),
        "fresh": freshness(given.as_of, given.waiting, given.stale, say.now),
        "rows": rows,
        "wheel": wheel([(row["number"], row["citizen"], row["professional"]) for row in rows]),
        "apart": [row for row in rows if row["apart"]],
        "curves": [(row, row["curve"]) for row in rows if row["curve"]],
        "baselines": [
            {
                **each,
                "who": people.first(each["person"]),
                "goal": goals.by_id[each["goal"]].words if each["goal"] in goals.by_id else None,
            }
            for each in plan["baselines"]
        ],
        "successes": [
            (say.kept(each["words"]), people.first(each["person"]), each["noted_on"])
            for each in reversed(plan["small_successes"])
        ],
    }


def _rows(of_goal: Mapping[str, Any], goals: Goals, people: People, say: Language) -> list[dict[str, Any]]:
    """One for each person that is scored on a goal."""
    goal = goals.by_id.get(of_goal["goal"])
    persons = dict.fromkeys(each["person"] for each in of_goal["registrations"])
    found = []
    for person in persons:
        made = [each for each in of_goal["registrations"] if each["person"] == person]
        views = {view: _scores(made, view) for view in VIEWS}
        citizen, professional = views["citizen"], views["professional"]
        drawn: Curve | None = curve(
            [(each["by_kind"], each["registered_on"], each["value"]) for each in made]
        )
        found.append(
            {
                "number": goal.number if goal else "–",
                "words": goal.words if goal else say("goal-unknown"),
                "who": people.first(person),
                **views,
                "apart": bool(citizen and professional and abs(citizen.now - professional.now) >= _APART),
                "curve": drawn,
                "made": made,
            }
        )
    return found


def _scores(made: Sequence[Mapping[str, Any]], view: str) -> Scores | None:
    values = [each["value"] for each in made if each["by_kind"] == view]
    return Scores(values[0], values[-1]) if values else None
