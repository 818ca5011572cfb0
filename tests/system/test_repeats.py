"""The same command again, others at the same time: each is done once, in one order, and answered the same."""

import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import uuid4

import pytest

from deploy.platform.client import Client
from deploy.platform.processes import Platform
from eventkeep import vector
from eventkeep.refused import Refused
from tests.system.family import Family, refusal, told
from tests.system.play import until

TEAM = ("karin", "bent")


@pytest.fixture
def family(watched: Platform) -> Iterator[Family]:
    """A family with its team and a plan that is begun."""
    with Family(watched, "plans.DraftPlan") as found:
        yield found


def test_of_two_who_looked_at_the_same_version_one_is_told_that_it_changed(family: Family) -> None:
    for version in range(1, 6):
        with ThreadPoolExecutor(2) as at_once:
            answers = [at_once.submit(family.wish, who, meta_expected_version=version) for who in TEAM]
        accepted = [each.result() for each in answers if each.exception() is None]
        [refused] = [each.exception() for each in answers if each.exception() is not None]
        assert [each.version for each in accepted] == [version + 1]
        assert isinstance(refused, Refused)
        assert refused.code == "version_conflict"
        assert refused.facts == {"expected": str(version), "version": str(version + 1)}


def test_commands_of_many_at_once_are_all_done_in_one_order(family: Family, replicas: list[str]) -> None:
    """Two replicas decide on the same family at once: whoever comes too late decides again."""
    plans = [family.client, Client({"plans": family.platform.address("plans-1")})]
    titles = [f"Subject {number}" for number in range(24)]

    def add(number: int) -> int:
        fields = {"family": family.id, "focus_area": str(uuid4()), "title": titles[number]}
        token = family.cast.token(TEAM[number % 3 % 2])
        return int(plans[number % 2].command(token, "plans.AddFocusArea", fields).version)

    with ThreadPoolExecutor(8) as at_once:
        versions = list(at_once.map(add, range(24)))
    plans[1].__exit__()
    assert sorted(versions) == list(range(2, 26))
    assert [event["familyversion"] for event in family.events("plans")] == list(range(1, 26))
    until(lambda: vector.parse(family.read().vector)["plans"] == 25)
    plan = json.loads(family.read().plan)
    assert sorted(each["title"] for each in plan["focus_areas"]) == sorted(titles)
    assert plan["plan"]["revision"] == 24


def test_a_command_id_says_one_thing_for_good(family: Family) -> None:
    command_id = str(uuid4())
    fields = {"focus_area": str(uuid4()), "title": "Calm evenings"}
    first = family.do("karin", "plans.AddFocusArea", command_id=command_id, **fields)
    family.wish("bent")
    again = family.do("karin", "plans.AddFocusArea", command_id=command_id, **fields)
    assert (again.token, again.version) == (first.token, first.version)
    other = {**fields, "title": "Loud evenings"}
    for who, said in [("karin", other), ("bent", fields)]:
        reused = refusal(lambda: family.do(who, "plans.AddFocusArea", command_id=command_id, **said))  # noqa: B023
        assert reused.code == "command_id_reused"
    assert "evenings" not in str(told(reused))
    assert len(family.events("plans", "focus-area-added.v1")) == 2


def test_a_command_that_made_nothing_true_is_remembered_too(family: Family) -> None:
    """What had nothing to do then has nothing to do when it is sent again, whatever has happened since."""
    command_id = str(uuid4())
    first = family.do("karin", "contacts.AddTeamMember", professional="@bent", command_id=command_id)
    assert first.version == 7
    family.do("karin", "contacts.RemoveTeamMember", professional="@bent")
    again = family.do("karin", "contacts.AddTeamMember", professional="@bent", command_id=command_id)
    assert again.version == 7
    assert len(family.events("contacts")) == 8


def test_a_refused_command_may_be_tried_again_under_its_id(family: Family) -> None:
    command_id, professional = str(uuid4()), "@omar"

    def join() -> Any:
        return family.do("karin", "contacts.AddTeamMember", professional=professional, command_id=command_id)

    assert refusal(join).code == "professional_not_attached"
    family.attach("omar")
    assert join().version == 9


def test_the_same_command_sent_many_times_at_once_is_done_once(family: Family) -> None:
    command_id = str(uuid4())
    fields = {"focus_area": str(uuid4()), "title": "Calm evenings"}
    begin = threading.Barrier(8)

    def add(_: int) -> str:
        begin.wait()
        return str(family.do("karin", "plans.AddFocusArea", command_id=command_id, **fields).token)

    with ThreadPoolExecutor(8) as at_once:
        assert len(set(at_once.map(add, range(8)))) == 1
    assert len(family.events("plans", "focus-area-added.v1")) == 1
