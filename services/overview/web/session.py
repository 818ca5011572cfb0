"""Who is signed in: a sealed cookie, which no script reads and which ends by itself. ASVS 3.3, 7.3."""

import base64
import binascii
import hmac
import os
import secrets
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from starlette.requests import Request
from starlette.responses import Response

from eventkeep.edge.call import Caller

_NONCE = 12


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody signed in, until `expires` (seconds since 1970). `form` is what forms of ours carry: no other site
    knows it."""

    kind: str
    id: str
    department: str | None
    name: str
    expires: float
    form: str

    @property
    def caller(self) -> Caller:
        """The same as over the API, so that the same rights are decided."""
        return Caller(self.kind, self.id, self.department, self.expires)

    def sent(self, form: str) -> bool:
        """Whether a form was one of ours."""
        return hmac.compare_digest(self.form.encode(), form.encode())


def begun(caller: Caller, name: str, lasts: float) -> Session:
    """A new session, for `lasts` seconds."""
    return Session(
        caller.kind, caller.id, caller.department, name, time.time() + lasts, secrets.token_urlsafe(24)
    )


class Cookies:
    """Sealed cookies (AES-256-GCM). What is sealed for one name opens for no other, nor after its time."""

    def __init__(self, secret: str, secure: bool) -> None:
        """`secure`: they travel over https alone; only on this machine itself they may do without."""
        self._secure = secure
        key = HKDF(SHA256(), 32, None, b"helhed pages: cookies").derive(secret.encode())
        self._sealed_with = AESGCM(key)

    def session(self, request: Request) -> Session | None:
        """Who is signed in now."""
        held = self.read(request, "session")
        return Session(**held) if held else None

    def sign_in(self, response: Response, session: Session) -> None:
        """Sets the session on an answer."""
        self.write(response, "session", asdict(session), session.expires)

    def read(self, request: Request, name: str) -> dict[str, Any] | None:
        """What a cookie of ours holds; None where there is none, or it isn't ours, or its time is over."""
        given = request.cookies.get(self._named(name), "")
        try:
            sealed = base64.urlsafe_b64decode(given.encode())
            opened = self._sealed_with.decrypt(sealed[:_NONCE], sealed[_NONCE:], name.encode())
        except (InvalidTag, binascii.Error, ValueError):
            return None
        held: dict[str, Any] = orjson.loads(opened)
        return held if held["expires"] > time.time() else None

    def write(self, response: Response, name: str, held: Mapping[str, Any], expires: float) -> None:
        """Sets a cookie on an answer, to be read until `expires` (seconds since 1970)."""
        nonce = os.urandom(_NONCE)
        text = orjson.dumps({**held, "expires": expires})
        sealed = nonce + self._sealed_with.encrypt(nonce, text, name.encode())
        self._set(response, name, base64.urlsafe_b64encode(sealed).decode(), int(expires - time.time()))

    def forget(self, response: Response, name: str) -> None:
        """Takes a cookie back."""
        self._set(response, name, "", 0)

    def _set(self, response: Response, name: str, value: str, seconds: int) -> None:
        # Lax: it comes along when a link elsewhere leads here, and with no form or picture from elsewhere.
        response.set_cookie(
            self._named(name),
            value,
            max_age=seconds,
            path="/",
            secure=self._secure,
            httponly=True,
            samesite="lax",
        )

    def _named(self, name: str) -> str:
        """`__Host-` binds it to this host: no neighbour may set it. Browsers accept the prefix over https alone."""
        return f"{'__Host-' if self._secure else ''}helhed-{name}"
