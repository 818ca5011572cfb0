"""A page whose server is killed. It has a browser of its own: while one is open here, no platform can be started."""

import pytest
from playwright.sync_api import expect

from deploy.demo import scenario
from deploy.demo.visitor import Visitor
from deploy.embedded.browser import browser
from deploy.platform.processes import Platform
from tests.system.browsing import barriers, listens
from tests.system.family import APPROVED, Family

pytestmark = pytest.mark.long


def test_a_page_whose_server_is_gone_says_so(platform: Platform) -> None:
    """The plan stays on it, with a warning, until the server is back."""
    with Family(platform, APPROVED) as family, browser() as opened:
        platform.sign_in.people += scenario.people(family.cast)
        family.read(after=family.cast.seen)
        visitor = Visitor(opened, platform.http())
        page = visitor.sign_in(family.cast.id("karin"), f"/da/f/{family.id}/plan")
        listens(page)
        assert page.locator("#lost").is_hidden()
        platform.processes["overview"].kill()
        expect(page.locator("#lost")).to_be_visible(timeout=10_000)
        expect(page.locator("#lost")).to_contain_text("Forbindelsen er afbrudt.")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Familien Dalgaard")
        assert barriers(visitor) == []
        platform.start("overview")
        expect(page.locator("#lost")).to_be_hidden(timeout=60_000)
        platform.wait_ready("overview")
        visitor.close()
