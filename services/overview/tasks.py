"""A reader's own tasks by date, and which pieces of the plan are his or hers, of the shared plan alone. INV-13, INV-26.

The day comes from outside: no clock in here.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from services.overview.changed import goals
from services.overview.deviations import still_open
from services.overview.scheme import due

Plan = Mapping[str, Any]


def document(plan: Plan, reader: str, day: date) -> dict[str, Any]:
    """What somebody, such as "professional:<id>", is to do, by date; what has none comes last."""
    found = sorted(_tasks(plan, *reader.split(":", 1)), key=lambda task: task["due_on"] or "9999")
    return {
        "day": day.isoformat(),
        "tasks": [
            {**task, "overdue": task["due_on"] is not None and task["due_on"] < day.isoformat()}
            for task in found
        ],
        "my_part": sorted(mine(plan, reader)),
    }


def mine(plan: Plan, reader: str) -> set[str]:
    """The ids of what in the plan is somebody's part: what he or she owns, presents, is asked for or invited to."""
    kind, who = reader.split(":", 1)
    owned = [*goals(plan), *plan["activities"], *plan["agreed_actions"]]
    found = {
        each.get("activity") or each.get("agreement") or each["goal"]
        for each in owned
        if _owns(each, kind, who)
    }
    found |= {each["deviation"] for each in still_open(plan) if _owns(each, kind, who)}
    found |= {each["request"] for each in plan["contact_requests"] if each["professional"] == who}
    found |= {
        each["intervention"] for each in plan["interventions"] if _department(plan, who) == each["department"]
    }
    return found | {
        invitation["invitation"]
        for meeting in plan["meetings"]
        for invitation in meeting["invitations"]
        if invitation["id"] == who and not invitation["withdrawn"]
    }


def _owns(each: Mapping[str, Any], kind: str, who: str) -> bool:
    return (each["owner_kind"], each["owner"]) == (kind, who)


def _department(plan: Plan, who: str) -> str | None:
    """What a professional's own department does for the family is the professional's part, too."""
    return next((each["department"] for each in plan["attached"] if each["professional"] == who), None)


def _tasks(plan: Plan, kind: str, who: str) -> Iterator[dict[str, Any]]:
    for goal in goals(plan):
        if goal["status"] == "open" and _owns(goal, kind, who):
            yield _task("goal", goal["goal"], goal["own_words"], _goal_due(plan, goal))
    for each in plan["activities"]:
        if each["status"] == "open" and _owns(each, kind, who):
            yield _task("activity", each["activity"], each["title"], each["due_on"])
    for each in plan["agreed_actions"]:
        if each["ending"] is None and _owns(each, kind, who):
            yield _task("agreed-action", each["agreement"], each["words"], each["due_on"])
    for each in still_open(plan):
        if not each["actions"] and _owns(each, kind, who):
            yield _task("deviation", each["deviation"], each["words"], each["due_on"])
    for each in plan["contact_requests"]:
        if each["professional"] == who and each["made_on"] is None and not each["ended"]:
            yield _task("contact-request", each["request"], None, each["due_on"])
    yield from _for_meetings(plan, who)
    yield from _registrations(plan, kind, who)


def _goal_due(plan: Plan, goal: Mapping[str, Any]) -> str | None:
    """An interim goal is due by the next follow-up at the latest. INV-28."""
    follow_up = plan["next_follow_up"]
    interim = follow_up and goal["goal"] in {each["goal"] for each in plan["interim_goals"]}
    days = (goal["target_date"], follow_up["date"] if interim else None)
    return min((day for day in days if day), default=None)


def _for_meetings(plan: Plan, who: str) -> Iterator[dict[str, Any]]:
    """Invitations to answer, one's own part to present, and the next follow-up. A18, P18, INV-26."""
    for meeting in plan["meetings"]:
        if meeting["held"] or meeting["cancelled"]:
            continue
        for each in meeting["invitations"]:
            if each["id"] == who and each["answer"] is None and not each["withdrawn"]:
                yield _task("invitation", each["invitation"], None, meeting["date"])
        if who not in meeting["presented"] and any(
            part["person"] == who and part["words"] is not None for part in plan["parts"]
        ):
            yield _task("own-part", meeting["meeting"], None, meeting["date"])
    follow_up = plan["next_follow_up"]
    if follow_up and who in (*follow_up["persons"], *follow_up["professionals"]):
        yield _task("follow-up", plan["agreed_at_meeting"], None, follow_up["date"])


def _registrations(plan: Plan, kind: str, who: str) -> Iterator[dict[str, Any]]:
    """The next registration that somebody agreed to make. P30, INV-30."""
    for each in due(plan):
        if (each.kind, each.who) == (kind, who):
            yield _task(
                "registration", plan["agreed_at_meeting"], plan["progress_scheme"]["what"], each.due_on
            )


def _task(kind: str, of: str | None, words: str | None, due_on: str | None) -> dict[str, Any]:
    return {"kind": kind, "id": of, "words": words, "due_on": due_on}
