"""Health, reflection, reads, streams, traces, metrics, and a stop that lets running calls end."""

import asyncio
import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import grpc
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from google.protobuf.descriptor_pb2 import FileDescriptorProto
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection_pb2, reflection_pb2_grpc
from prometheus_client import REGISTRY

from contracts.edge import edge_pb2
from eventkeep.edge.call import Answer, Call
from eventkeep.edge.server import Edge
from tests.edges.invented import (
    KITES,
    READ,
    FlyKite,
    TailMessage,
    accept,
    callers,
    fly,
    local,
    request,
    running,
    token,
)
from tests.edges.test_commands import Heard, refused

SERVING, NOT_SERVING = health_pb2.HealthCheckResponse.SERVING, health_pb2.HealthCheckResponse.NOT_SERVING
TRACEPARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"


async def look(asked: Any, call: Call) -> Any:
    """A read that answers with what it was asked."""
    return TailMessage(bows=len(asked.words), note=call.after)


async def count(asked: Any, call: Call) -> AsyncIterator[Any]:
    """A stream that counts without end."""
    bows = 0
    while True:
        yield TailMessage(bows=bows)
        bows += 1
        await asyncio.sleep(0.02)


def watch(edge: Edge) -> None:
    """Serve the invented reads."""
    edge.read(READ, "Look", look)
    edge.stream(READ, "Watch", count)


async def healths(channel: Any) -> list[Any]:
    """What the three names say, asked without a token."""
    stub = health_pb2_grpc.HealthStub(channel)
    return [
        (await stub.Check(health_pb2.HealthCheckRequest(service=name))).status
        for name in ("", "liveness", "readiness")
    ]


async def test_alive_at_once_and_ready_when_said(tmp_path: Path) -> None:
    async with running(tmp_path) as (edge, channel):
        assert await healths(channel) == [NOT_SERVING, SERVING, NOT_SERVING]
        await edge.set_health("readiness", True)
        assert await healths(channel) == [SERVING, SERVING, SERVING]
        await edge.set_health("liveness", False)
        assert await healths(channel) == [SERVING, NOT_SERVING, SERVING]


async def test_probes_may_have_a_port_of_their_own(tmp_path: Path) -> None:
    async with (
        running(tmp_path, health_port=0) as (edge, _),
        grpc.aio.insecure_channel(f"127.0.0.1:{edge.health_port}") as channel,
    ):
        assert await healths(channel) == [NOT_SERVING, SERVING, NOT_SERVING]
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await fly(channel, request())
        assert caught.value.code() is grpc.StatusCode.UNIMPLEMENTED


async def test_reflection_shows_the_api_when_it_is_on(tmp_path: Path) -> None:
    asked = reflection_pb2.ServerReflectionRequest(file_containing_symbol="helhed.kites.v1.Kites")
    async with running(tmp_path, grpc_reflection=True) as (_, channel):
        stub = reflection_pb2_grpc.ServerReflectionStub(channel)
        answers = [answer async for answer in stub.ServerReflectionInfo(iter([asked]))]
        files = [
            FileDescriptorProto.FromString(f)
            for f in answers[0].file_descriptor_response.file_descriptor_proto
        ]
        assert "kites.proto" in [file.name for file in files]
    async with running(tmp_path) as (_, channel):
        stub = reflection_pb2_grpc.ServerReflectionStub(channel)
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            [answer async for answer in stub.ServerReflectionInfo(iter([asked]))]
        assert caught.value.code() is grpc.StatusCode.UNIMPLEMENTED


async def test_reads_and_streams_have_the_same_wrapper(tmp_path: Path) -> None:
    metadata = (("authorization", f"Bearer {token()}"),)
    async with running(tmp_path, more=watch) as (_, channel):
        read = channel.unary_unary(
            "/helhed.kites.v1.KiteReads/Look",
            request_serializer=lambda m: m.SerializeToString(),
            response_deserializer=TailMessage.FromString,
        )
        asked = request(meta=edge_pb2.Meta(after="abc"), words="four")
        assert await read(asked, metadata=metadata) == TailMessage(bows=4, note="abc")
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await read(asked)
        assert caught.value.code() is grpc.StatusCode.UNAUTHENTICATED
        stream = channel.unary_stream(
            "/helhed.kites.v1.KiteReads/Watch",
            request_serializer=lambda m: m.SerializeToString(),
            response_deserializer=TailMessage.FromString,
        )
        call, seen = stream(asked, metadata=metadata), []
        async for tail in call:
            seen.append(tail.bows)
            if len(seen) == 3:
                break
        call.cancel()
        assert seen == [0, 1, 2]


