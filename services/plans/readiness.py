"""What a plan must hold before it is approved, preliminary or final. INV-13, INV-17, INV-18, INV-23, INV-41, INV-44."""

from collections.abc import Iterable
from datetime import date

from contracts.legal_bases import LEGAL_BASES
from contracts.plans.events import Element, Stage
from eventkeep.refused import Refused
from services.plans.assessments import unsettled
from services.plans.findings import AssessmentStanding
from services.plans.focus_areas import addressed
from services.plans.parties import is_party
from services.plans.state import State

NATURAL = (Element.SELF_SUPPORT, Element.EMPLOYMENT, Element.EDUCATION)
"""The elements of every plan. P35."""


def require_ready(state: State, stage: Stage, day: date) -> None:
    """Refuses with the first of what is missing."""
    _require_parts(state)
    _require_owners(state, day)
    _require_statutory_plans(state, day)
    _require_elements(state)
    _require_challenges_answered(state)
    _require_priority(state)
    if stage is Stage.FINAL:
        _require_no_open_assessment(state)


def _require_parts(state: State) -> None:
    missing = set(state.known.contacts.members) - state.parts.written
    if missing:
        raise Refused(
            "parts_missing",
            "The plan covers the whole family: a member has no part, and no reason why.",
            "INV-17",
            "Write each member's part, or why there is none.",
            {"persons": _listed(missing)},
            danish="Planen dækker hele familien: et medlem mangler en del eller en begrundelse.",
            danish_next="Skriv hvert medlems del, eller hvorfor den mangler.",
        )


def _require_owners(state: State, day: date) -> None:
    goals = ((each, state.goals.goals[each]) for each in state.goals.open)
    missing = [each for each, goal in goals if not is_party(state.known, goal.owner_kind, goal.owner, day)]
    if missing:
        raise Refused(
            "goal_without_owner",
            "The owner of a goal is no longer of the family or attached to it.",
            "INV-13",
            "Give the goal another owner.",
            {"goals": _listed(missing)},
            danish="Et måls ejer er ikke længere i familien eller tilknyttet.",
            danish_next="Giv målet en anden ejer.",
        )


def _require_statutory_plans(state: State, day: date) -> None:
    """A paragraph that was replaced is answered by a plan by the one that replaced it. Q17."""
    linked = {each for each in state.work.statutory.values() if each is not None}
    bases = {each.code for each in state.known.contacts.legal_bases.values() if each.in_force(day)}
    missing = [code for code in bases if not {code, _replaced_by(code)} & linked]
    if missing:
        raise Refused(
            "statutory_plan_missing",
            "The plan holds a plan by each law that the case rests on.",
            "INV-18",
            "Link the plan by each of these laws.",
            {"legal_bases": _listed(missing)},
            danish="Planen rummer en plan efter hver lov, som sagen hviler på.",
            danish_next="Knyt planen efter hver af disse love til.",
        )


def _replaced_by(code: str) -> str | None:
    basis = LEGAL_BASES.get(code)
    return basis.replaced_by if basis else None


def _require_elements(state: State) -> None:
    missing = [each for each in NATURAL if each not in addressed(state) | state.focus.not_relevant]
    if missing:
        raise Refused(
            "elements_missing",
            "Self-support, employment and education are each in the plan, or not relevant with a reason.",
            "INV-44",
            "Add a focus area about each, or set it aside with the reason.",
            {"elements": _listed(missing)},
            danish="Selvforsørgelse, beskæftigelse og uddannelse er med i planen eller begrundet fravalgt.",
            danish_next="Tilføj et fokusområde om hvert, eller fravælg det med en begrundelse.",
        )


def _require_challenges_answered(state: State) -> None:
    if state.focus.open_challenges:
        raise Refused(
            "challenge_not_answered",
            "The family has not answered a reality challenge.",
            "INV-41",
            "Record what the family answers.",
            {"challenges": _listed(state.focus.open_challenges)},
            danish="Familien har ikke svaret på en realitetsudfordring.",
            danish_next="Notér, hvad familien svarer.",
        )


def _require_priority(state: State) -> None:
    if state.focus.not_placed:
        raise Refused(
            "priority_missing",
            "The family has not given each focus area its place.",
            "INV-41",
            "Let the family agree on the order of all focus areas.",
            {"focus_areas": _listed(state.focus.not_placed)},
            danish="Familien har ikke givet hvert fokusområde sin plads.",
            danish_next="Lad familien blive enig om rækkefølgen af alle fokusområder.",
        )


def _require_no_open_assessment(state: State) -> None:
    """INV-23: none that was asked for, and none that a held meeting decided on and nothing has settled."""
    assessments = state.findings.assessments.items()
    still = [each for each, known in assessments if known.standing is AssessmentStanding.OPEN]
    decided = {domain for domains in unsettled(state).values() for domain in domains}
    if still or decided:
        raise Refused(
            "assessment_open",
            "A further assessment is needed before the plan is final.",
            "INV-23",
            "Complete or withdraw it, or approve the plan as preliminary.",
            {"assessments": _listed(still), "domains": _listed(decided)},
            danish="Der mangler en yderligere udredning, før planen er endelig.",
            danish_next="Gør den færdig, lad den bortfalde, eller godkend planen som foreløbig.",
        )


def _listed(items: Iterable[str]) -> str:
    return ", ".join(sorted(items))
