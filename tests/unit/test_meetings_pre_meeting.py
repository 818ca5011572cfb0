"""The pre-meeting before there is a team, and the meetings that have no plan on the table."""

from datetime import date, timedelta
from typing import Any

import pytest

from contracts.contacts.events import ProfessionalDetached
from contracts.ids import MeetingId, SupporterId
from contracts.meetings.events import MeetingKind, Place, PreMeetingWaived
from eventkeep.testing import folded, given
from services.meetings.known_contacts import ContactsFacts, evolve_contacts
from services.meetings.reference import Known
from tests.unit.family import (
    ANNA,
    AT,
    BO,
    BY_ANNA,
    BY_INFORMED,
    FAMILY,
    REGISTERED,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    attached,
    numbered,
    professional,
)
from tests.unit.meetings_commands import ATTEND, CANCEL, HOLD_OTHER, HOLD_PRE, PUBLISH, WAIVE
from tests.unit.meetings_story import (
    CALLED,
    DOCTOR,
    FRIEND,
    KNOWN,
    MEETINGS,
    OTHER_HELD,
    PRE_HELD,
    SUPPORTED,
    met,
)

WAIVED = PreMeetingWaived(family=FAMILY, reason="Known for years.")
TEACHER, VISITOR = (attached(who).model_copy(update={"profession": "teacher"}) for who in (SOFIE, ULLA))
ONE_SOCIAL_WORKER = folded(evolve_contacts, ContactsFacts(), REGISTERED, TEACHER, attached(TOMAS), VISITOR)


def with_contacts(contacts: ContactsFacts) -> Any:
    """Nothing happened yet; no plan, no team, and these around the family."""
    return given(MEETINGS).with_known(Known(contacts))


def test_a_pre_meeting_needs_neither_team_nor_plan() -> None:
    """A20, P05."""
    with_contacts(ONE_SOCIAL_WORKER).when(HOLD_PRE).then(PRE_HELD.model_copy(update={"held_by": TOMAS}))


def test_the_social_worker_holds_it_unless_another_is_named() -> None:
    """INV-12, R13: whoever records it, the social worker is taken to have held it, and named it is the same."""
    named = HOLD_PRE.model_copy(update={"held_by": TOMAS})
    by_tomas = PRE_HELD.model_copy(update={"held_by": TOMAS})
    for command in (HOLD_PRE, named, HOLD_PRE.model_copy(update={"by": BY_ANNA})):
        with_contacts(ONE_SOCIAL_WORKER).when(command).then(by_tomas)
    met().when(HOLD_PRE.model_copy(update={"by": professional(TOMAS)})).then(by_tomas)


def test_another_holds_it_with_a_reason() -> None:
    """INV-12: kept in the event; a social worker needs none."""
    ulla, why = {"held_by": ULLA}, {"instead_of_social_worker": "She knows them."}
    around = with_contacts(ONE_SOCIAL_WORKER)
    around.when(HOLD_PRE.model_copy(update=ulla)).refused("not_the_social_worker")
    around.when(HOLD_PRE.model_copy(update={**ulla, **why})).then(PRE_HELD.model_copy(update={**ulla, **why}))
    met().when(HOLD_PRE.model_copy(update={"held_by": SOFIE, **why})).then(PRE_HELD)


def test_without_a_social_worker_it_is_said_who_held_it() -> None:
    """INV-12: no social worker is attached, so none can be preset; nor can one whose basis is over."""
    teachers = folded(evolve_contacts, ContactsFacts(), REGISTERED, TEACHER)
    with_contacts(teachers).when(HOLD_PRE).refused("pre_meeting_holder_missing")
    for last in (date(2024, 2, 28), date(2024, 2, 29)):
        over = attached(TOMAS).basis.model_copy(update={"valid_to": last})
        gone = evolve_contacts(teachers, attached(TOMAS).model_copy(update={"basis": over}))
        if last == HOLD_PRE.held_on:
            with_contacts(gone).when(HOLD_PRE).then(PRE_HELD.model_copy(update={"held_by": TOMAS}))
        else:
            with_contacts(gone).when(HOLD_PRE).refused("pre_meeting_holder_missing")


def test_the_social_worker_of_that_day_may_have_left_since() -> None:
    """INV-12, R11: a pre-meeting from before the day of leaving is recorded as it was, and none from after it."""
    teachers = folded(evolve_contacts, ContactsFacts(), REGISTERED, TEACHER, attached(TOMAS))
    for last in (date(2024, 2, 28), date(2024, 2, 29)):
        gone = ProfessionalDetached(family=FAMILY, professional=TOMAS, reason="left", detached_on=last)
        by_tomas = HOLD_PRE.model_copy(update={"held_by": TOMAS})
        family = with_contacts(evolve_contacts(teachers, gone))
        if last == HOLD_PRE.held_on:
            family.when(by_tomas).then(PRE_HELD.model_copy(update={"held_by": TOMAS}))
        else:
            family.when(by_tomas).refused("not_the_social_worker")


def test_before_anybody_is_attached_any_professional_records_it() -> None:
    """P05, INV-12: whoever does is taken for the social worker; another is named with a reason."""
    nobody = evolve_contacts(ContactsFacts(), REGISTERED)
    with_contacts(nobody).when(HOLD_PRE).then(PRE_HELD)
    with_contacts(nobody).when(HOLD_PRE.model_copy(update={"by": BY_ANNA})).refused(
        "pre_meeting_holder_missing"
    )
    named = HOLD_PRE.model_copy(update={"held_by": ULLA})
    with_contacts(nobody).when(named).refused("not_the_social_worker")
    with_contacts(ONE_SOCIAL_WORKER).when(
        HOLD_PRE.model_copy(update={"by": professional(numbered(type(SOFIE), 9))})
    ).refused("not_around_family")


