"""What meetings and progress told of the invented family."""

from datetime import UTC, date, datetime

from contracts.ids import (
    AgendaItemId,
    AgreementId,
    BaselineId,
    GoalId,
    InvitationId,
    MeetingId,
    RegistrationId,
    SuccessId,
)
from contracts.meetings.events import (
    AgendaItemProposed,
    AgreementMade,
    Agreements,
    AttendanceCorrected,
    AttendanceRecorded,
    Attendee,
    AttendeeKind,
    FamilyChairRecorded,
    InvitationAnswer,
    InvitationAnswered,
    InvitationIssued,
    InviteeKind,
    MeetingKind,
    MinutesPublished,
    NetworkMeetingHeld,
    NetworkMeetingScheduled,
    OtherMeetingHeld,
    Place,
    PreMeetingHeld,
    ProgressScheme,
)
from contracts.progress.events import BaselineRecorded, ProgressRegistered, ScoredBy, SmallSuccessNoted
from contracts.shapes import Event, PartyKind
from tests.unit.family import ANNA, BO, FAMILY, MEETING, PLAN, SOFIE, ULLA, numbered
from tests.unit.group_story import JOINED
from tests.views.planned import COOK, EAT, GUIDANCE, SLEEP

NEXT_MEETING = numbered(MeetingId, 2)
FIVE_O_CLOCK = datetime(2024, 3, 1, 16, 0, tzinfo=UTC)


def called(meeting: MeetingId = MEETING, starts_at: datetime = FIVE_O_CLOCK) -> NetworkMeetingScheduled:
    """A meeting in the family's home is called."""
    return NetworkMeetingScheduled(
        family=FAMILY, meeting=meeting, starts_at=starts_at, place=Place.HOME, plan=PLAN, revision=6
    )


def held(meeting: MeetingId, held_at: datetime, follow_up_on: date, revision: int = 7) -> NetworkMeetingHeld:
    """The network met, and agreed."""
    return NetworkMeetingHeld(
        family=FAMILY,
        meeting=meeting,
        plan=PLAN,
        revision=revision,
        held_at=held_at,
        agreements=Agreements(
            family=FAMILY,
            further_assessment_needed=True,
            further_assessment_domains=("health",),
            follow_up_on=follow_up_on,
            follow_up_persons=(ANNA, BO),
            follow_up_professionals=(SOFIE, ULLA),
            interim_goals=(COOK, SLEEP),
            deviation_procedure="Call Sofie the same day.",
            progress_scheme=ProgressScheme(
                family=FAMILY,
                persons=(ANNA,),
                professionals=(ULLA,),
                what="How the evenings go.",
                every="weekly",
            ),
        ),
    )


ATTENDED = AttendanceRecorded(
    family=FAMILY,
    meeting=MEETING,
    attendees=(
        Attendee(kind=AttendeeKind.PERSON, id=ANNA, adult=True),
        Attendee(kind=AttendeeKind.PROFESSIONAL, id=SOFIE),
    ),
)
CORRECTED = AttendanceCorrected(
    family=FAMILY,
    meeting=MEETING,
    attendees=(Attendee(kind=AttendeeKind.PROFESSIONAL, id=SOFIE),),
    reason="mistaken",
)
CHAIRED = FamilyChairRecorded(family=FAMILY, meeting=MEETING, persons=(ANNA,))

PRE_MEETING, VISITATION = numbered(MeetingId, 11), numbered(MeetingId, 12)
PRE_HELD = PreMeetingHeld(
    family=FAMILY,
    meeting=PRE_MEETING,
    held_by=SOFIE,
    persons=(ANNA,),
    place=Place.HOME,
    held_on=date(2024, 2, 1),
)
VISITED = OtherMeetingHeld(
    family=FAMILY,
    meeting=VISITATION,
    kind=MeetingKind.VISITATION,
    held_at=datetime(2024, 1, 31, 23, 30, tzinfo=UTC),
    professionals=(SOFIE,),
)
INVITED = InvitationIssued(
    family=FAMILY,
    meeting=MEETING,
    invitation=numbered(InvitationId, 1),
    invitee_kind=InviteeKind.PROFESSIONAL,
    invitee=ULLA,
    consented_by=(ANNA,),
    sent_by_kind=PartyKind.PROFESSIONAL,
    sent_by=SOFIE,
)
ACCEPTED = InvitationAnswered(
    family=FAMILY, meeting=MEETING, invitation=INVITED.invitation, answer=InvitationAnswer.ACCEPTED
)
PROPOSED = AgendaItemProposed(
    family=FAMILY,
    meeting=MEETING,
    item=numbered(AgendaItemId, 1),
    party_kind=PartyKind.PERSON,
    party=BO,
    words="Football.",
)
PROMISED = AgreementMade(
    family=FAMILY,
    meeting=MEETING,
    agreement=numbered(AgreementId, 1),
    words="Ulla calls the school.",
    owner_kind=PartyKind.PROFESSIONAL,
    owner=ULLA,
    due_on=date(2024, 3, 8),
)
LATER_HELD = held(NEXT_MEETING, datetime(2024, 5, 1, 15, 0, tzinfo=UTC), date(2024, 9, 1), revision=9)
OTHERWISE = LATER_HELD.model_copy(
    update={
        "agreements": LATER_HELD.agreements.model_copy(update={"deviation_procedure": "Call Ulla at once."})
    }
)
"""The next meeting, which agreed on another procedure."""
MINUTES = MinutesPublished(family=FAMILY, meeting=MEETING, version=1, words="We met at home.")

MEETINGS: tuple[Event, ...] = (
    VISITED,
    PRE_HELD,
    called(),
    INVITED,
    ACCEPTED,
    PROPOSED,
    ATTENDED,
    CHAIRED,
    held(MEETING, datetime(2024, 3, 1, 23, 30, tzinfo=UTC), date(2024, 5, 1)),
    PROMISED,
    MINUTES,
    called(NEXT_MEETING, datetime(2024, 5, 1, 14, 0, tzinfo=UTC)),
    JOINED,
)


def registered(
    number: int, of: GoalId, day: date, by_kind: ScoredBy = ScoredBy.CITIZEN
) -> ProgressRegistered:
    """How it goes for Bo."""
    return ProgressRegistered(
        family=FAMILY,
        registration=numbered(RegistrationId, number),
        goal=of,
        intervention=GUIDANCE,
        person=BO,
        value=number,
        by_kind=by_kind,
        registered_on=day,
    )


BASELINE = BaselineRecorded(
    family=FAMILY,
    baseline=numbered(BaselineId, 1),
    person=BO,
    instrument="who-5",
    scale_min=0,
    scale_max=100,
    value=32,
    measured_on=date(2024, 3, 2),
)
SUCCESS = SmallSuccessNoted(
    family=FAMILY,
    success=numbered(SuccessId, 1),
    person=BO,
    goal=EAT,
    words="I made the soup.",
    noted_on=date(2024, 3, 9),
)

PROGRESS: tuple[Event, ...] = (
    BASELINE,
    registered(3, EAT, date(2024, 3, 10)),
    registered(2, EAT, date(2024, 3, 8), ScoredBy.PROFESSIONAL),
    SUCCESS,
)
