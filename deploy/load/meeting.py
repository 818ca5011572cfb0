"""A generated family's network meetings, the approval, and what is promised at them."""

from datetime import date, datetime, time, timedelta
from typing import Any

from deploy.load.life import Life, at
from deploy.load.words import DEVIATION, PROMISES
from eventkeep.clock import HERE

FOLLOW_UP = "follow-up"


def met(life: Life, kind: str) -> str:
    """A network meeting is called, held with its six agreements, and recorded the day after. Its name."""
    writer, meeting = life.team[0].key, life.new("meeting")
    day = life.day + timedelta(days=life.chance.randint(7, 16))
    life.does(
        writer,
        "meetings.ScheduleMeeting",
        "A meeting is called.",
        meeting=f"@{meeting}",
        kind=kind,
        starts_at=_moment(day, 15),
        plan="@plan",
        revision=life.revision,
    )
    life.day = day + timedelta(days=1)
    adults = at(*(each.key for each in life.adults))
    _attended(life, meeting)
    life.does(
        writer, "meetings.RecordFamilyChair", "Who sat at the head.", meeting=f"@{meeting}", persons=adults
    )
    _held(life, meeting, kind, day)
    life.meetings += 1
    if life.likely(0.4):
        _promised(life, meeting)
    return meeting


def _moment(day: date, hour: int) -> str:
    return datetime.combine(day, time(hour), HERE).isoformat()


def _attended(life: Life, meeting: str) -> None:
    """All adults and the whole team came, and some of the young."""
    persons = [*life.adults, *(each for each in life.young if life.likely(0.3))]
    attendees = [{"kind": "person", "id": f"@{each.key}"} for each in persons]
    attendees += [{"kind": "professional", "id": f"@{each.key}"} for each in life.team]
    life.does(
        life.team[0].key,
        "meetings.RecordAttendance",
        "Who came.",
        meeting=f"@{meeting}",
        attendees=attendees,
    )


def _held(life: Life, meeting: str, kind: str, day: date) -> None:
    before, writer = life.interim, life.team[0].key
    life.interim = life.chance.sample(life.goals, min(len(life.goals), 3))
    looked_back: dict[str, Any] = {}
    if kind == FOLLOW_UP:
        reviews = [{"goal": f"@{each.key}", "reached": each not in life.goals} for each in before]
        wellbeing = [{"person": f"@{each.key}", "concern": life.likely(0.2)} for each in life.young]
        looked_back = {"wellbeing": wellbeing, "interim_reviews": reviews}
    life.does(
        writer,
        "meetings.HoldMeeting",
        "The meeting is held.",
        meeting=f"@{meeting}",
        held_at=_moment(day, 16),
        further_assessment_needed=False,
        follow_up_on=day + timedelta(days=life.chance.randint(70, 89)),
        follow_up_persons=at(*(each.key for each in life.adults)),
        follow_up_professionals=at(*(each.key for each in life.team)),
        interim_goals=at(*(each.key for each in life.interim)),
        deviation_procedure=DEVIATION,
        progress_persons=at(life.adults[0].key),
        progress_professionals=at(life.one_of(life.team).key),
        progress_what="How the week went",
        progress_every=life.one_of(("weekly", "weekly", "monthly")),
        **looked_back,
    )


def _promised(life: Life, meeting: str) -> None:
    """Somebody will do something; for most it is kept. The rest is overdue one day."""
    agreement, owner = life.new("agreement"), life.one_of(life.adults).key
    life.does(
        life.team[0].key,
        "meetings.MakeAgreement",
        "Something is promised.",
        meeting=f"@{meeting}",
        agreement=f"@{agreement}",
        words=life.one_of(PROMISES),
        owner_kind="person",
        owner=f"@{owner}",
        due_on=life.day + timedelta(days=14),
    )
    if life.likely(0.7):
        life.passes(2, 10)
        life.does(owner, "meetings.EndAgreement", "It is kept.", agreement=f"@{agreement}", ending="kept")


def approved(life: Life, meeting: str) -> None:
    """The family and the whole team approve what was on the table; some as a preliminary plan."""
    answers = [{"professional": f"@{each.key}", "answer": "approved"} for each in life.team]
    life.does(
        life.team[0].key,
        "plans.ApprovePlan",
        "The plan is approved.",
        meeting=f"@{meeting}",
        stage=life.one_of(("final", "final", "preliminary")),
        answers=answers,
        approved_by=at(*(each.key for each in life.adults)),
    )
