"""Group courses over HTTP: one of them, and those of the caller; JSON with an ETag, refusals as problem details."""

from typing import Annotated
from uuid import UUID

import orjson
from fastapi import APIRouter, Header, Query, Response

from eventkeep.edge.caller import CallerTokens
from services.overview import http_described, problems
from services.overview.groups.reading import GivenGroup, Groups
from services.overview.http_documents import WAY, sent, state_tag

_TOKEN = "The group covers at least what this token names, which came with an accepted command on it."


def routes(groups: Groups, callers: CallerTokens) -> APIRouter:
    """Answers who leads a group, or takes part in it."""
    router = APIRouter(tags=["group courses"], responses=problems.DESCRIBED)

    @router.get(
        "/groups/{group}",
        response_class=Response,
        responses=http_described.group(),
        summary="A group course: sessions, agenda, proposals, activities, offers presented",
    )
    async def one(
        group: UUID,
        authorization: Annotated[str | None, Header()] = None,
        if_none_match: Annotated[str | None, Header()] = None,
        at_least: Annotated[str, Query(description=_TOKEN)] = "",
    ) -> Response:
        given = await groups.read(callers.caller(authorization), str(group), WAY, at_least)
        headers = {"Helhed-Token": given.token, "Helhed-As-Of": given.as_of.isoformat()}
        return sent(_body(given), state_tag(given.state_no, given.hash, given.stale), headers, if_none_match)

    @router.get(
        "/my/groups",
        response_class=Response,
        responses=http_described.listed("groups"),
        summary="The group courses that you lead, or take part in",
    )
    async def mine(
        authorization: Annotated[str | None, Header()] = None,
        if_none_match: Annotated[str | None, Header()] = None,
    ) -> Response:
        document, digest = await groups.of(callers.caller(authorization), WAY)
        return sent(document, f'"{digest.hex()}"', {}, if_none_match)

    return router


def _body(given: GivenGroup) -> bytes:
    """The group, with the state that it was made of. The document is as it was hashed."""
    about = {
        "group": given.group,
        "state_no": given.state_no,
        "vector": given.vector,
        "hash": given.hash.hex(),
        "as_of": given.as_of.isoformat(),
        "stale": given.stale,
        "token": given.token,
        "document": orjson.Fragment(given.document),
    }
    return orjson.dumps(about)
