"""What the network agreed: the next follow-up, what is done until then, who said yes. INV-25 to INV-30."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.overview.web.goals import Goals, Status
from services.overview.web.language import Language
from services.overview.web.people import Document, People


@dataclass(frozen=True, slots=True)
class Agreed:
    """Something to be done until the next meeting, by somebody."""

    words: str
    who: str
    due: str | None
    status: Status
    interim: bool
    first_name: str
    """What the family calls who does it; of a goal, whose words it is in."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """The next meeting: its day, its time and place where it is called."""

    date: str
    starts_at: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """Somebody's answer to the plan, in a sentence, and the reservation in own words."""

    sentence: str
    words: str | None = None


def next_meeting(document: Document) -> Meeting | None:
    """The follow-up that was agreed, with time and place of the meeting called for that day; else the first called."""
    called = [
        each for each in document["meetings"] if not each["held"] and not each["cancelled"] and each["date"]
    ]
    follow_up = document["next_follow_up"]
    if follow_up is None:
        return _meeting(called[0]) if called else None
    that_day = [each for each in called if each["date"] == follow_up["date"]]
    return _meeting(that_day[0]) if that_day else Meeting(follow_up["date"], None, None)


def _meeting(called: Mapping[str, Any]) -> Meeting:
    return Meeting(called["date"], called["starts_at"], called["place"])


def until_then(document: Document, goals: Goals, people: People, say: Language) -> list[Agreed]:
    """Goals to be reached by the next follow-up, then what somebody promised, by day."""
    interim = [goals.by_id.get(each["goal"]) for each in document["interim_goals"]]
    return [
        *(
            Agreed(
                goal.words, goal.owner, goal.due, goal.status, True, goal.said_by or goal.owner.split(" ")[0]
            )
            if goal
            else Agreed(say("goal-not-in-plan"), "", None, Status("unknown"), True, "")
            for goal in interim
        ),
        *(
            Agreed(
                say.kept(each["words"]),
                people.name(each["owner_kind"], each["owner"]),
                each["due_on"],
                Status("action-overdue" if each["overdue"] else "action-open"),
                False,
                people.first_name(each["owner_kind"], each["owner"]),
            )
            for each in document["agreed_actions"]
            if each["ending"] is None
        ),
    ]


def answers(document: Document, people: People, say: Language) -> list[Answer]:
    """Who approved the plan, with what reservation, and who hasn't. A07, Q16."""
    plan = document["plan"]
    found = (
        [Answer(say("approved-by", who=people.listed(plan["approved_by"])))] if plan["approved_by"] else []
    )
    for each in plan["approvals"]:
        who = people.professional(each["professional"])
        reserved = each["reservation"]
        found.append(Answer(say(f"approval-{each['answer']}", who=who), reserved and say.kept(reserved)))
    for each in plan["withheld_by"]:
        who = people.name(each["party_kind"], each["party"])
        found.append(Answer(say("withheld", who=who), each["reason"] and say.kept(each["reason"])))
    return found


@dataclass(frozen=True, slots=True)
class Course:
    """A group course that a member takes part in. `group` leads to it, where the reader is that member."""

    words: str
    since: str
    group: str | None


def courses(document: Document, people: People, say: Language, reader: str) -> list[Course]:
    """Beside what is given to the family alone: those that go on. P40, T15."""
    return [
        Course(
            say(
                "group-course",
                who=people.first(each["person"]),
                title=say.kept(each["title"]),
                days=say.listed(say(f"on-{day}") for day in each["weekdays"]),
            ),
            say("group-since", day=say.day(each["joined_on"])),
            each["group"] if each["person"] == reader else None,
        )
        for each in document["group_courses"]
        if each["left_on"] is None
    ]


def scheme(document: Document, people: People, say: Language) -> str:
    """How progress is registered. INV-30."""
    agreed = document["progress_scheme"]
    if agreed is None:
        return ""
    who = say("scheme-who", who=people.listed(agreed["persons"], agreed["professionals"]))
    return f"{say.kept(agreed['what'])} ({say.named(agreed['every'])}). {who}"
