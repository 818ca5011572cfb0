"""A service's gRPC server: its commands, reads and streams, health and reflection, started by calls."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import aclosing
from typing import Any, cast

import grpc
from google.protobuf.descriptor import MethodDescriptor, ServiceDescriptor
from google.protobuf.message import Message
from google.protobuf.message_factory import GetMessageClass
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_health.v1._async import HealthServicer
from grpc_reflection.v1alpha import reflection
from opentelemetry import trace
from pydantic import BaseModel, ValidationError

from eventkeep import cpr
from eventkeep.clock import Clock
from eventkeep.edge import meta
from eventkeep.edge.call import Answer, Call
from eventkeep.edge.caller import ACTING, CallerTokens
from eventkeep.edge.convert import META, invalid, parsed, plan
from eventkeep.edge.serve import Context, Rules, Work, wrapped
from eventkeep.refused import Refused
from eventkeep.settings import Grpc

CommandHandler = Callable[[Any, Call], Awaitable[Answer]]
ReadHandler = Callable[[Any, Call], Awaitable[Message]]
StreamHandler = Callable[[Any, Call], AsyncIterator[Message]]

LIVENESS, READINESS = "liveness", "readiness"
_ADDED = ("by", "at")


class Edge:
    """Told by calls what it serves; `start` opens the port, `stop` lets running calls end."""

    def __init__(
        self,
        settings: Grpc,
        tokens: CallerTokens,
        statuses: Mapping[str, grpc.StatusCode] | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._settings = settings
        self._rules = Rules(settings, tokens, statuses or {}, clock=clock or Clock())
        self._methods: dict[str, dict[str, grpc.RpcMethodHandler[Any, Any]]] = {}
        self._services: dict[str, ServiceDescriptor] = {}
        self._health = HealthServicer()
        self._servers: list[grpc.aio.Server] = []
        self._streams: set[asyncio.Task[Any]] = set()
        self._stopping = False
        self.port: int | None = None
        self.health_port: int | None = None

    def command(
        self,
        service: ServiceDescriptor,
        commands: Mapping[str, type[BaseModel]],
        handler: CommandHandler,
        names_by_cpr: bool = False,
    ) -> None:
        """Answer these rpcs by making the command of the message and handing it on. One that holds a number of the civil
        register is refused, unless they are there to take it."""
        for rpc, kind in commands.items():
            self._add(service, rpc, _command_work(service.methods_by_name[rpc], kind, handler, names_by_cpr))

    def read(
        self,
        service: ServiceDescriptor,
        rpc: str,
        handler: ReadHandler,
        kinds: Collection[str] = ACTING,
    ) -> None:
        """Answer a plain rpc: message in, message out. Other kinds of callers are refused."""
        asked = _asks(GetMessageClass(service.methods_by_name[rpc].input_type))

        async def work(raw: bytes, call: Call, context: Context) -> bytes:
            return (await handler(asked(raw, call), call)).SerializeToString()

        self._add(service, rpc, work, kinds)

    def stream(self, service: ServiceDescriptor, rpc: str, handler: StreamHandler) -> None:
        """Answer one message with many, by an async generator, until the caller's deadline or token ends."""
        asked = _asks(GetMessageClass(service.methods_by_name[rpc].input_type))

        async def work(raw: bytes, call: Call, context: Context) -> None:
            task = cast("asyncio.Task[Any]", asyncio.current_task())
            self._streams.add(task)
            try:
                made = cast("AsyncGenerator[Message, None]", handler(asked(raw, call), call))
                async with aclosing(made) as messages:
                    async for message in messages:
                        await context.write(message.SerializeToString())
            except asyncio.CancelledError:
                if not self._stopping:
                    raise
                task.uncancel()
                raise Refused("stopping", "This server stops.", next_step="Open the stream again.") from None
            finally:
                self._streams.discard(task)

        self._add(service, rpc, work)

    async def start(self) -> int:
        """Open the port and say which. Alive at once; ready when `set_health` says so."""
        for name, service in self._services.items():
            missing = set(service.methods_by_name) - set(self._methods[name])
            if missing:
                raise TypeError(f"{name} has rpcs that nobody answers: {', '.join(sorted(missing))}")
        settings = self._settings
        self._rules.traced = not isinstance(trace.get_tracer_provider(), trace.ProxyTracerProvider)
        server = grpc.aio.server(options=_options(settings), maximum_concurrent_rpcs=settings.max_calls)
        for name, methods in self._methods.items():
            server.add_generic_rpc_handlers((grpc.method_handlers_generic_handler(name, methods),))
        if self._settings.grpc_reflection:
            named = [*self._methods, "grpc.health.v1.Health", reflection.SERVICE_NAME]
            reflection.enable_server_reflection(named, server)
        await self.set_health(LIVENESS, True)
        await self.set_health(READINESS, False)
        self.port = _listen(server, settings, settings.grpc_port, _credentials(settings))
        self._servers = [server]
        if settings.health_port is not None:
            # A probe has no client certificate: it asks on a port of its own that serves nothing else.
            self._servers.append(grpc.aio.server())
            self.health_port = _listen(self._servers[1], settings, settings.health_port, None)
        for each in self._servers:
            health_pb2_grpc.add_HealthServicer_to_server(self._health, each)
            await each.start()
        return self.port

    async def set_health(self, name: str, serving: bool) -> None:
        """Set "liveness" or "readiness"; "" goes with readiness."""
        statuses = health_pb2.HealthCheckResponse
        status = statuses.SERVING if serving else statuses.NOT_SERVING
        for each in (name, "") if name == READINESS else (name,):
            await self._health.set(each, status)

    async def stop(self) -> None:
        """Not ready at once, and streams end; running calls have the grace period to end."""
        self._stopping = True
        await self.set_health(READINESS, False)
        for stream in self._streams:
            stream.cancel()
        for server in self._servers:
            await server.stop(self._settings.grace_period)

    def _add(self, service: ServiceDescriptor, rpc: str, work: Work, kinds: Collection[str] = ACTING) -> None:
        name = service.full_name
        self._services[name] = service
        methods = self._methods.setdefault(name, {})
        if rpc in methods:
            raise TypeError(f"{name}/{rpc} is answered already")
        streams = service.methods_by_name[rpc].server_streaming
        handler = wrapped(f"{name}/{rpc}", self._rules, work, streams, kinds)
        make = grpc.unary_stream_rpc_method_handler if streams else grpc.unary_unary_rpc_method_handler
        methods[rpc] = make(handler)


