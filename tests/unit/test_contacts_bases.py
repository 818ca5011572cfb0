"""What hangs on a paragraph that the case rests on: attachments by it end when the case rests on it no longer."""

from datetime import date

import pytest

from contracts.contacts.events import (
    CoordinatorVacated,
    FamilyEvent,
    LegalBasisEnded,
    LegalBasisRecorded,
    PrimaryContactVacated,
    ProfessionalAttached,
    ProfessionalDetached,
    TeamMemberRemoved,
)
from contracts.ids import LegalBasisId, ProfessionalId
from services.contacts.bases import rests_until
from services.overview import access
from tests.unit.contacts_commands import ATTACH, END_BASIS, RECORD_BASIS
from tests.unit.contacts_story import (
    BY_CONSENT,
    CONSENTED,
    DAY,
    LAW,
    LED,
    THREE_ATTACHED,
    but,
    state_of,
    the_family,
)
from tests.unit.family import FAMILY, HOME_LAW, SOFIE, TOMAS, ULLA, attached, numbered

HOME = "barnets lov § 32"
VISITING = HOME_LAW.model_copy(update={"reference": "sundhedsloven § 121"})
BEFORE, LAST = date(2024, 1, 1), date(2024, 5, 31)


def recorded(number: int = 1, last: date | None = None, code: str = HOME) -> LegalBasisRecorded:
    """The case rests on a paragraph, since before today."""
    name = numbered(LegalBasisId, number)
    return LegalBasisRecorded(family=FAMILY, legal_basis=name, code=code, valid_from=BEFORE, valid_to=last)


def ended(on: date) -> LegalBasisEnded:
    """It no longer does, from a day on."""
    return LegalBasisEnded(family=FAMILY, legal_basis=LAW, ended_on=on)


def until(who: ProfessionalId, last: date) -> ProfessionalAttached:
    """Attached by the paragraph, with a last day."""
    return attached(who).model_copy(update={"basis": HOME_LAW.model_copy(update={"valid_to": last})})


def gone(who: ProfessionalId) -> ProfessionalDetached:
    """Detached with the basis: its last day was theirs."""
    return ProfessionalDetached(
        family=FAMILY, professional=who, reason="legal-basis-ended", detached_on=date(2024, 2, 29)
    )


def test_who_is_attached_by_a_paragraph_is_detached_with_it() -> None:
    """X-01, INV-38, P01: in the same decision; the places that they held are vacant."""
    today = but(END_BASIS, ended_on=DAY)
    the_family(recorded(), *THREE_ATTACHED).when(today).then(ended(DAY), gone(SOFIE), gone(TOMAS), gone(ULLA))
    outcome = the_family(recorded(), *LED).when(today)
    assert outcome.refusal is None
    kinds = [type(each) for each in outcome.events]
    assert {CoordinatorVacated, TeamMemberRemoved, PrimaryContactVacated} < set(kinds)
    assert outcome.after.state.attached == {}


def test_nobody_reads_the_plan_by_a_paragraph_that_is_over() -> None:
    """X-01, INV-38: who may read is folded from what contacts says, and from that alone."""
    now = the_family(recorded(), attached(SOFIE)).when(but(END_BASIS, ended_on=DAY)).events
    later = the_family(recorded(), attached(SOFIE)).when(END_BASIS).events
    for events, day, may in ((now, DAY, False), (later, LAST, True), (later, date(2024, 6, 1), False)):
        attachments = access.Attachments()
        for event in (attached(SOFIE), *events):
            attachments = access.evolve(attachments, event)
        reads = access.purpose_of(access.derive({"contacts": attachments}), SOFIE, day)
        assert (reads is not None) is may


def test_a_day_ahead_is_the_last_day_of_the_attachments_too() -> None:
    """X-01: who is attached for less keeps that."""
    shorter = until(ULLA, date(2024, 4, 1))
    family = the_family(recorded(), attached(SOFIE), until(TOMAS, date(2024, 12, 31)), shorter)
    family.when(END_BASIS).then(ended(date(2024, 6, 1)), until(SOFIE, LAST), until(TOMAS, LAST))
    to_midnight = but(END_BASIS, ended_on=date(2024, 3, 2))
    the_family(recorded(), attached(SOFIE)).when(to_midnight).then(ended(date(2024, 3, 2)), until(SOFIE, DAY))


def test_who_is_attached_otherwise_stays() -> None:
    """X-01: by the law of another department, or by a consent; or while the case rests on it by another entry."""
    visitor = attached(SOFIE).model_copy(update={"basis": VISITING})
    consented = attached(TOMAS).model_copy(update={"basis": BY_CONSENT})
    today = but(END_BASIS, ended_on=DAY)
    the_family(recorded(), CONSENTED, visitor, consented).when(today).then(ended(DAY))
    the_family(recorded(), recorded(2), attached(SOFIE)).when(today).then(ended(DAY))
    longer = the_family(recorded(), recorded(2, LAST), attached(SOFIE))
    longer.when(today).then(ended(DAY), until(SOFIE, LAST))


def test_a_paragraph_recorded_for_a_term_has_that_for_attachments_too() -> None:
    """X-01, P01."""
    event = recorded(last=LAST).model_copy(update={"valid_from": DAY})
    the_family(attached(SOFIE)).when(but(RECORD_BASIS, valid_to=LAST)).then(event, until(SOFIE, LAST))
    the_family(attached(SOFIE)).when(RECORD_BASIS).then(event.model_copy(update={"valid_to": None}))


@pytest.mark.parametrize("last", [None, date(2024, 6, 1)], ids=["open", "later"])
def test_nobody_is_attached_for_longer_than_the_case_rests_on_it(last: date | None) -> None:
    """X-01: a paragraph that the case never rested on is a department's own."""
    attach = but(ATTACH, basis=HOME_LAW.model_copy(update={"valid_to": last}))
    refusal = the_family(recorded(last=LAST)).when(attach).refused("basis_beyond_case")
    assert refusal.facts == {"last_day": "2024-05-31"}
    the_family(recorded(), ended(DAY)).when(attach).refused("basis_beyond_case")
    within = but(ATTACH, basis=HOME_LAW.model_copy(update={"valid_to": LAST}))
    the_family(recorded(last=LAST)).when(within).then(until(SOFIE, LAST))
    the_family(recorded(), ended(DAY)).when(but(ATTACH, basis=VISITING)).then(
        attached(SOFIE).model_copy(update={"basis": VISITING})
    )
    again: FamilyEvent = recorded(2)
    the_family(recorded(), ended(DAY), again).when(ATTACH).then(attached(SOFIE))


def test_how_long_a_case_rests_on_a_paragraph() -> None:
    """P01, Q17: the longest entry counts."""
    assert rests_until(state_of(), HOME) is None
    assert rests_until(state_of(recorded(1, DAY), recorded(2, LAST)), HOME) == LAST
    assert rests_until(state_of(recorded(1, DAY), recorded(2)), HOME) is None
    assert rests_until(state_of(recorded(1, DAY, "barnets lov § 20")), HOME) is None
