"""Who may read a family's plan: all those attached with a basis in force, and nobody else, within seconds."""

import json
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import grpc
import pytest

from deploy.platform.processes import Platform
from eventkeep.refused import Refused
from eventkeep.relay import partition_of
from tests.system.family import TEAM_STANDS, Family, fetch, refusal, refused_as, relay_held, told
from tests.system.play import WHEN, until

WITHIN = 2.0
FRESH = 5.0


@pytest.fixture
def family(watched: Platform) -> Iterator[Family]:
    """A family with its team: Karin and Bent. Lone is attached, Omar is not."""
    with Family(watched, TEAM_STANDS) as found:
        assert found.read(after=found.cast.seen).vector == "contacts=7"
        yield found


def test_a_stranger_hears_the_same_as_about_a_family_that_is_not_there(family: Family) -> None:
    stranger = family.cast.token("omar")
    of_this = refusal(lambda: family.client.plan(stranger, family.id))
    of_none = refusal(lambda: family.client.plan(stranger, str(uuid4())))
    of_none_to_karin = refusal(lambda: family.client.plan(family.cast.token("karin"), str(uuid4())))
    assert told(of_this) == told(of_none) == told(of_none_to_karin)
    assert of_this.code == "plan_not_found"
    watched = refusal(lambda: next(family.watch("omar")))
    assert told(watched) == told(of_this)


def test_members_of_the_family_read_their_own_plan_and_services_nobody_s(family: Family) -> None:
    """R04, X-01: adults and the young; a child reads with its parents."""
    stranger = refusal(lambda: family.read("omar"))
    assert family.read("ellen").plan == family.read("freja").plan == family.read("karin").plan
    assert told(refusal(lambda: family.read("viggo"))) == told(stranger)
    service = family.platform.issuer.service_token("contacts")
    assert told(refusal(lambda: family.client.plan(service, family.id))) == told(stranger)
    same_id = family.platform.issuer.token("person", family.cast.id("karin"))
    assert told(refusal(lambda: family.client.plan(same_id, family.id))) == told(stranger)


def test_whoever_left_the_family_reads_its_plan_no_more(family: Family) -> None:
    """X-06: what goes on in a home is for those who live in it."""
    left = family.do("karin", "contacts.RemoveFamilyMember", person="@freja", reason="moved")
    assert hears_nothing(family, "freja", left.token)
    assert family.read("ellen", left.token).vector == left.vector


def test_who_is_attached_can_read_within_two_seconds(family: Family) -> None:
    assert not family.may_read("omar")
    attached = family.attach("omar")
    until(lambda: family.may_read("omar"), WITHIN)
    assert family.read("omar", attached.token).vector == "contacts=8"


def test_who_holds_the_token_of_an_attachment_reads_at_once(family: Family) -> None:
    for _ in range(5):
        attached = family.attach("omar")
        assert family.read("omar", attached.token).vector == attached.vector
        assert hears_nothing(family, "omar", family.detach("omar").token)


def test_who_is_detached_is_shown_nothing_within_two_seconds_not_even_in_an_open_stream(
    family: Family,
) -> None:
    ended: list[tuple[float, Refused]] = []
    seen = threading.Event()

    def watch() -> None:
        try:
            for _ in family.watch("lone"):
                seen.set()
        except Refused as refused:
            ended.append((time.monotonic(), refused))

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    assert seen.wait(10)
    family.detach("lone")
    detached = time.monotonic()
    until(lambda: not family.may_read("lone"), WITHIN)
    watcher.join(10)
    [(at, refused)] = ended
    assert refused.code == "plan_not_found"
    assert at - detached < WITHIN
    assert family.may_read("karin")


def test_in_an_emergency_somebody_is_let_in_for_hours_and_everybody_is_told(family: Family) -> None:
    """X-07: not attached, with a reason; noted as such in the log that the family reads; and over when it is ended."""
    before = refused_as(lambda: family.read("omar"))
    took = family.do("omar", "contacts.TakeEmergencyAccess", professional="@omar", reason="Nobody opens.")
    family.read("omar", after=took.token)
    log = json.loads(family.client.document(family.cast.token("ellen"), family.id, "read-log").document)
    [noted] = [each for each in log["readings"] if each["reader"] == family.cast.id("omar")]
    assert (noted["purpose"], noted["document"]) == ("emergency", "plan")
    assert refused_as(lambda: family.wish("omar")) in ("not_on_team", "not_around_family")
    [shown] = json.loads(family.read("ellen").plan)["emergency_access"]
    assert (shown["professional"], shown["ended"]) == (family.cast.id("omar"), False)
    family.do("omar", "contacts.EndEmergencyAccess", professional="@omar")
    until(lambda: not family.may_read("omar"), 2.5, "it is over")
    assert before == refused_as(lambda: family.read("omar")) == "plan_not_found"


def test_a_basis_counts_on_its_days_alone(family: Family) -> None:
    day = WHEN.date()
    begins, ends = (str(day + timedelta(days=each)) for each in (2, 30))
    attached = family.attach("omar", begins, ends)
    assert hears_nothing(family, "omar", attached.token)
    family.read(after=attached.token)
    assert not family.may_read("omar")
    assert refusal(lambda: family.attach("omar", "2025-01-01", "2025-02-01")).code == "basis_over"
    in_force = family.attach("omar", str(day - timedelta(days=1)), str(day + timedelta(days=1)))
    assert family.read("omar", in_force.token).vector == in_force.vector
    assert refusal(lambda: family.attach("karin", begins, ends)).code == "basis_not_begun"
    assert family.may_read("karin")


def test_while_facts_are_old_contacts_itself_is_asked(family: Family) -> None:
    """Whom contacts detaches while nothing is told any more is refused."""
    with relay_held(family.platform, "contacts"):
        until(lambda: watermark_age(family) > FRESH, 10.0)
        assert family.may_read("karin")
        assert family.may_read("lone")
        assert not family.may_read("omar")
        family.detach("lone")
        family.attach("omar")
        assert not family.may_read("lone")
        assert family.may_read("omar")
    until(lambda: watermark_age(family) < FRESH, 10.0)


def test_without_contacts_a_yes_counts_for_five_seconds_and_then_no_answer_means_no(family: Family) -> None:
    watched = family.platform
    ended: list[float] = []

    def watch() -> None:
        try:
            for _ in family.watch("lone"):
                pass
        except Refused:
            ended.append(time.monotonic())

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    watched.processes["contacts"].stop()
    try:
        while family.may_read("lone"):
            assert watermark_age(family) < FRESH + WITHIN
        assert watermark_age(family) >= FRESH
        watcher.join(WITHIN)
        assert ended
        assert not family.may_read("karin")
        with pytest.raises(grpc.RpcError):
            family.detach("lone")
    finally:
        watched.start("contacts")
    until(lambda: family.may_read("lone"), 20.0)
    assert family.may_read("karin")
    watched.wait_ready("contacts")


def hears_nothing(family: Family, who: str, after: str) -> bool:
    """Whether somebody with a token is refused like a stranger."""
    return refusal(lambda: family.read(who, after)).code == "plan_not_found"


def watermark_age(family: Family) -> float:
    """How old what overview knows of contacts is, where this family's events go, in seconds."""
    [(age,)] = fetch(
        family.platform.dsn("overview"),
        "select extract(epoch from now() - at)::float8 from watermarks "
        "where service = 'contacts' and partition = %s",
        partition_of(family.id),
    )
    return float(age)
