"""A person who asks for it is forgotten: the key goes, the plan says so in words and goes on for others."""

import asyncio
import hashlib
import json
from uuid import uuid4

import rfc8785

from deploy.platform.processes import Platform
from eventkeep.keys import FileKeys
from tests.system.family import TOLD, Family, refused_as
from tests.system.play import until

READERS = ("karin", "bent", "lone")


def test_a_forgotten_person_is_gone_from_the_plan_and_everybody_sees_the_same(watched: Platform) -> None:
    with Family(watched, TOLD) as family:
        before = family.read(after=family.cast.seen)
        assert b"Viggo Dalgaard" in before.plan
        person = family.cast.id("viggo")
        asyncio.run(FileKeys(watched.folder / "keys").forget(person))
        assert not list((watched.folder / "keys").glob(f"{person}.key"))

        def gone() -> bool:
            return all(b"[forgotten]" in family.read(who).plan for who in READERS)

        until(gone, 5.0)
        shown = [family.read(who) for who in READERS]
        assert len({(each.plan, each.hash, each.vector) for each in shown}) == 1
        plan = json.loads(shown[0].plan)
        canonical = rfc8785.dumps({"plan": plan, "view": shown[0].view_version})
        assert shown[0].hash == hashlib.sha256(canonical).digest() != before.hash
        names = {each["person"]: each["name"] for each in plan["members"]}
        assert names.pop(person) == "[forgotten]"
        assert sorted(names.values()) == ["Ellen Dalgaard", "Freja Dalgaard", "Jonas Dalgaard"]
        assert {each["own_words"] for each in plan["wishes"] if each["person"] == person} == {"[forgotten]"}
        assert [each["words"] for each in plan["small_successes"]] == ["[forgotten]"]

        goes_on = family.wish()
        later = family.read("lone", goes_on.token)
        assert len(json.loads(later.plan)["focus_areas"]) == len(plan["focus_areas"]) + 1
        wish = {"person": "@viggo", "own_words": "To be remembered"}
        until(
            lambda: (
                refused_as(lambda: family.do("karin", "plans.RecordWish", wish=str(uuid4()), **wish))
                == "person_forgotten"
            ),
            5.0,
        )
        corrected = family.do(
            "karin",
            "meetings.CorrectAttendance",
            meeting="@meeting",
            attendees=[{"kind": "person", "id": "@ellen"}, {"kind": "professional", "id": "@karin"}],
            reason="list-was-wrong",
        )
        assert family.read(after=corrected.token).freshness.stale is False
