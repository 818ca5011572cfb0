"""What plans takes from departments' systems: interventions, plans by one law, assessments, what was asked for. INV-58."""

from collections.abc import Mapping
from typing import Any

from contracts.inbox import plans as facts
from contracts.inbox.fact import Fact
from eventkeep.edge.call import Answer, Call
from eventkeep.handle import Handle
from eventkeep.react import HandleCommand
from services.inbox import As
from services.plans import assessments, health, information, intervention_course, interventions, statutory
from services.plans.interventions import GrantIntervention, not_confirmed, overlapping
from services.plans.state import State

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


def granted(family: Handle) -> HandleCommand:
    """Handles what is said of a family. A grant that overlaps is noted and not made: nobody is told that it was. INV-62."""

    async def handle(command: Any, call: Call) -> Answer:
        answer = await family(command, call)
        if isinstance(command, GrantIntervention):
            state: State = await family.state(f"family/{command.family}")
            if not state.work.interventions[command.intervention].granted:
                raise not_confirmed(overlapping(state.work, command.intervention))
        return answer

    return handle
