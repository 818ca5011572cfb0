"""The pages of group courses say in words what a reader is given, and lead to no family. P38, R34, R55, P40."""

from typing import Any

import pytest

from services.overview.web import agreed
from services.overview.web.group_page import listed, shown
from services.overview.web.language import Language
from services.overview.web.people import People
from services.overview.web.plan_page import Freshness
from tests.unit.family import ANNA, BO, FAMILY, SOFIE
from tests.unit.group_story import ENDED, GROUP, NEXT
from tests.views.test_groups import HAPPENED
from tests.views.test_groups import shown as given
from tests.web.shown import NOW, TEMPLATES, read_aloud, text, whole

READERS = {"facilitator": ("professional", SOFIE), "participant": ("person", ANNA)}


def html(reader: str, language: str = "en", *more: Any) -> str:
    """A group's page."""
    say = Language(language, NOW)
    kind, who = READERS[reader]
    made = shown(given((kind, who), *HAPPENED, *more), Freshness("current", NOW), who, say)
    return TEMPLATES.text("group.html", say, made | {"session": None, "other": None})


def heard(reader: str, language: str = "en", *more: Any) -> str:
    """What somebody reads on it."""
    return read_aloud(html(reader, language, *more)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        (
            "en",
            (
                "A way ahead",
                "You lead the group",
                "The group meets on Tuesday and Thursday",
                "From 1 February to 31 May",
                "Led by Sofie",
                "Participants now: 3",
                "Tuesday 5 March at 10.00 · The house by the harbour",
                "The group has not set an agenda yet.",
                "How we answer letters. Proposed by Anna",
                "What a day looks like. Proposed by Bo",
                "We write to the newspaper. Proposed by Anna · Done on 29 February",
                "2 came · Came: Anna and C. · Offers presented: Sailing on Mondays",
                "Agenda, set by the group: What a day looks like. How we answer letters.",
                "C. Takes part since 1 February",
            ),
        ),
        (
            "da",
            (
                "Du leder holdet",
                "Holdet mødes tirsdag og torsdag",
                "Fra 1. februar til 31. maj",
                "Tirsdag 5. marts kl. 10.00",
                "Gruppen bestemmer selv, hvad den vil tale om",
                "Gjort 29. februar",
                "Tilbud præsenteret: Sailing on Mondays",
            ),
        ),
    ],
)
def test_whoever_leads_it_reads_it_in_words(language: str, sentences: tuple[str, ...]) -> None:
    said = heard("facilitator", language)
    for sentence in sentences:
        assert sentence in said


def test_a_participant_reads_of_nobody_else_who_it_is() -> None:
    """P38."""
    said, page = heard("participant"), html("participant")
    for sentence in (
        "You take part in the group",
        "2 came · You were there",
        "How we answer letters. Your proposal",
        "In the group you are called Anna.",
        "Participants now: 3",
    ):
        assert sentence in said
    assert "Bo" not in said
    assert BO not in page
    assert "What a day looks like." in said


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_it_leads_to_no_family(reader: str, language: str) -> None:
    """P38: the way is from the family's own plan, for who takes part."""
    page = html(reader, language)
    assert FAMILY not in page
    assert "/f/" not in page


def test_a_group_that_is_over_says_so() -> None:
    assert "The group course ended on 1 March." in heard("facilitator", "en", ENDED)


@pytest.mark.parametrize(
    ("language", "notes"),
    [
        ("en", "You take part in the group · Next time 5 March at 10.00"),
        ("da", "Du er med på holdet · Næste gang 5. marts kl. 10.00"),
    ],
)
def test_ones_own_list(language: str, notes: str) -> None:
    """P38."""
    say = Language(language, NOW)
    ahead = {**given(READERS["participant"], *HAPPENED), "next_session": "2024-03-05T09:00:00+00:00"}
    one = listed(ahead, say)
    assert (one["group"], one["title"], one["notes"].replace("\xa0", " ")) == (GROUP, "A way ahead", notes)
    frame = {"session": None, "other": None, "here": "/en/groups"}
    page = TEMPLATES.text("groups.html", say, frame | {"groups": [one]})
    assert f'href="/en/groups/{GROUP}"' in page
    empty = TEMPLATES.text("groups.html", Language("en", NOW), frame | {"groups": []})
    assert "You are not part of any group course." in read_aloud(empty)
    assert listed({**ahead, "next_session": None}, Language("en", NOW))["notes"].endswith(
        "No session is scheduled"
    )
    assert NEXT != GROUP


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Group courses Anna: A way ahead · Tuesday and Thursday Takes part since 1 March"),
        ("da", "Holdforløb Anna: A way ahead · tirsdag og torsdag Med siden 1. marts"),
    ],
)
def test_the_plan_says_who_takes_part_in_what(language: str, sentence: str) -> None:
    """P40, T15: beside what is given to the family alone."""
    assert sentence in text(whole(), language).replace("\xa0", " ")


def test_only_the_member_is_led_to_the_group() -> None:
    """P38: what others of the family are to it is nothing."""
    document, say = whole(), Language("en", NOW)
    people = People(document, say)
    assert [each.group for each in agreed.courses(document, people, say, ANNA)] == [GROUP]
    assert [each.group for each in agreed.courses(document, people, say, SOFIE)] == [None]
    document["group_courses"][0]["left_on"] = "2024-03-10"
    assert agreed.courses(document, people, say, ANNA) == []
