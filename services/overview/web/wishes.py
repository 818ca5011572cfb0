"""What the family wants, in its own words and its own order. INV-41, A03."""

from dataclasses import dataclass

from services.overview.web.language import Language
from services.overview.web.people import Document, People


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody in the family said. `rank` is the family's, where it has said so."""

    rank: int | None
    words: str
    said_by: str


@dataclass(frozen=True, slots=True)
class Challenge:
    """The team asked about the order, and what the family answered. R07."""

    words: str
    answer: str | None
    answered_by: str


def wishes(document: Document, people: People, say: Language) -> list[Wish]:
    """A wish stands where the first focus area stands that a goal of its is in; what has no place comes last, as it
    was said."""
    placed = {
        each["focus_area"]: each["rank"] for each in document["focus_areas"] if each["placed_by_family"]
    }
    places: dict[str, int] = {}
    for goal in document["goals"]:
        if goal["wish"] and goal["focus_area"] in placed:
            here = placed[goal["focus_area"]]
            places[goal["wish"]] = min(here, places.get(goal["wish"], here))
    ordered = sorted(document["wishes"], key=lambda each: places.get(each["wish"], len(placed) + 1))
    return [
        Wish(
            number if each["wish"] in places else None,
            say.kept(each["own_words"]),
            people.first(each["person"]),
        )
        for number, each in enumerate(ordered, start=1)
    ]


def challenges(document: Document, people: People, say: Language) -> list[Challenge]:
    """What the team asked about the order, and is open or answered."""
    return [
        Challenge(
            say.kept(each["words"]),
            each["answer"] and say.kept(each["answer"]),
            people.listed(each["answered_by"]),
        )
        for each in document["challenges"]
        if each["open"] or each["answer"]
    ]
