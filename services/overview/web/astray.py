"""Deviations in words: what doesn't go as agreed, who acts by when, and what came of it. A25, INV-31."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.overview.web.goals import Goals, Status
from services.overview.web.language import Language
from services.overview.web.people import Document, People


@dataclass(frozen=True, slots=True)
class Astray:
    """A deviation as a page shows it. `goal` is the id of the goal that it concerns; `next` says who does what.

    `procedure` is what the meeting agreed that runs while it is open. INV-31.
    """

    goal: str
    about: str
    words: str
    reported_on: str
    next: str
    status: Status
    done: tuple[tuple[str, str], ...]
    closing: str | None
    procedure: str | None
    open: bool


def astray(plan: Document, goals: Goals, people: People, say: Language) -> list[Astray]:
    """All deviations of a plan: the open ones first, then the others, the newest first."""
    shown = [_said(each, goals, people, say) for each in reversed(plan["deviations"])]
    return sorted(shown, key=lambda each: not each.open)


def open_by_goal(plan: Document, goals: Goals, people: People, say: Language) -> dict[str, list[Astray]]:
    """The open ones, by the goal that they concern; what concerns none of the plan's goals stands under "". INV-31."""
    found: dict[str, list[Astray]] = {}
    for each in astray(plan, goals, people, say):
        if each.open:
            found.setdefault(each.goal if each.goal in goals.by_id else "", []).append(each)
    return found


def _said(each: Mapping[str, Any], goals: Goals, people: People, say: Language) -> Astray:
    who = people.name(each["owner_kind"], each["owner"])
    day, is_open = say.day(each["due_on"]), each["closed_on"] is None
    if each["closed_on"]:
        key = "deviation-plan-changes" if each["plan_changes"] else "deviation-as-agreed"
        status, following = Status("deviation-closed"), say(key, day=say.day(each["closed_on"]))
    elif each["actions"]:
        status, following = Status("deviation-acted"), say("deviation-to-close")
    elif each["overdue"]:
        status, following = Status("deviation-overdue"), say("deviation-late", who=who, day=day)
    else:
        status, following = Status("deviation-open"), say("deviation-acts", who=who, day=day)
    return Astray(
        each["goal"],
        goals.named(each["goal"]),
        say.kept(each["words"]),
        each["reported_on"],
        following,
        status,
        tuple((say.kept(action["words"]), action["taken_on"]) for action in each["actions"]),
        say.kept(each["closing_words"]) if each["closing_words"] else None,
        say.kept(each["procedure"]) if each["procedure"] and is_open else None,
        is_open,
    )
