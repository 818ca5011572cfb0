"""Who takes part: the coordinator, everybody attached, the family's network, plans by law. INV-36."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from services.overview.web.goals import Goals
from services.overview.web.language import Language
from services.overview.web.people import Document, People


@dataclass(frozen=True, slots=True)
class Professional:
    """Somebody attached. `goals` are the numbers of those he or she owns."""

    id: str
    name: str
    work: str
    role: str
    goals: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody's own."""

    words: str
    said_by: str
    lead: str = ""


def attached(document: Document, goals: Goals, people: People, say: Language, me: str) -> list[Professional]:
    """The coordinator first, then the team, then the others, as they came."""
    lead, team = document["coordinator"], document["team"]
    order = {True: 0, False: 1}
    rows = sorted(
        document["attached"],
        key=lambda each: (order[each["professional"] == lead], order[each["professional"] in team]),
    )
    return [
        Professional(
            each["professional"],
            people.professional(each["professional"]),
            _work(each, say),
            _role(document, each["professional"], say),
            ", ".join(goal.number for goal in goals.by_id.values() if goal.owner_id == each["professional"]),
            each["professional"] == me,
        )
        for each in rows
    ]


def work_of(document: Document, professional: str, say: Language) -> str:
    """Profession and place of somebody attached."""
    held = (each for each in document["attached"] if each["professional"] == professional)
    return next((_work(each, say) for each in held), "")


def _work(each: Any, say: Language) -> str:
    return f"{say.named(each['profession'])}, {say.named(each['department'])}"


def _role(document: Document, professional: str, say: Language) -> str:
    roles = [
        key
        for key, here in (
            ("role-coordinator", professional == document["coordinator"]),
            ("role-primary", professional == document["primary_contact"]),
            ("role-team", professional in document["team"] and professional != document["coordinator"]),
        )
        if here
    ]
    return ", ".join(say(key) for key in roles) or say("role-attached")


def network(document: Document, say: Language) -> list[str]:
    """Those of the family's own network who are still there."""
    return [
        ", ".join(
            part
            for part in (_named(each, say), each["organisation"] and say.kept(each["organisation"]))
            if part
        )
        for each in document["supporters"]
        if not each["left"]
    ]


def _named(each: Any, say: Language) -> str:
    told = each["relation"]
    return f"{say.kept(each['name'] or say.named(each['kind']))}{f' ({say.kept(told)})' if told else ''}"


def statutory(document: Document, say: Language) -> list[str]:
    """The plans by other laws that are part of this one. INV-18."""
    return [f"{each['legal_basis']}, {say.named(each['department'])}" for each in document["statutory_plans"]]


def own_parts(document: Document, people: People, say: Language) -> list[Quote]:
    """What each member does, and what each does in the spare time. INV-44, INV-45."""
    return [*_parts(document, people, say), *_lines(document, people, say)]


def _parts(document: Document, people: People, say: Language) -> Iterator[Quote]:
    for each in document["parts"]:
        words, why = each["words"], each["no_part_because"]
        if words or why:
            yield Quote(
                say.kept(words or why), people.first(each["person"]), "" if words else say("own-none")
            )


def _lines(document: Document, people: People, say: Language) -> Iterator[Quote]:
    for each in document["leisure_lines"]:
        if each["words"]:
            yield Quote(say.kept(each["words"]), people.first(each["person"]))


def resources(document: Document, people: People, say: Language) -> list[Quote]:
    """What the family can build on, in the members' own words. A42."""
    return [
        Quote(say.kept(each["words"]), people.first(each["person"]) if each["person"] else "")
        for each in document["resources"]
    ]
