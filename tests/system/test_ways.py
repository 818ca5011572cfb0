"""Every way in, tried by everybody: each that the tables list, so that a new one is tried as soon as it is served."""

import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import psycopg
import pytest

from contracts.access import Kind
from contracts.ways import PAGES, ROUTES, RPCS, VIEWS
from deploy.platform.processes import SERVICES, Platform
from services.overview.web.document_pages import KNOWN, WORKLIST
from services.overview.web.group_page import PATHS as GROUPS
from services.overview.web.guide_pages import SHELF as GUIDES
from services.overview.web.outcomes_page import COVERAGE, WHAT_WORKS
from services.overview.web.pages import RESULTS, STANDING
from services.overview.web.programme_pages import LIST as PROGRAMMES
from services.overview.web.shelf import CATALOGUE as OFFERS
from services.overview.web.shelf import PLAN
from tests.system.addresses import led_to, names, words
from tests.system.family import Family
from tests.system.play import until
from tests.system.ways import (
    NO,
    OFFER,
    PROGRAMME,
    READERS,
    STRANGERS,
    answered,
    may,
    path_of,
    session,
    signed_in,
    surrounded,
    token_of,
)

HOME = ("/da/", "/en/")
RESULTS_OF = {"operations": STANDING, "leader": RESULTS}
"""Where those are led to."""
OUTCOMES = (
    *RESULTS.values(),
    *(f"{path}.csv" for path in RESULTS.values()),
    *COVERAGE.values(),
    *WHAT_WORKS.values(),
)
NAMELESS = (
    *(*KNOWN.values(), *STANDING.values(), *GROUPS.values(), *OUTCOMES, *OFFERS.values()),
    *(*PROGRAMMES.values(), *GUIDES.values(), "{group}", "{programme}", "{guide}", "{offer}"),
)
"""How the addresses of pages end that name no child: that something is noted, how things stand, what is no family's."""


LISTS = {
    "GET /api/programmes": " {programme}",
    "GET /api/my/worklist": " {family}",
    "GET /api/my/families": " {family}",
    "GET /api/my/groups": " {group}",
}
"""What stands in a list of one's own for whoever may read it."""


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family with all that there is around it."""
    with surrounded(watched) as found:
        yield found


def asked(family: Family, rpc: str, kind: Kind) -> dict[str, Any]:
    """A request that there is an answer to. Whoever adds an rpc says here how it is asked."""
    of_family = {"family": family.id}
    requests: dict[str, dict[str, Any]] = {
        "GetFamilyPlan": of_family,
        "WatchFamilyPlan": of_family,
        "GetDocument": {
            **of_family,
            "kind": kind,
            "words": {
                "version": "1",
                "meeting": family.cast.id("meeting"),
                "group": family.cast.id("group"),
            },
        },
        "AcknowledgePlan": {**of_family, "state_no": 1},
        "GetOperations": {},
        "GetProgramme": {"programme": PROGRAMME},
        "ListProgrammes": {},
        "FindOffers": {},
        "GetOffer": {"offer": OFFER},
        "ListDepartments": {},
        "MayRead": {**of_family, "professional": family.cast.id("lone")},
        "ListLacking": {"lack": "coordinator"},
        "FindPerson": {"system": "cpr", "value": "nobody's"},
        "FindFamily": {"department": "school", "system": "school-register", "value": "nobody's"},
        "ReadStream": {"stream": f"family/{family.id}", "service": "contacts"},
        "ReadAll": {},
        "ReadHeads": {"service": "contacts"},
    }
    return requests[rpc]


def owners(name: str) -> tuple[str, ...]:
    """The services that answer an rpc: its own, or each of them."""
    package = name.split(".")[1]
    return (package,) if package in SERVICES else SERVICES


@pytest.mark.parametrize("who", READERS)
@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, kinds in RPCS.items() for kind in kinds])
def test_each_rpc_decides_by_the_matrix(family: Family, name: str, kind: Kind, who: str) -> None:
    """X-01, X-04, INV-38: allowed and refused, streams too, at each service that answers it."""
    token = token_of(family, who)
    fields = asked(family, name.rpartition("/")[2], kind)
    for service in owners(name):
        code = answered(family, service, name, token, fields)
        if name.endswith(
            "ListProgrammes"
        ):  # a list of what is one's own is there for whoever acts, empty or not
            assert (code == "") is (who not in STRANGERS)
            continue
        no_order = service == "overview" and name.endswith("ReadAll")
        assert (code not in NO) is (may(who, kind) and not no_order), (service, code)


@pytest.mark.parametrize("who", READERS)
@pytest.mark.parametrize("route", [route for route, kinds in ROUTES.items() if kinds])
def test_each_route_decides_by_the_matrix(family: Family, route: str, who: str) -> None:
    """X-01, X-04, INV-38: what is read over HTTP, what is sent there, and a stream's first word."""
    allowed = any(may(who, kind) for kind in ROUTES[route])
    method, address = route.partition(" ")[0], family.platform.http() + path_of(family, route)
    headers = {"Authorization": f"Bearer {token_of(family, who)}"}
    sent = {"json": {"state_no": 1}} if method == "POST" else {"params": {"version": 1}}
    with httpx.stream(method, address, headers=headers, timeout=10, **sent) as answer:
        if answer.headers["content-type"].startswith("text/event-stream"):
            first = next(line for line in answer.iter_lines() if line.startswith("event:"))
            assert (first != "event: ended") is allowed
            return
        said = b"".join(answer.iter_bytes()).decode()
    if route in LISTS and json.loads(said).get("code") not in NO:  # whoever acts has a list, empty or not
        assert (path_of(family, LISTS[route]) in said) is allowed, said
        return
    assert (json.loads(said or "{}").get("code") not in NO) is allowed, said


