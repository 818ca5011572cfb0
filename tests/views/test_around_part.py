"""What the family plan shows of the people, the meetings and the progress."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from contracts.contacts.events import (
    CoordinationTeamEstablished,
    CoordinatorChosen,
    CoordinatorVacated,
    FamilyMemberAdded,
    Member,
    PrimaryContactDesignated,
    PrimaryContactVacated,
    Role,
    TeamMemberAdded,
    TeamMemberRemoved,
)
from tests.unit.family import ANNA, BO, FAMILY, MEETING, REGISTERED, SOFIE, TOMAS
from tests.views.around import SOFIE_ATTACHED, TOMAS_ATTACHED, TOMAS_DETACHED
from tests.views.met import (
    ATTENDED,
    BASELINE,
    CHAIRED,
    CORRECTED,
    NEXT_MEETING,
    SUCCESS,
    called,
    held,
    registered,
)
from tests.views.planned import COOK, EAT, SLEEP, goal
from tests.views.shown import family_plan

ESTABLISHED = CoordinationTeamEstablished(family=FAMILY, members=(SOFIE,), pre_meeting_waived="Known.")


def test_the_latest_word_on_team_coordinator_and_contact_counts() -> None:
    """INV-01, INV-03, INV-05: one coordinator, one primary contact, or visibly none."""
    chosen = CoordinatorChosen(family=FAMILY, professional=SOFIE, chosen_by=(ANNA,))
    designated = PrimaryContactDesignated(family=FAMILY, professional=TOMAS)
    joined = TeamMemberAdded(family=FAMILY, professional=TOMAS)
    document = family_plan(ESTABLISHED, joined, joined, chosen, designated)
    assert (document["team"], document["coordinator"], document["primary_contact"]) == (
        [SOFIE, TOMAS],
        SOFIE,
        TOMAS,
    )
    document = family_plan(
        *(ESTABLISHED, joined, chosen, designated),
        CoordinatorVacated(family=FAMILY, professional=SOFIE),
        TeamMemberRemoved(family=FAMILY, professional=SOFIE),
        PrimaryContactVacated(family=FAMILY, professional=TOMAS),
    )
    assert (document["team"], document["coordinator"], document["primary_contact"]) == ([TOMAS], None, None)


def test_who_comes_back_is_attached_and_no_longer_former() -> None:
    """INV-38: attached or not is what contacts said last. The basis itself is shown to nobody."""
    document = family_plan(TOMAS_ATTACHED, SOFIE_ATTACHED, TOMAS_DETACHED, TOMAS_ATTACHED)
    assert [each["professional"] for each in document["attached"]] == [SOFIE, TOMAS]
    assert document["formerly_attached"] == []
    assert "basis" not in str(document)
    assert "barnets lov" not in str(document)


def test_who_leaves_without_having_come_leaves_no_trace() -> None:
    """A detachment of somebody unknown is no failure."""
    document = family_plan(TOMAS_DETACHED)
    assert (document["attached"], document["formerly_attached"]) == ([], [])


def test_a_member_is_listed_once_as_last_said() -> None:
    """R02."""
    grown = FamilyMemberAdded(family=FAMILY, member=Member(person=BO, role=Role.ADULT, name="Bo Example"))
    assert [(each["person"], each["role"]) for each in family_plan(REGISTERED, grown)["members"]] == [
        (ANNA, "adult"),
        (BO, "adult"),
    ]


def test_a_correction_stands_instead_of_what_was_recorded() -> None:
    """X-08, INV-20."""
    [meeting] = family_plan(called(), ATTENDED, CHAIRED, CORRECTED)["meetings"]
    assert meeting["attendance"] == [{"kind": "professional", "id": SOFIE, "adult": False}]
    assert meeting["chair"] == [ANNA]


def test_the_agreements_of_the_latest_held_meeting_stand_also_when_an_earlier_one_is_recorded_late() -> None:
    """INV-26 to INV-30: what counts is when the network met."""
    march = held(MEETING, datetime(2024, 3, 1, 16, 0, tzinfo=UTC), date(2024, 5, 1))
    may = held(NEXT_MEETING, datetime(2024, 5, 1, 16, 0, tzinfo=UTC), date(2024, 8, 1))
    for told in ((march, may), (may, march)):
        document = family_plan(*told)
        assert document["agreed_at_meeting"] == NEXT_MEETING
        assert document["next_follow_up"]["date"] == "2024-08-01"
        assert [each["meeting"] for each in document["meetings"]] == [MEETING, NEXT_MEETING]


def test_what_is_told_of_a_meeting_that_nobody_called_is_shown() -> None:
    """Its call may have been told in words that this code doesn't know."""
    first, last = family_plan(CHAIRED, called(NEXT_MEETING))["meetings"]
    assert (first["meeting"], last["meeting"], last["date"]) == (NEXT_MEETING, MEETING, None)
    assert (last["held"], last["starts_at"], last["chair"]) == (False, None, [ANNA])


def test_the_ends_of_the_calendar_have_a_day_too() -> None:
    """A date that somebody mistyped stops nobody's plan."""
    first = datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14)))
    last = datetime(9999, 12, 31, 23, 59, tzinfo=timezone(-timedelta(hours=12)))
    meetings = family_plan(called(NEXT_MEETING, last), called(MEETING, first))["meetings"]
    assert [each["date"] for each in meetings] == ["0001-01-01", "9999-12-31"]


def test_progress_of_a_goal_that_the_plan_lacks_is_listed_under_it() -> None:
    """INV-68: nothing that somebody registered is dropped. In the plan's order, the unknown last."""
    day = date(2024, 3, 8)
    document = family_plan(
        *(registered(1, SLEEP, day), registered(2, COOK, day), registered(3, EAT, day)),
        *(goal(COOK, parent=EAT, level=2), goal(EAT)),
        BASELINE.model_copy(update={"goal": SLEEP}),
        SUCCESS.model_copy(update={"goal": SLEEP}),
    )
    assert [(each["goal"], each["known"]) for each in document["progress"]] == [
        (EAT, True),
        (COOK, True),
        (SLEEP, False),
    ]
    assert [each["known"] for each in (*document["baselines"], *document["small_successes"])] == [
        False,
        False,
    ]


def test_what_was_registered_on_one_day_stands_as_it_was_recorded() -> None:
    """By day first, whatever the order of recording."""
    earlier, later = date(2024, 3, 7), date(2024, 3, 8)
    told = (registered(2, EAT, later), registered(1, EAT, later), registered(3, EAT, earlier))
    [progress] = family_plan(*told)["progress"]
    assert [each["value"] for each in progress["registrations"]] == [3, 2, 1]


def test_baselines_and_small_successes_stand_by_day() -> None:
    """INV-55, A45: also where an earlier day is recorded later."""
    earlier = date(2024, 2, 1)
    document = family_plan(
        *(BASELINE, BASELINE.model_copy(update={"measured_on": earlier})),
        *(SUCCESS, SUCCESS.model_copy(update={"noted_on": earlier})),
    )
    assert [each["measured_on"] for each in document["baselines"]] == ["2024-02-01", "2024-03-02"]
    assert [each["noted_on"] for each in document["small_successes"]] == ["2024-02-01", "2024-03-09"]


def test_a_number_that_not_every_reader_can_hold_is_never_shown() -> None:
    """Design, events: integers stay below 2^53. The contracts keep to it; should one not, its family parks."""
    with pytest.raises(TypeError, match="53-bit"):
        family_plan(BASELINE.model_copy(update={"value": 2**53}))
