"""The family's own paper: two sides for the kitchen table, in plain words, with first names. No law, no professionals'
words, and no deviations: guests see it."""

from dataclasses import dataclass
from typing import Any

import orjson

from contracts.shapes import PartyKind
from services.overview.scheme import due
from services.overview.shared_plan import SharedPlan
from services.overview.web import agreed, seen
from services.overview.web.goals import Goal, Goals
from services.overview.web.language import Language
from services.overview.web.people import Document, People
from services.overview.web.plan_page import check_code, freshness, standing
from services.overview.web.wishes import wishes

WISHES, LINES, HELPERS, SUCCESSES = 4, 7, 7, 4
"""What there is room for on its sides."""
HELPERS_BESIDE, SUCCESSES_BESIDE = 5, 3
"""The same where it also says who has seen the plan."""


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who helps: with what, and since or until when."""

    who: str
    work: str
    what: str
    when: str


def shown(given: SharedPlan, say: Language) -> dict[str, Any]:
    """All that the paper's template needs. `told` adds who has seen the plan, for the family."""
    document: Document = orjson.loads(given.plan)
    people = People(document, say)
    goals = Goals(document, people, say, "", None)
    wanted, until = wishes(document, people, say), _lines(document, goals, people, say)
    helpers, worked = _helpers(goals, document, people, say), document["small_successes"][::-1]
    coordinator = document["coordinator"]
    fresh = freshness(given.as_of, given.waiting, given.stale, say.now)
    room = LINES if fresh.state == "current" else LINES - 1  # it says so in the place of a line
    return {
        "family": given.family,
        "fresh": fresh,
        "document": document,
        "people": people,
        "standing": standing(document),
        "check_code": check_code(given.hash),
        "members": say.listed(people.first(each["person"]) for each in document["members"]),
        "coordinator": people.first_of(coordinator) if coordinator else say("the-coordinator"),
        "wishes": wanted[:WISHES],
        "lines": until[:room],
        "more": len(wanted) > WISHES or len(until) > room,
        "meeting": agreed.next_meeting(document),
        "coming": _coming(document, people, say),
        "helpers": helpers[:HELPERS],
        "more_helpers": len(helpers) > HELPERS,
        "worked": [
            (say.kept(e["words"]), people.first(e["person"]), e["noted_on"]) for e in worked[:SUCCESSES]
        ],
        "number_of_readers": len(document["attached"]),
        "readers": [people.first_of(each["professional"]) for each in document["attached"]],
        "others": "",
        "more_readers": "",
        "contacts": "",
    }


def told(sheet: dict[str, Any], around: seen.Around, say: Language) -> dict[str, Any]:
    """The same for whoever may know who has seen the plan and who is in contact: other things make room for it."""
    return {
        **sheet,
        "helpers": sheet["helpers"][:HELPERS_BESIDE],
        "more_helpers": sheet["more_helpers"] or len(sheet["helpers"]) > HELPERS_BESIDE,
        "worked": sheet["worked"][:SUCCESSES_BESIDE],
        **seen.shown(around, sheet["document"], sheet["people"], say),
    }


def _lines(document: Document, goals: Goals, people: People, say: Language) -> list[tuple[str, str]]:
    """What to tick: who, and what. The open ones of what was agreed, what members do for the goals, and register. P30."""
    first = [
        (each.first_name, each.words)
        for each in agreed.until_then(document, goals, people, say)
        if each.who
        and each.status.key not in ("goal-achieved", "goal-abandoned", "goal-retired", "goal-moved")
    ]
    members = {each["person"] for each in document["members"]}
    steps = [
        (people.first(each["owner"]), say.kept(each["title"]))
        for each in document["activities"]
        if each["owner"] in members and each["status"] == "open"
    ]
    scheme = document["progress_scheme"]
    register = [
        (
            people.first(each.who),
            say("paper-register", what=say.kept(scheme["what"]), every=say.named(scheme["every"])),
        )
        for each in due(document)
        if each.kind is PartyKind.PERSON
    ]
    return list(dict.fromkeys([*first, *steps, *register]))


def _coming(document: Document, people: People, say: Language) -> str:
    follow_up = document["next_follow_up"]
    if follow_up is None:
        return ""
    return say.listed(
        [*map(people.first, follow_up["persons"]), *map(people.first_of, follow_up["professionals"])]
    )


def _helpers(goals: Goals, document: Document, people: People, say: Language) -> list[Helper]:
    """By the goals that they help with; then the family's own network."""
    helping = [Helper(help.who, "", help.title, help.when) for goal in goals.top for help in _running(goal)]
    own = [
        Helper(
            say.kept(each["name"] or say.named(each["kind"])),
            each["relation"] or "",
            " ".join(each["pledges"]),
            "",
        )
        for each in document["supporters"]
        if not each["left"]
    ]
    return [*helping, *own]


def _running(goal: Goal) -> list[Any]:
    return [help for help in goal.all_help if help.status.key in ("help-added", "help-started")]
