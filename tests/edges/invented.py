"""A small invented service, its API made by the same generator as the real ones, and callers with tokens."""

import json
import time
from collections.abc import Callable
from contextlib import asynccontextmanager
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, ClassVar
from uuid import uuid4

import grpc
import grpc_tools
from google.protobuf import descriptor_pb2, descriptor_pool
from google.protobuf.descriptor import ServiceDescriptor
from google.protobuf.message_factory import GetMessageClass
from grpc_tools import protoc
from joserfc import jwt
from joserfc.jwk import ECKey, KeySet

from contracts.edge import edge_pb2
from contracts.ids import FamilyId
from contracts.shapes import Code, Command, Part, Text
from deploy.generate.__main__ import ROOT
from deploy.generate.proto import proto
from eventkeep.edge.call import Answer, Call
from eventkeep.edge.caller import CallerTokens
from eventkeep.edge.server import Edge
from eventkeep.settings import Callers, Grpc


class Colour(StrEnum):
    """A kite's colour."""

    RED = "red"
    BLUE = "blue"


class Tail(Part):
    """A kite's tail."""

    bows: int
    note: Text | None = None


class FlyKite(Command):
    """Let a kite fly. R99."""

    stream: ClassVar[str] = "kite"
    kite: FamilyId
    colour: Colour
    purpose: Code
    words: Text
    day: date
    tails: tuple[Tail, ...] = ()
    best: Tail | None = None
    helpers: tuple[FamilyId, ...] = ()
    height: int | None = None
    windy: bool = False


READS = """
service KiteReads {
  rpc Look(FlyKiteRequest) returns (Tail);
  rpc Watch(FlyKiteRequest) returns (stream Tail);
}
"""


def services() -> tuple[ServiceDescriptor, ServiceDescriptor]:
    """The invented service's commands and its reads."""
    pool = descriptor_pool.Default()
    with TemporaryDirectory() as scratch:
        source = Path(scratch) / "kites.proto"
        source.write_text(proto("kites", [FlyKite], {}) + READS)
        out = Path(scratch) / "kites.bin"
        shipped = Path(grpc_tools.__file__).parent / "_proto"
        failed = protoc.main(
            [
                "protoc",
                f"-I{scratch}",
                f"-I{ROOT}",
                f"-I{shipped}",
                f"--descriptor_set_out={out}",
                str(source),
            ]
        )
        assert not failed
        for file in descriptor_pb2.FileDescriptorSet.FromString(out.read_bytes()).file:
            pool.AddSerializedFile(file.SerializeToString())
    return (
        pool.FindServiceByName("helhed.kites.v1.Kites"),
        pool.FindServiceByName("helhed.kites.v1.KiteReads"),
    )


KITES, READ = services()
Request: Any = GetMessageClass(KITES.methods_by_name["FlyKite"].input_type)
TailMessage: Any = GetMessageClass(READ.methods_by_name["Look"].output_type)

FAMILY = "0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a"
ISSUER, AUDIENCE = "https://login.example.dk", "helhed"
KEY = ECKey.generate_key("P-256", {"kid": "first", "use": "sig", "alg": "ES256"})


def token(key: Any = KEY, header: dict[str, Any] | None = None, **claims: Any) -> str:
    """A token as the municipality's login makes them; what is given differs."""
    now = int(time.time())
    given = {
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(uuid4()),
        "iat": now,
        "exp": now + 36_000,
        "helhed_kind": "professional",
        "helhed_department": "employment",
        **claims,
    }
    head = {"alg": "ES256", "kid": "first", "typ": "at+jwt", **(header or {})}
    return jwt.encode(head, {k: v for k, v in given.items() if v is not None}, key, algorithms=[head["alg"]])


def request(**changes: Any) -> Any:
    """A request that is in order; what is given differs."""
    given: dict[str, Any] = {
        "meta": edge_pb2.Meta(command_id=str(uuid4())),
        "kite": FAMILY,
        "colour": "red",
        "purpose": "play",
        "words": "Up it goes",
        "day": "2026-03-01",
    }
    return Request(**{**given, **changes})


async def accept(command: Any, call: Call) -> Answer:
    """A handler that accepts everything."""
    return Answer("token", 7, "kites=7")


def callers(folder: Path, **changes: Any) -> CallerTokens:
    """Verifies tokens against a key file in the folder."""
    path = folder / "jwks.json"
    if not path.exists():
        path.write_text(json.dumps(KeySet([KEY]).as_dict(private=False)))
    given = {
        "jwt_issuer": ISSUER,
        "jwt_audience": AUDIENCE,
        "jwt_jwks_file": path,
        "jwt_leeway": 0,
        **changes,
    }
    return CallerTokens(Callers(**given))


def local(**changes: Any) -> Grpc:
    """An edge's settings for tests: any free port of this machine."""
    return Grpc(**{"grpc_host": "127.0.0.1", "grpc_port": 0, "grace_period": 1, **changes})


@asynccontextmanager
async def running(
    folder: Path, handler: Any = accept, more: Callable[[Edge], None] | None = None, **settings: Any
):
    """An edge that serves the invented commands, and a channel to it."""
    edge = Edge(local(**settings), callers(folder))
    edge.command(KITES, {"FlyKite": FlyKite}, handler)
    if more is not None:
        more(edge)
    port = await edge.start()
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
        yield edge, channel
    await edge.stop()


async def fly(
    channel: Any, sent: Any, bearer: str | None = "", more: tuple[Any, ...] = (), **options: Any
) -> Any:
    """Send the invented command; bytes travel as they are."""
    call = channel.unary_unary(
        "/helhed.kites.v1.Kites/FlyKite",
        request_serializer=None if isinstance(sent, bytes) else Request.SerializeToString,
        response_deserializer=edge_pb2.Accepted.FromString,
    )
    metadata = () if bearer is None else (("authorization", f"Bearer {bearer or token()}"),)
    return await call(sent, metadata=(*metadata, *more), **options)
