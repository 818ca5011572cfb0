"""The documents beside the shared plan, on the family of the story: by relation, each reading noted."""

import asyncio
import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from contracts.access import Kind, Relation, purpose_to_read
from deploy.platform.processes import Platform
from eventkeep import vector
from eventkeep.keys import FileKeys
from eventkeep.sealing import open_all, subject_of
from services.overview.http_documents import ADDRESSES
from tests.system.family import TOLD, Family, fetch, journal_held, refused_as
from tests.system.play import until


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family that the whole story happened to. Karin coordinates, Lone is attached, Omar is not; Ellen is its mother."""
    with Family(watched, TOLD) as found:
        found.read(after=found.cast.seen)
        yield found


def get(family: Family, who: str, path: str, headers: dict[str, str] | None = None, **asked: str) -> Any:
    """What somebody is answered."""
    said = {"Authorization": f"Bearer {family.cast.token(who)}", **(headers or {})}
    address = f"{family.platform.http()}/api/families/{family.id}/{path}"
    return httpx.get(address, headers=said, params=asked, timeout=10)


def document(family: Family, who: str, path: str, **asked: str) -> Any:
    """A document that somebody is given."""
    answer = get(family, who, path, **asked)
    assert answer.status_code == 200, answer.text
    return answer.json()["document"]


def test_the_plan_as_it_was_has_the_hash_that_was_shown_then(family: Family) -> None:
    """X-08, INV-36: at a vector, at an approval and at a moment, over the same bytes."""
    shown, moment = family.read("lone"), datetime.now(UTC).isoformat()
    family.wish()
    for asked in ({"vector": shown.vector}, {"moment": moment}):
        then = document(family, "lone", "plan/as-of", **asked)
        assert (then["vector"], then["hash"]) == (shown.vector, shown.hash.hex())
        assert then["plan"] == json.loads(shown.plan)
    approved = document(family, "lone", "plan/as-of", version="1")
    assert approved["plan"]["plan"]["status"] == "approved"
    assert approved["plan"]["progress"] == []
    assert get(family, "lone", "plan/as-of", version="2").json()["code"] == "approval_unknown"
    assert get(family, "lone", "plan/as-of", vector="plans=9999").json()["code"] == "not_shown_yet"
    assert get(family, "lone", "plan/as-of").json()["code"] == "invalid_input"


def test_history_tells_it_by_month_in_both_languages(family: Family) -> None:
    """X-08: one sentence for each event, from the first to the last."""
    danish = document(family, "lone", "history")
    english = document(family, "ellen", "history", language="en")
    told = [entry["sentence"] for month in danish["months"] for entry in month["entries"]]
    assert (
        told[-1] == "Familien er oprettet: Ellen Dalgaard, Jonas Dalgaard, Freja Dalgaard og Viggo Dalgaard."
    )
    assert "A small success for Viggo Dalgaard: “Viggo packed his bag on his own last night!”" in [
        entry["sentence"] for month in english["months"] for entry in month["entries"]
    ]
    assert [month["month"] for month in danish["months"]] == sorted(
        (month["month"] for month in danish["months"]), reverse=True
    )
    noted = fetch(
        family.platform.dsn("overview"),
        "select distinct purpose from readings where family = %s and reader = %s and document = 'history'",
        family.id,
        f"person:{family.cast.id('ellen')}",
    )
    assert noted == [("own-family",)]


def test_who_is_informed_and_who_read_it(family: Family) -> None:
    """INV-39, P26, X-04: served is seen; a state that somebody was shown can be acknowledged, again and again."""
    state_no = get(family, "lone", "plan").json()["state_no"]
    for _ in range(2):
        said = post(family, "lone", state_no)
        assert (said.status_code, said.json()["state_no"]) == (200, state_no)
    shown = {row["name"]: row for row in document(family, "karin", "informed")["attached"]}
    assert shown["Lone Hedegaard"]["behind"] is False
    assert shown["Lone Hedegaard"]["version_seen"] == shown["Lone Hedegaard"]["version_acknowledged"] == 1
    assert shown["Bent Rosenlund"]["behind"] is True
    assert document(family, "ellen", "informed")["version"] == 1
    not_seen = post(family, "lone", state_no + 1000)
    assert (not_seen.status_code, not_seen.json()["code"]) == (409, "state_not_seen")
    log = document(family, "ellen", "read-log")["readings"]
    assert ("Lone Hedegaard", "plan", "child-health") in {
        (row["name"], row["document"], row["purpose"]) for row in log
    }


def post(family: Family, who: str, state_no: int) -> httpx.Response:
    """Somebody says to know a state."""
    address = f"{family.platform.http()}/api/families/{family.id}/plan/acknowledgements"
    headers = {"Authorization": f"Bearer {family.cast.token(who)}"}
    return httpx.post(address, headers=headers, json={"state_no": state_no}, timeout=10)


READERS = {"karin": "coordinator", "bent": "team", "lone": "attached", "ellen": "member", "freja": "member"}
"""Omar is none of these, and Viggo is a child."""
PATHS = {address.kind: address.path for address in ADDRESSES}
WORDS = {Kind.AS_OF: {"version": "1"}}
NOTHING: Any = {"families": [], "shared": []}


def relations(who: str) -> set[str]:
    """What somebody of the story is to the family."""
    return {
        READERS[who],
        *(("attached",) if who in ("karin", "bent") else ()),
        *(("team",) if who == "karin" else ()),
    }


@pytest.mark.parametrize("kind", [*PATHS, Kind.WORKLIST, Kind.SUMMARY, Kind.PLAN], ids=str)
@pytest.mark.parametrize("who", [*READERS, "viggo", "omar"])
def test_each_way_in_decides_by_the_table(family: Family, who: str, kind: Kind) -> None:
    """X-01, INV-38: over HTTP and gRPC, allowed and refused, the same answer for not there and not yours."""
    role = "person" if who in family.cast.story["persons"] else "professional"
    to_family = {Relation(each) for each in relations(who)} if who in READERS else set()
    allowed = purpose_to_read(role, to_family, kind) is not None
    words = WORDS.get(kind, {"meeting": family.cast.id("meeting")})
    if kind in PATHS:
        asked = WORDS.get(kind, {})
        answer = get(family, who, PATHS[kind].format(**words)[1:], **asked)
        assert answer.status_code == (200 if allowed else 404), answer.text
        assert allowed or answer.json()["code"] == "plan_not_found"
    if kind is not Kind.PLAN:
        token = family.cast.token(who)
        given = refused_as(lambda: family.client.document(token, family.id, kind, words=words))
        assert given == ("" if allowed else "plan_not_found")
    else:
        assert family.may_read(who) is allowed
        assert get(family, who, "plan").status_code == (200 if allowed else 404)
        assert refused_as(lambda: next(family.watch(who))) == ("" if allowed else "plan_not_found")
        with httpx.stream(
            "GET",
            f"{family.platform.http()}/api/families/{family.id}/plan/events",
            headers={"Authorization": f"Bearer {family.cast.token(who)}"},
        ) as stream:
            assert stream.status_code == (200 if allowed else 404)


@pytest.mark.parametrize("who", [*READERS, "viggo", "omar"])
def test_a_state_is_acknowledged_by_those_whom_the_table_names(family: Family, who: str) -> None:
    """INV-39: professionals who are attached say that they know it; others hear that there is no such plan."""
    role = "person" if who in family.cast.story["persons"] else "professional"
    to_family = {Relation(each) for each in relations(who)} if who in READERS else set()
    allowed = purpose_to_read(role, to_family, Kind.ACKNOWLEDGEMENT) is not None
    state_no = get(family, who, "plan").json().get("state_no", 1)
    said = post(family, who, state_no)
    assert said.status_code == (200 if allowed else 404)
    token = family.cast.token(who)
    refused = refused_as(lambda: family.client.acknowledge(token, family.id, state_no))
    assert refused == ("" if allowed else "plan_not_found")


def test_the_same_document_comes_either_way_and_is_not_sent_again(family: Family) -> None:
    """INV-36: the same bytes; the ETag is the state's number and their hash."""
    token = family.cast.token("lone")
    for kind in (Kind.HISTORY, Kind.TASKS):
        by_grpc = family.client.document(token, family.id, kind, language="en", day="2025-12-01")
        answer = get(family, "lone", PATHS[kind][1:], language="en", day="2025-12-01")
        assert answer.json()["document"] == json.loads(by_grpc.document)
        assert answer.headers["etag"] == f'"{by_grpc.state_no}-{by_grpc.hash.hex()}"'
        assert hashlib.sha256(by_grpc.document).digest() == by_grpc.hash
        again = get(
            family,
            "lone",
            PATHS[kind][1:],
            {"If-None-Match": answer.headers["etag"]},
            language="en",
            day="2025-12-01",
        )
        assert (again.status_code, again.content) == (304, b"")
    assert refused_as(lambda: family.client.document(token, family.id, "plan")) == "invalid_input"
    assert refused_as(lambda: family.client.document(token, family.id, "gossip")) == "invalid_input"
    assert get(family, "lone", "history", language="sv").status_code == 400


