"""A person who asks for it is forgotten: the key goes, the plan says so in words and goes on for others."""

import asyncio
import hashlib
import json
import subprocess
from collections.abc import Iterator
from uuid import uuid4

import pytest
import rfc8785

from contracts.overview import overview_pb2 as overview
from deploy.platform.processes import Platform
from eventkeep.keys import FileKeys
from tests.system.family import TOLD, Family, refused_as
from tests.system.play import until

READERS = ("karin", "bent", "lone")


@pytest.fixture(scope="module")
def forgotten(watched: Platform) -> Iterator[tuple[Family, overview.FamilyPlan]]:
    """A family that somebody was forgotten in, and the plan as it was before."""
    with Family(watched, TOLD) as family:
        before = family.read(after=family.cast.seen)
        assert b"Viggo Dalgaard" in before.plan
        person = family.cast.id("viggo")
        asyncio.run(FileKeys(watched.folder / "keys").forget(person))
        assert not list((watched.folder / "keys").glob(f"{person}.key"))

        def gone() -> bool:
            return all(b"[forgotten]" in family.read(who).plan for who in READERS)

        until(gone, 5.0)
        yield family, before


def test_a_forgotten_person_is_gone_from_the_plan_and_everybody_sees_the_same(
    forgotten: tuple[Family, overview.FamilyPlan],
) -> None:
    """Forgetting a person makes older hashes void."""
    family, before = forgotten
    shown = [family.read(who) for who in READERS]
    assert len({(each.plan, each.hash, each.vector) for each in shown}) == 1
    assert (shown[0].vector, shown[0].state_no) == (before.vector, before.state_no)
    plan = json.loads(shown[0].plan)
    canonical = rfc8785.dumps({"plan": plan, "view": shown[0].view_version})
    assert shown[0].hash == hashlib.sha256(canonical).digest() != before.hash
    names, person = {each["person"]: each["name"] for each in plan["members"]}, family.cast.id("viggo")
    assert names.pop(person) == "[forgotten]"
    assert sorted(names.values()) == ["Ellen Dalgaard", "Freja Dalgaard", "Jonas Dalgaard"]
    assert {each["own_words"] for each in plan["wishes"] if each["person"] == person} == {"[forgotten]"}
    assert [each["words"] for each in plan["small_successes"]] == ["[forgotten]"]


def test_operations_are_told_that_older_hashes_are_void(
    forgotten: tuple[Family, overview.FamilyPlan],
) -> None:
    """Forgetting a person makes older hashes void, and `verify` knows that."""
    family, before = forgotten
    now = family.read()
    assert verified(family, now) == (0, "It is the same.")
    code, sentence = verified(family, before)
    assert code == 1
    assert "forgotten" in sentence


def test_the_plan_goes_on_for_others_and_nothing_new_is_said_of_who_was_forgotten(
    forgotten: tuple[Family, overview.FamilyPlan],
) -> None:
    """Forgetting a person destroys the key; reads say so in words and never fail."""
    family, _ = forgotten
    areas = len(json.loads(family.read().plan)["focus_areas"])
    goes_on = family.wish()
    later = family.read("lone", goes_on.token)
    assert len(json.loads(later.plan)["focus_areas"]) == areas + 1

    def wish() -> object:
        words = {"person": "@viggo", "own_words": "To be remembered"}
        return family.do("karin", "plans.RecordWish", wish=str(uuid4()), **words)

    until(lambda: refused_as(wish) == "person_forgotten", 5.0)
    corrected = family.do(
        "karin",
        "meetings.CorrectAttendance",
        meeting="@meeting",
        attendees=[{"kind": "person", "id": "@ellen"}, {"kind": "professional", "id": "@karin"}],
        reason="list-was-wrong",
    )
    assert family.read(after=corrected.token).freshness.stale is False


def verified(family: Family, shown: overview.FamilyPlan) -> tuple[int, str]:
    """What operations are told of a hash by hand: exit code and sentence."""
    command = family.platform.command("overview", "overview", "services.cli", {})
    words = [*command, "verify", family.id, shown.vector, shown.hash.hex()]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, timeout=60, check=False)
    return done.returncode, done.stdout.strip()
