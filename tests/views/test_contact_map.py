"""Who is in contact with the family, since when and why, and how many against admission. INV-06 to INV-09."""

from datetime import date, timedelta
from typing import Any

from contracts.contacts.events import (
    ConsultationGiven,
    ConsultationRequested,
    ContactEnded,
    ContactKind,
    ContactStarted,
    FamilyAdmitted,
)
from contracts.ids import ConsultationId
from contracts.shapes import Event
from services.overview.contact_map import document
from tests.unit.family import FAMILY, PASSER_BY, SOFIE, TOMAS, ULLA, numbered
from tests.views.around import CONTACTS
from tests.views.shown import family_plan
from tests.views.tales import BEGAN, tale

ADMITTED = FamilyAdmitted(
    family=FAMILY,
    programme="pilot",
    visitation_date=date(2024, 2, 1),
    deciders=(SOFIE,),
    health_professionals=(ULLA,),
    direct_contacts=5,
)
DIRECT = ContactStarted(
    family=FAMILY, professional=ULLA, kind=ContactKind.DIRECT, reason="She knows the baby.", contacts=1
)
SECONDARY = ContactStarted(
    family=FAMILY,
    professional=SOFIE,
    kind=ContactKind.SECONDARY,
    alternative="Ask the teacher.",
    contacts=1,
)
ENDED = ContactEnded(family=FAMILY, professional=ULLA, kind=ContactKind.DIRECT, reason="done", contacts=0)
ADVICE = ConsultationRequested(
    family=FAMILY, consultation=numbered(ConsultationId, 1), consultant=TOMAS, topic="sleep"
)


def contacts(*events: Event) -> dict[str, Any]:
    """The map after what contacts told."""
    told = (*CONTACTS, *events)
    return document(family_plan(*told), tale(*told))


def test_each_contact_stands_with_since_when_and_why() -> None:
    """INV-09: the reason of one who isn't on the team."""
    shown = contacts(DIRECT, SECONDARY)
    assert shown["direct"] == [
        {
            "professional": ULLA,
            "name": "Ulla Example",
            "department": "health",
            "profession": "health visitor",
            "on_team": False,
            "since": (BEGAN + timedelta(days=len(CONTACTS))).date().isoformat(),
            "why": "She knows the baby.",
            "alternative_considered": None,
        }
    ]
    [secondary] = shown["secondary"]
    assert (secondary["professional"], secondary["on_team"]) == (SOFIE, True)
    assert (secondary["why"], secondary["alternative_considered"]) == (None, "Ask the teacher.")
    assert (shown["coordinator"], shown["primary_contact"]) == (SOFIE, ULLA)


def test_a_contact_that_began_again_is_counted_from_then() -> None:
    """The reason is that of the contact which goes on."""
    again = DIRECT.model_copy(update={"reason": None})
    [contact] = contacts(DIRECT, ENDED, again)["direct"]
    assert contact["since"] == (BEGAN + timedelta(days=len(CONTACTS) + 2)).date().isoformat()
    assert contact["why"] is None
    assert contacts(DIRECT, ENDED)["direct"] == []


def test_how_many_there_are_against_the_day_of_admission() -> None:
    """INV-07, T24: nothing to compare with before."""
    shown = contacts(ADMITTED, DIRECT)
    assert (shown["direct_now"], shown["direct_at_admission"], shown["fewer"]) == (1, 5, 4)
    assert contacts(DIRECT)["fewer"] is None


def test_consultants_are_no_contacts() -> None:
    """INV-08: they are named apart, also one who isn't attached any more or never was, each since he or she was asked."""
    shown = contacts(
        ADVICE,
        ADVICE.model_copy(update={"consultation": numbered(ConsultationId, 2), "consultant": PASSER_BY}),
    )
    asked = [BEGAN + timedelta(days=len(CONTACTS) + days) for days in (0, 1)]
    assert shown["consultants"] == [
        {
            "professional": who,
            "name": name,
            "since": day.date().isoformat(),
            "topic": "sleep",
            "given": False,
        }
        for who, name, day in zip((TOMAS, PASSER_BY), ("Tomas Example", None), asked, strict=True)
    ]
    assert shown["direct_now"] == 0


def test_a_consultant_is_one_since_the_question_not_since_the_answer() -> None:
    """R35, INV-08: the day of asking stays, and each question has its own."""
    more = ADVICE.model_copy(update={"consultation": numbered(ConsultationId, 2), "topic": "food"})
    given = ConsultationGiven(family=FAMILY, consultation=ADVICE.consultation)
    first, second = contacts(ADVICE, given, more)["consultants"]
    assert (first["since"], first["given"]) == (
        (BEGAN + timedelta(days=len(CONTACTS))).date().isoformat(),
        True,
    )
    assert (second["since"], second["given"]) == (
        (BEGAN + timedelta(days=len(CONTACTS) + 2)).date().isoformat(),
        False,
    )
