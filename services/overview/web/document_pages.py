"""The pages of documents beside the plan: each is a document as over the API, said in words. INV-36, INV-38, X-04."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import orjson
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from contracts.access import Kind
from eventkeep.refused import Refused
from services.overview.documents import Asked, Documents
from services.overview.my_families import MyFamilies
from services.overview.sentences import Language as Told
from services.overview.web import (
    around_page,
    as_it_was,
    case_page,
    changes,
    knowing,
    measures_page,
    meeting_page,
    said,
    shared_page,
    tale_page,
)
from services.overview.web.language import LANGUAGES, Language
from services.overview.web.live import WAY
from services.overview.web.open_page import mark
from services.overview.web.pages import signed_in
from services.overview.web.people import Document, People, family_name, family_of, members_line
from services.overview.web.plan_page import freshness, oldest
from services.overview.web.rendered import Templates
from services.overview.web.session import Cookies, Session
from services.overview.web.shelf import (
    AS_OF,
    CASE,
    CONTACT_MAP,
    HISTORY,
    INFORMED,
    MEASURES,
    MEETING_PACK,
    NEWS,
    READ_LOG,
    SHARED,
    Shelved,
    menu,
)
from services.overview.web.sign_in import form_not_ours, sent_form

WORKLIST = {"da": "/da/overblik", "en": "/en/worklist"}
KNOWN = {"da": "kendt", "en": "known"}
Shown = Callable[[Document, Document, People, Language], dict[str, Any]]
"""Of a document, the plan, its people and the language: what the template needs."""
Words = Callable[[Mapping[str, str], Document, Language], dict[str, str] | None]
"""What a document is asked for, of the address and the plan. None: there is nothing to ask for yet."""


@dataclass(frozen=True, slots=True)
class _Made:
    """How a page is made."""

    page: Shelved
    shown: Shown
    words: Words = lambda asked, plan, say: {}


_MADE = (
    _Made(HISTORY, tale_page.history, tale_page.history_words),
    _Made(NEWS, changes.news, changes.news_words),
    _Made(INFORMED, knowing.informed),
    _Made(READ_LOG, knowing.read_log),
    _Made(CONTACT_MAP, around_page.contact_map),
    _Made(MEETING_PACK, meeting_page.pack, meeting_page.next_words),
    _Made(MEASURES, measures_page.shown),
    _Made(CASE, case_page.shown),
    _Made(SHARED, shared_page.shown),
    _Made(AS_OF, as_it_was.shown, as_it_was.words),
)


class DocumentPages:
    """The pages, for whoever may read each kind of document."""

    def __init__(
        self, documents: Documents, mine: MyFamilies, templates: Templates, cookies: Cookies
    ) -> None:
        self._documents, self._mine = documents, mine
        self._plans, self._templates, self._cookies = documents.plans, templates, cookies

    def routes(self) -> list[Route]:
        """Where they are, in both languages."""
        return [
            *(
                Route(made.page.path(language, "{family:uuid}"), self._page(made))
                for language in LANGUAGES
                for made in _MADE
            ),
            *(Route(path, signed_in(self._cookies, self._worklist)) for path in WORKLIST.values()),
            *(
                Route(f"/{language}/f/{{family:uuid}}/{known}", self._acknowledge, methods=["POST"])
                for language, known in KNOWN.items()
            ),
            *(
                Route(f"/{language}/f/{{family:uuid}}/{known}", signed_in(self._cookies, self._known))
                for language, known in KNOWN.items()
            ),
        ]

    def _page(self, made: _Made) -> Callable[[Request], Any]:
        async def answer(request: Request, session: Session, say: Language) -> Response:
            return await self._answer(made, request, session, say)

        return signed_in(self._cookies, answer)

    async def _answer(self, made: _Made, request: Request, session: Session, say: Language) -> Response:
        family, asked = str(request.path_params["family"]), dict(request.query_params)
        plan = await self._plan(session, family, made.page.kind)
        people = People(plan, say)
        document, given = await self._read(made, asked, plan, session, family, say)
        kinds = await self._plans.rights.kinds(session.caller, family)
        other = made.page.path(say.other, family) + (f"?{urlencode(asked)}" if asked else "")
        shown = {
            "family": family,
            "family_name": family_name(plan, say),
            "members": members_line(plan, say),
            "menu": menu(family, kinds, made.page, say),
            "page": made.page,
            "here": made.page.path(say.code, family),
            "events": made.page.events(say.code, family),
            "mark": mark(made.page, given.state_no, given.document),
            "fresh": freshness(given.as_of, 0, given.stale, say.now),
            "people": people,
            "document": document,
            **made.shown(document, plan, people, say),
        }
        return self._templates.page(f"{made.page.name}.html", say, shown, session=session, other=other)

    async def _plan(self, session: Session, family: str, kind: Kind) -> Document:
        """The plan that a document is about, for the names in it: to whoever may read that document."""
        await self._plans.rights.require(session.caller, family, kind=kind)
        row = await self._plans.plans.row(family)
        plan: Document | None = orjson.loads(await self._plans.opened(family, row.document))
        if plan is None:
            raise Refused(
                "plan_not_yet_here",
                "Nothing of this family's plan has arrived yet.",
                next_step="Try again in a moment.",
                danish="Der er endnu intet af familiens plan her.",
                danish_next="Prøv igen om lidt.",
            )
        return plan

    async def _read(
        self,
        made: _Made,
        asked: Mapping[str, str],
        plan: Document,
        session: Session,
        family: str,
        say: Language,
    ) -> tuple[Document, Any]:
        """The document, noted as read; where there is nothing to ask for, how the family stands is what was read."""
        words, kind = made.words(asked, plan, say), made.page.kind
        try:
            wanted = Asked(
                kind if words is not None else Kind.SUMMARY,
                self._plans.rights.today(),
                Told(say.code),
                words or {},
            )
            given = await self._documents.read(session.caller, family, wanted, WAY)
        except Refused as refused:
            if refused.code not in ("invalid_input", "approval_unknown", "not_shown_yet"):
                raise
            wanted = Asked(Kind.SUMMARY, self._plans.rights.today(), Told(say.code))
            given = await self._documents.read(session.caller, family, wanted, WAY)
            return {"unclear": True}, given
        return orjson.loads(given.document) if words is not None else {}, given

    async def _worklist(self, request: Request, session: Session, say: Language) -> Response:
        """What a coordinator has to see to, over all families."""
        asked = Asked(Kind.WORKLIST, self._plans.rights.today(), Told(say.code))
        listed = await self._mine.read(session.caller, asked, WAY)
        document: Document = orjson.loads(listed.document)
        named = {each["family"]: family_of(each["members"], say) for each in document["families"]}
        shown = {
            "document": document,
            "named": named,
            "fresh": oldest(freshness(each.as_of, 0, each.stale, say.now) for each in listed.given),
            "behind": [named[each.family] for each in listed.given if each.stale],
        }
        return self._templates.page("worklist.html", say, shown, session=session, other=WORKLIST[say.other])

    async def _acknowledge(self, request: Request) -> Response:
        """Somebody says: I know this state of the plan. INV-39, P26."""
        session, form = self._cookies.session(request), await sent_form(request)
        language = "en" if request.url.path.startswith("/en/") else "da"
        family = str(request.path_params["family"])
        if session is None:
            return RedirectResponse(f"/sign-in?next=/{language}/f/{family}/plan", 303)
        if not session.sent(form.get("form", "")):
            raise form_not_ours()
        state = form.get("state", "")
        await self._documents.acknowledge(session.caller, family, int(state) if state.isdecimal() else 0)
        return RedirectResponse(f"/{language}/f/{family}/{KNOWN[language]}", 303)

    async def _known(self, request: Request, session: Session, say: Language) -> Response:
        """It is noted."""
        family = str(request.path_params["family"])
        await self._plans.rights.require(session.caller, family, kind=Kind.ACKNOWLEDGEMENT)
        other = f"/{say.other}/f/{family}/{KNOWN[say.other]}"
        told = said.known(family, say)
        return self._templates.page("said.html", say, told.shown, session=session, other=other)
