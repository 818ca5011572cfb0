"""Whoever tells departments may die over it, freeze or be followed, and the day may turn: nothing is left out, and nothing
comes after a revocation. INV-38, X-10."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from contracts.out.events import FamilyPlanRevoked
from deploy.embedded.given import Servers
from deploy.platform.processes import Platform
from eventkeep import vector
from eventkeep.clock import turn
from tests.system.family import APPROVED, Family, fetch
from tests.system.keeper import process, replica
from tests.system.play import WHEN, Insistent, log_lines, until
from tests.system.test_out import Department

pytestmark = pytest.mark.long
_UNSEAT = (
    "select pg_terminate_backend(pid) from pg_locks join pg_database d on d.oid = database where granted "
    "and locktype = 'advisory' and (classid, objid) = (4805, 7) and datname = current_database()"
)
"""Takes the leader's session away, as a database that fails over does."""
_DUE = "select count(*) from reactions where moves > reacted"


@pytest.fixture(scope="module")
def platform(servers: Servers) -> Iterator[Platform]:
    """All five services; these departments have topics."""
    with Platform(servers.kafka, servers.postgres, departments=("school", "job-centre")) as found:
        found.open()
        yield found


def is_told(family: Family, department: Department, after: str) -> list[Any]:
    """What a department was told of a family, once it is told the plan at a token."""
    with Insistent(family.platform) as client:
        plan = client.plan(family.cast.token("karin"), family.id, after)
    wanted = vector.parse(plan.vector)

    def covers(told: list[Any]) -> bool:
        return bool(told and told[-1]) and vector.covers(vector.parse(told[-1]["data"]["vector"]), wanted)

    return department.waits(family.id, covers, "the department is told")


def dies_telling(family: Family, happens: Callable[[], Any]) -> Any:
    """Something happens, overview dies when it has told of it and noted nothing, and is started again."""
    platform = family.platform
    overview = platform.processes["overview"]
    until(lambda: fetch(platform.dsn("overview"), _DUE) == [(0,)], 30.0, "all that happened before is told")
    overview.kill()
    platform.start("overview", settings={"HELHED_CRASH_AT": "told_out"})
    done = happens()
    until(lambda: not overview.running, 60.0, "it dies when it has told")
    platform.start("overview")
    platform.wait_ready("overview")
    return done


def places(told: list[Any]) -> list[tuple[int, int]]:
    """Where each state stands: its grant and number."""
    return [(each["data"]["grant"], each["data"]["state_no"]) for each in told]


def test_a_state_is_told_again_by_whoever_died_over_it_and_readers_know_it(platform: Platform) -> None:
    with Family(platform, APPROVED) as family:
        school = Department(platform, "school")
        is_told(family, school, family.cast.seen)
        told = is_told(family, school, dies_telling(family, family.wish).token)
        assert places(told) == sorted(places(told))
        again = {at: [each for each in told if places([each]) == [at]] for at in places(told)}
        assert any(len(same) > 1 for same in again.values())
        for same in again.values():
            assert all(each["data"]["hash"] == same[0]["data"]["hash"] for each in same)
        led = [each["ref"] for same in again.values() for each in same[0]["data"]["events"]]
        assert len(led) == len(set(led))


def test_an_end_is_told_again_by_whoever_died_over_it_and_nothing_comes_after(platform: Platform) -> None:
    with Family(platform, APPROVED) as family:
        school = Department(platform, "school")
        before = is_told(family, school, family.cast.seen)
        dies_telling(family, lambda: family.detach("bent"))
        ends = school.waits(family.id, lambda told: told.count(None) == 2, "it is told again")[len(before) :]
        assert [each and each["type"] for each in ends] == [FamilyPlanRevoked.wire, None] * 2
        assert_nothing_comes(family, [*before, *ends])


def assert_nothing_comes(family: Family, told: list[Any]) -> None:
    """The school was told this and no more, though the family goes on and another department is told of it."""
    family.wish()
    is_told(family, Department(family.platform, "job-centre"), family.attach("omar").token)
    assert Department(family.platform, "school").of(family.id) == told, "something came after the revocation"


def test_a_basis_ends_by_its_day_and_so_does_what_is_told(platform: Platform) -> None:
    """Nobody does anything; the day turns."""
    with Family(platform, APPROVED) as family:
        job_centre = Department(platform, "job-centre")
        last_day = WHEN + timedelta(days=2)
        attached = family.attach("omar", valid_to=last_day.date().isoformat())
        told = is_told(family, job_centre, attached.token)
        turn(platform.clock, last_day)
        assert None not in is_told(family, job_centre, family.wish().token)
        turn(platform.clock, last_day + timedelta(days=1))
        ended = job_centre.waits(family.id, lambda told: told[-1] is None, "the job centre is told no more")
        over = FamilyPlanRevoked.model_validate(ended[-2]["data"])
        assert over.grant == places(told)[-1][0]
        assert Department(platform, "school").of(family.id)[-1] is not None


def test_a_leader_that_was_frozen_over_the_end_of_a_grant_tells_nothing_after_it(platform: Platform) -> None:
    with Family(platform, APPROVED) as family:
        school = Department(platform, "school")
        is_told(family, school, family.cast.seen)
        with replica(platform, "overview") as other:
            frozen = process(platform, "overview")
            family.wish()
            frozen.suspend()
            fetch(platform.dsn("overview"), _UNSEAT)
            interrupted = len(list(log_lines(platform, "overview", "out_interrupted")))
            try:
                until(lambda: list(log_lines(platform, other, "out_leads")), 60.0, "the other one leads")
                family.detach("bent")
                told = school_is_done(family)
            finally:
                frozen.resume()
            noticed = lambda: len(list(log_lines(platform, "overview", "out_interrupted"))) > interrupted  # noqa: E731
            until(noticed, 60.0, "the first one sees that it leads no more")
            assert_nothing_comes(family, told)


def school_is_done(family: Family) -> list[Any]:
    """What the school was told, once that has ended."""
    school = Department(family.platform, "school")
    until(lambda: (told := school.of(family.id)) and told[-1] is None, 60.0, "the school is told no more")
    return school.of(family.id)