@pytest.mark.parametrize("who", [who for who in READERS if who != "a service"])
@pytest.mark.parametrize("page", [page for page, kinds in PAGES.items() if kinds and page.startswith("POST")])
def test_what_a_page_sends_is_taken_by_the_matrix(family: Family, page: str, who: str) -> None:
    """INV-38, INV-39: that one knows the plan, or has read a guide."""
    allowed = all(may(who, kind) for kind in PAGES[page])
    cookies, form = signed_in(family, who)
    sent = {"form": form, "state": "1"}
    answer = httpx.post(
        family.platform.http() + path_of(family, page), cookies=cookies, data=sent, timeout=10
    )
    assert answer.status_code in ((303, 409) if allowed else (404,)), answer.text[:500]
    assert answer.status_code != 409 or "state_not_seen" in answer.text, "nobody was shown the first state"
    assert "Viggo" not in answer.text


@pytest.mark.parametrize("who", [who for who in READERS if who != "a service"])
@pytest.mark.parametrize("page", [page for page, kinds in PAGES.items() if kinds and page.startswith("GET")])
def test_each_page_decides_by_the_matrix(family: Family, page: str, who: str) -> None:
    """INV-38: a page, its stream, and the list of one's families."""
    some = any if page.endswith(HOME) else all  # a list is there for whoever may read anything of it
    allowed = some(may(who, kind) for kind in PAGES[page])
    path = path_of(family, page)
    with httpx.stream("GET", family.platform.http() + path, cookies=session(family, who), timeout=10) as sent:
        if path.endswith("/events"):
            lines = sent.iter_lines()
            first = next(line for line in lines if line.startswith("event:"))
            assert (first != "event: ended") is allowed
            return
        shown = b"".join(sent.iter_bytes()).decode()
        if who in STRANGERS and path in HOME:  # led to all that there is for them
            assert sent.headers["location"] in RESULTS_OF[STRANGERS[who]].values()
            return
        listed = path in (*HOME, *WORKLIST.values(), *GROUPS.values(), *PROGRAMMES.values())
        assert sent.status_code == (200 if allowed or listed else 404)
        assert ("Viggo" in shown) is (allowed and not page.endswith(NAMELESS))


