"""What a meeting is about: everybody around the family proposes, the family decides."""

import pytest

from contracts.ids import AgendaItemId, Id
from contracts.shapes import Actor, PartyKind
from tests.unit.family import (
    ANNA,
    BO,
    BY_ANNA,
    BY_INFORMED,
    BY_TEAM,
    PASSER_BY,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    numbered,
    person,
    professional,
)
from tests.unit.meetings_commands import AGREE, PROPOSE
from tests.unit.meetings_story import AGREED, CALLED, ITEM, NEXT_MEETING, PROPOSED, the_meeting
from tests.unit.story import HELD

OTHER = numbered(AgendaItemId, 2)
PERSON, PROFESSIONAL = PartyKind.PERSON, PartyKind.PROFESSIONAL


@pytest.mark.parametrize(
    ("by", "kind", "party"),
    [(BY_TEAM, PERSON, BO), (person(BO), PERSON, BO), (BY_INFORMED, PROFESSIONAL, ULLA)],
    ids=["staff for a member", "a member", "somebody informed"],
)
def test_everybody_around_the_family_proposes(by: Actor, kind: PartyKind, party: Id) -> None:
    """A19, C39: the event says whose wish it is."""
    who = {"party_kind": kind, "party": party}
    the_meeting().when(PROPOSE.model_copy(update={**who, "by": by})).then(PROPOSED.model_copy(update=who))


@pytest.mark.parametrize(
    ("by", "kind", "party"),
    [(BY_ANNA, PERSON, BO), (BY_TEAM, PROFESSIONAL, TOMAS), (BY_ANNA, PROFESSIONAL, SOFIE)],
    ids=["a member for another", "staff for a colleague", "a member for staff"],
)
def test_everybody_speaks_for_himself_or_herself(by: Actor, kind: PartyKind, party: Id) -> None:
    """A19."""
    said = PROPOSE.model_copy(update={"by": by, "party_kind": kind, "party": party})
    the_meeting().when(said).refused("speaks_for_another")


def test_others_propose_nothing() -> None:
    """A19, INV-40."""
    the_meeting().when(PROPOSE.model_copy(update={"party": STRANGER})).refused("person_not_in_family")
    stranger = {"by": professional(PASSER_BY), "party_kind": PROFESSIONAL, "party": PASSER_BY}
    the_meeting().when(PROPOSE.model_copy(update=stranger)).refused("not_around_family")


def test_an_item_has_an_id_of_its_own() -> None:
    """A19: also beside the items of another meeting."""
    the_meeting(PROPOSED).when(PROPOSE).refused("agenda_item_proposed_already")
    again = {"meeting": NEXT_MEETING}
    the_meeting(PROPOSED, CALLED.model_copy(update=again)).when(PROPOSE.model_copy(update=again)).refused(
        "agenda_item_proposed_already"
    )


def test_the_family_agrees_the_agenda() -> None:
    """A19, C39: in its order, and another one later."""
    second = PROPOSED.model_copy(update={"item": OTHER})
    agreed = the_meeting(PROPOSED, second).when(AGREE).then(AGREED)
    agreed.when(AGREE).then()
    order = {"items": (OTHER, ITEM)}
    agreed.when(AGREE.model_copy(update=order)).then(AGREED.model_copy(update=order))


def test_it_is_the_family_that_agrees() -> None:
    """A19: a member who says so is one of those who agree."""
    the_meeting(PROPOSED).when(AGREE.model_copy(update={"agreed_by": ()})).refused("family_consent_missing")
    the_meeting(PROPOSED).when(AGREE.model_copy(update={"agreed_by": (SOFIE,)})).refused(
        "person_not_in_family"
    )
    by_anna = AGREE.model_copy(update={"by": BY_ANNA, "agreed_by": ()})
    the_meeting(PROPOSED).when(by_anna).then(AGREED.model_copy(update={"agreed_by": (ANNA,)}))


def test_the_agenda_is_made_of_what_was_proposed() -> None:
    """A19: for this meeting."""
    the_meeting().when(AGREE).refused("agenda_item_unknown")
    the_meeting(PROPOSED).when(AGREE.model_copy(update={"items": ()})).refused("agenda_item_unknown")
    the_meeting(PROPOSED).when(AGREE.model_copy(update={"items": (ITEM, OTHER)})).refused(
        "agenda_item_unknown"
    )


def test_the_agenda_is_set_before_the_meeting_is_held() -> None:
    """A19."""
    for command in (PROPOSE.model_copy(update={"item": OTHER}), AGREE):
        the_meeting(PROPOSED, HELD).when(command).refused("meeting_held_already")
