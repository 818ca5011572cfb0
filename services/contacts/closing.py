"""A family's case is closed, with everything that was around it, and may be opened again."""

from datetime import date
from typing import assert_never

from contracts.contacts.events import ContractEnded, FamilyClosed, FamilyEvent, FamilyReopened
from contracts.ids import FamilyId
from contracts.shapes import Code, Command, Text
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts import leaving
from services.contacts.required import day_of_command
from services.contacts.state import State

MOVED_AWAY = "moved-away"
"""The reason for which a case is closed when the family moves to another municipality: it takes a handover.

Spaces count as hyphens.
"""

# Commands


class CloseFamily(Command):
    """Close the case: contacts, team, contract and attachments end with it (afslutte). R01, Q15, X-10.

    Where the reason is `moved-away`, to another municipality, `handover` is what that one is told.
    """

    family: FamilyId
    reason: Code
    handover: Text | None = None


class ReopenFamily(Command):
    """Open a closed case again; nobody is attached yet (genåbne). R01."""

    family: FamilyId
    reason: Code


ClosingCommand = CloseFamily | ReopenFamily
ClosingEvent = FamilyClosed | FamilyReopened

# Decide


def decide(state: State, command: ClosingCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case CloseFamily():
            return _close(state, command)
        case ReopenFamily():
            if not state.closed:
                return []
            _require_ended_here(state)
            return [FamilyReopened(family=command.family, reason=command.reason)]
        case _:
            assert_never(command)


def _require_ended_here(state: State) -> None:
    if state.continued_in is not None:
        raise Refused(
            "continued_elsewhere",
            "The household goes on in another family: there would be two cases of the same people.",
            "R01",
            "Go on in the family that it was merged into.",
            danish="Husstanden fortsætter i en anden familie: der ville være to sager om de samme mennesker.",
            danish_next="Fortsæt i den familie, den er lagt sammen med.",
        )


def _close(state: State, command: CloseFamily) -> list[FamilyEvent]:
    if command.reason.replace(" ", "-") == MOVED_AWAY and command.handover is None:
        raise Refused(
            "handover_missing",
            "A family that moves to another municipality takes a handover with it.",
            "R01",
            "Write the handover.",
            danish="En familie, der flytter til en anden kommune, skal have en overdragelse med.",
            danish_next="Skriv overdragelsen.",
        )
    return ended(state, command.family, command.reason, day_of_command(command), handover=command.handover)


def ended(
    state: State,
    family: FamilyId,
    reason: str,
    day: date,
    continued_in: FamilyId | None = None,
    handover: str | None = None,
) -> list[FamilyEvent]:
    """Everything around the family ends, each said by an event of its own; last, the case. Q15."""
    contract = state.contract and ContractEnded(
        family=family, contract=state.contract.contract, reason="family-closed"
    )
    return [
        *leaving.all_leave(state, family, "family-closed", day),
        *([contract] if contract else []),
        FamilyClosed(family=family, reason=reason, continued_in=continued_in, handover=handover),
    ]


# Evolve


def evolve(state: State, event: ClosingEvent) -> State:
    """The family after an event. What a closed case had around it, a reopened one begins anew."""
    match event:
        case FamilyClosed():
            return replace(
                state,
                closed=True,
                continued_in=event.continued_in,
                requests={name: replace(asked, open=False) for name, asked in state.requests.items()},
                attached={},
                emergencies={},
                contacts={},
                working_roles=frozenset(),
                shared={},
                team=None,
                review_due=False,
                coordinator=None,
                handover=None,
                deputy=None,
                primary_contact=None,
                contract=None,
            )
        case FamilyReopened():
            return replace(state, closed=False)
        case _:
            assert_never(event)
