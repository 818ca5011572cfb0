"""The page of what is new: sentences of what happened, and what stood before and stands now. X-08."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from services.overview.web.language import Language
from services.overview.web.people import Document, People

_PEOPLE = ("owner", "coordinator", "primary_contact")


def news_words(asked: Mapping[str, str], plan: Document, say: Language) -> dict[str, str]:
    """Since the state that the address names: the one that the reader had seen before the plan was opened just now."""
    return {"since": asked["since"]} if asked.get("since") else {}


def news(document: Document, plan: Document, people: People, say: Language) -> dict[str, Any]:
    """What is new, part by part; of what changed, each value in words."""
    if document.get("unclear"):
        return {"listed": False, "changed": [], "parts": []}
    parts = [(key, document.get(key) or []) for key in ("my_part", "in_plan", "happened")]
    return {
        "listed": not document["first_time"],
        "changed": [_change(each, people, say) for each in document.get("changed") or []],
        "parts": [(say(f"news-{key.replace('_', '-')}"), rows) for key, rows in parts if rows],
    }


def _change(change: Mapping[str, Any], people: People, say: Language) -> dict[str, str]:
    return {
        "what": say.kept(change["title"]) if change["title"] else say(f"change-{change['kind']}"),
        "field": say(f"change-{change['field'].replace('_', '-')}"),
        "before": _value(change["field"], change["before"], people, say),
        "now": _value(change["field"], change["now"], people, say),
    }


def _value(field: str, value: Any, people: People, say: Language) -> str:
    """A value as it is said; nothing where there was none."""
    if value is None or value == "":
        return say("change-nothing")
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return say("change-yes" if value else "change-no")
    if field in _PEOPLE:
        return people.either(str(value))
    return _day(str(value), say) or say.named(say.kept(str(value)))


def _day(text: str, say: Language) -> str:
    try:
        return say.day(date.fromisoformat(text[:10]).isoformat()) if text[4:5] == "-" else ""
    except ValueError:
        return ""
