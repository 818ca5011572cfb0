"""`make pages`: lives through pilot families and a small town, and writes a picture of each page to docs/pages/."""

import signal
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Browser

from deploy.demo import around, going, scenario
from deploy.demo.scenario import FILES, Cast, Step
from deploy.demo.visitor import Visitor
from deploy.embedded.browser import browser
from deploy.embedded.given import servers
from deploy.embedded.problem import CannotStart
from deploy.platform.client import Client
from deploy.platform.processes import SERVICES, Platform
from deploy.platform.sign_in import Somebody
from services.overview.web.document_pages import WORKLIST
from services.overview.web.pages import STANDING
from services.overview.web.shelf import AS_OF, NEWS, PAPER, PLAN, PROGRESS, READ_LOG, SHARED, SHELF

TO = Path(__file__).parents[2] / "docs" / "pages"
FAMILY, READER, COORDINATOR, MEMBER = "going_well", "bent", "karin", "ellen"
SUPPORTER, LET_IN = "birgit", "omar"
ON_CALL = Somebody("operations", str(uuid4()), None, "Ida Drift", "is on call")
FAMILIES = 80
"""Generated ones, so that leaders see more than what is hidden."""
_TOP_ALONE = ("emergency",)
"""The rest is the plan as everybody sees it."""
_SOON = ("contacts.AddSupporter", "contacts.ShareWithSupporter")
"""Of the year that follows: somebody stands by the family, and is shown something."""
_RESTS_ON = (
    Step("", COORDINATOR, "contacts.ReferFamily", {"programme": "familier-paa-vej", "source": "school"}),
    Step(
        "",
        COORDINATOR,
        "contacts.RecordLegalBasis",
        {"legal_basis": "@law", "code": "barnets lov § 32", "valid_from": "2025-11-03"},
    ),
    Step("", COORDINATOR, "contacts.DecideEligibility", {"eligible": True, "reason": "family-support"}),
    *(
        Step("", who, "contacts.StartContact", {"professional": f"@{who}", "kind": "direct", "reason": why})
        for who, why in ((COORDINATOR, "She coordinates."), (READER, "He teaches Viggo."))
    ),
    Step(
        "",
        COORDINATOR,
        "contacts.GiveConsent",
        {
            "consent": "@job-centre",
            "department": "job-centre",
            "given_by": ["@ellen", "@jonas", "@freja"],
            "scope": ["family-plan"],
            "purpose": "employment",
            "valid_from": "2025-11-21",
            "valid_to": "2026-05-31",
            "evidence": "said-at-meeting",
        },
    ),
)
"""What a case rests on, and who is in contact: so that these pages have something to show."""
_CALLED = (
    Step(
        "",
        COORDINATOR,
        "meetings.ScheduleMeeting",
        {
            "meeting": "@next",
            "kind": "follow-up",
            "starts_at": "2026-02-10T16:00:00+01:00",
            "plan": "@plan",
            "revision": "@revision",
        },
    ),
    Step(
        "",
        MEMBER,
        "meetings.InviteParticipant",
        {
            "meeting": "@next",
            "invitation": "@to-supporter",
            "invitee_kind": "supporter",
            "invitee": f"@{SUPPORTER}",
            "consented_by": ["@ellen", "@jonas"],
        },
    ),
)
"""A meeting ahead, with whoever stands by the family."""
_EMERGENCY = Step(
    "",
    LET_IN,
    "contacts.TakeEmergencyAccess",
    {"professional": f"@{LET_IN}", "reason": "Viggo was alone at school, and nobody answered.", "hours": 4},
)
"""Somebody who isn't attached has to see the plan."""


