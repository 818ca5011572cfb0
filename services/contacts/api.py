"""The gRPC API of contacts: each rpc is one command, on a family or a register; four look something up."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, get_args

from contracts.contacts import attachments_pb2, contacts_pb2, departments_pb2, families_pb2, persons_pb2
from contracts.ids import FamilyId, ProfessionalId
from contracts.shapes import ActorKind
from eventkeep.clock import Clock
from eventkeep.edge.call import Answer, Call
from eventkeep.edge.server import Edge
from eventkeep.handle import Handle
from eventkeep.refused import Refused
from services.contacts import external
from services.contacts.department import RegisterDepartment
from services.contacts.departments import Led, require_staff
from services.contacts.domain import FamilyCommand, may_read
from services.contacts.lacking import PAGE, Lack, asked, is_listed
from services.contacts.person import PersonCommand
from services.contacts.professional import ProfessionalCommand
from services.contacts.state import emergency_lasts
from services.inbox_subject import FindFamily


@dataclass(frozen=True)
class Handles:
    """One for each kind of stream."""

    family: Handle
    person: Handle
    professional: Handle
    department: Handle
    external: Handle


Listed = Callable[[], Awaitable[list[Led]]]
"""The departments that take part."""
Candidates = Callable[[Lack, str, str], Awaitable[list[FamilyId]]]
"""A page of families that may lack something, for a professional, after an id."""


@dataclass(frozen=True)
class LookUp:
    """What is looked up beside the streams."""

    candidates: Candidates
    departments: Listed
    family: FindFamily


def serve(edge: Edge, handles: Handles, look_up: LookUp, secret: bytes, clock: Clock) -> None:
    """Adds the commands and look-ups of contacts to an edge. Ids of other systems are hashed under the secret; the
    clock says on which day a basis is to be in force."""
    service = contacts_pb2.DESCRIPTOR.services_by_name["Contacts"]
    edge.command(service, _named(*get_args(FamilyCommand)), handles.family)
    edge.command(service, _named(*get_args(PersonCommand)), handles.person)
    edge.command(service, _named(*get_args(ProfessionalCommand)), handles.professional)
    edge.command(service, _named(RegisterDepartment), handles.department)

    async def link(command: external.LinkExternalId, call: Call) -> Answer:
        return await handles.external(external.linked(secret, command), call)

    async def unlink(command: external.UnlinkExternalId, call: Call) -> Answer:
        return await handles.external(external.unlinked(secret, command), call)

    edge.command(service, _named(external.LinkExternalId), link, names_by_cpr=True)
    edge.command(service, _named(external.UnlinkExternalId), unlink, names_by_cpr=True)
    _may_read(edge, handles, clock)
    _persons(edge, handles, look_up.family, secret)
    _lists(edge, handles, look_up.candidates, clock)
    _departments(edge, look_up.departments)


def _named(*commands: Any) -> dict[str, Any]:
    return {command.__name__: command for command in commands}


def _may_read(edge: Edge, handles: Handles, clock: Clock) -> None:
    attachments = attachments_pb2.DESCRIPTOR.services_by_name["Attachments"]

    async def answer(asked: attachments_pb2.MayReadRequest, call: Call) -> attachments_pb2.MayReadResponse:
        _require_service(call, "Read the plan from overview.", "Læs planen i overblikket.")
        state = await handles.family.state(f"family/{asked.family}")
        if may_read(state, asked.professional, clock.today()):
            purpose = state.attached[ProfessionalId(asked.professional)].purpose
            return attachments_pb2.MayReadResponse(may_read=True, purpose=purpose)
        lasts = emergency_lasts(state, asked.professional, clock.now())
        return attachments_pb2.MayReadResponse(may_read=lasts, emergency=lasts)

    edge.read(attachments, "MayRead", answer)


def _persons(edge: Edge, handles: Handles, family_of: FindFamily, secret: bytes) -> None:
    persons = persons_pb2.DESCRIPTOR.services_by_name["Persons"]

    async def find(asked: persons_pb2.FindPersonRequest, call: Call) -> persons_pb2.FindPersonResponse:
        by = external.external_id(secret, asked.system, asked.value)
        state = await handles.external.state(f"external/{by}")
        return persons_pb2.FindPersonResponse(person=external.found(state, ActorKind(call.caller.kind)))

    async def family(asked: persons_pb2.FindFamilyRequest, call: Call) -> persons_pb2.FindFamilyResponse:
        _require_service(
            call,
            "Find the person, and read one's families from overview.",
            "Find personen, og læs dine familier i overblikket.",
        )
        found = await family_of(asked.department, asked.system, asked.value)
        return persons_pb2.FindFamilyResponse(family=found.family, person=found.person)

    edge.read(persons, "FindPerson", find)
    edge.read(persons, "FindFamily", family)


def _require_service(call: Call, instead: str, danish: str) -> None:
    if call.caller.kind != "service":
        raise Refused("for_services_only", "Only our own services ask this.", "", instead, danish_next=danish)


def _lists(edge: Edge, handles: Handles, candidates: Candidates, clock: Clock) -> None:
    families = families_pb2.DESCRIPTOR.services_by_name["Families"]

    async def lacking(
        request: families_pb2.ListLackingRequest, call: Call
    ) -> families_pb2.ListLackingResponse:
        lack, who, day = asked(call.caller.kind, request.lack), call.caller.id, clock.today()
        profession = (await handles.professional.state(f"professional/{who}")).profession
        found = await candidates(lack, who, request.after)
        states = {each: await handles.family.state(f"family/{each}") for each in found}
        return families_pb2.ListLackingResponse(
            families=[each for each in found if is_listed(states[each], lack, who, profession, day)],
            next_after=found[-1] if len(found) == PAGE else "",
        )

    edge.read(families, "ListLacking", lacking)


def _departments(edge: Edge, departments: Listed) -> None:
    service = departments_pb2.DESCRIPTOR.services_by_name["Departments"]

    async def listed(
        request: departments_pb2.ListDepartmentsRequest, call: Call
    ) -> departments_pb2.ListDepartmentsResponse:
        require_staff(call.caller.kind)
        found = [
            departments_pb2.Department(department=each.department, lead=each.lead, lead_name=each.name)
            for each in await departments()
        ]
        return departments_pb2.ListDepartmentsResponse(departments=found)

    edge.read(service, "ListDepartments", listed)