def _command_work(
    method: MethodDescriptor, kind: type[BaseModel], handler: CommandHandler, names_by_cpr: bool
) -> Work:
    asked, answered = _asks(GetMessageClass(method.input_type)), GetMessageClass(method.output_type)
    values_of = plan(method.input_type, kind, _ADDED)
    validate = kind.__pydantic_validator__.validate_python

    async def work(raw: bytes, call: Call, context: Context) -> bytes:
        message = asked(raw, call)
        meta.require_command_id(call)
        if not names_by_cpr:
            cpr.require_none(message, raw, META)
        values = values_of(message)
        caller = call.caller
        values["by"] = caller.actor or {"kind": caller.kind, "id": caller.id, "department": caller.department}
        values["at"] = call.occurred_at or call.received_at
        try:
            command = validate(values)
        except ValidationError as wrong:
            raise invalid(wrong) from None
        caller.actor = command.by
        answer = await handler(command, call)
        return answered(token=answer.token, version=answer.version, vector=answer.vector).SerializeToString()

    return work


def _asks(kind: type[Message]) -> Callable[[bytes, Call], Any]:
    """Reads a request, and what travels beside it into the call."""
    with_meta = META in kind.DESCRIPTOR.fields_by_name

    def asked(raw: bytes, call: Call) -> Any:
        message: Any = parsed(kind, raw)
        if with_meta:
            meta.into(call, message.meta)
        return message

    return asked


def _listen(
    server: grpc.aio.Server, settings: Grpc, port: int, credentials: grpc.ServerCredentials | None
) -> int:
    address = f"{settings.grpc_host}:{port}"
    return server.add_secure_port(address, credentials) if credentials else server.add_insecure_port(address)


def _credentials(settings: Grpc) -> grpc.ServerCredentials | None:
    if settings.grpc_tls_certificate is None or settings.grpc_tls_key is None:
        return None
    pair = (settings.grpc_tls_key.read_bytes(), settings.grpc_tls_certificate.read_bytes())
    ca = settings.grpc_tls_client_ca.read_bytes() if settings.grpc_tls_client_ca else None
    return grpc.ssl_server_credentials([pair], ca, require_client_auth=ca is not None)


def _options(settings: Grpc) -> list[tuple[str, int]]:
    alive = int(settings.keepalive * 1_000)
    return [
        ("grpc.max_receive_message_length", settings.max_request_bytes),
        ("grpc.max_send_message_length", settings.max_answer_bytes),
        ("grpc.keepalive_time_ms", alive),
        ("grpc.keepalive_timeout_ms", alive // 2),
        ("grpc.keepalive_permit_without_calls", 1),
        ("grpc.http2.min_recv_ping_interval_without_data_ms", alive // 3),
        ("grpc.so_reuseport", 0),
        # Where gRPC finds many waiting, it cancels calls by chance: whoever opens streams again after a restart.
        ("grpc.server.max_pending_requests", settings.max_calls),
        ("grpc.server.max_pending_requests_hard_limit", settings.max_calls),
    ]
