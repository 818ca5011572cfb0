"""A group course on real Kafka: two families' members join, set their own agenda, meet twice a week, and end. P38 to P40."""

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest

from contracts.access import Kind
from deploy.platform.processes import Platform
from tests.system.family import TEAM_STANDS, Family, refused_as
from tests.system.play import until
from tests.system.ways import session

TERM = {"weekdays": ["tuesday", "thursday"], "starts_on": "2025-11-03", "ends_on": "2025-12-21"}
JOINED = "2025-11-05T09:00:00+01:00"
TUESDAY, THURSDAY = "2025-11-11T09:00:00+01:00", "2025-11-13T09:00:00+01:00"
AHEAD = "2025-11-25T09:00:00+01:00"
OFFER = str(uuid4())


@dataclass
class Course:
    """A group of the first family's Karin, and what its people do in it."""

    one: Family
    other: Family
    id: str = field(default_factory=lambda: str(uuid4()))
    ids: dict[str, str] = field(default_factory=dict)

    def named(self, name: str) -> str:
        """The id of a session or a proposal."""
        return self.ids.setdefault(name, str(uuid4()))

    def do(self, family: Family, who: str, command: str, **fields: Any) -> Any:
        """A command on the group."""
        said = {"group": self.id, **fields}
        return family.client.command(family.cast.token(who), f"meetings.{command}", said)

    def joins(self, family: Family, who: str, called: str) -> Any:
        """A member joins, on the family's own stream."""
        return family.do(
            who,
            "meetings.JoinGroup",
            group=self.id,
            person=f"@{who}",
            called=called,
            after=family.cast.seen,
            meta_occurred_at=JOINED,
        )

    def seen(self, family: Family, who: str, after: str = "") -> Any:
        """The group as somebody is given it over gRPC. Raises Refused."""
        given = family.client.document(
            family.cast.token(who), "", Kind.GROUP, words={"group": self.id}, after=after
        )
        return json.loads(given.document)

    def shown(self, family: Family, who: str, after: str = "") -> Any:
        """The group, to who may read it: what isn't fresh is no yes, and is asked for again."""

        def given() -> Any:
            codes = []
            code = refused_as(lambda: codes.append(self.seen(family, who, after)))
            assert code in ("", "group_not_found", "lagging"), code
            return codes and codes[0]

        return until(given, 30.0, "the group is shown")

    def over_http(self, family: Family, who: str, path: str) -> httpx.Response:
        """The same over HTTP."""
        headers = {"Authorization": f"Bearer {family.cast.token(who)}"}
        return httpx.get(f"{family.platform.http()}/api{path}", headers=headers, timeout=10)

    def page(self, family: Family, who: str, language: str = "da") -> httpx.Response:
        """The same as a page."""
        path = f"/{language}/{'hold' if language == 'da' else 'groups'}/{self.id}"
        return httpx.get(family.platform.http() + path, cookies=session(family, who), timeout=10)


@pytest.fixture(scope="module")
def course(watched: Platform) -> Iterator[Course]:
    """Karin forms a group in the north; Ellen of each of two families joins it."""
    with ExitStack() as running:
        one, other = (running.enter_context(Family(watched, TEAM_STANDS)) for _ in range(2))
        found = Course(one, other)
        leads = {"professional": one.cast.id("karin"), "called": "Karin"}
        found.do(
            one, "karin", "FormGroup", title="Your way ahead", area="harbour", facilitators=[leads], term=TERM
        )
        found.joins(one, "ellen", "Ellen")
        found.joins(other, "ellen", "E.")
        until(lambda: found.shown(one, "karin")["taking_part"] == 2, 20.0, "the group follows the families")
        yield found


def is_there(answer: httpx.Response) -> httpx.Response | None:
    """The page, where it is shown."""
    return answer if answer.status_code == 200 else None


def plan(family: Family, after: str = "") -> Any:
    """The family's plan as its coordinator sees it."""
    return json.loads(family.read(after=after).plan)


def test_two_families_members_take_part_and_neither_knows_of_the_other(course: Course) -> None:
    """P38, P39, P40: the plan of each shows its own member's part; those who lead see both, by what each is called."""
    one, other = course.one, course.other
    for family in (one, other):
        [own] = plan(family)["group_courses"]
        assert (own["person"], own["title"], own["area"], own["weekdays"]) == (
            family.cast.id("ellen"),
            "Your way ahead",
            "harbour",
            TERM["weekdays"],
        )
    called = [each["called"] for each in course.shown(one, "karin")["participants"]]
    assert sorted(called) == ["E.", "Ellen"]
    hers = json.dumps(course.shown(one, "ellen"))
    assert not [each for each in (other.id, other.cast.id("ellen"), one.id) if each in hers]
    for family, who in ((one, "bent"), (one, "viggo"), (other, "karin")):
        assert refused_as(lambda f=family, w=who: course.seen(f, w)) == "group_not_found"
        assert course.over_http(family, who, f"/groups/{course.id}").status_code == 404
        assert course.page(family, who).status_code == 404
        assert course.over_http(family, who, "/my/groups").json() == {"groups": []}


