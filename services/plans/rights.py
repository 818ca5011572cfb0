"""Who may write the plan, and who may stand in it. INV-40."""

from contracts.plans.events import PartyKind
from contracts.shapes import Actor, ActorKind
from eventkeep.refused import Refused
from services.plans.reference import Known


def require_may_write(known: Known, by: Actor) -> None:
    """The team, the coordinator and the family write the plan; those who are informed read it. INV-40."""
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
        "Only the family, its coordinator and its team write the plan.",
        "INV-40",
        "Ask the coordinator.",
    )


def is_another(by: Actor, person: str) -> bool:
    """Whether a member of the family acts for somebody else: each speaks for himself or herself."""
    return by.kind is ActorKind.PERSON and by.id != person


def is_party(known: Known, kind: PartyKind, party: str) -> bool:
    """Whether this is a member of the family, or a professional attached to it."""
    return party in (known.contacts.members if kind is PartyKind.PERSON else known.contacts.attached)
