"""A plan's document as a page, for tests."""

import copy
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import orjson

from services.overview.shared_plan import SharedPlan
from services.overview.web import paper, plan_page, seen
from services.overview.web.assets import Assets
from services.overview.web.language import Language
from services.overview.web.reader import Reader
from services.overview.web.rendered import Place, Templates
from tests.unit.family import FAMILY, SOFIE
from tests.views.whole_plan import WHOLE

NOW = datetime(2024, 3, 12, 11, 47, tzinfo=UTC)
HASH = bytes.fromhex("7f3a92c1" + "00" * 28)
TEMPLATES = Templates(Assets(), Place("Example Kommune", "00 00 12 00"))
LISTENING = {"events": "/events", "mark": "3"}
"""By what a page beside the plan hears of changes."""
SOFIE_READS = Reader(SOFIE, "social", "coordination", "2024-01-01", "2024-12-31")


def whole() -> dict[str, Any]:
    """A copy of the whole plan of the invented family, to change."""
    document: dict[str, Any] = copy.deepcopy(orjson.loads(orjson.dumps(WHOLE)))
    document["attached"][0]["name"] = "Sofie Example"
    return document


def given(document: dict[str, Any], **more: Any) -> SharedPlan:
    """A state of a plan with this document."""
    about: dict[str, Any] = {"as_of": NOW, "waiting": 0, "stale": False, **more}
    return SharedPlan(FAMILY, 3, "plans=3", HASH, orjson.dumps(document), token="", **about)


def plan_html(
    document: dict[str, Any], language: str = "da", reader: Reader = SOFIE_READS, **more: Any
) -> str:
    """The plan's page."""
    say = Language(language, NOW)
    shown = plan_page.shown(given(document, **more), reader, say)
    return TEMPLATES.text("plan.html", say, {**shown, "menu": [], "session": None, "other": None})


def paper_html(
    document: dict[str, Any], language: str = "da", around: seen.Around | None = None, **more: Any
) -> str:
    """The family's paper; `around` where the reader may know who has seen the plan."""
    say = Language(language, NOW)
    sheet = paper.shown(given(document, **more), say)
    sheet = paper.told(sheet, around, say) if around else sheet
    return TEMPLATES.text("paper.html", say, {**sheet, **LISTENING, "other": "/"})


def read_aloud(html: str) -> str:
    """What somebody reads on a page: its text, spaces made one."""
    reading = _Text()
    reading.feed(html)
    return re.sub(r"\s+", " ", " ".join(reading.heard)).replace(" ,", ",")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self._silent = tag in ("title", "script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.heard.append(data)


def text(document: dict[str, Any], language: str = "da", **more: Any) -> str:
    """What somebody reads on the plan's page."""
    return read_aloud(plan_html(document, language, **more))


def in_order(said: str, *parts: str) -> bool:
    """Whether these stand in a text one after the other."""
    places = [said.index(part) for part in parts]
    return places == sorted(places)
