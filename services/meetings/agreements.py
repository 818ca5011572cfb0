"""What every held network meeting agrees: the six things without which it isn't closed. INV-25 to INV-30."""

from datetime import date

from pydantic import AwareDatetime

from contracts.ids import FamilyId, GoalId, MeetingId, PersonId, ProfessionalId
from contracts.meetings.events import Agreements, InterimGoalReview, ProgressScheme, Revision
from contracts.shapes import Code, Command, Part, Text
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.meetings.known_plans import Table
from services.meetings.named import require_attached, require_members
from services.meetings.reference import Known


class WellbeingReview(Part):
    """How a child is, as the follow-up saw it (trivsel). P34, INV-46."""

    person: PersonId
    concern: bool
    words: Text | None = None


class HoldMeeting(Command):
    """Record that the network met, and its six agreements (netværksmøde). A21, A24, P23 to P25, INV-25 to INV-30.

    `revision` is the one that was on the table, where the plan has changed since the meeting was called. A follow-up
    also looks at each child's wellbeing, and at each goal that was set until now. P32, P34, A46, INV-46.
    """

    family: FamilyId
    meeting: MeetingId
    held_at: AwareDatetime
    revision: Revision | None = None
    further_assessment_needed: bool
    further_assessment_domains: tuple[Code, ...] = ()
    follow_up_on: date
    follow_up_persons: tuple[PersonId, ...]
    follow_up_professionals: tuple[ProfessionalId, ...]
    interim_goals: tuple[GoalId, ...]
    deviation_procedure: Text
    progress_persons: tuple[PersonId, ...]
    progress_professionals: tuple[ProfessionalId, ...]
    progress_what: Text
    progress_every: Code
    wellbeing: tuple[WellbeingReview, ...] = ()
    interim_reviews: tuple[InterimGoalReview, ...] = ()
    gp_not_invited_because: Text | None = None


def agreements(known: Known, table: Table, revision: int, command: HoldMeeting) -> Agreements:
    """The six agreements, or what is missing. Decision, procedure and rhythm are required by type.

    `table` is the plan that the meeting was called over, `revision` the one that it saw.
    """
    _require_follow_up(known, command)
    _require_interim_goals(table, revision, command)
    if not command.progress_persons and not command.progress_professionals:
        raise Refused(
            "progress_registrar_missing",
            "The meeting says who registers progression.",
            "INV-30",
            "Name who registers.",
            danish="Mødet aftaler, hvem der registrerer progression.",
            danish_next="Angiv, hvem der registrerer.",
        )
    _require_clear_assessment(command)
    require_members(known, command.progress_persons, "INV-30")
    require_attached(known, command.progress_professionals, "INV-30", day_of(command.held_at))
    return Agreements(
        family=command.family,
        further_assessment_needed=command.further_assessment_needed,
        further_assessment_domains=command.further_assessment_domains,
        follow_up_on=command.follow_up_on,
        follow_up_persons=command.follow_up_persons,
        follow_up_professionals=command.follow_up_professionals,
        interim_goals=command.interim_goals,
        deviation_procedure=command.deviation_procedure,
        progress_scheme=ProgressScheme(
            family=command.family,
            persons=command.progress_persons,
            professionals=command.progress_professionals,
            what=command.progress_what,
            every=command.progress_every,
        ),
    )


def _require_clear_assessment(command: HoldMeeting) -> None:
    """INV-25: a meeting that finds nothing more to look into names no domains."""
    if command.further_assessment_domains and not command.further_assessment_needed:
        raise Refused(
            "further_assessment_unclear",
            "The meeting decided that no further assessment is needed, and names domains of one.",
            "INV-25",
            "Say that it is needed, or name no domains.",
            {"domains": ", ".join(command.further_assessment_domains)},
            danish="Mødet besluttede, at der ikke er behov for yderligere udredning, men nævner områder.",
            danish_next="Angiv, at der er behov, eller udelad områderne.",
        )


def _require_follow_up(known: Known, command: HoldMeeting) -> None:
    if command.follow_up_on <= day_of(command.held_at):
        raise Refused(
            "follow_up_not_later",
            "The follow-up is on a later day than the meeting.",
            "INV-26",
            "Agree a later date.",
            danish="Opfølgningen ligger på en senere dag end mødet.",
            danish_next="Aftal en senere dato.",
        )
    if not command.follow_up_persons:
        raise Refused(
            "follow_up_without_family",
            "The family takes part in the follow-up.",
            "INV-27",
            "Name who of the family takes part.",
            danish="Familien deltager i opfølgningen.",
            danish_next="Angiv, hvem fra familien der deltager.",
        )
    require_members(known, command.follow_up_persons, "INV-27")
    require_attached(known, command.follow_up_professionals, "INV-27", day_of(command.held_at))


def _require_interim_goals(table: Table, revision: int, command: HoldMeeting) -> None:
    """Goals that were open in the revision on the table: what became of them or of the plan since is no matter."""
    if not command.interim_goals:
        raise Refused(
            "interim_goals_missing",
            "The meeting agrees the goals until the next one.",
            "INV-28",
            "Name goals of the plan.",
            danish="Mødet aftaler målene frem til næste møde.",
            danish_next="Angiv mål, der står i planen.",
        )
    if set(command.interim_goals) - {*table.goals, *table.ended_goals}:
        raise Refused(
            "goal_not_in_plan",
            "A goal until the next meeting is not in the plan.",
            "INV-28",
            "Define it in the plan first.",
            danish="Et mål frem til næste møde står ikke i planen.",
            danish_next="Skriv målet i planen først.",
        )
    if set(command.interim_goals) - table.open_at(revision):
        raise Refused(
            "goal_not_open",
            "A goal until the next meeting had ended already.",
            "INV-28",
            "Name goals that are open.",
            danish="Et mål frem til næste møde var allerede afsluttet.",
            danish_next="Angiv åbne mål.",
        )
