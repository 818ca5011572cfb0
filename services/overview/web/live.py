"""A page that stays open is sent the plan anew when it changes, and told when it isn't its reader's any more. INV-38."""

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import aclosing
from datetime import UTC, datetime

from fastapi.sse import format_sse_event

from eventkeep.reading import ELSEWHERE, Reading
from eventkeep.refused import Refused
from services.overview.http import with_pulse
from services.overview.shared_plan import SharedPlan, SharedPlans
from services.overview.web import plan_page, said
from services.overview.web.language import Language
from services.overview.web.reader import reader_of
from services.overview.web.rendered import Templates
from services.overview.web.said import Said
from services.overview.web.session import Session

WAY = "page"


class Live:
    """Sends `plan` with the page's content, `fresh` with how fresh it is, and at last `ended` with what is said then."""

    def __init__(
        self, plans: SharedPlans, access: Reading, templates: Templates, pulse: float = 10.0
    ) -> None:
        """`pulse`: seconds without a new state after which a page is told how fresh it is."""
        self._plans, self._access, self._templates, self._pulse = plans, access, templates, pulse

    async def sent(
        self, session: Session, family: str, language: str, after: int
    ) -> AsyncGenerator[bytes, None]:
        """Each state above `after`. What is sent counts as read; how fresh it is doesn't."""
        states = self._plans.watch(session.caller, family, WAY, after_state=after)
        try:
            async with (
                asyncio.timeout(session.expires - time.time()),
                aclosing(with_pulse(states, self._pulse)) as told,
            ):
                async for given in told:
                    say = spoken(language)
                    yield await (self._plan(session, given, say) if given else self._fresh(family, say))
        except TimeoutError:
            yield ended(self._templates, said.session_over(spoken(language)), spoken(language))
        except Refused as refused:
            if refused.code == ELSEWHERE:  # the page comes again by itself, and meets a process that shows it
                return
            yield ended(self._templates, said.of_open_page(refused, spoken(language)), spoken(language))

    async def _plan(self, session: Session, given: SharedPlan, say: Language) -> bytes:
        reader = await reader_of(self._plans.rights, self._access, session, given.family)
        shown = plan_page.shown(given, reader, say)
        content = self._templates.text("plan_main.html", say, shown | {"session": session})
        return format_sse_event(event="plan", id=str(given.state_no), data_str=content)

    async def _fresh(self, family: str, say: Language) -> bytes:
        row = await self._plans.plans.row(family)
        fresh = plan_page.freshness(row.as_of, row.waiting, row.parked is not None, say.now)
        return format_sse_event(
            event="fresh",
            data_str=self._templates.text("fresh.html", say, {"fresh": fresh}),
        )


def ended(templates: Templates, told: Said, say: Language) -> bytes:
    """The last that an open page is sent: what it shows in place of all that it showed."""
    return format_sse_event(event="ended", data_str=templates.text("said_main.html", say, told.shown))


def spoken(language: str) -> Language:
    """A language, now."""
    return Language(language, datetime.now(UTC))
