"""The API of contacts on a real edge: every rpc is answered; an id of another system is found and never seen."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import grpc
import pytest

from contracts.contacts import attachments_pb2, contacts_pb2, departments_pb2, families_pb2, persons_pb2
from contracts.edge import edge_pb2
from contracts.ids import FamilyId
from eventkeep import vector
from eventkeep.clock import Clock, turn
from eventkeep.edge.refusals import refusal_of
from eventkeep.edge.server import Edge
from eventkeep.handle import Decider, Facts, Handle
from eventkeep.keys import FileKeys
from eventkeep.memory_store import MemoryStore
from eventkeep.token import Tokens
from services.contacts import api, department, domain, external, person, professional
from services.contacts.departments import Led
from services.contacts.lacking import Lack
from services.contacts.reference import Others
from services.contacts.registers import Registers
from services.contacts.state import Thresholds
from services.words import VOCABULARIES
from tests.edges.invented import callers, local, token
from tests.unit.family import ANNA, BO, FAMILY, SOFIE

WORDS, SECRET = VOCABULARIES["contacts"], b"a secret of at least 32 bytes....."
VALUE = "A-17-very-special"


async def nothing_of_others(command: Any, wanted: vector.Vector, deadline: float | None) -> Facts:
    """The others have said nothing."""
    return Facts(Others(), {})


NOW = Clock()


@asynccontextmanager
async def serving(folder: Path, clock: Clock = NOW) -> AsyncIterator[tuple[MemoryStore, Any]]:
    """Contacts' edge on a store in memory, and a channel to it."""
    store, keys, tokens = MemoryStore(), FileKeys(folder / "keys"), Tokens(SECRET)
    registers = Registers(store, WORDS, keys, nothing_of_others, nothing_of_others, Thresholds())

    def handle(decider: Decider, facts: Any = None) -> Handle:
        return Handle("contacts", decider, WORDS, store, keys, tokens, facts)

    edge = Edge(local(), callers(folder), clock=clock)
    handles = api.Handles(
        family=handle(Decider(domain.State, domain.decide, domain.evolve), registers),
        person=handle(Decider(person.State, person.decide, person.evolve)),
        professional=handle(Decider(professional.State, professional.decide, professional.evolve)),
        department=handle(Decider(department.State, department.decide, department.evolve)),
        external=handle(Decider(external.State, external.decide, external.evolve), registers.registered),
    )

    async def everybody(lack: Lack, who: str, after: str) -> list[FamilyId]:
        ids = (FamilyId(each.stream.partition("/")[2]) for each in await store.read_all())
        return sorted(each for each in set(ids) if each > after)

    async def departments() -> list[Led]:
        return [Led("health"), Led("social", SOFIE, "Sofie Example")]

    async def family(department: str, system: str, value: str) -> FamilyId:
        found = await handles.external.state(f"external/{external.external_id(SECRET, system, value)}")
        return FamilyId(found.person or department)

    api.serve(edge, handles, api.LookUp(everybody, departments, family), SECRET, clock)
    port = await edge.start()
    async with grpc.aio.insecure_channel(f"127.0.0.1:{port}") as channel:
        yield store, channel
    await edge.stop()


async def ask(channel: Any, rpc: str, asked: Any, answer: Any, **claims: Any) -> Any:
    """One call."""
    call = channel.unary_unary(
        f"/helhed.contacts.v1.{rpc}",
        request_serializer=type(asked).SerializeToString,
        response_deserializer=answer.FromString,
    )
    return await call(asked, metadata=(("authorization", f"Bearer {token(**claims)}"),))


async def link(channel: Any, who: str, way: str = "Link", system: str = "sensum", value: str = VALUE) -> Any:
    """Says whose the value is, or takes that back."""
    meta = edge_pb2.Meta(command_id=str(uuid4()))
    asked = getattr(contacts_pb2, f"{way}ExternalIdRequest")(
        meta=meta, person=who, system=system, value=value
    )
    return await ask(channel, f"Contacts/{way}ExternalId", asked, edge_pb2.Accepted)


async def register(channel: Any, who: str, name: str = "A Name") -> Any:
    """Registers a person."""
    meta = edge_pb2.Meta(command_id=str(uuid4()))
    asked = contacts_pb2.RegisterPersonRequest(meta=meta, person=who, name=name, role="adult")
    return await ask(channel, "Contacts/RegisterPerson", asked, edge_pb2.Accepted)


async def find(channel: Any, value: str = VALUE, **claims: Any) -> Any:
    """Looks the person up."""
    asked = persons_pb2.FindPersonRequest(system="sensum", value=value)
    return await ask(channel, "Persons/FindPerson", asked, persons_pb2.FindPersonResponse, **claims)


async def code(call: Any) -> str:
    """The code with which a call is refused."""
    with pytest.raises(grpc.RpcError) as ended:
        await call
    found = refusal_of(ended.value)
    assert found is not None
    return found.code


async def test_a_person_is_found_by_another_system_s_id_that_stands_nowhere(tmp_path: Path) -> None:
    """R05, X-05: neither in the stream's name nor, unsealed, in what is stored."""
    async with serving(tmp_path) as (store, channel):
        assert await code(link(channel, ANNA)) == "person_unknown"
        await register(channel, ANNA)
        await link(channel, ANNA)
        assert (await find(channel)).person == ANNA
        assert await code(find(channel, "another")) == "person_not_found"
        assert await code(find(channel, helhed_kind="person")) == "staff_only"
        assert await code(link(channel, BO)) == "external_id_of_another"
        _, stored = await store.read_all()
        assert VALUE not in stored.stream
        assert VALUE.encode() not in stored.value
        await link(channel, ANNA, "Unlink")
        assert await code(find(channel)) == "person_not_found"


