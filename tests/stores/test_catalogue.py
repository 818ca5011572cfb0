"""A family's decisions look into the catalogue of the same store, as it stands now, in whichever process."""

from dataclasses import dataclass
from typing import Any

import pytest

from contracts.plans.events import CATALOGUE
from contracts.shapes import Command
from eventkeep.handle import Decider, Facts, Handle
from eventkeep.keys import FileKeys
from eventkeep.refused import Refused
from eventkeep.store import Store
from eventkeep.vector import Vector
from services.plans import domain, presentations
from services.plans.drafting import DraftPlan
from services.plans.goals import DefineGoal
from services.plans.reference import Known
from services.plans.shelf import Shelf
from services.words import VOCABULARIES
from tests.stores.kites import TOKENS, called
from tests.unit.family import FAMILY, PLAN
from tests.unit.offering import LIST, MOVE, REVISE, TALKS, WITHDRAW, offered
from tests.unit.plan_commands import example
from tests.unit.planning import KNOWN, a, but
from tests.unit.test_plans_offers import PRESENT, TAKE, VISIT

WORDS = VOCABULARIES["plans"]


async def around(command: Any, wanted: Vector, deadline: float | None) -> Facts:
    """What contacts says of the family; it knows nothing of offers."""
    return Facts(Known(contacts=KNOWN.contacts), {"contacts": 6})


@dataclass(frozen=True)
class Plans:
    """One process of plans."""

    family: Handle
    catalogue: Handle

    async def takes(self, command: Command) -> list[str]:
        """The code that a command about the family is refused with; nothing where it is accepted."""
        try:
            await self.family(command, called())
        except Refused as refused:
            return [refused.code]
        return []


def process(store: Store, keys: FileKeys) -> Plans:
    """A process on this store."""
    family = Decider(domain.State, domain.decide, domain.evolve)
    catalogue = Decider(presentations.State, presentations.decide, presentations.evolve)
    shelf = Shelf(store, WORDS, around)
    return Plans(
        Handle("plans", family, WORDS, store, keys, TOKENS, shelf),
        Handle("plans", catalogue, WORDS, store, keys, TOKENS),
    )


@pytest.fixture
def two(store: Store, keys: FileKeys) -> tuple[Plans, Plans]:
    """Two of them."""
    return process(store, keys), process(store, keys)


async def test_what_one_process_lists_and_withdraws_the_other_knows_at_once(two: tuple[Plans, Plans]) -> None:
    """A07, P40, P46."""
    one, other = two
    assert await other.takes(PRESENT) == ["offer_unknown"]
    await one.catalogue(LIST, called())
    assert await other.takes(PRESENT) == []
    assert await other.takes(VISIT) == []
    await one.catalogue(WITHDRAW, called())
    assert await other.takes(but(PRESENT, to=PRESENT.to[:1], presented_on=VISIT.visited_on)) == [
        "offer_withdrawn"
    ]


async def test_a_plan_keeps_what_an_offer_was_when_it_was_taken(
    two: tuple[Plans, Plans], store: Store
) -> None:
    """A07, P47: it is called otherwise and moves, and the family's events stay. The family's words are sealed."""
    one, other = two
    listed = await one.catalogue(LIST, called())
    assert (listed.vector, TOKENS.read(listed.token).stream_id) == ("plans=1", CATALOGUE)
    for command in (a(DraftPlan, plan=PLAN), example(DefineGoal), TAKE):
        assert await other.takes(command) == []
    await one.catalogue(MOVE, called())
    await one.catalogue(but(REVISE, by=LIST.by, offered=offered(axes=("health",))), called())
    taken = (await other.family.state(f"family/{FAMILY}")).work.interventions[TAKE.intervention]
    assert taken.goal == TAKE.goal
    family = await store.read(f"family/{FAMILY}", 0, 10)
    catalogue = await store.read(f"catalogue/{CATALOGUE}", 0, 10)
    assert TALKS.encode() in family[-1].value
    assert b"activity-house" in family[-1].value
    assert not [each for each in family if b"Samtalegruppe" in each.value or b"huset" in each.value]
    assert b"Samtalegruppe" in catalogue[0].value
    assert [each.version for each in catalogue] == [1, 2, 3]
