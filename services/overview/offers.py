"""Looks up offers in the catalogue: by words, by an area of the wheel, by who gives them, by a sub-goal. A07, A31, P47."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from contracts.access import Kind, Relation, purpose_to_read
from contracts.plans.events import CATALOGUE
from eventkeep.edge.call import Caller
from eventkeep.parsed import Parsed
from eventkeep.reading import Reading, Shown
from eventkeep.refused import Refused
from services.overview.areas import areas_of
from services.overview.catalogue import KEY
from services.overview.quality import Said
from services.overview.readings import Read
from services.overview.shared_plan import SharedPlans

Offer = Mapping[str, Any]
QualityOf = Callable[[str], Awaitable[Said]]
"""How good an offer was to those who used it. P45."""
_IN_BOTH = ("title", "goal", "content", "results")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for. All that is named has to hold; `goal` is one of `family`'s plan."""

    words: str = ""
    area: str = ""
    provider: str = ""
    family: str = ""
    goal: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """Offers, by what they are called, and how fresh that is. `areas`: those that a goal was looked for by; None where
    no goal was."""

    offers: Sequence[Offer]
    as_of: datetime
    stale: bool
    areas: tuple[str, ...] | None = None

    def document(self) -> dict[str, Any]:
        """What is served."""
        return {
            "offers": list(self.offers),
            "areas": None if self.areas is None else list(self.areas),
            "as_of": self.as_of.isoformat(),
            "stale": self.stale,
        }


class Offers:
    """The catalogue, for whoever may look into it: it speaks of nobody, so that no reading of it is noted. Looking by a
    goal of a plan is a reading of that plan, though of no state of it. X-04."""

    def __init__(self, catalogue: Reading, plans: SharedPlans, quality: QualityOf) -> None:
        self._catalogue, self._plans, self._quality = catalogue, plans, quality
        self._parsed = Parsed(Any)

    async def search(self, caller: Caller, wanted: Wanted, way: str, token: str = "") -> Found:
        """What can be taken and is as it is wanted. Raises Refused."""
        shown = await self._shown(caller, token)
        areas = await self._areas(caller, wanted, way)
        offers = [
            each for each in self._read(shown) if not each["withdrawn"] and matches(each, wanted, areas)
        ]
        offers.sort(key=lambda each: (each["title"]["danish"].casefold(), each["offer"]))
        return Found(await self._rated(offers), shown.as_of, shown.parked is not None, areas)

    async def one(self, caller: Caller, offer: str, token: str = "") -> Found:
        """An offer by its id, also one that was withdrawn. Raises Refused."""
        shown = await self._shown(caller, token)
        offers = [each for each in self._read(shown) if each["offer"] == offer]
        if not offers:
            raise Refused(
                "offer_unknown",
                "The catalogue has no such offer.",
                "A07",
                "Look it up in the catalogue.",
                danish="Kataloget har ikke et sådant tilbud.",
                danish_next="Slå tilbuddet op i kataloget.",
            )
        return Found(await self._rated(offers), shown.as_of, shown.parked is not None)

    async def _rated(self, offers: Sequence[Offer]) -> list[Offer]:
        return [{**each, "quality": await self._quality(each["offer"])} for each in offers]

    async def _shown(self, caller: Caller, token: str) -> Shown:
        if purpose_to_read(caller.kind, (Relation.NONE,), Kind.OFFERS) is None:
            raise Refused(
                "staff_and_families_only",
                "The catalogue of offers is for staff and families.",
                "A31",
                "Sign in as one of them.",
                danish="Tilbudskataloget er for medarbejdere og familier.",
                danish_next="Log ind som en af dem.",
            )
        if not token:
            return await self._catalogue.row(KEY)
        seen = self._plans.tokens.read(token)
        if seen.stream_id != CATALOGUE:
            raise Refused(
                "token_of_another_family",
                "The token speaks of something else.",
                "",
                "Send a token that was given for the catalogue, or none.",
                danish_next="Send et adgangsbevis, der gælder kataloget, eller intet.",
            )
        end = asyncio.get_running_loop().time() + self._plans.wait
        return await self._catalogue.at_least(KEY, seen.vector, end)

    def _read(self, shown: Shown) -> Sequence[Offer]:
        read: Sequence[Offer] = (self._parsed(KEY, shown.document) or {"offers": ()})["offers"]
        return read

    async def _areas(self, caller: Caller, wanted: Wanted, way: str) -> tuple[str, ...] | None:
        """Those of the goal's focus area, for who may read the plan that it stands in."""
        if not wanted.goal:
            return None
        shown, purpose = await self._plans.shown(caller, wanted.family, Kind.PLAN)
        areas = areas_of(orjson.loads(shown.document), wanted.goal)
        if areas is None:
            raise Refused(
                "goal_unknown",
                "The goal is not in the plan.",
                "A31",
                "Name a goal of the family's plan.",
                danish="Målet findes ikke i planen.",
                danish_next="Angiv et mål i familiens plan.",
            )
        read = Read(wanted.family, caller.text, purpose, way, 0, "", b"", Kind.OFFERS)
        await self._plans.readings.note(read)
        return areas


def matches(offer: Offer, wanted: Wanted, areas: tuple[str, ...] | None) -> bool:
    """Whether an offer is as it is wanted. A goal without areas is met by each. A07, A31, R53."""
    holds: tuple[Callable[[], bool], ...] = (
        lambda: not wanted.area or wanted.area in offer["axes"],
        lambda: not wanted.provider or wanted.provider == offer["provider"]["kind"],
        lambda: not areas or bool(set(areas) & set(offer["axes"])),
        lambda: _says(offer, wanted.words),
    )
    return all(each() for each in holds)


def _says(offer: Offer, words: str) -> bool:
    """Whether every word stands somewhere in what the offer says, in either language."""
    said = " ".join(_texts(offer)).casefold()
    return all(word in said for word in words.casefold().split())


def _texts(offer: Offer) -> Iterator[str]:
    wordings = [offer[name] for name in _IN_BOTH]
    for each in offer["presentations"]:
        wordings += [each["title"], each["words"] or {}]
    yield from (text for each in wordings for text in each.values() if text)
    yield from (text for text in (offer["place"]["name"], offer["provider"]["name"]) if text)
