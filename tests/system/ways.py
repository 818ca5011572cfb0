"""A family with everybody around it, a group course, a programme and an offer: what every way in is tried on."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import uuid4

import grpc
from google.protobuf.json_format import ParseDict
from google.protobuf.message_factory import GetMessageClass
from starlette.responses import Response

from contracts.access import Kind, Relation, purpose_to_read
from deploy.catalogue.loading import load, offer_id, rows
from deploy.platform.processes import Platform
from eventkeep.edge.call import Caller
from eventkeep.edge.refusals import refusal_of
from services.overview.web.session import Cookies, begun
from tests.contracts.served import methods
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
    "asta": ("professional", {*ATTACHED, Relation.CASEWORKER}),
    "omar": ("professional", {Relation.NONE}),
    "nils": ("professional", {Relation.NONE, Relation.EMERGENCY}),
    "ellen": ("person", {Relation.NONE, Relation.MEMBER, Relation.PARTICIPANT}),
    "viggo": ("person", {Relation.NONE}),
    "birgit": ("person", {Relation.NONE, Relation.SUPPORTER}),
    "a service": ("service", {Relation.NONE}),
    "on call": ("operations", {Relation.NONE}),
    "leads": ("leader", {Relation.NONE}),
}
"""What each is to the family: Karin coordinates, Bent is on the team, Lone is attached, Asta decides in the case; Omar is
not attached, nor is Nils, who took emergency access. Viggo is a child; Birgit stands by the family, and is shown what it
shares. Karin leads a group course, in which Ellen takes part, and a programme as well; Bent leads a department."""
STRANGERS = {who: role for who, (role, _) in READERS.items() if role in ("operations", "leader")}
"""Those who are nobody to the family: all that there is for them is elsewhere."""
PROGRAMME = str(uuid4())
OFFER = offer_id(rows()[0]["row"])


@contextmanager
def surrounded(platform: Platform) -> Iterator[Family]:
    """A family that the whole story happened to, with all that there is beside it."""
    with Family(platform, TOLD) as found:
        stands_by(found)
        _decides(found)
        _programme(found)
        _offers(found)
        found.read(after=shares(found, ["goals", "wishes"]).token)
        takes_part(found)
        emergency = found.do(
            "nils", "contacts.TakeEmergencyAccess", professional="@nils", reason="Nobody opens."
        )
        found.read("nils", after=emergency.token)
        yield found


def _decides(family: Family) -> None:
    """Asta decides in the case, and Nils works somewhere else."""
    for name, department, profession in (
        ("asta", "family-unit", "social-worker"),
        ("nils", "job-centre", "employment-adviser"),
    ):
        told = {"name": f"{name.capitalize()} Example", "department": department, "profession": profession}
        family.cast.story["professionals"][name] = told
        said = {"professional": family.cast.id(name), **told}
        family.client.command(family.cast.token("karin"), "contacts.RegisterProfessional", said)
    family.read("asta", after=family.attach("asta").token)


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


def path_of(family: Family, page: str) -> str:
    """The address of a page that there is: about this family, its group course, a programme, a guide."""
    path = page.partition(" ")[2].replace("{family}", family.id).replace("{group}", family.cast.id("group"))
    path = path.replace("{meeting}", family.cast.id("meeting"))
    return path.replace("{programme}", PROGRAMME).replace("{guide}", "coordinator").replace("{offer}", OFFER)


def token_of(family: Family, who: str) -> str:
    """What somebody shows over the API."""
    issuer = family.platform.issuer
    if who == "a service":
        return issuer.service_token("plans")
    return issuer.token(STRANGERS[who], str(uuid4())) if who in STRANGERS else family.cast.token(who)


def session(family: Family, who: str) -> dict[str, str]:
    """The cookie of somebody who has signed in."""
    return signed_in(family, who)[0]


def signed_in(family: Family, who: str) -> tuple[dict[str, str], str]:
    """The same, and what forms of that session carry."""
    caller = Caller(READERS[who][0], str(uuid4()) if who in STRANGERS else family.cast.id(who), None, 0.0)
    answer, held = Response(), begun(caller, who, 600.0)
    Cookies(family.platform.sign_in.secret, False).sign_in(answer, held)
    name, _, value = answer.headers["set-cookie"].partition(";")[0].partition("=")
    return {name: value}, held.form


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
