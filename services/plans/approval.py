"""The approval of the plan at a network meeting, preliminary or final."""

from collections.abc import Collection

from contracts.ids import FamilyId, MeetingId, PersonId, PlanId, ProfessionalId
from contracts.plans.events import Answer, Approval, FamilyEvent, PlanApproved, Stage
from contracts.shapes import ActorKind, Command, Part, PartyKind, Text
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.plans.doubt import contradiction
from services.plans.readiness import require_ready
from services.plans.reference import MeetingFacts
from services.plans.state import Approved, State

# Commands


class ProfessionalAnswer(Part):
    """What a professional at the meeting says of the plan, with words where it is a reservation. INV-21."""

    professional: ProfessionalId
    answer: Answer
    reservation: Text | None = None


class ApprovePlan(Command):
    """Record that the plan was approved at a held network meeting (godkende). A23, P21, P22, INV-19 to INV-24."""

    family: FamilyId
    meeting: MeetingId
    stage: Stage = Stage.FINAL
    answers: tuple[ProfessionalAnswer, ...]
    approved_by: tuple[PersonId, ...]


# Decide


def approve(state: State, plan: PlanId, command: ApprovePlan) -> list[FamilyEvent]:
    """Approved as it was on the table, by all who must, with the family at its head. INV-19 to INV-24."""
    require_on_table(state, plan, command.meeting)
    answers = _answers(command.answers)
    approved_by = tuple(dict.fromkeys(command.approved_by))
    if not approved_by or (command.by.kind is ActorKind.PERSON and command.by.id not in approved_by):
        raise Refused(
            "approval_without_family",
            "The family approves its plan, each for himself or herself.",
            "INV-20",
            "Say which members of the family approved.",
            danish="Familien godkender selv sin plan, hver for sig.",
            danish_next="Angiv, hvem i familien der har godkendt.",
        )
    against = contradiction(state.known, command.meeting, answers.keys(), approved_by)
    if against is not None:
        raise against.refusal()
    approved = Approved(command.meeting, state.revision, answers, frozenset(approved_by), command.stage)
    if approved == state.agreed.approved and Answer.RESERVED not in answers.values():
        return []
    _require_none_withholds(state, answers.keys(), approved_by)
    _require_stage(state, command)
    require_ready(state, command.stage, day_of(command.at))
    return [_approved(plan, state.revision, command, approved_by)]


def _approved(
    plan: PlanId, revision: int, command: ApprovePlan, approved_by: tuple[PersonId, ...]
) -> PlanApproved:
    return PlanApproved(
        family=command.family,
        plan=plan,
        revision=revision,
        meeting=command.meeting,
        stage=command.stage,
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


def require_on_table(state: State, plan: PlanId, meeting: MeetingId) -> MeetingFacts:
    """INV-19: the meeting was held, over this revision of this plan."""
    facts = state.known.meetings.meetings.get(meeting, MeetingFacts())
    if not facts.held:
        raise Refused(
            "meeting_not_held",
            "A plan is approved only at a held network meeting.",
            "INV-19",
            "Hold the meeting first.",
            danish="En plan godkendes kun på et afholdt netværksmøde.",
            danish_next="Hold mødet først.",
        )
    if (facts.plan, facts.revision) != (plan, state.revision):
        raise Refused(
            "plan_changed_since_meeting",
            "Another plan was on the table.",
            "INV-19",
            "Approve it at a new meeting.",
            {"on_the_table": str(facts.revision), "revision": str(state.revision)},
            danish="Det var en anden plan, der lå på bordet.",
            danish_next="Godkend den på et nyt møde.",
        )
    return facts


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
            danish="Hver godkender eller siger, hvad forbeholdet er.",
            danish_next="Notér ét svar fra hver, og kun ord til et forbehold.",
        )
    return answered


def _require_none_withholds(
    state: State, answered: Collection[ProfessionalId], approved_by: Collection[PersonId]
) -> None:
    """INV-21, Q16: who withheld this revision takes that back by approving it. Who has left stands in no way."""
    contacts = state.known.contacts
    agree: dict[PartyKind, set[str]] = {
        PartyKind.PROFESSIONAL: {*answered},
        PartyKind.PERSON: {*approved_by},
    }
    here = {PartyKind.PROFESSIONAL: {*contacts.team}, PartyKind.PERSON: {*contacts.members}}
    against = [
        party
        for (kind, party), revision in state.agreed.withheld.items()
        if revision == state.revision and party in here[kind] and party not in agree[kind]
    ]
    if against:
        raise Refused(
            "approval_withheld",
            "Somebody withholds the approval of this revision.",
            "INV-21",
            "Let those approve it as well, or take the disagreement to a next meeting.",
            {"withheld_by": str(len(against))},
            danish="Nogen tilbageholder godkendelsen af denne udgave.",
            danish_next="Lad også dem godkende, eller tag uenigheden med til et næste møde.",
        )


def _require_stage(state: State, command: ApprovePlan) -> None:
    """INV-24: the final plan is approved at a later meeting than the preliminary; Q13: it doesn't go back."""
    before = state.agreed.approved
    if before is None or before.stage is command.stage:
        return
    if command.stage is Stage.PRELIMINARY:
        if before.revision == state.revision:
            raise Refused(
                "plan_final_already",
                "This revision was approved as final.",
                "INV-24",
                "Revise the plan first.",
                danish="Denne udgave er godkendt som endelig.",
                danish_next="Revidér planen først.",
            )
        return
    meetings = state.known.meetings.meetings
    now, then = (meetings.get(each, MeetingFacts()).held_at for each in (command.meeting, before.meeting))
    if now is not None and then is not None and now <= then:
        raise Refused(
            "final_needs_later_meeting",
            "A final plan is approved at a later meeting than the preliminary one.",
            "INV-24",
            "Approve it at a new network meeting.",
            danish="Den endelige plan godkendes på et senere møde end den foreløbige.",
            danish_next="Godkend den på et nyt netværksmøde.",
        )
