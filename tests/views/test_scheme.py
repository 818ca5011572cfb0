"""Whose registrations are due, and when: by what the last held meeting agreed. P30, A26, INV-30."""

from datetime import date
from typing import Any

import pytest

from contracts.contacts.events import FamilyClosed, FamilyMemberLeft, ProfessionalDetached
from contracts.ids import CorrectionId, RecordId
from contracts.progress.events import RegistrationCorrected, ScoredBy
from contracts.shapes import Event, PartyKind
from services.overview.scheme import EVERY, Due, due, interval
from tests.unit.family import ANNA, FAMILY, SOFIE, ULLA, numbered
from tests.views.around import CONTACTS
from tests.views.astray import TURNS, scored
from tests.views.met import MEETINGS, PROGRESS, registered
from tests.views.planned import EAT, PLANS
from tests.views.shown import family_plan

BASE = (*CONTACTS, *MEETINGS, *PLANS)
ANNAS = registered(7, EAT, date(2024, 3, 5)).model_copy(update={"person": ANNA})


def days(*events: Event, base: tuple[Event, ...] = BASE) -> list[tuple[str, str | None]]:
    """Who registers next, and by when."""
    return [(each.who, each.due_on) for each in due(family_plan(*base, *events))]


def agreed(**scheme: Any) -> tuple[Event, ...]:
    """The meeting agreed another scheme."""
    said: dict[str, Any] = MEETINGS[8].model_dump()
    said["agreements"]["progress_scheme"].update(scheme)
    changed = type(MEETINGS[8]).model_validate(said)
    return tuple(changed if each is MEETINGS[8] else each for each in BASE)


def test_before_anything_is_registered_it_is_counted_from_the_meeting() -> None:
    """INV-30: one of those who agreed after the other, members first."""
    assert due(family_plan(*BASE)) == [
        Due(PartyKind.PERSON, ANNA, "2024-03-02", "2024-03-09"),
        Due(PartyKind.PROFESSIONAL, ULLA, "2024-03-02", "2024-03-09"),
    ]


def test_then_from_the_last_one_of_that_view() -> None:
    """INV-59: a professional's of 8 March, a citizen's of 10 March."""
    assert days(*PROGRESS) == [(ANNA, "2024-03-17"), (ULLA, "2024-03-15")]


def test_of_a_member_his_or_her_own_course_counts() -> None:
    """Anna's own of 5 March, where there is one; not what Bo said of himself on 10 March."""
    assert days(*PROGRESS, ANNAS) == [(ANNA, "2024-03-12"), (ULLA, "2024-03-15")]


def test_a_sitting_of_the_wheel_is_a_registration() -> None:
    """A28."""
    sat = scored(1, date(2024, 3, 20), ScoredBy.PROFESSIONAL, job=3)
    assert dict(days(*PROGRESS, TURNS, sat))[ULLA] == "2024-03-27"


def test_what_was_taken_back_is_no_registration() -> None:
    """X-08."""
    back = RegistrationCorrected(
        family=FAMILY,
        correction=numbered(CorrectionId, 1),
        corrects=RecordId(ANNAS.registration),
        person=ANNA,
        taken_back=True,
        because="Anna wasn't asked.",
    )
    assert dict(days(*PROGRESS, ANNAS, back))[ANNA] == "2024-03-17"


@pytest.mark.parametrize(("every", "between"), EVERY.items())
def test_how_often_is_one_of_the_codes_that_have_days(every: str, between: int) -> None:
    """INV-30."""
    plan = family_plan(*agreed(every=every))
    assert interval(plan) == between
    assert {
        (date.fromisoformat(each.due_on or "") - date.fromisoformat(each.last or "")).days
        for each in due(plan)
    } == {between}


def test_how_often_in_words_of_their_own_has_no_day() -> None:
    """INV-30: it stands all the same."""
    plan = family_plan(*agreed(every="before each meeting"))
    assert interval(plan) is None
    assert {each.due_on for each in due(plan)} == {None}


def test_nobody_is_waited_for_who_is_not_around_the_family_any_more() -> None:
    left = FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved")
    gone = ProfessionalDetached(family=FAMILY, professional=ULLA, reason="moved")
    assert days(left) == [(ULLA, "2024-03-09")]
    assert days(gone) == [(ANNA, "2024-03-09")]
    assert SOFIE not in dict(days())


def test_without_a_scheme_and_in_a_closed_case_nothing_is_due() -> None:
    assert days(base=CONTACTS) == []
    assert interval(family_plan(*CONTACTS)) is None
    assert days(FamilyClosed(family=FAMILY, reason="goals reached")) == []
