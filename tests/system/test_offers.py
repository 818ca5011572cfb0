"""The catalogue of offers on real servers: listed, looked through, presented, visited, taken, moved, rated, withdrawn."""

import json
from collections.abc import Iterator
from functools import cache, partial
from typing import Any
from uuid import uuid4

import httpx
import pytest

from contracts.plans.events import CATALOGUE
from deploy.catalogue.loading import load, offer_id
from deploy.platform.client import Client
from deploy.platform.processes import Platform
from tests.system.family import TOLD, Family, fetch, refused_as
from tests.system.play import addresses, until
from tests.system.whole import assert_whole

TALKS, SCHOOL = offer_id("O11"), offer_id("O08")
_STREAM = f"catalogue/{CATALOGUE}"


def of(platform: Platform, department: str) -> str:
    """The token of somebody of a department."""
    return platform.issuer.token("professional", str(uuid4()), department)


@pytest.fixture(scope="module")
def listed(watched: Platform) -> str:
    """The catalogue with the offers that it begins with; a token for it. Loaded again, by others too, it is the same."""
    keepers = cache(partial(of, watched))
    with Client(addresses(watched)) as client:
        seen = load(client, keepers)
        before = _said(watched)
        assert load(client, keepers) == seen
        assert load(client, partial(of, watched)) == ""
        assert _said(watched) == before
    return seen


@pytest.fixture(scope="module")
def family(watched: Platform, listed: str) -> Iterator[Family]:
    """A family that the whole story happened to."""
    with Family(watched, TOLD) as found:
        found.read(after=found.cast.seen)
        yield found


def _said(platform: Platform) -> int:
    [(count,)] = fetch(platform.dsn("plans"), "select count(*) from events where stream = %s", _STREAM)
    return int(count)


def take(family: Family, offer: str, name: str) -> Any:
    """An intervention takes an offer."""
    return family.do(
        "karin",
        "plans.AddIntervention",
        intervention=f"@{name}",
        goal="@calm-mornings",
        title="Somebody to talk to",
        department="family-unit",
        legal_basis="barnets lov § 32",
        starts="2025-12-01",
        offer=offer,
    )


def taken(family: Family, name: str, after: str = "") -> Any:
    """What the plan says of the offer that an intervention takes."""
    plan = json.loads(family.read(after=after).plan)
    wanted = family.cast.id(name)
    return next(each["offer"] for each in plan["interventions"] if each["intervention"] == wanted)


def test_the_catalogue_is_looked_through_by_staff_and_families(family: Family, listed: str) -> None:
    """A07, A31, INV-65: by words, by area, by a goal of one's plan, over gRPC and HTTP alike."""
    karin, ellen = family.cast.token("karin"), family.cast.token("ellen")
    assert len(family.client.offers(karin, listed)["offers"]) >= 22
    [found] = family.client.offers(ellen, words="samtaleleder evenings")["offers"]
    assert found["offer"] == TALKS
    leisure = family.client.offers(ellen, area="leisure")["offers"]
    assert {each["offer"] for each in leisure} == {offer_id("O07"), offer_id("O17")}
    asked = {"family": family.id, "goal": family.cast.id("at-school")}
    for_goal = family.client.offers(ellen, **asked)
    assert for_goal["areas"] == ["education"]
    assert SCHOOL in {each["offer"] for each in for_goal["offers"]}
    assert refused_as(lambda: family.client.offers(family.cast.token("omar"), **asked)) == "plan_not_found"
    headers = {"Authorization": f"Bearer {ellen}"}
    answer = httpx.get(f"{family.platform.http()}/api/offers", params=asked, headers=headers)
    assert (answer.status_code, answer.json()["offers"]) == (200, for_goal["offers"])
    one = httpx.get(f"{family.platform.http()}/api/offers/{TALKS}", headers=headers)
    assert one.json()["offers"] == [family.client.offer(ellen, TALKS)]
    assert httpx.get(f"{family.platform.http()}/api/offers").status_code == 401


def test_the_catalogue_is_no_family(family: Family, listed: str) -> None:
    """A31, INV-36: overview keeps it beside the families, and the other services not at all."""
    rows = fetch(
        family.platform.dsn("overview"), "select distinct view from views where family = %s", _STREAM
    )
    assert rows == [("offers",)]
    kept = "select count(*) from journal where family in (%s, %s)"
    for service in ("contacts", "meetings", "progress"):
        assert fetch(family.platform.dsn(service), kept, _STREAM, str(CATALOGUE)) == [(0,)]


def test_what_overview_keeps_of_the_catalogue_is_what_was_said(platform: Platform) -> None:
    """Its journal and its view, beside the store and the topic of plans."""
    with Client(addresses(platform)) as client:
        load(client, cache(partial(of, platform)))
    assert_whole(platform)


