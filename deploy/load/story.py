"""A generated family's story, from a seed and its number: the same whenever and wherever it is told."""

import uuid
from collections.abc import Mapping
from typing import Any

from deploy.demo.scenario import Cast
from deploy.load import doing, measuring
from deploy.load.course import a_year_later, begun, closed, quarter, two_homes
from deploy.load.emergency import emergency
from deploy.load.gathering import admitted, gathered, household, offered, team
from deploy.load.life import Life
from deploy.load.meeting import approved, met
from deploy.load.municipality import Colleague, staff, town
from deploy.load.planning import planned
from deploy.platform.issuer import Issuer

_IDS = uuid.UUID("0b1f6e1c-2f3c-5a55-8a0b-4d1c7b6f9e21")


def family(seed: int, number: int, quarters: int | None = None) -> Mapping[str, Any]:
    """A family's life, as a pilot family's file tells one. With `quarters` it is followed up as often as that."""
    life = Life(seed, number)
    household(life)
    gathered(life, staff(seed))
    _lived(life, staff(seed), quarters)
    emergency(life, staff(seed))
    readers = {} if life.closed else {each.name: each.key for each in life.around}
    return {
        "title": f"Family {number}",
        "persons": {
            each.key: {"name": each.name, "role": each.role, "born": each.born} for each in life.members
        },
        "professionals": {each.key: each.entry for each in (*life.around, *life.let_in, *life.visitation)},
        "readers": readers,
        "steps": life.steps,
    }


def _lived(life: Life, colleagues: tuple[Colleague, ...], quarters: int | None) -> None:
    """How far it has come: most have an approved plan, some wait for a team, a plan or a meeting, some are closed."""
    come = life.chance.choices(range(6), (5, 7, 10, 8, 30, 40))[0] if quarters is None else 5
    if come == 0:
        return
    code = offered(life)
    if code is not None:
        admitted(life, colleagues)
        measuring.first(life)
        doing.before(life)
    team(life)
    if come == 1:
        return
    planned(life, code)
    if come == 2:
        return
    meeting = met(life, "start-up")
    if come == 3:
        return
    approved(life, meeting)
    begun(life)
    for _ in range(life.chance.randint(0, 2) if quarters is None else quarters):
        quarter(life)
    if quarters is None and life.luck.random() < 0.7:
        a_year_later(life)
    if quarters is None and come == 5:
        _ended(life)


def _ended(life: Life) -> None:
    if life.likely(0.35):
        closed(life)
    elif len(life.adults) == 2 and life.likely(0.2):
        two_homes(life)


def cast_of_town(seed: int, issuer: Issuer) -> Cast:
    """The municipality's professionals, with ids of their seed, to be registered before any family."""
    return Cast(town(seed), issuer, make=lambda name: _id(f"{seed}/{name}"))


def cast(seed: int, number: int, issuer: Issuer, story: Mapping[str, Any] | None = None) -> Cast:
    """A family's cast: ids of its seed and number, and those of the professionals around it, of the seed alone."""
    told = story or family(seed, number)
    ids = {key: _id(f"{seed}/{key}") for key in told["professionals"]}
    return Cast(told, issuer, ids=ids, make=lambda name: _id(f"{seed}/{number}/{name}"))


def _id(name: str) -> str:
    return str(uuid.uuid5(_IDS, name))
