"""What a page beside the plan hears while it is open: how fresh it is, that it stands behind, and that it is over."""

import asyncio
import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import pytest

from contracts.access import Kind
from contracts.contacts.events import SharedSection
from deploy.platform.sign_in import SignIn
from eventkeep.canonical import canonical
from eventkeep.edge.call import Caller
from eventkeep.reading import ELSEWHERE, Shown
from eventkeep.refused import Refused
from services.overview import shared_with
from services.overview.settings import Settings
from services.overview.web.language import LANGUAGES, Language
from services.overview.web.open_page import OpenPages, mark
from services.overview.web.session import Cookies, Session
from services.overview.web.shelf import CASE, HISTORY, PAPER, PLAN, PROGRESS, SHARED, SHELF, Shelved
from tests.unit.family import FAMILY, SOFIE
from tests.views.test_shared_with import plan
from tests.web.held import Held
from tests.web.shown import NOW, TEMPLATES, whole
from tests.web.test_live import Event, parsed, session
from tests.web.visit import SOFIE_HERSELF, Visit

BESIDE = [page for page in SHELF if page is not PLAN]
GOALS, WISHES = SharedSection.GOALS, SharedSection.WISHES


@dataclass
class Looked(Held):
    """What is looked at while a page is open."""

    looked: list[Any] = field(default_factory=list)
    """What is there at one look after the other. What can be called happens in between; what is raised ends it."""
    asked: list[Kind] = field(default_factory=list)
    """The kinds of data to which the right was decided."""
    taken: set[Kind] = field(default_factory=set)
    """Kinds that nobody reads any more."""
    sections: tuple[SharedSection, ...] = (GOALS,)
    """What the family shares."""

    async def looks(self, caller: Caller, family: str, kind: Kind) -> AsyncGenerator[tuple[Shown, str], None]:
        """The rows that are held, to who may read this kind; then no news."""
        for each in self.looked:
            if isinstance(each, Exception):
                raise each
            if not isinstance(each, Shown):
                each()
                continue
            self.asked.append(kind)
            purpose = await self.require(caller, family)
            if kind in self.taken:
                raise gone()
            yield each, purpose
        await asyncio.Event().wait()

    async def kinds(self, caller: Caller, family: str) -> frozenset[Kind]:
        """What is left to read."""
        return frozenset(Kind) - self.taken if caller.id in self.attached else frozenset()

    async def shared_with(self, caller: Caller, family: str) -> tuple[SharedSection, ...]:
        """What the family shares now."""
        return self.sections

    async def unread(self, caller: Caller, shown: Shown, asked: Any) -> bytes:
        """What it says of that."""
        assert asked.kind is Kind.SHARED
        return canonical(shared_with.document(self.document, self.sections, caller.id))


def gone() -> Refused:
    """Not the reader's any more."""
    return Refused("plan_not_found", "There is no such plan for you.", "INV-38")


def row(state_no: int = 3, parked: str | None = None, ago: float = 0.0) -> Shown:
    """The family's row in the view of plans."""
    as_of = datetime.now(UTC) - timedelta(seconds=ago)
    return Shown(FAMILY, state_no, {}, b"", None, parked, 0, as_of)


@pytest.fixture
def held() -> Looked:
    """Sofie is attached."""
    return Looked({SOFIE: "coordination"}, document=plan())


async def sent(
    held: Looked, page: Shelved = HISTORY, seen: str = "3", language: str = "da", lasts: float = 60.0
) -> list[Event]:
    """All that Sofie's page is sent until it is over, by what it was made of."""
    held.looked.append(gone())
    return [each async for each in told(held, page, seen, language, session(lasts))]


async def told(
    held: Looked, page: Shelved, seen: str, language: str, who: Session, pulse: float = 60.0
) -> AsyncGenerator[Event, None]:
    """Event by event."""
    any_: Any = held
    pages = OpenPages(any_, TEMPLATES, Cookies("s" * 32, False), pulse)
    async with asyncio.timeout(10):
        async for block in pages.sent(who, page, FAMILY, language, seen):
            for each in parsed(block.decode()):
                yield each


@pytest.mark.parametrize("page", BESIDE, ids=lambda page: str(page.name))
async def test_the_right_is_that_to_the_page_s_own_kind(held: Looked, page: Shelved) -> None:
    """INV-38: who may no longer read this kind keeps nothing of it, whatever else is still his or hers."""
    held.looked, held.taken = [row()], {page.kind}
    [(name, _, said)] = await sent(held, page)
    assert (name, held.asked) == ("ended", [page.kind])
    assert "Example" not in said


async def test_it_is_said_what_is_over(held: Looked) -> None:
    held.looked, held.taken = [row()], {Kind.CASE}
    [(_, _, less)] = await sent(held, CASE, language="en")
    assert "You can no longer see this page" in less
    assert f'href="{PLAN.path("en", FAMILY)}"' in less
    held.looked = [row()]
    held.attached.clear()
    [(_, _, out)] = await sent(held, CASE)
    assert "Du er ikke længere tilknyttet familien" in out
    held.looked = []
    [(_, _, unshared)] = await sent(held, SHARED, language="en")
    assert "The family no longer shares anything with you" in unshared


async def test_a_page_hears_once_that_it_stands_behind_and_is_sent_nothing_of_the_plan(held: Looked) -> None:
    """Nothing is noted either: whoever loads it anew reads."""
    held.looked = [row(), row(), row(4), row(5)]
    fresh, changed, over = await sent(held, PROGRESS)
    assert [each[0] for each in (fresh, changed, over)] == ["fresh", "changed", "ended"]
    assert "Opdateret" in fresh[2]
    assert "Planen er ændret, siden du åbnede siden." in changed[2]
    assert "Opdateret" not in changed[2]
    assert '<a href="">Hent siden igen</a>' in changed[2]
    assert held.read_as == []


