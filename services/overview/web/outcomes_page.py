"""The pages for leaders: how targets stand, what cases lack, what works. No persons, and no way to them. X-05."""

import csv
import io
from collections.abc import Awaitable, Callable
from dataclasses import asdict, fields
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from eventkeep.refused import Refused
from services.overview.outcomes.told import NO_MONTH, Leaders, Outcomes, TargetStands
from services.overview.web import outcome_rows
from services.overview.web.language import Language
from services.overview.web.pages import RESULTS, signed_in
from services.overview.web.rendered import Templates
from services.overview.web.session import Cookies, Session

COVERAGE = {"da": "/da/resultater/daekning", "en": "/en/outcomes/coverage"}
WHAT_WORKS = {"da": "/da/resultater/hvad-virker", "en": "/en/outcomes/what-works"}
_CSV = {language: f"{path}.csv" for language, path in RESULTS.items()}
_MENU = (("out-results", RESULTS), ("out-coverage", COVERAGE), ("out-what-works", WHAT_WORKS))


class OutcomesPages:
    """The pages, for callers of the kind `leader`; to others they are not there."""

    def __init__(self, leaders: Leaders, templates: Templates, cookies: Cookies) -> None:
        self._leaders, self._templates, self._cookies = leaders, templates, cookies

    def routes(self) -> list[Route]:
        """Where they are, in both languages."""
        answers: list[tuple[dict[str, str], Callable[..., Awaitable[Response]]]] = [
            (RESULTS, self._results),
            (_CSV, self._csv),
            (COVERAGE, self._coverage),
            (WHAT_WORKS, self._what_works),
        ]
        return [
            Route(path, signed_in(self._cookies, answer))
            for paths, answer in answers
            for path in paths.values()
        ]

    async def _look(self, request: Request, session: Session, upto: date | None = None) -> Outcomes:
        return await self._leaders.look(session.caller, request.query_params.get("programme", ""), upto)

    async def _then(self, request: Request, session: Session) -> tuple[Outcomes | None, str]:
        """What is told up to the day that is asked for; or else which sentence says why nothing is."""
        asked = request.query_params.get("day", "")
        upto = day_in(asked)
        if asked and upto is None:
            return None, "out-day-unclear"
        try:
            return await self._look(request, session, upto), ""
        except Refused as refused:
            if refused.code != NO_MONTH:
                raise
            return None, "out-day-none"

    async def _results(self, request: Request, session: Session, say: Language) -> Response:
        told, astray = await self._then(request, session)
        day = day_in(request.query_params.get("day", "")) if told else None
        year = request.query_params.get("year", "")
        shown = results(told or await self._look(request, session), year, say, day, astray)
        return self._page("outcomes.html", RESULTS, shown, session, say, request.url.query)

    async def _coverage(self, request: Request, session: Session, say: Language) -> Response:
        shown = coverage(await self._look(request, session), say)
        return self._page("coverage.html", COVERAGE, shown, session, say)

    async def _what_works(self, request: Request, session: Session, say: Language) -> Response:
        shown = what_works(await self._look(request, session), say)
        return self._page("what-works.html", WHAT_WORKS, shown, session, say)

    async def _csv(self, request: Request, session: Session, say: Language) -> Response:
        told, _ = await self._then(request, session)
        if told is None:  # the page says why
            return RedirectResponse(f"{RESULTS[say.code]}?{request.query_params}", 303)
        named = {"content-disposition": 'attachment; filename="helhed-outcomes.csv"'}
        return Response(table(told), media_type="text/csv; charset=utf-8", headers=named)

    def _page(
        self,
        template: str,
        here: dict[str, str],
        shown: dict[str, Any],
        session: Session,
        say: Language,
        asked: str = "",
    ) -> Response:
        """`asked`: what the address asks for, which the same page in the other language is asked for too."""
        menu = [{"says": say(key), "path": paths[say.code], "here": paths is here} for key, paths in _MENU]
        other = here[say.other] + (f"?{asked}" if asked else "")
        return self._templates.page(template, say, {**shown, "menu": menu}, session=session, other=other)


