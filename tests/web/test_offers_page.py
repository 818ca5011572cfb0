"""The pages of the catalogue: offers looked through without a script, one offer, and what the plan's page says of them."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from contracts.plans.events import (
    CATALOGUE,
    OfferRevised,
    OfferWithdrawn,
    PresentationKind,
    Provider,
    ProviderKind,
)
from deploy.catalogue.loading import orders, rows
from deploy.platform.sign_in import SignIn, Somebody
from services.overview.offers import Wanted
from services.overview.quality import UNSAID
from services.overview.settings import Settings
from services.overview.web.language import LANGUAGES, Language
from services.overview.web.offers_page import one, searched
from tests.unit.family import FAMILY, SOFIE
from tests.unit.offering import LISTED, RIDES, STORY, TALKS, TOLD, offered
from tests.views.planned import EAT, SLEEP
from tests.views.test_offers import STAFF, Row, looking
from tests.web.held import Held
from tests.web.shown import NOW, TEMPLATES, read_aloud
from tests.web.visit import SOFIE_HERSELF, Visit

ON_CALL = Somebody("operations", SOFIE, None, "Sofie Example", "operations")
FRAME: dict[str, Any] = {"session": None, "other": None}


async def listed(wanted: Wanted, language: str = "da") -> str:
    """The page of a search."""
    say, offers = Language(language, NOW), looking()
    found, everything = (
        await offers.search(STAFF, wanted, "page"),
        await offers.search(STAFF, Wanted(), "page"),
    )
    return TEMPLATES.text("offers.html", say, {**searched(found, everything, wanted, say), **FRAME})


async def offer(row: Row, language: str = "da") -> str:
    """What is read on the page of the conversation group."""
    say = Language(language, NOW)
    found = (await looking(row).one(STAFF, TALKS)).offers[0]
    return read_aloud(TEMPLATES.text("offer.html", say, {**one(found, say), **FRAME}))


async def test_offers_are_looked_through_without_a_script() -> None:
    """A07, A31: a form that is sent as an address, filled with what was asked."""
    html = await listed(Wanted(words="samtale", area="health"))
    assert "<script" not in html
    assert '<form class="hh-box" method="get" action="/da/tilbud"' in html
    assert 'name="q" type="search" maxlength="200" value="samtale"' in html
    assert '<option value="health" selected>Sundhed</option>' in html
    assert re.findall(r'<option value="([^"]+)"', html) == [
        *("family-social", "health", "leisure"),
        *("department", "association"),
    ]
    told = read_aloud(html)
    assert "Ét tilbud" in told
    assert "Samtalegruppe At føle sig mindre alene. sundhed familie og netværk" in told
    assert "Ridning" not in told


async def test_what_somebody_looked_for_is_only_ever_shown_as_words() -> None:
    """A07: nothing of it becomes part of the page."""
    html = await listed(Wanted(words='"><b>x</b>'))
    assert "<b>x" not in html
    assert "Ingen tilbud passer." in html


async def test_the_list_says_where_and_by_whom_and_how_good() -> None:
    """P45, P47, R53: in both languages; what has no English words is said in Danish."""
    danish, english = read_aloud(await listed(Wanted())), read_aloud(await listed(Wanted(), "en"))
    assert "2 tilbud" in danish
    assert "Ager Rideklub (en forening) Staldene" in danish
    assert "Familierne: 4,3 i gennemsnit, 7 svar fra 6 familier" in danish
    assert "Conversation group To feel less alone." in english
    assert "The families: 4.3 on average, 7 answers from 6 families" in english
    assert "professionals" not in english


@pytest.mark.parametrize(
    ("sub_goal", "says"),
    [
        (EAT, "Tilbud inden for målets område: sundhed."),
        (SLEEP, "Målets fokusområde hører ikke til et bestemt område på hjulet."),
    ],
)
async def test_offers_for_a_goal_lead_back_to_it(sub_goal: str, says: str) -> None:
    """A31: and a further search stays with the goal."""
    html = await listed(Wanted(family=FAMILY, goal=sub_goal))
    assert says in read_aloud(html)
    assert f'href="/da/f/{FAMILY}/plan#goal-{sub_goal}"' in html
    assert f'<input type="hidden" name="goal" value="{sub_goal}">' in html


async def test_an_offer_says_what_it_is_for_and_what_came_of_it() -> None:
    """INV-65, P40, P45, P47, O22."""
    told = await offer(Row())
    for said in (
        "Hvad det er til for At føle sig mindre alene.",
        "Hvad det er Otte aftener med andre forældre.",
        "Hvad det har ført til De fleste bliver ved med at ses.",
        "Områder sundhed, familie og netværk",
        "Form I gruppe",
        "Gives af Sundhedsplejen",
        "Sted Aktivitetshuset, hos Fritid og foreninger",
        "så I skal færre steder hen",
        "Sådan kan det være Et eksempel En mor fortæller Hun kom hver tirsdag.",
        "Familierne: 4,3 i gennemsnit, 7 svar fra 6 familier",
        "Fagpersonerne: For få har svaret til, at det kan vises.",
    ):
        assert said in told, said
    assert "Bygger på" not in told


async def test_an_offer_is_read_in_english_too() -> None:
    """A31."""
    told = await offer(Row(), "en")
    assert "What it is for To feel less alone." in told
    assert "What it is Otte aftener med andre forældre." in told
    assert "Place Aktivitetshuset, at Leisure and associations" in told


async def test_a_peer_tells_and_a_film_lies_somewhere() -> None:
    """A32, R33, O21: what the offer draws on is named too."""
    told = await offer(
        Row(
            (
                LISTED,
                OfferRevised(
                    catalogue=CATALOGUE,
                    offer=TALKS,
                    offered=offered(
                        draws_on=("brug-for-alle", "another-project"),
                        provider=Provider(kind=ProviderKind.OTHER_MUNICIPALITY, name="Ager"),
                    ),
                ),
                TOLD.model_copy(
                    update={"kind": PresentationKind.PEER_STORY, "presentation": STORY, "peer_agreed": True}
                ),
                TOLD.model_copy(
                    update={"kind": PresentationKind.VIDEO, "words": None, "reference": "film 3"}
                ),
            )
        )
    )
    assert "En, der har prøvet det, fortæller En mor fortæller Hun kom hver tirsdag." in told
    assert "Film En mor fortæller Den ligger her: film 3" in told
    assert "Bygger på erfaringer fra Brug for alle, another-project" in told
    assert "Gives af Ager (en anden kommune)" in told


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["row"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_offer_of_the_beginning_is_said_in_words(row: Mapping[str, Any], language: str) -> None:
    """O01 to O23, R33, R53, INV-65: its kind, its areas, who gives it and who hosts it; no code is left."""
    say = Language(language, NOW)
    of_row = [order.fields for order in orders([row])]
    listed = {**of_row[0], "presentations": of_row[2:], "quality": UNSAID}
    shown = {"integrated": False, "withdrawn": False, **listed, **listed["offered"]}
    for each in shown["presentations"]:
        each |= {"words": each.get("words"), "reference": each.get("reference")}
    told = read_aloud(TEMPLATES.text("offer.html", say, {**one(shown, say), **FRAME}))
    for name in ("title", "goal", "content", "results"):
        assert row[name][LANGUAGES.index(language)] in told
    codes = {row["kind"], *row["axes"], *row.get("draws_on", ()), row["at"]["host"]}
    assert not [code for code in codes if "-" in code and code in told.split()]
    provider = row["by"]["name"] if isinstance(row["by"], dict) else say.named(row["by"])
    assert provider in told
    assert f"{row['at']['name']}," in told


async def test_an_offer_that_was_withdrawn_says_so() -> None:
    """A07."""
    gone = OfferWithdrawn(catalogue=CATALOGUE, offer=TALKS, reason="no-longer-given")
    assert "Tilbuddet er taget ud af kataloget." in await offer(Row((LISTED, gone)))


@pytest.fixture
async def visit(settings: Settings, sign_in: SignIn) -> Visit:
    """Sofie, signed in."""
    sign_in.people.append(SOFIE_HERSELF)
    found = Visit(settings, sign_in, Held({SOFIE: "coordination"}))
    await found.signs_in()
    return found


async def test_whoever_is_signed_in_finds_the_catalogue(visit: Visit) -> None:
    """A31: from the list of families, in both languages, with what was asked."""
    assert '<a href="/da/tilbud">Tilbudskatalog</a>' in (await visit.get("/da/")).text
    found = await visit.get("/da/tilbud?q=ridning&provider=nobody")
    assert (found.status_code, "Ridning for alle" in found.text) == (200, True)
    assert 'href="/en/offers?q=ridning&amp;provider=nobody"' in found.text
    english = await visit.get(f"/en/offers/{RIDES}")
    assert (english.status_code, '<h1 lang="en">Riding</h1>' in english.text) == (200, True)
    assert f'href="/da/tilbud/{RIDES}"' in english.text


@pytest.mark.parametrize(
    "path",
    [
        f"/da/tilbud/{SOFIE}",
        "/da/tilbud/riding",
        "/da/tilbud?goal=eat&family=ours",
        f"/da/tilbud?goal={TALKS}&family={FAMILY}",
        f"/da/tilbud?goal={EAT}&family={TALKS}",
    ],
)
async def test_what_is_not_there_or_not_yours_is_the_same(visit: Visit, path: str) -> None:
    """A31, INV-38."""
    there, nowhere = await visit.get(path), await visit.get("/da/nowhere")
    assert there.status_code == nowhere.status_code == 404


async def test_to_others_the_catalogue_is_not_there(settings: Settings, sign_in: SignIn) -> None:
    """A31, X-01: not to operations; whoever isn't signed in is sent to do so."""
    sign_in.people.append(ON_CALL)
    visit = Visit(settings, sign_in, Held({}))
    asked = await visit.get("/da/tilbud")
    assert (asked.status_code, asked.headers["location"]) == (303, "/sign-in?next=/da/tilbud")
    await visit.signs_in()
    assert (await visit.get("/da/tilbud")).status_code == 404
