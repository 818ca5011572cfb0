"""Looking for offers: by words, area, who gives them, a sub-goal; and who may look."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

import orjson
import pytest

from contracts.access import Kind
from contracts.plans.events import (
    CATALOGUE,
    Element,
    OfferListed,
    OfferWithdrawn,
    Provider,
    ProviderKind,
    Wording,
)
from contracts.plans.offers import CatalogueEvent
from eventkeep import vector
from eventkeep.edge.call import Caller
from eventkeep.reading import Reading, Shown
from eventkeep.refused import Refused
from eventkeep.testing import folded
from eventkeep.token import Tokens
from services.overview.areas import AREAS, areas_of
from services.overview.catalogue import KEY, OFFERS, Catalogue, evolve
from services.overview.offers import Found, Offers, Wanted
from services.overview.quality import UNSAID, Said
from services.overview.readings import Read
from services.overview.shared_plan import SharedPlans
from tests.unit.family import ANNA, FAMILY, SOFIE
from tests.unit.offering import HOUSE, LISTED, RIDES, TALKS, TOLD, offered
from tests.views.planned import COOK, EAT, FULL_GOAL, HOME, SLEEP, goal
from tests.views.shown import family_plan

TOKENS = Tokens(b"a secret of the tests' own, and long")
RIDING = OfferListed(
    catalogue=CATALOGUE,
    offer=RIDES,
    offered=offered(
        title=Wording(danish="Ridning for alle", english="Riding"),
        axes=("leisure",),
        provider=Provider(kind=ProviderKind.ASSOCIATION, name="Ager Rideklub"),
    ),
    place=HOUSE.model_copy(update={"name": "Staldene"}),
)
AT_HOME = HOME.model_copy(update={"element": Element.HEALTH})
BELOW = goal(COOK, EAT, 2)
STAFF, MEMBER = Caller("professional", SOFIE, None, 0.0), Caller("person", ANNA, None, 0.0)


@dataclass
class Row:
    """Overview's row of the catalogue, as it stands."""

    events: tuple[CatalogueEvent, ...] = (LISTED, RIDING, TOLD)

    async def row(self, name: str) -> Shown:
        """What stands there now."""
        document = OFFERS.written({"plans": folded(evolve, Catalogue(), *self.events)})
        at = {"plans": len(self.events)} if self.events else {}
        state_no = len(self.events)
        return Shown(name, state_no, at, document if state_no else b"null", None, None, 0, datetime.now(UTC))

    async def at_least(self, name: str, wanted: vector.Vector, deadline: float) -> Shown:
        """What stands there, where that is enough; nothing more comes."""
        row = await self.row(name)
        if not vector.covers(row.vector, wanted):
            raise Refused("lagging", "Not yet.")
        return row


@dataclass
class Plans:
    """The one plan that there is, which staff may read."""

    plan: Mapping[str, Any]
    tokens: Tokens = TOKENS
    wait: float = 0.1
    noted: list[Read] = field(default_factory=list)

    @property
    def readings(self) -> "Plans":
        """Who has read what."""
        return self

    async def note(self, read: Read) -> None:
        """Keeps that something was read."""
        self.noted.append(read)

    async def shown(self, caller: Caller, family: str, kind: Kind) -> tuple[Shown, str]:
        """The plan, to who may read it."""
        if caller != STAFF or family != FAMILY:
            raise Refused("plan_not_found", "There is no such plan for you.")
        return Shown(family, 1, {}, orjson.dumps(self.plan), None, None, 0, datetime.now(UTC)), "coordination"


GOOD = {"citizen": {"families": 6, "ratings": 7, "mean": 4.3}, "professional": None}


async def found_good(offer: str) -> Said:
    """How good the conversation group was."""
    return GOOD if offer == TALKS else UNSAID


def one_plan() -> Plans:
    """With a goal of health, one below it, and one that is about nothing in particular."""
    return Plans(family_plan(AT_HOME, FULL_GOAL, BELOW, goal(SLEEP)))


def looking(row: Row | None = None, plans: Plans | None = None) -> Offers:
    """Whoever looks things up."""
    plans = plans or one_plan()
    return Offers(cast("Reading", row or Row()), cast("SharedPlans", plans), found_good)


def names(found: Found) -> list[str]:
    """What was found, by id."""
    return [each["offer"] for each in found.offers]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [RIDES, TALKS]),
        (Wanted(words="samtale"), [TALKS]),
        (Wanted(words="CONVERSATION evening"), []),
        (Wanted(words="forældre Group"), [TALKS]),
        (Wanted(words="hun kom tirsdag"), [TALKS]),
        (Wanted(words="rideklub"), [RIDES]),
        (Wanted(words="staldene"), [RIDES]),
        (Wanted(words="none"), []),
        (Wanted(area="leisure"), [RIDES]),
        (Wanted(area="family-social"), [TALKS]),
        (Wanted(area="leisure", words="samtale"), []),
        (Wanted(provider="association"), [RIDES]),
        (Wanted(provider="department"), [TALKS]),
    ],
)
async def test_offers_are_found_by_words_area_and_who_gives_them(wanted: Wanted, found: list[str]) -> None:
    """A07, A31, R53: all that is named holds, in either language, sorted by title."""
    assert names(await looking().search(MEMBER, wanted, "grpc")) == found


