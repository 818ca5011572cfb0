"""A page beside the plan that stays open hears that it stands behind, and that it isn't its reader's any more. INV-38.

Each has a stream of its own, where the right to its own kind of data is decided. Nothing of the plan goes through it, so
nothing is noted: whoever loads the page anew reads.
"""

import asyncio
import hashlib
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from math import inf

import orjson
from fastapi.sse import format_sse_event
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from contracts.access import Kind
from contracts.contacts.events import SharedSection
from eventkeep.reading import ELSEWHERE, Shown
from eventkeep.refused import Refused
from services.overview.documents import Asked, Documents
from services.overview.web import said
from services.overview.web.language import LANGUAGES, Language
from services.overview.web.live import ended, spoken
from services.overview.web.plan_page import Freshness, freshness
from services.overview.web.rendered import Templates
from services.overview.web.said import Said
from services.overview.web.session import Cookies, Session
from services.overview.web.shelf import PLAN, SHARED, SHELF, Shelved


def mark(page: Shelved, state_no: int, document: bytes = b"") -> str:
    """What tells whether a page stands behind: the state it was made of. Of what a family shares, what is shared and what
    came of it: when the rest of the plan moves isn't the reader's to know. INV-66."""
    if page is not SHARED:
        return str(state_no)
    made = orjson.loads(document)
    sections = ".".join(each for each in SharedSection if made[each] is not None)
    return f"{sections}-{hashlib.sha256(document).hexdigest()[:8]}"


class OpenPages:
    """Sends `fresh` with how fresh a page is, `changed` once it stands behind, at last `ended` with what is said then."""

    def __init__(
        self, documents: Documents, templates: Templates, cookies: Cookies, pulse: float = 10.0
    ) -> None:
        """`pulse`: seconds after which a page is told again how fresh it is."""
        self._documents, self._templates, self._cookies = documents, templates, cookies
        self._pulse = pulse

    def routes(self) -> list[Route]:
        """Where they hear it, in both languages."""
        return [
            Route(page.events(language, "{family:uuid}"), self._events(page, language))
            for language in LANGUAGES
            for page in SHELF
            if page is not PLAN
        ]

    def _events(self, page: Shelved, language: str) -> Callable[[Request], Awaitable[Response]]:
        async def answer(request: Request) -> Response:
            session = self._cookies.session(request)
            if session is None:
                return PlainTextResponse("", 401)
            family, seen = str(request.path_params["family"]), request.query_params.get("after", "")
            sent = self.sent(session, page, family, language, seen)
            return StreamingResponse(sent, media_type="text/event-stream")

        return answer

    async def sent(
        self, session: Session, page: Shelved, family: str, language: str, seen: str
    ) -> AsyncGenerator[bytes, None]:
        """What a page is told that was made at the mark `seen`."""
        try:
            async with (
                asyncio.timeout(session.expires - time.time()),
                aclosing(self._told(session, page, family, language, seen)) as told,
            ):
                async for each in told:
                    yield each
        except TimeoutError:
            yield self._ended(said.session_over(spoken(language)), language)
        except Refused as refused:
            if refused.code == ELSEWHERE:  # the page comes again by itself, and meets a process that shows it
                return
            yield self._ended(await self._over(refused, session, page, family, language), language)

    async def _told(
        self, session: Session, page: Shelved, family: str, language: str, seen: str
    ) -> AsyncGenerator[bytes, None]:
        loop, told, at = asyncio.get_running_loop(), "", -inf
        mark_now = _Marks(self._documents, session, page)
        async with aclosing(self._documents.plans.looks(session.caller, family, page.kind)) as looks:
            async for shown, _ in looks:
                now, say = await mark_now(shown), spoken(language)
                if page is SHARED and _sections(seen) - _sections(now):
                    yield self._ended(said.of_shared_less(family, say), language)
                    return
                fresh = freshness(shown.as_of, shown.waiting, shown.parked is not None, say.now)
                if now != seen:
                    fresh = Freshness("behind", shown.as_of)
                if fresh.state != told or loop.time() - at >= self._pulse:
                    told, at = fresh.state, loop.time()
                    yield self._fresh(page, fresh, say)

    def _fresh(self, page: Shelved, fresh: Freshness, say: Language) -> bytes:
        template = "fresh_shared.html" if page is SHARED else "fresh.html"
        html = self._templates.text(template, say, {"fresh": fresh})
        return format_sse_event(event="changed" if fresh.state == "behind" else "fresh", data_str=html)

    async def _over(
        self, refused: Refused, session: Session, page: Shelved, family: str, language: str
    ) -> Said:
        if refused.code != "plan_not_found":
            return said.of_refusal(refused, spoken(language))
        reads = await self._documents.plans.rights.kinds(session.caller, family)
        return said.of_open_document(page, family, reads, spoken(language))

    def _ended(self, told: Said, language: str) -> bytes:
        return ended(self._templates, told, spoken(language))


class _Marks:
    """The mark of a page now. What is shared is looked at anew only when the plan or the sections have moved."""

    def __init__(self, documents: Documents, session: Session, page: Shelved) -> None:
        self._documents, self._session, self._page = documents, session, page
        self._at: object = None
        self._last = ""

    async def __call__(self, shown: Shown) -> str:
        if self._page is not SHARED:
            return mark(self._page, shown.state_no)
        rights, caller = self._documents.plans.rights, self._session.caller
        at = (shown.state_no, await rights.shared_with(caller, shown.family))
        if at != self._at:
            document = await self._documents.unread(caller, shown, Asked(Kind.SHARED, rights.today()))
            self._at, self._last = at, mark(self._page, shown.state_no, document)
        return self._last


def _sections(of: str) -> set[str]:
    return {each for each in of.partition("-")[0].split(".") if each}