def test_whoever_is_attached_records_it() -> None:
    """P05: being on a team is not asked; there may be none."""
    met().when(HOLD_PRE.model_copy(update={"by": BY_INFORMED})).then(
        PRE_HELD.model_copy(update={"held_by": ULLA})
    )


def test_a_pre_meeting_is_with_the_family() -> None:
    """A20."""
    met().when(HOLD_PRE.model_copy(update={"persons": ()})).refused("pre_meeting_without_family")
    met().when(HOLD_PRE.model_copy(update={"persons": (ANNA, STRANGER)})).refused("person_not_in_family")


def test_a_pre_meeting_is_recorded_when_it_was_held() -> None:
    """A20: on its day, in Europe/Copenhagen, at the earliest."""
    today = {"held_on": date(2024, 3, 1)}
    met().when(HOLD_PRE.model_copy(update=today)).then(PRE_HELD.model_copy(update=today))
    met().when(HOLD_PRE.model_copy(update={"held_on": date(2024, 3, 2)})).refused("meeting_not_over")


def test_a_pre_meeting_has_an_id_of_its_own() -> None:
    """A20: there may be more than one."""
    met(PRE_HELD).when(HOLD_PRE).refused("meeting_recorded_already")
    met(CALLED).when(HOLD_PRE.model_copy(update={"meeting": CALLED.meeting})).refused(
        "meeting_scheduled_already"
    )
    again = {"meeting": numbered(MeetingId, 13)}
    met(PRE_HELD).when(HOLD_PRE.model_copy(update=again)).then(PRE_HELD.model_copy(update=again))


def test_a_pre_meeting_is_at_home_or_it_is_said_why_not() -> None:
    """INV-34, A20: the reason is kept."""
    elsewhere, why = {"place": Place.OTHER}, {"place_reason": "They are moving house."}
    met().when(HOLD_PRE.model_copy(update=elsewhere)).refused("place_without_reason")
    met().when(HOLD_PRE.model_copy(update={**elsewhere, **why})).then(
        PRE_HELD.model_copy(update={**elsewhere, **why})
    )


@pytest.mark.parametrize("held", [PRE_HELD, OTHER_HELD], ids=["pre-meeting", "visitation"])
@pytest.mark.parametrize("command", [PUBLISH, ATTEND, CANCEL], ids=lambda c: type(c).__name__)
def test_a_meeting_without_a_call_has_no_minutes(held: Any, command: Any) -> None:
    """A20, A21, R24: nor anything else that a network meeting has; it is known all the same."""
    about = command.model_copy(update={"meeting": held.meeting})
    met(held).when(about).refused("meeting_without_call")
    met().when(about).refused("meeting_unknown")


def test_it_is_waived_once_and_with_a_reason() -> None:
    """INV-11."""
    met().when(WAIVE).then(WAIVED).when(WAIVE).then()
    met(PRE_HELD).when(WAIVE).refused("pre_meeting_held_already")


def test_a_waived_pre_meeting_may_be_held_all_the_same() -> None:
    """INV-11, A20."""
    met(WAIVED).when(HOLD_PRE).then(PRE_HELD)


@pytest.mark.parametrize("kind", [MeetingKind.VISITATION, MeetingKind.JOINT])
def test_a_meeting_without_a_plan_is_recorded(kind: MeetingKind) -> None:
    """R24, R45: those who decide there need not be attached, and nobody need have drafted a plan."""
    said = {"kind": kind, "professionals": (SOFIE, numbered(type(SOFIE), 9))}
    said |= {"supporters": (FRIEND,)}
    known = Known(folded(evolve_contacts, KNOWN.contacts, *SUPPORTED))
    given(MEETINGS).with_known(known).when(HOLD_OTHER.model_copy(update=said)).then(
        OTHER_HELD.model_copy(update=said)
    )


def test_before_anybody_is_attached_the_visitation_team_has_met() -> None:
    """R24."""
    nobody = evolve_contacts(ContactsFacts(), REGISTERED)
    with_contacts(nobody).when(HOLD_OTHER).then(OTHER_HELD)


@pytest.mark.parametrize("kind", [MeetingKind.START_UP, MeetingKind.NETWORK, MeetingKind.FOLLOW_UP])
def test_a_network_meeting_is_called_first(kind: MeetingKind) -> None:
    """A21."""
    met().when(HOLD_OTHER.model_copy(update={"kind": kind})).refused("meeting_needs_plan")


def test_what_is_recorded_of_another_meeting_has_happened() -> None:
    """R24: with somebody there, at a time that is past, under an id of its own."""
    later = HOLD_OTHER.model_copy(update={"held_at": AT + timedelta(minutes=1)})
    met().when(later).refused("meeting_not_over")
    met().when(HOLD_OTHER.model_copy(update={"professionals": ()})).refused("participants_missing")
    met().when(HOLD_OTHER.model_copy(update={"persons": (BO, STRANGER)})).refused("person_not_in_family")
    met(OTHER_HELD).when(HOLD_OTHER).refused("meeting_recorded_already")


def test_supporters_at_another_meeting_stand_by_the_family() -> None:
    """R21, R45: as when they are invited to a network meeting."""
    friend = HOLD_OTHER.model_copy(update={"supporters": (FRIEND, numbered(SupporterId, 7))})
    met().when(friend).refused("supporter_unknown")
    known = Known(folded(evolve_contacts, KNOWN.contacts, *SUPPORTED))
    met().with_known(known).when(friend).refused("supporter_unknown")
    known_friend = friend.model_copy(update={"supporters": (FRIEND, DOCTOR)})
    met().with_known(known).when(known_friend).then(
        OTHER_HELD.model_copy(update={"supporters": (FRIEND, DOCTOR)})
    )
