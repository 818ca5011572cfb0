"""Spans of an event's way: what is done with it is a child of the command's span, which the event names.

Nothing is done where tracing is off, and next to nothing for events whose command was not sampled.
"""

import re
import time
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from opentelemetry import trace
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from eventkeep.cloudevent import Told, decode

_TRACER = trace.get_tracer("eventkeep")
_TRACES = TraceContextTextMapPropagator()
_SAMPLED = re.compile(rb'"traceparent":"00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f][13579bdf]"')


def traced() -> bool:
    """Whether anybody traces."""
    return not isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider)


def within(name: str) -> AbstractContextManager[Any]:
    """A span around work that is done for the current call."""
    if not traced():
        return nullcontext()
    return _TRACER.start_as_current_span(name, record_exception=False, set_status_on_exception=False)


def begun() -> int:
    """Now, for `done`."""
    return time.time_ns()


def sampled(values: Iterable[bytes]) -> list[Told]:
    """Those of the events in these bytes that somebody traces."""
    return [decode(value) for value in values if _SAMPLED.search(value)] if traced() else []


def done(name: str, events: Sequence[Told], since: int, kind: trace.SpanKind) -> None:
    """A span for each sampled event: this was done with it, from `since` until now."""
    if not events or not traced():
        return
    now = time.time_ns()
    for envelope in (told.envelope for told in events):
        parent = _TRACES.extract({"traceparent": envelope.traceparent})
        if not trace.get_current_span(parent).get_span_context().trace_flags.sampled:
            continue
        attributes: dict[str, str | int] = {
            "helhed.type": envelope.type,
            "helhed.service": envelope.service,
            "helhed.stream": envelope.stream,
            "helhed.version": envelope.version,
        }
        span = _TRACER.start_span(name, parent, kind, attributes, start_time=since)
        span.end(now)
