"""What the family plan holds: the part of it that plans tells, and how the plan stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, assert_never

from contracts.ids import FamilyId, PlanId
from contracts.plans.events import (
    ApprovalQuestioned,
    ApprovalWithheld,
    ContentChange,
    DisagreementTakenOn,
    FamilyEvent,
    OwnershipConfirmed,
    PlanApproved,
    PlanClosed,
    PlanDrafted,
    PlanRevised,
    Stage,
)
from contracts.plans.offers import OfferEvent
from eventkeep.evolved import replace
from services.overview import plan_content, plan_findings, plan_goals, plan_lacks, plan_offers, plan_work
from services.overview.people import People
from services.overview.plan_content import Content, ContentEvent
from services.overview.plan_findings import FindingEvent, Findings
from services.overview.plan_goals import GoalEvent, Goals
from services.overview.plan_offers import Offers
from services.overview.plan_work import Work, WorkEvent


@dataclass(frozen=True)
class Plan:
    """The plan as its events made it. `answered` questions were asked before the latest approval."""

    family: FamilyId | None = None
    plan: PlanId | None = None
    revision: int = 0
    content: Content = field(default_factory=Content)
    goals: Goals = field(default_factory=Goals)
    work: Work = field(default_factory=Work)
    findings: Findings = field(default_factory=Findings)
    offers: Offers = field(default_factory=Offers)
    approved: PlanApproved | None = None
    questions: tuple[ApprovalQuestioned, ...] = ()
    answered: int = 0
    withheld: tuple[ApprovalWithheld, ...] = ()
    taken_on: tuple[DisagreementTakenOn, ...] = ()
    owners: tuple[OwnershipConfirmed, ...] = ()
    revised: tuple[PlanRevised, ...] = ()
    closed: PlanClosed | None = None
    earlier: tuple[PlanClosed, ...] = ()


def evolve(plan: Plan, event: FamilyEvent) -> Plan:
    """The plan after an event. Never refuses: the past has happened. Only content raises the revision."""
    plan = replace(plan, family=event.family)
    if isinstance(event, PlanDrafted):
        return _drafted(plan, event)
    if isinstance(event, ContentChange):
        plan = replace(plan, revision=event.revision)
    if isinstance(event, GoalEvent):
        return replace(plan, goals=plan_goals.evolve(plan.goals, event))
    if isinstance(event, WorkEvent):
        return replace(plan, work=plan_work.evolve(plan.work, event))
    if isinstance(event, ContentEvent):
        return replace(plan, content=plan_content.evolve(plan.content, event))
    if isinstance(event, OfferEvent):
        return replace(plan, offers=plan_offers.evolve(plan.offers, event))
    if isinstance(event, FindingEvent):
        return replace(plan, findings=plan_findings.evolve(plan.findings, event))
    match event:
        case PlanApproved():
            return replace(plan, approved=event, answered=len(plan.questions), withheld=())
        case ApprovalQuestioned():
            return replace(plan, questions=(*plan.questions, event))
        case ApprovalWithheld():
            return replace(plan, withheld=(*plan.withheld, event))
        case DisagreementTakenOn():
            return replace(plan, taken_on=(*plan.taken_on, event))
        case OwnershipConfirmed():
            return replace(plan, owners=(*plan.owners, event))
        case PlanRevised():
            return replace(plan, revised=(*plan.revised, event))
        case PlanClosed():
            return replace(plan, closed=event)
        case _:
            assert_never(event)


def _drafted(plan: Plan, event: PlanDrafted) -> Plan:
    """A plan that follows a closed one begins empty, but for what was asked for the family, and for what it heard and
    saw of offers. INV-16."""
    if plan.closed is not None:
        findings = plan_findings.of_the_family(plan.findings)
        earlier = (*plan.earlier, plan.closed)
        plan = Plan(family=plan.family, findings=findings, offers=plan.offers, earlier=earlier)
    return replace(plan, plan=event.plan, revision=event.revision)


def shown(
    plan: Plan,
    held_on: Mapping[str, date],
    contacts: People,
) -> dict[str, Any]:
    """What everybody attached sees of it. `held_on` names the days of the held meetings, `contacts` who is in the
    family, what its case rests on, since when it has a team. INV-36, INV-37.

    Each piece carries the revision that brought it, so that one sees what is newer than the approval.
    """
    goals = plan_goals.tree(plan.goals)
    work = plan_work.shown(plan.work, plan_goals.places(goals), plan.offers)
    return {
        "plan": None if plan.family is None else _standing(plan, held_on),
        "earlier_plans": [{"plan": each.plan, "reason": each.reason} for each in plan.earlier],
        **plan_content.shown(plan.content),
        "goals": goals,
        "goals_after_split": plan_goals.after_split(plan.goals),
        **work,
        "places": plan_offers.places(work["interventions"]),
        **plan_offers.shown(plan.offers),
        **plan_findings.shown(plan.findings, contacts.team.since),
        "lacks": plan_lacks.shown(plan.content, plan.goals, plan.work, contacts),
    }


def _standing(plan: Plan, held_on: Mapping[str, date]) -> dict[str, Any]:
    """How the plan stands, and who agreed to it."""
    approved = plan.approved
    return {
        "id": plan.plan,
        "revision": plan.revision,
        "status": _status(plan),
        "approved_revision": approved and approved.revision,
        "approved_stage": approved and approved.stage,
        "approved_at_meeting": approved and approved.meeting,
        "approved_on": approved and held_on.get(approved.meeting),
        "approved_by": approved.approved_by if approved else (),
        "approvals": [
            {"professional": a.professional, "answer": a.answer, "reservation": a.reservation}
            for a in (approved.approvals if approved else ())
        ],
        "questions": _questions(plan),
        **_agreement(plan),
        "closed_because": plan.closed and plan.closed.reason,
    }


def _status(plan: Plan) -> str:
    """A doubt weighs more than a change: what was approved may not have been. Q13."""
    if plan.closed is not None:
        return "closed"
    if len(plan.questions) > plan.answered:
        return "questioned"
    if plan.approved is None:
        return "draft"
    if plan.approved.revision != plan.revision:
        return "changed"
    return "approved" if plan.approved.stage is Stage.FINAL else "preliminary"


def _questions(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "meeting": q.meeting,
            "rule": q.rule,
            "reason": q.reason,
            "meetings_version": q.meetings_version,
            "open": number >= plan.answered,
        }
        for number, q in enumerate(plan.questions)
    ]


def _agreement(plan: Plan) -> dict[str, Any]:
    """Who withholds the approval, what was taken to a next meeting, whose the plan is too. Q16, R50."""
    return {
        "withheld_by": [
            {
                "party_kind": each.party_kind,
                "party": each.party,
                "revision": each.revision,
                "meeting": each.meeting,
                "reason": each.reason,
            }
            for each in plan.withheld
        ],
        "disagreements": [
            {"meeting": each.meeting, "next_meeting": each.next_meeting, "about": each.about}
            for each in plan.taken_on
        ],
        "owned_by": [{"party_kind": each.party_kind, "party": each.party} for each in plan.owners],
        "revisions": [{"revision": each.revision, "reason": each.reason} for each in plan.revised],
    }
