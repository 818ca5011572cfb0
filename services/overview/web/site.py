"""The pages as one application beside the API: what stands where, and what a browser may do with it."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from eventkeep.edge.serve import refusal_for
from eventkeep.pg import Pool
from eventkeep.reading import Reading
from eventkeep.refused import Refused
from services.overview.http import Guarded
from services.overview.problems import not_here
from services.overview.reads import Reads
from services.overview.settings import Settings
from services.overview.web import said
from services.overview.web.assets import Assets
from services.overview.web.document_pages import DocumentPages
from services.overview.web.families import Families
from services.overview.web.group_page import GroupPages
from services.overview.web.guide_pages import GuidePages
from services.overview.web.offers_page import OffersPage
from services.overview.web.open_page import OpenPages
from services.overview.web.operations_page import OperationsPage
from services.overview.web.outcomes_page import OutcomesPages
from services.overview.web.pages import Pages, language_of
from services.overview.web.programme_pages import ProgrammePages
from services.overview.web.provider import Provider
from services.overview.web.rendered import Place, Templates
from services.overview.web.session import Cookies
from services.overview.web.sign_in import SignIn

Handler = Callable[[Request, Exception], Awaitable[Response]]


def site(
    settings: Settings,
    reads: Reads,
    access: Reading,
    pool: Pool,
) -> ASGIApp:
    """The pages of the settings. Raises ValueError where these name nobody who signs people in."""
    return made(settings, Provider(settings), reads, access, Families(pool, reads.plans))


def made(
    settings: Settings,
    provider: Provider,
    reads: Reads,
    access: Reading,
    families: Families,
) -> ASGIApp:
    """The pages, of their parts."""
    assets, public = Assets(), settings.public_url or ""
    secure = public.startswith("https:")
    templates = Templates(assets, Place(settings.authority, settings.duty_phone))
    cookies = Cookies(provider.secret, secure)
    answering = Starlette(
        routes=[
            *Pages(reads.documents, access, families, templates, cookies).routes(),
            *OpenPages(reads.documents, templates, cookies).routes(),
            *DocumentPages(reads.documents, reads.mine, templates, cookies).routes(),
            *GroupPages(reads.documents.groups, templates, cookies).routes(),
            *OffersPage(reads.offers, templates, cookies).routes(),
            *ProgrammePages(reads.programmes, templates, cookies).routes(),
            *GuidePages(reads.programmes.coverage, templates, cookies).routes(),
            *OperationsPage(reads.operations, templates, cookies).routes(),
            *OutcomesPages(reads.leaders, templates, cookies).routes(),
            *SignIn(provider, cookies, public, settings.session_lasts).routes(),
            Route("/static/{stamp}/{name:path}", assets.answer),
        ],
        exception_handlers=_said_instead(templates, cookies),
    )
    return Guarded(answering, headers(provider.issuer, secure))


def headers(issuer: str, secure: bool) -> dict[str, str]:
    """What a browser may do with the pages: show them, keep nothing, load from here alone, tell nobody where it was."""
    parts = urlsplit(issuer)
    policy = {
        "default-src": "'none'",
        **dict.fromkeys(("style-src", "font-src", "img-src", "connect-src", "script-src"), "'self'"),
        "form-action": f"'self' {parts.scheme}://{parts.netloc}",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "cache-control": "no-store",
        "content-security-policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex, nofollow",
        **({"strict-transport-security": "max-age=31536000"} if secure else {}),
    }


def beside(api: ASGIApp, pages: ASGIApp) -> ASGIApp:
    """The API under /api, the pages everywhere else."""

    async def both(scope: Scope, receive: Receive, send: Send) -> None:
        of_api = scope.get("path", "").startswith("/api/")
        await (api if of_api else pages)(scope, receive, send)

    return both


def _said_instead(templates: Templates, cookies: Cookies) -> Mapping[Any, Handler]:
    """Whatever goes wrong is answered with a page that says what to do, never with what was sent or a stack trace."""

    def answer(request: Request, refused: Refused) -> Response:
        say = language_of(request)
        told = said.of_refusal(refused, say)
        session = cookies.session(request)
        return templates.page("said.html", say, told.shown, session=session, status=told.status)

    async def refused(request: Request, wrong: Exception) -> Response:
        return answer(request, wrong if isinstance(wrong, Refused) else refusal_for(wrong, "pages"))

    async def nowhere(request: Request, wrong: Exception) -> Response:
        return answer(request, not_here())

    return {Refused: refused, Exception: refused, HTTPException: nowhere}
