"""What the plan's page shows, of the document that everybody shares and of who reads it. Nothing of it is stored."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from contracts.access import Purpose
from services.overview.shared_plan import SharedPlan
from services.overview.web import agreed, around
from services.overview.web.astray import open_by_goal
from services.overview.web.goals import Goals
from services.overview.web.language import Language
from services.overview.web.mine import SHOWN, my_part
from services.overview.web.people import Document, People, family_name, members_line
from services.overview.web.plan_offers import plan_offers
from services.overview.web.reader import Reader
from services.overview.web.wishes import challenges, wishes

LATE = 30.0
"""Seconds after which a page says that it may lack something."""


_LACKS = ("current", "waiting", "late", "parked")
"""How plans stand, those that lack most last."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """How fresh a plan is: `current`, `waiting` for something on its way, `late`, or `parked`."""

    state: str
    as_of: datetime


def freshness(as_of: datetime, waiting: int, parked: bool, now: datetime) -> Freshness:
    """How fresh a plan is now. What surely lacks something weighs more than what may."""
    late = (now - as_of).total_seconds() > LATE
    return Freshness("parked" if parked else "late" if late else "waiting" if waiting else "current", as_of)


def oldest(of: Iterable[Freshness]) -> Freshness | None:
    """How fresh a list is: what it shows of the plan that lacks most, as of the oldest moment. None: it shows none."""
    all_of_them = list(of)
    if not all_of_them:
        return None
    worst = max((each.state for each in all_of_them), key=_LACKS.index)
    return Freshness(worst, min(each.as_of for each in all_of_them))


def check_code(hash_: bytes) -> str:
    """The first eight digits of the hash, as two people read them to each other."""
    text = hash_.hex().upper()
    return f"{text[:4]} {text[4:8]}"


def shown(given: SharedPlan, reader: Reader, say: Language) -> dict[str, Any]:
    """All that the page's template needs."""
    document: Document = orjson.loads(given.plan)
    people = People(document, say)
    goals = Goals(document, people, say, reader.id, reader.department)
    mine = my_part(document, goals, people, say, reader.text)
    wanted = wishes(document, people, say)
    return {
        "family": given.family,
        "state_no": given.state_no,
        "fresh": freshness(given.as_of, given.waiting, given.stale, say.now),
        "check_code": check_code(given.hash),
        "reader": reader,
        "emergency_until": emergency_until(document, reader),
        "document": document,
        "people": people,
        "family_name": family_name(document, say),
        "members": members_line(document, say),
        "standing": standing(document),
        "wishes": wanted,
        "ranked": any(wish.rank for wish in wanted),
        "challenges": challenges(document, people, say),
        "mine": mine[:SHOWN],
        "more_mine": len(mine[SHOWN:]),
        "meeting": agreed.next_meeting(document),
        "goals": goals,
        "offers": plan_offers(document, people, say),
        "astray": open_by_goal(document, goals, people, say),
        "until": agreed.until_then(document, goals, people, say),
        "scheme": agreed.scheme(document, people, say),
        "courses": agreed.courses(document, people, say, reader.id),
        "answers": agreed.answers(document, people, say) if document["plan"] else [],
        "attached": around.attached(document, goals, people, say, reader.id),
        "coordinator_work": around.work_of(document, document["coordinator"], say),
        "network": around.network(document, say),
        "statutory": around.statutory(document, say),
        "own": around.own_parts(document, people, say),
        "resources": around.resources(document, people, say),
    }


def emergency_until(document: Document, reader: Reader) -> str | None:
    """Until when the reader is let in, where that is in an emergency alone. X-07."""
    if reader.purpose != Purpose.EMERGENCY:
        return None
    own = [each["until"] for each in document["emergency_access"] if each["professional"] == reader.id]
    return max(own, default=None)


def standing(document: Document) -> str:
    """How the plan stands. One that was never approved is a draft, whatever else is said of it: it is never shown."""
    plan = document["plan"]
    if plan is None or plan["approved_revision"] is None:
        return "draft"
    return str(plan["status"])
