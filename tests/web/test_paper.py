"""The family's paper: plain words, first names, two sides."""

import pytest

from tests.unit.family import ANNA, BO
from tests.web.shown import paper_html, read_aloud, whole


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_written_to_the_family(language: str) -> None:
    """First names; no law, no deviation, no numbers of goals, no professionals' wording."""
    said = read_aloud(paper_html(whole(), language))
    for foreign in (
        "Example",
        "barnets lov",
        "Afvigelse",
        "Deviation",
        "1.1",
        "Regular family meals",
        "indsats",
    ):
        assert foreign not in said
    assert {"da": "Vores plan Anna, Bo og Clara", "en": "Our plan Anna, Bo and Clara"}[language] in said
    assert "»That we eat together.«" in said
    assert "»I made the soup.«" in said
    assert "7F3A 92C1" in said


def test_what_there_is_to_do_has_a_name_and_a_box() -> None:
    html = paper_html(whole())
    assert html.count('class="tick"') == 3
    said = read_aloud(html)
    assert "Det gør vi frem til 1. maj Anna A goal. Ulla Ulla calls the school." in said
    assert "Anna Skriver ned hver uge: How the evenings go." in said, "P30: what the family registers itself"


def test_what_is_done_needs_no_box() -> None:
    document = whole()
    document["goals"][0]["children"][0]["status"] = "achieved"
    assert paper_html(document).count('class="tick"') == 2


def test_it_never_takes_a_third_side() -> None:
    """What finds no room is named as standing in the plan."""
    document = whole()
    document["wishes"] = [
        {"wish": str(n), "person": BO, "own_words": f"Wish {n}.", "revision": 1} for n in range(6)
    ]
    action = document["agreed_actions"][0]
    document["agreed_actions"] = [
        {**action, "words": f"Task {n}.", "owner_kind": "person", "owner": ANNA} for n in range(12)
    ]
    html = paper_html(document)
    assert html.count('class="said"') == 4
    assert html.count('class="tick"') == 7
    assert html.count('class="sheet"') == 2
    assert "Resten står i planen. Spørg Sofie." in read_aloud(html)


def test_who_reads_the_plan_is_told() -> None:
    assert "2 fagpersoner må læse den: Sofie og Ulla." in read_aloud(paper_html(whole()))
    document = whole()
    del document["attached"][1]
    assert "Én fagperson må læse den: Sofie." in read_aloud(paper_html(document))