def main() -> int:
    """Takes the pictures. Exit code 0 when all are there."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    settings = {"HELHED_AUTHORITY": "Example Kommune", "HELHED_DUTY_PHONE": "00 00 12 00"}
    try:
        with servers(print) as found, Platform(found.kafka, found.postgres, settings) as platform:
            platform.open()
            cast = scenario.read(FILES / f"{FAMILY}.yaml", platform.issuer, platform.clock)
            platform.sign_in.people += [*scenario.people(cast), ON_CALL]
            _live(platform, cast)
            TO.mkdir(exist_ok=True)
            with browser() as opened:
                for who, pages, phone in (*_of_the_family(cast), *_of_what_is_around(platform)):
                    _take(opened, platform, who, pages, phone=phone)
                    for name in pages:
                        print(f"  docs/pages/{name}.png", flush=True)
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def _live(platform: Platform, cast: Cast) -> None:
    with Client({service: platform.address(service) for service in SERVICES}) as client:
        year = (step for step in scenario.steps(cast, "year") if step.command in _SOON and not step.refused)
        soon = [replace(step, day=None) for step in year]
        for step in (*scenario.registrations(cast), *scenario.steps(cast)):
            scenario.play(client, cast, step, lambda *_: None)
        scenario.read_by_all(client, cast)
        for step in (*_RESTS_ON, *going.steps(), *soon, *_CALLED, _EMERGENCY):
            scenario.play(client, cast, step, lambda *_: None)
        client.plan(cast.token(LET_IN), cast.family, cast.seen)


def _of_the_family(cast: Cast) -> Iterator[tuple[str, Mapping[str, str], bool]]:
    """Who looks, which pages by their pictures' names, and whether on a telephone."""
    family, nowhere = f"f/{cast.family}", "f/00000000-0000-4000-8000-000000000000"
    pages = {
        "families": "/da/",
        NEWS.name: NEWS.path("da", cast.family),  # while there are some: whoever sees the plan has heard them
        "plan": f"/da/{family}/plan",
        "plan-en": f"/en/{family}/plan",
        "paper": f"/da/{family}/udskriv",
        **{
            page.name: page.path("da", cast.family)
            for page in SHELF
            if page not in (PLAN, NEWS, PAPER, READ_LOG, SHARED)
        },
        AS_OF.name: f"{AS_OF.path('da', cast.family)}?version=1",
        "worklist": WORKLIST["da"],
        "not-yours": f"/da/{nowhere}/plan",
        "signed-out": "/da/signed-out",
    }
    shared = SHARED.path("da", cast.family)
    of_others = {
        COORDINATOR: {name: pages.pop(name) for name in ("contact-map", "informed", "worklist", "case")},
        MEMBER: {READ_LOG.name: READ_LOG.path("da", cast.family)},
        SUPPORTER: {"families-shared": "/da/", SHARED.name: shared},
        LET_IN: {"emergency": pages["plan"]},
    }
    on_phone = {
        READER: {f"{name}-phone": pages[name] for name in ("plan", "paper", PROGRESS.name)},
        SUPPORTER: {f"{SHARED.name}-phone": shared},
    }
    taken = [(who, theirs, False) for who, theirs in ({READER: pages} | of_others).items()]
    taken += [(who, theirs, True) for who, theirs in on_phone.items()]
    yield from ((cast.id(who), theirs, phone) for who, theirs, phone in taken)
    yield ON_CALL.id, {"operations": STANDING["da"]}, False


def _of_what_is_around(platform: Platform) -> Iterator[tuple[str, Mapping[str, str], bool]]:
    """The same, of offers, a group course, the programme and what leaders see; each played when it is asked for."""
    yield from ((who, pages, False) for who, pages in around.pages(platform, FAMILIES))


def _take(
    opened: Browser, platform: Platform, who: str, pages: Mapping[str, str], phone: bool = False
) -> None:
    visitor = Visitor(opened, platform.http(), phone=phone)
    visitor.sign_in(who)
    for name, path in pages.items():
        visitor.goes(path)
        visitor.page.evaluate("document.fonts.ready")
        visitor.page.screenshot(path=TO / f"{name}.png", full_page=name not in _TOP_ALONE)
    visitor.close()


if __name__ == "__main__":
    sys.exit(main())
