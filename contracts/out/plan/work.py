"""What is done for the goals: interventions and what they take of the catalogue, activities, plans by each law."""

from datetime import date
from enum import StrEnum
from typing import Annotated

from contracts.codes import FSIII, DepartmentCode, InterventionKindCode, LegalCode, PlaceCode
from contracts.ids import ActivityId, GoalId, Id, InterventionId, OfferId, PersonId, StatutoryPlanId
from contracts.plans.content import Revision
from contracts.plans.offers import PresentedIn
from contracts.plans.work import InterventionResult
from contracts.shapes import Opened, Part, PartyKind


class InterventionStatus(StrEnum):
    """How far an intervention has come. A05."""

    ADDED = "added"
    """It hasn't started yet."""
    STARTED = "started"
    PAUSED = "paused"
    ENDED = "ended"


class ActivityStatus(StrEnum):
    """How an activity stands. A06."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


class OfferTaken(Part):
    """The offer of the catalogue that an intervention takes, as it was called and met then. A07, P46."""

    offer: OfferId
    title: Opened | None
    place: PlaceCode | None
    place_name: Opened | None
    seen_before: bool
    """The family saw it before it began. P46."""


class InterventionShown(Part):
    """An intervention works for a goal, by a department and a law (indsats). A05, INV-13."""

    intervention: InterventionId
    goal: GoalId
    known: bool
    """The goal is in the plan."""
    title: Opened
    department: DepartmentCode
    legal_basis: LegalCode
    kind: InterventionKindCode | None
    provider: Opened | None
    """Who provides it (indsatsudøver). R20."""
    starts: date
    """When it is to start."""
    ends: date | None
    """When it is to end."""
    offer: OfferTaken | None
    granted: bool
    """It was granted, in knowledge of those that it overlaps with. INV-62."""
    overlaps: tuple[InterventionId, ...]
    status: InterventionStatus
    started_on: date | None
    """When it started, the first time."""
    ended_on: date | None
    result: Annotated[InterventionResult | None, FSIII]
    revision: Revision
    """The revision of the plan that brought it, gave it a provider, or ended it."""


class ActivityShown(Part):
    """Something that somebody does for a goal (aktivitet). A06."""

    activity: ActivityId
    goal: GoalId
    known: bool
    """The goal is in the plan."""
    title: Opened
    owner_kind: PartyKind
    owner: Id
    due_on: date | None
    overdue: bool
    """Its day passed and it is open."""
    status: ActivityStatus
    revision: Revision


class StatutoryPlanShown(Part):
    """A plan by one law and department inside the family plan (lovbestemt plan). A10, INV-18."""

    statutory_plan: StatutoryPlanId
    legal_basis: LegalCode
    department: DepartmentCode
    revision: Revision


class PlaceShown(Part):
    """A place that the family has to go to for what it takes; what has ended doesn't count. P47."""

    place: PlaceCode
    place_name: Opened | None
    interventions: tuple[InterventionId, ...]


class OfferPresentedShown(Part):
    """An offer was presented to members of the family, called and met as it was then. P40."""

    offer: OfferId
    title: Opened
    place: PlaceCode
    place_name: Opened
    presented_in: PresentedIn
    to: tuple[PersonId, ...]
    presented_on: date


class OfferVisitShown(Part):
    """Members of the family saw an offer for themselves (besøgt tilbuddet). P46."""

    offer: OfferId
    title: Opened
    visited_by: tuple[PersonId, ...]
    visited_on: date


class WorkShown(Part):
    """What is done for the goals."""

    interventions: tuple[InterventionShown, ...]
    """In the order of the goals, then by start."""
    activities: tuple[ActivityShown, ...]
    """In the order of the goals."""
    statutory_plans: tuple[StatutoryPlanShown, ...]
    places: tuple[PlaceShown, ...]
    offers_presented: tuple[OfferPresentedShown, ...]
    offer_visits: tuple[OfferVisitShown, ...]