async def test_what_was_withdrawn_is_not_found_and_still_read() -> None:
    """A07: a plan may still take it."""
    row = Row((LISTED, OfferWithdrawn(catalogue=CATALOGUE, offer=TALKS, reason="no-longer-given")))
    assert names(await looking(row).search(STAFF, Wanted(), "grpc")) == []
    [found] = (await looking(row).one(STAFF, TALKS)).offers
    assert (found["offer"], found["withdrawn"]) == (TALKS, True)


@pytest.mark.parametrize(
    ("sub_goal", "areas", "found"),
    [(EAT, ("health",), [TALKS]), (COOK, ("health",), [TALKS]), (SLEEP, (), [RIDES, TALKS])],
)
async def test_offers_are_found_for_a_goal(sub_goal: str, areas: tuple[str, ...], found: list[str]) -> None:
    """A31: a sub-goal by the focus area of the goal above it; one of no area in particular is met by each."""
    answer = await looking().search(STAFF, Wanted(family=FAMILY, goal=sub_goal), "grpc")
    assert (answer.areas, names(answer)) == (areas, found)


async def test_looking_by_a_goal_is_noted_as_a_reading_of_its_plan() -> None:
    """A31, X-04: though of no state of it; looking otherwise is about nobody, and noted nowhere."""
    plans = one_plan()
    await looking(plans=plans).search(STAFF, Wanted(words="samtale"), "http")
    assert plans.noted == []
    await looking(plans=plans).search(STAFF, Wanted(family=FAMILY, goal=EAT), "http")
    [read] = plans.noted
    assert (read.family, read.reader, read.purpose, read.way) == (FAMILY, STAFF.text, "coordination", "http")
    assert (read.state_no, read.document) == (0, Kind.OFFERS)


async def test_only_who_may_read_a_plan_looks_by_its_goals() -> None:
    """A31, INV-38."""
    with pytest.raises(Refused) as refused:
        await looking().search(MEMBER, Wanted(family=FAMILY, goal=EAT), "grpc")
    assert refused.value.code == "plan_not_found"
    with pytest.raises(Refused) as refused:
        await looking().search(STAFF, Wanted(family=FAMILY, goal=TALKS), "grpc")
    assert (refused.value.code, refused.value.rule) == ("goal_unknown", "A31")


def test_every_element_of_a_plan_has_an_area() -> None:
    """A31."""
    assert set(AREAS) == set(Element)
    without = family_plan(HOME, FULL_GOAL)
    assert (areas_of(without, EAT), areas_of(without, COOK)) == ((), None)


@pytest.mark.parametrize("kind", ["service", "operations", "dashboards"])
async def test_the_catalogue_is_for_staff_and_families(kind: str) -> None:
    """A31, X-01."""
    caller = Caller(kind, "plans", None, 0.0)
    for reading in (looking().search(caller, Wanted(), "grpc"), looking().one(caller, TALKS)):
        with pytest.raises(Refused) as refused:
            await reading
        assert refused.value.code == "staff_and_families_only"


async def test_an_offer_that_is_not_there_is_unknown() -> None:
    """A07: also before anything has arrived."""
    for row in (Row(), Row(())):
        with pytest.raises(Refused) as refused:
            await looking(row).one(STAFF, SOFIE)
        assert refused.value.code == "offer_unknown"
    assert names(await looking(Row(())).search(STAFF, Wanted(), "grpc")) == []


async def test_whoever_has_listed_an_offer_finds_it() -> None:
    """A07: with the token that came with the command, and not with one about a family."""
    token = TOKENS.issue(CATALOGUE, {"plans": 3})
    assert names(await looking().one(STAFF, TALKS, token)) == [TALKS]
    with pytest.raises(Refused) as refused:
        await looking().search(STAFF, Wanted(), "grpc", TOKENS.issue(CATALOGUE, {"plans": 4}))
    assert refused.value.code == "lagging"
    with pytest.raises(Refused) as refused:
        await looking().search(STAFF, Wanted(), "grpc", TOKENS.issue(FAMILY, {"plans": 1}))
    assert refused.value.code == "token_of_another_family"


async def test_an_offer_says_how_good_it_was() -> None:
    """P45: to citizens and professionals apart."""
    ridden, talked = (await looking().search(MEMBER, Wanted(), "grpc")).offers
    assert (ridden["quality"], talked["quality"]) == (UNSAID, GOOD)
    assert (await looking().one(MEMBER, TALKS)).offers[0]["quality"] == GOOD


async def test_what_is_served_says_how_fresh_it_is() -> None:
    """A31."""
    served = (await looking().search(STAFF, Wanted(family=FAMILY, goal=EAT), "grpc")).document()
    assert (served["areas"], served["stale"], KEY) == (["health"], False, f"catalogue/{CATALOGUE}")
    assert datetime.fromisoformat(served["as_of"]).tzinfo is not None
    assert [each["offer"] for each in served["offers"]] == [TALKS]
