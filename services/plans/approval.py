"""The approval of the plan at a network meeting, and the doubt that a later fact about it raises."""

from collections.abc import Collection
from dataclasses import dataclass

from contracts.ids import FamilyId, MeetingId, PersonId, PlanId, ProfessionalId
from contracts.plans.events import Answer, Approval, ApprovalQuestioned, FamilyEvent, PlanApproved, Version
from contracts.shapes import ActorKind, Command, Part, Text
from eventkeep.refused import Refused
from services.plans.reference import Known, MeetingFacts
from services.plans.state import Approved, State

# Commands


class ProfessionalAnswer(Part):
    """What a professional at the meeting says of the plan, with words where it is a reservation. INV-21."""

    professional: ProfessionalId
    answer: Answer
    reservation: Text | None = None


class ApprovePlan(Command):
    """Record that the plan was approved at a held network meeting (godkende). A23, INV-19 to INV-22."""

    family: FamilyId
    meeting: MeetingId
    answers: tuple[ProfessionalAnswer, ...]
    approved_by: tuple[PersonId, ...]


class QuestionApproval(Command):
    """Look at an approval again, since the meeting's facts changed. Our own services only. INV-20, INV-21."""

    family: FamilyId
    meeting: MeetingId
    meetings_version: Version


# Decide


def approve(state: State, plan: PlanId, command: ApprovePlan) -> list[FamilyEvent]:
    """Approved as it was on the table, by all who must, with the family at its head. INV-19 to INV-22."""
    meeting = state.known.meetings.meetings.get(command.meeting, MeetingFacts())
    if not meeting.held:
        raise Refused(
            "meeting_not_held",
            "A plan is approved only at a held network meeting.",
            "INV-19",
            "Hold the meeting first.",
        )
    if (meeting.plan, meeting.revision) != (plan, state.revision):
        raise Refused(
            "plan_changed_since_meeting",
            "Another plan was on the table.",
            "INV-19",
            "Approve it at a new meeting.",
            {"on_the_table": str(meeting.revision), "revision": str(state.revision)},
        )
    answers = _answers(command.answers)
    approved_by = tuple(dict.fromkeys(command.approved_by))
    if not approved_by or (command.by.kind is ActorKind.PERSON and command.by.id not in approved_by):
        raise Refused(
            "approval_without_family",
            "The family approves its plan, each for himself or herself.",
            "INV-20",
            "Say which members of the family approved.",
        )
    against = contradiction(state.known, command.meeting, answers.keys(), approved_by)
    if against is not None:
        raise Refused(against.code, against.sentence, against.rule, against.next_step)
    approved = Approved(command.meeting, state.revision, answers, frozenset(approved_by))
    if approved == state.approved and Answer.RESERVED not in answers.values():
        return []
    return [
        PlanApproved(
            family=command.family,
            plan=plan,
            revision=state.revision,
            meeting=command.meeting,
            approvals=tuple(
                Approval(
                    family=command.family,
                    professional=each.professional,
                    answer=each.answer,
                    reservation=each.reservation,
                )
                for each in command.answers
            ),
            approved_by=approved_by,
        )
    ]


def _answers(answers: tuple[ProfessionalAnswer, ...]) -> dict[ProfessionalId, Answer]:
    """INV-21: each professional answers once; a reservation has words, an approval has none."""
    answered = {each.professional: each.answer for each in answers}
    unclear = any((each.answer is Answer.RESERVED) != (each.reservation is not None) for each in answers)
    if unclear or len(answered) != len(answers):
        raise Refused(
            "approval_unclear",
            "Each approves, or says what the reservation is.",
            "INV-21",
            "Take one answer from each, with words for a reservation only.",
        )
    return answered


def question(state: State, command: QuestionApproval) -> list[FamilyEvent]:
    """Visible doubt, once for each version of the meetings that contradicts the approval. INV-20, INV-21."""
    if command.by.kind is not ActorKind.SERVICE:
        raise Refused(
            "for_services_only",
            "The service itself looks at an approval again.",
            "INV-20",
            "Correct the meeting's attendance; the rest follows.",
        )
    approved = state.approved
    # A trigger may come late: what is decided on, and questioned, is what the meetings say by now.
    by_now = max(command.meetings_version, state.known.at.get("meetings", 0))
    seen = any(meeting == command.meeting and version >= by_now for meeting, version in state.questioned)
    if state.plan is None or approved is None or approved.meeting != command.meeting or seen:
        return []
    against = contradiction(state.known, command.meeting, approved.answers.keys(), approved.approved_by)
    if against is None:
        return []
    return [
        ApprovalQuestioned(
            family=command.family,
            plan=state.plan,
            meeting=command.meeting,
            rule=against.rule.lower(),
            reason=against.code,
            meetings_version=by_now,
        )
    ]


@dataclass(frozen=True)
class Contradiction:
    """Why the meeting doesn't carry the approval: a stable code, a sentence, the rule and what to do next."""

    code: str
    sentence: str
    rule: str
    next_step: str


NO_ADULT = Contradiction(
    "no_adult_present",
    "No adult of the family was at the meeting.",
    "INV-20",
    "Approve the plan at a meeting where the family is present.",
)
NOT_AT_HEAD = Contradiction(
    "family_not_at_head",
    "The family did not sit at the head of the table.",
    "INV-20",
    "Record who of the family sat at the head of the table.",
)
FAMILY_ABSENT = Contradiction(
    "approver_not_present",
    "Somebody of the family approved without being at the meeting.",
    "INV-20",
    "Name only members of the family who were there.",
)
PROFESSIONAL_ABSENT = Contradiction(
    "approver_not_present",
    "Somebody answered who was not at the meeting as a professional.",
    "INV-21",
    "Take only the answers of professionals who were there; supporters back the plan.",
)
MISSING = Contradiction(
    "approval_missing",
    "A team member who was present has not answered.",
    "INV-21",
    "Ask each team member who was there.",
)


def contradiction(
    known: Known, meeting: str, answered: Collection[str], approved_by: Collection[str]
) -> Contradiction | None:
    """What speaks against an approval by these people at this meeting. INV-20 to INV-22.

    The same question is asked before the approval and again when the meeting's facts change.
    """
    facts = known.meetings.meetings.get(meeting, MeetingFacts())
    present = set(facts.professionals)
    if not facts.adults:
        return NO_ADULT
    if not set(facts.chair) & set(facts.persons):
        return NOT_AT_HEAD
    if set(approved_by) - set(facts.persons):
        return FAMILY_ABSENT
    if set(answered) - present:
        return PROFESSIONAL_ABSENT
    if (present & set(known.contacts.team)) - set(answered):
        return MISSING
    return None
