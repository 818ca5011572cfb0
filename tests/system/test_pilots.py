"""The pilot families live a year each, through the public APIs, by the files that the demo plays."""

import json
from collections.abc import Iterator
from uuid import uuid4

import pytest

from deploy.catalogue.loading import load
from deploy.demo import scenario
from deploy.demo.scenario import FAMILIES, FILES, Cast
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from tests.system.play import Insistent, all_steps, play
from tests.system.promised import Topics
from tests.system.sending import System, fact
from tests.system.whole import assert_whole
from tests.system.witness import call_witness

pytestmark = pytest.mark.long

DEPARTMENTS = ("school", "health-service", "job-centre")


@pytest.fixture(scope="module")
def pilot(servers: Servers) -> Iterator[Platform]:
    """All five services, with a clock of their own: a year passes."""
    settings = {"HELHED_INBOX_PATIENCE": "1"}
    with Platform(servers.kafka, servers.postgres, settings, departments=DEPARTMENTS) as platform:
        platform.open()
        with Insistent(platform) as client:
            load(client, lambda department: platform.issuer.token("professional", str(uuid4()), department))
        call_witness(platform)
        yield platform


@pytest.mark.parametrize("name", FAMILIES)
def test_a_pilot_family_lives_a_year_as_its_file_says(pilot: Platform, name: str) -> None:
    """Each step is accepted or refused as it says, and the plan shows what it says. Every message of every topic is as
    contracts/asyncapi.yaml promises."""
    cast = scenario.read(FILES / f"{name}.yaml", pilot.issuer, pilot.clock, pilot.folder / "keys")
    with Insistent(pilot) as client:
        play(client, cast, all_steps(cast))
        assert len(scenario.read_by_all(client, cast)) > 1
        _said_by_systems(pilot, cast)
        play(client, cast, list(scenario.steps(cast, "year")))
    assert_whole(pilot)
    told = Topics(pilot.kafka, pilot.name, DEPARTMENTS).look()
    assert told["helhed.contacts.family-registered.v1"] > 0
    assert told["helhed.out.family-plan-told.v1"] > 20
    for kind in ("visit-made", "message-accepted", "message-waits", "message-refused"):
        assert told[f"helhed.inbox.{kind}.v1"] > 0


def _said_by_systems(pilot: Platform, cast: Cast) -> None:
    """The system of each department that has somebody around the family says what it knows, right and wrong."""
    member = next(iter(cast.story["persons"]))
    with Insistent(pilot) as client:
        shown = client.plan(cast.token(member), cast.family, cast.seen)
    around = json.loads(shown.plan)["attached"]
    for who, department in {each["professional"]: each["department"] for each in around}.items():
        if department not in DEPARTMENTS:
            continue
        system, subject = System(pilot, department), f"family/{cast.family}"
        visit = {"professional": who, "place": "home", "visited_on": cast.turn(None)["occurred_at"][:10]}
        unasked = fact("information-received", subject, who, {"request": str(uuid4())})
        assert system.says(fact("visit-made", subject, who, visit))["data"].get("token")
        assert system.says(unasked)["data"]["code"] == "information_request_unknown"
