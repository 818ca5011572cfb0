"""A programme on real servers: said to progress, seen by who works on it, on every way; and found again where it is lost."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest

from deploy.demo import scenario
from deploy.demo.scenario import PROGRAMME as PROGRAMME_FILE
from deploy.platform.processes import Platform
from eventkeep.refused import Refused
from tests.system.family import TEAM_STANDS, Family, refusal
from tests.system.play import until
from tests.system.whole import assert_whole

PROGRAMME = str(uuid4())
TERM = {"starts_on": "2025-01-01", "ends_on": "2026-12-31"}
FRAME = {"code": "families", "name": "Karin Example", **TERM}
PERIOD = {"period_from": "2025-01-01", "period_to": "2025-06-30"}


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family with a team. Karin coordinates and leads a programme, Lone is attached, Omar is not."""
    with Family(watched, TEAM_STANDS) as found:
        say(found, "karin", "RegisterProgramme", title="Whole families", **FRAME)
        yield found


def say(family: Family, who: str, command: str, **fields: Any) -> Any:
    """Somebody says something of the programme."""
    said = {"programme": PROGRAMME, **family.cast.resolved(fields)}
    return family.client.command(family.cast.token(who), f"progress.{command}", said)


def read(family: Family, who: str, after: str = "") -> Any:
    """The programme as somebody sees it."""
    return json.loads(family.client.programme(family.cast.token(who), PROGRAMME, after).document)


def over_http(family: Family, who: str, path: str = "") -> httpx.Response:
    """What somebody is answered over HTTP."""
    headers = {"Authorization": f"Bearer {family.cast.token(who)}"}
    return httpx.get(f"{family.platform.http()}/api/programmes{path}", headers=headers, timeout=10)


def test_what_is_said_of_a_programme_is_seen_by_who_works_on_it(family: Family) -> None:
    """R39 to R41, A34, A35, T18, T22: the same over gRPC and HTTP; to others it is not there."""
    assert refusal(
        lambda: say(family, "lone", "SetMilestone", milestone=str(uuid4()), title="x", due_on="2025-03-01")
    ).code == ("programme_roles_only")
    say(
        family,
        "karin",
        "AssignProgrammeRole",
        role="steering-group",
        professional="@lone",
        name="Lone Example",
    )
    decision = {
        "telling": str(uuid4()),
        "kind": "decision",
        "title": "Go on",
        "words": "It becomes daily work.",
    }
    say(family, "lone", "TellOfProgramme", told_on="2025-05-01", **decision)
    say(family, "karin", "SetMilestone", milestone=str(uuid4()), title="Kick-off day", due_on="2025-03-01")
    effect = {"entry": str(uuid4()), "area": "economy", "words": "Too early to say.", **PERIOD}
    against = {"expected": 100, "measured": 1, "verdict": "met"}
    assert (
        refusal(lambda: say(family, "karin", "StateEffect", **effect, **against)).code
        == "verdict_against_numbers"
    )
    say(family, "karin", "StateEffect", **effect, **{**against, "verdict": "not-met"})
    guide = {"guide": "coordinator", "version": 1}
    say(family, "karin", "PublishGuide", title="The handbook", published_on="2025-02-01", **guide)
    last = say(family, "omar", "MarkGuideRead", **guide)
    seen = read(family, "lone", last.token)
    assert [each["title"] for each in seen["told"]] == ["Go on"]
    assert [(each["title"], each["state"]) for each in seen["milestones"]] == [("Kick-off day", "overdue")]
    assert seen["not_reached"] == ["economy"]
    assert [each["read"] for each in seen["guides"]] == [1]
    assert [each["name"] for each in seen["roles"]] == ["Karin Example", "Lone Example"]
    assert over_http(family, "lone", f"/{PROGRAMME}").json() == seen
    assert [each["title"] for each in over_http(family, "lone").json()["programmes"]] == ["Whole families"]
    karin = family.cast.token("karin")
    earlier = json.loads(family.client.programme(karin, PROGRAMME, day="2025-02-01").document)
    assert [each["state"] for each in earlier["milestones"]] == ["ahead"]
    assert refusal(lambda: family.client.programme(karin, PROGRAMME, day="someday")).code == "invalid_input"
    assert over_http(family, "omar").json() == {"programmes": []}
    not_his = over_http(family, "omar", f"/{PROGRAMME}")
    assert (not_his.status_code, not_his.json()["code"]) == (404, "programme_not_found")
    assert over_http(family, "karin", f"/{uuid4()}").json() == not_his.json()


