"""What the family shares with somebody who stands by it: its own choice, an adult among those who decide. INV-66."""

import pytest

from contracts.contacts.events import FamilyClosed, FamilyReopened, SharedSection, SupporterLeft
from contracts.ids import SupporterId
from services.contacts.sharing import ShareWithSupporter
from tests.unit.contacts_commands import SHARE, UNSUPPORT
from tests.unit.contacts_story import SHARED, SUPPORTED, SUPPORTER, TEAM, but, the_family
from tests.unit.family import ANNA, BO, BY_ANNA, FAMILY, STRANGER, numbered, person

STANDS_BY = (*TEAM, SUPPORTED)
NOTHING = but(SHARE, sections=())
LEFT = SupporterLeft(family=FAMILY, supporter=SUPPORTER, reason="moved")


def test_the_family_shares_what_it_names_with_one_supporter() -> None:
    """INV-66, R21: in a fixed order, each section once; the same again says nothing."""
    held = the_family(*STANDS_BY).when(SHARE).then(SHARED)
    held.when(SHARE).then()
    held.when(but(SHARE, sections=(SharedSection.MEETINGS, *SHARE.sections, SharedSection.GOALS))).then()


def test_what_is_shared_replaces_what_was_and_nothing_ends_it() -> None:
    """INV-66: what isn't named any more isn't shared any more."""
    wishes = but(SHARE, sections=(SharedSection.WISHES,), shared_by=(ANNA,))
    said = SHARED.model_copy(update={"sections": (SharedSection.WISHES,), "shared_by": (ANNA,)})
    ended = SHARED.model_copy(update={"sections": ()})
    held = the_family(*STANDS_BY).when(SHARE).then(SHARED).when(wishes).then(said)
    held.when(NOTHING).then(ended).when(NOTHING).then()
    the_family(*STANDS_BY).when(NOTHING).then()


def test_only_somebody_who_stands_by_the_family_is_shown_anything() -> None:
    """INV-66, R21: whoever left is shown nothing, and what was shared isn't there for a new beginning."""
    the_family(*TEAM).when(SHARE).refused("supporter_unknown")
    the_family(*STANDS_BY).when(but(SHARE, supporter=numbered(SupporterId, 2))).refused("supporter_unknown")
    gone = the_family(*STANDS_BY, SHARED).when(UNSUPPORT).then(LEFT)
    gone.when(SHARE).refused("supporter_left")
    assert gone.when(NOTHING).refusal is not None
    assert not gone.state.shared


def test_a_closed_case_shares_nothing_nor_does_a_reopened_one_until_the_family_says_so() -> None:
    """INV-66, Q15."""
    closed = FamilyClosed(family=FAMILY, reason="goals reached")
    reopened = FamilyReopened(family=FAMILY, reason="new needs")
    the_family(*STANDS_BY, SHARED, closed).when(SHARE).refused("family_closed")
    assert not the_family(SUPPORTED, SHARED, closed, reopened).state.shared
    own = but(SHARE, by=BY_ANNA)
    the_family(SUPPORTED, SHARED, closed, reopened).when(own).then(SHARED)


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (but(SHARE, shared_by=()), "sharing_not_by_family"),
        (but(SHARE, shared_by=(ANNA, STRANGER)), "sharing_not_by_family"),
        (but(SHARE, shared_by=(BO,)), "sharing_without_adult"),
        (but(SHARE, sections=(), shared_by=(BO,)), "sharing_without_adult"),
        (but(SHARE, by=person(BO), shared_by=(ANNA,)), "sharing_by_another"),
        (but(SHARE, by=person(BO), shared_by=(BO,)), "sharing_without_adult"),
    ],
)
def test_it_is_the_family_that_decides_and_no_child_alone(command: ShareWithSupporter, code: str) -> None:
    """INV-66: as it chooses its coordinator; a member speaks for himself or herself."""
    outcome = the_family(*STANDS_BY).when(command)
    outcome.refused(code)
    assert outcome.refusal is not None
    assert (outcome.refusal.rule, bool(outcome.refusal.next_step)) == ("INV-66", True)


def test_a_young_person_decides_with_an_adult() -> None:
    """INV-66."""
    both = but(SHARE, by=person(BO), shared_by=(BO, ANNA))
    the_family(*STANDS_BY).when(both).then(SHARED.model_copy(update={"shared_by": (BO, ANNA)}))


def test_a_supporter_shares_nothing() -> None:
    """INV-66, INV-40: what somebody is shown gives no right to change who is shown what."""
    own = but(SHARE, by=person(SUPPORTER), shared_by=(ANNA,))
    the_family(*STANDS_BY, SHARED).when(own).refused("not_around_family")
