"""How programmes stand over HTTP, for those who work on them or lead a department. R39, R46."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Query, Response

from eventkeep.edge.caller import CallerTokens
from services.overview import problems
from services.overview.programmes.reading import Made, Programmes

_DAY = "The day that it is, where it isn't today in Europe/Copenhagen."
_TOKEN = "The document covers at least what this token names, which came with an accepted command."


def routes(programmes: Programmes, callers: CallerTokens) -> APIRouter:
    """Both documents as JSON, with their hash as ETag."""
    router = APIRouter(prefix="/programmes", tags=["programmes"], responses=problems.DESCRIBED)

    @router.get("", response_class=Response, summary="The programmes that you read about")
    async def listed(authorization: Annotated[str | None, Header()] = None) -> Response:
        return _answered(await programmes.listed(callers.caller(authorization)))

    @router.get(
        "/{programme}",
        response_class=Response,
        summary="A programme: roles, milestones, trainings, guides, money, what it gave",
    )
    async def one(
        programme: UUID,
        authorization: Annotated[str | None, Header()] = None,
        day: Annotated[date | None, Query(description=_DAY)] = None,
        at_least: Annotated[str, Query(description=_TOKEN)] = "",
    ) -> Response:
        caller = callers.caller(authorization)
        return _answered(await programmes.read(caller, str(programme), day, at_least))

    return router


def _answered(made: Made) -> Response:
    return Response(made.document, headers={"ETag": f'"{made.hash.hex()}"'}, media_type="application/json")
