"""What the plan's page says of offers: those that the family heard of or saw, and the places it goes to. P40, P46, P47."""

from dataclasses import dataclass
from urllib.parse import urlencode

from services.overview.web.language import Language
from services.overview.web.people import Document, People
from services.overview.web.shelf import CATALOGUE, offer_path


@dataclass(frozen=True, slots=True)
class Heard:
    """An offer that the family was told of, or saw."""

    href: str
    title: str
    how: str


@dataclass(frozen=True, slots=True)
class PlanOffers:
    """What was heard and seen, a sentence on the places, and where offers for a goal are found: its id comes last."""

    find: str
    heard: tuple[Heard, ...]
    places: str | None


def plan_offers(document: Document, people: People, say: Language) -> PlanOffers:
    """Of a plan's document, by day."""
    told = [
        (
            each["presented_on"],
            _heard(
                each,
                say(
                    "plan-offer-presented",
                    who=say.listed(people.name("person", who) for who in each["to"]),
                    how=say(f"presented-{each['presented_in']}"),
                    day=say.day(each["presented_on"]),
                ),
                say,
            ),
        )
        for each in document["offers_presented"]
    ]
    seen = [
        (
            each["visited_on"],
            _heard(
                each,
                say(
                    "plan-offer-visited",
                    who=say.listed(people.name("person", who) for who in each["visited_by"]),
                    day=say.day(each["visited_on"]),
                ),
                say,
            ),
        )
        for each in document["offer_visits"]
    ]
    in_order = sorted([*told, *seen], key=lambda one: one[0])
    find = f"{CATALOGUE[say.code]}?{urlencode({'family': document['family']})}&goal="
    return PlanOffers(find, tuple(each for _, each in in_order), _places(document, say))


def _heard(each: Document, how: str, say: Language) -> Heard:
    return Heard(offer_path(each["offer"], say), say.kept(each["title"]), how)


def _places(document: Document, say: Language) -> str | None:
    names = [say.kept(each["place_name"]) for each in document["places"]]
    if not names:
        return None
    key = "plan-places" if len(names) > 1 else "plan-places-one"
    return say(key, number=len(names), places=say.listed(names))
