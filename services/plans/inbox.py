"""What plans takes from departments' systems: interventions, plans by one law, assessments, what was asked for. INV-58."""

from collections.abc import Mapping

from contracts.inbox import facts
from contracts.inbox.facts import Fact
from services.inbox import As
from services.plans import assessments, health, information, intervention_course, interventions, statutory

COMMANDS: Mapping[type[Fact], As] = {
    facts.InterventionAdded: As(interventions.AddIntervention, names_department=True),
    facts.InterventionGranted: As(interventions.GrantIntervention),
    facts.InterventionStarted: As(intervention_course.StartIntervention),
    facts.InterventionPaused: As(intervention_course.PauseIntervention),
    facts.InterventionEnded: As(intervention_course.EndIntervention),
    facts.StatutoryPlanLinked: As(statutory.LinkStatutoryPlan, names_department=True),
    facts.StatutoryPlanUnlinked: As(statutory.UnlinkStatutoryPlan),
    facts.InformationReceived: As(information.RecordInformation),
    facts.AssessmentCompleted: As(assessments.CompleteAssessment),
    facts.HealthStatementAnswered: As(health.AnswerHealthStatement),
}
"""The command of each kind of fact."""

WAITS_FOR = frozenset(
    {
        "assessment_unknown",
        "family_unknown",
        "goal_unknown",
        "information_request_unknown",
        "intervention_not_granted",
        "intervention_not_started",
        "intervention_unknown",
        "plan_not_drafted",
        "statement_unknown",
        "statutory_plan_unknown",
    }
)
"""Refusals of what may come to be: the message is tried again, for a time."""
