"""Following up: each child's wellbeing, the goals until now, the day of the next time. INV-46, A46, X-03, INV-26."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from contracts.contacts.events import Role
from contracts.ids import FamilyId, GoalId, Id, MeetingId
from contracts.meetings.events import (
    FamilyEvent,
    FollowUpLate,
    FollowUpOverdue,
    InterimGoalReview,
    MeetingKind,
    Wellbeing,
)
from contracts.shapes import Command
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.meetings.agreements import HoldMeeting
from services.meetings.state import Held, Meeting, State, require_open

MONTHS = 3
"""By when the first follow-up is held, in months from the beginning. X-03."""

# Commands


class NoteFollowUpOverdue(Command):
    """Our own clock: no follow-up was held by the day agreed for it (opfølgning forfalden). A24, INV-26, INV-46."""

    family: FamilyId
    meeting: MeetingId
    due_on: date


class NoteAssessmentEnded(Command):
    """Our own service: an assessment ended beside the help, and with it the time until the first follow-up
    (sideløbende undersøgelse afsluttet). X-03."""

    family: FamilyId
    ended_on: date


# Decide


def reviewed(
    state: State, meeting: Meeting, command: HoldMeeting
) -> tuple[tuple[Wellbeing, ...], tuple[InterimGoalReview, ...]]:
    """What the meeting looked back on. A follow-up looks at every child and at every goal until now. INV-46, A46."""
    follow_up = meeting.kind is MeetingKind.FOLLOW_UP
    _require_once([review.person for review in command.wellbeing], "INV-46")
    _require_once([review.goal for review in command.interim_reviews], "A46")
    _require_wellbeing(state, command, follow_up)
    _require_interim_reviews(_goals_until(state, command.held_at), command, follow_up)
    wellbeing = tuple(
        Wellbeing(person=each.person, concern=each.concern, words=each.words) for each in command.wellbeing
    )
    return wellbeing, command.interim_reviews


def _require_once(looked_at: Sequence[Id], rule: str) -> None:
    if len(set(looked_at)) < len(looked_at):
        raise Refused(
            "reviewed_twice",
            "A meeting says one thing of each child and of each goal.",
            rule,
            "Name each once.",
            danish="Et møde siger én ting om hvert barn og hvert mål.",
            danish_next="Nævn hver enkelt én gang.",
        )


def _goals_until(state: State, at: datetime) -> set[GoalId]:
    """The goals that meetings before a moment set, and that none has looked at since: a follow-up looks at those that
    a network meeting passed over, too. A46."""
    goals: set[GoalId] = set()
    for held in state.held_before(at):
        goals = goals.difference(held.reviewed_goals).union(held.interim_goals)
    return goals


def _require_wellbeing(state: State, command: HoldMeeting, follow_up: bool) -> None:
    children = set(state.known.contacts.of_role(Role.CHILD, Role.YOUNG))
    seen = {review.person for review in command.wellbeing}
    if follow_up and children - seen:
        raise Refused(
            "wellbeing_missing",
            "A follow-up looks at the wellbeing of each child and young person.",
            "INV-46",
            "Say how each of them is.",
            danish="En opfølgning ser på hvert barns og hver ungs trivsel.",
            danish_next="Skriv, hvordan hver af dem har det.",
        )
    if seen - children:
        raise Refused(
            "wellbeing_not_of_child",
            "It is the wellbeing of the family's children that is looked at.",
            "INV-46",
            "Name children and young people of the family.",
            danish="Det er familiens børn og unges trivsel, der ses på.",
            danish_next="Angiv børn og unge i familien.",
        )


def _require_interim_reviews(agreed: set[GoalId], command: HoldMeeting, follow_up: bool) -> None:
    seen = {review.goal for review in command.interim_reviews}
    if follow_up and agreed - seen:
        raise Refused(
            "interim_goals_not_reviewed",
            "A follow-up looks at each goal that was set until now.",
            "A46",
            "Say of each whether it was reached.",
            danish="En opfølgning ser på hvert mål, der blev sat frem til nu.",
            danish_next="Angiv for hvert mål, om det er nået.",
        )
    if seen - agreed:
        raise Refused(
            "goal_not_agreed_before",
            "No meeting before set this goal until now, or it was looked at since.",
            "A46",
            "Name goals that were set until now.",
            danish="Intet tidligere møde har sat dette mål frem til nu, eller der er set på det siden.",
            danish_next="Angiv mål, der blev sat frem til nu.",
        )


def latest_follow_up(state: State, command: HoldMeeting) -> date | None:
    """By when the first follow-up is to be: three months after help began, or after the meeting where none began
    before it. None where another meeting was held before this one, whichever was recorded first. X-03."""
    if state.held_before(command.held_at):
        return None
    met = day_of(command.held_at)
    return months_after(min(state.known.plans.first_start or met, met), MONTHS)


def note_assessment_ended(state: State, command: NoteAssessmentEnded) -> list[FamilyEvent]:
    """Warns where the first follow-up is agreed for a later day, unless a meeting was held since, which knew of it."""
    held = {name: each.held for name, each in state.meetings.items() if each.held}
    if (
        state.suspended
        or not held
        or any(state.meetings[name].kind is MeetingKind.FOLLOW_UP for name in held)
    ):
        return []
    name = max(held, key=lambda each: held[each].at)
    last, ended_on = held[name], command.ended_on
    said = last.latest is not None and last.latest <= ended_on
    if said or not day_of(last.at) < ended_on < last.follow_up_on:
        return []
    return [
        FollowUpLate(family=command.family, meeting=name, follow_up_on=last.follow_up_on, latest=ended_on)
    ]


def months_after(day: date, months: int) -> date:
    """The same day some months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def note_overdue(state: State, command: NoteFollowUpOverdue) -> list[FamilyEvent]:
    """Said once of each agreed day that has passed, in an open case. INV-26."""
    require_open(state)
    if (command.meeting, command.due_on) not in set(open_follow_ups(state)):
        return []
    if day_of(command.at) <= command.due_on:
        return []
    return [FollowUpOverdue(family=command.family, meeting=command.meeting, due_on=command.due_on)]


def open_follow_ups(state: State) -> Iterator[tuple[MeetingId, date]]:
    """Agreed follow-ups that were not held by their day, until that was said. A meeting of another kind is none: it
    need not look at the children. INV-46, A46."""
    called = state.meetings.values()
    follow_ups = [each.held.at for each in called if each.held and each.kind is MeetingKind.FOLLOW_UP]
    for name, meeting in state.meetings.items():
        if meeting.held and not meeting.held.follow_up_overdue and not _followed_up(meeting.held, follow_ups):
            yield name, meeting.held.follow_up_on


def _followed_up(held: Held, follow_ups: Iterable[datetime]) -> bool:
    return any(held.at < at and day_of(at) <= held.follow_up_on for at in follow_ups)
