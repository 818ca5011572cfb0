"""How overview stands over HTTP, for operations: JSON with problem details, as everywhere."""

from typing import Annotated, Any

from fastapi import APIRouter, Header

from eventkeep.edge.caller import CallerTokens
from services.overview import problems
from services.overview.operations import Operations, document


def routes(operations: Operations, callers: CallerTokens) -> APIRouter:
    """Answers callers whose token says that they are operations."""
    router = APIRouter(tags=["operations"], responses=problems.DESCRIBED)

    @router.get(
        "/operations",
        summary="How overview stands: freshness, what waits, holes, parked families, what differs",
    )
    async def standing(authorization: Annotated[str | None, Header()] = None) -> dict[str, Any]:
        return document(await operations.look(callers.caller(authorization)))

    return router
