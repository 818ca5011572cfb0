"""The addresses of the pages, and what each is answered with. Who may see what is decided as over the API. INV-38."""

from collections.abc import Awaitable, Callable
from urllib.parse import quote

import orjson
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from contracts.access import may_see_operations, may_see_outcomes
from eventkeep import vector
from eventkeep.clock import day_of
from eventkeep.reading import Reading
from services.overview.documents import Asked, Documents
from services.overview.noticed import noticed_by
from services.overview.sentences import Language as Told
from services.overview.shared_plan import SharedPlan
from services.overview.web import paper, plan_page, progress_page, said, seen, shelf
from services.overview.web.families import Families
from services.overview.web.language import LANGUAGES, Language
from services.overview.web.live import WAY, Live, spoken
from services.overview.web.open_page import mark
from services.overview.web.reader import reader_of
from services.overview.web.rendered import Templates
from services.overview.web.session import Cookies, Session
from services.overview.web.sign_in import HOME

Answer = Callable[[Request, Session, Language], Awaitable[Response]]
STANDING = {"da": "/da/drift/konsistens", "en": "/en/ops/consistency"}
"""Where operations see how things stand: all that there is for them."""
RESULTS = {"da": "/da/resultater", "en": "/en/outcomes"}
"""Where leaders see how targets stand."""


class Pages:
    """The pages that show families, for whoever is signed in."""

    def __init__(
        self,
        documents: Documents,
        access: Reading,
        families: Families,
        templates: Templates,
        cookies: Cookies,
    ) -> None:
        self._documents = documents
        self._plans, self._tales = documents.plans, documents.tales
        self._access, self._families = access, families
        self._templates, self._cookies = templates, cookies
        self._live = Live(self._plans, access, templates)

    def routes(self) -> list[Route]:
        """Where they are, in both languages."""
        return [Route("/", self._home), *(route for language in LANGUAGES for route in self._in(language))]

    def _in(self, language: str) -> list[Route]:
        family = f"/{language}/f/{{family:uuid}}"
        return [
            Route(f"/{language}/", self._signed_in(self._list)),
            Route(f"/{language}/signed-out", self._signed_out),
            Route(shelf.PLAN.path(language, "{family:uuid}"), self._signed_in(self._plan)),
            Route(shelf.PROGRESS.path(language, "{family:uuid}"), self._signed_in(self._progress)),
            Route(shelf.PAPER.path(language, "{family:uuid}"), self._signed_in(self._paper)),
            Route(f"{family}/events", self._events),
        ]

    def _signed_in(self, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
        return signed_in(self._cookies, answer)

    async def _home(self, request: Request) -> Response:
        return RedirectResponse(HOME, 303)

    async def _list(self, request: Request, session: Session, say: Language) -> Response:
        if may_see_operations(session.kind):
            return RedirectResponse(STANDING[say.code], 303)
        if may_see_outcomes(session.kind):
            return RedirectResponse(RESULTS[say.code], 303)
        families = await self._families.of(session.caller, say)
        shown = {
            "families": families,
            "fresh": plan_page.oldest(each.fresh for each in families),
            "behind": [each.name for each in families if each.fresh.state == "parked"],
            "coordinates": session.kind == "professional",
        }
        return self._templates.page("families.html", say, shown, session=session, other=f"/{say.other}/")

    async def _plan(self, request: Request, session: Session, say: Language) -> Response:
        family = str(request.path_params["family"])
        await self._plans.rights.require(session.caller, family)
        seen = (await self._plans.readings.seen(family)).get(session.caller.text)
        given = await self._plans.read(session.caller, family, WAY)
        reader = await reader_of(self._plans.rights, self._access, session, family)
        since = quote(vector.text(seen.vector)) if seen else ""
        shown = plan_page.shown(given, reader, say) | {
            "menu": shelf.menu(family, reader.kinds, shelf.PLAN, say, since)
        }
        return self._templates.page(
            "plan.html", say, shown, session=session, other=shelf.PLAN.path(say.other, family)
        )

    async def _progress(self, request: Request, session: Session, say: Language) -> Response:
        family = str(request.path_params["family"])
        given = await self._plans.read(session.caller, family, WAY)
        kinds = await self._plans.rights.kinds(session.caller, family)
        noticed = await noticed_by(self._tales, family)
        today = self._plans.rights.today()
        shown = progress_page.shown(given, noticed, today, say) | {
            "menu": shelf.menu(family, kinds, shelf.PROGRESS, say),
            **_listening(shelf.PROGRESS, given, say),
        }
        return self._templates.page(
            "progress.html", say, shown, session=session, other=shelf.PROGRESS.path(say.other, family)
        )

    async def _paper(self, request: Request, session: Session, say: Language) -> Response:
        family = str(request.path_params["family"])
        given = await self._plans.read(session.caller, family, WAY)
        shown = paper.shown(given, say) | _listening(shelf.PAPER, given, say)
        kinds = await self._plans.rights.kinds(session.caller, family)
        if shown["standing"] != "draft" and kinds.issuperset(seen.ASKED):
            shown = paper.told(shown, await self._around(session, family, say), say)
        return self._templates.page("paper.html", say, shown, other=shelf.PAPER.path(say.other, family))

    async def _around(self, session: Session, family: str, say: Language) -> seen.Around:
        """Who has seen the plan and who is in contact: each a document, noted as read. X-04."""
        today, told = self._plans.rights.today(), Told(say.code)
        given = [
            await self._documents.read(session.caller, family, Asked(kind, today, told), WAY)
            for kind in seen.ASKED
        ]
        log, contacts = (orjson.loads(each.document) for each in given)
        last = await self._plans.readings.seen(family)
        return seen.Around(log, contacts, {who: day_of(each.at).isoformat() for who, each in last.items()})

    async def _events(self, request: Request) -> Response:
        """What an open page is sent. A browser that comes back says what it had last."""
        session = self._cookies.session(request)
        if session is None:
            return PlainTextResponse("", 401)
        family, given = str(request.path_params["family"]), request.headers.get("last-event-id")
        after = given or request.query_params.get("after", "0")
        sent = self._live.sent(
            session, family, language_of(request).code, int(after) if after.isdecimal() else 0
        )
        return StreamingResponse(sent, media_type="text/event-stream")

    async def _signed_out(self, request: Request) -> Response:
        say = language_of(request)
        told = said.signed_out(say)
        return self._templates.page("said.html", say, told.shown, other=f"/{say.other}/signed-out")


def _listening(page: shelf.Shelved, given: SharedPlan, say: Language) -> dict[str, str]:
    """What a page beside the plan hears by, once it is open."""
    return {"events": page.events(say.code, given.family), "mark": mark(page, given.state_no)}


def signed_in(cookies: Cookies, answer: Answer) -> Callable[[Request], Awaitable[Response]]:
    """Only for who is signed in; others are sent to do so, and come back."""

    async def answered(request: Request) -> Response:
        session = cookies.session(request)
        if session is None:
            return RedirectResponse(f"/sign-in?next={request.url.path}", 303)
        return await answer(request, session, language_of(request))

    return answered


def language_of(request: Request) -> Language:
    """The language of an address, now; Danish where it says none."""
    return spoken("en" if request.url.path.startswith("/en/") else "da")
