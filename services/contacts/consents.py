"""What the family consents to share: with whom, for what and how long; what leans on it ends with it."""

from datetime import date, timedelta
from typing import assert_never

from contracts.contacts.events import ConsentExpired, ConsentGiven, ConsentWithdrawn, FamilyEvent
from contracts.ids import ConsentId, FamilyId, PersonId, ProfessionalId
from contracts.shapes import ActorKind, Code, Command
from eventkeep.clock import end_of
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts import leaving
from services.contacts.givers import holders, may_withdraw, missing
from services.contacts.required import day_of_command, require_members
from services.contacts.state import State

LONGEST_TERM = timedelta(days=366)
"""How long a consent runs at most: a year after it was given, as by Sundhedsloven § 44; then it is asked for anew. X-01."""

# Commands


class GiveConsent(Command):
    """Record a consent to share: with a department or a professional, what, for what, how long (samtykke). X-01, X-02, Q14.

    About one person, or the whole family. Those who must give it do: adults, holders of custody, the young from 16.
    """

    family: FamilyId
    consent: ConsentId
    person: PersonId | None = None
    given_by: tuple[PersonId, ...]
    department: Code | None = None
    professional: ProfessionalId | None = None
    scope: tuple[Code, ...]
    purpose: Code
    valid_from: date
    valid_to: date
    evidence: Code


class WithdrawConsent(Command):
    """Take a consent back: whoever is attached by it is detached at once (trække tilbage). X-01."""

    family: FamilyId
    consent: ConsentId
    withdrawn_by: PersonId


class ExpireConsent(Command):
    """Say that the last day of a consent is over. Our own service only. X-01."""

    family: FamilyId
    consent: ConsentId
    due_on: date


ConsentCommand = GiveConsent | WithdrawConsent | ExpireConsent
ConsentEvent = ConsentGiven | ConsentWithdrawn | ConsentExpired

# Decide


