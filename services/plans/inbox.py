"""What plans takes from departments' systems: interventions, plans by one law, assessments, what was asked for. INV-58."""

from collections.abc import Mapping

from contracts.inbox import facts
from contracts.inbox.facts import Fact
from services.inbox import MakeCommand, as_command
from services.plans import assessments, health, information, intervention_course, interventions, statutory

COMMANDS: Mapping[type[Fact], MakeCommand] = {
    facts.InterventionAdded: as_command(interventions.AddIntervention, with_department=True),
    facts.InterventionGranted: as_command(interventions.GrantIntervention),
    facts.InterventionStarted: as_command(intervention_course.StartIntervention),
    facts.InterventionPaused: as_command(intervention_course.PauseIntervention),
    facts.InterventionEnded: as_command(intervention_course.EndIntervention),
    facts.StatutoryPlanLinked: as_command(statutory.LinkStatutoryPlan, with_department=True),
    facts.StatutoryPlanUnlinked: as_command(statutory.UnlinkStatutoryPlan),
    facts.InformationReceived: as_command(information.RecordInformation),
    facts.AssessmentCompleted: as_command(assessments.CompleteAssessment),
    facts.HealthStatementAnswered: as_command(health.AnswerHealthStatement),
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
