"""The page of the plan as it was on a day, or when it was approved: as far as it was recorded by then. X-08, A23."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from eventkeep.clock import HERE
from services.overview.web import agreed, around
from services.overview.web.astray import open_by_goal
from services.overview.web.goals import Goals
from services.overview.web.language import Language
from services.overview.web.people import Document, People
from services.overview.web.plan_page import check_code, standing
from services.overview.web.wishes import challenges, wishes


def words(asked: Mapping[str, str], plan: Document, say: Language) -> dict[str, str] | None:
    """The end of a day, or the number of an approval. None where the address asks for neither."""
    if asked.get("version"):
        return {"version": asked["version"]}
    if not asked.get("day"):
        return None
    try:
        end = datetime.combine(date.fromisoformat(asked["day"]), time.max, HERE)
    except ValueError:
        return {"moment": asked["day"]}  # refused as unclear
    return {"moment": min(end, say.now.astimezone(HERE)).isoformat()}


def shown(document: Document, plan: Document, people: People, say: Language) -> dict[str, Any]:
    """The plan of then, by today's page."""
    unclear, then = bool(document.get("unclear")), document.get("plan")
    if then is None or then.get("plan") is None:
        return {"unclear": unclear, "then": then, "was": None, "last_day": say.today.isoformat()}
    known = People(then, say)
    goals = Goals(then, known, say, "", None)
    return {
        "unclear": False,
        "then": then,
        "was": standing(then),
        "last_day": say.today.isoformat(),
        "check_code": check_code(bytes.fromhex(document["hash"])),
        "vector": document["vector"].replace(",", ", "),
        "document": then,
        "people": known,
        "wishes": (wanted := wishes(then, known, say)),
        "ranked": any(wish.rank for wish in wanted),
        "challenges": challenges(then, known, say),
        "meeting": agreed.next_meeting(then),
        "goals": goals,
        "astray": open_by_goal(then, goals, known, say),
        "until": agreed.until_then(then, goals, known, say),
        "scheme": agreed.scheme(then, known, say),
        "courses": agreed.courses(then, known, say, ""),
        "answers": agreed.answers(then, known, say),
        "attached": around.attached(then, goals, known, say, ""),
        "own": around.own_parts(then, known, say),
        "resources": around.resources(then, known, say),
    }
