"""What stands in the plan: what members wish and say, focus areas in the family's order, and what the plan lacks."""

from datetime import date
from typing import Annotated

from contracts.codes import LegalCode, ReasonCode
from contracts.ids import ChallengeId, FocusAreaId, GoalId, HelpNeedId, PersonId, ResourceId, WishId
from contracts.meaning import Special
from contracts.plans.content import Element, LeisureLine, ResourceKind, Revision
from contracts.shapes import Opened, Part, Rank


class WishShown(Part):
    """What a member of the family wishes, in own words (ønske). A40, INV-43."""

    wish: WishId
    person: PersonId
    own_words: Opened
    revision: Revision


class OwnNeedShown(Part):
    """What a member needs help with, or what a wish takes, in own words. A40, A41."""

    need: HelpNeedId
    person: PersonId
    wish: WishId | None
    own_words: Opened
    revision: Revision


class ResourceShown(Part):
    """A resource to build on, of a member or the network (ressource). A42, R36."""

    resource: ResourceId
    kind: ResourceKind
    person: PersonId
    words: Opened
    revision: Revision


class PartShown(Part):
    """A member's part of the plan, or why none (hver deres del af planen). A03, INV-17."""

    person: PersonId
    words: Opened | None
    no_part_because: Opened | None
    revision: Revision


class LeisureLineShown(Part):
    """A child's leisure activity or a young person's leisure job in the plan, or why none. P36, INV-45."""

    person: PersonId
    line: LeisureLine
    words: Opened | None
    none_because: Opened | None
    revision: Revision


class FocusAreaShown(Part):
    """A focus area that is open (fokusområde). A08, INV-41."""

    focus_area: FocusAreaId
    title: Opened | None
    element: Annotated[Element | None, Special.HEALTH]
    rank: Rank
    placed_by_family: bool
    """The family gave it this place, and keeps to it. What it hasn't placed comes last."""
    revision: Revision | None


class ClosedFocusAreaShown(Part):
    """A focus area that is no longer among the most essential. A08."""

    focus_area: FocusAreaId
    title: Opened | None
    reason: ReasonCode
    revision: Revision


class SetAsideShown(Part):
    """An element of every plan that isn't relevant now, and why. P35, INV-44."""

    element: Annotated[Element, Special.HEALTH]
    reason: Opened
    agreed_by: tuple[PersonId, ...]
    revision: Revision


class ChallengeShown(Part):
    """The team challenged the place of a focus area, and what the family answered (realitetsudfordre). P14, INV-41."""

    challenge: ChallengeId
    focus_area: FocusAreaId
    words: Opened
    open: bool
    """The family hasn't answered, and the focus area isn't closed."""
    answered_by: tuple[PersonId, ...]
    priority_stands: bool | None
    """The family keeps its order; null where it hasn't answered."""
    answer: Opened | None


class LackingLawShown(Part):
    """A law by which a plan is still to be linked, and the days on which the case rests on it. INV-18, Q17."""

    legal_basis: LegalCode
    valid_from: date
    valid_to: date | None


class LackingLineShown(Part):
    """A leisure line that a member of the family has not got yet. INV-45."""

    person: PersonId
    line: LeisureLine


class LacksShown(Part):
    """What the plan lacks before it can be approved, and what it lacks by policy."""

    parts: tuple[PersonId, ...]
    """Members without a part of the plan. INV-17."""
    statutory_plans: tuple[LackingLawShown, ...]
    elements: Annotated[tuple[Element, ...], Special.HEALTH]
    """Natural elements that no focus area is about, and that weren't set aside. INV-44."""
    priority: tuple[FocusAreaId, ...]
    """Focus areas that the family hasn't placed. INV-41."""
    leisure_lines: tuple[LackingLineShown, ...]
    wishes_for_goals: tuple[GoalId, ...]
    """Goals that come from no wish, and don't say why. INV-43."""


class ContentShown(Part):
    """What stands in the plan. ICF's codes stay out: they speak of health."""

    wishes: tuple[WishShown, ...]
    own_needs: tuple[OwnNeedShown, ...]
    resources: tuple[ResourceShown, ...]
    parts: tuple[PartShown, ...]
    leisure_lines: tuple[LeisureLineShown, ...]
    priority_agreed_by: tuple[PersonId, ...]
    """Members in whose name the order was set last."""
    focus_areas: tuple[FocusAreaShown, ...]
    """The open ones, in the family's order (prioritering)."""
    closed_focus_areas: tuple[ClosedFocusAreaShown, ...]
    elements_set_aside: tuple[SetAsideShown, ...]
    challenges: tuple[ChallengeShown, ...]
    lacks: LacksShown
