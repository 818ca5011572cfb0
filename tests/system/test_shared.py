"""What a family shares with somebody who stands by it: there for her within seconds, gone as soon, and noted. INV-66."""

import json
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import httpx
import pytest

from contracts.access import Kind
from deploy.platform.processes import Platform
from services.overview.web.shelf import PLAN, SHARED
from tests.system.family import TOLD, Family, fetch, refused_as, shares, stands_by
from tests.system.play import until
from tests.system.ways import session

WITHIN = 2.0


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family that the whole story happened to. Birgit stands by it, and is shown nothing yet."""
    with Family(watched, TOLD) as found:
        found.read(after=stands_by(found).token)
        yield found


def shared(family: Family, after: str = "") -> Any:
    """What Birgit is shown over gRPC. Raises Refused."""
    given = family.client.document(family.cast.token("birgit"), family.id, Kind.SHARED, after=after)
    return json.loads(given.document)


def page(family: Family, path: str) -> httpx.Response:
    """A page as Birgit is answered."""
    return httpx.get(family.platform.http() + path, cookies=session(family, "birgit"), timeout=10)


def over_http(family: Family, path: str) -> httpx.Response:
    """What Birgit is answered over HTTP."""
    headers = {"Authorization": f"Bearer {family.cast.token('birgit')}"}
    return httpx.get(f"{family.platform.http()}/api{path}", headers=headers, timeout=10)


@contextmanager
def listening(family: Family, seen: str) -> Iterator[Iterator[str]]:
    """The names of the events that Birgit's open page is sent, by what it was made of."""
    address = f"{family.platform.http()}{SHARED.events('da', family.id)}?after={seen}"
    with httpx.stream("GET", address, cookies=session(family, "birgit"), timeout=15) as sent:
        yield (line.partition(": ")[2] for line in sent.iter_lines() if line.startswith("event:"))


def made_of(family: Family) -> str:
    """What the page that Birgit opens now was made of."""
    [seen] = re.findall(r'data-state="([^"]+)"', page(family, SHARED.path("da", family.id)).text)
    return str(seen)


def readings(family: Family) -> list[Any]:
    """How often Birgit has read something of the family."""
    query = "select count(*) from readings where family = %s and reader = %s"
    return fetch(family.platform.dsn("overview"), query, family.id, f"person:{family.cast.id('birgit')}")


def noted_of(family: Family) -> list[Any]:
    """Birgit's readings, by document and way."""
    return fetch(
        family.platform.dsn("overview"),
        "select distinct purpose, document, way from readings where family = %s and reader = %s "
        "order by document, way",
        family.id,
        f"person:{family.cast.id('birgit')}",
    )


def test_what_the_family_shares_is_shown_until_it_shares_it_no_more(family: Family) -> None:
    """INV-66, X-01, X-04: over gRPC, HTTP and on her page; the same answer as about no family before and after."""
    assert refused_as(lambda: shared(family)) == "plan_not_found"
    answer = shares(family, ["goals", "meetings"])
    made = shared(family, answer.token)
    assert made["members"] == ["Ellen", "Jonas", "Freja", "Viggo"]
    assert (made["coordinator"], made["wishes"], made["agreements"]) == ("Karin Overgaard", None, None)
    assert made["goals"]
    assert over_http(family, f"/families/{family.id}/shared").json()["document"] == made
    assert over_http(family, f"/families/{family.id}/plan").status_code == 404
    for language in ("da", "en"):
        shown = page(family, SHARED.path(language, family.id))
        assert shown.status_code == 200
        assert "Ellen, Jonas" in shown.text
        assert "Dalgaard" not in shown.text
        assert page(family, PLAN.path(language, family.id)).status_code == 404
    read = [("shared-by-family", "shared", way) for way in ("grpc", "http", "page")]
    assert noted_of(family)[:3] == read
    shares(family, [])
    until(lambda: refused_as(lambda: shared(family)) == "plan_not_found", WITHIN)
    assert page(family, SHARED.path("da", family.id)).status_code == 404


@pytest.mark.parametrize("left", [[], ["meetings"]], ids=["all of it", "some of it"])
def test_a_page_that_she_has_open_is_out_within_two_seconds_of_what_is_taken_back(
    family: Family, left: list[str]
) -> None:
    """INV-66: also where the family goes on sharing the rest. That the page listens is no reading."""
    shared(family, shares(family, ["goals", "meetings"]).token)
    seen = made_of(family)
    before = readings(family)
    with listening(family, seen) as told:
        assert next(told) == "fresh"
        shares(family, left)
        at = time.monotonic()
        assert next(told) == "ended"
        assert time.monotonic() - at < WITHIN
        assert list(told) == []
    assert readings(family) == before


def test_a_page_that_she_has_open_hears_of_what_is_shared_alone(family: Family) -> None:
    """INV-66: when the rest of the plan moves isn't hers to know."""
    shared(family, shares(family, ["wishes"]).token)
    seen = made_of(family)
    family.read(after=family.wish().token)  # a focus area, which is no wish
    assert made_of(family) == seen
    wish = {"wish": str(uuid4()), "person": "@ellen", "own_words": "I want to sleep at night."}
    family.read(after=family.do("ellen", "plans.RecordWish", **wish).token)
    with listening(family, seen) as told:
        assert next(told) == "changed"
    with listening(family, made_of(family)) as told:
        assert next(told) == "fresh"


def test_whoever_stands_by_a_family_finds_it_among_his_or_hers(family: Family) -> None:
    """INV-66, X-04, X-06: what is shared and where it is read, by first names, noted too; nothing of the plan."""
    shared(family, shares(family, ["goals", "meetings"]).token)
    row = {
        "family": family.id,
        "members": ["Ellen", "Jonas", "Freja", "Viggo"],
        "sections": ["goals", "meetings"],
        "document": "shared",
    }
    listed = over_http(family, "/my/families").json()
    assert listed == {"families": [], "shared": [row]}
    by_grpc = family.client.document(family.cast.token("birgit"), "", Kind.SUMMARY)
    assert json.loads(by_grpc.document) == listed
    mine = page(family, "/da/").text
    assert "Deler med dig: familiens mål og møder" in mine
    assert SHARED.path("da", family.id) in mine
    assert "Dalgaard" not in mine
    read = [("shared-by-family", "shared-summary", way) for way in ("grpc", "http", "list")]
    assert [each for each in noted_of(family) if each[1] == "shared-summary"] == read
    shares(family, [])
    until(lambda: refused_as(lambda: shared(family)) == "plan_not_found", WITHIN)
    assert family.id not in page(family, "/da/").text
    assert over_http(family, "/my/families").json() == {"families": [], "shared": []}


def test_the_family_sees_whom_it_shares_with_and_that_it_was_read(family: Family) -> None:
    """X-04: in the read log by name, and in the case; of the plan, which is the same for all, it is no part."""
    before = family.read()
    answer = shares(family, ["wishes"])
    after = family.read(after=answer.token)
    plans = [json.loads(each.plan) for each in (before, after)]
    assert plans[0] == plans[1]
    assert {each["own_words"] for each in shared(family, answer.token)["wishes"]}
    given = family.client.document(family.cast.token("ellen"), family.id, Kind.READ_LOG, after=answer.token)
    rows = {(each["name"], each["purpose"]) for each in json.loads(given.document)["readings"]}
    assert ("Birgit Sandved", "shared-by-family") in rows
    given = family.client.document(family.cast.token("ellen"), family.id, Kind.CASE, after=answer.token)
    [row] = json.loads(given.document)["shared"]
    assert (row["name"], row["sections"]) == ("Birgit Sandved", ["wishes"])
