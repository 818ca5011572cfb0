"""Logs (JSON on stderr), traces (OpenTelemetry) and metrics (Prometheus), switched on by one call.

Nothing personal gets out: our own logs carry only keys on a list. Of other libraries' logs only the template,
the place and an error's type are shown, since their texts may hold what a person said.
"""

import json
import logging
import sys
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import structlog
from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import (
    BatchSpanProcessor,
    SimpleSpanProcessor,
    SpanExporter,
    SpanExportResult,
)
from prometheus_client import start_http_server
from structlog.types import EventDict, WrappedLogger

from eventkeep.edge.serve import frames
from eventkeep.settings import Service

ALLOWED = frozenset(
    (
        *("event", "level", "timestamp", "service_name", "instance", "logger", "place"),
        *("error_type", "frames", "reference", "rpc", "code", "reason", "failures"),
        *("service", "family", "families", "stream", "view", "version", "position", "wire", "digest"),
        *("topic", "partition", "offset", "group", "after", "trigger"),
        *("name", "port", "count", "seconds", "step"),
    )
)
_LONGEST = 500
_QUIET = 10.0


def start(settings: Service) -> Callable[[], None]:
    """Switch on what the settings ask for. Returns what switches it off again and sends what is left."""
    logs(settings)
    stops = [_traces(settings)]
    if settings.metrics_port is not None:
        server, thread = start_http_server(settings.metrics_port, settings.metrics_host)
        stops += [server.shutdown, server.server_close, thread.join]

    def stop() -> None:
        for each in stops:
            each()

    return stop


def logs(settings: Service) -> None:
    """All logs as JSON lines on stderr: ours from the wished level on, other libraries' from warnings on."""
    ours = logging.getLevelNamesMapping()[settings.log_level]
    told = {"service_name": settings.service_name, "instance": settings.instance}

    def stamped(logger: WrappedLogger, method: str, entry: EventDict) -> EventDict:
        return {**entry, **told}

    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            stamped,
            only_allowed,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(ours),
        logger_factory=lambda *_: Lines(),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(handlers=[Foreign()], level=max(ours, logging.WARNING), force=True)


def only_allowed(logger: WrappedLogger, method: str, entry: EventDict) -> EventDict:
    """Leave out what isn't on the list, and say so: whoever needs a key adds it there, and is seen to."""
    kept = {key: _short(value) for key, value in entry.items() if key in ALLOWED}
    dropped = sorted(entry.keys() - ALLOWED)
    return {**kept, "dropped": dropped} if dropped else kept


def _short(value: object) -> object:
    return value[:_LONGEST] if isinstance(value, str) else value


class Lines:
    """Writes to stderr. A line that can't be written is lost: a log must not fail a call."""

    def msg(self, line: str) -> None:
        """Write, if it can be."""
        with suppress(OSError, ValueError):
            print(line, file=sys.stderr, flush=True)

    debug = info = warning = error = critical = msg


class Foreign(logging.Handler):
    """Other libraries' logs: the template without what was filled in, the place, and the type of an error.

    Who says the same again and again (a Kafka client without Kafka: 150 lines a second) is heard once in a while,
    with a count of what was left out.
    """

    def __init__(self) -> None:
        super().__init__()
        self._heard: dict[tuple[str, int, str], tuple[float, int]] = {}

    def emit(self, record: logging.LogRecord) -> None:
        wrong = record.exc_info[1] if record.exc_info else None
        template = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
        what = (record.pathname, record.lineno, type(wrong).__name__)
        heard, unheard = self._heard.get(what, (0.0, 0))
        if record.created - heard < _QUIET:
            self._heard[what] = (heard, unheard + 1)
            return
        self._heard[what] = (record.created, 0)
        structlog.get_logger().log(
            record.levelno,
            template.partition("\n")[0],
            logger=record.name,
            place=f"{record.pathname}:{record.lineno}",
            **({"count": unheard} if unheard else {}),
            **({"error_type": type(wrong).__name__, "frames": frames(wrong)} if wrong else {}),
        )


class ToFile(SpanExporter):
    """Spans as JSON lines in a file: for tests, and for a look without a collector."""

    def __init__(self, path: Path) -> None:
        self._file, self._lock = path.open("a"), threading.Lock()

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Append the spans."""
        with self._lock:
            for span in spans:
                self._file.write(json.dumps(_line(span), ensure_ascii=False) + "\n")
            self._file.flush()
        return SpanExportResult.SUCCESS

    def shutdown(self) -> None:
        """Close the file."""
        self._file.close()


def _line(span: ReadableSpan) -> dict[str, object]:
    own, parent = span.get_span_context(), span.parent
    return {
        "name": span.name,
        "trace_id": f"{own.trace_id:032x}" if own else None,
        "span_id": f"{own.span_id:016x}" if own else None,
        "parent_id": f"{parent.span_id:016x}" if parent else None,
        "start": span.start_time,
        "end": span.end_time,
        "service": span.resource.attributes.get("service.name"),
        "attributes": dict(span.attributes or {}),
        "links": [f"{link.context.trace_id:032x}-{link.context.span_id:016x}" for link in span.links],
    }


def _traces(settings: Service) -> Callable[[], None]:
    if settings.otlp_endpoint is None and settings.trace_file is None:
        return lambda: None
    names = {"service.name": settings.service_name, "service.instance.id": settings.instance}
    provider = TracerProvider(resource=Resource.create(names))
    if settings.otlp_endpoint is not None:
        provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=settings.otlp_endpoint)))
    if settings.trace_file is not None:
        provider.add_span_processor(SimpleSpanProcessor(ToFile(settings.trace_file)))
    trace.set_tracer_provider(provider)
    return provider.shutdown
