"""`make pages`: lives through a pilot family and writes a picture of each page to docs/pages/."""

import signal
import sys
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser

from deploy.demo import scenario
from deploy.demo.scenario import FILES, Cast
from deploy.demo.visitor import Visitor
from deploy.embedded.browser import browser
from deploy.embedded.given import servers
from deploy.embedded.problem import CannotStart
from deploy.platform.client import Client
from deploy.platform.processes import SERVICES, Platform
from services.overview.web.document_pages import WORKLIST
from services.overview.web.shelf import PAPER, PLAN, READ_LOG, SHARED, SHELF

TO = Path(__file__).parents[2] / "docs" / "pages"
FAMILY, READER, COORDINATOR, MEMBER = "going_well", "bent", "karin", "ellen"


def main() -> int:
    """Takes the pictures. Exit code 0 when all are there."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    settings = {"HELHED_AUTHORITY": "Example Kommune", "HELHED_DUTY_PHONE": "00 00 12 00"}
    try:
        with servers(print) as found, Platform(found.kafka, found.postgres, settings) as platform:
            platform.open()
            cast = scenario.read(FILES / f"{FAMILY}.yaml", platform.issuer, platform.clock)
            platform.sign_in.people += scenario.people(cast)
            _live(platform, cast)
            TO.mkdir(exist_ok=True)
            with browser() as opened:
                for name in _taken(opened, platform, cast):
                    print(f"  docs/pages/{name}.png")
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def _live(platform: Platform, cast: Cast) -> None:
    with Client({service: platform.address(service) for service in SERVICES}) as client:
        for step in [*scenario.registrations(cast), *scenario.steps(cast)]:
            scenario.play(client, cast, step, lambda *_: None)
        scenario.read_by_all(client, cast)


def _taken(opened: Browser, platform: Platform, cast: Cast) -> list[str]:
    """The names of the pictures."""
    family, nowhere = f"f/{cast.family}", "f/00000000-0000-4000-8000-000000000000"
    pages = {
        "families": "/da/",
        "plan": f"/da/{family}/plan",
        "plan-en": f"/en/{family}/plan",
        "paper": f"/da/{family}/udskriv",
        **{
            page.name: page.path("da", cast.family)
            for page in SHELF
            if page not in (PLAN, PAPER, READ_LOG, SHARED)
        },
        "worklist": WORKLIST["da"],
        "not-yours": f"/da/{nowhere}/plan",
        "signed-out": "/da/signed-out",
    }
    of_others = {
        COORDINATOR: {name: pages.pop(name) for name in ("contact-map", "informed", "worklist")},
        MEMBER: {READ_LOG.name: READ_LOG.path("da", cast.family)},
    }
    on_phone = {f"{name}-phone": pages[name] for name in ("plan", "paper")}
    _take(opened, platform, cast.id(READER), pages)
    _take(opened, platform, cast.id(READER), on_phone, phone=True)
    for who, theirs in of_others.items():
        _take(opened, platform, cast.id(who), theirs)
    return [*pages, *on_phone, *(name for theirs in of_others.values() for name in theirs)]


def _take(
    opened: Browser, platform: Platform, who: str, pages: Mapping[str, str], phone: bool = False
) -> None:
    visitor = Visitor(opened, platform.http(), phone=phone)
    visitor.sign_in(who)
    for name, path in pages.items():
        visitor.goes(path)
        visitor.page.evaluate("document.fonts.ready")
        visitor.page.screenshot(path=TO / f"{name}.png", full_page=True)
    visitor.close()


if __name__ == "__main__":
    sys.exit(main())