async def test_a_cpr_number_is_taken_where_it_is_linked_and_nowhere_else(tmp_path: Path) -> None:
    """X-05: it is hashed there, and sealed."""
    number = "0102" + "03-1234"
    async with serving(tmp_path) as (_, channel):
        assert await code(register(channel, ANNA, f"A Name, {number}")) == "cpr_number_sent"
        await register(channel, ANNA)
        for way in ("Link", "Unlink"):
            await link(channel, ANNA, way, "cpr", number)


async def test_only_services_ask_who_may_read(tmp_path: Path) -> None:
    """X-01: no basis, no data."""
    async with serving(tmp_path) as (_, channel):
        asked = attachments_pb2.MayReadRequest(family=ANNA, professional=BO)
        answer = attachments_pb2.MayReadResponse
        told = await ask(channel, "Attachments/MayRead", asked, answer, helhed_kind="service")
        assert told.may_read is False
        assert await code(ask(channel, "Attachments/MayRead", asked, answer)) == "for_services_only"
        wanted = persons_pb2.FindFamilyRequest(department="school", system="sensum", value=VALUE)
        found = persons_pb2.FindFamilyResponse
        assert await code(ask(channel, "Persons/FindFamily", wanted, found)) == "for_services_only"


async def test_the_same_clock_says_when_a_command_happened_and_who_may_read(tmp_path: Path) -> None:
    """X-01: a basis that ended long ago carries an attachment while the clock is turned back to it, and reads till then."""
    file = tmp_path / "clock"
    turn(file, datetime(2024, 3, 1, 12, tzinfo=UTC))
    async with serving(tmp_path, Clock(file)) as (_, channel):
        basis = contacts_pb2.Basis(
            kind="law", reference="barnets lov § 32", valid_from="2024-01-01", valid_to="2024-03-31"
        )
        for request in (
            contacts_pb2.RegisterPersonRequest(person=ANNA, name="A Name", role="adult"),
            contacts_pb2.RegisterProfessionalRequest(
                professional=SOFIE, department="social", profession="teacher", name="N"
            ),
            contacts_pb2.RegisterFamilyRequest(family=FAMILY, members=[ANNA]),
            contacts_pb2.AttachProfessionalRequest(
                family=FAMILY, professional=SOFIE, purpose="schooling", basis=basis
            ),
        ):
            request.meta.command_id = str(uuid4())
            rpc = type(request).__name__.removesuffix("Request")
            await ask(channel, f"Contacts/{rpc}", request, edge_pb2.Accepted)
        asked = attachments_pb2.MayReadRequest(family=FAMILY, professional=SOFIE)
        for day, may in ((1, True), (31, True), (32, False)):
            turn(file, datetime(2024, 3, 1, 12, tzinfo=UTC) + timedelta(days=day - 1))
            told = await ask(
                channel, "Attachments/MayRead", asked, attachments_pb2.MayReadResponse, helhed_kind="service"
            )
            assert told.may_read is may


async def test_departments_are_listed_for_staff_with_who_leads_them(tmp_path: Path) -> None:
    """R46, R47: those that take part, and whom to turn to in each."""
    async with serving(tmp_path) as (_, channel):
        asked, answer = departments_pb2.ListDepartmentsRequest(), departments_pb2.ListDepartmentsResponse
        told = await ask(channel, "Departments/ListDepartments", asked, answer)
        assert [(each.department, each.lead, each.lead_name) for each in told.departments] == [
            ("health", "", ""),
            ("social", SOFIE, "Sofie Example"),
        ]
        member = ask(channel, "Departments/ListDepartments", asked, answer, helhed_kind="person")
        assert await code(member) == "staff_only"


async def test_families_that_lack_something_are_listed_for_staff(tmp_path: Path) -> None:
    """INV-53, P08, R08, X-06: one that nobody is attached to is for those who do casework."""
    async with serving(tmp_path) as (_, channel):
        for request, rpc in (
            (contacts_pb2.RegisterPersonRequest(person=ANNA, name="A Name", role="adult"), "RegisterPerson"),
            (contacts_pb2.RegisterFamilyRequest(family=FAMILY, members=[ANNA]), "RegisterFamily"),
        ):
            request.meta.command_id = str(uuid4())
            await ask(channel, f"Contacts/{rpc}", request, edge_pb2.Accepted)

        def lacking(lack: str, **claims: Any) -> Any:
            asked = families_pb2.ListLackingRequest(lack=lack)
            claims = {"sub": SOFIE, **claims}
            return ask(channel, "Families/ListLacking", asked, families_pb2.ListLackingResponse, **claims)

        assert list((await lacking("coordinator")).families) == []
        hired = contacts_pb2.RegisterProfessionalRequest(
            professional=SOFIE, department="social", profession="social-worker", name="N"
        )
        hired.meta.command_id = str(uuid4())
        await ask(channel, "Contacts/RegisterProfessional", hired, edge_pb2.Accepted)
        for lack, listed in (("coordinator", [FAMILY]), ("primary-contact", [FAMILY]), ("offer", [])):
            shown = await lacking(lack)
            assert (list(shown.families), shown.next_after) == (listed, "")
        assert await code(lacking("coordinator", helhed_kind="person")) == "staff_only"
        assert await code(lacking("a car")) == "lack_unknown"
