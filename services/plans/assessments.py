"""Assessments before the plan is final: requested, completed by one or more methods, withdrawn, shared. A15, INV-23."""

from typing import assert_never

from contracts.ids import AssessmentId, FamilyId, MeetingId, PersonId
from contracts.plans.events import (
    AssessmentCompleted,
    AssessmentRequested,
    AssessmentShared,
    AssessmentWithdrawn,
    FamilyEvent,
    Method,
)
from contracts.shapes import Code, Command, Text
from eventkeep.refused import Refused
from services.plans.findings import Assessment, AssessmentStanding
from services.plans.icf import require_icf
from services.plans.known_meetings import ANY_DOMAIN
from services.plans.parties import require_member, require_members
from services.plans.state import State, require_new

_ADULT = "adult"

# Commands


class RequestAssessment(Command):
    """Ask a department for a further assessment, of a member or the family (udredning). A15, P20, INV-23."""

    family: FamilyId
    assessment: AssessmentId
    domain: Code
    department: Code
    person: PersonId | None = None


class CompleteAssessment(Command):
    """Say that an assessment is done, by which methods and ICF domains (udredt). A15, M01 to M05, INV-23."""

    family: FamilyId
    assessment: AssessmentId
    methods: tuple[Method, ...]
    icf_domains: tuple[Code, ...] = ()
    conclusion: Text


class WithdrawAssessment(Command):
    """Say that an assessment is not needed after all, and why (udredning bortfalder). P20, INV-23."""

    family: FamilyId
    assessment: AssessmentId
    reason: Code


class ShareAssessment(Command):
    """Let the team see a completed assessment, for a purpose and with the family's consent (dele udredning). INV-61.

    An adult who was assessed consents in person; for a child, or for the family, an adult does.
    """

    family: FamilyId
    assessment: AssessmentId
    purpose: Code
    consented_by: tuple[PersonId, ...]


AssessmentCommand = RequestAssessment | CompleteAssessment | WithdrawAssessment | ShareAssessment

# Decide


def decide_assessments(state: State, command: AssessmentCommand) -> list[FamilyEvent]:
    """An assessment from its request to who may see it. A15, INV-23, INV-61."""
    match command:
        case RequestAssessment():
            return _request(state, command)
        case CompleteAssessment():
            return _complete(state, command)
        case WithdrawAssessment():
            return _withdraw(state, command)
        case ShareAssessment():
            return _share(state, command)
        case _:
            assert_never(command)


def _request(state: State, command: RequestAssessment) -> list[FamilyEvent]:
    known = state.findings.assessments
    require_new(state, command.assessment, known, "assessment_requested_already", "A15")
    if command.person is not None:
        require_member(state.known, command.person, "A15")
    return [
        AssessmentRequested(
            family=command.family,
            assessment=command.assessment,
            domain=command.domain,
            department=command.department,
            person=command.person,
        )
    ]


def _complete(state: State, command: CompleteAssessment) -> list[FamilyEvent]:
    """Methods may be combined: no single one covers it. M04, M05."""
    assessment = _require_requested(state, command.assessment)
    if assessment.standing is AssessmentStanding.COMPLETED:
        return []
    _require_open(assessment)
    methods = tuple(dict.fromkeys(command.methods))
    if not methods:
        raise Refused(
            "method_missing",
            "An assessment says by which methods it was made.",
            "M05",
            "Name one method or more.",
            danish="En udredning siger, hvilke metoder der er brugt.",
            danish_next="Angiv mindst én metode.",
        )
    require_icf(command.icf_domains)
    return [
        AssessmentCompleted(
            family=command.family,
            assessment=command.assessment,
            methods=methods,
            icf_domains=tuple(dict.fromkeys(command.icf_domains)),
            conclusion=command.conclusion,
            settles=_settled_by(state, assessment),
        )
    ]


def _withdraw(state: State, command: WithdrawAssessment) -> list[FamilyEvent]:
    assessment = _require_requested(state, command.assessment)
    if assessment.standing is AssessmentStanding.WITHDRAWN:
        return []
    _require_open(assessment)
    return [
        AssessmentWithdrawn(
            family=command.family,
            assessment=command.assessment,
            reason=command.reason,
            settles=_settled_by(state, assessment),
        )
    ]


def _share(state: State, command: ShareAssessment) -> list[FamilyEvent]:
    assessment = _require_requested(state, command.assessment)
    if assessment.standing is not AssessmentStanding.COMPLETED:
        raise Refused(
            "assessment_not_completed",
            "Only a completed assessment is shared.",
            "INV-61",
            "Complete the assessment first.",
            danish="Kun en færdig udredning deles.",
            danish_next="Gør udredningen færdig først.",
        )
    if command.purpose in assessment.shared_for:
        return []
    consented_by = require_members(state.known, command.consented_by, "INV-61")
    _require_consent(state, assessment, consented_by)
    return [
        AssessmentShared(
            family=command.family,
            assessment=command.assessment,
            purpose=command.purpose,
            consented_by=consented_by,
        )
    ]


def _require_consent(state: State, assessment: Assessment, consented_by: tuple[PersonId, ...]) -> None:
    adults = {who for who, role in state.known.contacts.members.items() if role == _ADULT}
    needed = {assessment.person} & adults or adults
    if needed and needed.isdisjoint(consented_by):
        raise Refused(
            "sharing_without_consent",
            "Nobody whose consent counts has consented to this being shared.",
            "INV-61",
            "Ask the adult who was assessed, or an adult of the family.",
            danish="Ingen, hvis samtykke tæller, har samtykket i, at det deles.",
            danish_next="Spørg den voksne, der er udredt, eller en voksen i familien.",
        )


def _require_requested(state: State, assessment: AssessmentId) -> Assessment:
    if assessment not in state.findings.assessments:
        raise Refused(
            "assessment_unknown",
            "No such assessment was requested.",
            "A15",
            "Request the assessment first.",
            danish="Der er ikke bedt om en sådan udredning.",
            danish_next="Bed om udredningen først.",
        )
    return state.findings.assessments[assessment]


def _require_open(assessment: Assessment) -> None:
    if assessment.standing is not AssessmentStanding.OPEN:
        raise Refused(
            "assessment_not_open",
            "The assessment was completed or withdrawn.",
            "A15",
            "Request a new assessment.",
            danish="Udredningen er færdig eller bortfaldet.",
            danish_next="Bed om en ny udredning.",
        )


def unsettled(state: State) -> dict[MeetingId, tuple[str, ...]]:
    """The domains that meetings over this plan decided to look further into, and that nothing settled since. INV-23."""
    found = {}
    for meeting, facts in state.known.meetings.meetings.items():
        name = MeetingId(meeting)
        left = tuple(each for each in facts.assessments if (name, each) not in state.findings.settled)
        if facts.held and facts.plan == state.plan and left:
            found[name] = left
    return found


def _settled_by(state: State, assessment: Assessment) -> tuple[MeetingId, ...]:
    """The meetings that had decided on this domain, or on none in particular, by now. INV-23."""
    wanted = {assessment.domain, ANY_DOMAIN}
    return tuple(meeting for meeting, left in unsettled(state).items() if wanted & set(left))