def test_news_are_those_since_the_last_reading(family: Family) -> None:
    """To have read the news is to have seen the plan; a page names the state that it was made of."""
    saw = family.read("bent").vector
    family.wish("karin")
    family.read(after=family.wish("karin").token)
    new = document(family, "bent", "news", language="en")
    assert (new["new"], len(new["in_plan"])) == (2, 2)
    assert new["lead"] == ["A new focus area: “Somebody to play with”."] * 2
    assert document(family, "bent", "news")["new"] == 0
    assert document(family, "bent", "news", since=saw)["new"] == 2
    assert get(family, "bent", "news", since="plans=9999").json()["code"] == "not_shown_yet"
    assert document(family, "jonas", "news")["first_time"] is True


def test_a_reader_finds_his_or_her_families_and_nobody_elses(family: Family) -> None:
    """P27: the worklist is over those that the reader coordinates; whoever is detached finds the family no more."""

    def mine(who: str, path: str) -> Any:
        headers = {"Authorization": f"Bearer {family.cast.token(who)}"}
        answer = httpx.get(f"{family.platform.http()}/api/my/{path}", headers=headers, timeout=10)
        assert answer.status_code == 200, answer.text
        return answer.json()

    for who in ("karin", "bent", "lone", "ellen"):
        assert [each["family"] for each in mine(who, "families")["families"]] == [family.id]
    assert mine("omar", "families") == mine("viggo", "families") == NOTHING
    assert mine("karin", "worklist")["counts"]["families"] == 1
    assert mine("bent", "worklist")["counts"]["families"] == 0
    by_grpc = family.client.document(family.cast.token("karin"), "", Kind.WORKLIST)
    assert json.loads(by_grpc.document)["counts"]["families"] == 1
    family.read("omar", family.attach("omar").token)
    assert [each["family"] for each in mine("omar", "families")["families"]] == [family.id]
    family.detach("omar")
    until(lambda: mine("omar", "families") == NOTHING, 5.0)


