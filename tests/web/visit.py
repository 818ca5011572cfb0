"""A browser of few lines: keeps cookies, and goes from our pages to the sign-in and back."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from starlette.types import ASGIApp

from deploy.platform.sign_in import SignIn, Somebody
from services.overview.settings import Settings
from services.overview.web.provider import Provider
from services.overview.web.site import made
from tests.unit.family import SOFIE
from tests.web.conftest import PUBLIC
from tests.web.held import Held

SOFIE_HERSELF = Somebody("professional", SOFIE, "social", "Sofie Example", "social worker")


class Visit:
    """Somebody at our pages; `elsewhere` is the sign-in."""

    def __init__(
        self, settings: Settings, sign_in: SignIn, held: Held, between: ASGIApp | None = None
    ) -> None:
        """`between` answers in place of the sign-in, to us alone."""
        self.held, self.sign_in = held, sign_in
        there = httpx.ASGITransport(between or sign_in.app)
        app = made(settings, Provider(settings, there), held.reads, held, held)  # type: ignore[arg-type]
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        self.here = httpx.AsyncClient(transport=transport, base_url=PUBLIC)
        self.elsewhere = httpx.AsyncClient(
            transport=httpx.ASGITransport(sign_in.app), base_url=sign_in.address
        )

    async def get(self, path: str, **more: Any) -> httpx.Response:
        """One of our pages."""
        return await self.here.get(path, **more)

    async def begin(self, path: str = "/da/") -> dict[str, str]:
        """What our pages ask the sign-in for."""
        answer = await self.get("/sign-in", params={"next": path})
        assert answer.status_code == 303
        asked = urlsplit(answer.headers["location"])
        assert f"{asked.scheme}://{asked.netloc}{asked.path}" == f"{self.sign_in.address}/authorize"
        return {name: values[0] for name, values in parse_qs(asked.query).items()}

    async def choose(self, asked: dict[str, str], who: str = SOFIE) -> dict[str, str]:
        """Somebody is chosen there; what is sent back."""
        shown = await self.elsewhere.get("/authorize", params=asked)
        assert "Sofie Example" in shown.text
        answer = await self.elsewhere.post("/chosen", data={**asked, "who": who})
        back = urlsplit(answer.headers["location"])
        assert f"{back.scheme}://{back.netloc}{back.path}" == f"{PUBLIC}/sign-in/done"
        return {name: values[0] for name, values in parse_qs(back.query).items()}

    async def done(self, told: dict[str, str]) -> httpx.Response:
        """Back with us."""
        return await self.get("/sign-in/done", params=told)

    async def signs_in(self, path: str = "/da/") -> httpx.Response:
        """All of it."""
        return await self.done(await self.choose(await self.begin(path)))


def form_of(page: str) -> str:
    """What the form on a page carries."""
    [found] = re.findall(r'name="form" value="([^"]+)"', page)
    return str(found)
