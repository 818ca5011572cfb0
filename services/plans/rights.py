"""Who may give which command: one table. Being informed gives no right to change. INV-40, INV-63."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from contracts.shapes import Actor, ActorKind, Command
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.plans import (
    activities,
    approval,
    assessments,
    challenges,
    disagreement,
    doubt,
    drafting,
    focus_areas,
    forms,
    goal_course,
    goals,
    health,
    households,
    information,
    intervention_course,
    interventions,
    offers,
    parts,
    rehabilitation,
    revision,
    statutory,
    wishes,
)
from services.plans.known_contacts import Attachment
from services.plans.reference import Known
from services.refusals import (
    family_closed,
    family_unknown,
    for_services_only,
    not_around_family,
    not_of_department,
)


class Relation(StrEnum):
    """How somebody stands to the family."""

    FAMILY = "family"
    COORDINATOR = "coordinator"
    TEAM = "team"
    ATTACHED = "attached"
    CASEWORKER = "caseworker"
    STAFF = "staff"
    SERVICE = "service"


_SERVICE = frozenset({Relation.SERVICE})
_STAFF_WRITE = frozenset({Relation.COORDINATOR, Relation.TEAM})
_ALL_WRITE = _STAFF_WRITE | {Relation.FAMILY}
_WITH_CASEWORKER = _STAFF_WRITE | {Relation.CASEWORKER}
_ALL_STAFF_AROUND = _STAFF_WRITE | {Relation.ATTACHED}
_EVERYBODY_AROUND = _ALL_WRITE | {Relation.ATTACHED}
_CASEWORKER = frozenset({Relation.CASEWORKER})

MAY_GIVE: Mapping[type[Command], frozenset[Relation]] = {
    drafting.DraftPlan: _ALL_WRITE,
    drafting.ClosePlan: _STAFF_WRITE | _SERVICE,
    wishes.RecordWish: _ALL_WRITE,
    wishes.StateHelpNeed: _ALL_WRITE,
    wishes.IdentifyResource: _ALL_WRITE,
    parts.WritePlanPart: _ALL_WRITE,
    parts.WriteLeisureLine: _ALL_WRITE,
    focus_areas.AddFocusArea: _ALL_WRITE,
    focus_areas.CloseFocusArea: _ALL_WRITE,
    focus_areas.SetElementAside: _ALL_WRITE,
    focus_areas.AgreePriority: _ALL_WRITE,
    challenges.RaiseRealityChallenge: _STAFF_WRITE,
    challenges.AnswerRealityChallenge: _ALL_WRITE,
    goals.DefineGoal: _ALL_WRITE,
    goals.RewordGoal: _STAFF_WRITE,
    goals.ReplanGoal: _ALL_WRITE,
    goal_course.MoveGoal: _ALL_WRITE,
    goal_course.AchieveGoal: _ALL_WRITE,
    goal_course.CloseGoal: _ALL_WRITE,
    goal_course.ShareGoal: _ALL_STAFF_AROUND,
    goal_course.NoteGoalOverdue: _SERVICE,
    households.AskGoals: _SERVICE,
    households.DecideGoalFate: _ALL_WRITE,
    interventions.AddIntervention: _ALL_WRITE,
    interventions.GrantIntervention: _CASEWORKER,
    interventions.AssignProvider: _STAFF_WRITE,
    intervention_course.StartIntervention: _WITH_CASEWORKER,
    intervention_course.PauseIntervention: _WITH_CASEWORKER,
    intervention_course.EndIntervention: _WITH_CASEWORKER,
    intervention_course.CancelIntervention: _WITH_CASEWORKER,
    offers.PresentOffer: _ALL_STAFF_AROUND,
    offers.RecordOfferVisit: _EVERYBODY_AROUND,
    activities.AddActivity: _ALL_WRITE,
    activities.EndActivity: _ALL_WRITE,
    activities.NoteActivityOverdue: _SERVICE,
    statutory.LinkStatutoryPlan: _WITH_CASEWORKER,
    statutory.UnlinkStatutoryPlan: _WITH_CASEWORKER,
    information.RequestInformation: _STAFF_WRITE,
    information.RecordInformation: _ALL_STAFF_AROUND,
    information.NoteInformationOverdue: _SERVICE,
    forms.OpenAssessmentForm: _STAFF_WRITE,
    forms.FillFormSection: _ALL_WRITE,
    forms.ShareForm: _STAFF_WRITE,
    forms.CompleteForm: _STAFF_WRITE,
    assessments.RequestAssessment: _STAFF_WRITE,
    assessments.CompleteAssessment: _ALL_STAFF_AROUND,
    assessments.WithdrawAssessment: _STAFF_WRITE,
    assessments.ShareAssessment: _ALL_STAFF_AROUND,
    health.ConsultHealthCoordinator: _STAFF_WRITE,
    health.RequestHealthStatement: _WITH_CASEWORKER,
    health.AnswerHealthStatement: _ALL_STAFF_AROUND,
    rehabilitation.PrepareRehabCase: _EVERYBODY_AROUND,
    rehabilitation.SubmitRehabCase: _ALL_STAFF_AROUND,
    rehabilitation.RecordRecommendation: _ALL_STAFF_AROUND,
    rehabilitation.StartResourceCourse: _CASEWORKER,
    approval.ApprovePlan: _ALL_WRITE,
    disagreement.WithholdApproval: _ALL_WRITE,
    disagreement.TakeDisagreementOn: _ALL_WRITE,
    disagreement.ConfirmOwnership: _EVERYBODY_AROUND,
    doubt.QuestionApproval: _SERVICE,
    revision.RevisePlan: _ALL_WRITE,
}
"""Each command and the relations in which it may be given; one of them is enough."""


def relations(known: Known, by: Actor, day: date) -> frozenset[Relation]:
    """All relations in which somebody stands to the family on a day. Without a basis in force, nobody has a place
    around it, whatever he or she holds. X-01."""
    contacts = known.contacts
    if by.kind is ActorKind.SERVICE:
        return _SERVICE
    if by.kind is ActorKind.DEPARTMENT:
        return frozenset()
    if by.kind is ActorKind.PERSON:
        return frozenset({Relation.FAMILY}) if by.id in contacts.members else frozenset()
    attached, deputy = contacts.attached.get(by.id), contacts.deputy
    if attached is None or not attached.in_force(day):
        return frozenset({Relation.STAFF})
    stands_in = (
        deputy is not None and deputy.professional == by.id and deputy.valid_from <= day <= deputy.valid_to
    )
    held = {
        Relation.STAFF: True,
        Relation.ATTACHED: True,
        Relation.CASEWORKER: attached.is_caseworker,
        Relation.TEAM: by.id in contacts.team,
        Relation.COORDINATOR: by.id == contacts.coordinator or stands_in,
    }
    return frozenset(relation for relation, holds in held.items() if holds)


def require_may_give(known: Known, command: Command) -> None:
    """Refuses a command to whoever may not give it. INV-40, INV-63."""
    allowed = MAY_GIVE[type(command)]
    by = command.by
    if by.kind is ActorKind.SERVICE and Relation.SERVICE in allowed:
        return
    if allowed == _SERVICE:
        raise for_services_only()
    _require_family(known)
    _require_of_department(known.contacts.attached.get(by.id), by)
    if not relations(known, by, day_of(command.at)) & allowed:
        raise _not_allowed(allowed)


def _require_of_department(attached: Attachment | None, by: Actor) -> None:
    """A department's system speaks for its own people alone. INV-58."""
    if by.through is not None and (attached is None or attached.department != by.through):
        raise not_of_department()


