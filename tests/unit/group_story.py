"""An invented group course for tests: formed by Sofie, who leads it; Anna and Bo take part; Clara is of another family."""

from datetime import UTC, date, datetime

from contracts.ids import FamilyId, GroupId, OfferId, ProposalId, SessionId
from contracts.meetings.events import (
    Facilitator,
    GroupActivityHeld,
    GroupAgendaAgreed,
    GroupAttendanceRecorded,
    GroupEnded,
    GroupEvent,
    GroupFormed,
    GroupJoined,
    GroupOfferPresented,
    GroupProposalMade,
    GroupSessionHeld,
    GroupSessionScheduled,
    ParticipantJoined,
    ProposalKind,
    Term,
    Weekday,
)
from eventkeep.handle import Decider
from eventkeep.testing import Given, given
from services.meetings import group
from services.meetings.group_agenda import AgreeGroupAgenda, HoldGroupActivity, ProposeToGroup
from services.meetings.group_forming import ChangeGroup, EndGroup, FormGroup, Leading
from services.meetings.group_participants import LetParticipantGo, TakeInParticipant
from services.meetings.group_sessions import (
    CancelGroupSession,
    CorrectGroupAttendance,
    HoldGroupSession,
    PresentOfferToGroup,
    ScheduleGroupSession,
)
from services.meetings.known_groups import KnownGroup
from services.meetings.participation import (
    EndParticipation,
    FollowGroup,
    JoinGroup,
    LeaveGroup,
    ReviewParticipation,
)
from tests.unit.family import (
    ANNA,
    AT,
    BO,
    BY_ANNA,
    BY_SERVICE,
    BY_TEAM,
    CLARA,
    FAMILY,
    SOFIE,
    numbered,
    person,
)

GROUPS = Decider(group.State, group.decide, group.evolve)
GROUP, OTHER_FAMILY = numbered(GroupId, 1), numbered(FamilyId, 2)
SESSION, NEXT = numbered(SessionId, 1), numbered(SessionId, 2)
TOPIC, OTHER_TOPIC, NEWSPAPER = (numbered(ProposalId, n) for n in (1, 2, 3))
OFFER = numbered(OfferId, 1)
TERM = Term(
    weekdays=(Weekday.TUESDAY, Weekday.THURSDAY), starts_on=date(2024, 2, 1), ends_on=date(2024, 5, 31)
)
MET_AT = datetime(2024, 2, 27, 9, 0, tzinfo=UTC)
AHEAD = datetime(2024, 3, 5, 9, 0, tzinfo=UTC)
JOINED_ON = date(2024, 2, 1)
BY_BO = person(BO)

LED_BY = (Facilitator(professional=SOFIE, called="Sofie"),)
LEADING = (Leading(professional=SOFIE, called="Sofie"),)
FORMED = GroupFormed(group=GROUP, title="A way ahead", area="north", facilitators=LED_BY, term=TERM)
ANNA_IN = ParticipantJoined(group=GROUP, person=ANNA, of_family=FAMILY, called="Anna", joined_on=JOINED_ON)
BO_IN = ANNA_IN.model_copy(update={"person": BO, "called": "Bo"})
CLARA_IN = ANNA_IN.model_copy(update={"person": CLARA, "called": "C.", "of_family": OTHER_FAMILY})
PLACE = "The house by the harbour"
SCHEDULED = GroupSessionScheduled(group=GROUP, session=SESSION, starts_at=MET_AT, place=PLACE)
NEXT_SCHEDULED = GroupSessionScheduled(group=GROUP, session=NEXT, starts_at=AHEAD, place=PLACE)
HELD = (
    GroupSessionHeld(group=GROUP, session=SESSION, held_at=MET_AT),
    GroupAttendanceRecorded(group=GROUP, session=SESSION, persons=(ANNA, CLARA)),
)
PROPOSED = GroupProposalMade(
    group=GROUP, proposal=TOPIC, kind=ProposalKind.AGENDA, person=ANNA, words="How we answer letters."
)
OTHER_PROPOSED = PROPOSED.model_copy(
    update={"proposal": OTHER_TOPIC, "person": BO, "words": "What a day looks like."}
)
PAPER_PROPOSED = PROPOSED.model_copy(
    update={"proposal": NEWSPAPER, "kind": ProposalKind.ACTIVITY, "words": "We write to the newspaper."}
)
AGREED = GroupAgendaAgreed(group=GROUP, session=NEXT, items=(TOPIC,), agreed_by=(ANNA,))
WROTE = GroupActivityHeld(group=GROUP, activity=NEWSPAPER, held_on=date(2024, 2, 29))
PRESENTED = GroupOfferPresented(group=GROUP, session=SESSION, offer=OFFER, title="Sailing on Mondays")
ENDED = GroupEnded(group=GROUP, reason="term over", ended_on=date(2024, 3, 1))
BEGINNING: tuple[GroupEvent, ...] = (FORMED, ANNA_IN, BO_IN, CLARA_IN, SCHEDULED, NEXT_SCHEDULED, PROPOSED)