async def test_a_trace_goes_on_through_the_call_and_an_ill_formed_one_is_dropped(tmp_path: Path) -> None:
    heard = Heard()
    async with running(tmp_path, heard) as (_, channel):
        await fly(channel, request(), more=(("traceparent", TRACEPARENT),))
        assert heard.call.traceparent.split("-")[1] == TRACEPARENT.split("-")[1]
        await fly(channel, request(), more=(("traceparent", "anna@example.dk"),))
        assert heard.call.traceparent is None or re.fullmatch(
            r"00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]", heard.call.traceparent
        )


async def test_calls_are_counted_by_rpc_and_by_how_they_ended(tmp_path: Path) -> None:
    def counted(code: str) -> float:
        labels = {"rpc": "helhed.kites.v1.Kites/FlyKite", "code": code}
        return REGISTRY.get_sample_value("helhed_grpc_seconds_count", labels) or 0.0

    before = counted("ok"), counted("invalid_input")
    async with running(tmp_path) as (_, channel):
        await fly(channel, request())
        await refused(channel, request(words=""), grpc.StatusCode.INVALID_ARGUMENT)
    assert (counted("ok"), counted("invalid_input")) == (before[0] + 1, before[1] + 1)


async def test_a_running_call_ends_well_while_the_edge_stops(tmp_path: Path) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slow(command: Any, call: Call) -> Answer:
        begun.set()
        await go_on.wait()
        return Answer("token", 1, "kites=1")

    edge = Edge(local(grace_period=10), callers(tmp_path))
    edge.command(KITES, {"FlyKite": FlyKite}, slow)
    port = await edge.start()
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
        running_call = asyncio.ensure_future(fly(channel, request()))
        await begun.wait()
        stopping = asyncio.ensure_future(edge.stop())
        await asyncio.sleep(0)
        go_on.set()
        assert (await running_call).version == 1
        await stopping


async def test_open_streams_end_at_once_when_the_edge_stops(tmp_path: Path) -> None:
    async with running(tmp_path, more=watch, grace_period=30) as (edge, channel):
        stream = channel.unary_stream(
            "/helhed.kites.v1.KiteReads/Watch", request_serializer=lambda m: m.SerializeToString()
        )
        call = stream(request(), metadata=(("authorization", f"Bearer {token()}"),))
        await call.read()
        async with asyncio.timeout(5):
            await edge.stop()
        assert await call.code() is grpc.StatusCode.UNAVAILABLE
        assert await call.details() == "This server stops."


async def test_with_tls_only_callers_with_a_certificate_get_through(tmp_path: Path) -> None:
    key, certificate = self_signed(tmp_path)
    tls = {"grpc_tls_key": key, "grpc_tls_certificate": certificate, "grpc_tls_client_ca": certificate}
    with_one = grpc.ssl_channel_credentials(
        certificate.read_bytes(), key.read_bytes(), certificate.read_bytes()
    )
    without = grpc.ssl_channel_credentials(certificate.read_bytes())
    async with running(tmp_path, **tls) as (edge, _):
        address = f"localhost:{edge.port}"
        async with grpc.aio.secure_channel(address, with_one) as channel:
            assert (await fly(channel, request())).version == 7
        async with grpc.aio.secure_channel(address, without) as channel:
            with pytest.raises(grpc.aio.AioRpcError) as caught:
                await fly(channel, request(), timeout=3)
            assert caught.value.code() is grpc.StatusCode.UNAVAILABLE


def self_signed(folder: Path) -> tuple[Path, Path]:
    """A key and its certificate for localhost."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC).replace(tzinfo=None)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now)
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, none = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "tls.key").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, none))
    (folder / "tls.crt").write_bytes(certificate.public_bytes(pem))
    return folder / "tls.key", folder / "tls.crt"


async def test_an_edge_does_not_start_with_an_rpc_that_nobody_answers(tmp_path: Path) -> None:
    edge = Edge(local(), callers(tmp_path))
    edge.read(READ, "Look", look)
    with pytest.raises(TypeError, match="Watch"):
        await edge.start()


async def test_a_message_and_a_class_that_do_not_fit_are_found_at_start(tmp_path: Path) -> None:
    class Other(FlyKite):
        """A later version of the class than of the generated message."""

        wind: int = 0

    edge = Edge(local(), callers(tmp_path))
    with pytest.raises(TypeError, match="wind"):
        edge.command(KITES, {"FlyKite": Other}, accept)
