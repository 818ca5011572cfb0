"""What the tests of progress share: what the others said of the family, and what was registered of it."""

from datetime import date
from typing import Any

from contracts.contacts.events import FamilyMemberAdded, Member, Role
from contracts.ids import (
    AxisId,
    BaselineId,
    DeviationId,
    InterventionId,
    MeasureId,
    OccupationId,
    OfferId,
    ProfessionalId,
    RatingId,
    RegistrationId,
    ScoringId,
    SuccessId,
    WheelId,
)
from contracts.progress.events import (
    Axis,
    AxisScore,
    BaselineRecorded,
    DeviationReported,
    FamilyEvent,
    InclusionAnswered,
    Measured,
    MeasureKind,
    OccupationKind,
    OccupationStarted,
    OfferQualityRated,
    ProgressRegistered,
    ScoredBy,
    SmallSuccessNoted,
    TrustRated,
    WheelDefined,
    WheelKind,
    WheelScored,
)
from contracts.shapes import PartyKind
from eventkeep.handle import Decider
from eventkeep.testing import Given, folded, given
from services.progress import domain
from services.progress.reference import (
    ContactsFacts,
    Known,
    MeetingsFacts,
    PlansFacts,
    evolve_contacts,
    evolve_meetings,
    evolve_plans,
)
from tests.unit.family import (
    ANNA,
    AROUND,
    BO,
    CLARA,
    FAMILY,
    GOAL,
    INTERVENTION,
    MEETING,
    OTHER_GOAL,
    SOFIE,
    attached,
    numbered,
    professional,
)
from tests.unit.meetings_story import FRIEND, SUPPORTED
from tests.unit.story import DEFINED, DRAFTED, HELD, HELPED

PROGRESS = Decider(domain.State, domain.decide, domain.evolve)
NINA = numbered(ProfessionalId, 4)
BY_NINA = professional(NINA)
OFFER, OFFERED = numbered(OfferId, 1), numbered(InterventionId, 2)
OTHER_DEFINED = DEFINED.model_copy(update={"goal": OTHER_GOAL, "revision": 3})
VISITED = HELPED.model_copy(
    update={"intervention": OFFERED, "goal": OTHER_GOAL, "offer": OFFER, "revision": 4}
)
AROUND_US = (
    *AROUND,
    attached(NINA).model_copy(update={"department": "health", "profession": "health visitor"}),
    FamilyMemberAdded(family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="Clara Example")),
    *SUPPORTED,
)
"""Nina is a health visitor, Clara a child, and a friend stands by the family."""
IN_THE_PLAN = (DRAFTED, DEFINED, HELPED, OTHER_DEFINED, VISITED)
KNOWN = Known(
    folded(evolve_contacts, ContactsFacts(), *AROUND_US),
    folded(evolve_plans, PlansFacts(), *IN_THE_PLAN),
    folded(evolve_meetings, MeetingsFacts(), HELD),
)
YESTERDAY, TODAY, TOMORROW = date(2024, 2, 29), date(2024, 3, 1), date(2024, 3, 2)
NEXT_WEEK = date(2024, 3, 8)

