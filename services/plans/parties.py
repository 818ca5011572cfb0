"""Who may be named in the plan, and for whom somebody speaks."""

from collections.abc import Iterable
from datetime import date

from contracts.ids import PersonId
from contracts.shapes import Actor, ActorKind, PartyKind
from eventkeep.refused import Refused
from services.plans.reference import Known


def is_another(by: Actor, person: str) -> bool:
    """Whether a member of the family acts for somebody else: each speaks for himself or herself."""
    return by.kind is ActorKind.PERSON and by.id != person


def is_party(known: Known, kind: PartyKind, party: str, day: date) -> bool:
    """Whether this is a member of the family, or a professional attached to it with a basis in force. X-01."""
    if kind is PartyKind.PERSON:
        return party in known.contacts.members
    attached = known.contacts.attached.get(party)
    return attached is not None and attached.in_force(day)


def require_member(known: Known, person: PersonId, rule: str) -> None:
    """Whoever is named is a member of the family."""
    if person not in known.contacts.members:
        raise Refused(
            "person_not_in_family",
            "This person is no member of the family.",
            rule,
            "Add the person to the family first.",
            danish="Personen hører ikke til familien.",
            danish_next="Føj personen til familien først.",
        )


def require_members(known: Known, persons: Iterable[PersonId], rule: str) -> tuple[PersonId, ...]:
    """Members of the family, each once. At least one."""
    named = tuple(dict.fromkeys(persons))
    if not named:
        raise Refused(
            "nobody_named",
            "At least one member of the family is named.",
            rule,
            "Say who of the family it was.",
            danish="Mindst ét familiemedlem skal nævnes.",
            danish_next="Angiv, hvem i familien det var.",
        )
    for person in named:
        require_member(known, person, rule)
    return named


def require_own(by: Actor, person: PersonId, rule: str) -> None:
    """A member speaks for himself or herself; the team records what anybody of the family says."""
    if is_another(by, person):
        raise Refused(
            "speaks_for_another",
            "A member speaks for himself or herself.",
            rule,
            "Let the other say it, or ask the team to record it.",
            danish="Et familiemedlem taler kun for sig selv.",
            danish_next="Lad den anden sige det, eller bed teamet om at registrere det.",
        )


def in_whose_name(known: Known, by: Actor, agreed_by: Iterable[PersonId], rule: str) -> tuple[PersonId, ...]:
    """The members of the family in whose name a choice is recorded, each once. A member that makes it is one of them."""
    named = tuple(dict.fromkeys(agreed_by))
    for person in named:
        require_member(known, person, rule)
    if by.kind is not ActorKind.PERSON or by.id in named:
        return named
    return (PersonId(by.id), *named)


def require_happened(day: date, today: date, rule: str) -> None:
    """What is said to have happened on a day has happened."""
    if day > today:
        raise Refused(
            "day_in_future",
            "That day has not come yet.",
            rule,
            "Record it once it has happened.",
            danish="Den dag er ikke kommet endnu.",
            danish_next="Registrér det, når det er sket.",
        )
