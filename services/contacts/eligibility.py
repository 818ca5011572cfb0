"""What the case rests on by law, and whether the family is of the target group by that."""

from datetime import date, timedelta
from typing import assert_never

from contracts.contacts.events import (
    EligibilityDecided,
    FamilyEvent,
    LegalBasisEnded,
    LegalBasisRecorded,
)
from contracts.ids import FamilyId, LegalBasisId, PersonId
from contracts.legal_bases import LEGAL_BASES
from contracts.shapes import Code, Command
from eventkeep.clock import in_term
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts import leaving
from services.contacts.bases import known_code, makes_eligible
from services.contacts.required import day_of_command, require_members
from services.contacts.state import State

# Commands


class RecordLegalBasis(Command):
    """Record a paragraph that the case rests on for a term (hjemmel). P01, INV-18, Q17."""

    family: FamilyId
    legal_basis: LegalBasisId
    code: Code
    person: PersonId | None = None
    valid_from: date
    valid_to: date | None = None


class EndLegalBasis(Command):
    """Record that the case no longer rests on it, from a day on; so do attachments by it. P01, INV-18, INV-38, X-01."""

    family: FamilyId
    legal_basis: LegalBasisId
    ended_on: date


class DecideEligibility(Command):
    """Decide whether the family is of the target group, by the legal bases in force (målgruppe). P01, INV-52, T20, T25.

    The table decides; who decides says the same, and why.
    """

    family: FamilyId
    eligible: bool
    reason: Code
    unemployed_since: date | None = None
    programme_group: Code | None = None


EligibilityCommand = RecordLegalBasis | EndLegalBasis | DecideEligibility
EligibilityEvent = LegalBasisRecorded | LegalBasisEnded | EligibilityDecided

# Decide


def decide(state: State, command: EligibilityCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case RecordLegalBasis():
            return _record(state, command)
        case EndLegalBasis():
            return _end(state, command)
        case DecideEligibility():
            return _decide_eligibility(state, command)
        case _:
            assert_never(command)


def _record(state: State, command: RecordLegalBasis) -> list[FamilyEvent]:
    recorded = LegalBasisRecorded(
        family=command.family,
        legal_basis=command.legal_basis,
        code=command.code,
        person=command.person,
        valid_from=command.valid_from,
        valid_to=command.valid_to,
    )
    held = state.legal_bases.get(command.legal_basis)
    if held == recorded:
        return []
    if held is not None:
        raise Refused(
            "legal_basis_recorded_already",
            "This id is used already.",
            "P01",
            "Choose a new id.",
            danish="Id'et er allerede brugt.",
            danish_next="Vælg et nyt id.",
        )
    known_code(command.code, command.valid_from, "Q17")
    require_members(state, [command.person] if command.person else [])
    _require_order(command.valid_from, command.valid_to)
    return _with_attachments(state, command, command.code, recorded)


def _require_order(first: date, last: date | None) -> None:
    if last is not None and last < first:
        raise Refused(
            "basis_ends_before_it_begins",
            "The basis ends before it begins.",
            "P01",
            "Correct the days.",
            danish="Hjemlen slutter, før den begynder.",
            danish_next="Ret dagene.",
        )


def _end(state: State, command: EndLegalBasis) -> list[FamilyEvent]:
    held = state.legal_bases.get(command.legal_basis)
    if held is None:
        raise Refused(
            "legal_basis_unknown",
            "The case does not rest on this.",
            "P01",
            "Name a legal basis that is recorded.",
            danish="Sagen hviler ikke på denne hjemmel.",
            danish_next="Angiv en hjemmel, der er registreret.",
        )
    _require_order(held.valid_from, command.ended_on)
    if held.valid_to is not None and held.valid_to < command.ended_on:
        return []
    ended = LegalBasisEnded(family=command.family, legal_basis=command.legal_basis, ended_on=command.ended_on)
    return _with_attachments(state, command, held.code, ended)


def _with_attachments(
    state: State, command: RecordLegalBasis | EndLegalBasis, code: str, event: EligibilityEvent
) -> list[FamilyEvent]:
    """Who is attached by the paragraph sees the plan no longer than the case rests on it. INV-38, X-01."""
    after = evolve(state, event)
    return [
        event,
        *leaving.no_longer_than_case(after, command.family, code, day_of_command(command)),
    ]


def codes_in_force(state: State, day: date) -> tuple[str, ...]:
    """The codes that the case rests on, on a day: in their own term and in that of the case. INV-52."""
    found = (
        each.code
        for each in state.legal_bases.values()
        if in_term(each.valid_from, each.valid_to, day)
        and each.code in LEGAL_BASES
        and LEGAL_BASES[each.code].in_force(day)
    )
    return tuple(sorted(set(found)))


def _decide_eligibility(state: State, command: DecideEligibility) -> list[FamilyEvent]:
    day = day_of_command(command)
    codes = codes_in_force(state, day)
    if command.eligible != makes_eligible(codes):
        raise Refused(
            "eligibility_contradicts_bases",
            "A family case makes eligible; subsidy or short advice alone does not.",
            "INV-52",
            "Record the legal bases of the case, and decide by them.",
            {"codes": ", ".join(codes)},
            danish="En familiesag giver adgang; tilskud eller kort rådgivning alene gør ikke.",
            danish_next="Registrér sagens hjemler, og afgør det efter dem.",
        )
    decided = EligibilityDecided(
        family=command.family,
        eligible=command.eligible,
        codes=codes,
        decided_on=day,
        reason=command.reason,
        unemployed_since=command.unemployed_since,
        programme_group=command.programme_group,
    )
    return [] if decided == state.eligibility else [decided]


# Evolve


def evolve(state: State, event: EligibilityEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case LegalBasisRecorded():
            return replace(state, legal_bases={**state.legal_bases, event.legal_basis: event})
        case LegalBasisEnded():
            held = state.legal_bases.get(event.legal_basis)
            if held is None:
                return state  # recorded by an event of a newer version, which was skipped
            last = event.ended_on - timedelta(days=1) if event.ended_on > date.min else date.min
            ended = held.model_copy(update={"valid_to": last})
            return replace(state, legal_bases={**state.legal_bases, event.legal_basis: ended})
        case EligibilityDecided():
            return replace(state, eligibility=event)
        case _:
            assert_never(event)
