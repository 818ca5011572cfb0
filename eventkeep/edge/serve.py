"""The one wrapper around every call: caller, deadline, trace, metrics, and refusals instead of errors."""

import asyncio
import re
import time
import traceback
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, NoReturn, cast
from uuid import uuid4

import structlog
from grpc import StatusCode
from grpc.aio import ServicerContext
from opentelemetry import trace
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
from prometheus_client import Histogram

from eventkeep.clock import Clock
from eventkeep.edge.call import Call, Caller
from eventkeep.edge.caller import ACTING, LEADER, OPERATIONS, CallerTokens
from eventkeep.edge.deadlines import Deadlines
from eventkeep.edge.refusals import details_of, status_of
from eventkeep.refused import Refused
from eventkeep.settings import Grpc

SECONDS = Histogram("helhed_grpc_seconds", "How long calls took, by rpc and how they ended", ["rpc", "code"])

Context = ServicerContext[Any, Any]
Work = Callable[[bytes, Call, Context], Awaitable[bytes | None]]
Handler = Callable[[bytes, Context], Awaitable[bytes | None]]

_TRACEPARENT = re.compile(r"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}\Z")
_TRACES = TraceContextTextMapPropagator()
_TRACER = trace.get_tracer("eventkeep.edge")


@dataclass
class Rules:
    """What holds for every call of an edge."""

    settings: Grpc
    tokens: CallerTokens
    statuses: Mapping[str, StatusCode]
    clock: Clock = field(default_factory=Clock)
    deadlines: Deadlines = field(default_factory=Deadlines)
    traced: bool = False


def wrapped(rpc: str, rules: Rules, work: Work, streams: bool, kinds: Collection[str] = ACTING) -> Handler:
    """A gRPC handler over bytes: does `work` for a verified caller of these kinds, in time, and never lets an error
    out."""
    accepted = SECONDS.labels(rpc, "ok")

    async def serve(
        raw: bytes, context: Context, metadata: Mapping[str, Any], traceparent: str | None
    ) -> Any:
        begun, code = time.perf_counter(), "cancelled"
        try:
            caller = rules.tokens.caller(metadata.get("authorization"))
            _require(caller, kinds)
            call = Call(rpc, caller, rules.clock.now(), traceparent=traceparent)
            answer = await _in_time(work, raw, call, context, rules, streams)
            code = "ok"
            return answer
        except Exception as wrong:
            refused = refusal_for(wrong, rpc)
            code = refused.code
            trace.get_current_span().set_attribute("helhed.refused", code)
            await _refuse(context, refused, rules.statuses)
        finally:
            took = accepted if code == "ok" else SECONDS.labels(rpc, code)
            took.observe(time.perf_counter() - begun)

    async def handle(raw: bytes, context: Context) -> Any:
        metadata = dict(context.invocation_metadata() or ())
        if not rules.traced:
            given = metadata.get("traceparent")
            return await serve(raw, context, metadata, given if given and _TRACEPARENT.match(given) else None)
        parent = _TRACES.extract(metadata)
        with _TRACER.start_as_current_span(
            rpc, parent, trace.SpanKind.SERVER, record_exception=False, set_status_on_exception=False
        ) as span:
            return await serve(raw, context, metadata, _traceparent(span.get_span_context()))

    return handle


def _require(caller: Caller, kinds: Collection[str]) -> None:
    if caller.kind not in kinds and caller.kind == LEADER:
        raise Refused(
            "not_for_leaders",
            "Leaders see figures over all families, and nothing else.",
            next_step="Call as a professional or a person.",
        )
    if caller.kind not in kinds and caller.kind == OPERATIONS:
        raise Refused(
            "not_for_operations",
            "Operations see how the services stand, and nothing else.",
            next_step="Call as a professional or a person.",
        )


async def _in_time(
    work: Work, raw: bytes, call: Call, context: Context, rules: Rules, streams: bool
) -> bytes | None:
    """Streams may last as long as their token; other calls as long as is set."""
    remaining, settings = context.time_remaining(), rules.settings
    longest = call.caller.expires - time.time() if streams else settings.max_deadline
    wanted = remaining if remaining is not None else longest if streams else settings.default_deadline
    call.deadline = asyncio.get_running_loop().time() + min(wanted, longest)
    if remaining is not None and remaining <= longest:
        return await work(raw, call, context)  # gRPC itself ends it at the caller's deadline
    task = cast("asyncio.Task[Any]", asyncio.current_task())
    step, reached = rules.deadlines.begin(task, call.deadline), False
    try:
        return await work(raw, call, context)
    except asyncio.CancelledError:
        reached = rules.deadlines.end(task, step)
        if not reached:
            raise
        raise _too_late(streams) from None
    finally:
        if not reached:
            rules.deadlines.end(task, step)


async def _refuse(context: Context, refused: Refused, statuses: Mapping[str, StatusCode]) -> NoReturn:
    status = status_of(refused.code, statuses)
    await context.abort(status, refused.sentence, details_of(refused, status))


def _traceparent(found: trace.SpanContext) -> str | None:
    if not found.is_valid:
        return None
    return f"00-{found.trace_id:032x}-{found.span_id:016x}-{found.trace_flags:02x}"


def _too_late(streams: bool) -> Refused:
    if streams:
        return Refused(
            "deadline_exceeded",
            "The stream's deadline has passed, or its token has expired.",
            next_step="Open it again from where it ended, with a new token where needed.",
            danish_next="Åbn den igen, hvor den sluttede, med et nyt adgangsbevis, hvis det er nødvendigt.",
        )
    return Refused(
        "deadline_exceeded",
        "The call was not done within its deadline.",
        next_step="Try again with the same command id: it is done at most once.",
    )


def refusal_for(wrong: Exception, rpc: str) -> Refused:
    """What a caller is told of an error: the refusal that it is, or a reference to what is logged of it."""
    if isinstance(wrong, Refused):
        return wrong
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
