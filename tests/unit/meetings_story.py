"""What the tests of meetings share: what is known of the family, and what happened around its meetings."""

from datetime import date

from contracts.contacts.events import (
    FamilyEvent as ContactsEvent,
)
from contracts.contacts.events import (
    SupporterAdded,
    SupporterKind,
)
from contracts.ids import AgendaItemId, AgreementId, InvitationId, MeetingId, SupporterId
from contracts.meetings.events import (
    AgendaAgreed,
    AgendaItemProposed,
    AgreementMade,
    AttendanceCorrected,
    AttendanceRecorded,
    Attendee,
    AttendeeKind,
    FamilyChairRecorded,
    FamilyEvent,
    InvitationIssued,
    InviteeKind,
    MeetingKind,
    MinutesPublished,
    NetworkMeetingScheduled,
    OtherMeetingHeld,
    Place,
    PreMeetingHeld,
)
from contracts.shapes import PartyKind
from eventkeep.handle import Decider
from eventkeep.testing import Given, folded, given
from services.meetings import domain
from services.meetings.reference import ContactsFacts, Known, PlansFacts, evolve_contacts, evolve_plans
from tests.unit.family import (
    ANNA,
    AROUND,
    BO,
    FAMILY,
    MEETING,
    PLAN,
    SOFIE,
    ULLA,
    numbered,
)
from tests.unit.story import DEFINED, DRAFTED, STARTS

MEETINGS = Decider(domain.State, domain.decide, domain.evolve)
FRIEND, DOCTOR = numbered(SupporterId, 1), numbered(SupporterId, 2)
SUPPORTED: tuple[ContactsEvent, ...] = (
    SupporterAdded(
        family=FAMILY,
        supporter=FRIEND,
        kind=SupporterKind.NETWORK_PERSON,
        name="A Friend",
        relation="neighbour",
    ),
    SupporterAdded(
        family=FAMILY, supporter=DOCTOR, kind=SupporterKind.GP, name="A Doctor", relation="doctor"
    ),
)
KNOWN = Known(
    folded(evolve_contacts, ContactsFacts(), *AROUND, *SUPPORTED),
    folded(evolve_plans, PlansFacts(), DRAFTED, DEFINED),
)
PRE_MEETING, OTHER_MEETING, NEXT_MEETING = (numbered(MeetingId, n) for n in (11, 12, 2))
ITEM, INVITATION, AGREEMENT = numbered(AgendaItemId, 1), numbered(InvitationId, 1), numbered(AgreementId, 1)
YESTERDAY = date(2024, 2, 29)
PRE_HELD = PreMeetingHeld(
    family=FAMILY,
    meeting=PRE_MEETING,
    held_by=SOFIE,
    persons=(ANNA, BO),
    place=Place.HOME,
    held_on=YESTERDAY,
)
OTHER_HELD = OtherMeetingHeld(
    family=FAMILY,
    meeting=OTHER_MEETING,
    kind=MeetingKind.VISITATION,
    held_at=STARTS,
    professionals=(SOFIE,),
    persons=(ANNA,),
)
CALLED = NetworkMeetingScheduled(
    family=FAMILY, meeting=MEETING, starts_at=STARTS, place=Place.HOME, plan=PLAN, revision=1
)
INVITED = InvitationIssued(
    family=FAMILY,
    meeting=MEETING,
    invitation=INVITATION,
    invitee_kind=InviteeKind.SUPPORTER,
    invitee=FRIEND,
    consented_by=(ANNA,),
    sent_by_kind=PartyKind.PROFESSIONAL,
    sent_by=SOFIE,
)
PROPOSED = AgendaItemProposed(
    family=FAMILY,
    meeting=MEETING,
    item=ITEM,
    party_kind=PartyKind.PERSON,
    party=BO,
    words="How I get to football.",
)
AGREED = AgendaAgreed(family=FAMILY, meeting=MEETING, items=(ITEM,), agreed_by=(ANNA,))
ATTENDED = AttendanceRecorded(
    family=FAMILY,
    meeting=MEETING,
    attendees=(
        Attendee(kind=AttendeeKind.PERSON, id=ANNA, adult=True),
        Attendee(kind=AttendeeKind.PERSON, id=BO),
        Attendee(kind=AttendeeKind.PROFESSIONAL, id=SOFIE),
    ),
)
CORRECTED = AttendanceCorrected(
    family=FAMILY,
    meeting=MEETING,
    attendees=(ATTENDED.attendees[0], ATTENDED.attendees[2]),
    reason="wrong list",
)
SAT = FamilyChairRecorded(family=FAMILY, meeting=MEETING, persons=(ANNA,))
PROMISED = AgreementMade(
    family=FAMILY,
    meeting=MEETING,
    agreement=AGREEMENT,
    words="Ulla calls the school.",
    owner_kind=PartyKind.PROFESSIONAL,
    owner=ULLA,
    due_on=date(2024, 3, 8),
)
PUBLISHED = MinutesPublished(family=FAMILY, meeting=MEETING, version=1, words="We met at home.")
AGAIN = {"meeting": NEXT_MEETING}
BEGINNING: tuple[FamilyEvent, ...] = (
    CALLED,
    CALLED.model_copy(update={**AGAIN, "kind": MeetingKind.FOLLOW_UP}),
)


def met(*events: FamilyEvent) -> Given:
    """What happened before, with what is known of the others."""
    return given(MEETINGS, *events).with_known(KNOWN)


def the_meeting(*events: FamilyEvent) -> Given:
    """A meeting that has been called, and what happened since."""
    return met(CALLED, *events)
