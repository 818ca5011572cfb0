"""How the network met, and the group courses that members take part in. Told by meetings."""

from datetime import date as day
from typing import Annotated

from pydantic import AwareDatetime

from contracts.codes import AreaCode, ReasonCode
from contracts.ids import (
    AgendaItemId,
    GoalId,
    GroupId,
    Id,
    InvitationId,
    MeetingId,
    PersonId,
    ProfessionalId,
    SupporterId,
)
from contracts.meaning import Special
from contracts.meetings.followed import MinutesVersion
from contracts.meetings.groups import Weekday
from contracts.meetings.invitations import InvitationAnswer, InviteeKind
from contracts.meetings.meeting import AttendeeKind, MeetingKind, Place, Revision
from contracts.shapes import Opened, Part, PartyKind


class PreMeetingShown(Part):
    """A pre-meeting that was held with the family (formøde). A20, P05, INV-12."""

    meeting: MeetingId
    held_by: ProfessionalId
    instead_of_social_worker: Opened | None
    """Why it wasn't the family's social worker."""
    persons: tuple[PersonId, ...]
    place: Place
    date: day


class BeforeTheTeamShown(Part):
    """What came before the team. INV-11, INV-12."""

    waived: bool
    """There is no pre-meeting."""
    waived_because: Opened | None
    held: tuple[PreMeetingShown, ...]


class AttendeeShown(Part):
    """Somebody who came."""

    kind: AttendeeKind
    id: Id
    adult: bool
    """An adult member of the family. INV-20, INV-22."""


class InvitationShown(Part):
    """An invitation in the family's name (indkaldelse). A18, INV-32, INV-33, INV-67."""

    invitation: InvitationId
    kind: InviteeKind
    id: Id
    consented_by: tuple[PersonId, ...]
    """Members of the family who wanted it."""
    reason: Opened | None
    """Why a professional who has no part in the family is invited all the same. INV-67."""
    answer: InvitationAnswer | None
    """Null while nobody has answered."""
    withdrawn: bool
    """The family took it back."""
    withdrawn_because: ReasonCode | None
    withdrawn_for: tuple[PersonId, ...]
    """Members of the family who wanted it back."""


class AgendaItemShown(Part):
    """Something that somebody wants to talk about (dagsordenspunkt). A19."""

    item: AgendaItemId
    agreed: bool
    """The family wants it on the agenda, in this place."""
    party_kind: PartyKind | None
    party: Id | None
    words: Opened | None


class WellbeingShown(Part):
    """A child's wellbeing was looked at, not what was said (trivsel). INV-46."""

    person: PersonId
    concern: Annotated[bool, Special.HEALTH]
    """Somebody is concerned for the child."""


class InterimReviewShown(Part):
    """A goal until this meeting. A46."""

    goal: GoalId
    reached: bool
    """The goal was reached by this meeting."""


class MinutesShown(Part):
    """The minutes, in their latest version (referat). A21, X-08."""

    version: MinutesVersion
    words: Opened
    corrected_because: ReasonCode | None


class MeetingShown(Part):
    """A network meeting, held or called (netværksmøde). A21, INV-34."""

    meeting: MeetingId
    kind: MeetingKind | None
    held: bool
    """It was held."""
    cancelled: bool
    """It will not take place."""
    date: day | None
    """When it was held, or else is called for."""
    starts_at: AwareDatetime | None
    """When it is called for."""
    place: Place | None
    revision: Revision | None
    """The revision of the plan that is on the table."""
    facilitator: Id | None
    chair: tuple[PersonId, ...]
    """Who of the family sat at the head of the table (for bordenden). R06, INV-20."""
    attendance: tuple[AttendeeShown, ...]
    presented: tuple[PersonId, ...]
    """Members who presented their own part of the plan. A03, P18."""
    invitations: tuple[InvitationShown, ...]
    agenda: tuple[AgendaItemShown, ...]
    """In the family's order; what it hasn't agreed to comes last."""
    wellbeing: tuple[WellbeingShown, ...]
    interim_reviews: tuple[InterimReviewShown, ...]
    gp_invited: bool | None
    """The family's GP had been invited; null before it is held. INV-35."""
    gp_not_invited_because: Opened | None
    """Why the GP wasn't invited, where it was said."""
    follow_up_overdue: bool
    """No follow-up was held by the day that this meeting agreed. INV-26."""
    minutes: MinutesShown | None


class OtherMeetingShown(Part):
    """A visitation or joint meeting: no plan was on the table. R24, R45."""

    meeting: MeetingId
    kind: MeetingKind
    date: day
    professionals: tuple[ProfessionalId, ...]
    persons: tuple[PersonId, ...]
    supporters: tuple[SupporterId, ...]


class GroupCourseShown(Part):
    """A member takes part in a group course, beside what is given to the family alone (gruppeforløb). P38, P40, T15."""

    group: GroupId
    person: PersonId
    title: Opened
    area: AreaCode
    weekdays: tuple[Weekday, ...]
    starts_on: day
    ends_on: day
    joined_on: day
    left_on: day | None
    """Null while it goes on."""
    reason: ReasonCode | None
    """Why it ended."""


class MeetingsShown(Part):
    """How the network met."""

    pre_meeting: BeforeTheTeamShown
    meetings: tuple[MeetingShown, ...]
    """By when they were held, or else are called for."""
    other_meetings: tuple[OtherMeetingShown, ...]
    group_courses: tuple[GroupCourseShown, ...]
    """Those that go on, then those that ended."""
