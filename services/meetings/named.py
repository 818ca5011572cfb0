"""Who may be named at a meeting, and for whom somebody speaks."""

from collections.abc import Iterable
from datetime import date, datetime

from contracts.ids import PersonId
from contracts.shapes import Actor, ActorKind, PartyKind
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.meetings.reference import Known


def require_members(known: Known, persons: Iterable[str], rule: str) -> None:
    """Persons who are named at a meeting are members of the family."""
    if set(persons) - set(known.contacts.members):
        raise Refused(
            "person_not_in_family",
            "Somebody named is no member of the family.",
            rule,
            "Add the person to the family, or name a supporter.",
            danish="En af de nævnte hører ikke til familien.",
            danish_next="Føj personen til familien, eller nævn en støtteperson.",
        )


def require_attached(known: Known, professionals: Iterable[str], rule: str, *days: date) -> None:
    """Professionals who are named at a meeting are attached to the family, with a basis in force on one of the days:
    that of the meeting, above all. R01, X-01."""
    if set(professionals).difference(*(known.contacts.around_on(day) for day in days)):
        raise Refused(
            "professional_not_attached",
            "Somebody named is not attached to the family.",
            rule,
            "Attach the professional first, or name a supporter.",
            danish="En af de nævnte er ikke tilknyttet familien.",
            danish_next="Tilknyt fagpersonen først, eller nævn en støtteperson.",
        )


def require_supporters(known: Known, supporters: Iterable[str], rule: str) -> None:
    """Supporters who are named stand by the family: contacts keeps them. R21, R22."""
    if set(supporters) - set(known.contacts.supporters):
        raise Refused(
            "supporter_unknown",
            "No such supporter stands by the family.",
            rule,
            "Add the supporter first.",
            danish="Familien har ikke en sådan støtteperson.",
            danish_next="Tilføj støttepersonen først.",
        )


def require_party(known: Known, kind: PartyKind, party: str, rule: str, *days: date) -> None:
    """A party is a member of the family, or a professional attached to it on one of the days."""
    if kind is PartyKind.PERSON:
        require_members(known, (party,), rule)
    else:
        require_attached(known, (party,), rule, *days)


def require_own(by: Actor, kind: PartyKind, party: str, rule: str) -> None:
    """A member of the family speaks for himself or herself; staff record what a member says, too."""
    own = by.id == party and by.kind.value == kind.value
    if not own and (by.kind is ActorKind.PERSON or kind is PartyKind.PROFESSIONAL):
        raise Refused(
            "speaks_for_another",
            "Everybody speaks for himself or herself; staff record what a member of the family says.",
            rule,
            "Let the other say it.",
            danish="Enhver taler for sig selv; medarbejdere noterer, hvad et familiemedlem siger.",
            danish_next="Lad den anden sige det.",
        )


def agreeing(known: Known, by: Actor, persons: Iterable[PersonId], rule: str) -> tuple[PersonId, ...]:
    """The members who agree, each once; at least one. A member who gives the command is one of them."""
    named = tuple(dict.fromkeys(persons))
    if by.kind is ActorKind.PERSON and by.id not in named:
        named = (PersonId(by.id), *named)
    if not named:
        raise Refused(
            "family_consent_missing",
            "The family decides this.",
            rule,
            "Say which members of the family agreed.",
            danish="Det bestemmer familien.",
            danish_next="Angiv, hvem i familien der har sagt ja.",
        )
    require_members(known, named, rule)
    return named


def require_happened(when: date | datetime, now: datetime) -> None:
    """A meeting is recorded as held when it has been: a moment has passed, or a day of Europe/Copenhagen has come."""
    ahead = when > now if isinstance(when, datetime) else when > day_of(now)
    if ahead:
        raise not_over()


def not_over() -> Refused:
    """A21: the meeting is ahead."""
    return Refused(
        "meeting_not_over",
        "What happened at a meeting is recorded when it has been held.",
        "A21",
        "Record it afterwards.",
        danish="Det, der skete på et møde, noteres, når mødet har været holdt.",
        danish_next="Notér det bagefter.",
    )
