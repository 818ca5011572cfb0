"""The pages of programmes, for those who work on them or lead a department: the documents as over the API. R39, R46."""

from typing import Any
from uuid import UUID

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.overview.programmes.reading import Programmes
from services.overview.web.guide_pages import SHELF as GUIDES
from services.overview.web.language import Language
from services.overview.web.pages import signed_in
from services.overview.web.rendered import Templates
from services.overview.web.session import Cookies, Session

LIST = {"da": "/da/projekter", "en": "/en/programmes"}
Document = dict[str, Any]
_SIGNS = {
    "reached": "full",
    "met": "full",
    "partly-met": "half",
    "ahead": "empty",
    "not-yet-due": "empty",
    "overdue": "warning",
    "not-met": "warning",
}


class ProgrammePages:
    """The list, and each programme."""

    def __init__(self, programmes: Programmes, templates: Templates, cookies: Cookies) -> None:
        self._programmes, self._templates, self._cookies = programmes, templates, cookies

    def routes(self) -> list[Route]:
        """Where they are, in both languages."""
        return [
            *(Route(path, signed_in(self._cookies, self._list)) for path in LIST.values()),
            *(
                Route(f"{path}/{{programme:uuid}}", signed_in(self._cookies, self._one))
                for path in LIST.values()
            ),
        ]

    async def _list(self, request: Request, session: Session, say: Language) -> Response:
        document = orjson.loads((await self._programmes.listed(session.caller)).document)
        shown = {"programmes": document["programmes"], "here": LIST[say.code], "guides": GUIDES[say.code]}
        return self._templates.page("programmes.html", say, shown, session=session, other=LIST[say.other])

    async def _one(self, request: Request, session: Session, say: Language) -> Response:
        programme: UUID = request.path_params["programme"]
        made = await self._programmes.read(session.caller, str(programme))
        shown = shown_of(orjson.loads(made.document), say)
        other = f"{LIST[say.other]}/{programme}"
        return self._templates.page("programme.html", say, shown, session=session, other=other)


def shown_of(document: Document, say: Language) -> Document:
    """All that the page's template needs: the document, with amounts, signs and names in words."""
    return {
        "of": document,
        "list": LIST[say.code],
        "guides": GUIDES[say.code],
        "roles": [each for each in document["roles"] if each["ended_on"] is None],
        "kroner": lambda amount: kroner(amount, say),
        "sign_of": lambda state: _SIGNS.get(state, "none"),
        "named": lambda lacking: say.listed(say.who(each["name"]) for each in lacking),
        "title": lambda target: target[f"title_{say.code}"],
        "period": lambda each: f"{say.day(each['period_from'])} – {say.day(each['period_to'])}",
    }


def kroner(amount: int | None, say: Language) -> str:
    """An amount as it is written in the language; a dash where it is not about money."""
    if amount is None:
        return "–"
    grouped = f"{abs(amount):,}".replace(",", "." if say.code == "da" else ",")
    return f"{'−' if amount < 0 else ''}{grouped}\u00a0kr."
