"""The plan over HTTP: the same as over gRPC, pushed as it changes, and each reading noted."""

import hashlib
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx
import jsonschema_rs
import psycopg
import pytest

from contracts.access import Kind
from deploy.platform.processes import Platform
from eventkeep.refused import Refused
from services.overview.http_documents import ADDRESSES
from tests.system.family import TOLD, Family, fetch


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family that the whole story happened to. Lone is attached, Omar is not."""
    with Family(watched, TOLD) as found:
        found.read(after=found.cast.seen)
        yield found


def get(family: Family, who: str, path: str = "plan", id_: str = "", **asked: Any) -> httpx.Response:
    """What somebody is answered."""
    headers = {"Authorization": f"Bearer {family.cast.token(who)}", **asked.pop("headers", {})}
    address = f"{family.platform.http()}/api/families/{id_ or family.id}/{path}"
    return httpx.get(address, headers=headers, timeout=10, **asked)


@contextmanager
def events(family: Family, who: str, after_state: int | str = 0) -> Iterator[Iterator[dict[str, Any]]]:
    """The events that somebody is sent: each with its name, id and data."""
    headers = {"Authorization": f"Bearer {family.cast.token(who)}", "Last-Event-ID": str(after_state)}
    address = f"{family.platform.http()}/api/families/{family.id}/plan/events"
    with httpx.stream("GET", address, headers=headers, timeout=10) as stream:
        assert stream.status_code == 200
        assert stream.headers["content-type"].startswith("text/event-stream")
        yield _parsed(stream.iter_lines())


def _parsed(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    event: dict[str, Any] = {}
    for line in lines:
        name, _, value = line.partition(": ")
        if not line and event:
            yield {**event, "data": json.loads(event["data"])}
            event = {}
        elif name:
            event[name] = value


def test_it_is_the_same_plan_with_the_same_proof(family: Family) -> None:
    by_grpc = family.read("lone")
    answer = get(family, "lone")
    given = answer.json()
    assert (given["state_no"], given["vector"], given["hash"]) == (
        by_grpc.state_no,
        by_grpc.vector,
        by_grpc.hash.hex(),
    )
    assert json.dumps(given["plan"]) == json.dumps(json.loads(by_grpc.plan))
    plan = answer.text[answer.text.index('"plan":') + len('"plan":') : -1]
    hashed = f'{{"plan":{plan},"view":{given["view_version"]}}}'
    assert hashlib.sha256(hashed.encode()).hexdigest() == given["hash"]
    assert answer.headers["etag"] == f'"{given["state_no"]}-{given["hash"]}"'
    assert answer.headers["cache-control"] == "no-store"


def test_who_has_the_state_is_not_sent_it_again(family: Family) -> None:
    first = get(family, "lone")
    again = get(family, "lone", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    added = family.wish()
    changed = get(
        family,
        "lone",
        headers={"If-None-Match": first.headers["etag"]},
        params={"at_least": added.token},
    )
    assert changed.status_code == 200
    assert changed.json()["state_no"] > first.json()["state_no"]
    assert changed.json()["vector"].split("plans=")[1].startswith(f"{added.version}")


def test_refusals_are_problems_and_the_same_for_what_is_not_there_and_not_yours(family: Family) -> None:
    not_mine = get(family, "omar")
    nowhere = get(family, "karin", id_="00000000-0000-4000-8000-000000000000")
    assert (not_mine.status_code, not_mine.headers["content-type"]) == (404, "application/problem+json")
    assert not_mine.json() == nowhere.json() == get(family, "omar", "plan/events").json()
    assert not_mine.json()["code"] == "plan_not_found"
    assert not_mine.json()["title_da"] == "Der er ingen sådan plan til dig."
    assert not_mine.json()["next_step_da"] == "Spørg familiens koordinator, om du er tilknyttet."
    assert get(family, "karin", params={"at_least": "x"}).json()["code"] == "token_invalid"
    assert get(family, "karin", id_="nobody").status_code == 400
    without = httpx.get(f"{family.platform.http()}/api/families/{family.id}/plan")
    assert (without.status_code, without.headers["www-authenticate"]) == (401, "Bearer")
    assert without.json()["code"] == "token_missing"
    elsewhere = httpx.get(f"{family.platform.http()}/api/famlies")
    assert (elsewhere.status_code, elsewhere.json()["code"]) == (404, "address_not_found")


def test_each_new_state_is_pushed_and_a_stream_goes_on_where_it_ended(family: Family) -> None:
    with events(family, "lone") as told:
        now = next(told)
        added = family.wish()
        changed = next(told)
    assert (now["event"], changed["event"]) == ("plan", "plan")
    assert int(changed["id"]) == changed["data"]["state_no"] > int(now["id"])
    assert f"plans={added.version}" in changed["data"]["vector"]
    family.wish()
    with events(family, "lone", int(changed["id"])) as told:
        assert next(told)["data"]["state_no"] > changed["data"]["state_no"]


def test_whoever_was_sent_it_as_stale_is_sent_it_again_when_it_is_not(family: Family) -> None:
    """Also where the stream was cut off meanwhile: `-stale` in the id says how it was sent."""
    now = family.read("lone")
    with events(family, "lone", f"{now.state_no}-stale") as told:
        again = next(told)
    assert (again["id"], again["data"]["stale"]) == (str(now.state_no), False)
    assert next(family.watch("lone", now.state_no, after_stale=True)).state_no == now.state_no
    refused = httpx.get(
        f"{family.platform.http()}/api/families/{family.id}/plan/events",
        headers={"Authorization": f"Bearer {family.cast.token('lone')}", "Last-Event-ID": "nonsense"},
        timeout=10,
    )
    assert refused.status_code == 400


def test_each_reading_is_noted_with_its_purpose_before_the_answer_leaves(family: Family) -> None:
    """INV-39, X-04: in whichever way it was read; who is refused has read nothing."""

    def noted(who: str) -> list[tuple[str, str, int]]:
        return fetch(
            family.platform.dsn("overview"),
            "select way, purpose, state_no from readings where family = %s and reader = %s order by id",
            family.id,
            f"professional:{family.cast.id(who)}",
        )

    before = len(noted("lone"))
    shown = family.read("lone")
    state = get(family, "lone").json()["state_no"]
    with events(family, "lone") as told:
        streamed = next(told)["data"]["state_no"]
    assert noted("lone")[before:] == [
        ("grpc", "child-health", shown.state_no),
        ("http", "child-health", state),
        ("http", "child-health", streamed),
    ]
    get(family, "omar")
    assert noted("omar") == []


def test_what_cannot_be_noted_is_not_told(family: Family) -> None:
    """INV-39, X-04: in no way does a byte of the plan leave before the reading is stored; afterwards it does."""
    platform, token = family.platform, family.cast.token("lone")
    seen = get(family, "lone").json()
    asked: dict[str, Callable[[], Any]] = {
        "plan": lambda: family.read("lone"),
        "document": lambda: family.client.document(token, family.id, "history"),
        "watch": lambda: next(family.watch("lone")),
        "http": lambda: get(family, "lone"),
        "http-history": lambda: get(family, "lone", "history"),
        "http-events": lambda: get(family, "lone", "plan/events"),
    }
    with ThreadPoolExecutor(len(asked)) as at_once, psycopg.connect(platform.dsn("overview")) as holder:
        holder.execute("lock table readings in access exclusive mode")
        began = {name: at_once.submit(call) for name, call in asked.items()}
        for name in ("plan", "document", "watch"):
            with pytest.raises(Refused) as refused:
                began.pop(name).result()
            assert refused.value.code in ("store_unreachable", "deadline_exceeded")
        for name, answer in began.items():
            assert answer.result().status_code == (200 if name == "http-events" else 503), name
            assert "event: plan" not in answer.result().text
            for member in seen["plan"]["members"]:
                assert member["name"].partition(" ")[0] not in answer.result().text, name
    assert get(family, "lone").json()["hash"] == seen["hash"]
    assert family.read("lone").hash.hex() == seen["hash"]


def test_whoever_is_detached_is_told_and_sent_no_more(family: Family) -> None:
    family.read("omar", family.attach("omar").token)
    with events(family, "omar") as told:
        assert next(told)["event"] == "plan"
        family.detach("omar")
        *_, ended = told
    assert (ended["event"], ended["data"]["code"]) == ("ended", "plan_not_found")
    assert get(family, "omar").status_code == 404


def test_the_api_describes_itself(family: Family) -> None:
    described = httpx.get(f"{family.platform.http()}/api/openapi.json").json()
    in_family = {f"/api/families/{{family}}{each.path}" for each in ADDRESSES}
    own = {"/api/families/{family}/plan", "/api/families/{family}/plan/events"}
    assert in_family | own <= set(described["paths"])
    for path in described["paths"].values():
        for operation in path.values():
            assert {"200", "4XX", "5XX"} <= set(operation["responses"])


def test_what_is_answered_looks_as_described(family: Family) -> None:
    """The envelope of the plan, of each document, of lists and of refusals: all of it, and nothing beside."""
    described = httpx.get(f"{family.platform.http()}/api/openapi.json").json()

    def schema(path: str, status: str = "200", media: str = "application/json") -> Any:
        found = described["paths"][path]["get"]["responses"][status]["content"][media]["schema"]
        assert found["additionalProperties"] is False
        return found

    def fits(answer: httpx.Response, path: str) -> None:
        looks = jsonschema_rs.Draft202012Validator(schema(path), validate_formats=True)
        looks.validate(answer.json())
        assert answer.headers["etag"]

    in_family = "/api/families/{family}"
    fits(get(family, "ellen"), f"{in_family}/plan")
    for each in ADDRESSES:
        if each.kind is Kind.SHARED:
            assert schema(f"{in_family}{each.path}")["properties"]["kind"] == {"const": "shared"}
            continue
        reader = "karin" if each.kind is Kind.TASKS else "ellen"
        words = {"version": "1"} if each.kind is Kind.AS_OF else {}
        path = each.path.format(meeting=family.cast.id("meeting"))[1:]
        fits(get(family, reader, path, params=words), f"{in_family}{each.path}")
    for path in ("/api/my/worklist", "/api/my/families", "/api/my/groups"):
        said = {"Authorization": f"Bearer {family.cast.token('karin')}"}
        fits(httpx.get(f"{family.platform.http()}{path}", headers=said, timeout=10), path)
    refused = get(family, "omar")
    problem = schema(f"{in_family}/plan", "4XX", "application/problem+json")
    jsonschema_rs.Draft202012Validator(problem).validate(refused.json())
