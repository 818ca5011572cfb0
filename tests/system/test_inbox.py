"""What departments' systems say becomes true once and only once, and is answered. INV-58."""

from collections.abc import Iterator
from uuid import uuid4

import pytest

from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from tests.system.family import APPROVED, TEAM_STANDS, Family
from tests.system.play import until
from tests.system.sending import System, fact

pytestmark = pytest.mark.long

DEPARTMENTS = ("family-unit", "school", "job-centre")
WHOSE = {
    "caseid": "SAG-2025-17",
    "klesubject": "27.24.00",
    "orgunit": "0192f0c1-2b3c-7d4e-8f5a-6b7c8d9e0f1a",
    "sorid": "328081000016005",
}
"""All that says whose work it was, in the terms of Danish authorities."""


@pytest.fixture(scope="module")
def platform(servers: Servers) -> Iterator[Platform]:
    """All five services; these departments have topics, and wait two seconds for what isn't there."""
    with Platform(
        servers.kafka, servers.postgres, {"HELHED_INBOX_PATIENCE": "2"}, departments=DEPARTMENTS
    ) as found:
        found.open()
        yield found


def test_a_fact_of_a_case_system_is_in_the_plan_and_its_token_reads_it(platform: Platform) -> None:
    """An intervention granted in the department's own system is granted here, and not typed again."""
    with Family(platform, APPROVED) as family:
        system = System(platform, "family-unit")
        granted = fact(
            "intervention-granted",
            f"family/{family.id}",
            family.cast.id("karin"),
            {"intervention": family.cast.id("counselling")},
            **WHOSE,
        )
        answer = system.says(granted)
        assert answer["type"] == "helhed.inbox.message-accepted.v1", answer
        shown = family.read("bent", after=answer["data"]["token"])
        assert shown.state_no
        [told] = family.events("plans", "intervention-granted.v1")
        assert told["actor"] == f"professional:{family.cast.id('karin')}"
        assert {name: told.get(name) for name in WHOSE} == WHOSE


def test_a_grant_that_overlaps_is_not_said_to_be_made(platform: Platform) -> None:
    """INV-62: whoever grants looks at the others first, and names them."""
    with Family(platform, APPROVED) as family:
        system, karin, counselling = (
            System(platform, "family-unit"),
            family.cast.id("karin"),
            family.cast.id("counselling"),
        )
        added = {
            "intervention": str(uuid4()),
            "goal": family.cast.id("calm-mornings"),
            "title": "Somebody who calls in the morning",
            "legal_basis": "barnets lov § 32",
            "starts": "2025-12-01",
        }
        subject = f"family/{family.id}"
        assert "token" in system.says(fact("intervention-added", subject, karin, added))["data"]
        grant = {"intervention": added["intervention"]}
        for _ in range(2):
            refused = system.says(fact("intervention-granted", subject, karin, grant))["data"]
            assert refused["code"] == "overlap_not_confirmed"
            assert counselling in refused["facts"]["overlaps"]
        grant["overlaps_confirmed"] = refused["facts"]["overlaps"].split(", ")
        assert "token" in system.says(fact("intervention-granted", subject, karin, grant))["data"]


def test_what_is_said_twice_is_true_once(platform: Platform) -> None:
    """The same source and id: the same answer, and no second event."""
    with Family(platform, TEAM_STANDS) as family:
        system = System(platform, "school")
        visit = fact(
            "visit-made",
            f"family/{family.id}",
            family.cast.id("bent"),
            {"professional": family.cast.id("bent"), "place": "home", "visited_on": "2025-11-20"},
        )
        first, again = system.says(visit), None
        system.send(visit, visit)
        marker = fact("visit-made", "family/none", family.cast.id("bent"), {})
        system.says(marker)
        again = [each["data"]["vector"] for each in system.all(visit)]
        assert again == [first["data"]["vector"]] * 3
        assert len(family.events("contacts", "visit-made.v1")) == 1


def test_another_fact_under_the_same_source_and_id_is_refused(platform: Platform) -> None:
    """What was said first stands; nothing of the second becomes true."""
    with Family(platform, TEAM_STANDS) as family:
        system, bent = System(platform, "school"), family.cast.id("bent")
        subject = f"family/{family.id}"
        said = {"professional": bent, "place": "home", "visited_on": "2025-11-20"}
        visit = fact("visit-made", subject, bent, said)
        assert "token" in system.says(visit)["data"]
        other = {**visit, "data": {**said, "visited_on": "2025-11-21"}}
        system.send(other)
        system.says(fact("visit-made", "family/none", bent, {}))
        _, answer = system.all(visit)
        assert (answer["type"], answer["data"]["code"]) == (
            "helhed.inbox.message-refused.v1",
            "command_id_reused",
        )
        assert answer["data"]["waited"] is False
        told = [each["data"]["visited_on"] for each in family.events("contacts", "visit-made.v1")]
        assert told == ["2025-11-20"]


