"""The family's case is closed or opened again: whether anybody is reminded of its deviations. Q15, INV-31."""

from contracts.ids import FamilyId
from contracts.progress.events import ClosingEvent, DeviationsResumed, DeviationsSuspended, FamilyEvent
from contracts.shapes import Code, Command
from eventkeep.evolved import replace
from services.progress.state import State

# Commands


class SuspendDeviations(Command):
    """Wait for nobody to act on a deviation (indstille): the case was closed. Our own service only. Q15."""

    family: FamilyId
    reason: Code


class ResumeDeviations(Command):
    """Wait again for what is still open (genoptage): the case was opened again. Our own service only. Q15, INV-31."""

    family: FamilyId


# Decide


def suspend(state: State, command: SuspendDeviations) -> list[FamilyEvent]:
    """What holds now decides: where the case was opened again meanwhile, nothing happens."""
    if state.suspended or not state.known.contacts.closed:
        return []
    return [DeviationsSuspended(family=command.family, reason=command.reason)]


def resume(state: State, command: ResumeDeviations) -> list[FamilyEvent]:
    """A day that passed meanwhile is said at once."""
    if not state.suspended or state.known.contacts.closed:
        return []
    return [DeviationsResumed(family=command.family)]


# Evolve


def evolve_closing(state: State, event: ClosingEvent) -> State:
    """Whether what was agreed is waited for."""
    return replace(state, suspended=isinstance(event, DeviationsSuspended))
