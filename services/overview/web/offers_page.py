"""The pages of the catalogue: offers looked through, and one offer. They work without a script. A07, A31, A32, R33, P45."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from contracts.plans.events import ProviderKind
from services.overview.offers import Found, Offer, Offers, Wanted
from services.overview.problems import not_here
from services.overview.web.language import LANGUAGES, Language
from services.overview.web.live import WAY
from services.overview.web.pages import signed_in
from services.overview.web.rendered import Templates
from services.overview.web.session import Cookies, Session
from services.overview.web.shelf import CATALOGUE, offer_path


class OffersPage:
    """The pages, for staff and families; to others they are not there."""

    def __init__(self, offers: Offers, templates: Templates, cookies: Cookies) -> None:
        self._offers, self._templates, self._cookies = offers, templates, cookies

    def routes(self) -> list[Route]:
        """Where they are, in both languages."""
        return [route for language in LANGUAGES for route in self._in(CATALOGUE[language])]

    def _in(self, path: str) -> list[Route]:
        return [
            Route(path, signed_in(self._cookies, self._search)),
            Route(f"{path}/{{offer:uuid}}", signed_in(self._cookies, self._one)),
        ]

    async def _search(self, request: Request, session: Session, say: Language) -> Response:
        wanted = wanted_of(request.query_params)
        found = await self._offers.search(session.caller, wanted, WAY)
        everything = await self._offers.search(session.caller, Wanted(), WAY)
        shown = searched(found, everything, wanted, say)
        asked = f"?{request.url.query}" if request.url.query else ""
        other = CATALOGUE[say.other] + asked
        return self._templates.page("offers.html", say, shown, session=session, other=other)

    async def _one(self, request: Request, session: Session, say: Language) -> Response:
        offer = str(request.path_params["offer"])
        found = await self._offers.one(session.caller, offer)
        other = f"{CATALOGUE[say.other]}/{offer}"
        return self._templates.page(
            "offer.html", say, one(found.offers[0], say), session=session, other=other
        )


def wanted_of(asked: Mapping[str, str]) -> Wanted:
    """What an address asks for. Raises Refused where it names no goal or family that there could be."""
    for name in ("goal", "family"):
        try:
            UUID(asked.get(name) or "00000000-0000-0000-0000-000000000000")
        except ValueError:
            raise not_here() from None
    provider = asked.get("provider", "")
    return Wanted(
        asked.get("q", ""),
        asked.get("area", ""),
        provider if provider in list(ProviderKind) else "",
        asked.get("family", ""),
        asked.get("goal", ""),
    )


def searched(found: Found, everything: Found, wanted: Wanted, say: Language) -> dict[str, Any]:
    """All that the template of a search needs. One may choose among the areas that there are offers for."""
    areas = sorted({area for each in everything.offers for area in each["axes"]})
    kinds = {each["provider"]["kind"] for each in everything.offers}
    return {
        "here": CATALOGUE[say.code],
        "wanted": wanted,
        "areas": [(area, area_of(say, area)) for area in areas],
        "providers": [(kind.value, say(f"offer-provider-{kind}")) for kind in ProviderKind if kind in kinds],
        "for_goal": _for_goal(found.areas, say),
        "plan": f"/{say.code}/f/{wanted.family}/plan#goal-{wanted.goal}" if wanted.goal else None,
        "counted": _counted(len(found.offers), say),
        "offers": [_brief(each, say) for each in found.offers],
    }


def _for_goal(areas: Sequence[str] | None, say: Language) -> str | None:
    if areas is None:
        return None
    if not areas:
        return say("offers-for-any-goal")
    return say("offers-for-goal", areas=say.listed(area_of(say, each) for each in areas))


def _counted(number: int, say: Language) -> str:
    if number > 1:
        return say("offers-found", number=number)
    return say("offers-found-one" if number else "offers-found-none")


def _brief(offer: Offer, say: Language) -> dict[str, Any]:
    return {
        "href": offer_path(offer["offer"], say),
        "title": worded(offer["title"], say),
        "goal": worded(offer["goal"], say),
        "areas": [area_of(say, each) for each in offer["axes"]],
        "provider": provider(offer, say),
        "place": offer["place"]["name"],
        "quality": [each for each in quality(offer, say) if each["said"]],
    }


def one(offer: Offer, say: Language) -> dict[str, Any]:
    """All that the template of one offer needs."""
    place = offer["place"]
    return {
        "catalogue": CATALOGUE[say.code],
        "brief": _brief(offer, say),
        "withdrawn": offer["withdrawn"],
        "about": [
            (say(f"offer-{name}"), worded(offer[name], say)) for name in ("goal", "content", "results")
        ],
        "kind": say.called("kind-", offer["kind"]),
        "form": say(f"offer-form-{offer['form']}"),
        "met_at": say("offer-hosted", name=place["name"], host=say.named(place["host"])),
        "integrated": offer["integrated"],
        "draws_on": [say.called("project-", each) for each in offer["draws_on"]],
        "presentations": [
            {
                "kind": say(f"offer-{each['kind']}"),
                "title": worded(each["title"], say),
                "words": each["words"] and worded(each["words"], say),
                "reference": each["reference"],
            }
            for each in offer["presentations"]
        ],
        "quality": list(quality(offer, say)),
    }


def worded(words: Mapping[str, str | None], say: Language) -> dict[str, str]:
    """Public words in the language of the page where there are any, else the Danish ones; and which language it is."""
    if say.code == "en" and words["english"]:
        return {"text": words["english"], "lang": "en"}
    return {"text": words["danish"] or "", "lang": "da"}


def provider(offer: Offer, say: Language) -> str:
    """Who gives an offer. R53, O23."""
    given = offer["provider"]
    if given["kind"] == ProviderKind.DEPARTMENT:
        return say.named(given["department"])
    return f"{given['name']} ({say('offer-provider-' + given['kind']).lower()})"


def quality(offer: Offer, say: Language) -> Iterator[dict[str, Any]]:
    """How good it was to families and to professionals, apart; too few are not told of. P45, INV-59."""
    for whose, said in offer["quality"].items():
        mean = None
        if said:
            number = f"{said['mean']:.1f}".replace(".", "," if say.code == "da" else ".")
            mean = say("offer-quality-mean", mean=number, ratings=said["ratings"], families=said["families"])
        yield {"who": say(f"offer-quality-{whose}"), "said": mean}


def area_of(say: Language, code: str) -> str:
    """What an area of the wheel is called."""
    return say.called("area-", code).lower()
