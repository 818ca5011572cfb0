"""What a page that stays open is sent: the plan as it changes, how fresh it is, and that it is over."""

import asyncio
import re
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from eventkeep.refused import Refused
from services.overview.web.live import Live
from services.overview.web.session import Session
from tests.unit.family import FAMILY, SOFIE
from tests.web.held import Held
from tests.web.shown import TEMPLATES, given, whole

Event = tuple[str, str, str]


def session(lasts: float = 60.0) -> Session:
    """Sofie, signed in for so many seconds."""
    return Session("professional", SOFIE, "social", "Sofie Example", time.time() + lasts, "form")


async def sent(
    held: Held, count: int = 9, language: str = "da", lasts: float = 60.0, pulse: float = 60.0
) -> list[Event]:
    """At most `count` events that Sofie's page is sent: name, id, data."""
    live, found = Live(held, held, TEMPLATES, pulse), []  # type: ignore[arg-type]
    async with asyncio.timeout(10):
        async for block in live.sent(session(lasts), FAMILY, language, 0):
            found += parsed(block.decode())
            if len(found) >= count:
                break
    return found


def parsed(text: str) -> list[Event]:
    """As a browser reads a stream: lines end with CR, LF or both, an empty one ends an event."""
    found, fields = [], {}
    for line in re.split("\r\n|\r|\n", text):
        name, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if name == "data":
            fields["data"] = f"{fields['data']}\n{value}" if "data" in fields else value
        elif name:
            fields[name] = value
        elif fields:
            found.append((fields.get("event", "message"), fields.get("id", ""), fields.get("data", "")))
            fields = {}
    return found


@pytest.fixture
def held() -> Held:
    """Sofie is attached."""
    return Held({SOFIE: "coordination"})


async def test_an_open_page_is_sent_what_it_would_be_shown(held: Held) -> None:
    changed = whole()
    changed["wishes"][0]["own_words"] = "A new wish."
    gone = Refused("plan_not_found", "There is no such plan for you.", "INV-38")
    held.states = [given(whole()), replace(given(changed), state_no=4), gone]
    first, second, last = await sent(held)
    assert [first[:2], second[:2], last[0]] == [("plan", "3"), ("plan", "4"), "ended"]
    assert "»A new wish.«" in second[2]
    assert first[2].startswith("<h1>Familien Example")
    assert held.read_as == [(SOFIE, "page")] * 2


async def test_who_is_detached_is_told_and_keeps_nothing(held: Held) -> None:
    """INV-38."""
    held.attached.clear()
    [(name, _, said)] = await sent(held)
    assert (name, "Du er ikke længere tilknyttet familien" in said) == ("ended", True)
    assert "Example" not in said
    assert held.read_as == []


async def test_what_goes_wrong_ends_it_with_what_to_do(held: Held) -> None:
    held.states = [Refused("store_unreachable", "The database does not answer.")]
    [(name, _, said)] = await sent(held, language="en")
    assert (name, "The page cannot be shown right now" in said) == ("ended", True)


async def test_where_another_process_shows_the_plan_the_page_is_told_nothing_and_comes_again(
    held: Held,
) -> None:
    held.states = [given(whole()), Refused("shown_elsewhere", "Another process answers.")]
    assert [name for name, _, _ in await sent(held)] == ["plan"]


async def test_it_ends_with_the_session(held: Held) -> None:
    held.states = [given(whole())]
    *_, (name, _, said) = await sent(held, lasts=0.3)
    assert (name, "Du er logget af, fordi der er gået lang tid" in said) == ("ended", True)
    assert 'href="/sign-in?next=/da/"' in said


async def test_without_news_a_page_is_told_how_fresh_it_is(held: Held) -> None:
    """That is no reading: nothing of the plan is in it."""
    now = datetime.now(UTC)
    held.fresh = [now, now - timedelta(minutes=5)]
    first, second = await sent(held, count=2, pulse=0.05)
    assert (first[0], "Opdateret" in first[2]) == ("fresh", True)
    assert (second[0], "Viser planen fra" in second[2]) == ("fresh", True)
    assert "Hent siden igen" in second[2]
    assert held.read_as == []


@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\u2028", "\x85"])
async def test_no_words_become_an_event(held: Held, end: str) -> None:
    """Whatever lines somebody wrote, they stay within the page's content."""
    hostile: dict[str, Any] = whole()
    hostile["wishes"][0]["own_words"] = end.join(
        ["Wish", "", "event: ended", "data: <p>Gone</p>", "", "id: 9", ""]
    )
    held.states = [given(hostile)]
    [(name, number, said)] = await sent(held, count=1)
    assert (name, number) == ("plan", "3")
    assert "event: ended" in said
    assert "<p>Gone</p>" not in said
