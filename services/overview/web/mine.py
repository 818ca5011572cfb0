"""The reader's own part of a plan, in words: at most three things, the nearest first. They lie outside the shared plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.overview import tasks
from services.overview.web.goals import Goals
from services.overview.web.language import Language
from services.overview.web.people import Document, People

SHOWN = 3
_NO_DAY = "9999-12-31"


@dataclass(frozen=True, slots=True)
class Mine:
    """Something that the reader does, or should know. `goal` is the id of a goal on the page."""

    due: str | None
    lead: str
    words: str = ""
    goal: str | None = None


def my_part(document: Document, goals: Goals, people: People, say: Language, reader: str) -> list[Mine]:
    """All that somebody, such as "professional:<id>", is to do, by day; what has no day comes last."""
    own = tasks.document(document, reader, say.today)["tasks"]
    found = [_said(task, document, goals, say) for task in own]
    if document["next_follow_up"] and not any(task["kind"] == "follow-up" for task in own):
        found.append(_not_there(document, people, say))
    return sorted(found, key=lambda each: each.due or _NO_DAY)


def _said(task: Mapping[str, Any], document: Document, goals: Goals, say: Language) -> Mine:
    goal = task["id"] if task["kind"] == "goal" else None
    if task["kind"] == "activity":
        goal = next(each["goal"] for each in document["activities"] if each["activity"] == task["id"])
    words = say.kept(task["words"] or "")
    return Mine(task["due_on"], say(f"your-{task['kind']}"), words, goal if goal in goals.by_id else None)


def _not_there(document: Document, people: People, say: Language) -> Mine:
    """Whoever isn't at the next follow-up knows whom to tell."""
    who = document["coordinator"]
    named = people.professional(who) if who else say("the-coordinator")
    return Mine(document["next_follow_up"]["date"], say("not-your-follow-up", who=named))
