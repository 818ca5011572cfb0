"""How overview stands, for operations: over gRPC, HTTP and on a page; to nobody else, and of nobody by name."""

import json
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest
from playwright.sync_api import expect

from deploy.demo import scenario
from deploy.demo.visitor import Visitor
from deploy.embedded.browser import browser
from deploy.platform.processes import Platform
from deploy.platform.sign_in import Somebody
from services.overview.views import VIEWS
from services.overview.web.pages import STANDING
from tests.system.browsing import barriers, width
from tests.system.family import APPROVED, TOLD, Family, refusal, refused_as
from tests.system.play import until
from tests.system.slip import slip_in
from tests.system.test_parked import SUCCESS, parked, success_without_day

ON_CALL = Somebody("operations", str(uuid4()), None, "Ida Drift", "operations")


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family that the whole story happened to, and one beside it that stands still."""
    with Family(watched, TOLD) as found, Family(watched, APPROVED) as beside:
        found.read(after=found.cast.seen)
        beside.read(after=beside.cast.seen)
        slip_in(beside, "progress", SUCCESS, success_without_day(beside))
        until(lambda: parked(beside))
        yield found


@pytest.fixture
def on_call(watched: Platform) -> str:
    """The token of somebody of operations."""
    return watched.issuer.token("operations", ON_CALL.id)


def get(family: Family, token: str, path: str) -> httpx.Response:
    """What the HTTP API answers."""
    headers = {"Authorization": f"Bearer {token}"}
    return httpx.get(f"{family.platform.http()}/api{path}", headers=headers, timeout=10)


def names(family: Family) -> list[str]:
    """What the people of the story are called."""
    people: dict[str, Any] = family.cast.story["persons"] | family.cast.story["professionals"]
    return [word for each in people.values() for word in each["name"].split()]


def test_operations_see_how_things_stand_and_families_by_their_ids(family: Family, on_call: str) -> None:
    answer = family.client.operations(on_call)
    told = json.loads(answer.document)
    assert (answer.all_well, told["all_well"]) == (False, False)
    assert {each["service"] for each in told["services"]} == {"contacts", "meetings", "plans", "progress"}
    assert all(len(each["partitions"]) == 12 for each in told["services"])
    assert {each["view"] for each in told["views"]} == {view.name for view in VIEWS}
    assert told["counts"]["parked"] == len(told["parked"]) >= 1
    assert told["parked"][0]["reason"].startswith("ValidationError at ")
    assert set(told) == {
        *(
            "at",
            "all_well",
            "views",
            "services",
            "waiting",
            "parked",
            "holes",
            "differing",
            "unlike",
            "counts",
        )
    }
    said = answer.document.decode()
    assert not [name for name in names(family) if name in said]


def test_over_http_it_is_the_same(family: Family, on_call: str) -> None:
    answer = get(family, on_call, "/operations")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    told, by_grpc = answer.json(), json.loads(family.client.operations(on_call).document)
    assert {name: told[name] for name in ("views", "parked", "holes", "differing", "counts")} == {
        name: by_grpc[name] for name in ("views", "parked", "holes", "differing", "counts")
    }


@pytest.mark.parametrize("who", ["karin", "lone", "ellen", "plans"])
def test_nobody_else_does(family: Family, who: str) -> None:
    """X-01: not the coordinator, not the family, not our own services."""
    own = family.platform.issuer.service_token
    token = own(who) if who == "plans" else family.cast.token(who)
    refused = refusal(lambda: family.client.operations(token))
    assert (refused.code, refused.danish) == ("operations_only", "Det ser kun driften.")
    answer = get(family, token, "/operations")
    assert (answer.status_code, answer.json()["code"]) == (403, "operations_only")
    assert httpx.get(f"{family.platform.http()}/api/operations", timeout=10).status_code == 401


def test_operations_see_nothing_else_and_change_nothing(family: Family, on_call: str) -> None:
    """X-01: whoever runs Helhed reads nobody's plan by it."""
    ask = family.client
    for asked in (
        lambda: ask.plan(on_call, family.id),
        lambda: ask.document(on_call, family.id, "history"),
        lambda: ask.acknowledge(on_call, family.id, 1),
        lambda: next(ask.watch(on_call, family.id)),
        lambda: ask.command(on_call, "plans.AddFocusArea", {"family": family.id}),
        lambda: ask.command(on_call, "contacts.CloseFamily", {"family": family.id}),
    ):
        assert refused_as(asked) == "not_for_operations"
    assert get(family, on_call, f"/families/{family.id}/plan").status_code == 404
    assert get(family, on_call, f"/families/{family.id}/history").status_code == 404
    assert get(family, on_call, "/my/families").json() == {"families": [], "shared": []}


def test_the_page_answers_whether_everybody_sees_the_same(family: Family) -> None:
    platform = family.platform
    platform.sign_in.people += [ON_CALL, *scenario.people(family.cast)]
    with browser() as opened:
        visitor = Visitor(opened, platform.http())
        page = visitor.sign_in(ON_CALL.id)
        assert page.url.endswith(STANDING["da"])
        expect(page.get_by_role("heading", level=1)).to_contain_text("Ser alle det samme?")
        expect(page.locator(".alert-heading")).to_have_text("Ja, men noget skal ses efter")
        expect(page.locator("section:has(#ops-streams) tbody tr")).to_have_count(4)
        assert not [name for name in names(family) if name in page.locator("main").inner_text()]
        for path in STANDING.values():
            assert visitor.goes(path) == 200
            assert barriers(visitor) == []
        assert visitor.goes(f"/da/f/{family.id}/plan") == 404
        phone = Visitor(opened, platform.http(), phone=True)
        phone.sign_in(ON_CALL.id)
        assert width(phone.page) <= 390
        other = Visitor(opened, platform.http())
        other.sign_in(family.cast.id("karin"))
        assert other.goes(STANDING["da"]) == 404
        assert (visitor.complaints, phone.complaints, other.complaints) == ([], [], [])
        for each in (visitor, phone, other):
            each.close()
