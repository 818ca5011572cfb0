"""The HTTP API of overview: the same plan as over gRPC, as JSON and as server-sent events. INV-36, INV-38."""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Generator, Mapping
from contextlib import aclosing, contextmanager
from typing import Annotated
from uuid import UUID

import orjson
import uvicorn
from fastapi import APIRouter, FastAPI, Header, Query, Response
from fastapi.responses import StreamingResponse
from fastapi.sse import KEEPALIVE_COMMENT, format_sse_event
from fastapi.telemetry import TelemetryConfig
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from eventkeep.edge.call import Caller
from eventkeep.edge.caller import CallerTokens
from eventkeep.reading import ELSEWHERE
from eventkeep.refused import Refused
from services.overview import (
    http_described,
    http_documents,
    http_groups,
    http_offers,
    http_operations,
    http_outcomes,
    http_programmes,
    problems,
)
from services.overview.http_described import STALE
from services.overview.reads import Reads
from services.overview.shared_plan import SharedPlan, SharedPlans

WAY = "http"
_PULSE = 15.0
_TOKEN = "The plan covers at least what this token names, which came with an accepted command."
# FastAPI's own spans and logs would carry addresses, queries with their tokens, and what was sent.
_NO_TELEMETRY: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
}


def app(
    reads: Reads,
    callers: CallerTokens,
) -> FastAPI:
    """The application. Its description stands at /api/openapi.json; it loads nothing from elsewhere."""
    made = FastAPI(
        title="Helhed overview",
        description="The family plan that every professional attached to a family sees.",
        version="1",
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
        telemetry=_NO_TELEMETRY,
    )
    made.add_middleware(Guarded, headers=_HEADERS)
    problems.answered(made)
    today = reads.plans.rights.today
    for router in (
        _families(reads.plans, callers),
        http_documents.routes(reads.documents, callers, today),
        http_documents.lists(reads.mine, callers, today),
        http_groups.routes(reads.documents.groups, callers),
        http_offers.routes(reads.offers, callers),
        http_programmes.routes(reads.programmes, callers),
        http_operations.routes(reads.operations, callers),
        http_outcomes.routes(reads.leaders, callers),
    ):
        made.include_router(router, prefix="/api")
    return made


def _families(plans: SharedPlans, callers: CallerTokens) -> APIRouter:
    router = APIRouter(prefix="/families/{family}", tags=["family plan"], responses=problems.DESCRIBED)

    @router.get(
        "/plan", response_class=Response, responses=http_described.PLAN, summary="The family's plan now"
    )
    async def plan(
        family: UUID,
        authorization: Annotated[str | None, Header()] = None,
        if_none_match: Annotated[str | None, Header()] = None,
        at_least: Annotated[str, Query(description=_TOKEN)] = "",
    ) -> Response:
        given = await plans.read(callers.caller(authorization), str(family), WAY, at_least)
        headers = {"ETag": etag(given), "Helhed-Token": given.token, "Helhed-As-Of": given.as_of.isoformat()}
        if if_none_match and etag(given) in [each.strip() for each in if_none_match.split(",")]:
            return Response(status_code=304, headers=headers)
        return Response(document(given), headers=headers, media_type="application/json")

    @router.get(
        "/plan/events",
        response_class=Response,
        responses=http_described.EVENTS,
        summary="Each new state of the plan",
    )
    async def events(
        family: UUID,
        authorization: Annotated[str | None, Header()] = None,
        last_event_id: Annotated[str, Header(pattern=rf"^\d{{1,18}}({STALE})?$")] = "0",
        at_least: Annotated[str, Query(description=_TOKEN)] = "",
    ) -> Response:
        caller = callers.caller(authorization)
        await plans.require(caller, str(family), at_least)
        after, stale = int(last_event_id.removesuffix(STALE)), last_event_id.endswith(STALE)
        states = plans.watch(caller, str(family), WAY, at_least, after, stale)
        return StreamingResponse(_sent(states, caller), media_type="text/event-stream")

    return router


class Guarded:
    """Tells browsers and those between what they may do with an answer: at best keep nothing and load nothing."""

    def __init__(self, app: ASGIApp, headers: Mapping[str, str]) -> None:
        self._app, self._headers = app, headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, guarded)


class _Server(uvicorn.Server):
    """Leaves signals to the process: it stops all of its servers in order."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        yield


async def serve(made: ASGIApp, host: str, port: int) -> None:
    """Answers until cancelled; then running answers have two seconds to end."""
    config = uvicorn.Config(
        made,
        host,
        port,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=2,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve())
    try:
        await asyncio.shield(serving)
    except asyncio.CancelledError:
        server.should_exit = True
        await serving
        raise


def etag(given: SharedPlan) -> str:
    """Names a state of the plan."""
    return http_documents.state_tag(given.state_no, given.hash, given.stale)


def document(given: SharedPlan) -> bytes:
    """The plan with what proves it: state number, version vector, hash and freshness. The plan is as it was hashed."""
    about = {
        "family": given.family,
        "state_no": given.state_no,
        "vector": given.vector,
        "hash": given.hash.hex(),
        "view_version": given.view_version,
        "as_of": given.as_of.isoformat(),
        "waiting": given.waiting,
        "stale": given.stale,
        "token": given.token,
        "plan": orjson.Fragment(given.plan),
    }
    return orjson.dumps(about)


async def _sent(states: AsyncIterator[SharedPlan], caller: Caller) -> AsyncGenerator[bytes, None]:
    """Events `plan`, each with its state number as id; `ended` says why there are no more."""
    try:
        async with asyncio.timeout(caller.expires - time.time()), aclosing(with_pulse(states)) as told:
            async for given in told:
                if given is None:
                    yield KEEPALIVE_COMMENT
                else:
                    shown = document(given).decode()
                    name = f"{given.state_no}{STALE if given.stale else ''}"
                    yield format_sse_event(event="plan", id=name, data_str=shown)
    except TimeoutError:
        ended = Refused(
            "token_expired",
            "The token has expired.",
            "",
            "Open it again with a new token.",
            danish_next="Åbn den igen med et nyt adgangsbevis.",
        )
        yield _ended(ended)
    except Refused as refused:
        if refused.code != ELSEWHERE:  # else whoever listens comes again, and meets a process that shows it
            yield _ended(refused)


def _ended(refused: Refused) -> bytes:
    return format_sse_event(event="ended", data_str=orjson.dumps(problems.problem(refused)).decode())


async def with_pulse(
    states: AsyncIterator[SharedPlan], seconds: float = _PULSE
) -> AsyncGenerator[SharedPlan | None, None]:
    """The states, and None each time that there was none for so many seconds."""
    upcoming = asyncio.ensure_future(_next(states))
    try:
        while True:
            await asyncio.wait({upcoming}, timeout=seconds)
            if not upcoming.done():
                yield None
                continue
            yield upcoming.result()
            upcoming = asyncio.ensure_future(_next(states))
    finally:
        upcoming.cancel()


async def _next(states: AsyncIterator[SharedPlan]) -> SharedPlan:
    return await anext(states)
