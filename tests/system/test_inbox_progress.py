"""What schools, day care, health visitors and the job centre register themselves is not typed again. INV-58, T01 to T05."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from deploy.demo.cast import Step
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from eventkeep import vector
from tests.system.family import APPROVED, TEAM_STANDS, Family
from tests.system.play import play
from tests.system.sending import System, fact

pytestmark = pytest.mark.long

DEPARTMENTS = ("school", "day-care", "health-service", "job-centre")
NOBODY = ""
"""Who stands for what a system says by itself."""


@pytest.fixture(scope="module")
def platform(servers: Servers) -> Iterator[Platform]:
    """All five services; these departments have topics, and wait two seconds for what isn't there."""
    with Platform(
        servers.kafka, servers.postgres, {"HELHED_INBOX_PATIENCE": "2"}, departments=DEPARTMENTS
    ) as found:
        found.open()
        yield found


def measured(kind: str, value: int, **more: Any) -> dict[str, Any]:
    """A measurement on a scale to 100."""
    return {
        "measure": str(uuid4()),
        "kind": kind,
        "instrument": "days-at-school",
        "scale_min": 0,
        "scale_max": 100,
        "value": value,
        "period_from": "2025-11-01",
        "measured_on": "2025-11-20",
        **more,
    }


def test_a_school_s_system_says_each_night_who_was_there_with_nobody_typing(platform: Platform) -> None:
    """T04: of a pupil by the number that the school knows. What it says is the system's word, and nobody else's."""
    with Family(platform, TEAM_STANDS) as family:
        number = uuid4().hex[:8]
        linked = {"person": family.cast.id("viggo"), "system": "school-register", "value": number}
        family.client.command(family.cast.token("bent"), "contacts.LinkExternalId", linked)
        school, subject = System(platform, "school"), f"person/school-register/{number}"
        said = measured("attendance", 64)
        night = fact("measured", subject, NOBODY, said, caseid="2025-17")
        first = school.says(night)
        assert first["data"].get("stream") == f"family/{family.id}", first
        assert school.says(night)["data"]["vector"] == first["data"]["vector"]
        [told] = family.events("progress", "measured.v1")
        assert (told["actor"], told["caseid"]) == ("department:school", "2025-17")
        of = {"family": family.id, "person": family.cast.id("viggo"), "goal": None, "intervention": None}
        assert told["data"] == {**said, **of}
        _corrects(school, family, said["measure"])


def _corrects(school: System, family: Family, measure: str) -> None:
    """The system counts again, and says so itself. X-08."""
    wrong = {"correction": str(uuid4()), "corrects": measure, "value": 71, "because": "Counted anew."}
    answer = school.says(fact("registration-corrected", f"family/{family.id}", NOBODY, wrong))
    shown = family.read("bent", after=answer["data"]["token"])
    reached = vector.parse(answer["data"]["vector"])
    assert vector.parse(shown.vector)["progress"] >= reached["progress"]
    [told] = family.events("progress", "registration-corrected.v1")
    assert (told["actor"], told["data"]["value"]) == ("department:school", 71)


def test_day_care_s_system_says_who_came_once_somebody_of_it_is_around_the_family(platform: Platform) -> None:
    """T04, R05, X-01, INV-58: of a child by its own number, with nobody typing; before that it has nothing to say."""
    with Family(platform, TEAM_STANDS) as family:
        system, viggo = System(platform, "day-care"), family.cast.id("viggo")
        said = measured("attendance", 80, instrument="days-in-day-care")
        early = fact("measured", f"family/{family.id}", NOBODY, {**said, "person": viggo})
        assert _code(system.says(early)) == "department_not_attached"
        ditte = {"name": "Ditte Lyngholm", "department": "day-care", "profession": "pedagogue"}
        family.cast.story["professionals"]["ditte"] = ditte
        registered = Step("", "karin", "contacts.RegisterProfessional", {"professional": "@ditte", **ditte})
        play(family.client, family.cast, [registered])
        attached = family.attach("ditte")
        number = uuid4().hex[:8]
        linked = {"person": viggo, "system": "day-care-register", "value": number}
        family.client.command(family.cast.token("ditte"), "contacts.LinkExternalId", linked)
        subject = f"person/day-care-register/{number}"
        answer = system.says(fact("measured", subject, NOBODY, said, after=attached.token))
        assert answer["data"].get("stream") == f"family/{family.id}", answer
        [told] = family.events("progress", "measured.v1")
        assert told["actor"] == "department:day-care"
        assert {name: told["data"][name] for name in said} == said
        assert (told["data"]["person"], told["data"]["family"]) == (viggo, family.id)
        shown = family.read("ditte", after=answer["data"]["token"])
        reached = vector.parse(answer["data"]["vector"])
        assert vector.parse(shown.vector)["progress"] >= reached["progress"]


