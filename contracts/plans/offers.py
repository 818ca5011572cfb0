"""The catalogue of offers: one for the municipality, and about nobody. What a family is shown and takes of it."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from contracts.codes import AxisCode, DepartmentCode, OfferKindCode, PlaceCode, ProjectCode, ReasonCode
from contracts.ids import CatalogueId, FamilyId, OfferId, PersonId, PresentationId
from contracts.shapes import Event, Part, PublicText, Sealed

CATALOGUE = CatalogueId("0197a000-0000-7000-8000-00000000ca7a")
"""The one catalogue that there is: its stream has this id in every installation."""


class Wording(Part):
    """Public words in both languages of the pages; where the English ones lack, the Danish are shown."""

    danish: PublicText
    english: PublicText | None = None


class ProviderKind(StrEnum):
    """Who gives an offer: a department, or somebody beside the municipality. R53, O23."""

    DEPARTMENT = "department"
    COMPANY = "company"
    COMPANY_CENTRE = "company-centre"
    ASSOCIATION = "association"
    OTHER_MUNICIPALITY = "other-municipality"


class Provider(Part):
    """Who gives an offer (udbyder): a department by its code, others by what they are called. R53."""

    kind: ProviderKind
    department: DepartmentCode | None = None
    name: PublicText | None = None


class OfferForm(StrEnum):
    """Whether one takes part alone, with others, or in both ways. P40."""

    GROUP = "group"
    INDIVIDUAL = "individual"
    BOTH = "both"


class Place(Part):
    """Where an offer is met, and which department hosts it there (sted). P47, O22."""

    place: PlaceCode
    name: PublicText
    host: DepartmentCode


class Offered(Part):
    """What an offer is: its goal, its content and its results, and the areas of the wheel that it is for. INV-65."""

    title: Wording
    kind: OfferKindCode
    """Those that the catalogue begins with: `family-offer` O01, `work-placement` O02, `health-promotion` O03, `disability`
    O04, `social-psychiatry` O05, `misuse-treatment` O06, `leisure` O07, `school-offer` O08, `company-centre` O09,
    `family-therapy` O10, `conversation-group` O11, `conversations` O12, `mother-child-group` O13, `anxiety-group` O14,
    `phone-line` O15, `health-offer` O16, `youth-leisure` O17, `mentor` O18, `volunteers` O19, `youth-group` O20,
    `job-course` O21, `integrated-offer` O22, `family-course` O23."""
    form: OfferForm
    goal: Wording
    content: Wording
    results: Wording
    axes: tuple[AxisCode, ...]
    provider: Provider
    draws_on: tuple[ProjectCode, ...] = ()
    """Projects of before whose experience it builds on. O21."""


class OfferListed(Event):
    """An offer stands in the catalogue (tilbud). A07, A31, INV-65."""

    wire: ClassVar[str] = "helhed.plans.offer-listed.v1"
    catalogue: CatalogueId
    offer: OfferId
    offered: Offered
    place: Place


class OfferRevised(Event):
    """An offer is described anew, or mapped to other areas of the wheel. A07, A31, INV-65."""

    wire: ClassVar[str] = "helhed.plans.offer-revised.v1"
    catalogue: CatalogueId
    offer: OfferId
    offered: Offered


class OfferPlaceChanged(Event):
    """An offer is met elsewhere from now on: where others are, so that families go to fewer places. P47, O22."""

    wire: ClassVar[str] = "helhed.plans.offer-place-changed.v1"
    catalogue: CatalogueId
    offer: OfferId
    place: Place


class PresentationKind(StrEnum):
    """How an offer gets a face: told as a case, by somebody who was there, or on video. A32, R33."""

    CASE = "case"
    PEER_STORY = "peer-story"
    VIDEO = "video"


class OfferPresentationAdded(Event):
    """An offer is presented by a case, a peer's story or a video (formidling). A32, R33.

    A peer's story is told without a name, and only where the peer agreed that it is told here.
    """

    wire: ClassVar[str] = "helhed.plans.offer-presentation-added.v1"
    catalogue: CatalogueId
    offer: OfferId
    presentation: PresentationId
    kind: PresentationKind
    title: Wording
    words: Wording | None = None
    reference: PublicText | None = None
    """Where it lies, such as the address of a video."""
    peer_agreed: bool = False
    """The citizen whose story it is agreed that it is told here."""


class OfferPresentationRemoved(Event):
    """A presentation is shown no more: a peer thought better of it, or it is out of date. A32, R33."""

    wire: ClassVar[str] = "helhed.plans.offer-presentation-removed.v1"
    catalogue: CatalogueId
    offer: OfferId
    presentation: PresentationId
    reason: ReasonCode


class OfferWithdrawn(Event):
    """An offer can't be taken any more. Whoever has taken it goes on. A07."""

    wire: ClassVar[str] = "helhed.plans.offer-withdrawn.v1"
    catalogue: CatalogueId
    offer: OfferId
    reason: ReasonCode


class PresentedIn(StrEnum):
    """Whether an offer was presented to a family with others, or by itself. P40."""

    GROUP = "group"
    INDIVIDUAL = "individual"


class OfferPresented(Event):
    """An offer was presented to members of a family, in a group or by themselves. P40.

    What it is called and where it is met stand here as the catalogue said when it was presented.
    """

    wire: ClassVar[str] = "helhed.plans.offer-presented.v1"
    family: FamilyId
    offer: OfferId
    title: Annotated[str, Sealed(of="family")]
    place: PlaceCode
    place_name: Annotated[str, Sealed(of="family")]
    presented_in: PresentedIn
    to: tuple[PersonId, ...]
    presented_on: date


class OfferVisited(Event):
    """Members of a family saw an offer for themselves, to put a face to it (besøgt tilbuddet). P46."""

    wire: ClassVar[str] = "helhed.plans.offer-visited.v1"
    family: FamilyId
    offer: OfferId
    title: Annotated[str, Sealed(of="family")]
    visited_by: tuple[PersonId, ...]
    visited_on: date


CatalogueEvent = (
    OfferListed
    | OfferRevised
    | OfferPlaceChanged
    | OfferPresentationAdded
    | OfferPresentationRemoved
    | OfferWithdrawn
)
"""What is said of the catalogue: no family's."""
OfferEvent = OfferPresented | OfferVisited
"""What is said of a family and an offer, beside its being taken."""