JOINED = GroupJoined(
    family=FAMILY,
    group=GROUP,
    person=ANNA,
    called="Anna",
    title="A way ahead",
    area="north",
    term=TERM,
    joined_on=date(2024, 3, 1),
)
KNOWN_GROUP = KnownGroup("A way ahead", "north", TERM)

FORM = FormGroup(
    by=BY_TEAM, at=AT, group=GROUP, title="A way ahead", area="north", facilitators=LEADING, term=TERM
)
CHANGE = ChangeGroup(
    by=BY_TEAM,
    at=AT,
    group=GROUP,
    facilitators=LEADING,
    term=TERM.model_copy(update={"ends_on": date(2024, 6, 30)}),
)
END = EndGroup(by=BY_TEAM, at=AT, group=GROUP, reason="term over")
TAKE_IN = TakeInParticipant(
    by=BY_SERVICE, at=AT, group=GROUP, person=ANNA, of_family=FAMILY, called="Anna", joined_on=JOINED_ON
)
LET_GO = LetParticipantGo(
    by=BY_SERVICE,
    at=AT,
    group=GROUP,
    person=ANNA,
    of_family=FAMILY,
    reason="found work",
    left_on=date(2024, 3, 1),
)
SCHEDULE = ScheduleGroupSession(
    by=BY_TEAM, at=AT, group=GROUP, session=SESSION, starts_at=MET_AT, place=PLACE
)
CANCEL = CancelGroupSession(by=BY_TEAM, at=AT, group=GROUP, session=NEXT, reason="holiday")
HOLD = HoldGroupSession(by=BY_TEAM, at=AT, group=GROUP, session=SESSION, persons=(ANNA, CLARA))
CORRECT = CorrectGroupAttendance(
    by=BY_TEAM, at=AT, group=GROUP, session=SESSION, persons=(ANNA,), reason="wrong list"
)
PRESENT = PresentOfferToGroup(
    by=BY_TEAM, at=AT, group=GROUP, session=SESSION, offer=OFFER, title="Sailing on Mondays"
)
PROPOSE = ProposeToGroup(
    by=BY_ANNA,
    at=AT,
    group=GROUP,
    proposal=TOPIC,
    kind=ProposalKind.AGENDA,
    person=ANNA,
    words="How we answer letters.",
)
AGREE = AgreeGroupAgenda(by=BY_ANNA, at=AT, group=GROUP, session=NEXT, items=(TOPIC,))
WRITE = HoldGroupActivity(by=BY_ANNA, at=AT, group=GROUP, activity=NEWSPAPER, held_on=date(2024, 2, 29))
EVERY_COMMAND: tuple[group.GroupCommand, ...] = (
    FORM,
    CHANGE,
    END,
    TAKE_IN,
    LET_GO,
    SCHEDULE,
    CANCEL,
    HOLD,
    CORRECT,
    PRESENT,
    PROPOSE,
    AGREE,
    WRITE,
)

JOIN = JoinGroup(by=BY_ANNA, at=AT, family=FAMILY, group=GROUP, person=ANNA, called="Anna")
LEAVE = LeaveGroup(by=BY_ANNA, at=AT, family=FAMILY, group=GROUP, person=ANNA, reason="found work")
END_PART = EndParticipation(by=BY_SERVICE, at=AT, family=FAMILY, group=GROUP)
REVIEW = ReviewParticipation(by=BY_SERVICE, at=AT, family=FAMILY)
LONGER = TERM.model_copy(update={"ends_on": date(2024, 6, 30)})
FOLLOW = FollowGroup(by=BY_SERVICE, at=AT, family=FAMILY, group=GROUP, term=LONGER)
OF_FAMILY = (JOIN, LEAVE, END_PART, FOLLOW, REVIEW)
"""The commands on the family's own stream."""


def the_group(*events: GroupEvent) -> Given:
    """A group with three participants, a session behind it and one ahead, a proposal, and what happened since."""
    return given(GROUPS, *BEGINNING, *events)
