"""The page for operations: whether everybody sees the same, and what needs a hand. Ids of families, never a name."""

from collections.abc import Iterator
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from eventkeep.standing import LATE, Standing
from services.overview.operations import Operations
from services.overview.web.language import Language
from services.overview.web.pages import STANDING, signed_in
from services.overview.web.rendered import Templates
from services.overview.web.session import Cookies, Session


class OperationsPage:
    """The page, for callers of the kind `operations`; to others it is not there."""

    def __init__(self, operations: Operations, templates: Templates, cookies: Cookies) -> None:
        self._operations, self._templates, self._cookies = operations, templates, cookies

    def routes(self) -> list[Route]:
        """Where it is, in both languages."""
        return [Route(path, signed_in(self._cookies, self._page)) for path in STANDING.values()]

    async def _page(self, request: Request, session: Session, say: Language) -> Response:
        standing = await self._operations.look(session.caller)
        return self._templates.page(
            "operations.html", say, shown(standing, say), session=session, other=STANDING[say.other]
        )


def shown(standing: Standing, say: Language) -> dict[str, Any]:
    """All that the page's template needs."""
    return {
        "standing": standing,
        "here": STANDING[say.code],
        "well": not standing.needs_a_hand,
        "not_well": say("ops-not-the-same" if standing.differs else "ops-not-well"),
        "wrong": list(_wrong(standing, say)),
        "streams": [
            {
                "service": service,
                "lag": lasted(lag, say),
                "late": lag > LATE,
                "as_of": min(each.at for each in standing.heard if each.service == service),
                "position": max(each.position for each in standing.heard if each.service == service),
                "compared": standing.compared.get(service, 0),
            }
            for service, lag in standing.lags.items()
        ],
    }


def _wrong(standing: Standing, say: Language) -> Iterator[str]:
    """A sentence for each thing that doesn't pass by itself."""
    parked = sum(each.parked for each in standing.views if each.current)
    counted = {
        "ops-unlike-now": standing.differs,
        "ops-parked-now": parked,
        "ops-differing-now": standing.forks,
        "ops-holes-now": standing.holes,
        "ops-waiting-now": len({each.family for each in standing.late}),
        "ops-quarantined-now": standing.quarantined,
    }
    for key, number in counted.items():
        if number:
            yield say(key, number=number)
    for service, lag in standing.lags.items():
        if lag > LATE:
            yield say("ops-late-now", service=service, lag=lasted(lag, say))


def lasted(seconds: float, say: Language) -> str:
    """How long, roughly."""
    if seconds < 120:
        number = f"{max(seconds, 0.0):.1f}"
        return say("ops-seconds", number=number.replace(".", ",") if say.code == "da" else number)
    if seconds < 7_200:
        return say("ops-minutes", number=round(seconds / 60))
    return say("ops-hours", number=round(seconds / 3_600))