def test_the_group_sets_its_agenda_against_the_facilitators_wish(course: Course) -> None:
    """R34, A19: what participants agreed no facilitator changes; what he or she may do is to record."""
    one, other = course.one, course.other
    letters, jobs = course.named("letters"), course.named("jobs")
    course.do(
        one,
        "karin",
        "ScheduleGroupSession",
        session=course.named("ahead"),
        starts_at=AHEAD,
        place="The harbour",
    )
    course.do(
        other,
        "ellen",
        "ProposeToGroup",
        proposal=letters,
        kind="agenda",
        person=other.cast.id("ellen"),
        words="How we answer letters.",
    )
    course.do(
        one,
        "karin",
        "ProposeToGroup",
        proposal=jobs,
        kind="agenda",
        person=one.cast.id("ellen"),
        words="What work we would like.",
    )
    agreed = course.do(one, "ellen", "AgreeGroupAgenda", session=course.named("ahead"), items=[letters])
    wishes = {"session": course.named("ahead"), "items": [jobs], "agreed_by": [one.cast.id("ellen")]}
    code = refused_as(lambda: course.do(one, "karin", "AgreeGroupAgenda", **wishes))
    assert code == "agenda_is_the_groups"
    [ahead] = course.shown(other, "ellen", agreed.token)["sessions"]
    assert ahead["agenda"] == [letters]


def test_it_meets_twice_a_week_where_an_offer_is_presented_and_does_what_it_proposed(course: Course) -> None:
    """T15, P40, R55: and dashboards see a week with two sessions, and no person."""
    one, other = course.one, course.other
    ellen, her_namesake = one.cast.id("ellen"), other.cast.id("ellen")
    for name, starts in (("tuesday", TUESDAY), ("thursday", THURSDAY)):
        of = {"session": course.named(name)}
        course.do(one, "karin", "ScheduleGroupSession", **of, starts_at=starts, place="The harbour")
        course.do(one, "karin", "HoldGroupSession", **of, persons=[ellen, her_namesake])
    course.do(
        one, "karin", "PresentOfferToGroup", session=course.named("tuesday"), offer=OFFER, title="Sailing"
    )
    paper = course.named("paper")
    course.do(
        one,
        "ellen",
        "ProposeToGroup",
        proposal=paper,
        kind="activity",
        person=ellen,
        words="We write to the local newspaper.",
    )
    wrote = course.do(other, "ellen", "HoldGroupActivity", activity=paper, held_on="2025-11-14")
    seen = course.shown(other, "ellen", wrote.token)
    assert [each["attended"] for each in seen["sessions"]] == [2, 2, None]
    assert [each["came"] for each in seen["sessions"]] == [[her_namesake], [her_namesake], None]
    assert [each["held"] for each in seen["sessions"][:2]] == [True, True]
    assert [each["title"] for each in seen["sessions"][0]["offers"]] == ["Sailing"]
    [done] = [each for each in seen["proposals"] if each["kind"] == "activity"]
    assert (done["words"], done["held_on"]) == ("We write to the local newspaper.", ["2025-11-14"])
    for language, sentence in (("da", "Tilbud præsenteret: Sailing"), ("en", "Offers presented: Sailing")):
        shown = until(
            lambda at=language: is_there(course.page(other, "ellen", at)), 30.0, "the page is shown"
        )
        assert sentence in shown.text
        assert one.id not in shown.text
    with psycopg.connect(one.platform.dsn("overview"), autocommit=True) as connection:
        connection.execute(f"set role {one.platform.dashboards_role}")
        weeks = (
            "select groups, sessions, groups_twice from reading.group_weeks "
            "where area = 'harbour' and week = '2025-11-10'"
        )
        assert connection.execute(weeks).fetchall() == [(1, 2, 1)]
        few = "select groups, participants, suppressed, weeks_twice from reading.group_courses where area = 'harbour'"
        assert connection.execute(few).fetchall() == [(1, None, True, 1)]


def test_where_it_ends_the_families_plans_say_so_and_participants_read_it_no_more(course: Course) -> None:
    """P38, P40: by reactions alone, in both families."""
    course.do(course.one, "karin", "EndGroup", reason="term-over")
    for family in (course.one, course.other):
        until(lambda f=family: plan(f)["group_courses"][0]["reason"] == "group-ended", 20.0, "its part ends")
    until(lambda: course.shown(course.one, "karin")["taking_part"] == 0, 20.0, "nobody takes part")
    assert refused_as(lambda: course.seen(course.one, "ellen")) == "group_not_found"
    history = course.one.client.document(
        course.one.cast.token("ellen"), course.one.id, Kind.HISTORY, language="en"
    )
    told = history.document.decode()
    assert "Ellen Dalgaard takes part in the group course “Your way ahead”" in told.replace("\u00a0", " ")
