"""Who may record what happens at the family's meetings, and who may be named there. INV-40."""

from collections.abc import Iterable

from contracts.shapes import Actor, ActorKind
from eventkeep.refused import Refused
from services.meetings.reference import Known


def require_may_write(known: Known, by: Actor) -> None:
    """The team, the coordinator and the family; being informed gives no right to change. INV-40."""
    if not known.contacts.registered:
        raise Refused(
            "family_unknown",
            "This family is not known here.",
            "R01",
            "Register the family, or try again in a moment.",
        )
    staff = (*known.contacts.team, known.contacts.coordinator)
    if by.kind is ActorKind.PERSON and by.id in known.contacts.members:
        return
    if by.kind is ActorKind.PROFESSIONAL and by.id in staff:
        return
    raise Refused(
        "not_on_team",
        "Only the family, its coordinator and its team keep its meetings.",
        "INV-40",
        "Ask the coordinator.",
    )


def require_members(known: Known, persons: Iterable[str], rule: str) -> None:
    """Persons who are named at a meeting are members of the family."""
    if set(persons) - set(known.contacts.members):
        raise Refused(
            "person_not_in_family",
            "Somebody named is no member of the family.",
            rule,
            "Add the person to the family, or name a supporter.",
        )


def require_attached(known: Known, professionals: Iterable[str], rule: str) -> None:
    """Professionals who are named at a meeting are attached to the family."""
    if set(professionals) - set(known.contacts.attached):
        raise Refused(
            "professional_not_attached",
            "Somebody named is not attached to the family.",
            rule,
            "Attach the professional first, or name a supporter.",
        )
