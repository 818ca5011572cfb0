"""The reader's own part of a plan: at most three things, the nearest first. They lie outside the shared plan."""

from collections.abc import Iterator
from dataclasses import dataclass

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


def my_part(document: Document, goals: Goals, people: People, say: Language, me: str) -> list[Mine]:
    """All of it, by day; what has no day comes last."""
    found = [
        *_agreed(document, say, me),
        *_owned(document, goals, say, me),
        *_meetings(document, people, say, me),
    ]
    return sorted(found, key=lambda each: each.due or _NO_DAY)


def _agreed(document: Document, say: Language, me: str) -> Iterator[Mine]:
    for action in document["agreed_actions"]:
        if action["owner"] == me and action["ending"] is None:
            yield Mine(action["due_on"], say("your-action"), say.kept(action["words"]))
    for activity in document["activities"]:
        if activity["owner"] == me and activity["status"] == "open":
            goal = activity["goal"] if activity["known"] else None
            yield Mine(activity["due_on"], say("your-activity"), say.kept(activity["title"]), goal)


def _owned(document: Document, goals: Goals, say: Language, me: str) -> Iterator[Mine]:
    """Open goals; an interim goal is due by the next follow-up at the latest."""
    follow_up = document["next_follow_up"]
    interim = {each["goal"] for each in document["interim_goals"]}
    for goal in goals.by_id.values():
        if goal.mine and goal.status.key in ("goal-open", "goal-overdue"):
            days = [goal.due, follow_up["date"] if follow_up and goal.id in interim else None]
            yield Mine(min((day for day in days if day), default=None), say("your-goal"), goal.words, goal.id)


def _meetings(document: Document, people: People, say: Language, me: str) -> Iterator[Mine]:
    """Invitations to answer; whether the reader is at the next follow-up."""
    for meeting in document["meetings"]:
        unanswered = [
            each
            for each in meeting["invitations"]
            if each["id"] == me and each["answer"] is None and not each["withdrawn"]
        ]
        if unanswered and not meeting["held"] and not meeting["cancelled"]:
            yield Mine(meeting["date"], say("your-invitation"))
    follow_up, who = document["next_follow_up"], document["coordinator"]
    if follow_up and me in follow_up["professionals"]:
        yield Mine(follow_up["date"], say("your-follow-up"))
    elif follow_up:
        named = people.professional(who) if who else say("the-coordinator")
        yield Mine(follow_up["date"], say("not-your-follow-up", who=named))
