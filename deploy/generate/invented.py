"""An invented event of each kind, the same one each time: people, places and words that nobody has."""

from datetime import date
from types import NoneType
from typing import Any, get_origin
from uuid import NAMESPACE_URL, uuid5

from pydantic import BaseModel

from contracts.ids import Id, PersonId
from contracts.meaning import DataClass
from deploy.generate.meaning import Meaning, marks_and_kinds, meanings
from eventkeep.canonical import part_hashes, state_hash

_BEGINS, _ENDS = "2026-03-02", "2026-06-01"
_ANOTHER = {
    *(
        "continued_in",
        "custody",
        "into",
        "merged",
        "moved_to",
        "next_meeting",
        "overlaps",
        "overlaps_confirmed",
    ),
    *("parent", "previous", "shared", "split_from", "without_member"),
}
"""Fields that name another than the one the event is about."""
_LATER = {
    "by_date",
    "due_on",
    "ended_on",
    "ends",
    "ends_on",
    "follow_up_on",
    "latest",
    "period_to",
    "target_date",
    "until",
    "valid_to",
}

_WORDS = {
    "about": "Whether Liv moves to another school this year.",
    "advice": "Let the morning begin later on Mondays.",
    "alternative": "The teacher could have been asked to call.",
    "called": "Liv",
    "because": "The school counted a holiday as a day away.",
    "born": "2014-05-06",
    "competences": "Ask knows the school, Runa knows the law.",
    "conclusion": "Liv sleeps little, and school takes much of her.",
    "danish": "At komme ud af døren om morgenen uden skænderi.",
    "deviation_procedure": "Whoever sees it calls the coordinator, who calls the others.",
    "english": "To leave the house in the morning without a quarrel.",
    "expectations": "We call before we come.",
    "gp_not_invited_because": "The family wants to talk to the doctor alone.",
    "handover": "The municipality of the new address has been called.",
    "instead_of_social_worker": "Runa is ill; the health visitor knows the family.",
    "name": "Liv Ager",
    "no_part_because": "She is two years old.",
    "no_wish_because": "It follows from what the school must do.",
    "offer_title": "Mornings in good time",
    "none_because": "Not before she has slept well for a while.",
    "note": "Three good mornings this week.",
    "organisation": "Ager Rowing Club",
    "own_goals": "I want to work with boats.",
    "own_words": "I want to be at school before the bell.",
    "place_name": "Ager Activity House",
    "place": "The house by the harbour, first floor.",
    "place_reason": "The flat is being painted.",
    "pledge": "I can take Liv along to rowing on Thursdays.",
    "pre_meeting_waived": "The family knows everybody already.",
    "professional_wording": "Liv is at school on time four days a week.",
    "provider": "Ager Family House",
    "reason": "The family asked for it.",
    "reference": "Journal 14, letter of 2 March.",
    "reservation": "If there is a place before the summer.",
    "roles": "Runa coordinates, Ask calls the school.",
    "title": "Mornings with a family adviser",
    "value": "A-17",
    "what": "How often Liv was at school.",
    "words": "It goes better when somebody calls the day before.",
}
"""What is said in a field of this name."""
_PUBLIC = {
    "funder": "The Ager Fund",
    "name": "Ager Activity House",
    "reference": "Document 14 of 2026",
    "title": "A day for all who begin with the model",
    "told_to": "The committee for learning",
    "what": "Rooms and food of the kick-off day.",
    "words": "The model is to become daily work in all departments.",
}
"""What the municipality says of its own work, in a field of this name."""
_FAMILY, _GOAL = (
    str(uuid5(NAMESPACE_URL, "helhed:golden:FamilyId")),
    str(uuid5(NAMESPACE_URL, "helhed:golden:GoalId")),
)
_TECHNICAL = {
    "hash": "0" * 64,
    "id": "7c1d6d7e-2f0a-4c58-9f5b-6a1f0f3f5f01",
    "next_step": "Ask for one of the goals of the plan.",
    "next_step_da": "Bed om et af planens mål.",
    "ref": "plans=12",
    "rule": "INV-13",
    "sentence": "The goal is not in the plan.",
    "sentence_da": "Målet er ikke i planen.",
    "source": "/school/attendance",
    "token": "an-opaque-token",
    "type": "helhed.plans.goal-achieved.v1",
    "stream": f"family/{_FAMILY}",
    "vector": "contacts=7,meetings=4,plans=12",
}
_DOCUMENTS: dict[str, dict[str, Any]] = {
    "data": {"family": _FAMILY, "goal": _GOAL, "revision": 3},
    "facts": {"goal": _GOAL},
    "parts": {},
    "plan": {"family": _FAMILY, "goals": [{"goal": _GOAL, "own_words": _WORDS["own_words"]}], "revision": 3},
}
"""Documents within an event. The plan is a small part of one."""
_NUMBERS = {
    "amount": 45_000,
    "expected": 100_000,
    "grant": 2_000_000,
    "measured": 150_000,
    "needed": 70,
    "after_state_no": 4,
    "state_no": 5,
    "scale_min": 0,
    "scale_max": 10,
    "level": 1,
    "rating": 4,
    "rank": 1,
}


def id_of(kind: type[Id], another: bool = False) -> str:
    """The one of this kind, or another. A plain id is a person's."""
    of = PersonId if kind is Id else kind
    return str(uuid5(NAMESPACE_URL, f"helhed:golden:{of.__name__}{'2' if another else ''}"))


def invented(model: type[BaseModel], full: bool) -> dict[str, Any]:
    """An event's data as JSON: with every field, or with those alone that must be there."""
    said = meanings(model)
    made = {
        name: _value(name, field.annotation, said[name], full)
        for name, field in model.model_fields.items()
        if full or field.is_required()
    }
    if isinstance(made.get("plan"), dict):
        made["hash"] = state_hash(made["view_version"], made["plan"]).hex()
        if "parts" in made:
            made["parts"] = part_hashes(made["plan"])
    return made


def _value(name: str, declared: Any, meaning: Meaning, full: bool) -> Any:
    kinds = [kind for kind in marks_and_kinds(declared)[1] if kind is not NoneType]
    if any(get_origin(kind) is dict for kind in kinds):
        return _DOCUMENTS[name]
    (leaf,) = (kind for kind in kinds if isinstance(kind, type) and get_origin(kind) is None)
    one = invented(leaf, full) if issubclass(leaf, BaseModel) else _plain(name, leaf, meaning)
    return [one] if any(get_origin(kind) is tuple for kind in kinds) else one


def _plain(name: str, kind: type[Any], meaning: Meaning) -> Any:
    if meaning.system is not None:
        return meaning.system.example
    if issubclass(kind, Id):
        return id_of(kind, name in _ANOTHER)
    if issubclass(kind, bool):
        return True
    if issubclass(kind, int):
        return _NUMBERS.get(name, 3)
    if meaning.data_class is DataClass.TIME:
        day = _ENDS if name in _LATER else _BEGINS
        return day if kind is date else f"{day}T13:30:00+01:00"
    if name == "name" and meaning.sealed_of == "professional":
        return "Runa Toft"
    if meaning.data_class is DataClass.PUBLIC and name in _PUBLIC:
        return _PUBLIC[name]
    return _WORDS[name] if name in _WORDS else _TECHNICAL[name]
