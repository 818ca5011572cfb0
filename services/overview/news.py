"""What is new since a reader saw the plan last: a lead of at most three, then my part, what changed, what happened.

The lead is chosen by a fixed order. Whoever is new, or comes back after 90 days, is told to begin with the plan.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from contracts.ids import Id
from eventkeep import vector
from eventkeep.clock import day_of
from services.overview import changed
from services.overview.history import rows
from services.overview.lead import lead, unknown
from services.overview.readings import Seen
from services.overview.sentences import Language, Part
from services.overview.tale import Happened
from services.overview.tasks import mine

FORGOTTEN_AFTER = 90
"""Days after which a list of news would be longer than the plan."""
_BEGIN = {
    Language.DANISH: "Du ser planen for første gang. Begynd med det, familien vil.",
    Language.ENGLISH: "You see the plan for the first time. Begin with what the family wants.",
}
_LONG_AGO = {
    Language.DANISH: "Det er længe siden, du så planen. Begynd med det, familien vil.",
    Language.ENGLISH: "It is long since you saw the plan. Begin with what the family wants.",
}


@dataclass(frozen=True, slots=True)
class Before:
    """What the reader saw last, and the plan as it was then."""

    seen: Seen
    plan: Mapping[str, Any]


def document(
    reader: str,
    plan: Mapping[str, Any],
    tale: Sequence[Happened],
    before: Before | None,
    day: date,
    language: Language,
) -> dict[str, Any]:
    """What is new for a reader, such as "professional:<id>": what the reader did is no news."""
    if before is None or (day - day_of(before.seen.at)).days > FORGOTTEN_AFTER:
        return {
            **_since(before),
            "new": 0,
            "lead": [(_LONG_AGO if before else _BEGIN)[language]],
            **_no_list(),
        }
    fresh = [each for each in unknown(tale, before.seen.vector) if each.actor != reader]
    told = {row["ref"]: _row(row) for row in rows(tale, language)}
    own = mine(plan, reader) | {reader.partition(":")[2]}
    of_mine = {each.ref for each in fresh if own & set(_ids(each.event))}
    rest = [each for each in reversed(fresh) if each.ref not in of_mine]
    return {
        **_since(before),
        "new": len(fresh),
        "lead": [told[each.ref]["sentence"] for each in lead(fresh, tale)],
        "my_part": [told[each.ref] for each in reversed(fresh) if each.ref in of_mine],
        "changed": changed.between(before.plan, plan),
        "in_plan": [told[each.ref] for each in rest if told[each.ref]["part"] is Part.PLAN],
        "happened": [told[each.ref] for each in rest if told[each.ref]["part"] is not Part.PLAN],
    }


def _ids(part: BaseModel) -> Iterator[str]:
    """Everybody and everything that an event names."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel):
                yield from _ids(each)
            elif isinstance(each, Id):
                yield each


def _since(before: Before | None) -> dict[str, Any]:
    return {
        "first_time": before is None,
        "seen_at": before and before.seen.at.isoformat(),
        "seen_vector": before and vector.text(before.seen.vector),
    }


def _no_list() -> dict[str, Any]:
    return {"my_part": [], "changed": [], "in_plan": [], "happened": []}


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: row[name] for name in ("ref", "day", "part", "sentence", "by", "meeting", "corrects")}
