"""What the latest meeting agreed, which stands until the next one, and what somebody will do. INV-25 to INV-30."""

from datetime import date as day

from contracts.codes import DomainCode, IntervalCode, ReasonCode
from contracts.ids import AgreementId, GoalId, Id, MeetingId, PersonId, ProfessionalId
from contracts.meetings.followed import AgreementEnding
from contracts.shapes import Opened, Part, PartyKind


class FollowUpShown(Part):
    """When it is followed up, and who comes (opfølgning). INV-26, INV-27."""

    date: day
    persons: tuple[PersonId, ...]
    professionals: tuple[ProfessionalId, ...]
    late: bool
    """It was agreed later than it should have been: a warning. X-03."""
    latest: day | None
    """The day that it should not be later than, where it is."""
    overdue: bool
    """None was held by the agreed day."""


class InterimGoalShown(Part):
    """A goal that is worked for until the next meeting. INV-28."""

    goal: GoalId
    known: bool
    """The goal is in the plan."""


class ProgressSchemeShown(Part):
    """Who registers progression, what, and how often (progressionsregistrering). A26, INV-30."""

    what: Opened
    every: IntervalCode
    persons: tuple[PersonId, ...]
    professionals: tuple[ProfessionalId, ...]


class FurtherAssessmentShown(Part):
    """Whether more is to be looked into. INV-25."""

    needed: bool
    """The meeting decided that more is to be looked into."""
    domains: tuple[DomainCode, ...]
    withdrawn: bool
    """The decision was taken back. INV-23."""


class AgreedActionShown(Part):
    """Somebody will do something by the end of a day (aftale). A21, A24."""

    agreement: AgreementId
    meeting: MeetingId
    words: Opened
    owner_kind: PartyKind
    owner: Id
    due_on: day
    overdue: bool
    """It was not done by the end of the day."""
    ending: AgreementEnding | None
    """Null while it is open."""
    reason: ReasonCode | None
    """Why it ended so, where it says so."""


class AgreedShown(Part):
    """What the latest held meeting agreed: null, or an empty list, before the first one."""

    agreed_at_meeting: MeetingId | None
    next_follow_up: FollowUpShown | None
    interim_goals: tuple[InterimGoalShown, ...]
    deviation_procedure: Opened | None
    """What happens when things go otherwise than planned (afvigelser). A25, INV-29."""
    progress_scheme: ProgressSchemeShown | None
    further_assessment: FurtherAssessmentShown | None
    agreed_actions: tuple[AgreedActionShown, ...]
    """What is open, by its day; then what was kept or broken."""