MEASURED: BaselineRecorded = BaselineRecorded(
    family=FAMILY,
    baseline=numbered(BaselineId, 1),
    person=BO,
    goal=GOAL,
    instrument="who-5",
    scale_min=0,
    scale_max=100,
    value=40,
    measured_on=TODAY,
)
REGISTERED = ProgressRegistered(
    family=FAMILY,
    registration=numbered(RegistrationId, 1),
    goal=GOAL,
    intervention=INTERVENTION,
    person=BO,
    value=5,
    by_kind=ScoredBy.PROFESSIONAL,
    note="He laughs more.",
    registered_on=TODAY,
)
NOTED = SmallSuccessNoted(
    family=FAMILY, success=numbered(SuccessId, 1), person=BO, words="Bo made dinner.", noted_on=TODAY
)
TRUSTED = TrustRated(
    family=FAMILY,
    rating=numbered(RatingId, 1),
    person=ANNA,
    professional=SOFIE,
    value=4,
    rated_on=TODAY,
)
RATED = OfferQualityRated(
    family=FAMILY,
    rating=numbered(RatingId, 2),
    offer=OFFER,
    intervention=OFFERED,
    person=BO,
    by_kind=ScoredBy.CITIZEN,
    value=3,
    words="Fun on Tuesdays.",
    rated_on=TODAY,
)
WHEEL, JOB_AXIS, HEALTH_AXIS = numbered(WheelId, 1), numbered(AxisId, 1), numbered(AxisId, 2)
TURNED = WheelDefined(
    family=FAMILY,
    wheel=WHEEL,
    kind=WheelKind.PROGRESSION,
    person=BO,
    axes=(Axis(axis=JOB_AXIS, area="job"), Axis(axis=HEALTH_AXIS, area="health")),
    defined_on=TODAY,
)
GOAL_WHEEL, GOAL_AXIS, OTHER_AXIS = numbered(WheelId, 2), numbered(AxisId, 3), numbered(AxisId, 4)
GOALS_TURNED = WheelDefined(
    family=FAMILY,
    wheel=GOAL_WHEEL,
    kind=WheelKind.SUB_GOALS,
    person=BO,
    axes=(Axis(axis=GOAL_AXIS, goal=GOAL), Axis(axis=OTHER_AXIS, goal=OTHER_GOAL)),
    defined_on=TODAY,
)
SCORED = WheelScored(
    family=FAMILY,
    wheel=WHEEL,
    scoring=numbered(ScoringId, 1),
    person=BO,
    by_kind=ScoredBy.PROFESSIONAL,
    scores=(AxisScore(axis=JOB_AXIS, value=3), AxisScore(axis=HEALTH_AXIS, value=6)),
    words="He gets up by himself.",
    scored_on=TODAY,
)
DEVIATION = numbered(DeviationId, 1)
REPORTED = DeviationReported(
    family=FAMILY,
    deviation=DEVIATION,
    meeting=MEETING,
    goal=GOAL,
    intervention=INTERVENTION,
    words="Nobody came on Monday.",
    owner=SOFIE,
    owner_kind=PartyKind.PROFESSIONAL,
    due_on=NEXT_WEEK,
    reported_on=TODAY,
)
ATTENDANCE = Measured(
    family=FAMILY,
    measure=numbered(MeasureId, 1),
    kind=MeasureKind.ATTENDANCE,
    person=BO,
    instrument="days-at-school",
    scale_min=0,
    scale_max=100,
    value=82,
    period_from=date(2024, 2, 1),
    measured_on=YESTERDAY,
)
INCLUDED = InclusionAnswered(
    family=FAMILY,
    measure=numbered(MeasureId, 2),
    supporter=FRIEND,
    instrument="inclusion",
    scale_min=1,
    scale_max=5,
    value=2,
    measured_on=TODAY,
)
OCCUPATION = numbered(OccupationId, 1)
PLAYS = OccupationStarted(
    family=FAMILY,
    occupation=OCCUPATION,
    person=BO,
    kind=OccupationKind.LEISURE_ACTIVITY,
    what="football",
    matches_wish=True,
    words="With Kaj from next door.",
    started_on=date(2024, 1, 10),
)


def how_it_goes(*events: FamilyEvent) -> Given:
    """What is registered of the family that contacts, plans and meetings know."""
    return given(PROGRESS, *events).with_known(KNOWN)


def contacts_say(*events: Any) -> Known:
    """What is known after contacts said this, too."""
    return Known(folded(evolve_contacts, KNOWN.contacts, *events), KNOWN.plans, KNOWN.meetings)


def plans_say(*events: Any) -> Known:
    """What is known after plans said this, too."""
    return Known(KNOWN.contacts, folded(evolve_plans, KNOWN.plans, *events), KNOWN.meetings)