def test_a_list_waits_for_what_its_reader_has_seen(family: Family) -> None:
    """What one has just done stands in one's lists, whichever way they are asked for; without a token nobody waits."""

    def mine(who: str, path: str, token: str = "") -> httpx.Response:
        headers = {"Authorization": f"Bearer {family.cast.token(who)}"}
        address, asked = f"{family.platform.http()}/api/my/{path}", {"at_least": token} if token else {}
        return httpx.get(address, headers=headers, params=asked, timeout=10)

    karin = family.cast.token("karin")
    with journal_held(family.platform, "overview", family.id):
        said = family.attach("omar").token
        assert mine("omar", "families").json() == NOTHING
        for who, path in (("omar", "families"), ("karin", "worklist")):
            assert mine(who, path, said).json()["code"] == "lagging"
        listed = refused_as(lambda: family.client.document(karin, "", Kind.WORKLIST, after=said))
        assert listed == "lagging"
    assert [each["family"] for each in mine("omar", "families", said).json()["families"]] == [family.id]
    assert mine("karin", "worklist", said).status_code == 200
    assert refused_as(lambda: family.client.document(karin, "", Kind.WORKLIST, after=said)) == ""
    later = family.detach("omar").token
    assert mine("omar", "families", later).json() == NOTHING
    assert mine("viggo", "families", later).json() == NOTHING
    assert mine("karin", "families", "x").json()["code"] == "token_invalid"


def test_nothing_is_told_in_words_that_the_plan_never_showed(family: Family) -> None:
    """INV-36, INV-61: no personal text stands in the history that no state of the plan held."""
    states = [
        json.loads(row[0])
        for row in fetch(
            family.platform.dsn("overview"),
            "select value from journal where family = %s order by service, version",
            family.id,
        )
    ]
    keys = FileKeys(family.platform.folder / "keys")
    texts = {
        text
        for state in states
        for text in personal(asyncio.run(open_all(keys, [state["data"]]))[0], state["data"])
    }
    shown = "".join(get(family, "karin", "plan/as-of", vector=then(state)).text for state in states)
    for language in ("da", "en"):
        told = get(family, "ellen", "history", language=language).text
        leaked = {text for text in texts if json.dumps(text, ensure_ascii=False)[1:-1] in told}
        assert leaked
        assert {text for text in leaked if json.dumps(text, ensure_ascii=False)[1:-1] not in shown} == set()


def personal(opened: Any, sealed: Any) -> set[str]:
    """The texts that were sealed, opened."""
    if isinstance(sealed, dict):
        return set().union(*(personal(opened[name], sealed[name]) for name in sealed))
    if isinstance(sealed, list):
        return set().union(*(personal(*pair) for pair in zip(opened, sealed, strict=True)))
    return {opened} if isinstance(sealed, str) and subject_of(sealed) else set()


def then(state: dict[str, Any]) -> str:
    """The vector that an event made."""
    service = state["source"].rpartition("/")[2]
    return vector.text(vector.join(vector.parse(state["causes"]), {service: state["familyversion"]}))
