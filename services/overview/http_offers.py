"""The catalogue of offers over HTTP: looked through, and one offer by its id. A07, A31."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Header, Query

from contracts.plans.events import ProviderKind
from eventkeep.edge.caller import CallerTokens
from services.overview import problems
from services.overview.offers import Offers, Wanted

WAY = "http"
_TOKEN = "The answer covers at least what this token names, which came with an accepted command about the catalogue."
_Token = Annotated[str, Query(description=_TOKEN)]
_Caller = Annotated[str | None, Header()]


def routes(offers: Offers, callers: CallerTokens) -> APIRouter:
    """Answers staff and families."""
    router = APIRouter(prefix="/offers", tags=["offers"], responses=problems.DESCRIBED)

    @router.get("", summary="Offers that can be taken, by words, area, who gives them, or a goal of a plan")
    async def search(
        authorization: _Caller = None,
        q: Annotated[str, Query(description="Every word has to stand in what the offer says.")] = "",
        area: Annotated[str, Query(description="An area of the wheel, by its code.")] = "",
        provider: Annotated[ProviderKind | None, Query(description="Who gives it.")] = None,
        goal: Annotated[UUID | None, Query(description="A goal of the plan of `family`.")] = None,
        family: Annotated[UUID | None, Query(description="Whose plan the goal stands in.")] = None,
        at_least: _Token = "",
    ) -> dict[str, Any]:
        wanted = Wanted(q, area, provider or "", str(family or ""), str(goal or ""))
        found = await offers.search(callers.caller(authorization), wanted, WAY, at_least)
        return found.document()

    @router.get("/{offer}", summary="One offer, also where it was withdrawn")
    async def one(offer: UUID, authorization: _Caller = None, at_least: _Token = "") -> dict[str, Any]:
        return (await offers.one(callers.caller(authorization), str(offer), at_least)).document()

    return router
