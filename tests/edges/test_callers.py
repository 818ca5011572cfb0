"""Whose tokens are believed."""

import asyncio
import base64
import hmac
import json
import os
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import grpc
import pytest
from cryptography.hazmat.primitives import serialization
from joserfc.jwk import ECKey, KeySet, RSAKey

from eventkeep.refused import Refused
from tests.edges.invented import KEY, callers, fly, request, running, token
from tests.edges.test_commands import Heard, refused
from tests.edges.test_server import watch

OTHER = ECKey.generate_key("P-256", {"kid": "first", "use": "sig", "alg": "ES256"})
RSA = RSAKey.generate_key(2_048, {"kid": "first"})
NOW = int(time.time())


def forged(signature: bytes = b"", secret: bytes | None = None, **header: Any) -> str:
    """A token with a head of the forger's choice, unsigned or signed with a secret."""
    head = _encoded(json.dumps({"alg": "none", "kid": "first", **header}).encode())
    signed = f"{head}.{token().split('.')[1]}"
    if secret is not None:
        signature = hmac.digest(secret, signed.encode(), "sha256")
    return f"{signed}.{_encoded(signature)}"


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


PUBLIC = KEY.raw_value.public_key().public_bytes(
    serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
)


@pytest.mark.parametrize(
    ("bearer", "code"),
    [
        (token(iss="https://elsewhere.example"), "token_not_accepted"),
        (token(iss=None), "token_not_accepted"),
        (token(aud="others"), "token_not_accepted"),
        (token(aud=None), "token_not_accepted"),
        (token(exp=NOW - 100), "token_expired"),
        (token(exp=None), "token_not_accepted"),
        (token(exp="tomorrow"), "token_not_accepted"),
        (token(nbf=NOW + 600), "token_not_accepted"),
        (token(iat=NOW + 600), "token_not_accepted"),
        (token(sub="anna"), "token_not_accepted"),
        (token(sub=None), "token_not_accepted"),
        (token(helhed_kind="admin"), "token_not_accepted"),
        (token(helhed_kind="department"), "token_not_accepted"),
        (token(helhed_kind=None), "token_not_accepted"),
        (token(helhed_kind=["person"]), "token_not_accepted"),
        (token(helhed_department="No Code!"), "token_not_accepted"),
        (token(OTHER), "token_not_accepted"),
        (token(header={"kid": "unknown"}), "token_not_accepted"),
        (token(header={"typ": "secevent+jwt"}), "token_not_accepted"),
        (token(OTHER, {"jwk": OTHER.as_dict(private=False)}), "token_not_accepted"),
        (token(RSA, {"alg": "RS256"}), "token_not_accepted"),
        (token(RSA, {"alg": "PS256"}), "token_not_accepted"),
        (forged(alg="HS256", secret=PUBLIC), "token_not_accepted"),
        (forged(), "token_not_accepted"),
        (forged(alg="None"), "token_not_accepted"),
        (forged(alg="ES256"), "token_not_accepted"),
        (forged(alg="ES256", signature=bytes(64)), "token_not_accepted"),
        (token()[:-4] + "AAAA", "token_not_accepted"),
        ("nonsense", "token_not_accepted"),
        ("x" * 9_000, "token_not_accepted"),
        (None, "token_missing"),
    ],
)
def test_a_token_that_is_not_in_order_is_refused(tmp_path: Path, bearer: str | None, code: str) -> None:
    tokens = callers(tmp_path)
    for _ in range(2):
        with pytest.raises(Refused) as caught:
            tokens.caller(bearer and f"Bearer {bearer}")
        assert caught.value.code == code


async def test_the_edge_says_unauthenticated(tmp_path: Path) -> None:
    async with running(tmp_path) as (_, channel):
        found = await refused(channel, request(), grpc.StatusCode.UNAUTHENTICATED, bearer=None)
        assert (found.code, "Bearer" in found.next_step) == ("token_missing", True)
        await refused(channel, request(), grpc.StatusCode.UNAUTHENTICATED, bearer=token(aud="others"))


async def test_the_caller_reaches_command_and_call(tmp_path: Path) -> None:
    heard, person = Heard(), str(uuid4())
    bearer = token(sub=person, helhed_kind="person", helhed_department=None, aud=["others", "helhed"])
    async with running(tmp_path, heard) as (_, channel):
        for _ in range(2):
            await fly(channel, request(), bearer)
            assert heard.call.caller.text == f"person:{person}"
            assert heard.command.by.model_dump(exclude={"through"}) == {
                "kind": "person",
                "id": person,
                "department": None,
            }


def test_a_token_ends_when_it_expires_though_it_was_remembered(tmp_path: Path) -> None:
    now = [time.time()]
    tokens = callers(tmp_path)
    tokens._clock = lambda: now[0]
    bearer = f"Bearer {token(exp=int(now[0]) + 60)}"
    assert tokens.caller(bearer) is tokens.caller(bearer)
    now[0] += 61
    with pytest.raises(Refused, match="token_expired"):
        tokens.caller(bearer)


def test_keys_are_read_again_when_the_file_changes_and_old_tokens_end(tmp_path: Path) -> None:
    now = [time.time()]
    tokens = callers(tmp_path)
    tokens._clock = lambda: now[0]
    old = f"Bearer {token()}"
    tokens.caller(old)
    new_key = ECKey.generate_key("P-256", {"kid": "second"})
    fresh = tmp_path / "fresh.json"
    fresh.write_text(json.dumps(KeySet([new_key]).as_dict(private=False)))
    os.replace(fresh, tmp_path / "jwks.json")
    now[0] += 2
    with pytest.raises(Refused, match="token_not_accepted"):
        tokens.caller(old)
    new = f"Bearer {token(new_key, {'kid': 'second'})}"
    assert tokens.caller(new).kind == "professional"
    (tmp_path / "jwks.json").write_text("half a fi")
    now[0] += 2
    assert tokens.caller(new).kind == "professional"


def test_only_so_many_tokens_are_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eventkeep.edge.caller._REMEMBERED", 3)
    tokens = callers(tmp_path)
    for _ in range(5):
        tokens.caller(f"Bearer {token()}")
    assert len(tokens._known) == 3


async def test_a_stream_ends_with_its_token(tmp_path: Path) -> None:
    async with running(tmp_path, more=watch) as (_, channel):
        stream = channel.unary_stream(
            "/helhed.kites.v1.KiteReads/Watch", request_serializer=lambda m: m.SerializeToString()
        )
        call = stream(request(), metadata=(("authorization", f"Bearer {token(exp=int(time.time()) + 2)}"),))
        with pytest.raises(grpc.aio.AioRpcError) as caught:
            await asyncio.wait_for(_all_of(call), 10)
        assert caught.value.code() is grpc.StatusCode.DEADLINE_EXCEEDED


async def _all_of(call: Any) -> list[Any]:
    return [message async for message in call]
