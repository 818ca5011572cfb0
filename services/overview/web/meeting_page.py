"""The page of what a meeting needs on the table: the next one, unless another is named. INV-17 to INV-30."""

from collections.abc import Mapping
from typing import Any

from services.overview.web.language import Language
from services.overview.web.people import Document, People


def next_words(asked: Mapping[str, str], plan: Document, say: Language) -> dict[str, str] | None:
    """The meeting that the address names; else the next that is not held. None where there is none."""
    known = {each["meeting"] for each in plan["meetings"]}
    if asked.get("meeting") in known:
        return {"meeting": asked["meeting"]}
    ahead = _ahead(plan)
    return {"meeting": ahead[0]["meeting"]} if ahead else None


def pack(document: Document, plan: Document, people: People, say: Language) -> dict[str, Any]:
    """The pack; the other meetings that are called."""
    if not document or document.get("unclear"):
        return {"called": False, "others": []}
    before = document["missing_before_approval"]
    lacks = {name: len(before[name]) for name in ("parts", "statutory_plans", "challenges", "assessments")}
    return {
        "called": True,
        "asked": [
            (_invited(each, plan, people, say), say(f"invitation-{each['answer'] or 'open'}"))
            for each in document["invitations"]
            if not each["withdrawn"]
        ],
        "presents": [(people.either(each["person"]), each["presented"]) for each in document["to_present"]],
        "look_back": [
            say.kept(each["own_words"] or "") for each in document["to_look_back_on"]["interim_goals"]
        ],
        "astray": [
            (
                say.kept(each["words"]),
                say("meeting-deviation-change")
                if each["plan_changes"]
                else say(
                    "deviation-acts",
                    who=people.name(each["owner_kind"], each["owner"]),
                    day=say.day(each["due_on"]),
                ),
            )
            for each in document["deviations"]
        ],
        "children": [people.first(each) for each in document["to_look_back_on"]["children"]],
        "close": [say(f"close-{each}") for each in document["missing_before_close"]],
        "approval": [
            *(
                say(f"approval-{name.replace('_', '-')}", number=number)
                for name, number in lacks.items()
                if number
            ),
            *([say("approval-further-assessment")] if before["further_assessment_needed"] else []),
        ],
        "others": [each for each in _ahead(plan) if each["meeting"] != document["meeting"]],
    }


def _ahead(plan: Document) -> list[Any]:
    """Meetings that are called and neither held nor cancelled, the next one first."""
    found = [each for each in plan["meetings"] if not each["held"] and not each["cancelled"]]
    return sorted(found, key=lambda each: each["starts_at"] or "9999")


def _invited(invitation: Mapping[str, Any], plan: Document, people: People, say: Language) -> str:
    """Whoever stands by the family is named in the plan too. R21."""
    who = invitation["id"]
    supporters = {each["supporter"]: each["name"] for each in plan["supporters"]}
    return say.who(supporters[who]) if who in supporters else people.either(who)
