"""What the pages beside the plan ask for and say: of documents as they are over the API."""

from typing import Any

import pytest

from contracts.access import Kind
from contracts.ways import DOCUMENTS
from services.overview import meeting_pack
from services.overview.web import as_it_was, changes, knowing, meeting_page, tale_page
from services.overview.web.language import Language
from services.overview.web.people import People, family_of
from tests.unit.family import SOFIE
from tests.views.around import CONTACTS
from tests.views.astray import ACTED, CLOSED, REPORTED
from tests.views.met import MEETINGS, NEXT_MEETING
from tests.views.planned import PLANS
from tests.views.shown import family_plan
from tests.web.shown import NOW, whole

DANISH, ENGLISH = Language("da", NOW), Language("en", NOW)
NONE: dict[str, Any] = {}


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (NONE, None),
        ({"version": "2"}, {"version": "2"}),
        ({"day": "2024-01-02"}, {"moment": "2024-01-02T23:59:59.999999+01:00"}),
        ({"day": "2999-01-02"}, {"moment": NOW.astimezone(as_it_was.HERE).isoformat()}),
        ({"day": "yesterday"}, {"moment": "yesterday"}),
    ],
)
def test_a_day_is_its_end_in_copenhagen_and_never_later_than_now(asked: Any, wanted: Any) -> None:
    assert as_it_was.words(asked, NONE, DANISH) == wanted


def test_a_part_of_the_history_is_one_that_there_is() -> None:
    assert tale_page.history_words({"part": "meetings"}, NONE, DANISH) == {"part": "meetings"}
    assert tale_page.history_words({"part": "secrets"}, NONE, DANISH) == {}


def entry(kind: str, who: str, name: str | None, *made: Any) -> dict[str, Any]:
    """What the history tells of one event, by whoever recorded it."""
    return {"sentence": "It is so.", "by": {"kind": kind, "id": who, "name": name}, "made": list(made)}


def test_the_history_says_whose_word_it_is() -> None:
    """INV-58: also where a department's system registered it with nobody typing."""
    told = [entry("professional", SOFIE, "Sofie", entry("service", "progress", None))]
    told.append(entry("department", "school", None))
    document = {"months": [{"month": "2024-03", "entries": told}], "part": None}
    [month] = tale_page.history(document, NONE, People(whole(), DANISH), DANISH)["months"]
    by_sofie, by_system = month["entries"]
    assert (by_sofie["who"], by_sofie["made"][0]["who"]) == ("Sofie", None)
    assert by_system["who"] == "it-systemet hos Skolen"


def meeting(name: str, starts_at: str | None, **more: Any) -> dict[str, Any]:
    """A meeting of a plan."""
    return {"meeting": name, "starts_at": starts_at, "held": False, "cancelled": False, **more}


def test_the_next_meeting_is_the_first_that_is_neither_held_nor_cancelled() -> None:
    plan = {
        "meetings": [
            meeting("later", "2026-05-01T10:00:00+02:00"),
            meeting("held", "2026-01-01T10:00:00+01:00", held=True),
            meeting("cancelled", "2026-02-01T10:00:00+01:00", cancelled=True),
            meeting("next", "2024-04-01T10:00:00+02:00"),
            meeting("one day", None),
        ]
    }
    assert meeting_page.next_words(NONE, plan, DANISH) == {"meeting": "next"}
    assert meeting_page.next_words({"meeting": "held"}, plan, DANISH) == {"meeting": "held"}
    assert meeting_page.next_words({"meeting": "of others"}, plan, DANISH) == {"meeting": "next"}
    assert meeting_page.next_words(NONE, {"meetings": plan["meetings"][1:3]}, DANISH) is None


