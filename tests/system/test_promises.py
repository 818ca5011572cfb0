"""The promises that courses are held against can be broken, each by its name: with answers that nobody ever gave."""

import hashlib
import re

import pytest
import rfc8785

from contracts.overview.overview_pb2 import FamilyPlan
from eventkeep import vector
from eventkeep.refused import Refused
from tests.system import promises
from tests.system.ledger import Change, Ledger, Token
from tests.system.promises import FRESH, WITHIN, Asked

STORES = {"contacts": ["", "contacts=1", "contacts=2"], "plans": ["contacts=3", "plans=1,contacts=3"]}
"""The causes of each event."""


@pytest.fixture
def ledger() -> Ledger:
    """Lone is attached from second 100 to second 200: the second and the third event of contacts."""
    kept = Ledger(lambda service: [vector.parse(each) for each in STORES.get(service, [])])
    kept.changed("lone", Change(True, 99.9, 100.0, 2))
    kept.changed("lone", Change(False, 199.9, 200.0, 3))
    return kept


def plan(seen: str, state_no: int = 1, says: str = "") -> FamilyPlan:
    """A plan that says something, at a vector."""
    said = {"says": says}
    digest = hashlib.sha256(rfc8785.dumps({"plan": said, "view": 1})).digest()
    return FamilyPlan(plan=rfc8785.dumps(said), hash=digest, vector=seen, state_no=state_no, view_version=1)


def at(second: float, after: Token | None = None) -> Asked:
    """Lone asks, and is answered at once."""
    return Asked("lone", after, second, second + 0.01)


def test_two_plans_at_one_vector_are_not_the_same_for_all(ledger: Ledger) -> None:
    promises.same_for_all(ledger, plan("contacts=2"))
    promises.same_for_all(ledger, plan("contacts=2", state_no=2))
    broken = (
        plan("contacts=2", says="otherwise"),
        plan("contacts=3", state_no=1),
        FamilyPlan(plan=b"{}", hash=b"of another", vector="contacts=1", state_no=9),
    )
    for each in broken:
        with pytest.raises(AssertionError, match="same_for_all"):
            promises.same_for_all(ledger, each)


def test_an_effect_without_its_cause_is_seen_by_the_event_or_by_its_senders_token(ledger: Ledger) -> None:
    promises.no_effect_without_cause(ledger, plan("contacts=3,plans=2"))
    with pytest.raises(AssertionError, match="no_effect_without_cause"):
        promises.no_effect_without_cause(ledger, plan("contacts=2,plans=1"))
    ledger.told_after["plans", 1] = {"meetings": 4}
    with pytest.raises(AssertionError, match="no_effect_without_cause"):
        promises.no_effect_without_cause(ledger, plan("contacts=3,plans=2"))


def test_what_no_store_holds_is_never_shown(ledger: Ledger) -> None:
    with pytest.raises(KeyError, match="contacts has no version 4"):
        promises.no_effect_without_cause(ledger, plan("contacts=4"))


def test_going_back_is_not_monotonic(ledger: Ledger) -> None:
    ledger.highest["lone"] = plan("contacts=2,plans=1", state_no=5)
    promises.monotonic(ledger, "lone", plan("contacts=2,plans=1", state_no=5))
    promises.monotonic(ledger, "lone", plan("contacts=2,plans=1", state_no=6))
    promises.monotonic(ledger, "bent", plan("contacts=2", state_no=2))
    for each in (plan("contacts=2,plans=1", 4), plan("contacts=3,plans=1", 5), plan("contacts=3", 6)):
        with pytest.raises(AssertionError, match="monotonic"):
            promises.monotonic(ledger, "lone", each)


def test_who_lacks_what_the_token_names_does_not_read_the_own_writes() -> None:
    token = Token("", {"contacts": 2, "plans": 1})
    promises.read_your_writes(token, plan("contacts=3,plans=1"))
    with pytest.raises(AssertionError, match="read_your_writes"):
        promises.read_your_writes(token, plan("contacts=3"))


