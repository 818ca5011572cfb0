"""What the family plan shows of the meetings: how they were called, what was agreed, and what became of it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from contracts.meetings.events import (
    AgendaAgreed,
    AgreementEnded,
    AgreementEnding,
    AgreementOverdue,
    ExperienceRated,
    FacilitatorAssigned,
    FollowUpLate,
    FollowUpOverdue,
    FurtherAssessmentWithdrawn,
    InterimGoalReview,
    InvitationWithdrawn,
    NetworkMeetingCancelled,
    NetworkMeetingRescheduled,
    PartPresented,
    Place,
    PreMeetingWaived,
    Wellbeing,
)
from contracts.shapes import Event
from tests.unit.family import ANNA, BO, FAMILY, MEETING, ULLA, numbered
from tests.views.met import (
    ACCEPTED,
    FIVE_O_CLOCK,
    INVITED,
    MINUTES,
    NEXT_MEETING,
    PRE_HELD,
    PROMISED,
    PROPOSED,
    called,
    held,
)
from tests.views.planned import COOK
from tests.views.shown import family_plan

HELD = held(MEETING, FIVE_O_CLOCK, date(2024, 7, 1))
LATE = FollowUpLate(family=FAMILY, meeting=MEETING, follow_up_on=date(2024, 7, 1), latest=date(2024, 6, 1))
OVERDUE = FollowUpOverdue(family=FAMILY, meeting=MEETING, due_on=date(2024, 7, 1))


def the_meeting(*events: Event) -> dict[str, Any]:
    """The only meeting, as it is shown after these events."""
    [meeting] = family_plan(*events)["meetings"]
    shown: dict[str, Any] = meeting
    return shown


def test_a_meeting_that_moved_is_shown_where_and_when_it_is_now() -> None:
    """A21, INV-34: what the place is, elsewhere than at home, is not told."""
    moved = NetworkMeetingRescheduled(
        family=FAMILY,
        meeting=MEETING,
        starts_at=datetime(2024, 3, 8, 16, 0, tzinfo=UTC),
        place=Place.OTHER,
        place_reason="At the refuge.",
    )
    shown = the_meeting(called(), moved)
    assert (shown["starts_at"], shown["date"]) == ("2024-03-08T16:00:00+00:00", "2024-03-08")
    assert (shown["place"], shown["revision"]) == ("other", 6)
    assert "refuge" not in str(shown)


def test_a_cancelled_meeting_is_shown_as_such() -> None:
    """A21."""
    cancelled = NetworkMeetingCancelled(family=FAMILY, meeting=MEETING, reason="illness")
    assert the_meeting(called(), cancelled)["cancelled"] is True


def test_who_leads_and_who_presented_is_shown() -> None:
    """P18, P50."""
    led = FacilitatorAssigned(family=FAMILY, meeting=MEETING, facilitator=ULLA)
    told = [PartPresented(family=FAMILY, meeting=MEETING, person=who) for who in (BO, ANNA, BO)]
    shown = the_meeting(called(), led, *told)
    assert (shown["facilitator"], shown["presented"]) == (ULLA, [BO, ANNA])


def test_invitations_are_shown_with_their_answers() -> None:
    """A18, INV-32, INV-33: the latest stands; one that was taken back is seen to be, for whom and why."""
    [invited] = the_meeting(called(), INVITED)["invitations"]
    assert (invited["id"], invited["consented_by"], invited["answer"]) == (ULLA, [ANNA], None)
    declined = ACCEPTED.model_copy(update={"answer": "declined"})
    back = InvitationWithdrawn(
        family=FAMILY,
        meeting=MEETING,
        invitation=INVITED.invitation,
        reason="other day",
        consented_by=(BO,),
    )
    [invited] = the_meeting(called(), INVITED, ACCEPTED, declined, back)["invitations"]
    assert (invited["answer"], invited["withdrawn"]) == ("declined", True)
    assert (invited["withdrawn_because"], invited["withdrawn_for"]) == ("other day", [BO])


def test_the_agenda_is_in_the_familys_order() -> None:
    """A19: what it has not agreed to comes last; what nobody here heard proposed is not dropped."""
    first, second, unheard = (numbered(type(PROPOSED.item), n) for n in (1, 2, 3))
    agreed = AgendaAgreed(family=FAMILY, meeting=MEETING, items=(unheard, second), agreed_by=(ANNA,))
    told = (PROPOSED, PROPOSED.model_copy(update={"item": second, "words": "School."}), agreed)
    agenda = the_meeting(called(), *told)["agenda"]
    assert [(each["item"], each["agreed"], each["words"]) for each in agenda] == [
        (unheard, True, None),
        (second, True, "School."),
        (first, False, "Football."),
    ]


def test_that_wellbeing_was_looked_at_is_shown_and_not_what_was_said() -> None:
    """INV-46, A46."""
    followed_up = HELD.model_copy(
        update={
            "wellbeing": (Wellbeing(person=BO, concern=True, words="He sleeps badly."),),
            "interim_reviews": (InterimGoalReview(goal=COOK, reached=False),),
        }
    )
    shown = the_meeting(called(), followed_up)
    assert shown["wellbeing"] == [{"person": BO, "concern": True}]
    assert shown["interim_reviews"] == [{"goal": COOK, "reached": False}]
    assert "sleeps" not in str(shown)


def test_whether_the_gp_was_invited_is_shown_once_the_meeting_was_held() -> None:
    """INV-35."""
    assert the_meeting(called())["gp_invited"] is None
    why = HELD.model_copy(update={"gp_not_invited_because": "Anna doesn't want it."})
    shown = the_meeting(called(), why)
    assert (shown["gp_invited"], shown["gp_not_invited_because"]) == (False, "Anna doesn't want it.")
    with_gp = HELD.model_copy(update={"gp_invited": True})
    assert the_meeting(called(), with_gp)["gp_invited"] is True


def test_the_latest_minutes_are_shown() -> None:
    """A21, X-08."""
    corrected = MINUTES.model_copy(
        update={"version": 2, "words": "At Anna's.", "corrected_because": "wrong place"}
    )
    assert the_meeting(called(), HELD, MINUTES, corrected)["minutes"] == {
        "version": 2,
        "words": "At Anna's.",
        "corrected_because": "wrong place",
    }


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ((), (False, None, False)),
        ((LATE,), (True, "2024-06-01", False)),
        ((LATE, OVERDUE), (True, "2024-06-01", True)),
    ],
)
def test_the_next_follow_up_is_seen_to_be_late_or_overdue(
    told: tuple[Event, ...], shown: tuple[object, ...]
) -> None:
    """X-03, A24, INV-26: until the next meeting agrees on another; which was missed stays to be seen."""
    follow_up = family_plan(called(), HELD, *told)["next_follow_up"]
    assert (follow_up["late"], follow_up["latest"], follow_up["overdue"]) == shown
    later = held(NEXT_MEETING, datetime(2024, 6, 1, 12, 0, tzinfo=UTC), date(2024, 9, 1))
    after = family_plan(called(), HELD, *told, called(NEXT_MEETING), later)
    follow_up = after["next_follow_up"]
    assert (follow_up["date"], follow_up["late"], follow_up["overdue"]) == ("2024-09-01", False, False)
    assert [each["follow_up_overdue"] for each in after["meetings"]] == [OVERDUE in told, False]


def test_what_was_to_be_assessed_may_be_taken_back() -> None:
    """P19, INV-25."""
    back = FurtherAssessmentWithdrawn(family=FAMILY, meeting=MEETING, reason="Done already.")
    assert family_plan(called(), HELD)["further_assessment"]["withdrawn"] is False
    assert family_plan(called(), HELD, back)["further_assessment"]["withdrawn"] is True


def test_one_sees_what_happens_on_deviation_and_how_progression_is_registered() -> None:
    """A25, A26, INV-29, INV-30: as the latest held meeting agreed; one that is only called changes nothing."""
    nothing = family_plan(called(NEXT_MEETING, FIVE_O_CLOCK))
    assert (nothing["deviation_procedure"], nothing["progress_scheme"]) == (None, None)
    agreed = HELD.agreements
    scheme = agreed.progress_scheme.model_copy(update={"what": "Mornings.", "every": "daily"})
    anew = agreed.model_copy(update={"deviation_procedure": "Call Ulla.", "progress_scheme": scheme})
    later = held(NEXT_MEETING, FIVE_O_CLOCK + timedelta(days=30), date(2024, 9, 1))
    before, after = family_plan(HELD), family_plan(HELD, later.model_copy(update={"agreements": anew}))
    assert before["deviation_procedure"] == "Call Sofie the same day."
    assert before["progress_scheme"]["what"] == "How the evenings go."
    assert after["deviation_procedure"] == "Call Ulla."
    assert after["progress_scheme"] == {
        "what": "Mornings.",
        "every": "daily",
        "persons": [ANNA],
        "professionals": [ULLA],
    }


def test_open_actions_are_shown_with_owner_and_day() -> None:
    """A24: by their day; what is overdue is seen to be."""
    other = PROMISED.model_copy(
        update={"agreement": numbered(type(PROMISED.agreement), 2), "due_on": date(2024, 3, 4)}
    )
    overdue = AgreementOverdue(family=FAMILY, agreement=other.agreement, due_on=other.due_on)
    actions = family_plan(PROMISED, other, overdue)["agreed_actions"]
    assert [(each["agreement"], each["owner"], each["due_on"], each["overdue"]) for each in actions] == [
        (other.agreement, ULLA, "2024-03-04", True),
        (PROMISED.agreement, ULLA, "2024-03-08", False),
    ]


def test_what_was_kept_or_broken_is_shown_after_what_is_open() -> None:
    """A24: with the reason, where it was broken."""
    first, second = (
        PROMISED.model_copy(
            update={"agreement": numbered(type(PROMISED.agreement), n), "due_on": date(2024, 3, n)}
        )
        for n in (2, 3)
    )
    kept = AgreementEnded(family=FAMILY, agreement=second.agreement, ending=AgreementEnding.KEPT)
    broken = AgreementEnded(
        family=FAMILY, agreement=first.agreement, ending=AgreementEnding.BROKEN, reason="no time"
    )
    actions = family_plan(second, first, PROMISED, kept, broken)["agreed_actions"]
    assert [(each["agreement"], each["ending"], each["reason"]) for each in actions] == [
        (PROMISED.agreement, None, None),
        (first.agreement, "broken", "no time"),
        (second.agreement, "kept", None),
    ]


def test_pre_meetings_are_shown_or_why_there_was_none() -> None:
    """INV-11, INV-12."""
    waived = PreMeetingWaived(family=FAMILY, reason="Known for years.")
    instead = PRE_HELD.model_copy(update={"instead_of_social_worker": "She was ill."})
    shown = family_plan(waived, instead)["pre_meeting"]
    assert (shown["waived"], shown["waived_because"]) == (True, "Known for years.")
    assert [each["instead_of_social_worker"] for each in shown["held"]] == ["She was ill."]


def test_how_a_member_found_the_meeting_is_not_for_everybody() -> None:
    """C48."""
    rated = ExperienceRated(family=FAMILY, meeting=MEETING, person=BO, rating=2)
    assert family_plan(called(), HELD, rated) == family_plan(called(), HELD)
