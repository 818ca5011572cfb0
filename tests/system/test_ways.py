"""Every way in, tried by everybody: each that the tables list, so that a new one is tried as soon as it is served."""

import re
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
from deploy.catalogue.loading import load, offer_id, rows
from deploy.platform.processes import SERVICES, Platform
from eventkeep.edge.call import Caller
from eventkeep.edge.refusals import refusal_of
from services.overview.web.document_pages import KNOWN, WORKLIST
from services.overview.web.group_page import PATHS as GROUPS
from services.overview.web.guide_pages import SHELF as GUIDES
from services.overview.web.outcomes_page import COVERAGE, WHAT_WORKS
from services.overview.web.pages import RESULTS, STANDING
from services.overview.web.programme_pages import LIST as PROGRAMMES
from services.overview.web.session import Cookies, begun
from services.overview.web.shelf import CATALOGUE as OFFERS
from services.overview.web.shelf import PLAN
from tests.contracts.served import methods
from tests.system.addresses import led_to, names, words
from tests.system.family import TOLD, Family, refused_as, shares, stands_by
from tests.system.play import until

NO = {
    *("plan_not_found", "group_not_found", "for_services_only", "staff_only", "journal_has_no_order"),
    *("operations_only", "not_for_operations", "leaders_only", "not_for_leaders", "programme_not_found"),
    "staff_and_families_only",
}
"""How somebody is told that it isn't his or hers. A journal has no order for anybody."""
ATTACHED = {Relation.NONE, Relation.ATTACHED}
READERS: Mapping[str, tuple[str, set[Relation]]] = {
    "karin": (
        "professional",
        {*ATTACHED, Relation.TEAM, Relation.COORDINATOR, Relation.FACILITATOR, Relation.IN_PROGRAMME},
    ),
    "bent": ("professional", {*ATTACHED, Relation.TEAM, Relation.LEADS_DEPARTMENT}),
    "lone": ("professional", ATTACHED),
    "omar": ("professional", {Relation.NONE}),
    "ellen": ("person", {Relation.NONE, Relation.MEMBER, Relation.PARTICIPANT}),
    "viggo": ("person", {Relation.NONE}),
    "birgit": ("person", {Relation.NONE, Relation.SUPPORTER}),
    "a service": ("service", {Relation.NONE}),
    "on call": ("operations", {Relation.NONE}),
    "leads": ("leader", {Relation.NONE}),
}
"""What each is to the family: Karin coordinates, Bent is on the team, Lone is attached, Omar is not; Viggo is a
child; Birgit stands by the family, and is shown what it shares. Karin leads a group course, in which Ellen takes part, and
a programme as well; Bent leads a department."""
STRANGERS = {who: role for who, (role, _) in READERS.items() if role in ("operations", "leader")}
"""Those who are nobody to the family: all that there is for them is elsewhere."""
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
PROGRAMME = str(uuid4())
OFFER = offer_id(rows()[0]["row"])


@pytest.fixture(scope="module")
def family(watched: Platform) -> Iterator[Family]:
    """A family that the whole story happened to."""
    with Family(watched, TOLD) as found:
        stands_by(found)
        _programme(found)
        _offers(found)
        found.read(after=shares(found, ["goals", "wishes"]).token)
        takes_part(found)
        yield found


def takes_part(family: Family) -> None:
    """Karin forms a group course, and Ellen takes part in it."""
    term = {"weekdays": ["tuesday"], "starts_on": "2025-11-03", "ends_on": "2025-12-21"}
    leads = {"professional": family.cast.id("karin"), "called": "Karin"}
    formed = {"group": family.cast.id("group"), "title": "A way ahead", "area": "north", "term": term}
    token = family.cast.token("karin")
    family.client.command(token, "meetings.FormGroup", {**formed, "facilitators": [leads]})
    family.do("ellen", "meetings.JoinGroup", group="@group", person="@ellen", called="Ellen")
    of_group = {"words": {"group": family.cast.id("group")}}

    def follows() -> bool:
        shown = []
        refused_as(lambda: shown.append(family.client.document(token, "", Kind.GROUP, **of_group).document))
        return any(b'"taking_part":1' in each for each in shown)

    until(follows, 20.0, "the group follows the family")


def _offers(family: Family) -> None:
    """A catalogue with one offer, as overview has heard."""

    def token_of(department: str) -> str:
        return family.platform.issuer.token("professional", str(uuid4()), department)

    listed = load(family.client, token_of, rows()[:1])
    family.client.offer(family.cast.token("karin"), OFFER, listed)


def _programme(family: Family) -> None:
    """A programme that Karin leads, and a department that Bent leads, as overview has heard."""
    karin, led = family.cast.token("karin"), {"department": "leisure", "lead": family.cast.id("bent")}
    frame = {"code": "families", "title": "Families", "starts_on": "2025-01-01", "ends_on": "2026-12-31"}
    said = {"programme": PROGRAMME, "name": "Karin Example", **frame}
    told = family.client.command(karin, "progress.RegisterProgramme", said)
    family.client.programme(karin, PROGRAMME, told.token)
    family.client.command(karin, "contacts.RegisterDepartment", led)
    listed = "helhed.overview.v1.Overview/GetProgramme"
    bent, asking = family.cast.token("bent"), {"programme": PROGRAMME}
    until(lambda: answered(family, "overview", listed, bent, asking) == "", 20.0, "Bent leads a department")


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
        if name.endswith(
            "ListProgrammes"
        ):  # a list of what is one's own is there for whoever acts, empty or not
            assert (code == "") is (who not in STRANGERS)
            continue
        no_order = service == "overview" and name.endswith("ReadAll")
        assert (code not in NO) is (may(who, kind) and not no_order), (service, code)


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


def path_of(family: Family, page: str) -> str:
    """The address of a page that there is: about this family, its group course, a programme, a guide."""
    path = page.partition(" ")[2].replace("{family}", family.id).replace("{group}", family.cast.id("group"))
    return path.replace("{programme}", PROGRAMME).replace("{guide}", "coordinator").replace("{offer}", OFFER)


def token_of(family: Family, who: str) -> str:
    """What somebody shows over the API."""
    issuer = family.platform.issuer
    if who == "a service":
        return issuer.service_token("plans")
    return issuer.token(STRANGERS[who], str(uuid4())) if who in STRANGERS else family.cast.token(who)


def session(family: Family, who: str) -> dict[str, str]:
    """The cookie of somebody who has signed in."""
    caller = Caller(READERS[who][0], str(uuid4()) if who in STRANGERS else family.cast.id(who), None, 0.0)
    answer = Response()
    Cookies(family.platform.sign_in.secret, False).sign_in(answer, begun(caller, who, 600.0))
    name, _, value = answer.headers["set-cookie"].partition(";")[0].partition("=")
    return {name: value}


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
