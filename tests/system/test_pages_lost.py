"""A page whose server is killed. It has a browser of its own: while one is open here, no platform can be started."""

import pytest
from playwright.sync_api import expect

from deploy.demo import scenario
from deploy.demo.visitor import Visitor
from deploy.embedded.browser import browser
from deploy.platform.processes import Platform
from services.overview.web.shelf import PLAN, PROGRESS
from tests.system.browsing import barriers, listens
from tests.system.family import APPROVED, Family

pytestmark = pytest.mark.long
SAID = {
    (PLAN, "da"): "Forbindelsen er afbrudt.",
    (PLAN, "en"): "The connection is lost.",
    (PROGRESS, "da"): "Forbindelsen er afbrudt.",
}
"""What is said on an open page, in its language."""


def test_a_page_whose_server_is_gone_says_so(platform: Platform) -> None:
    """What it shows stays on it, with a warning, until the server is back."""
    with Family(platform, APPROVED) as family, browser() as opened:
        platform.sign_in.people += scenario.people(family.cast)
        family.read(after=family.cast.seen)
        visitors = {page: Visitor(opened, platform.http()) for page in SAID}
        for (shelved, language), visitor in visitors.items():
            listens(visitor.sign_in(family.cast.id("karin"), shelved.path(language, family.id)))
            assert visitor.page.locator("#lost").is_hidden()
        platform.processes["overview"].kill()
        for where, visitor in visitors.items():
            expect(visitor.page.locator("#lost")).to_be_visible(timeout=10_000)
            expect(visitor.page.locator("#lost")).to_contain_text(SAID[where])
            expect(visitor.page.get_by_role("heading", level=1)).to_contain_text("Dalgaard")
            assert barriers(visitor) == []
        platform.start("overview")
        for visitor in visitors.values():
            expect(visitor.page.locator("#lost")).to_be_hidden(timeout=60_000)
        platform.wait_ready("overview")
        for visitor in visitors.values():
            visitor.close()
