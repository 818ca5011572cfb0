"""How targets stand over HTTP, for leaders: JSON with problem details, as everywhere."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Header, Query

from eventkeep.edge.caller import CallerTokens
from services.overview import problems
from services.overview.outcomes.told import Leaders, document


def routes(leaders: Leaders, callers: CallerTokens) -> APIRouter:
    """Answers callers whose token says that they lead."""
    router = APIRouter(tags=["outcomes"], responses=problems.DESCRIBED)

    @router.get(
        "/outcomes",
        summary="How a programme's targets stood at the end of a month, what works, what open cases lack",
    )
    async def stands(
        programme: Annotated[
            str, Query(max_length=64, description="Its code; without it that with the most families")
        ] = "",
        day: Annotated[
            date | None,
            Query(
                description="Of the last month that had ended by then; without it the newest. `months` lists all"
            ),
        ] = None,
        authorization: Annotated[str | None, Header()] = None,
    ) -> dict[str, Any]:
        return document(await leaders.look(callers.caller(authorization), programme, day))

    return router
