"""The family's meetings as meetings knows them: the state that every decision about them is made on.

It holds no words that anybody said: those are sealed in the store.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from contracts.ids import (
    AgendaItemId,
    AgreementId,
    GoalId,
    GroupId,
    Id,
    InvitationId,
    MeetingId,
    PersonId,
    PlanId,
)
from contracts.meetings.events import (
    AgreementEnding,
    Attendee,
    InvitationAnswer,
    InviteeKind,
    MeetingKind,
    Place,
    Term,
)
from contracts.shapes import PartyKind
from eventkeep.clock import day_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.meetings.reference import Known
from services.refusals import family_closed


@dataclass(frozen=True)
class Held:
    """When a network meeting was held, which goals it looked at, and what it agreed that is followed up."""

    at: datetime
    follow_up_on: date
    interim_goals: tuple[GoalId, ...]
    further_assessment_needed: bool
    reviewed_goals: tuple[GoalId, ...] = ()
    assessment_withdrawn: bool = False
    follow_up_overdue: bool = False
    latest: date | None = None
    """By when the first follow-up is to be, where that was warned of. X-03."""


@dataclass(frozen=True)
class Meeting:
    """One network meeting. `None` says that nothing is recorded yet."""

    plan: PlanId
    revision: int
    kind: MeetingKind
    starts_at: datetime
    place: Place
    cancelled: bool = False
    facilitator: Id | None = None
    proposed: frozenset[AgendaItemId] = frozenset()
    agenda: tuple[AgendaItemId, ...] | None = None
    attendees: frozenset[Attendee] | None = None
    chair: frozenset[PersonId] | None = None
    presented: frozenset[PersonId] = frozenset()
    held: Held | None = None
    ratings: Mapping[PersonId, int] = field(default_factory=dict)

    @property
    def time(self) -> datetime:
        """When it was held, or else is called for."""
        return self.held.at if self.held else self.starts_at


@dataclass(frozen=True)
class Invitation:
    """Who is invited to which meeting, and what the latest answer is."""

    meeting: MeetingId
    kind: InviteeKind
    invitee: Id
    answer: InvitationAnswer | None = None
    withdrawn: bool = False

    def stands_for(self, meeting: MeetingId, kind: InviteeKind, invitee: Id) -> bool:
        """Whether it invites this one to this meeting, and was not taken back."""
        return not self.withdrawn and (self.meeting, self.kind, self.invitee) == (meeting, kind, invitee)


@dataclass(frozen=True)
class Agreement:
    """An agreed action: whose it is, by when, and what became of it."""

    owner_kind: PartyKind
    owner: Id
    due_on: date
    ending: AgreementEnding | None = None
    overdue: bool = False


@dataclass(frozen=True)
class State:
    """The family's meetings. `beside` are those held without a plan on the table, with the day of each."""

    meetings: Mapping[MeetingId, Meeting] = field(default_factory=dict)
    beside: Mapping[MeetingId, date] = field(default_factory=dict)
    pre_meetings: frozenset[MeetingId] = frozenset()
    pre_meeting_waived: bool = False
    invitations: Mapping[InvitationId, Invitation] = field(default_factory=dict)
    agreements: Mapping[AgreementId, Agreement] = field(default_factory=dict)
    minutes: Mapping[MeetingId, int] = field(default_factory=dict)
    """The latest version of each meeting's minutes."""
    suspended: bool = False
    """The case is closed: nothing that was agreed is waited for."""
    groups: tuple[tuple[GroupId, PersonId], ...] = ()
    """Who takes part in which group course. P40."""
    group_terms: Mapping[GroupId, Term] = field(default_factory=dict)
    known: Known = field(default_factory=Known)

    def held_before(self, at: datetime) -> list[Held]:
        """The network meetings that were held before a moment, in the order of holding."""
        earlier = [each.held for each in self.meetings.values() if each.held and each.held.at < at]
        return sorted(earlier, key=lambda held: held.at)


def changed(state: State, name: MeetingId, now: Meeting) -> State:
    """The state in which this is what stands of a meeting."""
    return replace(state, meetings={**state.meetings, name: now})


def require_new(state: State, meeting: MeetingId) -> None:
    """A meeting's id is used once, whatever kind of meeting it names."""
    if meeting in state.beside:
        raise Refused(
            "meeting_recorded_already",
            "This meeting has been recorded already.",
            "A20",
            "Choose a new id for a new meeting.",
            danish="Dette møde er allerede noteret.",
            danish_next="Vælg et nyt id til et nyt møde.",
        )
    if meeting in state.meetings:
        raise Refused(
            "meeting_scheduled_already",
            "This meeting has been called already.",
            "A21",
            "Choose a new id for a new meeting.",
            danish="Dette møde er allerede indkaldt.",
            danish_next="Vælg et nyt id til et nyt møde.",
        )


def the_meeting(state: State, name: MeetingId) -> Meeting:
    """A network meeting that was called and still stands, held or not."""
    meeting = state.meetings.get(name)
    if name in state.beside:
        raise Refused(
            "meeting_without_call",
            "This was no network meeting: nobody was called to it, and it has no minutes.",
            "A21",
            "Name a network meeting.",
            danish="Det var ikke et netværksmøde: ingen blev indkaldt, og der er intet referat.",
            danish_next="Angiv et netværksmøde.",
        )
    if meeting is None:
        raise Refused(
            "meeting_unknown",
            "No such meeting has been called.",
            "A21",
            "Schedule the meeting first.",
            danish="Der er ikke indkaldt til et sådant møde.",
            danish_next="Indkald til mødet først.",
        )
    if meeting.cancelled:
        raise Refused(
            "meeting_cancelled",
            "This meeting was cancelled.",
            "A21",
            "Call a new meeting.",
            danish="Mødet er aflyst.",
            danish_next="Indkald til et nyt møde.",
        )
    return meeting


def meeting_ahead(state: State, name: MeetingId) -> Meeting:
    """A network meeting that has not been held yet."""
    meeting = the_meeting(state, name)
    if meeting.held:
        raise Refused(
            "meeting_held_already",
            "This meeting has been held and its agreements made.",
            "A21",
            "Call a new meeting.",
            danish="Mødet er holdt, og aftalerne er indgået.",
            danish_next="Indkald til et nyt møde.",
        )
    return meeting


def held_meeting(state: State, name: MeetingId) -> Meeting:
    """A network meeting that has been held."""
    meeting = the_meeting(state, name)
    if meeting.held is None:
        raise _not_held()
    return meeting


def held_on(state: State, name: MeetingId) -> date:
    """The day on which a meeting of any kind was held."""
    if name in state.beside:
        return state.beside[name]
    held = the_meeting(state, name).held
    if held is None:
        raise _not_held()
    return day_of(held.at)


def require_open(state: State) -> None:
    """Nothing is overdue in a closed case. Refused rather than passed over: it is asked again once the case is open."""
    if state.suspended or state.known.contacts.closed:
        raise family_closed()


def _not_held() -> Refused:
    return Refused(
        "meeting_not_held",
        "This meeting has not been held yet.",
        "A21",
        "Record first that it was held.",
        danish="Mødet er ikke holdt endnu.",
        danish_next="Notér først, at det er holdt.",
    )
