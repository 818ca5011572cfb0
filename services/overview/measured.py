"""How calls over HTTP went: their time and, where somebody traces, a span. By the route alone: an address names a family."""

import time
from contextlib import nullcontext
from typing import Any

from opentelemetry import trace
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from prometheus_client import Histogram
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from eventkeep.spans import traced

SECONDS = Histogram(
    "helhed_http_seconds", "How long HTTP calls took, by route and status", ["route", "status"]
)
_TRACES = TraceContextTextMapPropagator()
_TRACER = trace.get_tracer("helhed.overview.http")
_METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))


class Measured:
    """Measures each call of an application. An open stream lasts as long as somebody watches."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self._app(scope, receive, send)
        begun, status = time.perf_counter(), 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        with _span(scope) as span:
            try:
                await self._app(scope, receive, noting)
            finally:
                route = _route(scope)
                SECONDS.labels(route, str(status or "cancelled")).observe(time.perf_counter() - begun)
                if span is not None:
                    span.update_name(f"{_method(scope)} {route}")
                    span.set_attributes({"http.route": route, "http.response.status_code": status})


def _span(scope: Scope) -> Any:
    """A span whose parent is the caller's; nothing where nobody traces."""
    if not traced():
        return nullcontext()
    return _TRACER.start_as_current_span(
        "HTTP",
        _TRACES.extract(Headers(scope=scope)),
        trace.SpanKind.SERVER,
        {"http.request.method": _method(scope)},
        record_exception=False,
        set_status_on_exception=False,
    )


def _method(scope: Scope) -> str:
    """Callers may say anything: what is no method is not told on."""
    return scope["method"] if scope["method"] in _METHODS else "_OTHER"


def _route(scope: Scope) -> str:
    """The pattern of the address, such as /api/families/{family}/plan; "none" where nothing stands at it."""
    if "endpoint" not in scope:
        return "none"
    route = str(scope["path"])
    for name, value in sorted(scope.get("path_params", {}).items(), key=lambda item: -len(str(item[1]))):
        route = route.replace(f"/{value}", f"/{{{name}}}")
    return route
