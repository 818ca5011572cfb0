"""The catalogue of offers as everybody looks into it: a view of its own beside the families'."""

from pathlib import Path
from typing import Any

import orjson

from contracts.ids import CatalogueId
from contracts.plans.events import (
    CATALOGUE,
    OfferListed,
    OfferPlaceChanged,
    OfferPresentationRemoved,
    OfferRevised,
    OfferWithdrawn,
    PlanDrafted,
)
from eventkeep.changes import Changes
from eventkeep.cloudevent import encode
from eventkeep.journal import Journal
from eventkeep.keys import FileKeys
from eventkeep.pg import pool
from eventkeep.reading import Reading
from eventkeep.testing import folded, said
from services.overview.access import ACCESS
from services.overview.catalogue import KEY, OFFERS, Catalogue, evolve
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.stores.databases import fresh
from tests.unit.family import FAMILY, PLAN, numbered
from tests.unit.offering import CENTRE, GROUP, HOUSE, LISTED, RIDES, TALKS, TOLD, offered

SHOWN: dict[str, Any] = {
    "offer": TALKS,
    "title": {"danish": "Samtalegruppe", "english": "Conversation group"},
    "kind": "conversation-group",
    "form": "group",
    "goal": {"danish": "At føle sig mindre alene.", "english": "To feel less alone."},
    "content": {"danish": "Otte aftener med andre forældre.", "english": None},
    "results": {"danish": "De fleste bliver ved med at ses.", "english": "Most go on meeting."},
    "axes": ["health", "family-social"],
    "provider": {"kind": "department", "department": "health", "name": None},
    "draws_on": [],
    "place": {"place": "activity-house", "name": "Aktivitetshuset", "host": "leisure"},
    "integrated": True,
    "presentations": [],
    "withdrawn": False,
}


def shown(*events: Any) -> Any:
    """The document, after these events."""
    return orjson.loads(OFFERS.written({"plans": folded(evolve, Catalogue(), *events)}))


def test_an_offer_is_shown_as_it_was_listed() -> None:
    """A31, INV-65, O22: with its goal, content and results; integrated where another department hosts it."""
    assert shown(LISTED) == {"offers": [SHOWN]}
    assert shown() == {"offers": []}


def test_an_offer_is_shown_as_it_is_now() -> None:
    """A31, P47, A07: described anew, met elsewhere, withdrawn, and found no worse for it."""
    revised = OfferRevised(
        catalogue=CATALOGUE, offer=TALKS, offered=offered(axes=("health",), draws_on=("brug-for-alle",))
    )
    moved = OfferPlaceChanged(catalogue=CATALOGUE, offer=TALKS, place=CENTRE)
    gone = OfferWithdrawn(catalogue=CATALOGUE, offer=TALKS, reason="no-longer-given")
    other = OfferListed(catalogue=CATALOGUE, offer=RIDES, offered=GROUP, place=HOUSE)
    there = {"place": "health-centre", "name": "Sundhedscentret", "host": "health"}
    now = SHOWN | {"axes": ["health"], "draws_on": ["brug-for-alle"]}
    assert shown(LISTED, revised)["offers"] == [now]
    assert shown(LISTED, revised, moved)["offers"] == [now | {"place": there, "integrated": False}]
    assert shown(LISTED, other, gone)["offers"] == [SHOWN | {"withdrawn": True}, SHOWN | {"offer": RIDES}]


def test_a_presentation_that_was_removed_is_gone() -> None:
    """A32, R33: its words too."""
    told = {
        "presentation": TOLD.presentation,
        "kind": "case",
        "title": {"danish": "En mor fortæller", "english": None},
        "words": {"danish": "Hun kom hver tirsdag.", "english": None},
        "reference": None,
    }
    film = TOLD.model_copy(update={"words": None, "reference": "film 3", "offer": RIDES})
    removed = OfferPresentationRemoved(
        catalogue=CATALOGUE, offer=TALKS, presentation=TOLD.presentation, reason="asked-for-by-peer"
    )
    other = OfferListed(catalogue=CATALOGUE, offer=RIDES, offered=GROUP, place=HOUSE)
    [with_case, with_film] = shown(LISTED, TOLD, other, film)["offers"]
    assert with_case["presentations"] == [told]
    assert with_film["presentations"] == [told | {"words": None, "reference": "film 3"}]
    assert shown(LISTED, TOLD, removed)["offers"] == [SHOWN]


def test_what_is_said_of_an_offer_that_is_unknown_is_passed_over() -> None:
    """A07: an event before its offer, or after another branch."""
    assert shown(TOLD, LISTED)["offers"] == [SHOWN]


async def test_the_catalogue_is_kept_beside_the_families_and_nobody_reacts_to_it(
    postgres: str, tmp_path: Path
) -> None:
    """A31, INV-36: it is no family's plan, gets a row of its own, and its departments are told nothing of a family."""
    stream = f"catalogue/{CATALOGUE}"
    told = [
        said(LISTED, "plans", 1, stream=stream),
        said(TOLD, "plans", 2, stream=stream, causes={"plans": 1}),
        said(PlanDrafted(family=FAMILY, plan=PLAN, revision=0), "plans", 1),
    ]
    async with fresh(postgres, "journal") as dsn:
        connections = await pool(dsn, 2)
        views = [ACCESS, FAMILY_PLAN, OFFERS]
        journal = Journal(connections, views, VOCABULARIES, FileKeys(tmp_path), reacts=True)
        await journal.accept([encode(each.envelope, each.data) for each in told])
        rows = await connections.fetch("select view, family from views order by view")
        due = await connections.fetch("select family from reactions")
        row = await Reading(connections, Changes(""), OFFERS).row(KEY)
        await connections.close()
    assert [tuple(each) for each in rows] == [("family-plan", FAMILY), ("offers", KEY)]
    assert [each["family"] for each in due] == [FAMILY]
    assert (row.vector, orjson.loads(row.document)) == ({"plans": 2}, shown(LISTED, TOLD))
    assert f"catalogue/{numbered(CatalogueId, 1)}" != KEY
