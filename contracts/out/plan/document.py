"""The shared plan as one document: the schema that `FamilyPlanTold` names for its `plan`."""

from typing import ClassVar

from contracts.meaning import Special
from contracts.out.plan.agreed import AgreedShown
from contracts.out.plan.around import AroundShown
from contracts.out.plan.content import ContentShown
from contracts.out.plan.findings import FindingsShown
from contracts.out.plan.goals import GoalsShown
from contracts.out.plan.meetings import MeetingsShown
from contracts.out.plan.people import PeopleShown
from contracts.out.plan.progress import ProgressShown
from contracts.out.plan.standing import PlanShown
from contracts.out.plan.work import WorkShown

VERSION = 8
"""The `view_version` whose shape this is."""


class FamilyPlan(
    ProgressShown,
    MeetingsShown,
    AgreedShown,
    FindingsShown,
    WorkShown,
    GoalsShown,
    ContentShown,
    PlanShown,
    AroundShown,
    PeopleShown,
):
    """The shared plan (helhedsplan), the same for everybody attached to the family. INV-36, INV-37.

    Texts are opened; of somebody who was forgotten they are `[forgotten]`. Every field is always there: what isn't known is
    null, or an empty list. Fields and codes may come, under a larger `view_version`; another name, type or meaning of what
    stands here is another edition of the messages.
    """

    special: ClassVar[Special | None] = Special.HEALTH
