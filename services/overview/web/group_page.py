"""The pages of group courses: one's own list, and a group with its sessions, agenda, proposals and activities. P38, R34."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from services.overview.groups.reading import Groups
from services.overview.web.language import Language
from services.overview.web.live import WAY
from services.overview.web.pages import signed_in
from services.overview.web.plan_page import Freshness, freshness
from services.overview.web.rendered import Templates
from services.overview.web.session import Cookies, Session

PATHS = {"da": "/da/hold", "en": "/en/groups"}
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that the group may talk about or do: whose it is, as far as the reader may know, and whether it was done."""

    words: str
    notes: str


@dataclass(frozen=True, slots=True)
class Met:
    """A session: when and where, what it was about, who came."""

    when: str
    place: str
    notes: tuple[str, ...]
    agenda: tuple[str, ...]


class GroupPages:
    """The pages, for who leads a group or takes part in it."""

    def __init__(self, groups: Groups, templates: Templates, cookies: Cookies) -> None:
        self._groups, self._templates, self._cookies = groups, templates, cookies

    def routes(self) -> list[Route]:
        """Where they are, in both languages."""
        return [
            *(Route(path, signed_in(self._cookies, self._list)) for path in PATHS.values()),
            *(
                Route(f"{path}/{{group:uuid}}", signed_in(self._cookies, self._page))
                for path in PATHS.values()
            ),
        ]

    async def _list(self, request: Request, session: Session, say: Language) -> Response:
        made, _ = await self._groups.of(session.caller, WAY)
        found = orjson.loads(made)["groups"]
        shown = {"groups": [listed(each, say) for each in found], "here": PATHS[say.code]}
        return self._templates.page("groups.html", say, shown, session=session, other=PATHS[say.other])

    async def _page(self, request: Request, session: Session, say: Language) -> Response:
        group = str(request.path_params["group"])
        given = await self._groups.read(session.caller, group, WAY)
        fresh = freshness(given.as_of, 0, given.stale, say.now)
        made = shown(orjson.loads(given.document), fresh, session.id, say)
        other = f"{PATHS[say.other]}/{group}"
        return self._templates.page("group.html", say, made, session=session, other=other)


def listed(group: Row, say: Language) -> dict[str, Any]:
    """A group in the list."""
    ahead = group["next_session"]
    return {
        "group": group["group"],
        "title": say.kept(group["title"]),
        "notes": " · ".join(
            (
                say(f"group-you-{group['you']}"),
                say("group-next", moment=say.moment_of(ahead)) if ahead else say("group-none-ahead"),
            )
        ),
    }


def shown(group: Row, fresh: Freshness, reader: str, say: Language) -> dict[str, Any]:
    """All that the page's template needs, of the group as the reader is given it."""
    called = {each["person"]: say.kept(each["called"]) for each in group["participants"]}
    words = {each["proposal"]: say.kept(each["words"]) for each in group["proposals"]}
    sessions = [(each, _met(each, group, called, words, say)) for each in group["sessions"]]
    return {
        "fresh": fresh,
        "title": say.kept(group["title"]),
        "here": PATHS[say.code],
        "you": group["you"],
        "about": [*_about(group, say)],
        "ended": group["ended_on"] and say("group-ended", day=say.day(group["ended_on"])),
        "ahead": [met for each, met in sessions if not each["held"]],
        "behind": [met for each, met in reversed(sessions) if each["held"]],
        "agenda": [*_proposals(group, "agenda", called, reader, say)],
        "activities": [*_proposals(group, "activity", called, reader, say)],
        "participants": [_participant(each, say) for each in group["participants"]],
    }


def days(weekdays: list[str], say: Language) -> str:
    """On which days a group meets."""
    return say.listed(say(f"on-{each}") for each in weekdays)


def _about(group: Row, say: Language) -> Iterator[str]:
    yield say(f"group-you-{group['you']}")
    yield say("group-days", days=days(group["weekdays"], say))
    yield say("group-term", first=say.day(group["starts_on"]), last=say.day(group["ends_on"]))
    yield say("group-area", area=say.named(group["area"]))
    yield say("group-led-by", who=say.listed(map(say.kept, group["facilitators"])))
    yield say("group-taking-part", number=group["taking_part"])


def _met(session: Row, group: Row, called: Mapping[str, str], words: Mapping[str, str], say: Language) -> Met:
    starts = session["starts_at"]
    when = f"{say.weekday(starts[:10])} {say.time(starts)}" if starts else ""
    return Met(
        when[:1].upper() + when[1:],
        say.kept(session["place"] or ""),
        tuple(_notes(session, group, called, say)),
        tuple(words[item] for item in session["agenda"] if item in words),
    )


def _notes(session: Row, group: Row, called: Mapping[str, str], say: Language) -> Iterator[str]:
    if session["cancelled"]:
        yield say("group-cancelled")
    if session["attended"] is not None:
        corrected = "-corrected" if session["corrected"] else ""
        yield say(f"group-attended{corrected}", number=session["attended"])
    elif session["held"]:
        yield say("group-not-recorded")
    if session["came"]:
        leads = group["you"] == "facilitator"
        who = say.listed(say.who(called.get(each)) for each in session["came"])
        yield say("group-came", who=who) if leads else say("group-you-came")
    if session["offers"]:
        yield say("group-presented", titles=say.listed(say.kept(each["title"]) for each in session["offers"]))


def _proposals(
    group: Row, kind: str, called: Mapping[str, str], reader: str, say: Language
) -> Iterator[Proposal]:
    for each in group["proposals"]:
        if each["kind"] == kind:
            yield Proposal(say.kept(each["words"]), " · ".join(_of_proposal(each, called, reader, say)))


def _of_proposal(proposal: Row, called: Mapping[str, str], reader: str, say: Language) -> Iterator[str]:
    if proposal["person"] == reader:
        yield say("group-yours")
    elif proposal["person"]:
        yield say("group-by", who=say.who(called.get(proposal["person"])))
    if proposal["kind"] == "activity":
        held = proposal["held_on"]
        yield say("group-done", days=say.listed(map(say.day, held))) if held else say("group-not-done")


def _participant(each: Row, say: Language) -> dict[str, str]:
    first, last = say.day(each["joined_on"]), each["left_on"]
    since = say("group-until", first=first, last=say.day(last)) if last else say("group-since", day=first)
    return {"called": say.kept(each["called"]), "since": since}
