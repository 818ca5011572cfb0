"""The plans by each law and department that the family plan holds (lovbestemte planer). A10, INV-18."""

from typing import assert_never

from contracts.ids import FamilyId, StatutoryPlanId
from contracts.legal_bases import LEGAL_BASES
from contracts.plans.events import FamilyEvent, StatutoryPlanLinked, StatutoryPlanUnlinked
from contracts.shapes import Code, Command, Text
from eventkeep.refused import Refused
from services.plans.state import State, require_new

# Commands


class LinkStatutoryPlan(Command):
    """Make a plan by one law part of the family plan (lovbestemt plan). A10, INV-18, Q17.

    `legal_basis` is a code of the table of legal bases; `reference` says where the plan lies.
    """

    family: FamilyId
    statutory_plan: StatutoryPlanId
    legal_basis: Code
    department: Code
    reference: Text | None = None


class UnlinkStatutoryPlan(Command):
    """Say that a plan by one law is no longer part of the family plan (lovbestemt plan udgår). A10."""

    family: FamilyId
    statutory_plan: StatutoryPlanId
    reason: Code


StatutoryCommand = LinkStatutoryPlan | UnlinkStatutoryPlan

# Decide


def decide_statutory(state: State, command: StatutoryCommand) -> list[FamilyEvent]:
    """Which plans by law the family plan holds. A10."""
    match command:
        case LinkStatutoryPlan():
            return _link(state, command)
        case UnlinkStatutoryPlan():
            return _unlink(state, command)
        case _:
            assert_never(command)


def _link(state: State, command: LinkStatutoryPlan) -> list[FamilyEvent]:
    known = state.work.statutory
    require_new(state, command.statutory_plan, known, "statutory_plan_linked_already", "A10")
    require_legal_basis(command.legal_basis, "INV-18")
    return [
        StatutoryPlanLinked(
            family=command.family,
            statutory_plan=command.statutory_plan,
            legal_basis=command.legal_basis,
            department=command.department,
            reference=command.reference,
            revision=state.revision + 1,
        )
    ]


def require_legal_basis(code: str, rule: str) -> None:
    """What rests on a law names it by its code in the table. `rule` says why it names one. Q17."""
    if code not in LEGAL_BASES:
        raise Refused(
            "legal_basis_unknown",
            "The table of legal bases has no such code.",
            rule,
            "Give a code of the table.",
            {"known": ", ".join(LEGAL_BASES)},
            danish="Hjemmelstabellen har ikke en sådan kode.",
            danish_next="Angiv en kode fra tabellen.",
        )


def _unlink(state: State, command: UnlinkStatutoryPlan) -> list[FamilyEvent]:
    if command.statutory_plan not in state.work.statutory:
        raise Refused(
            "statutory_plan_unknown",
            "The family plan holds no such plan.",
            "A10",
            "Link the plan first.",
            danish="Familieplanen rummer ikke en sådan plan.",
            danish_next="Knyt planen til først.",
        )
    if state.work.statutory[command.statutory_plan] is None:
        return []
    return [
        StatutoryPlanUnlinked(
            family=command.family,
            statutory_plan=command.statutory_plan,
            reason=command.reason,
            revision=state.revision + 1,
        )
    ]
