"""The coordinator whom the family chooses from the team, and who stands in for him or her."""

from datetime import date
from typing import assert_never

from contracts.contacts.events import (
    ContractParty,
    CoordinatorChosen,
    CoordinatorDeputyEnded,
    CoordinatorDeputyNamed,
    CoordinatorHandoverAccepted,
    CoordinatorHandoverEnded,
    CoordinatorHandoverStarted,
    CoordinatorVacated,
    FamilyEvent,
)
from contracts.ids import FamilyId, PersonId, ProfessionalId
from contracts.shapes import Code, Command
from eventkeep.evolved import replace
from eventkeep.refused import Refused
from services.contacts import deputy, primary_contact
from services.contacts.deputy import EndDeputy, NameDeputy
from services.contacts.handover import AnswerHandover, answer, put_back, sign_anew
from services.contacts.required import (
    day_of_command,
    has_adult,
    require_attached,
    require_members,
    require_team,
    speaks_for_another,
)
from services.contacts.state import Contract, State

# Commands


class ChooseCoordinator(Command):
    """Record whom the family chose from the team as coordinator. R07, P08, INV-01 to INV-04, Q01.

    Where there is one already, he or she holds until the new one accepts. The first is also the primary contact,
    unless there is one. Q04.
    """

    family: FamilyId
    professional: ProfessionalId
    chosen_by: tuple[PersonId, ...]


class VacateCoordinator(Command):
    """Record that the family has no coordinator any more, and why. R07, INV-01, INV-02.

    `decided_by` are those of the family who wanted it so, where it was the family's choice.
    """

    family: FamilyId
    reason: Code
    decided_by: tuple[PersonId, ...] = ()


CoordinatorCommand = ChooseCoordinator | AnswerHandover | NameDeputy | EndDeputy | VacateCoordinator
CoordinatorEvent = (
    CoordinatorChosen
    | CoordinatorHandoverStarted
    | CoordinatorHandoverAccepted
    | CoordinatorHandoverEnded
    | CoordinatorDeputyNamed
    | CoordinatorDeputyEnded
    | CoordinatorVacated
)

# Decide


def decide(state: State, command: CoordinatorCommand) -> list[FamilyEvent]:
    """What a command makes true, or why it is refused."""
    match command:
        case ChooseCoordinator():
            return _choose(state, command)
        case AnswerHandover():
            return answer(state, command)
        case NameDeputy():
            return deputy.name(state, command)
        case EndDeputy():
            return deputy.end(state, command)
        case VacateCoordinator():
            return _vacate(state, command)
        case _:
            assert_never(command)


def _choose(state: State, command: ChooseCoordinator) -> list[FamilyEvent]:
    """The family's choice among the team, whatever the profession. INV-01 to INV-04."""
    _require_on_team(state, command.professional, day_of_command(command))
    chosen_by = tuple(dict.fromkeys(command.chosen_by))
    if not chosen_by or any(person not in state.members for person in chosen_by):
        raise Refused(
            "coordinator_not_chosen_by_family",
            "Only the family chooses its coordinator.",
            "INV-02",
            "Say which members of the family chose.",
            danish="Kun familien vælger sin koordinator.",
            danish_next="Angiv, hvem i familien der har valgt.",
        )
    _require_own_word(command, chosen_by)
    if not has_adult(state, chosen_by):
        raise Refused(
            "coordinator_chosen_without_adult",
            "Children don't choose the family's coordinator alone.",
            "INV-02",
            "Let an adult of the family choose with them.",
            danish="Børn vælger ikke familiens koordinator alene.",
            danish_next="Lad en voksen i familien vælge sammen med dem.",
        )
    if state.coordinator is None:
        return _first(state, command, chosen_by)
    if command.professional == state.coordinator:
        return put_back(state, command.family, "chosen-again")
    if state.handover is not None and command.professional == state.handover.professional:
        return []
    return [
        *put_back(state, command.family, "another-chosen"),
        CoordinatorHandoverStarted(
            family=command.family,
            professional=command.professional,
            chosen_by=chosen_by,
            previous=state.coordinator,
        ),
    ]


def _require_own_word(command: ChooseCoordinator | VacateCoordinator, persons: tuple[PersonId, ...]) -> None:
    if speaks_for_another(command.by, persons):
        raise Refused(
            "coordinator_not_chosen_by_family",
            "A member speaks for himself or herself.",
            "INV-02",
            "Name yourself among those who decided.",
            danish="Et medlem taler for sig selv.",
            danish_next="Nævn dig selv blandt dem, der har besluttet det.",
        )


def _require_on_team(state: State, professional: ProfessionalId, day: date) -> None:
    if professional not in require_team(state):
        raise Refused(
            "coordinator_not_on_team",
            "The coordinator is chosen from the coordination team.",
            "INV-01",
            "Add the professional to the team first.",
            danish="Koordinatoren vælges i koordinationsteamet.",
            danish_next="Føj fagpersonen til teamet først.",
        )
    require_attached(state, professional, day)


def _first(state: State, command: ChooseCoordinator, chosen_by: tuple[PersonId, ...]) -> list[FamilyEvent]:
    """At once, since nobody holds the baton; and primary contact too, unless the family has one. Q04."""
    chosen = CoordinatorChosen(family=command.family, professional=command.professional, chosen_by=chosen_by)
    trusted = (
        primary_contact.designate(state, command.family, command.professional)
        if state.primary_contact is None
        else []
    )
    return [
        *put_back(state, command.family, "chosen-anew"),
        chosen,
        *sign_anew(command.family, state.contract, command.professional),
        *trusted,
    ]


def _vacate(state: State, command: VacateCoordinator) -> list[FamilyEvent]:
    if state.coordinator is None:
        return []
    decided_by = tuple(dict.fromkeys(command.decided_by))
    require_members(state, decided_by)
    _require_own_word(command, decided_by)
    return [
        CoordinatorVacated(
            family=command.family,
            professional=state.coordinator,
            reason=command.reason,
            decided_by=decided_by,
        )
    ]


def leave(state: State, family: FamilyId, professional: ProfessionalId) -> list[FamilyEvent]:
    """No longer coordinator, nor chosen to be, where he or she was. INV-01, INV-03."""
    if state.handover is not None and professional == state.handover.professional:
        return put_back(state, family, "left-team")
    if professional == state.coordinator:
        return [CoordinatorVacated(family=family, professional=professional)]
    return []


# Evolve


def evolve(state: State, event: CoordinatorEvent) -> State:
    """The family after an event. It never refuses: the past has happened."""
    match event:
        case CoordinatorChosen() | CoordinatorHandoverAccepted():
            contract = _unsigned(state.contract)
            return replace(
                state, coordinator=event.professional, handover=None, deputy=None, contract=contract
            )
        case CoordinatorHandoverStarted():
            return replace(state, handover=event)
        case CoordinatorHandoverEnded():
            return replace(state, handover=None)
        case CoordinatorDeputyNamed():
            return replace(state, deputy=event, deputies=state.deputies + 1)
        case CoordinatorDeputyEnded():
            return replace(state, deputy=None)
        case CoordinatorVacated():
            return replace(state, coordinator=None, deputy=None, contract=_unsigned(state.contract))
        case _:
            assert_never(event)


def _unsigned(contract: Contract | None) -> Contract | None:
    """Without the coordinator's signature: it was another's. INV-48."""
    if contract is None:
        return None
    others: dict[ContractParty, str] = {
        party: who for party, who in contract.signed.items() if party is not ContractParty.COORDINATOR
    }
    return replace(contract, signed=others)