def test_nobody_speaks_for_another_department(platform: Platform) -> None:
    """X-01, INV-58: not in the name of its people, nor of somebody who isn't around the family."""
    with Family(platform, TEAM_STANDS) as family:
        school = System(platform, "school")
        visit = {"professional": family.cast.id("bent"), "place": "home", "visited_on": "2025-11-20"}
        for who in ("karin", "omar", "ellen"):
            answer = school.says(fact("visit-made", f"family/{family.id}", family.cast.id(who), visit))
            assert answer["data"]["code"] == "not_of_department"
        assert family.events("contacts", "visit-made.v1") == []


def test_what_is_not_there_yet_is_waited_for_and_then_refused_visibly(platform: Platform) -> None:
    """An intervention that starts before it was granted: told that it waits; done once it may be, or refused."""
    with Family(platform, APPROVED) as family:
        system, karin = System(platform, "family-unit"), family.cast.id("karin")
        subject, counselling = f"family/{family.id}", {"intervention": family.cast.id("counselling")}
        starts = fact("intervention-started", subject, karin, {**counselling, "started_on": "2025-11-22"})
        system.send(starts)
        refused = system.answer(starts)
        assert (refused["data"]["code"], refused["data"]["waited"]) == ("intervention_not_granted", True)
        assert [each["type"].split(".")[2] for each in system.all(starts)] == [
            "message-waits",
            "message-refused",
        ]
        # Sent again with the same id, and what it waited for comes in another way.
        system.send(starts)
        family.do("karin", "plans.GrantIntervention", **counselling)
        until(lambda: "accepted" in system.all(starts)[-1]["type"], 20.0, "what was waited for is there")


def test_later_facts_of_a_subject_wait_behind_an_earlier_one(platform: Platform) -> None:
    """Order is kept for each subject, and nobody else waits."""
    with Family(platform, APPROVED) as family, Family(platform, TEAM_STANDS) as other:
        system, karin = System(platform, "family-unit"), family.cast.id("karin")
        subject, counselling = f"family/{family.id}", {"intervention": family.cast.id("counselling")}
        starts = fact("intervention-started", subject, karin, {**counselling, "started_on": "2025-11-22"})
        linked = fact(
            "statutory-plan-linked",
            subject,
            karin,
            {"statutory_plan": str(uuid4()), "legal_basis": "barnets lov § 32"},
        )
        visit = fact(
            "visit-made",
            f"family/{other.id}",
            other.cast.id("karin"),
            {"professional": other.cast.id("karin"), "place": "home", "visited_on": "2025-11-20"},
        )
        system.send(starts, linked, visit)
        system.answer(linked)
        types = [
            (each["data"]["message"]["id"], each["type"].split(".")[2])
            for each in system.answers
            if each["data"]["message"]["id"] in {starts["id"], linked["id"], visit["id"]}
        ]
        assert types.index((starts["id"], "message-refused")) < types.index(
            (linked["id"], "message-accepted")
        )
        assert (visit["id"], "message-accepted") in types


def test_a_person_is_named_by_the_id_of_the_sender_s_own_system(platform: Platform) -> None:
    """R05, X-05: the pupil's number, which was linked once, finds the family."""
    with Family(platform, TEAM_STANDS) as family:
        number = uuid4().hex[:8]
        linked = {"person": family.cast.id("viggo"), "system": "school-register", "value": number}
        family.client.command(family.cast.token("bent"), "contacts.LinkExternalId", linked)
        system = System(platform, "school")
        bent = family.cast.id("bent")
        visit = {"professional": bent, "place": "home", "visited_on": "2025-11-20"}
        for subject in (f"person/school-register/{number}", f"person/{family.cast.id('viggo')}"):
            answer = system.says(fact("visit-made", subject, bent, visit))
            assert answer["data"].get("stream") == f"family/{family.id}", answer
        for subject in ("person/school-register/nobody", f"person/{uuid4()}"):
            answer = system.says(fact("visit-made", subject, bent, visit))
            assert (answer["data"]["code"], answer["data"]["waited"]) == ("family_not_found", True)
