"""Whose word something is: whoever may register it may correct it, and nobody else. INV-59, P28, R17, R51, T11."""

from contracts.casework import hyphened
from contracts.ids import Id
from contracts.progress.events import MeasureKind
from contracts.shapes import Actor, ActorKind
from eventkeep.refused import Refused
from services.progress.reference import ContactsFacts
from services.progress.state import Word

HEALTH_VISITORS = frozenset({"health-visitor"})
"""Professions whose word a child's wellbeing and health are (sundhedsplejerske). R17."""
BY_HEALTH_VISITOR = frozenset({MeasureKind.WELLBEING, MeasureKind.CHILD_HEALTH})
OF_CHILDREN = BY_HEALTH_VISITOR | {MeasureKind.ATTENDANCE, MeasureKind.PUPIL_PLAN}


def require_word(contacts: ContactsFacts, by: Actor, word: Word, person: Id | None) -> None:
    """Refuses whoever would say something that is another's to say."""
    member = by.kind is ActorKind.PERSON
    if member and word.as_professional:
        raise Refused(
            "scored_as_professional",
            "The family's view is kept apart from the professionals'.",
            "INV-59",
            "Register it as the citizen's.",
            danish="Familiens syn holdes adskilt fra fagpersonernes.",
            danish_next="Registrér det som borgerens.",
        )
    if member and word.own and by.id != person:
        raise Refused(
            "rated_for_oneself",
            "Trust and self-rated health are each member's own to say.",
            "P28",
            "Let the member say it.",
            danish="Tillid og selvvurderet sundhed siger hver for sig selv.",
            danish_next="Lad familiemedlemmet sige det.",
        )
    if word.trusted is not None and by.id == word.trusted:
        raise Refused(
            "trust_in_oneself",
            "Nobody writes down or corrects how far he or she is trusted.",
            "R51",
            "Ask a colleague or the member to do it.",
            danish="Ingen noterer eller retter, hvor meget man selv nyder tillid.",
            danish_next="Bed en kollega eller familiemedlemmet om at gøre det.",
        )
    if word.measured in OF_CHILDREN:
        _require_sayer(contacts, by, word.measured)


def _require_sayer(contacts: ContactsFacts, by: Actor, kind: MeasureKind | None) -> None:
    who = contacts.staff(by.id)
    if kind in BY_HEALTH_VISITOR and (who is None or hyphened(who.profession) not in HEALTH_VISITORS):
        raise Refused(
            "health_visitor_only",
            "A child's wellbeing and health are assessed by a health visitor.",
            "R17",
            "Ask the health visitor who is attached to the family.",
            danish="Børns trivsel og sundhed vurderes af en sundhedsplejerske.",
            danish_next="Spørg den sundhedsplejerske, der er tilknyttet familien.",
        )
    if by.kind is ActorKind.PERSON:
        raise Refused(
            "measured_by_staff",
            "Attendance and pupil plans come from school and day care.",
            "INV-58",
            "Ask the school or the day care.",
            danish="Fremmøde og elevplaner kommer fra skole og dagtilbud.",
            danish_next="Spørg skolen eller dagtilbuddet.",
        )
