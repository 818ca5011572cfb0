"""Who may give which command about a group: one table. R34, INV-40.

Whoever isn't its facilitator, or takes part, isn't told whether there is such a group: that somebody takes part is
nobody else's to know.
"""

from collections.abc import Mapping
from enum import StrEnum

from contracts.shapes import ActorKind, Command
from eventkeep.refused import Refused
from services.meetings import group_agenda, group_forming, group_participants, group_sessions
from services.meetings.group_state import State, group_unknown
from services.refusals import for_services_only


class Part(StrEnum):
    """How somebody stands to a group."""

    STAFF = "staff"
    FACILITATOR = "facilitator"
    PARTICIPANT = "participant"
    SERVICE = "service"


STAFF, FACILITATOR, PARTICIPANT, SERVICE = Part.STAFF, Part.FACILITATOR, Part.PARTICIPANT, Part.SERVICE
_GROUP = frozenset({FACILITATOR, PARTICIPANT})
_LED = frozenset({FACILITATOR})

RIGHTS: Mapping[type[Command], frozenset[Part]] = {
    group_forming.FormGroup: frozenset({STAFF}),
    group_forming.ChangeGroup: _LED,
    group_forming.EndGroup: _LED,
    group_participants.TakeInParticipant: frozenset({SERVICE}),
    group_participants.LetParticipantGo: frozenset({SERVICE}),
    group_sessions.ScheduleGroupSession: _LED,
    group_sessions.CancelGroupSession: _LED,
    group_sessions.HoldGroupSession: _LED,
    group_sessions.CorrectGroupAttendance: _LED,
    group_sessions.PresentOfferToGroup: _LED,
    group_agenda.ProposeToGroup: _GROUP,
    group_agenda.AgreeGroupAgenda: _GROUP,
    group_agenda.HoldGroupActivity: _GROUP,
}
"""As what a command may be given; one is enough. A family's coordinator has no say in a group that a member is in."""


def require_right(state: State, command: Command) -> None:
    """Refuses whoever is none of what the table names."""
    allowed, parts = RIGHTS[type(command)], _parts(state, command)
    if parts & allowed:
        return
    if allowed == {SERVICE}:
        raise for_services_only()
    if STAFF in allowed:
        raise Refused(
            "staff_form_groups",
            "Group courses are formed by staff.",
            "P39",
            "Ask a professional.",
            danish="Holdforløb startes af medarbejdere.",
            danish_next="Spørg en fagperson.",
        )
    if parts & _GROUP:
        raise Refused(
            "facilitator_only",
            "Those who lead the group do this.",
            "P38",
            "Ask whoever leads the group.",
            danish="Det gør dem, der leder holdet.",
            danish_next="Spørg dem, der leder holdet.",
        )
    raise group_unknown()


def _parts(state: State, command: Command) -> frozenset[Part]:
    by = command.by
    held = {
        SERVICE: by.kind is ActorKind.SERVICE,
        STAFF: by.kind is ActorKind.PROFESSIONAL,
        FACILITATOR: state.is_led_by(by),
        PARTICIPANT: state.has_participant(by),
    }
    return frozenset(part for part, holds in held.items() if holds)
