"""The catalogue of offers: what stands in it, who keeps it, and how offers get a face."""

import pytest
from pydantic import ValidationError

from contracts.ids import CatalogueId
from contracts.plans.events import (
    CATALOGUE,
    OfferPlaceChanged,
    OfferPresentationRemoved,
    OfferRevised,
    OfferWithdrawn,
    PresentationKind,
    Provider,
    ProviderKind,
    Wording,
)
from contracts.shapes import Command
from services.plans.catalogue import ListOffer
from services.plans.presentations import CatalogueCommand
from tests.unit.family import BY_ANNA, BY_SERVICE, numbered
from tests.unit.offering import (
    BY_HEALTH,
    BY_LEISURE,
    BY_SCHOOL,
    CENTRE,
    EVERY_COMMAND,
    FILM,
    GROUP,
    HOUSE,
    LIST,
    LISTED,
    MOVE,
    PRESENT,
    REMOVE,
    REVISE,
    RIDES,
    STORY,
    TALKS,
    TOLD,
    WITHDRAW,
    of,
    offered,
    the_catalogue,
)
from tests.unit.planning import but

REVISED = OfferRevised(catalogue=CATALOGUE, offer=TALKS, offered=REVISE.offered)
MOVED = OfferPlaceChanged(catalogue=CATALOGUE, offer=TALKS, place=CENTRE)
GONE = OfferWithdrawn(catalogue=CATALOGUE, offer=TALKS, reason="no-longer-given")
REMOVED = OfferPresentationRemoved(
    catalogue=CATALOGUE, offer=TALKS, presentation=TOLD.presentation, reason="asked-for-by-peer"
)


def test_an_offer_is_listed_once() -> None:
    """A07, A31."""
    the_catalogue().when(LIST).then(LISTED).when(LIST).refused("offer_listed_already")


@pytest.mark.parametrize("lacking", ["goal", "content", "results"])
def test_an_offer_says_its_goal_content_and_results(lacking: str) -> None:
    """INV-65: a command without one of them is none."""
    given = GROUP.model_dump() | {lacking: {"danish": "  "}}
    with pytest.raises(ValidationError):
        ListOffer.model_validate(LIST.model_dump() | {"offered": given})
    del given[lacking]
    with pytest.raises(ValidationError):
        ListOffer.model_validate(LIST.model_dump() | {"offered": given})


@pytest.mark.parametrize("command", [LIST, REVISE])
def test_an_offer_is_mapped_to_areas_of_the_wheel(command: Command) -> None:
    """INV-65, A31: when it is listed, and whenever it is described anew."""
    before = [] if command is LIST else [LISTED]
    the_catalogue(*before).when(but(command, offered=offered(axes=()))).refused("offer_without_area")


@pytest.mark.parametrize(
    "provider",
    [
        Provider(kind=ProviderKind.DEPARTMENT, name="Sundhed"),
        Provider(kind=ProviderKind.COMPANY, department="health"),
        Provider(kind=ProviderKind.OTHER_MUNICIPALITY),
    ],
)
def test_whoever_gives_an_offer_is_named(provider: Provider) -> None:
    """R53, O23: a department by its code, others by name."""
    the_catalogue().when(but(LIST, offered=offered(provider=provider))).refused("provider_not_named")


@pytest.mark.parametrize("kind", [each for each in ProviderKind if each is not ProviderKind.DEPARTMENT])
def test_somebody_beside_the_municipality_gives_an_offer_that_its_host_keeps(kind: ProviderKind) -> None:
    """R53, O23: companies, associations, other municipalities."""
    given = offered(provider=Provider(kind=kind, name="Nabo"))
    listed = LISTED.model_copy(update={"offered": given})
    the_catalogue().when(but(LIST, offered=given, by=BY_LEISURE)).then(listed)
    the_catalogue().when(but(LIST, offered=given)).refused("offer_of_another_department")


def test_an_offer_is_described_anew() -> None:
    """A31: mapped to other areas. Nothing happens where it says the same."""
    the_catalogue(LISTED).when(REVISE).then(REVISED).when(REVISE).then()
    the_catalogue(LISTED).when(but(REVISE, offered=GROUP)).then()


