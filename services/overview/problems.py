"""Refusals over HTTP: problem details (RFC 9457) with the code, the rule and what to do next."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from grpc import StatusCode
from starlette.exceptions import HTTPException

from eventkeep.edge.refusals import status_of
from eventkeep.edge.serve import refusal_for
from eventkeep.refused import Refused
from services.overview.http_described import PROBLEM, Described

_STATUS = {
    StatusCode.INVALID_ARGUMENT: 400,
    StatusCode.UNAUTHENTICATED: 401,
    StatusCode.PERMISSION_DENIED: 403,
    StatusCode.NOT_FOUND: 404,
    StatusCode.ALREADY_EXISTS: 409,
    StatusCode.ABORTED: 409,
    StatusCode.FAILED_PRECONDITION: 409,
    StatusCode.INTERNAL: 500,
    StatusCode.UNAVAILABLE: 503,
    StatusCode.DEADLINE_EXCEEDED: 504,
}
_MEDIA = "application/problem+json"
_CONTENT = {_MEDIA: {"schema": PROBLEM}}
DESCRIBED: Described = {
    "4XX": {"description": "Refused: `code` is stable, `title` says it in words.", "content": _CONTENT},
    "5XX": {"description": "Not now: try again.", "content": _CONTENT},
}


def answered(app: FastAPI) -> None:
    """Whatever goes wrong is answered as a problem, never with a stack trace or what was sent."""

    @app.exception_handler(Exception)
    async def failed(request: Request, wrong: Exception) -> JSONResponse:
        route = request.scope.get("route")
        return response(refusal_for(wrong, route.path if route else "unknown"))

    @app.exception_handler(Refused)
    async def refused(request: Request, wrong: Refused) -> JSONResponse:
        return response(wrong)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, wrong: RequestValidationError) -> JSONResponse:
        facts = {".".join(map(str, each["loc"])): "is not valid" for each in wrong.errors()}
        return response(Refused("invalid_input", "Not valid.", "", "Correct these fields.", facts))

    @app.exception_handler(HTTPException)
    async def nowhere(request: Request, wrong: HTTPException) -> JSONResponse:
        return response(_not_so() if wrong.status_code == 405 else not_here(), wrong.status_code)


def _not_so() -> Refused:
    return Refused(
        "method_not_allowed",
        "This can't be done at this address.",
        "",
        "See /api/openapi.json.",
        danish="Det kan ikke gøres på denne adresse.",
        danish_next="Se /api/openapi.json.",
    )


def not_here() -> Refused:
    """Nothing stands at this address."""
    return Refused(
        "address_not_found",
        "There is nothing at this address.",
        "",
        "See /api/openapi.json.",
        danish="Der er ingenting på denne adresse.",
        danish_next="Se /api/openapi.json.",
    )


def problem(refused: Refused, status: int | None = None) -> dict[str, Any]:
    """A refusal as problem details."""
    return {
        "type": f"urn:helhed:refusal:{refused.code}",
        "title": refused.sentence,
        "title_da": refused.danish,
        "status": status or http_status(refused),
        "code": refused.code,
        "rule": refused.rule,
        "next_step": refused.next_step,
        "next_step_da": refused.danish_next,
        "facts": refused.facts,
    }


def http_status(refused: Refused) -> int:
    """The HTTP status of a refusal."""
    return _STATUS[status_of(refused.code)]


def response(refused: Refused, status: int | None = None) -> JSONResponse:
    """A refusal as an answer."""
    found = status or http_status(refused)
    headers = {401: {"WWW-Authenticate": "Bearer"}, 503: {"Retry-After": "1"}}.get(found)
    return JSONResponse(problem(refused, found), found, headers, _MEDIA)
