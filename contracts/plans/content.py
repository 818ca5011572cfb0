"""What stands in the plan: wishes and own parts, focus areas and their order, reality challenges, elements."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from contracts.codes import IcfCode, ReasonCode
from contracts.ids import ChallengeId, FamilyId, FocusAreaId, HelpNeedId, PersonId, PlanId, ResourceId, WishId
from contracts.meaning import Special, Unit
from contracts.shapes import Event, Sealed

Revision = Annotated[int, Field(ge=0, le=1_000_000), Unit("revisions of the plan")]
Version = Annotated[int, Field(ge=0, lt=2**53), Unit("events of the family in the service")]


class PlanDrafted(Event):
    """The family has a plan, empty as yet (familieplan / helhedsplan). A01, INV-16."""

    wire: ClassVar[str] = "helhed.plans.plan-drafted.v1"
    family: FamilyId
    plan: PlanId
    revision: Revision


class PlanClosed(Event):
    """The plan is closed, and why: another may be drafted. A01, INV-16."""

    wire: ClassVar[str] = "helhed.plans.plan-closed.v1"
    family: FamilyId
    plan: PlanId
    reason: ReasonCode


class FamilyWishRecorded(Event):
    """A member of the family said what he or she wishes, in own words (ønske). A40, INV-43."""

    wire: ClassVar[str] = "helhed.plans.family-wish-recorded.v1"
    family: FamilyId
    wish: WishId
    person: PersonId
    own_words: Annotated[str, Sealed(of="person")]
    revision: Revision


class OwnHelpNeedStated(Event):
    """A member said what he or she needs help with, or what a wish takes, in own words. A40, A41."""

    wire: ClassVar[str] = "helhed.plans.own-help-need-stated.v1"
    family: FamilyId
    need: HelpNeedId
    person: PersonId
    wish: WishId | None = None
    own_words: Annotated[str, Sealed(of="person")]
    revision: Revision


class ResourceKind(StrEnum):
    """Whose resource it is: a member's own, or that of the network. A42."""

    OWN = "own"
    NETWORK = "network"


class ResourceIdentified(Event):
    """A resource to build on, of a member or the network (ressource). A42, R36."""

    wire: ClassVar[str] = "helhed.plans.resource-identified.v1"
    family: FamilyId
    resource: ResourceId
    kind: ResourceKind
    person: PersonId
    words: Annotated[str, Sealed(of="person")]
    revision: Revision


class PlanPartWritten(Event):
    """A member has a part of the plan, or none and why (hver deres del af planen). A03, INV-17."""

    wire: ClassVar[str] = "helhed.plans.plan-part-written.v1"
    family: FamilyId
    person: PersonId
    words: Annotated[str | None, Sealed(of="person")] = None
    no_part_because: Annotated[str | None, Sealed(of="person")] = None
    revision: Revision


class Element(StrEnum):
    """What a focus area is about; the first three are natural elements of every plan. P35, INV-44."""

    SELF_SUPPORT = "self-support"
    EMPLOYMENT = "employment"
    EDUCATION = "education"
    CARE = "care"
    LEISURE = "leisure"
    HEALTH = "health"
    HOME = "home"


class FocusAreaAdded(Event):
    """The plan got a focus area, last until the family sets the order (fokusområde). A08, INV-41.

    `element` says what it is about; `icf_domain` is a code of ICF such as `d7`. P35, P37, M03.
    """

    wire: ClassVar[str] = "helhed.plans.focus-area-added.v1"
    family: FamilyId
    focus_area: FocusAreaId
    title: Annotated[str, Sealed(of="family")]
    element: Annotated[Element | None, Special.HEALTH] = None
    icf_domain: IcfCode | None = None
    revision: Revision


class FocusAreaClosed(Event):
    """A focus area is no longer among the most essential. A08."""

    wire: ClassVar[str] = "helhed.plans.focus-area-closed.v1"
    family: FamilyId
    focus_area: FocusAreaId
    reason: ReasonCode
    revision: Revision


class ElementNotRelevant(Event):
    """The family and its team looked at an element of every plan, and it is not relevant now, because. P35, INV-44.

    `agreed_by` are the members of the family in whose name it was said, where they were named.
    """

    wire: ClassVar[str] = "helhed.plans.element-not-relevant.v1"
    family: FamilyId
    element: Annotated[Element, Special.HEALTH]
    reason: Annotated[str, Sealed(of="family")]
    agreed_by: tuple[PersonId, ...] = ()
    revision: Revision


class LeisureLine(StrEnum):
    """The line that every child, or every young person, has in the plan. INV-45."""

    ACTIVITY = "leisure-activity"
    JOB = "leisure-job"


class LeisureLineWritten(Event):
    """A child's leisure activity or a young person's leisure job in the plan, or why none. P36, INV-45."""

    wire: ClassVar[str] = "helhed.plans.leisure-line-written.v1"
    family: FamilyId
    person: PersonId
    line: LeisureLine
    words: Annotated[str | None, Sealed(of="person")] = None
    none_because: Annotated[str | None, Sealed(of="person")] = None
    revision: Revision


class PriorityAgreed(Event):
    """The family set the order of all its focus areas, the first first (prioritering). A09, INV-41."""

    wire: ClassVar[str] = "helhed.plans.priority-agreed.v1"
    family: FamilyId
    focus_areas: tuple[FocusAreaId, ...]
    agreed_by: tuple[PersonId, ...]
    revision: Revision


class RealityChallengeRaised(Event):
    """The team challenged the place of a focus area in the family's order (realitetsudfordre). P14, INV-41."""

    wire: ClassVar[str] = "helhed.plans.reality-challenge-raised.v1"
    family: FamilyId
    challenge: ChallengeId
    focus_area: FocusAreaId
    words: Annotated[str, Sealed(of="family")]


class RealityChallengeAnswered(Event):
    """The family answered: its priority stands, or it will set another. P14, INV-41, Q16."""

    wire: ClassVar[str] = "helhed.plans.reality-challenge-answered.v1"
    family: FamilyId
    challenge: ChallengeId
    answered_by: tuple[PersonId, ...]
    priority_stands: bool
    """The family keeps its order."""
    words: Annotated[str, Sealed(of="family")]


ContentEvent = (
    PlanDrafted
    | PlanClosed
    | FamilyWishRecorded
    | OwnHelpNeedStated
    | ResourceIdentified
    | PlanPartWritten
    | FocusAreaAdded
    | FocusAreaClosed
    | ElementNotRelevant
    | LeisureLineWritten
    | PriorityAgreed
    | RealityChallengeRaised
    | RealityChallengeAnswered
)
"""What is said of what stands in the plan."""