def day_in(asked: str) -> date | None:
    """The day that an address asks for; None where it asks for none, or it can't be read."""
    try:
        return date.fromisoformat(asked)
    except ValueError:
        return None


def results(
    told: Outcomes, year: str, say: Language, day: date | None = None, astray: str = ""
) -> dict[str, Any]:
    """All that the page of targets needs. A year that isn't told apart is as none. `day`: up to which it is asked for;
    `astray`: which sentence stands instead of the tables, where there are none for it."""
    chosen = int(year) if year.isdecimal() and int(year) in told.years else None
    rows = told.of(chosen)
    then = f"&day={day}" if day else ""
    base = f"{RESULTS[say.code]}?programme={told.programme}{then}"
    return {
        "here": RESULTS[say.code],
        "astray": say(astray) if astray else "",
        "day": day,
        "told": told,
        "programme": programme_named(told, say),
        "programmes": [
            {
                "says": say.named(each),
                "path": f"{RESULTS[say.code]}?programme={each}{then}",
                "here": each == told.programme,
            }
            for each in told.programmes
        ],
        "periods": [
            {"says": say("out-whole"), "path": base, "here": chosen is None},
            *(
                {"says": str(each), "path": f"{base}&year={each}", "here": each == chosen}
                for each in told.years
            ),
        ],
        "counts": outcome_rows.counts(rows, told.programme, say),
        "sentences": outcome_rows.sentences(rows, told.programme, say),
        "groups": outcome_rows.groups(rows, told.programme, say),
        "contacts": _contacts(told, say),
        "csv": f"{_CSV[say.code]}?programme={told.programme}{then}",
    }


def _contacts(told: Outcomes, say: Language) -> list[dict[str, str]]:
    return [
        {
            "month": say.day(each.day.isoformat()),
            "direct": outcome_rows.number(each.direct, say),
            "secondary": outcome_rows.number(each.secondary, say),
        }
        for each in told.contacts
    ]


def programme_named(told: Outcomes, say: Language) -> str:
    """What the programme is called."""
    return say.named(told.programme)


def coverage(told: Outcomes, say: Language) -> dict[str, Any]:
    """All that the page of what cases lack needs."""
    cases = {each.cases for each in told.coverage}
    known = next(iter(cases), 0)
    return {
        "cases": say("out-hidden") if known is None else known,
        "lacks": [
            {
                "says": say(f"out-lack-{each.lack}"),
                "number": outcome_rows.share(each.lacking, each.least, each.most, each.cases, None, say),
            }
            for each in told.coverage
        ],
    }


def what_works(told: Outcomes, say: Language) -> dict[str, Any]:
    """All that the page of what works needs."""
    return {
        "told": told,
        "effects": [
            {
                "kind": say("out-unspecified")
                if each.kind == "unspecified"
                else say.called("kind-", each.kind),
                "ages": _ages(each.ages, say),
                "forward": outcome_rows.share(
                    each.improved, each.least, each.most, each.series, each.percent, say
                ),
            }
            for each in told.effects
        ],
        "offers": [
            {
                "title": (each.title if say.code == "da" else each.title_english) or say("out-offer-unknown"),
                "who": say(f"offer-quality-{each.scored_by}"),
                "mean": say("out-hidden") if each.mean is None else f"{outcome_rows.number(each.mean, say)}",
                "families": say("out-hidden") if each.families is None else each.families,
                "ratings": say("out-hidden") if each.ratings is None else each.ratings,
            }
            for each in told.offers
        ],
    }


def _ages(ages: str | None, say: Language) -> str:
    if ages is None or ages == "unknown":
        return say("out-any-age" if ages is None else "out-age-unknown")
    return say("out-years", ages=ages.replace("-", "–"))


def table(told: Outcomes) -> str:
    """The table as CSV (RFC 4180), of every period: the same numbers are hidden. Empty: hidden, or there is none."""
    sheet = io.StringIO()
    names = [each.name for each in fields(TargetStands)]
    lines = csv.DictWriter(sheet, ["day", "programme", *names], lineterminator="\r\n")
    lines.writeheader()
    for each in told.targets:
        lines.writerow({"day": told.day, "programme": told.programme, **asdict(each)})
    return sheet.getvalue()