def _require_family(known: Known) -> None:
    if not known.contacts.registered:
        raise family_unknown()
    if known.contacts.closed:
        raise family_closed()


def _not_allowed(allowed: frozenset[Relation]) -> Refused:
    if allowed == _CASEWORKER:
        return Refused(
            "caseworker_only",
            "A legal decision is taken by a caseworker of the family, not by its coordinator as such.",
            "INV-63",
            "Ask the caseworker.",
            danish="En myndighedsafgørelse træffes af en sagsbehandler, ikke af koordinatoren som sådan.",
            danish_next="Spørg sagsbehandleren.",
        )
    if Relation.ATTACHED in allowed:
        return not_around_family()
    if Relation.FAMILY in allowed:
        return Refused(
            "not_on_team",
            "Only the family, its coordinator and its team write the plan.",
            "INV-40",
            "Ask the coordinator.",
            danish="Kun familien, koordinatoren og teamet skriver i planen.",
            danish_next="Spørg koordinatoren.",
        )
    return Refused(
        "not_on_team",
        "Only the coordinator, the team or a caseworker does this.",
        "INV-40",
        "Ask the coordinator.",
        danish="Kun koordinatoren, teamet eller en sagsbehandler gør dette.",
        danish_next="Spørg koordinatoren.",
    )
