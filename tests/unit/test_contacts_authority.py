"""Who gains and loses legal authority in a family's case, and by whose word. INV-63."""

import pytest

from contracts.contacts.events import AttachmentExpired, ProfessionalDetached
from contracts.ids import ProfessionalId
from tests.unit.contacts_commands import ATTACH, DETACH, RECORD_BASIS
from tests.unit.contacts_story import DAY, but, by, the_family
from tests.unit.family import FAMILY, HOME_LAW, PASSER_BY, SOFIE, TOMAS, ULLA, attached
from tests.unit.test_contacts_rights import AROUND, FOR_THE_FIRST, KARIN, NO_RIGHT, OTTO, teaches


@pytest.mark.parametrize("function", ["caseworker", "coordinating caseworker"])
def test_nobody_makes_himself_or_herself_a_caseworker(function: str) -> None:
    """INV-63: a caseworker gives and takes that function, or whoever is the first; others leave it as it is."""
    around = the_family(*AROUND)
    for who, whom in ((KARIN, KARIN), (SOFIE, TOMAS)):
        by_team = but(ATTACH, by=by(who), professional=whom, function=function)
        assert around.when(by_team).refused("caseworker_only").rule == "INV-63"
    given = but(ATTACH, by=by(OTTO), function=function)
    held = around.when(given).after
    assert held.state.attached[SOFIE].function == function
    held.when(but(ATTACH, by=by(KARIN))).refused("caseworker_only")
    held.when(but(given, by=by(KARIN))).then()
    the_family().when(but(given, by=by(PASSER_BY))).then(
        attached(SOFIE).model_copy(update={"function": function})
    )


@pytest.mark.parametrize("who", [SOFIE, KARIN], ids=["the coordinator", "the team"])
def test_a_caseworker_is_sent_away_by_a_caseworker_alone(who: ProfessionalId) -> None:
    """INV-63: at once or by a basis that ends sooner; oneself may always leave."""
    around = the_family(*AROUND, attached(TOMAS))
    for whom in (OTTO, TOMAS):
        send = but(DETACH, by=by(who), professional=whom)
        assert around.when(send).refused("caseworker_only").rule == "INV-63"
        over = HOME_LAW.model_copy(update={"valid_to": DAY})
        around.when(but(ATTACH, by=by(who), professional=whom, basis=over)).refused("caseworker_only")
    for one, whom in ((OTTO, TOMAS), (OTTO, OTTO), (TOMAS, OTTO)):
        assert around.when(but(DETACH, by=by(one), professional=whom)).refusal is None
    assert around.when(but(DETACH, by=by(who), professional=ULLA)).refusal is None


def test_nobody_gains_by_being_the_last_to_leave() -> None:
    """INV-40, INV-63: who was only informed doesn't come back as the first; a caseworker or somebody new does."""
    gone = [
        ProfessionalDetached(family=FAMILY, professional=who, reason="left", detached_on=DAY)
        for who in (OTTO, ULLA)
    ]
    left = the_family(teaches(ULLA), attached(OTTO), *gone)
    for command in FOR_THE_FIRST:
        left.when(but(command, by=by(ULLA))).refused("not_around_family")
    again = but(ATTACH, professional=OTTO, function="caseworker")
    for who in (OTTO, PASSER_BY):
        refusal = left.when(but(again, by=by(who))).refusal
        assert refusal is None or refusal.code not in NO_RIGHT
    expired = AttachmentExpired(family=FAMILY, professional=ULLA, due_on=DAY)
    the_family(teaches(ULLA), expired).when(but(RECORD_BASIS, by=by(ULLA))).refused("not_around_family")
