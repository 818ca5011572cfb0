"""A browser for tests of pages, and what axe-core finds wrong on one."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from deploy.demo.visitor import Visitor
from tests.system.play import until

_AXE = (Path(__file__).parents[1] / "web/axe/axe.min.js").read_text()


def barriers(visitor: Visitor) -> list[str]:
    """What keeps somebody out, by WCAG 2.1 A and AA and good practice: each with where it is.

    axe tries styles, which the pages' policy forbids: what the browser says of that isn't said of the page.
    """
    page, before = visitor.page, list(visitor.complaints)
    page.evaluate(_AXE)
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run()).violations")
    page.evaluate("0")  # what was said on the way has been heard by now
    visitor.complaints[:] = before
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


def listens(page: Page) -> None:
    """Waits until the page hears of changes."""
    until(lambda: page.evaluate("events.readyState") == 1, 10.0, "the page listens")


def focused(page: Page) -> str:
    """What has the keyboard: the text of a link or button, or an id."""
    return str(page.evaluate("document.activeElement.innerText.trim() || document.activeElement.id"))


def width(page: Page) -> int:
    """How wide the page is, in CSS pixels: wider than the window means sideways scrolling."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


def sides(page: Page) -> int:
    """How many sides of paper it takes."""
    return page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
