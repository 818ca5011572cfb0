"""Who may read a family's plan. INV-38, X-01."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from contracts.access import Relation
from contracts.contacts.events import (
    AttachmentExpired,
    CoordinatorDeputyNamed,
    FamilyClosed,
    FamilyEvent,
    FamilyMemberChanged,
    FamilyMemberLeft,
    FamilyReopened,
    Member,
    Role,
    SharedSection,
    SupporterLeft,
)
from eventkeep.clock import Clock, turn
from eventkeep.testing import folded
from services.overview.access import (
    ACCESS,
    Attachments,
    evolve,
    purpose_of,
    relations_of,
    relations_of_person,
    shared_with,
)
from tests.unit.contacts_story import SHARED, SUPPORTED, SUPPORTER
from tests.unit.family import ANNA, BO, FAMILY, PASSER_BY, SOFIE, TOMAS, ULLA
from tests.views.around import CONTACTS, SOFIE_ATTACHED, TOMAS_ATTACHED, TOMAS_DETACHED, ULLA_ATTACHED

DAY = date(2024, 3, 1)


def document(*events: FamilyEvent) -> dict[str, Any]:
    """The document after these events."""
    return ACCESS.derive({"contacts": folded(evolve, Attachments(), *events)})


def may_read(shown: dict[str, Any] | None, who: str, day: date) -> bool:
    """Whether there is a purpose to read for."""
    return purpose_of(shown, who, day) is not None


def until(last: date | None) -> dict[str, Any]:
    """Sofie is attached from 1 March until a last day."""
    basis = SOFIE_ATTACHED.basis.model_copy(update={"valid_from": DAY, "valid_to": last})
    return document(SOFIE_ATTACHED.model_copy(update={"basis": basis}))


NOBODY: dict[str, Any] = {
    "attached": {},
    "members": [],
    "shared": {},
    "caseworkers": [],
    "team": [],
    "coordinator": None,
    "deputy": None,
    "emergencies": {},
}


def test_the_document_names_who_is_attached_and_their_term() -> None:
    """No names stand in it, and of a basis only the law: not which consent. Clara is a child, and reads with her parents."""
    assert document(*CONTACTS) == {
        "members": [ANNA, BO],
        "shared": {},
        "caseworkers": [SOFIE],
        "team": [SOFIE],
        "coordinator": SOFIE,
        "deputy": None,
        "emergencies": {},
        "attached": {
            SOFIE: {
                "department": "social",
                "purpose": "coordination",
                "basis": "law",
                "law": "barnets lov § 32",
                "valid_from": "2024-01-01",
                "valid_to": None,
            },
            ULLA: {
                "department": "health",
                "purpose": "coordination",
                "basis": "law",
                "law": "barnets lov § 32",
                "valid_from": "2024-01-01",
                "valid_to": None,
            },
        },
    }


def test_on_the_team_or_not_whoever_is_attached_reads() -> None:
    """INV-36."""
    shown = document(SOFIE_ATTACHED, TOMAS_ATTACHED)
    assert may_read(shown, SOFIE, DAY)
    assert may_read(shown, TOMAS, DAY)


def test_whoever_is_not_attached_reads_nothing() -> None:
    """X-01: no basis, no data; also where nothing is known of the family."""
    assert not may_read(document(SOFIE_ATTACHED), PASSER_BY, DAY)
    assert not may_read(document(SOFIE_ATTACHED), BO, DAY)
    assert not may_read(document(), SOFIE, DAY)
    assert not may_read(None, SOFIE, DAY)


def test_whoever_is_detached_reads_no_more_until_attached_again() -> None:
    """INV-38."""
    assert not may_read(document(TOMAS_ATTACHED, TOMAS_DETACHED), TOMAS, DAY)
    assert may_read(document(TOMAS_ATTACHED, TOMAS_DETACHED, TOMAS_ATTACHED), TOMAS, DAY)
    assert may_read(document(TOMAS_DETACHED, TOMAS_ATTACHED), TOMAS, DAY)


def test_an_expired_basis_and_a_closed_case_end_it() -> None:
    """X-01, Q15, X-10: until somebody is attached anew."""
    expired = AttachmentExpired(family=FAMILY, professional=TOMAS, due_on=DAY)
    shown = document(SOFIE_ATTACHED, TOMAS_ATTACHED, expired)
    assert not may_read(shown, TOMAS, DAY)
    assert may_read(shown, SOFIE, DAY)
    closed = FamilyClosed(family=FAMILY, reason="goals reached")
    reopened = FamilyReopened(family=FAMILY, reason="new needs")
    assert document(SOFIE_ATTACHED, TOMAS_ATTACHED, closed, reopened) == NOBODY
    assert may_read(document(SOFIE_ATTACHED, closed, reopened, SOFIE_ATTACHED), SOFIE, DAY)


def test_adults_and_the_young_of_the_family_read_as_long_as_they_belong_to_it_and_the_case_is_open() -> None:
    """R02, R04, Q15: a child reads with its parents; who moved to another home reads there."""
    grown = FamilyMemberChanged(family=FAMILY, member=Member(person=BO, role=Role.CHILD, name="Bo Example"))
    left = FamilyMemberLeft(family=FAMILY, person=ANNA, reason="moved")
    closed = FamilyClosed(family=FAMILY, reason="goals reached")
    reopened = FamilyReopened(family=FAMILY, reason="new needs")
    assert document(*CONTACTS)["members"] == [ANNA, BO]
    assert document(*CONTACTS, grown)["members"] == [ANNA]
    assert document(*CONTACTS, left)["members"] == [BO]
    assert document(*CONTACTS, closed) == NOBODY
    assert document(*CONTACTS, closed, reopened)["members"] == [ANNA, BO]


def test_the_family_shows_a_supporter_what_it_shares_until_it_says_otherwise() -> None:
    """INV-66, R21: the latest counts; with who left, and in a closed case, nothing is shared, nor after it was reopened."""
    goals, wishes = SharedSection.GOALS, SharedSection.WISHES
    anew, ended = (SHARED.model_copy(update={"sections": each}) for each in ((wishes,), ()))
    left = SupporterLeft(family=FAMILY, supporter=SUPPORTER, reason="moved")
    closed = FamilyClosed(family=FAMILY, reason="goals reached")
    reopened = FamilyReopened(family=FAMILY, reason="new needs")
    told = (*CONTACTS, SUPPORTED)
    for events, sections in (
        ((), ()),
        ((SHARED,), (goals, SharedSection.MEETINGS)),
        ((SHARED, anew), (wishes,)),
        ((SHARED, ended), ()),
        ((SHARED, left), ()),
        ((SHARED, closed), ()),
        ((SHARED, closed, reopened), ()),
    ):
        shown = document(*told, *events)
        assert shared_with(shown, SUPPORTER) == sections
        assert relations_of_person(shown, SUPPORTER) == ({Relation.SUPPORTER} if sections else set())
        assert shown["shared"] == ({SUPPORTER: list(sections)} if sections else {})
        assert not may_read(shown, SUPPORTER, DAY)
    assert relations_of_person(document(*told, SHARED), ANNA) == {Relation.MEMBER}
    assert relations_of_person(None, SUPPORTER) == set()


def test_what_somebody_is_to_the_family_follows_the_team() -> None:
    """R07, R10: the coordinator, and a deputy on the days that were agreed, the first and the last included."""
    deputy = CoordinatorDeputyNamed(
        family=FAMILY, deputy=ULLA, valid_from=DAY, valid_to=DAY + timedelta(days=2)
    )
    shown = document(*CONTACTS, deputy)
    of_sofie = {Relation.ATTACHED, Relation.TEAM, Relation.COORDINATOR, Relation.CASEWORKER}
    assert relations_of(shown, SOFIE, DAY) == of_sofie
    for days, stands_in in ((-1, False), (0, True), (2, True), (3, False)):
        found = relations_of(shown, ULLA, DAY + timedelta(days=days))
        assert (Relation.COORDINATOR in found) is stands_in
    assert relations_of(None, ULLA, DAY) == {Relation.ATTACHED}


def test_who_decides_in_the_case_is_known_by_function_or_profession() -> None:
    """R13, R28, R30, INV-63: as long as he or she is attached."""
    named = TOMAS_ATTACHED.model_copy(update={"function": "caseworker"})
    told = (SOFIE_ATTACHED, named, ULLA_ATTACHED)
    assert document(*told)["caseworkers"] == [SOFIE, TOMAS]
    assert Relation.CASEWORKER not in relations_of(document(*told), ULLA, DAY)
    assert document(*told, TOMAS_DETACHED)["caseworkers"] == [SOFIE]


@pytest.mark.parametrize(
    ("last", "day", "allowed"),
    [
        (None, DAY - timedelta(days=1), False),
        (None, DAY, True),
        (None, date(9999, 12, 31), True),
        (DAY, DAY, True),
        (DAY, DAY + timedelta(days=1), False),
        (date(2024, 3, 31), date(2024, 3, 31), True),
        (date(2024, 3, 31), date(2024, 4, 1), False),
    ],
)
def test_a_basis_counts_from_its_first_day_to_its_last(last: date | None, day: date, allowed: bool) -> None:
    """X-01: both days included."""
    assert may_read(until(last), SOFIE, day) is allowed


def test_the_latest_basis_counts() -> None:
    """X-01: a new basis replaces the one before, also where it is narrower."""
    ended = SOFIE_ATTACHED.basis.model_copy(update={"valid_to": DAY})
    narrower = SOFIE_ATTACHED.model_copy(update={"basis": ended})
    later = DAY + timedelta(days=1)
    assert not may_read(document(SOFIE_ATTACHED, narrower), SOFIE, later)
    assert may_read(document(narrower, SOFIE_ATTACHED), SOFIE, later)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2024, 1, 31, 22, 59, tzinfo=UTC), date(2024, 1, 31)),
        (datetime(2024, 1, 31, 23, 0, tzinfo=UTC), date(2024, 2, 1)),
        (datetime(2024, 6, 30, 21, 59, tzinfo=UTC), date(2024, 6, 30)),
        (datetime(2024, 6, 30, 22, 0, tzinfo=UTC), date(2024, 7, 1)),
    ],
    ids=["winter, before midnight", "winter, midnight", "summer, before midnight", "summer, midnight"],
)
def test_the_day_changes_at_midnight_in_copenhagen(now: datetime, day: date, tmp_path: Path) -> None:
    """In winter and in summer time."""
    turn(tmp_path / "clock", now)
    assert Clock(tmp_path / "clock").today() == day


def test_access_waits_for_nobody() -> None:
    """Design, 5: folded from contacts alone, at once, and never hashed."""
    assert ACCESS.services == {"contacts"}
    assert not ACCESS.waits_for_causes
    assert not ACCESS.hashed
