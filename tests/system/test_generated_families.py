"""Generated families, played through the public APIs by several callers at once, on real PostgreSQL and Kafka."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from deploy.load.life import REVISES
from deploy.load.playing import Figures, Playing
from deploy.load.story import cast
from deploy.platform.issuer import Issuer
from deploy.platform.processes import Platform
from deploy.platform.topics import SERVICES as WRITERS
from eventkeep.refused import Refused
from tests.system.family import fetch
from tests.system.play import Insistent, addresses
from tests.system.whole import assert_whole

pytestmark = pytest.mark.long

SEED, COUNT = 3, 10
"""Among them are closed cases, two homes, and a protected address: the test looks whether that still holds."""


def played(platform: Platform) -> Figures:
    """The first families of the seed, four at a time."""
    return Playing(addresses(platform), platform.issuer, SEED, COUNT, callers=4).run()


def said_by_people(platform: Platform) -> Mapping[str, list[str]]:
    """The ids of all events that somebody's command led to, in each store. Services also say things by themselves."""
    return {
        service: [
            event["id"]
            for (value,) in fetch(platform.dsn(service), "select value from events order by position")
            if not (event := json.loads(value))["actor"].startswith("service:")
        ]
        for service in WRITERS
    }


def shown_as_told(story: Mapping[str, Any], plan: Mapping[str, Any]) -> bool:
    """Whether a plan holds the members, those around them and the revision that the story leads to; who was let in. X-07"""
    revision = sum(command in REVISES for step in story["steps"] for command in step)
    split = {
        who for step in story["steps"] for who in step.get("contacts.SplitHousehold", {}).get("moved", ())
    }
    members = {person["name"] for key, person in story["persons"].items() if f"@{key}" not in split}
    let_in = {step["as"] for step in story["steps"] if "contacts.TakeEmergencyAccess" in step}
    return (
        {each["name"] for each in plan["members"]} == members
        and {each["name"] for each in plan["attached"]} == set(story["readers"])
        and {each["name"] for each in plan["emergency_access"]} == {_named(story, key) for key in let_in}
        and (plan["plan"] or {}).get("revision", 0) == revision
    )


def _named(story: Mapping[str, Any], key: str) -> str:
    name: str = story["professionals"][key]["name"]
    return name


def test_everybody_around_generated_families_sees_their_plan(platform: Platform) -> None:
    """Nothing is refused; each of those attached is shown the same plan, as it was told; nobody a closed case's."""
    figures = played(platform)
    assert figures.refused == []
    families = [cast(SEED, number, platform.issuer) for number in range(1, COUNT + 1)]
    commands = {key for one in families for step in one.story["steps"] for key in step}
    assert commands >= {
        "contacts.CloseFamily",
        "contacts.SplitHousehold",
        "contacts.SetAddressProtection",
        "plans.ApprovePlan",
        "progress.RegisterProgress",
    }
    assert (figures.families, figures.shown) == (COUNT, sum(bool(one.story["readers"]) for one in families))
    assert_whole(platform)
    with Insistent(platform, seconds=2.0) as client:
        for one in families:
            seen = [client.plan(one.token(key), one.family) for key in one.story["readers"].values()]
            assert len({(plan.vector, plan.hash, plan.plan) for plan in seen}) <= 1
            assert all(shown_as_told(one.story, json.loads(plan.plan)) for plan in seen), one.story["title"]
            if not seen:
                assert refusal(client, one.token(one.clerk), one.family) == "plan_not_found"


def refusal(client: Insistent, token: str, family: str) -> str:
    """The code that reading is refused with."""
    try:
        client.plan(token, family)
    except Refused as refused:
        return refused.code
    return ""


def test_what_goes_wrong_is_counted_and_named(platform: Platform, tmp_path: Path) -> None:
    """Tokens of another issuer: nobody is registered, and each family ends at its first step."""
    figures = Playing(addresses(platform), Issuer(tmp_path / "jwks.json"), SEED + 1, 2, callers=2).run()
    assert [each.rpartition("(")[2] for each in figures.refused] == ["token_not_accepted)"] * 3
    assert {each.split(",")[0] for each in figures.refused} == {"The municipality", "Family 1", "Family 2"}
    assert (figures.commands, figures.events, figures.shown) == (0, 0, 0)


def test_played_again_they_change_nothing(platform: Platform) -> None:
    """The same seed's commands are repeats: each is answered as before, and no store holds more than it did."""
    first = played(platform)
    before = said_by_people(platform)
    again = played(platform)
    assert (again.refused, again.commands, again.events) == ([], first.commands, first.events)
    assert said_by_people(platform) == before
    assert all(before.values())
