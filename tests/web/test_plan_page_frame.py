"""What stands around the plan on its page: whose it is, how fresh it is, and why one may read it."""

from typing import Any

import pytest

from services.overview.web.reader import Reader
from tests.unit.family import SOFIE, TOMAS
from tests.web.shown import NOW, SOFIE_READS, in_order, plan_html, read_aloud, text, whole


def test_why_one_may_read_stands_on_the_page() -> None:
    """X-01, X-04: purpose, term, and that it is noted."""
    said = text(whole())
    assert "Formål: koordinering. Grundlaget gælder fra 1. januar til og med 31. december." in said
    assert "Det er noteret, at du åbnede planen i dag kl. 12.47." in said
    without = text(whole(), reader=Reader(SOFIE, None, "coordination"))
    assert "Grundlaget" not in without


@pytest.mark.parametrize(
    ("purpose", "said"),
    [
        ("own-family", "fordi du hører til familien."),
        ("emergency", "fordi du har taget nødadgang. Du er ikke tilknyttet familien."),
    ],
)
def test_who_is_not_attached_is_not_said_to_be(purpose: str, said: str) -> None:
    """X-07, R02."""
    shown = text(whole(), reader=Reader(TOMAS, None, purpose))
    assert said in shown
    assert "fordi du er tilknyttet" not in shown


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, "Opdateret i dag kl. 12.47"),
        ({"waiting": 1}, "Der er noget nyt på vej"),
        ({"stale": True}, "Planen mangler noget nyt"),
    ],
)
def test_how_fresh_it_is_stands_at_the_top(told: dict[str, Any], said: str) -> None:
    assert in_order(text(whole(), **told), "Familien Example", said, "Kontrolkode", "Det vil familien")


def test_a_plan_that_may_lack_something_says_as_of_when_it_is() -> None:
    hour_ago = NOW.replace(hour=10)
    assert "Viser planen fra i dag kl. 11.47" in text(whole(), as_of=hour_ago)
    assert "Hent siden igen" in text(whole(), as_of=hour_ago)


def test_a_protected_family_is_called_by_first_names() -> None:
    """X-06."""
    document = whole()
    document["members"][0]["address_protected"] = True
    html = plan_html(document)
    assert "<h1>Anna, Bo og Clara" in html
    assert "Familien Example" not in html


def test_a_family_of_two_names_is_called_by_both() -> None:
    document = whole()
    document["members"].append({**document["members"][0], "person": "x", "name": "Dan Bak"})
    assert "<h1>Familien Example og Bak" in plan_html(document)
    document["members"] = [{**each, "name": "[forgotten]"} for each in document["members"]]
    assert "<h1>[slettet], [slettet]" in plan_html(document)


def test_what_is_erased_says_so_in_the_readers_language() -> None:
    document = whole()
    document["wishes"][0]["own_words"] = document["goals"][0]["own_words"] = "[forgotten]"
    document["attached"][0]["name"] = "[forgotten]"
    assert "[slettet]" in text(document)
    assert "[erased]" in text(document, "en")
    assert "[forgotten]" not in plan_html(document, "en")
    assert SOFIE_READS.id not in read_aloud(plan_html(document))
