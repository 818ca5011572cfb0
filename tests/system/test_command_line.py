"""The command line: how things stand, what is wrong and what to do; a family as the caller may see it."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from deploy.platform.processes import SERVICES, Platform
from services.words import LISTENS, VOCABULARIES
from tests.system.commanding import asked_as, helhed
from tests.system.family import APPROVED, TOLD, Family, fetch
from tests.system.play import until
from tests.system.slip import slip_in
from tests.system.test_parked import SUCCESS, parked, success_without_day

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family that the whole story happened to. Lone is attached, Omar is not."""
    with Family(watched, TOLD) as found:
        found.read(after=found.cast.seen)
        yield found


@pytest.fixture
def whole(platform: Platform) -> Iterator[Family]:
    """A family of a platform that nothing is wrong with."""
    with Family(platform, APPROVED) as found:
        found.read(after=found.cast.seen)
        yield found


@pytest.mark.parametrize("service", SERVICES)
def test_on_a_good_day_there_is_nothing_to_do(whole: Family, service: str) -> None:
    status = helhed(whole.platform, "projections", "status", "--service", service, service=service)
    assert status.code == 0, status.out
    assert status.out.endswith("All is well.\n")
    doctor = helhed(whole.platform, "doctor", "--service", service, "--json", service=service)
    assert doctor.code == 0, doctor.out
    looked_at = {each["check"] for each in doctor.records}
    assert {"database", "migrations", "clock", "kafka", "topics", "owners", "freshness"} <= looked_at
    assert ("relay" in looked_at) == (service in VOCABULARIES)


def test_status_counts_families_and_compares_every_store(whole: Family) -> None:
    told = helhed(whole.platform, "projections", "status", "--json")
    views = {each["view"]: each for each in told.records if each["what"] == "view"}
    families = fetch(
        whole.platform.dsn("overview"),
        "select count(distinct family) from journal_heads where position('/' in family) = 0",
    )
    assert views["family-plan"]["families"] == views["access"]["families"] == families[0][0]
    compared = {each["service"]: each for each in told.records if each["what"] == "compared"}
    assert set(compared) == LISTENS["overview"]
    kept = fetch(
        whole.platform.dsn("overview"), "select count(*) from journal_heads where service = 'contacts'"
    )
    assert compared["contacts"]["streams"] == kept[0][0] > families[0][0]  # professionals and departments too
    assert not [each["trouble"] for each in compared.values() if each["trouble"]]
    partitions = [each for each in told.records if each["what"] == "partition"]
    assert len(partitions) == 12 * len(LISTENS["overview"])
    quick = helhed(whole.platform, "projections", "status", "--quick", "--json")
    assert not [each for each in quick.records if each["what"] == "compared"]


def test_a_family_that_stands_still_is_found_by_status_and_doctor(watched: Platform) -> None:
    with Family(watched, APPROVED) as family:
        family.read(after=family.cast.seen)
        slip_in(family, "progress", SUCCESS, success_without_day(family))
        until(lambda: parked(family))
        status = helhed(watched, "projections", "status", "--json")
        assert status.code == 1
        of_family = [e for e in status.records if e["what"] == "parked" and e["family"] == family.id]
        [still] = [each for each in of_family if each["view"] == "family-plan"]
        assert (still["view"], still["vector"]) == ("family-plan", family.read().vector)
        assert still["reason"].startswith("ValidationError at ")
        doctor = helhed(watched, "doctor")
        assert doctor.code == 1
        assert "WRONG  parked" in doctor.out
        assert "next: See `helhed parked list`." in doctor.out


def said_of(family: Family, records: Any) -> set[tuple[str, str | None]]:
    """What is said of a family: others may stand still beside it."""
    return {(each["what"], each.get("service")) for each in records if each.get("family") == family.id}


def test_a_chain_that_is_not_the_store_s_is_named_and_settled_by_hand(whole: Family) -> None:
    """Digests of stores and journal are compared; who trusts the store says so."""
    platform = whole.platform
    with psycopg.connect(platform.dsn("overview"), autocommit=True) as connection:
        connection.execute(
            "update journal set digest = decode(repeat('ab', 32), 'hex') where family = %s and service = 'plans' "
            "and version = (select version from journal_heads where family = %s and service = 'plans')",
            (whole.id, whole.id),
        )
    status = helhed(platform, "projections", "status", "--json")
    assert (status.code, ("differs", "plans") in said_of(whole, status.records)) == (1, True)
    until(
        lambda: "forks" in {e["check"] for e in helhed(platform, "doctor", "--json").records if not e["ok"]}
    )
    settled = helhed(platform, "parked", "replay", whole.id, "--trust-store", "plans", "--json")
    assert (settled.code, settled.records) == (0, [{"family": whole.id, "parked": False}])
    assert said_of(whole, helhed(platform, "projections", "status", "--json").records) == set()
    again = helhed(platform, "parked", "replay", whole.id, "--trust-store", "plans")
    assert (again.code, again.err) == (2, "Not done: this chain is not forked.\n")


