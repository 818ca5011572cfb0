"""What meetings tells, in sentences: when the network meets, who came, what was agreed and what became of it."""

from typing import get_args

from contracts.meetings import events as said
from contracts.shapes import Event
from services.overview.sentences.telling import Part, Sentence, Telling


def _of(danish: str, english: str) -> Sentence:
    return Sentence(Part.MEETINGS, danish, english)


def _minutes(event: said.MinutesPublished) -> Sentence:
    if event.version == 1:
        return _of("Referatet af {meeting} er lagt frem.", "The minutes of {meeting} are published.")
    return _of(
        "Referatet af {meeting} er rettet, version {version}.",
        "The minutes of {meeting} were corrected, version {version}.",
    )


TOLD: dict[type[Event], Telling] = {
    said.PreMeetingHeld: _of("Formødet er holdt {held_on}.", "The pre-meeting was held on {held_on}."),
    said.PreMeetingWaived: _of("Der holdes intet formøde.", "There is no pre-meeting."),
    said.NetworkMeetingScheduled: _of(
        "Der er kaldt til {kind} {starts_at}.", "A {kind} is called for {starts_at}."
    ),
    said.NetworkMeetingRescheduled: _of(
        "Et møde er flyttet til {starts_at}.", "A meeting was moved to {starts_at}."
    ),
    said.NetworkMeetingCancelled: _of("{meeting} er aflyst.", "{meeting} is cancelled."),
    said.FacilitatorAssigned: _of("{facilitator} leder {meeting}.", "{facilitator} leads {meeting} through."),
    said.AgendaItemProposed: _of(
        "{party} vil tale om dette på {meeting}: »{words}«",
        "{party} wants to talk about this at {meeting}: “{words}”",
    ),
    said.AgendaAgreed: _of(
        "Familien har sat dagsordenen for {meeting}.", "The family set the agenda of {meeting}."
    ),
    said.AttendanceRecorded: _of(
        "Til {meeting} kom {attendees}.", "Those who came to {meeting}: {attendees}."
    ),
    said.AttendanceCorrected: _of(
        "Det er rettet, hvem der kom til {meeting}: {attendees}.",
        "Who came to {meeting} was corrected: {attendees}.",
    ),
    said.FamilyChairRecorded: _of(
        "{persons} sad for bordenden til {meeting}.", "{persons} sat at the head of the table at {meeting}."
    ),
    said.PartPresented: _of(
        "{person} fremlagde sin egen del af planen på {meeting}.",
        "{person} presented a part of the plan at {meeting}.",
    ),
    said.NetworkMeetingHeld: _of("{meeting} er holdt.", "{meeting} was held."),
    said.OtherMeetingHeld: _of("Der er holdt {kind} {held_at}.", "A {kind} was held on {held_at}."),
    said.FurtherAssessmentWithdrawn: _of(
        "Der skal alligevel ikke udredes mere.", "No further assessment is needed after all."
    ),
    said.FollowUpLate: _of(
        "Opfølgningen er aftalt til {follow_up_on}, senere end {latest}.",
        "The follow-up is agreed for {follow_up_on}, later than {latest}.",
    ),
    said.FollowUpOverdue: _of(
        "Opfølgningen {due_on} er ikke holdt.", "The follow-up of {due_on} was not held."
    ),
    said.InvitationIssued: _of("{invitee} er inviteret til {meeting}.", "{invitee} is invited to {meeting}."),
    said.InvitationAnswered: _of(
        "{invitation} svarer {answer} til at komme til {meeting}.",
        "{invitation} says {answer} to coming to {meeting}.",
    ),
    said.InvitationWithdrawn: _of(
        "{invitation} er ikke længere inviteret til {meeting}.",
        "{invitation} is no longer invited to {meeting}.",
    ),
    said.AgreementMade: _of(
        "{owner} vil gøre dette senest {due_on}: »{words}«", "{owner} will do this by {due_on}: “{words}”"
    ),
    said.AgreementEnded: _of(
        "Aftalen {agreement} er {ending}.", "The agreed action {agreement} was {ending}."
    ),
    said.AgreementOverdue: _of(
        "Aftalen {agreement} var ikke gjort senest {due_on}.",
        "The agreed action {agreement} was not done by {due_on}.",
    ),
    said.MinutesPublished: _minutes,
    said.GroupJoined: _of(
        "{person} er med på holdforløbet »{title}« fra {joined_on}.",
        "{person} takes part in the group course “{title}” from {joined_on}.",
    ),
    said.GroupTermChanged: _of(
        "Et holdforløb, som familien er med i, mødes efter en ny plan.",
        "A group course that the family takes part in meets by another timetable.",
    ),
    said.GroupLeft: _of(
        "{person} er ikke længere med på et holdforløb.", "{person} takes part in a group course no more."
    ),
}
NOT_TOLD: dict[type[Event], str] = {
    said.ExperienceRated: "How each member found a meeting isn't for everybody. C48.",
    said.MeetingsSuspended: "It follows from the case being closed, which contacts tells.",
    said.MeetingsResumed: "It follows from the case being opened again, which contacts tells.",
    **dict.fromkeys(
        get_args(said.GroupEvent),
        "A group course is no family's: its own page shows it to those who take part. P38.",
    ),
}
