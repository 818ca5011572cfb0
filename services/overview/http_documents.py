"""The documents beside the shared plan over HTTP: one address each, JSON with an ETag, refusals as problem details."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import APIRouter, Header, Query, Request, Response
from pydantic import BaseModel, Field

from contracts.access import Kind
from eventkeep.edge.caller import CallerTokens
from services.overview import problems
from services.overview.documents import Asked, Documents, Given
from services.overview.http_described import STALE, Described, document, listed
from services.overview.my_families import MyFamilies
from services.overview.sentences import Language
from services.overview.worklist import PARTS

Today = Callable[[], date]
"""Says which day it is in Europe/Copenhagen."""
WAY = "http"
_TOKEN = "The document covers at least what this token names, which came with an accepted command."
_TOKEN_OF_ONE = (
    "The list covers at least what this token names of its family; it came with an accepted command."
)
_DAY = "The day that it is, where it isn't today in Europe/Copenhagen."


@dataclass(frozen=True)
class Address:
    """Where a kind of document stands, and the words that it can be asked with."""

    path: str
    kind: Kind
    summary: str
    words: tuple[tuple[str, str], ...] = ()


ADDRESSES = (
    Address(
        "/plan/as-of",
        Kind.AS_OF,
        "The plan as it was, as far as it was recorded by then",
        (
            ("moment", "A time with its zone (RFC 3339)."),
            ("vector", "A version vector that was shown."),
            ("version", "The number of an approval: 1 is the first."),
        ),
    ),
    Address(
        "/history",
        Kind.HISTORY,
        "What happened, one sentence for each event, by month",
        (("part", "all, plan, meetings, people or progress."), ("month", "One month, such as 2026-01.")),
    ),
    Address(
        "/news",
        Kind.NEWS,
        "What is new since you saw the plan last",
        (("since", "The version vector of a state that you saw, instead of the last one."),),
    ),
    Address("/tasks", Kind.TASKS, "What is yours to do, by date"),
    Address("/contact-map", Kind.CONTACT_MAP, "Who is in contact with the family, since when and why"),
    Address(
        "/meetings/{meeting}/pack",
        Kind.MEETING_PACK,
        "What a meeting needs: agenda, plan, parts to present, decisions still missing",
        (("meeting", "UUID of the meeting."),),
    ),
    Address("/informed", Kind.INFORMED, "Who has seen which version of the plan, and who is behind"),
    Address(
        "/measures", Kind.MEASURES, "What is measured of the family over time, with its scale and change"
    ),
    Address("/case", Kind.CASE, "What the case rests on, and what was asked of the health service"),
    Address("/shared", Kind.SHARED, "What the family shares with you, who stand by it"),
    Address("/read-log", Kind.READ_LOG, "Who read what of the family, when and for what purpose"),
)


class Acknowledgement(BaseModel):
    """The reader knows this state of the plan."""

    state_no: Annotated[int, Field(ge=1, lt=2**53)]


_LISTS = (
    (
        "/worklist",
        Kind.WORKLIST,
        "What a coordinator has to see to, over all of his or her families",
        listed(*PARTS, "families", counted=True),
    ),
    (
        "/families",
        Kind.SUMMARY,
        "The families that you may read, and those that share something with you",
        listed("families", "shared"),
    ),
)


def lists(mine: MyFamilies, callers: CallerTokens, today: Today) -> APIRouter:
    """Answers what is about all families of one reader: who that is comes from the token."""
    router = APIRouter(prefix="/my", tags=["my families"], responses=problems.DESCRIBED)
    for path, kind, summary, looks in _LISTS:
        _add_list(router, path, kind, summary, looks, mine, callers, today)
    return router


def _add_list(
    router: APIRouter,
    path: str,
    kind: Kind,
    summary: str,
    looks: Described,
    mine: MyFamilies,
    callers: CallerTokens,
    today: Today,
) -> None:
    async def answer(
        authorization: Annotated[str | None, Header()] = None,
        if_none_match: Annotated[str | None, Header()] = None,
        language: Annotated[Language, Query(description="Of the sentences.")] = Language.DANISH,
        day: Annotated[date | None, Query(description=_DAY)] = None,
        at_least: Annotated[str, Query(description=_TOKEN_OF_ONE)] = "",
    ) -> Response:
        asked = Asked(kind, day or today(), language)
        listed = await mine.read(callers.caller(authorization), asked, WAY, at_least)
        return sent(listed.document, f'"{listed.hash.hex()}"', {}, if_none_match)

    router.add_api_route(
        path,
        answer,
        methods=["GET"],
        response_class=Response,
        summary=summary,
        operation_id=f"my-{path[1:]}",
        responses=looks,
    )


def routes(documents: Documents, callers: CallerTokens, today: Today) -> APIRouter:
    """Answers each address."""
    router = APIRouter(prefix="/families/{family}", tags=["documents"], responses=problems.DESCRIBED)
    for address in ADDRESSES:
        _add(router, address, documents, callers, today)

    @router.post(
        "/plan/acknowledgements", summary="Say that you know a state of the plan that you were shown"
    )
    async def acknowledge(
        family: UUID, said: Acknowledgement, authorization: Annotated[str | None, Header()] = None
    ) -> dict[str, Any]:
        return await documents.acknowledge(callers.caller(authorization), str(family), said.state_no)

    return router


def _add(
    router: APIRouter, address: Address, documents: Documents, callers: CallerTokens, today: Today
) -> None:
    async def answer(
        family: UUID,
        request: Request,
        authorization: Annotated[str | None, Header()] = None,
        if_none_match: Annotated[str | None, Header()] = None,
        language: Annotated[Language, Query(description="Of the sentences.")] = Language.DANISH,
        day: Annotated[date | None, Query(description=_DAY)] = None,
        at_least: Annotated[str, Query(description=_TOKEN)] = "",
    ) -> Response:
        caller = callers.caller(authorization)
        given_words = {**request.query_params, **request.path_params}
        words = {name: str(given_words[name]) for name, _ in address.words if name in given_words}
        asked = Asked(address.kind, day or today(), language, words)
        return answered(await documents.read(caller, str(family), asked, WAY, at_least), if_none_match)

    in_path = [name for name, _ in address.words if f"{{{name}}}" in address.path]
    router.add_api_route(
        address.path,
        answer,
        methods=["GET"],
        response_class=Response,
        summary=address.summary,
        operation_id=str(address.kind),
        responses=document(address.kind),
        openapi_extra={
            "parameters": [
                {
                    "name": name,
                    "in": "path" if name in in_path else "query",
                    "required": name in in_path,
                    "description": says,
                    "schema": {"type": "string"},
                }
                for name, says in address.words
            ]
        },
    )


def answered(given: Given, if_none_match: str | None) -> Response:
    """A document as JSON, or that it is still what the caller has."""
    headers = {"Helhed-Token": given.token, "Helhed-As-Of": given.as_of.isoformat()}
    etag = state_tag(given.state_no, given.hash, given.stale)
    return sent(body(given), etag, headers, if_none_match)


def state_tag(state_no: int, digest: bytes, stale: bool) -> str:
    """An ETag that names a state: its number and its hash, and whether it stands still."""
    return f'"{state_no}-{digest.hex()}{STALE if stale else ""}"'


def sent(content: bytes, etag: str, headers: dict[str, str], if_none_match: str | None) -> Response:
    """What is asked for, or that it is still what the caller has."""
    headers = {"ETag": etag, **headers}
    if if_none_match and etag in [each.strip() for each in if_none_match.split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(content, headers=headers, media_type="application/json")


def body(given: Given) -> bytes:
    """The document, with the state that it was made of. The document is as it was hashed."""
    about = {
        "family": given.family,
        "kind": given.kind,
        "state_no": given.state_no,
        "vector": given.vector,
        "hash": given.hash.hex(),
        "as_of": given.as_of.isoformat(),
        "stale": given.stale,
        "token": given.token,
        "document": orjson.Fragment(given.document),
    }
    return orjson.dumps(about)
