"""Who calls, from the JWT in `authorization: Bearer`. Issuer, audience, keys and algorithms are set."""

import json
import re
import time
from collections.abc import Callable
from typing import Any

import structlog
from joserfc import jwt
from joserfc.errors import ExpiredTokenError, JoseError
from joserfc.jwk import KeySet
from joserfc.jwt import JWTClaimsRegistry

from eventkeep.edge.call import Caller
from eventkeep.refused import Refused
from eventkeep.settings import Callers

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\Z")
_CODE = re.compile(r"[a-z0-9][a-z0-9_.§ -]{0,63}\Z")
ACTING = ("professional", "person", "service")
"""Kinds of callers that everything is open to, as far as their rights go."""
OPERATIONS = "operations"
LEADER = "leader"
"""Kinds that only what names them is open to."""
_KINDS = (*ACTING, OPERATIONS, LEADER)
_TYPES = ("jwt", "at+jwt", "application/at+jwt", None)
_REMEMBERED = 10_000
_LONGEST = 8_192
_LOOK_AGAIN_AFTER = 1.0
_SEND_ONE = "Send the metadata `authorization: Bearer <token>`."
_GET_ONE = "Get a new token from the municipality's login."


class CallerTokens:
    """Verifies a token once, and remembers its caller until it expires or the keys change."""

    def __init__(self, settings: Callers, clock: Callable[[], float] = time.time) -> None:
        self._settings, self._clock = settings, clock
        self._known: dict[str, Caller] = {}
        self._looked_at, self._stamp = 0.0, (0, 0, 0)
        self._keys = self._read_keys()

    def caller(self, authorization: str | None) -> Caller:
        """The caller, or a refusal that says what to do but not which check failed in detail."""
        if not authorization or authorization[:7].lower() != "bearer ":
            raise Refused("token_missing", "The call carries no token.", next_step=_SEND_ONE)
        token, now = authorization[7:].strip(), self._clock()
        if now - self._looked_at >= _LOOK_AGAIN_AFTER or now < self._looked_at:
            self._look_again(now)
        known = self._known.get(token)
        if known is None:
            known = self._verified(token, now)
            while len(self._known) >= _REMEMBERED:
                del self._known[next(iter(self._known))]
            self._known[token] = known
        if known.expires + self._settings.jwt_leeway <= now:
            self._known.pop(token, None)
            raise Refused("token_expired", "The token has expired.", next_step=_GET_ONE)
        return known

    def _verified(self, token: str, now: float) -> Caller:
        settings = self._settings
        try:
            if len(token) > _LONGEST:
                raise ValueError("too long")
            read = jwt.decode(token, self._keys, algorithms=list(settings.jwt_algorithms))
            kind = read.header.get("typ")
            if (kind.lower() if isinstance(kind, str) else kind) not in _TYPES:
                raise ValueError("typ")
            JWTClaimsRegistry(
                now=int(now),
                leeway=int(settings.jwt_leeway),
                iss={"essential": True, "value": settings.jwt_issuer},
                aud={"essential": True, "value": settings.jwt_audience},
                exp={"essential": True},
                iat={"essential": True},
                sub={"essential": True},
            ).validate(read.claims)
            return caller_of(read.claims)
        except ExpiredTokenError:
            raise Refused("token_expired", "The token has expired.", next_step=_GET_ONE) from None
        except (JoseError, ValueError, TypeError, KeyError):
            raise Refused("token_not_accepted", "This token is not accepted.", next_step=_GET_ONE) from None

    def _look_again(self, now: float) -> None:
        self._looked_at = now
        try:
            if self._stamp_now() != self._stamp:
                self._keys = self._read_keys()
                self._known.clear()
        except (OSError, ValueError, TypeError, KeyError, JoseError) as wrong:
            # The keys that were good stay: a half-written file must not lock everybody out.
            structlog.get_logger().error("jwks_file_not_readable", error_type=type(wrong).__name__)

    def _read_keys(self) -> KeySet:
        self._stamp = self._stamp_now()
        return KeySet.import_key_set(json.loads(self._settings.jwt_jwks_file.read_text()))

    def _stamp_now(self) -> tuple[int, int, int]:
        found = self._settings.jwt_jwks_file.stat()
        return found.st_mtime_ns, found.st_size, found.st_ino


def caller_of(claims: dict[str, Any]) -> Caller:
    """The caller that verified claims speak of. Raises ValueError, KeyError or TypeError where it is none of ours."""
    kind, subject, department = claims["helhed_kind"], claims["sub"], claims.get("helhed_department")
    if kind not in _KINDS or not _UUID.match(subject):
        raise ValueError("no caller of ours")
    if department is not None and not _CODE.match(department):
        raise ValueError("no department of ours")
    return Caller(kind, subject, department, float(claims["exp"]))
