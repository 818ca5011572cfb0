"""Whose words something is in. One's own are quoted; what somebody else saw or wrote says who it was. M06, A45."""

from dataclasses import dataclass

from services.overview.web.language import Language
from services.overview.web.people import People


@dataclass(frozen=True, slots=True)
class Words:
    """Words about a person. `by` says whose they are, by name where that is known."""

    words: str
    own: bool
    by: str
    on: str


def whose(words: str, person: str, actor: str, on: str, people: People, say: Language) -> Words:
    """Of words about a person that were recorded by an actor such as "professional:<id>"; "" where nobody knows by whom."""
    kind, _, who = actor.partition(":")
    if who == person:
        return Words(say.kept(words), True, people.first(person), on)
    known = kind in ("person", "professional")
    by = say("progress-seen-by", who=people.name(kind, who)) if known else ""
    return Words(say.kept(words), False, by, on)
