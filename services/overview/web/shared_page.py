"""The page of what a family shares with somebody who stands by it: its words, and no more than the document. INV-66."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from contracts.contacts.events import SharedSection
from services.overview.web.language import Language
from services.overview.web.people import Document, People


@dataclass(frozen=True, slots=True)
class Item:
    """Something that is shared: own words or a title, what is said of it, and what stands below it."""

    words: str
    notes: str
    below: tuple["Item", ...] = ()
    spoken: bool = True
    """Whether somebody said it so: then it stands in the language that it was said in. INV-42."""


Row = Mapping[str, Any]


def shown(document: Document, plan: Document, people: People, say: Language) -> dict[str, Any]:
    """Each section that is shared, in a fixed order. Nothing is taken from the plan: it isn't the reader's."""
    return {
        "family_name": say.listed(map(say.kept, document["members"])),
        "members": "",
        "coordinator": say.kept(document["coordinator"] or "") or say("no-coordinator"),
        "sections": [
            (f"shared-{section}", [_ITEMS[section](each, say) for each in document[section]])
            for section in SharedSection
            if document[section] is not None
        ],
    }


def _goal(goal: Row, say: Language) -> Item:
    notes = [say(f"goal-{goal['status']}"), *_owner(goal, say)]
    if goal["target_date"] and goal["status"] == "open":
        notes.append(say.until(goal["target_date"]))
    return Item(
        say.kept(goal["own_words"]), _said(notes), tuple(_goal(each, say) for each in goal["children"])
    )


def _agreement(each: Row, say: Language) -> Item:
    notes = [say(f"shared-is-{each['status']}"), *_owner(each, say)]
    if each["due_on"] and each["status"] == "open":
        notes.append(say.until(each["due_on"]))
    return Item(say.kept(each["words"]), _said(notes))


def _meeting(each: Row, say: Language) -> Item:
    starts = each["starts_at"]
    invited = [say(f"shared-invited-{each['invitation']}")] if each["invitation"] else []
    when = f"{say.weekday(starts[:10])} {say.time(starts)}"
    return Item(when[:1].upper() + when[1:], _said([say.named(each["place"]), *invited]), spoken=False)


def _success(each: Row, say: Language) -> Item:
    return Item(say.kept(each["words"]), _said([*_whose(each, say), say.day(each["noted_on"])]))


def _wish(each: Row, say: Language) -> Item:
    return Item(say.kept(each["own_words"]), _said(_whose(each, say)))


def _owner(each: Row, say: Language) -> list[str]:
    return [say("owner", who=say.kept(each["owner"]))] if each["owner"] else []


def _whose(each: Row, say: Language) -> list[str]:
    return [say.kept(each["whose"])] if each["whose"] else []


def _said(notes: Iterable[str]) -> str:
    told = " · ".join(each for each in notes if each)
    return told[:1].upper() + told[1:]


_ITEMS: Mapping[SharedSection, Callable[[Row, Language], Item]] = {
    SharedSection.GOALS: _goal,
    SharedSection.AGREEMENTS: _agreement,
    SharedSection.MEETINGS: _meeting,
    SharedSection.SUCCESSES: _success,
    SharedSection.WISHES: _wish,
}
