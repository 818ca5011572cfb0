"""The pilot families live a year each, through the public APIs, by the files that the demo plays."""

from collections.abc import Iterator

import pytest

from deploy.demo import scenario
from deploy.demo.scenario import FAMILIES, FILES
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from tests.system.play import Insistent, all_steps, play
from tests.system.promised import Topics
from tests.system.whole import assert_whole
from tests.system.witness import call_witness

DEPARTMENTS = ("school", "health-service", "job-centre")


@pytest.fixture(scope="module")
def pilot(servers: Servers) -> Iterator[Platform]:
    """All five services, with a clock of their own: a year passes."""
    with Platform(servers.kafka, servers.postgres, departments=DEPARTMENTS) as platform:
        platform.open()
        call_witness(platform)
        yield platform


@pytest.mark.parametrize("name", FAMILIES)
def test_a_pilot_family_lives_a_year_as_its_file_says(pilot: Platform, name: str) -> None:
    """Each step is accepted or refused as it says, and the plan shows what it says. Every message of every topic is as
    contracts/asyncapi.yaml promises."""
    cast = scenario.read(FILES / f"{name}.yaml", pilot.issuer, pilot.clock)
    with Insistent(pilot) as client:
        play(client, cast, all_steps(cast))
        assert len(scenario.read_by_all(client, cast)) > 1
        play(client, cast, list(scenario.steps(cast, "year")))
    assert_whole(pilot)
    told = Topics(pilot.kafka, pilot.name, DEPARTMENTS).look()
    assert told["helhed.contacts.family-registered.v1"] > 0
    assert told["helhed.out.family-plan-told.v1"] > 20
