"""The documents beside the shared plan, on the family of the story: by relation, each reading noted."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from deploy.platform.processes import Platform
from tests.system.family import TOLD, Family, fetch


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
