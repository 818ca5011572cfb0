"""Who may say how it goes: the family and everybody attached to it, on the team or not. INV-40, INV-58."""

from contracts.shapes import ActorKind, Command
from eventkeep.refused import Refused
from services.progress.by_system import require_by_system
from services.progress.closing import ResumeDeviations, SuspendDeviations
from services.progress.corrections import CorrectRegistration
from services.progress.deviation_course import CloseDeviation, NoteDeviationOverdue, TakeDeviationAction
from services.progress.occupations import EndOccupation
from services.progress.reference import ContactsFacts
from services.progress.state import State
from services.refusals import family_closed, family_unknown, for_services_only, not_of_department

_OUR_OWN = (NoteDeviationOverdue, SuspendDeviations, ResumeDeviations)
_RECORDS = (CorrectRegistration, EndOccupation, TakeDeviationAction, CloseDeviation)
"""What a closed case still takes, from the family and those who were around it: how it really was. R01, X-08."""


def require_right(state: State, command: Command) -> None:
    """Refuses whoever is not around the family, and what is new in a closed case; of our services only this one speaks."""
    contacts, by = state.known.contacts, command.by
    if isinstance(command, _OUR_OWN):
        if by.kind is not ActorKind.SERVICE:
            raise for_services_only()
        return
    if not contacts.registered:
        raise family_unknown()
    if by.kind is ActorKind.DEPARTMENT:
        require_by_system(state, command)
        return
    _require_of_department(contacts, command)
    member = by.id in contacts.members
    around = member if by.kind is ActorKind.PERSON else contacts.staff(by.id) is not None
    if by.kind is ActorKind.SERVICE or not around:
        raise Refused(
            "not_around_family",
            "Only the family and those attached register.",
            "INV-40",
            "Ask somebody who is attached to the family.",
            danish="Kun familien og de tilknyttede registrerer.",
            danish_next="Spørg en, der er tilknyttet familien.",
        )
    if contacts.closed and not isinstance(command, _RECORDS):
        raise family_closed()


def _require_of_department(contacts: ContactsFacts, command: Command) -> None:
    """A department's system speaks for its own people alone. INV-58."""
    through, who = command.by.through, contacts.staff(command.by.id)
    if through is not None and (who is None or who.department != through):
        raise not_of_department()