def test_whoever_stands_by_the_family_is_invited_by_name() -> None:
    """R21, A18."""
    plan = whole()
    plan["supporters"] = [{"supporter": "aunt", "name": "Birgit Sandved"}]
    asked = {"id": "aunt", "answer": None, "withdrawn": False}
    people = People(plan, DANISH)
    assert meeting_page._invited(asked, plan, people, DANISH) == "Birgit Sandved"
    assert meeting_page._invited({**asked, "id": SOFIE}, plan, people, DANISH) == people.either(SOFIE)


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ((REPORTED,), ("Nobody came home to eat.", "Ulla Example handler senest 12.\xa0marts, som aftalt.")),
        ((REPORTED, ACTED, CLOSED), ("Nobody came home to eat.", "planen skal ændres")),
    ],
    ids=["open", "to be changed"],
)
def test_what_did_not_go_as_agreed_is_on_the_table(events: Any, said: tuple[str, str]) -> None:
    """A25: who acts by when, or that the plan is to be changed."""
    plan = family_plan(*CONTACTS, *MEETINGS, *PLANS, *events)
    made = meeting_pack.document(plan, NEXT_MEETING)
    assert meeting_page.pack(made, plan, People(plan, DANISH), DANISH)["astray"] == [said]


def change(field: str, before: Any, now: Any, title: str | None = "Sleep well") -> dict[str, Any]:
    """A change of a plan, as the news tell it."""
    return {"kind": "goal", "id": "g", "title": title, "field": field, "before": before, "now": now}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (change("target_date", None, "2024-04-01"), ("senest", "ikke sat", "1.\xa0april")),
        (change("starts_at", "2024-04-01T10:00:00+02:00", ""), ("tidspunkt", "1.\xa0april", "ikke sat")),
        (change("cancelled", False, True), ("aflyst", "nej", "ja")),
        (change("order", ["A", "B"], ["B", "A"]), ("familiens rækkefølge", "A, B", "B, A")),
        (change("professional_wording", "[forgotten]", "x"), ("faglig formulering", "[slettet]", "x")),
    ],
)
def test_what_changed_is_said_as_a_person_says_it(told: Any, said: tuple[str, str, str]) -> None:
    document = {"first_time": False, "changed": [told]}
    [shown] = changes.news(document, whole(), People(whole(), DANISH), DANISH)["changed"]
    assert (shown["field"], shown["before"], shown["now"]) == said


def test_people_in_a_change_have_names() -> None:
    plan = whole()
    member, professional = plan["members"][0], plan["attached"][0]
    told = {"first_time": False, "changed": [change("owner", member["person"], professional["professional"])]}
    [shown] = changes.news(told, plan, People(plan, ENGLISH), ENGLISH)["changed"]
    assert (shown["before"], shown["now"]) == (member["name"].split()[0], professional["name"])


def row(name: str, behind_days: int, behind: bool) -> dict[str, Any]:
    """An attached professional, as the document of who is informed has it."""
    return {
        "name": name,
        "behind_days": behind_days,
        "behind": behind,
        "seen_at": "2024-03-01T10:00:00+00:00" if not behind else None,
        "acknowledged_at": None,
    }


def test_whoever_is_behind_longest_comes_first() -> None:
    document = {
        "attached": [row("Bo", 0, False), row("Al", 0, True), row("Di", 5, True)],
        "detached": [{"name": "[forgotten]", "lost_access_at": "2024-03-01T10:00:00+00:00"}],
    }
    shown = knowing.informed(document, whole(), People(whole(), DANISH), DANISH)
    assert [each["name"] for each in shown["rows"]] == ["Di", "Al", "Bo"]
    assert shown["gone"] == [("[slettet]", "1.\xa0marts kl.\xa011.00")]


@pytest.mark.parametrize("kind", [Kind.PLAN, *DOCUMENTS])
def test_the_log_has_a_word_for_whatever_is_read(kind: Kind) -> None:
    """X-04."""
    assert DANISH(f"document-{kind}") != ENGLISH(f"document-{kind}")


def test_a_family_in_a_list_is_called_by_first_names() -> None:
    assert family_of(["Anna Example", "[forgotten]", ""], ENGLISH) == (
        "Anna, [erased] and somebody who is not named here"
    )
