"""Who has seen which version of the plan, who is behind and since when. P26, INV-39."""

from datetime import date, timedelta
from typing import Any

import pytest

from contracts.contacts.events import FamilyClosed, FamilyReopened
from eventkeep.refused import Refused
from eventkeep.vector import Vector
from services.overview.informed import approvals, document
from services.overview.read_log import document as log
from services.overview.readings import Logged, Seen, shown_before
from services.overview.sentences import Language
from tests.unit.family import ANNA, FAMILY, SOFIE, TOMAS, ULLA
from tests.views.around import CONTACTS, TOMAS_ATTACHED, ULLA_ATTACHED
from tests.views.met import MEETINGS
from tests.views.planned import PLANS, approved
from tests.views.shown import family_plan
from tests.views.tales import BEGAN, tale

EVENTS = (*CONTACTS, *MEETINGS, *PLANS, approved(7))
TALE = tale(*EVENTS)
FIRST, SECOND = (each.approved_at for each in approvals(TALE))
TODAY = date(2024, 3, 20)


def seen(who: str, upto: Vector, days: int = 0) -> dict[str, Seen]:
    """Somebody saw a state, some days after the second approval."""
    reader = f"professional:{who}"
    return {reader: Seen(reader, upto, SECOND + timedelta(days=days))}


def rows(read: dict[str, Seen], said: dict[str, Seen] | None = None, *more: Any) -> dict[str, dict[str, Any]]:
    """What is said of each who is attached."""
    events = (*EVENTS, *more)
    shown = document(family_plan(*events), tale(*events), read, said or {}, TODAY, Language.ENGLISH)
    return {row["professional"]: row for row in shown["attached"]}


def test_whoever_saw_the_newest_version_is_informed() -> None:
    """INV-39: the version, and when."""
    row = rows(seen(SOFIE, {"plans": len(PLANS) + 1, "contacts": 9, "meetings": 12}, 1))[SOFIE]
    assert (row["version_seen"], row["behind"], row["behind_days"], row["unknown"]) == (2, False, 0, 0)
    assert row["seen_at"] == (SECOND + timedelta(days=1)).isoformat()
    assert row["attached_on"] == (BEGAN + timedelta(days=1)).date().isoformat()


def test_whoever_saw_an_older_one_is_behind_since_the_next_was_approved() -> None:
    """INV-39: with how many sentences he or she doesn't know."""
    saw = {"plans": len(PLANS), "contacts": 9, "meetings": 11}
    row = rows(seen(ULLA, saw))[ULLA]
    assert (row["version_seen"], row["behind"], row["unknown"]) == (1, True, 3)
    assert rows(seen(SOFIE, saw))[SOFIE]["unknown"] == 0, "Sofie recorded all of it"
    assert row["behind_since"] == SECOND.date().isoformat()
    assert row["behind_days"] == (TODAY - SECOND.date()).days
    assert row["unknown_first"][0].startswith("A network meeting is called for")
    assert len(row["unknown_first"]) == 3


def test_whoever_never_opened_the_plan_is_behind_since_the_first_version_or_the_attachment() -> None:
    """INV-38, INV-39: before the attachment there was nothing to see."""
    row = rows({})[ULLA]
    assert (row["version_seen"], row["seen_at"], row["unknown"]) == (None, None, None)
    assert row["behind_since"] == FIRST.date().isoformat()
    late = rows({}, None, TOMAS_ATTACHED)[TOMAS]
    assert late["behind_since"] == (BEGAN + timedelta(days=len(EVENTS))).date().isoformat()
    assert rows({}, None, ULLA_ATTACHED)[ULLA]["attached_on"] == rows({})[ULLA]["attached_on"]


def test_an_acknowledgement_is_told_apart_from_having_been_shown() -> None:
    """P26: who said to know which version."""
    row = rows(seen(SOFIE, {"plans": len(PLANS) + 1}), seen(SOFIE, {"plans": len(PLANS)}, 2))[SOFIE]
    assert (row["version_seen"], row["version_acknowledged"]) == (2, 1)
    assert row["acknowledged_at"] == (SECOND + timedelta(days=2)).isoformat()
    assert rows({})[ULLA]["version_acknowledged"] is None


def test_a_state_that_nobody_was_shown_is_not_acknowledged() -> None:
    """INV-39: only what was served can be known."""
    assert shown_before("plans=3") == "plans=3"
    with pytest.raises(Refused) as refused:
        shown_before(None)
    assert refused.value.code == "state_not_seen"


def test_the_detached_stand_with_when_they_lost_access() -> None:
    """INV-38: also all of a closed case, but not those who came back."""

    def lost(*events: Any) -> dict[str, str]:
        shown = document(family_plan(*events), tale(*events), {}, {}, TODAY, Language.ENGLISH)
        return {row["professional"]: row["lost_access_at"] for row in shown["detached"]}

    assert lost(*CONTACTS) == {TOMAS: (BEGAN + timedelta(days=len(CONTACTS) - 1)).isoformat()}
    assert lost(*CONTACTS, TOMAS_ATTACHED) == {}
    closed = (*CONTACTS, FamilyClosed(family=FAMILY, reason="reached"))
    at = (BEGAN + timedelta(days=len(CONTACTS))).isoformat()
    assert lost(*closed) == {**lost(*CONTACTS), SOFIE: at, ULLA: at}
    again = (*closed, FamilyReopened(family=FAMILY, reason="again"), ULLA_ATTACHED)
    assert set(lost(*again)) == {SOFIE, TOMAS}


def test_the_numbers_add_up() -> None:
    """One number and one sign for each."""
    everything = seen(SOFIE, {"plans": 99, "contacts": 99, "meetings": 99})
    shown = document(family_plan(*EVENTS), TALE, everything, {}, TODAY, Language.ENGLISH)
    assert (shown["version"], shown["informed"], shown["behind"]) == (2, 1, 1)


def test_the_log_names_readers_and_purposes() -> None:
    """X-04: who, what, when, for what."""
    read = Logged(f"professional:{SOFIE}", "coordination", "plan", TODAY, FIRST, SECOND, 3)
    own = Logged(f"person:{ANNA}", "own-family", "history", TODAY, FIRST, FIRST, 1)
    first, second = log([read, own], {SOFIE: "Sofie Example"})["readings"]
    assert first == {
        "reader_kind": "professional",
        "reader": SOFIE,
        "name": "Sofie Example",
        "document": "plan",
        "purpose": "coordination",
        "day": "2024-03-20",
        "first_at": FIRST.isoformat(),
        "last_at": SECOND.isoformat(),
        "times": 3,
    }
    assert (second["reader_kind"], second["reader"], second["name"]) == ("person", ANNA, None)