def test_the_programme_of_the_demo_goes_as_its_file_says(family: Family) -> None:
    """R39 to R42, R49, R54, A34 to A36, M09, T18, T21 to T23, C66: what was not reached stands, whoever may say it."""
    cast = scenario.read(PROGRAMME_FILE, family.platform.issuer)
    told: list[Any] = []
    for step in scenario.steps(cast):
        scenario.play(family.client, cast, step, lambda said, _, answer: told.append(answer))
    token = told[-1].token
    seen = json.loads(family.client.programme(cast.token("lis"), cast.id("programme"), token).document)
    assert seen["not_reached"] == ["economy"]
    assert [each["kind"] for each in seen["told"]] == ["evaluation", "decision", "recommendation"]
    assert {each["state"] for each in seen["milestones"]} >= {"reached"}
    assert [each.code for each in told if isinstance(each, Refused)] == [
        "programme_roles_only",
        "verdict_against_numbers",
    ]


def test_who_leads_a_department_sees_it_as_soon_as_the_register_says_so(family: Family) -> None:
    """R46."""
    led = {"department": "leisure", "lead": family.cast.id("omar")}
    family.client.command(family.cast.token("karin"), "contacts.RegisterDepartment", led)
    until(
        lambda: over_http(family, "omar", f"/{PROGRAMME}").status_code == 200, 20.0, "omar leads a department"
    )


def test_a_pilot_case_is_said_of_the_family_and_seen_in_its_plan(family: Family) -> None:
    """T16."""
    marked = family.do("karin", "progress.MarkPilotCase", programme="families")
    plan = json.loads(family.read("karin", marked.token).plan)
    assert [each["programme"] for each in plan["pilot_of"]] == ["families"]


def test_no_programme_is_a_family_and_what_is_lost_of_it_comes_again(family: Family) -> None:
    """INV-36: overview asks progress for what its journal lacks, also of streams of other kinds."""
    for number in range(4):
        milestone = {"milestone": str(uuid4()), "title": f"Step {number}", "due_on": "2025-03-01"}
        last = say(family, "karin", "SetMilestone", **milestone)
    key, dsn = f"programme/{PROGRAMME}", family.platform.dsn("overview")
    before = read(family, "karin", last.token)["milestones"]
    with psycopg.connect(dsn, autocommit=True) as connection:
        rows = connection.execute("select distinct view from views where family = %s", (key,)).fetchall()
        assert rows == [("programme",)]
        connection.execute("delete from journal where family = %s and version > 2", (key,))
        connection.execute(
            "update journal_heads h set version = 2, events = 2, digest = j.digest from journal j "
            "where h.family = %s and j.family = h.family and j.service = h.service and j.version = 2",
            (key,),
        )

        def held() -> int:
            [(number,)] = connection.execute(
                "select count(*) from journal where family = %s", (key,)
            ).fetchall()
            return int(number)

        until(lambda: held() > 5, 60.0, "what was lost is there again")
    assert read(family, "karin")["milestones"] == before


def test_a_platform_with_a_programme_and_a_department_is_whole(platform: Platform) -> None:
    """Nothing lost, nothing repeated, nothing shown that the stores don't say, of streams of every kind."""
    with Family(platform, TEAM_STANDS) as here:
        say(here, "karin", "RegisterProgramme", title="Families", **FRAME)
        led = {"department": "leisure", "lead": here.cast.id("omar")}
        here.client.command(here.cast.token("karin"), "contacts.RegisterDepartment", led)
        assert_whole(platform)
