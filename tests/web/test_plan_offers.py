"""What the plan's page says of offers: those that are taken, heard of and seen, and the way to more."""

import re
from typing import Any

from tests.unit.offering import RIDES, TALKS
from tests.web.shown import plan_html, read_aloud, whole


def with_offers() -> dict[str, Any]:
    """The whole plan, in which the first intervention takes an offer, and the family knows of two."""
    plan = whole()
    [help_, *_] = plan["interventions"]
    help_["offer"] = {
        "offer": TALKS,
        "title": "Samtalegruppe",
        "place": "activity-house",
        "place_name": "Aktivitetshuset",
        "seen_before": True,
    }
    plan["places"] = [{"place": "activity-house", "place_name": "Aktivitetshuset", "interventions": []}]
    [person, *_] = plan["members"]
    plan["offers_presented"] = [
        {
            "offer": RIDES,
            "title": "Ridning",
            "place": "stables",
            "place_name": "Staldene",
            "presented_in": "group",
            "to": [person["person"]],
            "presented_on": "2024-02-27",
        }
    ]
    plan["offer_visits"] = [
        {
            "offer": TALKS,
            "title": "Samtalegruppe",
            "visited_by": [person["person"]],
            "visited_on": "2024-02-26",
        }
    ]
    return plan


def test_the_plan_leads_to_the_offers_that_it_takes() -> None:
    """A07, P40, P46, P47."""
    html = plan_html(with_offers())
    told = read_aloud(html).replace("\xa0", " ")
    assert f'<a href="/da/tilbud/{TALKS}" lang="da">Samtalegruppe</a>' in html
    assert "Tilbud: Samtalegruppe · Aktivitetshuset · I så det, før det begyndte" in told
    assert "Familien skal ét sted hen for den hjælp, der er valgt fra kataloget: Aktivitetshuset." in told
    visited, presented = told.index("Samtalegruppe Besøgt af"), told.index("Ridning Præsenteret for")
    assert visited < presented
    assert re.search(r'href="/da/tilbud\?family=[0-9a-f-]{36}&amp;goal=[0-9a-f-]{36}"', html)


def test_two_places_are_counted() -> None:
    """P47: and a plan without offers says nothing of them."""
    plan = with_offers()
    plan["places"] = [*plan["places"], {"place": "stables", "place_name": "Staldene", "interventions": []}]
    assert "skal 2 steder hen" in read_aloud(plan_html(plan)).replace("\xa0", " ")
    assert "Tilbud, familien kender" not in read_aloud(plan_html(whole()))