def test_work_that_the_job_centre_knows_of_is_in_the_plan_and_its_token_reads_it(platform: Platform) -> None:
    """T01: begun and ended in its own system, seen by everybody attached."""
    with Family(platform, APPROVED) as family:
        family.attach("omar")
        centre, work = System(platform, "job-centre"), str(uuid4())
        begun = {"occupation": work, "kind": "ordinary-work", "started_on": "2025-11-03"}
        ended = {"occupation": work, "ended_on": "2025-11-20", "reason": "contract-ended"}
        of_ellen, of_family = f"person/{family.cast.id('ellen')}", f"family/{family.id}"
        started = centre.says(fact("occupation-started", of_ellen, NOBODY, begun))
        assert "token" in started["data"], started
        answer = centre.says(
            fact("occupation-ended", of_family, NOBODY, ended, after=started["data"]["token"])
        )
        plan = json.loads(family.read("karin", after=answer["data"]["token"]).plan)
        [shown] = plan["occupations"]
        assert {name: shown[name] for name in ("person", "kind", "started_on", "ended_on")} == {
            "person": family.cast.id("ellen"),
            "kind": "ordinary-work",
            "started_on": "2025-11-03",
            "ended_on": "2025-11-20",
        }


def test_what_somebody_must_stand_for_is_not_said_by_a_system(platform: Platform) -> None:
    """R17, INV-58, X-01: a child's wellbeing is a health visitor's word; and nobody speaks of families of others."""
    with Family(platform, TEAM_STANDS) as family:
        health, lone = System(platform, "health-service"), family.cast.id("lone")
        of_viggo = f"person/{family.cast.id('viggo')}"
        wellbeing = measured("wellbeing", 60, instrument="who-5")
        assert _code(health.says(fact("measured", of_viggo, NOBODY, wellbeing))) == "needs_professional"
        assert "token" in health.says(fact("measured", of_viggo, lone, wellbeing))["data"]
        school, visit = System(platform, "school"), {"place": "home", "visited_on": "2025-11-20"}
        visit["professional"] = family.cast.id("bent")
        alone = fact("visit-made", f"family/{family.id}", NOBODY, visit)
        assert _code(school.says(alone)) == "actor_invalid"
        attendance = measured("attendance", 64, person=family.cast.id("viggo"))
        of_family = fact("measured", f"family/{family.id}", NOBODY, attendance)
        assert _code(System(platform, "job-centre").says(of_family)) == "department_not_attached"
        knowing = {**of_family, "after": family.detach("bent").token}
        assert _code(school.says(knowing)) == "department_not_attached"
        assert len(family.events("progress", "measured.v1")) == 1


def test_what_ends_before_it_began_is_waited_for_and_then_refused(platform: Platform) -> None:
    with Family(platform, TEAM_STANDS) as family:
        school = System(platform, "school")
        ended = {"occupation": str(uuid4()), "ended_on": "2025-11-20", "reason": "moved"}
        said = fact("occupation-ended", f"family/{family.id}", NOBODY, ended)
        refused = school.says(said)
        assert (_code(refused), refused["data"]["waited"]) == ("occupation_unknown", True)
        assert [each["type"].split(".")[2] for each in school.all(said)] == [
            "message-waits",
            "message-refused",
        ]


def _code(answer: dict[str, Any]) -> str:
    return str(answer["data"].get("code"))
