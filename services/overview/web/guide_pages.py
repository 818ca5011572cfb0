"""The pages of guides, for staff; and that somebody has read one. A33, A34."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from contracts.access import Kind, Relation, purpose_to_read
from eventkeep.refused import Refused
from services.overview.programmes.coverage import Coverage
from services.overview.web.guides import GUIDES, VERSIONS, Guide
from services.overview.web.language import Language
from services.overview.web.pages import signed_in
from services.overview.web.rendered import Templates
from services.overview.web.session import Cookies, Session
from services.overview.web.sign_in import form_not_ours, sent_form

SHELF = {"da": "/da/vejledninger", "en": "/en/guides"}


class GuidePages:
    """The list, each guide, and the form that says it was read."""

    def __init__(self, coverage: Coverage, templates: Templates, cookies: Cookies) -> None:
        self._coverage, self._templates, self._cookies = coverage, templates, cookies

    def routes(self) -> list[Route]:
        """Where they are, in both languages."""
        return [
            *(Route(path, signed_in(self._cookies, self._list)) for path in SHELF.values()),
            *(Route(f"{path}/{{guide}}", signed_in(self._cookies, self._one)) for path in SHELF.values()),
            *(
                Route(f"{path}/{{guide}}", signed_in(self._cookies, self._read), methods=["POST"])
                for path in SHELF.values()
            ),
        ]

    async def _list(self, request: Request, session: Session, say: Language) -> Response:
        _require_staff(session)
        shown = {"guides": [GUIDES[code, say.code] for code in VERSIONS], "here": SHELF[say.code]}
        return self._templates.page("guides.html", say, shown, session=session, other=SHELF[say.other])

    async def _one(self, request: Request, session: Session, say: Language) -> Response:
        guide = _asked(request, session, say)
        read = await self._coverage.read_by(guide.code, session.id)
        shown = {
            "guide": guide,
            "guides": SHELF[say.code],
            "here": f"{SHELF[say.code]}/{guide.code}",
            "read": read >= guide.version,
        }
        other = f"{SHELF[say.other]}/{guide.code}"
        return self._templates.page("guide.html", say, shown, session=session, other=other)

    async def _read(self, request: Request, session: Session, say: Language) -> Response:
        """Somebody says: I have read it."""
        form = await sent_form(request)
        guide = _asked(request, session, say)
        if not session.sent(form.get("form", "")):
            raise form_not_ours()
        await self._coverage.note_read(guide.code, guide.version, session.id, session.department)
        return RedirectResponse(f"{SHELF[say.code]}/{guide.code}", 303)


def _asked(request: Request, session: Session, say: Language) -> Guide:
    _require_staff(session)
    guide = GUIDES.get((request.path_params["guide"], say.code))
    if guide is None:
        raise _not_there()
    return guide


def _require_staff(session: Session) -> None:
    if purpose_to_read(session.kind, (Relation.NONE,), Kind.GUIDES) is None:
        raise _not_there()


def _not_there() -> Refused:
    return Refused(
        "guide_not_found",
        "There is no such guide for you.",
        "A33",
        "Choose one of the list.",
        danish="Der er ikke en sådan vejledning til dig.",
        danish_next="Vælg en fra listen.",
    )
