"""The page of the family's history: its sentences by month, the newest first. X-08."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from contracts.shapes import ActorKind
from services.overview.sentences import Part
from services.overview.web.dates import month
from services.overview.web.language import Language
from services.overview.web.people import Document, People


def history_words(asked: Mapping[str, str], plan: Document, say: Language) -> dict[str, str]:
    """One part of it where the address names one."""
    return {"part": asked["part"]} if asked.get("part") in list(Part) else {}


def history(document: Document, plan: Document, people: People, say: Language) -> dict[str, Any]:
    """The months by their names, and the ways to one part alone."""
    return {
        "months": [
            {
                "month": each["month"],
                "named": month(date.fromisoformat(f"{each['month']}-01"), say.code),
                "entries": [_entry(entry, say) for entry in each["entries"]],
            }
            for each in document["months"]
        ],
        "part": document["part"],
        "parts": [(None, say("history-all")), *((part, say(f"history-{part}")) for part in Part)],
    }


def _entry(each: Document, say: Language) -> Document:
    made = [{**one, "who": _who(one["by"], say)} for one in each["made"]]
    return {**each, "who": _who(each["by"], say), "made": made}


def _who(by: Document, say: Language) -> str | None:
    """Whoever recorded it, by name; a department's own system by its department; a service of ours not at all."""
    if by["kind"] == ActorKind.DEPARTMENT:
        return say("log-system", department=say.named(by["id"]))
    return say.kept(by["name"]) if by["name"] else None
