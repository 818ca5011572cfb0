"""Emergency access: for some hours, with a reason, taken by oneself. X-07."""

from datetime import timedelta

from contracts.contacts.events import EmergencyAccessEnded, EmergencyAccessTaken
from contracts.ids import ProfessionalId
from eventkeep.testing import Given
from services.contacts.state import emergency_lasts
from tests.unit.contacts_commands import CLOSE, EMERGENCY, END_EMERGENCY
from tests.unit.contacts_story import VISITOR, but, by, the_family
from tests.unit.family import FAMILY, PASSER_BY, SOFIE, attached, numbered

ONESELF = but(EMERGENCY, by=by(PASSER_BY))
UNTIL = ONESELF.at + timedelta(hours=4)
TAKEN = EmergencyAccessTaken(
    family=FAMILY,
    professional=PASSER_BY,
    name=VISITOR.name,
    department=VISITOR.department,
    profession=VISITOR.profession,
    reason="The child was alone.",
    until=UNTIL,
)
ENDED = EmergencyAccessEnded(family=FAMILY, professional=PASSER_BY)


def test_who_is_not_attached_is_let_in_for_some_hours() -> None:
    """The reason is in one's own words, and the register says who it is."""
    the_family(attached(SOFIE)).when(ONESELF).then(TAKEN)
    longer = TAKEN.model_copy(update={"until": ONESELF.at + timedelta(hours=24)})
    the_family(attached(SOFIE)).when(but(ONESELF, hours=24)).then(longer)


def test_taken_again_while_it_lasts_it_is_the_same_unless_it_lasts_longer() -> None:
    held = the_family(attached(SOFIE), TAKEN)
    held.when(ONESELF).then()
    longer = TAKEN.model_copy(update={"until": ONESELF.at + timedelta(hours=5)})
    held.when(but(ONESELF, hours=5)).then(longer)


def test_who_is_attached_needs_none() -> None:
    the_family(attached(SOFIE), attached(PASSER_BY)).when(ONESELF).refused("attached_already")


def test_who_is_in_no_register_takes_none() -> None:
    """R11."""
    unknown = numbered(ProfessionalId, 8)
    asked = but(EMERGENCY, professional=unknown, by=by(unknown))
    the_family(attached(SOFIE)).when(asked).refused("professional_unknown")


def test_it_is_ended_once_and_by_the_clock_without_a_word() -> None:
    held = the_family(attached(SOFIE), TAKEN)
    held.when(but(END_EMERGENCY, by=by(PASSER_BY))).then(ENDED)
    held.when(but(END_EMERGENCY, by=by(PASSER_BY), at=UNTIL)).then()
    the_family(attached(SOFIE), TAKEN, ENDED).when(but(END_EMERGENCY, by=by(PASSER_BY))).then()


def lasts(given: Given, after: timedelta) -> bool:
    """Whether the one who took it is let in, so long after."""
    return emergency_lasts(given.state, PASSER_BY, ONESELF.at + after)


def test_it_lasts_until_its_moment_and_not_in_a_closed_case() -> None:
    held = the_family(attached(SOFIE), TAKEN)
    assert lasts(held, timedelta(hours=4) - timedelta(microseconds=1))
    assert not lasts(held, timedelta(hours=4))
    assert not lasts(the_family(attached(SOFIE), TAKEN, ENDED), timedelta(0))
    closed = held.when(but(CLOSE, by=by(SOFIE))).events
    assert not lasts(the_family(attached(SOFIE), TAKEN, *closed), timedelta(0))
