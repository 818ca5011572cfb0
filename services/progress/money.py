"""What a programme costs, the time that is set aside, and what came of it, reached or not. T21 to T23, C32, C66."""

from datetime import date
from typing import ClassVar

from contracts.ids import EntryId, ProgrammeId
from contracts.progress.events import CostRecorded, EffectStated, ProgrammeEvent, TimeSetAside, Verdict
from contracts.progress.programme import Kroner
from contracts.progress.programme_work import Effect, Hours
from contracts.shapes import Code, Command, PublicText
from eventkeep.refused import Refused
from services.progress.programme_state import State, require_in_order

_SAYS = frozenset({Verdict.MET, Verdict.PARTLY_MET, Verdict.NOT_MET})
"""Verdicts about something that is known."""

# Commands


class RecordCost(Command):
    """Record what the programme cost in a period, or correct it (udgift). T21, C32."""

    stream: ClassVar[str] = "programme"
    programme: ProgrammeId
    entry: EntryId
    amount: Kroner
    what: PublicText
    by_grant: bool
    period_from: date
    period_to: date


class StateEffect(Command):
    """State what the programme gave in an area, reached or not (gevinst, effekt). T21 to T23."""

    stream: ClassVar[str] = "programme"
    programme: ProgrammeId
    entry: EntryId
    area: Code
    expected: Effect | None = None
    measured: Effect | None = None
    verdict: Verdict
    words: PublicText
    period_from: date
    period_to: date


class SetTimeAside(Command):
    """Say how much time a department sets aside for a while (afsat tid). C66."""

    stream: ClassVar[str] = "programme"
    programme: ProgrammeId
    department: Code
    hours: Hours
    starts_on: date
    ends_on: date


# Decide


def record_cost(state: State, command: RecordCost) -> list[ProgrammeEvent]:
    """The latest word on an entry stands. T21."""
    require_in_order(command.period_from, command.period_to)
    cost = CostRecorded(
        programme=command.programme,
        entry=command.entry,
        amount=command.amount,
        what=command.what,
        by_grant=command.by_grant,
        period_from=command.period_from,
        period_to=command.period_to,
    )
    return [] if state.costs.get(command.entry) == cost else [cost]


def state_effect(state: State, command: StateEffect) -> list[ProgrammeEvent]:
    """The verdict says what the numbers say: less than expected is never met. T22."""
    require_in_order(command.period_from, command.period_to)
    if not _as_the_numbers_say(command):
        raise Refused(
            "verdict_against_numbers",
            "The verdict says something else than the numbers.",
            "T22",
            "Say plainly whether it was reached.",
            danish="Vurderingen siger noget andet end tallene.",
            danish_next="Sig tydeligt, om målet er nået.",
        )
    effect = EffectStated(
        programme=command.programme,
        entry=command.entry,
        area=command.area,
        expected=command.expected,
        measured=command.measured,
        verdict=command.verdict,
        words=command.words,
        period_from=command.period_from,
        period_to=command.period_to,
    )
    return [] if state.effects.get(command.entry) == effect else [effect]


def _as_the_numbers_say(command: StateEffect) -> bool:
    expected, measured, verdict = command.expected, command.measured, command.verdict
    if expected is None:
        return True
    if measured is None:
        return verdict not in _SAYS
    if measured >= expected:
        return verdict is Verdict.MET
    return verdict is Verdict.NOT_MET or (verdict is Verdict.PARTLY_MET and measured > 0)


def set_time_aside(state: State, command: SetTimeAside) -> list[ProgrammeEvent]:
    """The latest word of a department stands. C66."""
    require_in_order(command.starts_on, command.ends_on)
    time = TimeSetAside(
        programme=command.programme,
        department=command.department,
        hours=command.hours,
        starts_on=command.starts_on,
        ends_on=command.ends_on,
    )
    return [] if state.time.get(command.department) == time else [time]
