"""Who begins, while nobody is attached to the family: the first of the staff. INV-40, INV-63."""

from datetime import UTC, date, datetime

from contracts.contacts.events import AttachmentExpired, ProfessionalDetached
from eventkeep.testing import folded, given
from services.meetings.known_contacts import ContactsFacts, evolve_contacts
from services.meetings.reference import Known
from tests.unit.family import AT, BY_ANNA, FAMILY, PASSER_BY, REGISTERED, SOFIE, TOMAS, attached, professional
from tests.unit.meetings_commands import HOLD_PRE
from tests.unit.meetings_story import MEETINGS, PRE_HELD


def test_nobody_is_the_first_by_a_day_of_his_or_her_own() -> None:
    """INV-40, X-01: where somebody is attached, a day before that makes nobody else the first. Once it expired, it does."""
    teacher = attached(SOFIE).model_copy(update={"profession": "teacher"})
    contacts = folded(evolve_contacts, ContactsFacts(), REGISTERED, teacher)
    long_ago = {"by": professional(PASSER_BY), "at": datetime(2023, 12, 31, 12, tzinfo=UTC)}
    hold = HOLD_PRE.model_copy(update={**long_ago, "held_on": date(2023, 12, 30)})
    given(MEETINGS).with_known(Known(contacts)).when(hold).refused("not_around_family")
    by_anna = hold.model_copy(update={"by": BY_ANNA, "held_by": PASSER_BY})
    given(MEETINGS).with_known(Known(contacts)).when(by_anna).refused("not_the_social_worker")
    expired = AttachmentExpired(family=FAMILY, professional=SOFIE, due_on=date(2024, 2, 29))
    nobody = Known(evolve_contacts(contacts, expired))
    today = HOLD_PRE.model_copy(update={"by": professional(PASSER_BY)})
    given(MEETINGS).with_known(nobody).when(today).then(PRE_HELD.model_copy(update={"held_by": PASSER_BY}))


def test_nobody_gains_by_being_the_last_to_leave() -> None:
    """INV-40, INV-63: as contacts has it; who left as a caseworker, or was never there, may begin anew."""
    teacher = attached(SOFIE).model_copy(update={"profession": "teacher"})
    contacts = folded(evolve_contacts, ContactsFacts(), REGISTERED, teacher, attached(TOMAS))
    for who in (TOMAS, SOFIE):
        gone = ProfessionalDetached(family=FAMILY, professional=who, reason="left", detached_on=AT.date())
        contacts = evolve_contacts(contacts, gone)
    left = given(MEETINGS).with_known(Known(contacts))
    left.when(HOLD_PRE).refused("not_around_family")
    for who in (TOMAS, PASSER_BY):
        left.when(HOLD_PRE.model_copy(update={"by": professional(who)})).then(
            PRE_HELD.model_copy(update={"held_by": who})
        )
