"""A local sign-in (OpenID Connect provider) on loopback: it stands in for the municipality's, with people to choose from.

For development alone: whoever opens it is whom he or she chooses. No service's image holds it.
"""

import base64
import hashlib
import hmac
import html
import secrets
import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from deploy.embedded.leash import free_port
from deploy.platform.issuer import Issuer

CLIENT = "helhed-pages"
_CODE_LASTS = 60.0


@dataclass(frozen=True)
class Somebody:
    """Who may be chosen: what the token says, and what the page says of him or her."""

    kind: str
    id: str
    department: str | None
    name: str
    about: str


@dataclass(frozen=True)
class _Given:
    """What a code stands for, until it is used."""

    who: Somebody
    asked: dict[str, str]
    at: float


class SignIn:
    """The provider, in a thread. `people` may be added to while it runs."""

    def __init__(self, issuer: Issuer) -> None:
        self._issuer, self._port = issuer, free_port()
        self.secret = secrets.token_urlsafe(32)
        self.people: list[Somebody] = []
        self.sends_back_to: set[str] = set()
        """The addresses of pages that it serves: nobody else is sent a code."""
        self._codes: dict[str, _Given] = {}
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def address(self) -> str:
        """The issuer, as tokens name it."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def app(self) -> Starlette:
        """What it answers."""
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._described),
                Route("/jwks", self._keys),
                Route("/authorize", self._choose),
                Route("/chosen", self._chosen, methods=["POST"]),
                Route("/token", self._token, methods=["POST"]),
                Route("/leave", self._leave),
            ]
        )

    def start(self) -> None:
        """Serves until `stop`."""
        config = uvicorn.Config(
            self.app, "127.0.0.1", self._port, log_config=None, access_log=False, lifespan="off"
        )
        self._server = server = uvicorn.Server(config)
        self._thread = threading.Thread(target=server.run, daemon=True)
        self._thread.start()
        while not server.started and self._thread.is_alive():
            time.sleep(0.01)

    def stop(self) -> None:
        """Ends it, where it runs."""
        if self._server and self._thread:
            self._server.should_exit = self._server.force_exit = True
            self._thread.join(timeout=10)
        self._server = self._thread = None

    async def _described(self, request: Request) -> Response:
        places = {
            "authorization_endpoint": "authorize",
            "token_endpoint": "token",
            "jwks_uri": "jwks",
            "end_session_endpoint": "leave",
        }
        return JSONResponse(
            {
                "issuer": self.address,
                **{name: f"{self.address}/{place}" for name, place in places.items()},
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["ES256"],
                "code_challenge_methods_supported": ["S256"],
                "authorization_response_iss_parameter_supported": True,
            }
        )

    async def _keys(self, request: Request) -> Response:
        return Response(self._issuer.jwks.read_bytes(), media_type="application/json")

    async def _choose(self, request: Request) -> Response:
        """Whom to be."""
        asked = dict(request.query_params)
        if wrong := self._wrong(asked):
            return HTMLResponse(f"<p>{html.escape(wrong)}</p>", 400)
        hidden = "".join(
            f'<input type="hidden" name="{html.escape(name)}" value="{html.escape(value)}">'
            for name, value in asked.items()
        )
        people = "".join(
            f'<li><button name="who" value="{html.escape(each.id)}">{html.escape(each.name)}</button>'
            f" {html.escape(each.about)}</li>"
            for each in self.people
        )
        return HTMLResponse(_PAGE.format(hidden=hidden, people=people))

    async def _chosen(self, request: Request) -> Response:
        asked = dict(parse_qsl((await request.body()).decode()))
        who = next((each for each in self.people if each.id == asked.get("who")), None)
        if self._wrong(asked) or who is None:
            return HTMLResponse("<p>Nobody was chosen.</p>", 400)
        code = secrets.token_urlsafe(24)
        self._codes[code] = _Given(who, asked, time.monotonic())
        told = {"code": code, "state": asked.get("state", ""), "iss": self.address}
        return RedirectResponse(f"{asked['redirect_uri']}?{urlencode(told)}", 303)

    def _wrong(self, asked: dict[str, str]) -> str:
        """What of a request would be refused. RFC 7636: without a challenge nobody is sent a code."""
        if asked.get("client_id") != CLIENT or not asked.get("redirect_uri", "").startswith(
            tuple(f"{each}/" for each in self.sends_back_to) or ("\0",)
        ):
            return "These pages are not known here."
        if asked.get("response_type") != "code" or asked.get("code_challenge_method") != "S256":
            return "Only the code flow with PKCE is served."
        return "" if asked.get("code_challenge") else "The challenge is missing."

    async def _token(self, request: Request) -> Response:
        """A token for a code: once, soon, for whom it was given to."""
        sent = dict(parse_qsl((await request.body()).decode()))
        given = self._codes.pop(sent.get("code", ""), None)
        known = f"Basic {base64.b64encode(f'{CLIENT}:{self.secret}'.encode()).decode()}"
        if not hmac.compare_digest(known.encode(), request.headers.get("authorization", "").encode()):
            return JSONResponse({"error": "invalid_client"}, 401)
        if given is None or time.monotonic() - given.at > _CODE_LASTS or not _proves(sent, given.asked):
            return JSONResponse({"error": "invalid_grant"}, 400)
        token = self._issuer.signed(self._claims(given))
        told = {"access_token": token, "id_token": token, "token_type": "Bearer", "expires_in": 300}
        return JSONResponse(told, headers={"cache-control": "no-store"})

    def _claims(self, given: _Given) -> dict[str, Any]:
        now = int(time.time())
        department = {"helhed_department": given.who.department} if given.who.department else {}
        return {
            "iss": self.address,
            "aud": CLIENT,
            "sub": given.who.id,
            "iat": now,
            "exp": now + 300,
            "nonce": given.asked.get("nonce", ""),
            "name": given.who.name,
            "helhed_kind": given.who.kind,
            **department,
        }

    async def _leave(self, request: Request) -> Response:
        """Nobody stays signed in here, so there is nothing to end."""
        back = request.query_params.get("post_logout_redirect_uri", "")
        if not any(back.startswith(f"{each}/") for each in self.sends_back_to):
            return HTMLResponse("<p>Signed out.</p>")
        return RedirectResponse(back, 303)


def _proves(sent: dict[str, str], asked: dict[str, str]) -> bool:
    """Whether who sends the code is who asked for it. RFC 7636, 4.6."""
    digest = hashlib.sha256(sent.get("code_verifier", "").encode()).digest()
    challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    return (
        hmac.compare_digest(challenge, asked["code_challenge"])
        and sent.get("redirect_uri") == asked["redirect_uri"]
        and sent.get("grant_type") == "authorization_code"
    )


_PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Local sign-in</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body{{font:16px/1.5 sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}}li{{margin:.6rem 0}}
button{{font:inherit;padding:.4rem 1rem}}</style></head><body><main><h1>Who are you?</h1>
<p>For development alone: it stands in for the municipality’s sign-in, and asks for no password.</p>
<form method="post" action="/chosen">{hidden}<ul>{people}</ul></form></main></body></html>"""
