"""When there is no page to show: what is said instead, and what to do. Nothing is confirmed, nothing technical said."""

from collections.abc import Collection
from dataclasses import dataclass

from contracts.access import Kind
from eventkeep.refused import Refused
from services.overview import problems
from services.overview.web.language import Language
from services.overview.web.shelf import PLAN, SHARED, Shelved


@dataclass(frozen=True, slots=True)
class Link:
    """Where to go from here."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """A short page: its status, heading, sentences, and at most one link."""

    status: int
    title: str
    sentences: tuple[str, ...] = ()
    link: Link | None = None

    @property
    def shown(self) -> dict[str, object]:
        """For the template."""
        return {"title": self.title, "sentences": self.sentences, "link": self.link}


_NOT_THERE = (
    "plan_not_found",
    "address_not_found",
    "operations_only",
    "offer_unknown",
    "goal_unknown",
    "staff_and_families_only",
    "programme_not_found",
    "guide_not_found",
    "group_not_found",
    "leaders_only",
)
"""Told apart by nobody who looks at a page: nothing is confirmed."""


def of_refusal(refused: Refused, say: Language) -> Said:
    """A refusal as a page. One and the same for what isn't there and what isn't yours. INV-38."""
    if refused.code in _NOT_THERE:
        return Said(404, say("not-yours"), (say("not-yours-text"), say("no-families-next")), _families(say))
    own = {"sign_in_failed": 401, "form_not_ours": 403, "sign_in_unreachable": 503, "plan_not_yet_here": 503}
    status = own.get(refused.code) or problems.http_status(refused)
    then = (say.code == "da" and refused.danish_next) or refused.next_step
    if status in (401, 403):
        return Said(status, say("not-signed-in"), (_sentence(refused, say), then), sign_in(say))
    code = say("code", code=refused.code)
    if status < 500:
        return Said(status, say("not-taken"), (_sentence(refused, say), then, code), _families(say))
    return Said(status, say("later"), (_sentence(refused, say), say("later-text"), code), _families(say))


def of_open_page(refused: Refused, say: Language) -> Said:
    """The same to somebody who had the plan open until just now, and so knows of it."""
    if refused.code != "plan_not_found":
        return of_refusal(refused, say)
    return Said(410, say("detached"), (say("detached-text"), say("no-families-next")), _families(say))


def of_open_document(page: Shelved, family: str, reads: Collection[Kind], say: Language) -> Said:
    """To somebody who had a page beside the plan open, and may no more. `reads`: what he or she still may."""
    if page.kind is Kind.SHARED:
        return Said(410, say("shared-over"), (say("shared-over-text"),), _families(say))
    if Kind.PLAN in reads:
        return Said(410, say("not-yours-now"), (), Link(PLAN.path(say.code, family), say("to-plan-again")))
    return Said(410, say("detached"), (say("detached-text"), say("no-families-next")), _families(say))


def of_shared_less(family: str, say: Language) -> Said:
    """To somebody who had open what a family shared, some of which it has taken back. INV-66."""
    return Said(410, say("shared-less"), (), Link(SHARED.path(say.code, family), say("reload")))


def signed_out(say: Language) -> Said:
    """After signing out."""
    return Said(200, say("signed-out"), (say("signed-out-text"),), sign_in(say))


def known(family: str, say: Language) -> Said:
    """After somebody said that he or she knows the plan as it is. INV-39."""
    return Said(
        200, say("known"), (say("known-text"),), Link(f"/{say.code}/f/{family}/plan", say("to-plan-again"))
    )


def session_over(say: Language) -> Said:
    """The session ended while the page was open."""
    return Said(401, say("session-over"), (), sign_in(say))


def sign_in(say: Language, then: str | None = None) -> Link:
    """The way in."""
    return Link(f"/sign-in?next={then or f'/{say.code}/'}", say("sign-in"))


def _families(say: Language) -> Link:
    return Link(f"/{say.code}/", say("to-families"))


def _sentence(refused: Refused, say: Language) -> str:
    return (say.code == "da" and refused.danish) or refused.sentence