def test_a_service_that_is_down_is_found_from_both_sides(whole: Family) -> None:
    platform = whole.platform
    platform.processes["plans"].stop()
    try:
        there = helhed(platform, "doctor", "--service", "plans", "--json", service="plans")
        [relay] = [each for each in there.records if each["check"] == "relay"]
        assert (there.code, relay["ok"]) == (1, False)
        here = helhed(platform, "doctor", "--json")
        silent = [each["what"] for each in here.records if each["check"] == "owners" and not each["ok"]]
        assert (here.code, silent) == (1, [f"plans does not answer at {platform.address('plans')}."])
        status = helhed(platform, "projections", "status")
        assert (status.code, "not compared: UNAVAILABLE" in status.out) == (1, True)
    finally:
        platform.start("plans")
        platform.wait_ready("plans")


def test_a_database_that_is_away_is_a_finding_and_elsewhere_a_sentence(family: Family) -> None:
    away = {"HELHED_POSTGRES_DSN": "postgresql://nobody@127.0.0.1:1/nowhere", "HELHED_POSTGRES_DSN_FILE": ""}
    doctor = helhed(family.platform, "doctor", "--json", settings=away)
    database = [each for each in doctor.records if each["check"] == "database"]
    assert (doctor.code, [each["what"] for each in database]) == (1, ["The database can't be asked."])
    for command in (("projections", "status"), ("parked", "list"), ("parked", "show", family.id)):
        asked = helhed(family.platform, *command, settings=away)
        assert (asked.code, asked.out) == (2, "")
        assert asked.err.startswith("Not done: the database of overview can't be asked.")


def test_kafka_that_is_away_is_a_finding(family: Family) -> None:
    doctor = helhed(family.platform, "doctor", "--json", settings={"HELHED_KAFKA_BOOTSTRAP": "127.0.0.1:1"})
    kafka = [(each["what"], each["ok"]) for each in doctor.records if each["check"] == "kafka"]
    assert (doctor.code, kafka) == (1, [("Kafka does not answer.", False)])


@pytest.mark.parametrize("who", ["karin", "lone", "ellen", "freja"])
def test_who_may_read_the_plan_reads_it_in_a_terminal(family: Family, who: str) -> None:
    """INV-36, X-04: the right is decided as on every read, and the reading is noted."""
    token = family.cast.token(who)
    shown = asked_as(family, token, "family", "show", family.id)
    assert shown.code == 0
    assert shown.out.startswith("Familien Dalgaard: Ellen, Jonas, Freja (ung) og Viggo (barn)")
    [record] = asked_as(family, token, "family", "show", family.id, "--json").records
    read = family.read(who)
    assert (record["hash"], record["vector"]) == (read.hash.hex(), read.vector)
    assert record["plan"] == json.loads(read.plan)
    history = asked_as(family, token, "family", "history", family.id, "--lang", "en", "--part", "meetings")
    assert "The meeting on 20 November 2025 was held." in history.out
    events = asked_as(family, token, "family", "history", family.id, "--json").records
    assert {"day", "sentence", "part", "ref", "by"} <= set(events[0])
    noted = fetch(
        family.platform.dsn("overview"),
        "select document from readings where family = %s and reader like %s and way = 'grpc'",
        family.id,
        f"%:{family.cast.id(who)}",
    )
    assert {("plan",), ("history",)} <= set(noted)


@pytest.mark.parametrize("command", ["show", "history"])
def test_who_may_not_read_is_told_so_and_sees_nothing(family: Family, command: str) -> None:
    """INV-38: operations see nothing that they may not, and nobody learns whether a family is there."""
    stranger = asked_as(family, family.cast.token("omar"), "family", command, family.id, "--lang", "en")
    nowhere = asked_as(family, family.cast.token("karin"), "family", command, str(uuid4()), "--lang", "en")
    assert (stranger.code, stranger.out, stranger.err) == (nowhere.code, nowhere.out, nowhere.err)
    assert (stranger.code, stranger.out) == (2, "")
    assert "There is no such plan for you." in stranger.err
    service = asked_as(family, family.platform.issuer.service_token("plans"), "family", command, family.id)
    operations = asked_as(
        family, family.platform.issuer.token("operations", str(uuid4())), "family", command, family.id
    )
    forged = asked_as(family, "no.such.token", "family", command, family.id)
    assert [(each.code, each.out) for each in (service, operations, forged)] == [(2, "")] * 3
    assert "not_for_operations" in operations.err
    assert "token_not_accepted" in forged.err


def test_a_hash_is_verified_by_its_vector(family: Family) -> None:
    read = family.read()
    same = helhed(family.platform, "verify", family.id, read.vector, read.hash.hex(), "--json")
    assert (same.code, same.records[0]["verdict"]) == (0, "same")
    other = helhed(family.platform, "verify", family.id, read.vector, "00" * 32)
    assert (other.code, other.out.startswith("It is another")) == (1, True)
    unclear = helhed(family.platform, "verify", family.id, "plans", "xx")
    assert (unclear.code, unclear.out) == (2, "")