@pytest.mark.parametrize("who", ["karin", "bent", "lone", "ellen", "birgit", *STRANGERS])
def test_no_name_stands_in_an_address(family: Family, who: str) -> None:
    """X-04, X-06: of all pages, whoever opens them, in both languages."""
    cookies, called = session(family, who), names(family)
    opened, read = set[str](), set[str]()
    pages = [
        page for page in PAGES if PAGES[page] and page.startswith("GET") and not page.endswith("/events")
    ]
    for page in pages:
        path = path_of(family, page)
        answer = httpx.get(family.platform.http() + path, cookies=cookies, timeout=10)
        opened |= {path, *led_to(answer)}
        read |= words(answer.text)
    assert not {address for address in opened if words(address) & called}
    assert len(opened) > len(pages)
    shown = (read & called) - {who}  # beside one's own: so they could have been found
    assert bool(shown) is (who not in STRANGERS)


@pytest.mark.parametrize("language", KNOWN)
def test_no_name_stands_where_somebody_is_sent(family: Family, language: str) -> None:
    """To sign in, after signing out, and after saying that the plan is known."""
    plan, known = PLAN.path(language, family.id), f"/{language}/f/{family.id}/{KNOWN[language]}"
    with httpx.Client(base_url=family.platform.http(), timeout=10) as client:
        sent = [client.get(plan).headers["location"]]
        client.cookies.update(session(family, "lone"))
        shown = client.get(plan).text
        [form] = set(re.findall(r'name="form" value="([^"]+)"', shown))
        [state] = re.findall(r'name="state" value="(\d+)"', shown)
        for path, said in ((known, {"state": state}), ("/sign-out", {"language": language})):
            sent.append(client.post(path, data={"form": form, **said}).headers["location"])
    assert len(sent) == 3
    assert not {address for address in sent if words(address) & names(family)}


@pytest.mark.parametrize("page", [page for page, kinds in PAGES.items() if kinds])
def test_no_page_is_shown_to_who_isn_t_signed_in(family: Family, page: str) -> None:
    path = path_of(family, page)
    answer = httpx.get(family.platform.http() + path, timeout=10)
    assert answer.status_code in (303, 401)
    assert "Viggo" not in answer.text


def test_dashboards_see_what_happened_within_seconds_and_the_services_are_plain_roles(family: Family) -> None:
    """Overview counts beside its views; what runs here may neither make roles nor pass a wall."""
    platform = family.platform
    with psycopg.connect(platform.dsn("overview"), autocommit=True) as connection:

        def rows(query: str, *values: object) -> list[tuple[Any, ...]]:
            return connection.execute(query, values).fetchall()  # type: ignore[arg-type]

        counted = "select key from figures where family = %s and shown -> 'goals' <> '[]'"
        until(lambda: rows(counted, family.id), 20.0, "the family is counted")
        [(key,)] = rows(counted, family.id)
        [(mighty,)] = rows(
            "select rolsuper or rolbypassrls or rolcreaterole from pg_roles r "
            "join pg_class c on c.relowner = r.oid where c.oid = 'figures'::regclass"
        )
        assert not mighty
        connection.execute(f"set role {platform.dashboards_role}")
        for view in VIEWS:
            rows(f"select * from reading.{view}")
        assert rows("select count(*) from reading.goals where family = %s", key) != [(0,)]
        smiles = "select small_successes from reading.families where family = %s"
        [(noted,)] = rows(smiles, key)
        family.do(
            "ellen",
            "progress.NoteSmallSuccess",
            success="00000000-0000-4000-8000-00000000aa01",
            person="@viggo",
            words="He tied his shoes.",
            noted_on="2025-11-22",
        )
        until(lambda: rows(smiles, key) == [(noted + 1,)], 20.0, "it is counted anew")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            rows("select * from journal")
