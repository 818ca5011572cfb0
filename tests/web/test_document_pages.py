"""The pages beside the plan where something stands in their way: nothing is shown, and no other site says anything."""

import re

import pytest

from deploy.platform.sign_in import SignIn
from services.overview.settings import Settings
from services.overview.web.document_pages import KNOWN
from services.overview.web.shelf import HISTORY, PLAN
from tests.unit.family import FAMILY, SOFIE
from tests.web.held import Held
from tests.web.visit import SOFIE_HERSELF, Visit


@pytest.fixture
async def visit(settings: Settings, sign_in: SignIn) -> Visit:
    """Sofie, attached to the family, signed in."""
    sign_in.people.append(SOFIE_HERSELF)
    found = Visit(settings, sign_in, Held({SOFIE: "coordination"}))
    await found.signs_in()
    return found


async def test_a_family_of_which_nothing_has_arrived_has_no_page_yet(visit: Visit) -> None:
    visit.held.document = {}
    answer = await visit.get(HISTORY.path("da", FAMILY))
    assert answer.status_code == 503
    assert "Der er endnu intet af familiens plan her." in answer.text


async def test_only_our_own_form_says_that_somebody_knows_the_plan(visit: Visit) -> None:
    """INV-39: a form of another site is refused, and nothing is noted."""
    place = f"/da/f/{FAMILY}/{KNOWN['da']}"
    forged = await visit.here.post(place, data={"form": "guessed", "state": "3"})
    assert forged.status_code == 403
    assert visit.held.acknowledged == []
    page = (await visit.get(PLAN.path("da", FAMILY))).text
    [form] = re.findall(r'name="form" value="([^"]+)"><input type="hidden" name="state" value="3"', page)
    said = await visit.here.post(place, data={"form": form, "state": "3"})
    assert (said.status_code, said.headers["location"]) == (303, place)
    assert visit.held.acknowledged == [(SOFIE, FAMILY, 3)]
    assert "Det er noteret" in (await visit.get(place)).text