def test_an_offer_moves_to_where_others_are() -> None:
    """P47, O22: whoever hosts it where it is now says so; from then on the new host keeps it."""
    after = the_catalogue(LISTED).when(MOVE).then(MOVED)
    after.when(MOVE).refused("offer_of_another_department")
    after.when(but(MOVE, by=BY_HEALTH)).then()
    the_catalogue(LISTED).when(but(MOVE, place=HOUSE)).then()


def test_an_offer_is_withdrawn_for_good() -> None:
    """A07: it is neither described nor moved nor presented any more."""
    after = the_catalogue(LISTED, TOLD).when(WITHDRAW).then(GONE)
    after.when(WITHDRAW).then()
    for command in (REVISE, MOVE, but(PRESENT, presentation=FILM), REMOVE):
        after.when(command).refused("offer_withdrawn")
    after.when(LIST).refused("offer_listed_already")


@pytest.mark.parametrize("command", [each for each in EVERY_COMMAND if each is not LIST])
def test_only_what_is_listed_changes(command: CatalogueCommand) -> None:
    """A07."""
    the_catalogue(LISTED).when(but(command, offer=RIDES)).refused("offer_unknown")


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_staff_of_those_who_give_or_host_an_offer_keep_it(command: CatalogueCommand) -> None:
    """A07: no family, no service, and no other department."""
    happened = () if command is LIST else (LISTED, TOLD) if command is REMOVE else (LISTED,)
    before = the_catalogue(*happened)
    for by in (BY_HEALTH, BY_LEISURE):
        assert before.when(but(command, by=by)).events
    before.when(but(command, by=BY_SCHOOL)).refused("offer_of_another_department")
    before.when(but(command, by=of(None))).refused("offer_of_another_department")
    before.when(but(command, by=BY_ANNA)).refused("staff_only")
    before.when(but(command, by=BY_SERVICE)).refused("staff_only")


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_there_is_one_catalogue(command: CatalogueCommand) -> None:
    """A31: it needs no naming, and another is refused."""
    assert command.catalogue == CATALOGUE
    other = but(command, catalogue=numbered(CatalogueId, 7))
    the_catalogue(LISTED).when(other).refused("catalogue_unknown")


def test_an_offer_gets_a_face() -> None:
    """A32: a case is told, a video lies somewhere."""
    the_catalogue(LISTED).when(PRESENT).then(TOLD).when(PRESENT).refused("presentation_added_already")
    the_catalogue(LISTED).when(but(PRESENT, words=None)).refused("presentation_empty")
    film = but(PRESENT, kind=PresentationKind.VIDEO, words=None)
    the_catalogue(LISTED).when(film).refused("presentation_empty")
    shown = TOLD.model_copy(update={"kind": PresentationKind.VIDEO, "words": None, "reference": "film 3"})
    the_catalogue(LISTED).when(but(film, reference="film 3")).then(shown)


def test_a_peers_story_is_the_peers_own() -> None:
    """R33: told where he or she agreed, and gone from view when thinking better of it."""
    story = but(PRESENT, kind=PresentationKind.PEER_STORY, presentation=STORY)
    the_catalogue(LISTED).when(story).refused("peer_has_not_agreed")
    told = TOLD.model_copy(
        update={"kind": PresentationKind.PEER_STORY, "presentation": STORY, "peer_agreed": True}
    )
    gone = REMOVED.model_copy(update={"presentation": STORY})
    agreed = but(story, peer_agreed=True)
    after = the_catalogue(LISTED).when(agreed).then(told).when(but(REMOVE, presentation=STORY)).then(gone)
    after.when(but(REMOVE, presentation=STORY)).then()
    after.when(agreed).refused("presentation_added_already")


def test_only_a_presentation_that_is_there_is_removed() -> None:
    """A32."""
    the_catalogue(LISTED, TOLD).when(REMOVE).then(REMOVED)
    the_catalogue(LISTED, TOLD).when(but(REMOVE, presentation=FILM)).refused("presentation_unknown")


def test_an_offer_has_words_in_one_language_or_both() -> None:
    """A31: the Danish ones are there."""
    assert Wording(danish="Samtalegruppe").english is None
    with pytest.raises(ValidationError):
        Wording.model_validate({"english": "Conversation group"})