async def test_who_comes_back_hears_what_was_missed(held: Looked) -> None:
    """No event has a number, so a browser names the state of the page again."""
    held.looked = [row(7)]
    [(name, number, _), _] = await sent(held, seen="3", language="en")
    assert (name, number) == ("changed", "")


async def test_a_page_is_told_again_how_fresh_it_is_and_at_once_when_that_changes(held: Looked) -> None:
    held.looked = [row(), row(parked="a fold failed"), row(parked="a fold failed"), row(ago=300)]
    names = [(name, "Planen mangler noget nyt" in said) for name, _, said in await sent(held)]
    assert names == [("fresh", False), ("fresh", True), ("fresh", False), ("ended", False)]
    held.looked = [row(), row(), gone()]
    heard = [each[0] async for each in told(held, HISTORY, "3", "da", session(), pulse=0.0)]
    assert heard == ["fresh", "fresh", "ended"]


async def test_it_ends_with_the_session_and_with_what_goes_wrong(held: Looked) -> None:
    held.looked = [row()]
    *_, (name, _, said) = [each async for each in told(held, HISTORY, "3", "da", session(0.3))]
    assert (name, "Du er logget af, fordi der er gået lang tid" in said) == ("ended", True)
    held.looked = [Refused("store_unreachable", "The database does not answer.")]
    [(name, _, said)] = await sent(held, language="en")
    assert (name, "The page cannot be shown right now" in said) == ("ended", True)
    held.looked = [row(), Refused(ELSEWHERE, "Another process answers.")]
    assert [each[0] for each in await sent(held)] == ["fresh"]


def made_of(held: Looked) -> str:
    """The mark of the page of what is shared, as it is now."""
    return mark(SHARED, 3, canonical(shared_with.document(held.document, held.sections, SOFIE)))


async def test_who_stands_by_hears_of_what_is_shared_alone(held: Looked) -> None:
    """INV-66: when the rest of the plan moves isn't the reader's to know."""
    seen = made_of(held)

    def other() -> None:
        held.document["wishes"][0]["own_words"] = "A wish that isn't shared."

    def own() -> None:
        held.document["goals"][0]["own_words"] = "A goal that is."

    held.looked = [row(), other, row(4), own, row(5)]
    fresh, changed, _ = await sent(held, SHARED, seen, language="en")
    assert (fresh[0], changed[0]) == ("fresh", "changed")
    assert "Up to date" in fresh[2]
    assert "What the family shares with you has changed" in changed[2]
    assert "/plan" not in fresh[2] + changed[2]


async def test_who_stands_by_keeps_nothing_of_what_is_taken_back(held: Looked) -> None:
    """INV-66: also where the family goes on sharing the rest, and where it was taken back while nobody listened."""
    held.sections = (GOALS, WISHES)
    seen = made_of(held)

    def less() -> None:
        held.sections = (WISHES,)

    held.looked = [row(), less, row()]
    fresh, (name, _, said) = await sent(held, SHARED, seen)
    assert (fresh[0], name) == ("fresh", "ended")
    assert "Familien deler noget andet med dig nu" in said
    assert SHARED.path("da", FAMILY) in said
    held.looked = [row()]
    assert [each[0] for each in await sent(held, SHARED, seen)] == ["ended"]

    def more() -> None:
        held.sections = (GOALS, WISHES)

    seen = made_of(held)
    held.looked = [row(), more, row()]
    assert [each[0] for each in await sent(held, SHARED, seen)] == ["fresh", "changed", "ended"]


async def test_who_names_no_mark_stands_behind(held: Looked) -> None:
    """Whatever is listened to."""
    for page in (SHARED, HISTORY):
        held.looked = [row()]
        assert [each[0] for each in await sent(held, page, "")] == ["changed", "ended"]


def test_a_mark_says_nothing_of_what_is_shared_but_that(held: Looked) -> None:
    """It stands in an address."""
    assert re.fullmatch("goals-[0-9a-f]{8}", made_of(held))
    document = orjson.loads(canonical(shared_with.document(held.document, (), SOFIE)))
    assert mark(SHARED, 3, orjson.dumps(document)).startswith("-")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [PROGRESS, PAPER], ids=lambda page: str(page.name))
async def test_a_page_listens_where_its_own_kind_is_decided(
    settings: Settings, sign_in: SignIn, held: Looked, page: Shelved, language: str
) -> None:
    """By our own script alone, and only for who is signed in."""
    sign_in.people.append(SOFIE_HERSELF)
    held.document, held.taken = whole(), {Kind.READ_LOG}  # the paper is told without who has seen the plan
    stranger, visit = Visit(settings, sign_in, held), Visit(settings, sign_in, held)
    await visit.signs_in()
    html = (await visit.get(page.path(language, FAMILY))).text
    assert f'data-events="{page.events(language, FAMILY)}" data-state="' in html
    assert re.search(r'<script src="/static/[0-9a-f]+/live.js" defer></script>', html)
    held.looked = [row(4), gone()]
    answer = await visit.get(f"{page.events(language, FAMILY)}?after=3")
    assert answer.headers["content-type"].startswith("text/event-stream")
    assert [each[0] for each in parsed(answer.text)] == ["changed", "ended"]
    assert (await stranger.get(page.events(language, FAMILY))).status_code == 401


def test_an_open_page_s_words_stand_in_both_languages() -> None:
    for key in ("live-behind", "shared-behind", "shared-less", "shared-over", "not-yours-now"):
        assert Language("da", NOW)(key) != Language("en", NOW)(key)