def test_an_offer_is_presented_visited_and_taken(family: Family) -> None:
    """P40, P46, P47, A07: the plan keeps what the catalogue said then, whatever the catalogue says later."""
    family.do(
        "bent",
        "plans.PresentOffer",
        offer=TALKS,
        presented_in="group",
        to=["@ellen", "@jonas"],
        presented_on="2025-11-20",
    )
    family.do("ellen", "plans.RecordOfferVisit", offer=TALKS, visited_by=["@ellen"], visited_on="2025-11-21")
    accepted = take(family, TALKS, "talks")
    plan = json.loads(family.read(after=accepted.token).plan)
    assert [each["title"] for each in plan["offers_presented"]] == ["Samtalegrupper"]
    assert [each["visited_by"] for each in plan["offer_visits"]] == [[family.cast.id("ellen")]]
    then = {
        "offer": TALKS,
        "title": "Samtalegrupper",
        "place": "activity-house",
        "place_name": "Aktivitetshuset",
        "seen_before": True,
    }
    assert taken(family, "talks") == then
    assert plan["places"] == [
        {
            "place": "activity-house",
            "place_name": "Aktivitetshuset",
            "interventions": [family.cast.id("talks")],
        }
    ]
    moved = family.client.command(
        of(family.platform, "leisure"),
        "plans.MoveOffer",
        {"offer": TALKS, "place": {"place": "family-house", "name": "Familiehuset", "host": "family-unit"}},
    )
    karin = family.cast.token("karin")
    assert family.client.offer(karin, TALKS, moved.token)["place"]["place"] == "family-house"
    assert taken(family, "talks") == then
    sealed = [json.dumps(each["data"]) for each in family.events("plans") if each["data"].get("offer")]
    assert len(sealed) == 3
    assert not [each for each in sealed if "Samtalegrupper" in each or "Aktivitetshuset" in each]


def test_who_used_an_offer_says_how_good_it_was(family: Family) -> None:
    """P45: progress knows of the offer by the plan; one family is not told apart."""
    accepted = take(family, SCHOOL, "school-help")

    def rated() -> str:
        return refused_as(
            lambda: family.do(
                "ellen",
                "progress.RateOffer",
                after=accepted.token,
                rating=str(uuid4()),
                intervention="@school-help",
                person="@ellen",
                by_kind="citizen",
                value=4,
                rated_on="2025-11-22",
            )
        )

    assert rated() == ""
    quality = "select families, mean, suppressed from reading.offer_quality where offer = %s"
    dsn = family.platform.dsn("overview")
    until(lambda: fetch(dsn, quality, SCHOOL) == [(None, None, True)], 15.0)
    shown = family.client.offer(family.cast.token("ellen"), SCHOOL)
    assert shown["quality"] == {"citizen": None, "professional": None}


def test_what_is_withdrawn_is_taken_no_more(family: Family) -> None:
    """A07: at once, since plans looks into its own catalogue; what never was is unknown."""
    offer = str(uuid4())
    fields = {
        "offer": offer,
        "offered": {
            "title": {"danish": "Svømning"},
            "kind": "leisure",
            "form": "group",
            **{name: {"danish": "At svømme."} for name in ("goal", "content", "results")},
            "axes": ["leisure"],
            "provider": {"kind": "association", "name": "Ager Svømmeklub"},
        },
        "place": {"place": "pool", "name": "Svømmehallen", "host": "leisure"},
    }
    leisure = of(family.platform, "leisure")
    assert refused_as(lambda: take(family, offer, "too-early")) == "offer_unknown"
    family.client.command(leisure, "plans.ListOffer", fields)
    take(family, offer, "swimming")
    gone = family.client.command(leisure, "plans.WithdrawOffer", {"offer": offer, "reason": "closed"})
    assert refused_as(lambda: take(family, offer, "swimming-again")) == "offer_withdrawn"
    karin = family.cast.token("karin")
    found = family.client.offers(karin, gone.token, words="svømning")["offers"]
    assert (found, family.client.offer(karin, offer)["withdrawn"]) == ([], True)
    assert taken(family, "swimming")["title"] == "Svømning"


def test_an_offer_without_a_goal_is_none(family: Family) -> None:
    """INV-65: at the edge; and nobody but those who give or host an offer keeps it."""
    fields = {"offer": str(uuid4()), "offered": {"title": {"danish": "Uden mål"}, "axes": ["job"]}}
    token = of(family.platform, "leisure")
    command = "plans.ReviseOffer"
    assert refused_as(lambda: family.client.command(token, command, fields)) == "invalid_input"
    withdraw = {"offer": TALKS, "reason": "closed"}
    for who, code in (("omar", "offer_of_another_department"), ("ellen", "staff_only")):
        take_out = partial(family.client.command, family.cast.token(who), "plans.WithdrawOffer", withdraw)
        assert refused_as(take_out) == code
