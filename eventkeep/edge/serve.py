"""The one wrapper around every call: caller, deadline, trace, metrics, and refusals instead of errors."""

import asyncio
import time
import traceback
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NoReturn
from uuid import uuid4

import structlog
from grpc import StatusCode
from grpc.aio import ServicerContext
from opentelemetry import context as otel_context
from opentelemetry import trace
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from prometheus_client import Histogram
from pydantic import ValidationError

from eventkeep.edge.call import Call
from eventkeep.edge.caller import CallerTokens
from eventkeep.edge.convert import invalid
from eventkeep.edge.refusals import details_of, status_of
from eventkeep.refused import Refused
from eventkeep.settings import Grpc

SECONDS = Histogram("helhed_grpc_seconds", "How long calls took, by rpc and how they ended", ["rpc", "code"])

Context = ServicerContext[Any, Any]
Work = Callable[[bytes, Call, Context], Awaitable[bytes | None]]
Handler = Callable[[bytes, Context], Awaitable[bytes | None]]

_TRACES = TraceContextTextMapPropagator()
_TRACER = trace.get_tracer("eventkeep.edge")


@dataclass(frozen=True)
class Rules:
    """What holds for every call of an edge."""

    settings: Grpc
    tokens: CallerTokens
    statuses: Mapping[str, StatusCode]


def wrapped(rpc: str, rules: Rules, work: Work, streams: bool) -> Handler:
    """A gRPC handler over bytes: does `work` for a verified caller, in time, and never lets an error out."""
    accepted = SECONDS.labels(rpc, "ok")

    async def handle(raw: bytes, context: Context) -> bytes | None:
        begun = time.perf_counter()
        metadata: dict[str, Any] = dict(context.invocation_metadata() or ())
        span = _TRACER.start_span(rpc, _TRACES.extract(metadata), trace.SpanKind.SERVER)
        entered = otel_context.attach(trace.set_span_in_context(span))
        code, limit = "cancelled", None
        try:
            call = Call(rpc, rules.tokens.caller(metadata.get("authorization")), datetime.now(UTC))
            call.traceparent = _traceparent(span)
            limit = _limit(call, rules.settings, context.time_remaining(), streams)
            if limit is None:
                answer = await work(raw, call, context)
            else:
                async with limit:
                    answer = await work(raw, call, context)
            code = "ok"
            return answer
        except Exception as wrong:
            refused = _refusal(wrong, rpc, limit, streams)
            code = refused.code
            await _refuse(context, refused, rules.statuses)
        finally:
            took = accepted if code == "ok" else SECONDS.labels(rpc, code)
            took.observe(time.perf_counter() - begun)
            if code != "ok":
                span.set_attribute("helhed.refused", code)
            otel_context.detach(entered)
            span.end()

    return handle


async def _refuse(context: Context, refused: Refused, statuses: Mapping[str, StatusCode]) -> NoReturn:
    status = status_of(refused.code, statuses)
    await context.abort(status, refused.sentence, details_of(refused, status))


def _limit(call: Call, settings: Grpc, remaining: float | None, streams: bool) -> asyncio.Timeout | None:
    """Sets the call's deadline. Where gRPC ends the call at the caller's, none of ours is needed."""
    longest = call.caller.expires - time.time() if streams else settings.max_deadline
    wanted = remaining if remaining is not None else longest if streams else settings.default_deadline
    call.deadline = asyncio.get_running_loop().time() + min(wanted, longest)
    return None if remaining is not None and remaining <= longest else asyncio.timeout_at(call.deadline)


def _traceparent(span: trace.Span) -> str | None:
    found = span.get_span_context()
    if not found.is_valid:
        return None
    return f"00-{found.trace_id:032x}-{found.span_id:016x}-{found.trace_flags:02x}"


def _refusal(wrong: Exception, rpc: str, limit: asyncio.Timeout | None, streams: bool) -> Refused:
    if isinstance(wrong, Refused):
        return wrong
    if isinstance(wrong, ValidationError):
        return invalid(wrong)
    if isinstance(wrong, TimeoutError) and limit is not None and limit.expired():
        if streams:
            return Refused(
                "deadline_exceeded",
                "The stream's deadline has passed, or its token has expired.",
                next_step="Open it again from where it ended, with a new token where needed.",
            )
        return Refused(
            "deadline_exceeded",
            "The call was not done within its deadline.",
            next_step="Try again with the same command id: it is done at most once.",
        )
    reference = uuid4().hex
    structlog.get_logger().error(
        "call_failed", rpc=rpc, reference=reference, error_type=type(wrong).__name__, frames=frames(wrong)
    )
    return Refused(
        "internal",
        f"Something went wrong here. Reference {reference}.",
        next_step="Try again with the same command id; if it goes on, name the reference.",
        facts={"reference": reference},
    )


def frames(wrong: BaseException) -> list[str]:
    """Where an error arose, without its text: that may hold what a person said."""
    found = traceback.extract_tb(wrong.__traceback__)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in found]
