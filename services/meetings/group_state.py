"""A group course as its own decisions know it: the state of a stream of its own. P38, P39.

Of words it keeps the group's title alone, sealed as it is stored: a family's event copies it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from contracts.ids import FamilyId, GroupId, OfferId, PersonId, ProfessionalId, ProposalId, SessionId
from contracts.meetings.events import ProposalKind, Term
from contracts.shapes import Actor, ActorKind
from eventkeep.evolved import replace
from eventkeep.refused import Refused


@dataclass(frozen=True)
class Participant:
    """Somebody who takes part, or did: as a member of which family, on which days."""

    of_family: FamilyId
    joined_on: date
    left_on: date | None = None

    def there_on(self, day: date) -> bool:
        """Whether he or she took part on a day."""
        return self.joined_on <= day <= (self.left_on or date.max)


@dataclass(frozen=True)
class Session:
    """One session. `attendees` is None until it is recorded who came; `agenda`, until the group agreed on one."""

    starts_at: datetime
    cancelled: bool = False
    held: bool = False
    attendees: frozenset[PersonId] | None = None
    agenda: tuple[ProposalId, ...] | None = None
    offers: frozenset[OfferId] = frozenset()


@dataclass(frozen=True)
class State:
    """The group. `term` is None until it is formed."""

    group: GroupId | None = None
    title: str = ""
    area: str = ""
    facilitators: tuple[ProfessionalId, ...] = ()
    term: Term | None = None
    ended_on: date | None = None
    participants: Mapping[PersonId, Participant] = field(default_factory=dict)
    sessions: Mapping[SessionId, Session] = field(default_factory=dict)
    proposals: Mapping[ProposalId, ProposalKind] = field(default_factory=dict)
    activities: frozenset[tuple[ProposalId, date]] = frozenset()

    @property
    def taking_part(self) -> frozenset[PersonId]:
        """Who takes part now."""
        return frozenset(who for who, each in self.participants.items() if each.left_on is None)

    def is_led_by(self, by: Actor) -> bool:
        """Whether somebody is one of its facilitators."""
        return by.kind is ActorKind.PROFESSIONAL and by.id in self.facilitators

    def has_participant(self, by: Actor) -> bool:
        """Whether somebody takes part in it now."""
        return by.kind is ActorKind.PERSON and by.id in self.taking_part


def changed(state: State, name: SessionId, now: Session) -> State:
    """The state in which this is what stands of a session."""
    return replace(state, sessions={**state.sessions, name: now})


def the_session(state: State, name: SessionId) -> Session:
    """A session that was scheduled and still stands, held or not."""
    session = state.sessions.get(name)
    if session is None:
        raise Refused(
            "group_session_unknown",
            "No such session of the group is scheduled.",
            "P38",
            "Schedule the session first.",
            danish="Der er ikke aftalt et sådant gruppemøde.",
            danish_next="Aftal gruppemødet først.",
        )
    if session.cancelled:
        raise Refused(
            "group_session_cancelled",
            "This session was cancelled.",
            "P38",
            "Schedule a new session.",
            danish="Gruppemødet er aflyst.",
            danish_next="Aftal et nyt gruppemøde.",
        )
    return session


def session_ahead(state: State, name: SessionId) -> Session:
    """A session that has not been held yet."""
    session = the_session(state, name)
    if session.held:
        raise Refused(
            "group_session_held_already",
            "This session has been held.",
            "P38",
            "Name a session that is ahead, or correct who came.",
            danish="Gruppemødet er holdt.",
            danish_next="Angiv et gruppemøde, der ikke er holdt, eller ret, hvem der kom.",
        )
    return session


def require_running(state: State) -> None:
    """A group that has ended plans nothing more. What was is still recorded and corrected."""
    if state.ended_on is not None:
        raise group_ended()


def group_ended() -> Refused:
    """P38: the group course is over."""
    return Refused(
        "group_ended",
        "This group course is over.",
        "P38",
        "Form a new group, or join another.",
        danish="Holdforløbet er slut.",
        danish_next="Start et nyt hold, eller vælg et andet.",
    )


def group_unknown() -> Refused:
    """P39: nobody formed such a group."""
    return Refused(
        "group_unknown",
        "There is no such group course for you.",
        "P39",
        "Ask whoever leads the group.",
        danish="Der er ikke et sådant holdforløb til dig.",
        danish_next="Spørg dem, der leder holdet.",
    )
