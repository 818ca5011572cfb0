"""Emergency access as it is told: to the family, to the coordinator, to everybody attached; and what it opens. X-07."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from contracts.contacts.events import (
    EmergencyAccessEnded,
    EmergencyAccessTaken,
    FamilyClosed,
    ProfessionalAttached,
)
from contracts.ids import ProfessionalId
from contracts.shapes import Event
from eventkeep.testing import folded
from services.overview import access, worklist
from services.overview.history import document as history
from services.overview.sentences import Language
from services.overview.web.plan_page import emergency_until
from services.overview.web.reader import Reader
from tests.unit.family import FAMILY, REGISTERED, SOFIE, attached, numbered
from tests.views.shown import family_plan
from tests.views.tales import tale
from tests.web.shown import plan_html, read_aloud, whole

NURSE = numbered(ProfessionalId, 7)
UNTIL = datetime(2024, 3, 1, 14, 0, tzinfo=UTC)
TAKEN = EmergencyAccessTaken(
    family=FAMILY,
    professional=NURSE,
    name="Nanna Nielsen",
    department="health",
    profession="nurse",
    reason="Bo was found alone.",
    until=UNTIL,
)
ENDED = EmergencyAccessEnded(family=FAMILY, professional=NURSE)
AROUND: tuple[Event, ...] = (REGISTERED, attached(SOFIE), TAKEN)
MOMENT = timedelta(microseconds=1)


def lets_in(now: datetime, *events: Any) -> bool:
    """Whether the nurse is let in at a moment."""
    shown = access.derive({"contacts": folded(access.evolve, access.Attachments(), *AROUND, *events)})
    return access.lets_in(shown, NURSE, now)


def test_it_opens_the_plan_until_its_moment() -> None:
    assert lets_in(UNTIL - MOMENT)
    assert not lets_in(UNTIL)
    assert not lets_in(UNTIL - MOMENT, ENDED)
    assert not lets_in(UNTIL - MOMENT, FamilyClosed(family=FAMILY, reason="done"))
    assert not access.lets_in(None, NURSE, UNTIL - MOMENT)


def test_everybody_attached_sees_who_and_until_when_and_not_why() -> None:
    [shown] = family_plan(*AROUND)["emergency_access"]
    assert (shown["professional"], shown["until"], shown["ended"]) == (NURSE, UNTIL.isoformat(), False)
    assert "reason" not in shown
    again = TAKEN.model_copy(update={"until": UNTIL + timedelta(days=1)})
    both = family_plan(*AROUND, ENDED, again)["emergency_access"]
    assert [each["ended"] for each in both] == [True, False]


@pytest.mark.parametrize(("day", "listed"), [(date(2024, 3, 14), True), (date(2024, 3, 15), False)])
def test_the_coordinator_has_it_in_the_list_for_two_weeks(day: date, listed: bool) -> None:
    informed = {"attached": [], "version": 0, "behind": 0}
    share = worklist.document(family_plan(*AROUND), informed, day, Language.ENGLISH)
    said = [each["sentence"] for each in share["items"] if each["kind"] == "emergency-access"]
    assert said == (
        ["Ask Nanna Nielsen about the emergency access, and talk with the family about it."] if listed else []
    )


def test_the_history_tells_it_to_the_family() -> None:
    told = history(tale(*AROUND, ENDED), Language.ENGLISH)
    said = [entry["sentence"] for month in told["months"] for entry in month["entries"]]
    assert "Nanna Nielsen was let in in an emergency, until 1\u00a0March\u00a02024 at\u00a015:00." in said
    assert "Nanna Nielsen is no longer let in in an emergency." in said
    assert "Bo was found alone." not in str(told)


def test_the_page_says_so_on_top_to_whom_it_is_open() -> None:
    """And to nobody else: it is the same plan for all."""
    document = whole()
    document["emergency_access"] = family_plan(*AROUND)["emergency_access"]
    let_in, of_family = Reader(NURSE, "health", "emergency"), Reader(SOFIE, "social", "coordination")
    assert "Du har nødadgang indtil 1. marts kl. 15.00." in read_aloud(plan_html(document, reader=let_in))
    assert "nødadgang" not in read_aloud(plan_html(document, reader=of_family))
    assert emergency_until(document, of_family) is None


def test_who_is_attached_reads_for_what_the_attachment_says() -> None:
    """The nurse is attached afterwards: the emergency is over."""
    now_attached: ProfessionalAttached = attached(NURSE)
    shown = access.derive({"contacts": folded(access.evolve, access.Attachments(), *AROUND, now_attached)})
    assert access.purpose_of(shown, NURSE, UNTIL.date()) == now_attached.purpose