def decide(state: State, command: ConsentCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case GiveConsent():
            return _give(state, command)
        case WithdrawConsent():
            return _withdraw(state, command)
        case ExpireConsent():
            return _expire(state, command)
        case _:
            assert_never(command)


def _give(state: State, command: GiveConsent) -> list[FamilyEvent]:
    given = ConsentGiven(
        family=command.family,
        consent=command.consent,
        person=command.person,
        given_by=tuple(dict.fromkeys(command.given_by)),
        department=command.department,
        professional=command.professional,
        scope=command.scope,
        purpose=command.purpose,
        valid_from=command.valid_from,
        valid_to=command.valid_to,
        evidence=command.evidence,
    )
    held = state.consents.get(command.consent)
    if held == given:
        return []
    if held is not None:
        raise Refused(
            "consent_given_already",
            "This id is used already.",
            "X-01",
            "Choose a new id for a new consent.",
            danish="Id'et er allerede brugt.",
            danish_next="Vælg et nyt id til et nyt samtykke.",
        )
    _require_specific(command)
    _require_givers(state, command)
    return [given]


def _require_specific(command: GiveConsent) -> None:
    """X-01: who may see what, and how long; a consent to everything is none."""
    if not command.scope or (command.department is None) == (command.professional is None):
        raise Refused(
            "consent_not_specific",
            "A consent names one department or one professional, and what may be shared.",
            "X-01",
            "Say with whom, and what.",
            danish="Et samtykke nævner én afdeling eller én fagperson, og hvad der må deles.",
            danish_next="Skriv med hvem, og hvad.",
        )
    if not max(command.valid_from, day_of_command(command)) <= command.valid_to:
        raise Refused(
            "consent_over",
            "The consent ends before it begins, or has ended already.",
            "X-01",
            "Correct the term of the consent.",
            danish="Samtykket slutter, før det begynder, eller er allerede udløbet.",
            danish_next="Ret samtykkets periode.",
        )
    if command.valid_to - day_of_command(command) > LONGEST_TERM:
        raise Refused(
            "consent_too_long",
            "A consent runs for a year at most, and is asked for anew.",
            "X-01",
            "Let it end within a year.",
            danish="Et samtykke gælder højst et år og indhentes så på ny.",
            danish_next="Lad det slutte inden for et år.",
        )


def _require_givers(state: State, command: GiveConsent) -> None:
    """X-02: all who must consent do, each for himself or herself."""
    concerned = [command.person] if command.person else list(state.members)
    require_members(state, concerned)
    if command.by.kind is ActorKind.PERSON and set(command.given_by) != {command.by.id}:
        raise Refused(
            "consent_by_another",
            "Nobody consents for somebody else.",
            "X-02",
            "Give your own consent, or let staff record what all of you said.",
            danish="Ingen giver samtykke for en anden.",
            danish_next="Giv dit eget samtykke, eller lad en medarbejder registrere, hvad I alle har sagt.",
        )
    lacking = missing(state, concerned, set(command.given_by), command.valid_to)
    if lacking:
        raise Refused(
            "consent_incomplete",
            "Somebody who must consent has not: an adult, a holder of custody, or the young person.",
            "X-02",
            "Ask all who must consent.",
            {"missing": str(lacking)},
            danish="En, der skal give samtykke, har ikke gjort det: en voksen, en forældremyndighed eller den unge.",
            danish_next="Spørg alle, der skal give samtykke.",
        )
    allowed = {*state.members, *holders(state, concerned)}
    if set(command.given_by) - allowed:
        raise Refused(
            "person_not_in_family",
            "Somebody named neither belongs to the family nor holds custody.",
            "X-02",
            "Name those who consent.",
            danish="En af de nævnte hører hverken til familien eller har forældremyndighed.",
            danish_next="Angiv dem, der giver samtykke.",
        )


def _withdraw(state: State, command: WithdrawConsent) -> list[FamilyEvent]:
    given = state.consents.get(command.consent)
    if given is None:
        raise Refused(
            "consent_unknown",
            "The family has given no such consent.",
            "X-01",
            "Name a consent that was given.",
            danish="Familien har ikke givet dette samtykke.",
            danish_next="Angiv et samtykke, der er givet.",
        )
    if command.consent in state.ended_consents:
        return []
    may = may_withdraw(state, given)
    if command.withdrawn_by not in may or command.by.id not in (command.withdrawn_by, *_staff(command)):
        raise Refused(
            "consent_by_another",
            "A consent is taken back by one who gave it, or whom it is about.",
            "X-01",
            "Let one of them say it.",
            danish="Et samtykke trækkes tilbage af en, der gav det, eller som det handler om.",
            danish_next="Lad en af dem sige det.",
        )
    return [
        ConsentWithdrawn(family=command.family, consent=command.consent, withdrawn_by=command.withdrawn_by),
        *leaving.detached(
            state,
            command.family,
            leaving.leaning_on(state, command.consent),
            "consent-withdrawn",
            day_of_command(command),
        ),
    ]


def _staff(command: WithdrawConsent) -> tuple[str, ...]:
    """Staff record what a member said."""
    return (command.by.id,) if command.by.kind is ActorKind.PROFESSIONAL else ()


def _expire(state: State, command: ExpireConsent) -> list[FamilyEvent]:
    given = state.consents.get(command.consent)
    over = given is not None and given.valid_to == command.due_on and command.at >= end_of(command.due_on)
    if not over or command.consent in state.ended_consents:
        return []
    leaning = leaving.leaning_on(state, command.consent)
    return [
        ConsentExpired(family=command.family, consent=command.consent, due_on=command.due_on),
        *leaving.expired(state, command.family, leaning, command.due_on),
    ]


# Evolve


def evolve(state: State, event: ConsentEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case ConsentGiven():
            return replace(state, consents={**state.consents, event.consent: event})
        case ConsentWithdrawn() | ConsentExpired():
            return replace(state, ended_consents=state.ended_consents | {event.consent})
        case _:
            assert_never(event)
