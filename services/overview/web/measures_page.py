"""The page of what is measured over time: each series on its scale, where it began and where it is. T04 to T08, T11, P28."""

from collections.abc import Mapping
from typing import Any

from services.overview.web.language import Language
from services.overview.web.people import Document, People
from services.overview.web.shelf import PROGRESS


def shown(document: Document, plan: Document, people: People, say: Language) -> dict[str, Any]:
    """The series, each with its words."""
    works = {each["intervention"]: each["title"] for each in plan["interventions"]}
    supporters = {each["supporter"]: each["name"] for each in plan["supporters"]}
    return {
        "series": [_series(each, works, supporters, people, say) for each in document["series"]],
        "progress": PROGRESS.path(say.code, plan["family"]),
    }


def _series(
    each: Mapping[str, Any],
    works: Mapping[str, str],
    supporters: Mapping[str, str],
    people: People,
    say: Language,
) -> dict[str, Any]:
    least, most = each["scale_min"], each["scale_max"]
    whose = people.first(each["person"]) if each["person"] else say.who(supporters.get(each["supporter"]))
    return {
        **each,
        "what": say("measure-trust-in", who=people.professional(each["professional"]))
        if each["professional"]
        else say(f"measure-{each['kind']}"),
        "about": say.kept(works[each["intervention"]]) if each["intervention"] in works else None,
        "whose": whose,
        "view": say(f"progress-{each['by_kind']}") if each["by_kind"] else "",
        "with": say.named(each["instrument"]),
        "moved": _moved(each["change"], say),
        "track": [round(10 + 100 * (value - least) / (most - least), 1) for value in _ends(each)]
        if most > least
        else [],
    }


def _ends(each: Mapping[str, Any]) -> tuple[int, int]:
    return each["first"], each["latest"]


def _moved(change: int | None, say: Language) -> str:
    """How far it moved: up and down are said alike."""
    if change is None:
        return say("moved-once")
    if change == 0:
        return say("moved-same")
    return say("moved-up" if change > 0 else "moved-down", by=abs(change))
