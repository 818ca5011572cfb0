"""What progress takes from departments' systems: measurements, occupations, registrations, deviations. INV-58."""

from collections.abc import Mapping

from contracts.inbox import progress as facts
from contracts.inbox.fact import Fact
from services.inbox import As
from services.progress import (
    corrections,
    deviation_course,
    deviations,
    measures,
    occupations,
    registrations,
    successes,
)

COMMANDS: Mapping[type[Fact], As] = {
    facts.Measured: As(measures.RecordMeasure),
    facts.OccupationStarted: As(occupations.StartOccupation),
    facts.OccupationEnded: As(occupations.EndOccupation),
    facts.ProgressRegistered: As(registrations.RegisterProgress),
    facts.SmallSuccessNoted: As(successes.NoteSmallSuccess),
    facts.DeviationReported: As(deviations.ReportDeviation),
    facts.DeviationActionTaken: As(deviation_course.TakeDeviationAction),
    facts.RegistrationCorrected: As(corrections.CorrectRegistration),
}
"""The command of each kind of fact."""

WAITS_FOR = frozenset(
    {
        "deviation_unknown",
        "family_unknown",
        "goal_unknown",
        "intervention_unknown",
        "nothing_to_correct",
        "occupation_unknown",
        "person_not_in_family",
    }
)
"""Refusals of what may come to be: the message is tried again, for a time."""