def test_to_wait_in_vain_needs_something_broken_and_a_true_reason() -> None:
    token = Token("", {"plans": 2})
    true = lagging(service="plans", version="2", has="1", why="lagging")
    promises.failed_for_now(token, true, calm=False)
    with pytest.raises(AssertionError, match="read_your_writes"):
        promises.failed_for_now(token, true, calm=True)
    for untrue in ({"version": "3"}, {"has": "2"}, {"service": "contacts"}):
        with pytest.raises(AssertionError, match="read_your_writes"):
            promises.failed_for_now(token, lagging(**{**true.facts, **untrue}), calm=False)


def test_what_stands_still_says_so_and_nothing_else_does() -> None:
    moving, standing = plan("plans=1"), plan("plans=1")
    standing.freshness.stale = True
    promises.says_whether_it_is_stale(moving, paused=False)
    promises.says_whether_it_is_stale(standing, paused=True)
    for each, paused in ((moving, True), (standing, False)):
        with pytest.raises(AssertionError, match="read_your_writes: stale is"):
            promises.says_whether_it_is_stale(each, paused)


def test_who_waits_for_what_is_paused_is_told_so() -> None:
    token, fact = Token("", {"plans": 2}), {"service": "plans", "version": "2", "has": "1"}
    right = Token("", {"contacts": 2})
    promises.failed_for_now(token, lagging(**fact, why="paused"), calm=False, paused=True)
    promises.failed_for_now(
        right, lagging(service="contacts", version="2", has="1", why="lagging"), calm=False, paused=True
    )
    promises.failed_for_now(None, parked(), calm=False, paused=True)
    for refused, paused in (
        (lagging(**fact, why="paused"), False),
        (lagging(**fact, why="lagging"), True),
        (parked(), False),
    ):
        with pytest.raises(AssertionError, match="read_your_writes"):
            promises.failed_for_now(token, refused, calm=False, paused=paused)


def parked() -> Refused:
    """The refusal of a command whose facts of others stand still."""
    return Refused("reference_parked", "It could not be read.", "", "Operations must look.")


def lagging(**facts: str) -> Refused:
    """The refusal of who waited in vain."""
    return Refused("lagging", "It has not arrived.", "", "Try again.", facts)


def test_complete_is_within_two_seconds_and_the_margin(ledger: Ledger) -> None:
    promises.complete_and_exclusive(ledger, at(100.0 + WITHIN - 0.1), let_in=False, calm=True)
    promises.complete_and_exclusive(ledger, at(150.0), let_in=False, calm=False)
    with pytest.raises(AssertionError, match="complete_and_exclusive: lone was kept out"):
        promises.complete_and_exclusive(ledger, at(100.0 + WITHIN + 0.1), let_in=False, calm=True)


def test_exclusive_is_within_two_seconds_or_five_where_something_is_broken(ledger: Ledger) -> None:
    for calm, seconds in ((True, WITHIN), (False, FRESH)):
        promises.complete_and_exclusive(ledger, at(200.0 + seconds - 0.1), let_in=True, calm=calm)
        with pytest.raises(AssertionError, match="complete_and_exclusive: lone was let in"):
            promises.complete_and_exclusive(ledger, at(200.0 + seconds + 0.1), let_in=True, calm=calm)
    with pytest.raises(AssertionError, match="complete_and_exclusive: omar was let in"):
        promises.complete_and_exclusive(ledger, Asked("omar", None, 9.0, 9.1), let_in=True, calm=False)


def test_the_token_that_names_the_change_counts_at_once(ledger: Ledger) -> None:
    detached = Token("", {"contacts": 3})
    with pytest.raises(AssertionError, match=re.escape("lone was let in 0.10 s after")):
        promises.complete_and_exclusive(ledger, at(200.1, detached), let_in=True, calm=False)
    before = Token("", {"contacts": 2})
    promises.complete_and_exclusive(ledger, at(200.1, before), let_in=True, calm=True)
