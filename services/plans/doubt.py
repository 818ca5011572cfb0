"""What speaks against an approval at its meeting: asked before it, and again when the meeting's facts change."""

from collections.abc import Collection
from dataclasses import dataclass

from contracts.ids import FamilyId, MeetingId
from contracts.plans.events import ApprovalQuestioned, FamilyEvent, Version
from contracts.shapes import Command
from eventkeep.refused import Refused
from services.plans.reference import Known, MeetingFacts
from services.plans.state import State

# Commands


class QuestionApproval(Command):
    """Look at an approval again, since the meeting's facts changed. Our own services only. INV-20, INV-21."""

    family: FamilyId
    meeting: MeetingId
    meetings_version: Version


# Decide


def question(state: State, command: QuestionApproval) -> list[FamilyEvent]:
    """Visible doubt, once for each version of the meetings that contradicts the approval. INV-20, INV-21."""
    approved = state.agreed.approved
    # A trigger may come late: what is decided on, and questioned, is what the meetings say by now.
    by_now = max(command.meetings_version, state.known.at.get("meetings", 0))
    seen = any(
        meeting == command.meeting and version >= by_now for meeting, version in state.agreed.questioned
    )
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
    """Why the meeting doesn't carry the approval: a stable code, a sentence, the rule, what to do next; both in Danish."""

    code: str
    sentence: str
    rule: str
    next_step: str
    danish: str
    danish_next: str

    def refusal(self) -> Refused:
        """The refusal of an approval that it speaks against."""
        return Refused(
            self.code,
            self.sentence,
            self.rule,
            self.next_step,
            danish=self.danish,
            danish_next=self.danish_next,
        )


NO_ADULT = Contradiction(
    "no_adult_present",
    "No adult of the family was at the meeting.",
    "INV-20",
    "Approve the plan at a meeting where the family is present.",
    "Ingen voksen fra familien var med til mødet.",
    "Godkend planen på et møde, hvor familien er med.",
)
NOT_AT_HEAD = Contradiction(
    "family_not_at_head",
    "The family did not sit at the head of the table.",
    "INV-20",
    "Record who of the family sat at the head of the table.",
    "Familien sad ikke for bordenden.",
    "Notér, hvem fra familien der sad for bordenden.",
)
FAMILY_ABSENT = Contradiction(
    "approver_not_present",
    "Somebody of the family approved without being at the meeting.",
    "INV-20",
    "Name only members of the family who were there.",
    "Et familiemedlem har godkendt uden at være med til mødet.",
    "Angiv kun familiemedlemmer, der var med.",
)
PROFESSIONAL_ABSENT = Contradiction(
    "approver_not_present",
    "Somebody answered who was not at the meeting as a professional.",
    "INV-21",
    "Take only the answers of professionals who were there; supporters back the plan.",
    "En, der har svaret, var ikke med til mødet som fagperson.",
    "Notér kun svar fra fagpersoner, der var med; støttepersoner bakker planen op.",
)
MISSING = Contradiction(
    "approval_missing",
    "A team member who was present has not answered.",
    "INV-21",
    "Ask each team member who was there.",
    "Et medlem af teamet, som var med, har ikke svaret.",
    "Spørg hvert medlem af teamet, som var med.",
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
