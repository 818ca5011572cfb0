"""Every way in, tried by everybody: each that the tables list, so that a new one is tried as soon as it is served."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import uuid4

import grpc
import httpx
import psycopg
import pytest
from google.protobuf.json_format import ParseDict
from google.protobuf.message_factory import GetMessageClass
from starlette.responses import Response

from contracts.access import Kind, Relation, purpose_to_read
from contracts.ways import PAGES, RPCS, VIEWS
from deploy.platform.processes import SERVICES, Platform
from eventkeep.edge.call import Caller
from eventkeep.edge.refusals import refusal_of
from services.overview.web.document_pages import KNOWN, WORKLIST
from services.overview.web.pages import STANDING
from services.overview.web.session import Cookies, begun
from tests.contracts.served import methods
from tests.system.family import TOLD, Family, shares, stands_by
from tests.system.play import until

NO = {
    *("plan_not_found", "for_services_only", "staff_only", "journal_has_no_order"),
    *("operations_only", "not_for_operations"),
}
"""How somebody is told that it isn't his or hers. A journal has no order for anybody."""
ATTACHED = {Relation.NONE, Relation.ATTACHED}
READERS: Mapping[str, tuple[str, set[Relation]]] = {
    "karin": ("professional", {*ATTACHED, Relation.TEAM, Relation.COORDINATOR}),
    "bent": ("professional", {*ATTACHED, Relation.TEAM}),
    "lone": ("professional", ATTACHED),
    "omar": ("professional", {Relation.NONE}),
    "ellen": ("person", {Relation.NONE, Relation.MEMBER}),
    "viggo": ("person", {Relation.NONE}),
    "birgit": ("person", {Relation.NONE, Relation.SUPPORTER}),
    "a service": ("service", {Relation.NONE}),
    "on call": ("operations", {Relation.NONE}),
}
"""What each is to the family: Karin coordinates, Bent is on the team, Lone is attached, Omar is not; Viggo is a
child; Birgit stands by the family, and is shown what it shares."""
HOME = ("/da/", "/en/")
NAMELESS = (*KNOWN.values(), *STANDING.values())
"""How the addresses of pages end that name nobody: that something is noted, and how things stand."""


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family that the whole story happened to."""
    with Family(watched, TOLD) as found:
        stands_by(found)
        found.read(after=shares(found, ["goals", "wishes"]).token)
        yield found


def may(who: str, kind: Kind) -> bool:
    """What the matrix says."""
    role, relations = READERS[who]
    return purpose_to_read(role, relations, kind) is not None


def asked(family: Family, rpc: str, kind: Kind) -> dict[str, Any]:
    """A request that there is an answer to. Whoever adds an rpc says here how it is asked."""
    of_family = {"family": family.id}
    requests: dict[str, dict[str, Any]] = {
        "GetFamilyPlan": of_family,
        "WatchFamilyPlan": of_family,
        "GetDocument": {
            **of_family,
            "kind": kind,
            "words": {"version": "1", "meeting": family.cast.id("meeting")},
        },
        "AcknowledgePlan": {**of_family, "state_no": 1},
        "GetOperations": {},
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


def answered(family: Family, service: str, name: str, token: str, fields: dict[str, Any]) -> str:
    """The code of the refusal; "" where there is an answer."""
    method = methods()[name]
    answer = GetMessageClass(method.output_type)
    message = ParseDict(fields, GetMessageClass(method.input_type)())
    with grpc.insecure_channel(family.platform.address(service)) as channel:
        kind = channel.unary_stream if method.server_streaming else channel.unary_unary
        call = kind(
            f"/{name}",
            request_serializer=lambda said: said.SerializeToString(),
            response_deserializer=answer.FromString,
        )
        try:
            given = call(message, metadata=[("authorization", f"Bearer {token}")], timeout=10.0)
            if method.server_streaming:
                next(given, None)
                given.cancel()
        except grpc.RpcError as error:
            refused = refusal_of(error)
            if refused is None:
                raise
            return refused.code
    return ""


@pytest.mark.parametrize("who", READERS)
@pytest.mark.parametrize(("name", "kind"), [(name, kind) for name, kinds in RPCS.items() for kind in kinds])
def test_each_rpc_decides_by_the_matrix(family: Family, name: str, kind: Kind, who: str) -> None:
    """X-01, X-04, INV-38: allowed and refused, streams too, at each service that answers it."""
    token = token_of(family, who)
    fields = asked(family, name.rpartition("/")[2], kind)
    for service in owners(name):
        code = answered(family, service, name, token, fields)
        no_order = service == "overview" and name.endswith("ReadAll")
        assert (code not in NO) is (may(who, kind) and not no_order), (service, code)


@pytest.mark.parametrize("who", [who for who in READERS if who != "a service"])
@pytest.mark.parametrize("page", [page for page, kinds in PAGES.items() if kinds and page.startswith("GET")])
def test_each_page_decides_by_the_matrix(family: Family, page: str, who: str) -> None:
    """INV-38: a page, its stream, and the list of one's families."""
    some = any if page.endswith(HOME) else all  # a list is there for whoever may read anything of it
    allowed = some(may(who, kind) for kind in PAGES[page])
    path = page.partition(" ")[2].replace("{family}", family.id)
    with httpx.stream("GET", family.platform.http() + path, cookies=session(family, who), timeout=10) as sent:
        if path.endswith("/events"):
            lines = sent.iter_lines()
            first = next(line for line in lines if line.startswith("event:"))
            assert (first != "event: ended") is allowed
            return
        shown = b"".join(sent.iter_bytes()).decode()
        if who == "on call" and path in HOME:  # led to all that there is for them
            assert sent.headers["location"] in STANDING.values()
            return
        listed = path in (*HOME, *WORKLIST.values())
        assert sent.status_code == (200 if allowed or listed else 404)
        assert ("Viggo" in shown) is (allowed and not page.endswith(NAMELESS))


def token_of(family: Family, who: str) -> str:
    """What somebody shows over the API."""
    issuer = family.platform.issuer
    if who == "a service":
        return issuer.service_token("plans")
    return issuer.token("operations", str(uuid4())) if who == "on call" else family.cast.token(who)


def session(family: Family, who: str) -> dict[str, str]:
    """The cookie of somebody who has signed in."""
    caller = Caller(READERS[who][0], str(uuid4()) if who == "on call" else family.cast.id(who), None, 0.0)
    answer = Response()
    Cookies(family.platform.sign_in.secret, False).sign_in(answer, begun(caller, who, 600.0))
    name, _, value = answer.headers["set-cookie"].partition(";")[0].partition("=")
    return {name: value}


@pytest.mark.parametrize("page", [page for page, kinds in PAGES.items() if kinds])
def test_no_page_is_shown_to_who_isn_t_signed_in(family: Family, page: str) -> None:
    path = page.partition(" ")[2].replace("{family}", family.id)
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
