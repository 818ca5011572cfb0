"""Signing in and out: the code flow with PKCE, state and nonce. OIDC Core 3.1, RFC 7636, RFC 9207."""

import base64
import hashlib
import hmac
import re
import secrets
import time
from typing import Any
from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from eventkeep.refused import Refused
from services.overview.web.provider import Provider, not_signed_in
from services.overview.web.session import Cookies, begun

_MINUTES = 600.0
_OURS = re.compile(r"/(da|en)(/[a-zA-Z0-9/-]*)?\Z")
_LONGEST_FORM = 2_000
HOME = "/da/"


class SignIn:
    """The way in and out. `public` is the address that browsers know us by."""

    def __init__(self, provider: Provider, cookies: Cookies, public: str, lasts: float) -> None:
        self._provider, self._cookies, self._lasts = provider, cookies, lasts
        self._public, self._back = public, f"{public}/sign-in/done"

    def routes(self) -> list[Route]:
        """Where they are."""
        return [
            Route("/sign-in", self._begin),
            Route("/sign-in/done", self._done),
            Route("/sign-out", self._out, methods=["POST"]),
        ]

    async def _begin(self, request: Request) -> Response:
        """To the sign-in, with what only this browser can complete."""
        wanted = request.query_params.get("next", HOME)
        begun_with = {name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")}
        challenge = hashlib.sha256(begun_with["verifier"].encode()).digest()
        address = await self._provider.address(
            self._back,
            begun_with["state"],
            begun_with["nonce"],
            base64.urlsafe_b64encode(challenge).rstrip(b"=").decode(),
            "en" if wanted.startswith("/en") else "da",
        )
        answer = RedirectResponse(address, 303)
        held = {**begun_with, "next": wanted if _OURS.match(wanted) else HOME}
        self._cookies.write(answer, "sign-in", held, time.time() + _MINUTES)
        return answer

    async def _done(self, request: Request) -> Response:
        """Back from the sign-in. What this browser didn't begin is refused: else somebody could sign it in as another."""
        held, given = self._cookies.read(request, "sign-in"), request.query_params
        if held is None or not self._answers(held, given):
            raise not_signed_in()
        person = await self._provider.person(given["code"], self._back, held["verifier"], held["nonce"])
        answer = RedirectResponse(held["next"], 303)
        self._cookies.forget(answer, "sign-in")
        self._cookies.sign_in(answer, begun(person.caller, person.name, self._lasts))
        return answer

    def _answers(self, held: dict[str, Any], given: Any) -> bool:
        same = hmac.compare_digest(held["state"].encode(), given.get("state", "").encode())
        return same and given.get("iss", self._provider.issuer) == self._provider.issuer and "code" in given

    async def _out(self, request: Request) -> Response:
        """Out, where a form of ours asks for it: no other site can sign somebody out."""
        session, form = self._cookies.session(request), await sent_form(request)
        here = f"/{'en' if form.get('language') == 'en' else 'da'}/signed-out"
        if session is None:
            return RedirectResponse(here, 303)
        if not session.sent(form.get("form", "")):
            raise form_not_ours()
        answer = RedirectResponse(await self._elsewhere(here), 303)
        self._cookies.forget(answer, "session")
        return answer

    async def _elsewhere(self, here: str) -> str:
        """Out of the municipality's sign-in too; where it doesn't answer, out of here at least."""
        try:
            return await self._provider.left(self._public + here)
        except Refused:
            return here


async def sent_form(request: Request) -> dict[str, str]:
    """What a form of ours sent. Longer than any of ours: nothing."""
    sent = b""
    async for chunk in request.stream():
        sent += chunk
        if len(sent) > _LONGEST_FORM:
            return {}
    return dict(parse_qsl(sent.decode(errors="replace")))


def form_not_ours() -> Refused:
    """A form came that this session never sent out."""
    return Refused(
        "form_not_ours",
        "This did not come from our page.",
        "",
        "Open the page again, and try from there.",
        danish="Det kom ikke fra vores side.",
        danish_next="Åbn siden igen, og prøv derfra.",
    )
