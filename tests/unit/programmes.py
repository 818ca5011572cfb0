"""One invented programme, for tests: who has which role in it, its commands, and what they make true."""

from datetime import date

from contracts.ids import EntryId, MilestoneId, ProfessionalId, ProgrammeId, TellingId, TrainingId
from contracts.progress.events import (
    Attendee,
    CostRecorded,
    EffectStated,
    GuideRead,
    GuideVersionPublished,
    MilestoneSet,
    OutcomeTargetSet,
    ProgrammeEvent,
    ProgrammeRegistered,
    ProgrammeRole,
    ProgrammeRoleAssigned,
    ProgrammeRoleEnded,
    ProgrammeTold,
    TellingKind,
    TimeSetAside,
    TrainingHeld,
    Verdict,
)
from contracts.progress.targets import Target
from services.progress.guides import MarkGuideRead, PublishGuide
from services.progress.milestones import SetMilestone, SetOutcomeTarget
from services.progress.money import RecordCost, SetTimeAside, StateEffect
from services.progress.roles import AssignProgrammeRole, EndProgrammeRole, RegisterProgramme
from services.progress.told import TellOfProgramme
from services.progress.trainings import RecordTraining
from tests.unit.family import AT, PASSER_BY, SOFIE, TOMAS, ULLA, numbered, professional

PROGRAMME = numbered(ProgrammeId, 1)
IDA = numbered(ProfessionalId, 4)
"""Of the project team."""
BY_SOFIE, BY_TOMAS, BY_ULLA, BY_IDA = (professional(who) for who in (SOFIE, TOMAS, ULLA, IDA))
BEGINS, TODAY, ENDS = date(2024, 1, 1), date(2024, 3, 1), date(2025, 12, 31)
_SAID = {"by": BY_SOFIE, "at": AT, "programme": PROGRAMME}
_FRAME = {
    "programme": PROGRAMME,
    "code": "familier-paa-vej",
    "title": "Families on the way",
    "starts_on": BEGINS,
    "ends_on": ENDS,
    "grant": 7_540_000,
    "funder": "The fund for families",
}

REGISTER = RegisterProgramme(by=BY_SOFIE, at=AT, name="Sofie Example", **_FRAME)
REGISTERED = ProgrammeRegistered(**_FRAME)


def assigned(
    role: ProgrammeRole, who: ProfessionalId, name: str = "Somebody Example"
) -> ProgrammeRoleAssigned:
    """A professional has a role from today on."""
    return ProgrammeRoleAssigned(programme=PROGRAMME, role=role, professional=who, name=name, since=TODAY)


LEADS = assigned(ProgrammeRole.PROJECT_LEAD, SOFIE, "Sofie Example")
BEGINNING: tuple[ProgrammeEvent, ...] = (
    REGISTERED,
    LEADS,
    assigned(ProgrammeRole.STEERING_GROUP, TOMAS, "Tomas Example"),
    assigned(ProgrammeRole.COORDINATION_GROUP, ULLA, "Ulla Example"),
    assigned(ProgrammeRole.PROJECT_TEAM, IDA, "Ida Example"),
)
"""Sofie leads; Tomas steers, Ulla coordinates, Ida is on the team."""

ASSIGN = AssignProgrammeRole(
    **_SAID, role=ProgrammeRole.PROJECT_OWNER, professional=PASSER_BY, name="Per Example"
)
ASSIGNED = assigned(ProgrammeRole.PROJECT_OWNER, PASSER_BY, "Per Example")
END = EndProgrammeRole(**_SAID, role=ProgrammeRole.STEERING_GROUP, professional=TOMAS)
ENDED = ProgrammeRoleEnded(
    programme=PROGRAMME, role=ProgrammeRole.STEERING_GROUP, professional=TOMAS, ended_on=TODAY
)
_MILESTONE = {"milestone": numbered(MilestoneId, 1), "title": "Kick-off day", "due_on": date(2024, 4, 1)}
PLAN = SetMilestone(**_SAID, **_MILESTONE)
PLANNED = MilestoneSet(programme=PROGRAMME, **_MILESTONE)
AGREE = SetOutcomeTarget(**_SAID, target=Target.T02, needed=60)
AGREED = OutcomeTargetSet(programme=PROGRAMME, target=Target.T02, needed=60)
_TELLING = {
    "telling": numbered(TellingId, 1),
    "kind": TellingKind.RECOMMENDATION,
    "title": "Go on with the model",
    "words": "Let the model become daily work.",
    "told_to": ("The steering group",),
    "told_on": TODAY,
}
TELL = TellOfProgramme(**_SAID, **_TELLING)
TOLD = ProgrammeTold(programme=PROGRAMME, **_TELLING)
_TRAINING = {
    "training": numbered(TrainingId, 1),
    "kind": "kick-off",
    "title": "Kick-off day",
    "held_on": date(2024, 2, 1),
    "attended": (
        Attendee(professional=TOMAS, department="school"),
        Attendee(professional=ULLA, department="health"),
    ),
}
TRAIN = RecordTraining(**_SAID, **_TRAINING)
TRAINED = TrainingHeld(programme=PROGRAMME, **_TRAINING)
_GUIDE = {"guide": "coordinator", "version": 1, "title": "The coordinator’s guide", "published_on": TODAY}
PUBLISH = PublishGuide(**_SAID, **_GUIDE)
PUBLISHED = GuideVersionPublished(programme=PROGRAMME, **_GUIDE)
READ = MarkGuideRead(by=professional(PASSER_BY), at=AT, programme=PROGRAMME, guide="coordinator", version=1)
WAS_READ = GuideRead(programme=PROGRAMME, guide="coordinator", version=1, professional=PASSER_BY)
_COST = {
    "entry": numbered(EntryId, 1),
    "amount": 120_000,
    "what": "The kick-off day",
    "by_grant": True,
    "period_from": BEGINS,
    "period_to": TODAY,
}
SPEND = RecordCost(**_SAID, **_COST)
SPENT = CostRecorded(programme=PROGRAMME, **_COST)
_EFFECT = {
    "entry": numbered(EntryId, 2),
    "area": "economy",
    "expected": 1_000_000,
    "measured": -50_000,
    "verdict": Verdict.NOT_MET,
    "words": "The goals were too optimistic for the time.",
    "period_from": BEGINS,
    "period_to": TODAY,
}
STATE = StateEffect(**_SAID, **_EFFECT)
STATED = EffectStated(programme=PROGRAMME, **_EFFECT)
_TIME = {"department": "school", "hours": 6, "starts_on": BEGINS, "ends_on": ENDS}
SET_ASIDE = SetTimeAside(**_SAID, **_TIME)
IS_SET_ASIDE = TimeSetAside(programme=PROGRAMME, **_TIME)

MADE_TRUE = (
    (ASSIGN, ASSIGNED),
    (END, ENDED),
    (PLAN, PLANNED),
    (AGREE, AGREED),
    (TELL, TOLD),
    (TRAIN, TRAINED),
    (PUBLISH, PUBLISHED),
    (SPEND, SPENT),
    (STATE, STATED),
    (SET_ASIDE, IS_SET_ASIDE),
)
"""Commands of the project lead, and what each makes true of a programme that is registered."""
EVERY_COMMAND = (REGISTER, *(command for command, _ in MADE_TRUE), READ)
