"""The municipality's sign-in (OpenID Connect): where it is, and who a code stands for. OIDC Core 3.1, RFC 7636."""

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

import httpx
import structlog
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet
from joserfc.jwt import JWTClaimsRegistry

from eventkeep.edge.call import Caller
from eventkeep.edge.caller import caller_of
from eventkeep.refused import Refused
from services.overview.settings import Settings, safe

_KEPT = 600.0
_LONGEST = 262_144
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Person:
    """Who signed in: the caller, and the name to greet by."""

    caller: Caller
    name: str


class Provider:
    """Speaks to the sign-in of the settings, and believes nobody else."""

    def __init__(self, settings: Settings, transport: httpx.AsyncBaseTransport | None = None) -> None:
        if (
            settings.oidc_issuer is None
            or settings.oidc_client_id is None
            or settings.oidc_client_secret is None
        ):
            raise ValueError("nobody signs people in")
        self.issuer, self._client_id = settings.oidc_issuer, settings.oidc_client_id
        self.secret = settings.oidc_client_secret.get_secret_value()
        self._settings, self._transport = settings, transport
        self._known: dict[str, Any] = {}
        self._keys, self._looked_at = KeySet([]), 0.0
        self._looking = asyncio.Lock()

    async def address(self, redirect_uri: str, state: str, nonce: str, challenge: str, language: str) -> str:
        """Where to send a browser that wants to sign in. Raises Refused."""
        known = await self._found()
        asked = {
            "response_type": "code",
            "client_id": self._client_id,
            "redirect_uri": redirect_uri,
            "scope": "openid profile",
            "state": state,
            "nonce": nonce,
            "code_challenge": challenge,
            "code_challenge_method": "S256",
            "ui_locales": language,
        }
        return _with(known["authorization_endpoint"], asked)

    async def left(self, back: str) -> str:
        """Where to send a browser that signs out; back to us where the sign-in has no place for that."""
        known = await self._found()
        if "end_session_endpoint" not in known:
            return back
        return _with(
            known["end_session_endpoint"], {"client_id": self._client_id, "post_logout_redirect_uri": back}
        )

    async def person(self, code: str, redirect_uri: str, verifier: str, nonce: str) -> Person:
        """Who a code stands for. Raises Refused."""
        known = await self._found()
        told = await self._asked(
            "POST",
            known["token_endpoint"],
            auth=(quote(self._client_id, safe=""), quote(self.secret, safe="")),
            data={
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": redirect_uri,
                "code_verifier": verifier,
            },
        )
        return await self._verified(str(told.get("id_token", "")), nonce)

    async def _verified(self, token: str, nonce: str) -> Person:
        """Signed by the issuer, for us, just now, for this very sign-in. OIDC Core 3.1.3.7."""
        try:
            claims = await self._read(token)
            JWTClaimsRegistry(
                now=int(time.time()),
                leeway=int(self._settings.jwt_leeway),
                iss={"essential": True, "value": self.issuer},
                aud={"essential": True, "value": self._client_id},
                exp={"essential": True},
                iat={"essential": True},
                sub={"essential": True},
                nonce={"essential": True, "value": nonce},
            ).validate(claims)
            if claims.get("azp", self._client_id) != self._client_id:
                raise ValueError("azp")
            return Person(caller_of(claims), str(claims.get("name", ""))[:80])
        except (JoseError, ValueError, TypeError, KeyError) as wrong:
            log.warning("sign_in_refused", error_type=type(wrong).__name__)
            raise not_signed_in() from None

    async def _read(self, token: str) -> dict[str, Any]:
        """The claims. A key that isn't known may be new: the keys are then looked up again, once."""
        algorithms = list(self._settings.jwt_algorithms)
        try:
            return jwt.decode(token, self._keys, algorithms=algorithms).claims
        except (JoseError, ValueError):
            await self._look()
            return jwt.decode(token, self._keys, algorithms=algorithms).claims

    async def _found(self) -> dict[str, Any]:
        async with self._looking:
            if time.monotonic() - self._looked_at > _KEPT or not self._known:
                await self._look()
        return self._known

    async def _look(self) -> None:
        """OpenID Connect Discovery 1.0: it must be the issuer's own, and its addresses safe ones."""
        known = await self._asked("GET", f"{self.issuer}/.well-known/openid-configuration")
        places = [value for name, value in known.items() if name.endswith("_endpoint") or name == "jwks_uri"]
        wanted = {"authorization_endpoint", "token_endpoint", "jwks_uri"}
        if known.get("issuer") != self.issuer or not wanted <= known.keys() or not all(map(safe, places)):
            log.error("sign_in_described_wrongly")
            raise unreachable()
        keys = await self._asked("GET", known["jwks_uri"])
        try:
            self._keys = KeySet.import_key_set({"keys": keys["keys"]})
        except (JoseError, ValueError, TypeError, KeyError):
            raise unreachable() from None
        self._known, self._looked_at = known, time.monotonic()

    async def _asked(self, method: str, url: str, **more: Any) -> dict[str, Any]:
        """What the sign-in answers. A code that it doesn't accept is the browser's fault, all else is not."""
        try:
            async with httpx.AsyncClient(transport=self._transport, timeout=5.0, trust_env=False) as client:
                answer = await client.request(method, url, **more)
            told = answer.json() if len(answer.content) <= _LONGEST else None
        except (httpx.HTTPError, ValueError) as wrong:
            log.error("sign_in_unreachable", error_type=type(wrong).__name__)
            raise unreachable() from None
        if isinstance(told, dict) and answer.status_code == 400 and told.get("error") == "invalid_grant":
            raise not_signed_in()
        if not isinstance(told, dict) or answer.status_code != 200:
            log.error("sign_in_unreachable", status=answer.status_code)
            raise unreachable()
        return told


def _with(url: str, asked: Mapping[str, str]) -> str:
    return f"{url}?{urlencode(asked)}"


def not_signed_in() -> Refused:
    """A sign-in was not completed; why in detail is for the log alone."""
    return Refused(
        "sign_in_failed",
        "You were not signed in.",
        "",
        "Sign in again.",
        danish="Du blev ikke logget ind.",
        danish_next="Log ind igen.",
    )


def unreachable() -> Refused:
    """The municipality's sign-in doesn't answer as it should."""
    return Refused(
        "sign_in_unreachable",
        "The municipality's sign-in does not answer.",
        "",
        "Try again in a moment.",
        danish="Kommunens login svarer ikke.",
        danish_next="Prøv igen om lidt.",
    )
