"""What is around the families, for pictures: offers, a group course, the programme, guides, and what leaders see."""

from collections.abc import Iterable, Iterator, Mapping

from deploy.catalogue.loading import offer_id
from deploy.demo import leading, scenario
from deploy.demo.scenario import FILES, PROGRAMME, Cast, Step
from deploy.platform.client import Client
from deploy.platform.processes import SERVICES, Platform
from services.overview.web import group_page, guide_pages, programme_pages
from services.overview.web.outcomes_page import COVERAGE, WHAT_WORKS
from services.overview.web.pages import RESULTS
from services.overview.web.shelf import CATALOGUE

TALKS = "O11"
"""The offer that a picture shows."""
_GROUP_S, _LEADS_PROGRAMME, _STEERS = "own_way", "mette", "lis"
Pages = Mapping[str, str]


def pages(platform: Platform, families: int) -> Iterator[tuple[str, Pages]]:
    """Plays part after part, and says who then sees which pages, by the names of their pictures. The clock goes back and
    forth: whatever is wanted of a family is to be seen before."""
    leading.list_offers(platform)
    group = lived(platform, _GROUP_S)
    yield (
        group.id("bodil"),
        {
            "offers": f"{CATALOGUE['da']}?area=health",
            "offer": f"{CATALOGUE['da']}/{offer_id(TALKS)}",
            "groups": group_page.PATHS["da"],
            "group": f"{group_page.PATHS['da']}/{group.id('group')}",
        },
    )
    told = scenario.read(PROGRAMME, platform.issuer)  # it tells of days gone by: nobody's clock is turned
    programme = _played(platform, told, scenario.steps(told))
    shown = f"{programme_pages.LIST['da']}/{programme.id('programme')}"
    yield programme.id(_LEADS_PROGRAMME), {"programmes": programme_pages.LIST["da"]}
    yield programme.id(_STEERS), {"programme": shown}
    guides = guide_pages.SHELF["da"]
    yield group.id("amir"), {"guides": guides, "guide": f"{guides}/coordinator"}
    platform.sign_in.people.append(leading.LEADS)
    leading.town(platform, lambda line: None, families)
    leading.look(platform, leading.LEADS)
    yield (
        leading.LEADS.id,
        {"outcomes": RESULTS["da"], "coverage": COVERAGE["da"], "what-works": WHAT_WORKS["da"]},
    )


def lived(platform: Platform, name: str) -> Cast:
    """A family's first weeks."""
    cast = scenario.read(FILES / f"{name}.yaml", platform.issuer, platform.clock)
    return _played(platform, cast, [*scenario.registrations(cast), *scenario.steps(cast)])


def _played(platform: Platform, cast: Cast, steps: Iterable[Step]) -> Cast:
    """What happens; then the people in it may sign in."""
    with Client({service: platform.address(service) for service in SERVICES}) as client:
        for step in steps:
            scenario.play(client, cast, step, lambda *_: None)
    platform.sign_in.people += scenario.people(cast)
    return cast
