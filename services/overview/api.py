"""The gRPC API of overview: reading and watching a family's plan, and the documents beside it."""

from collections.abc import AsyncIterator
from datetime import date

import orjson

from contracts.access import Kind, Reader
from contracts.overview import overview_pb2 as pb
from eventkeep.edge.call import Call
from eventkeep.edge.caller import ACTING
from eventkeep.edge.server import Edge
from eventkeep.refused import Refused
from services.overview.documents import Asked, Documents
from services.overview.offers import Offers, Wanted
from services.overview.operations import Operations
from services.overview.operations import document as operations_document
from services.overview.programmes.reading import Made, Programmes
from services.overview.reads import Reads
from services.overview.sentences import Language
from services.overview.shared_plan import SharedPlan

WAY = "grpc"


def serve(edge: Edge, reads: Reads) -> None:
    """Adds the reads to an edge."""
    plans, documents, mine = reads.plans, reads.documents, reads.mine
    service = pb.DESCRIPTOR.services_by_name["Overview"]

    async def get(asked: pb.GetFamilyPlanRequest, call: Call) -> pb.FamilyPlan:
        return _message(await plans.read(call.caller, asked.family, WAY, asked.after, call.deadline))

    async def watch(asked: pb.WatchFamilyPlanRequest, call: Call) -> AsyncIterator[pb.FamilyPlan]:
        async for plan in plans.watch(
            call.caller,
            asked.family,
            WAY,
            asked.after,
            asked.after_state,
            asked.after_stale,
            call.deadline,
        ):
            yield _message(plan)

    async def document(asked: pb.GetDocumentRequest, call: Call) -> pb.Document:
        what = _asked(asked, plans.rights.today())
        if not asked.family and what.kind in (Kind.WORKLIST, Kind.SUMMARY):
            listed = await mine.read(call.caller, what, WAY, asked.after, call.deadline)
            return pb.Document(kind=what.kind, hash=listed.hash, document=listed.document)
        if what.kind is Kind.GROUP:
            return await _group(documents, asked, call)
        given = await documents.read(call.caller, asked.family, what, WAY, asked.after, call.deadline)
        return pb.Document(
            family=given.family,
            kind=given.kind,
            state_no=given.state_no,
            vector=given.vector,
            hash=given.hash,
            document=given.document,
            token=given.token,
        )

    async def acknowledge(asked: pb.AcknowledgePlanRequest, call: Call) -> pb.Acknowledged:
        said = await documents.acknowledge(call.caller, asked.family, asked.state_no)
        return pb.Acknowledged(vector=said["vector"])

    edge.read(service, "GetDocument", document)
    _serve_operations(edge, reads.operations)
    _serve_offers(edge, reads.offers)
    _serve_programmes(edge, reads.programmes)
    edge.read(service, "AcknowledgePlan", acknowledge)
    edge.read(service, "GetFamilyPlan", get)
    edge.stream(service, "WatchFamilyPlan", watch)


async def _group(documents: Documents, asked: pb.GetDocumentRequest, call: Call) -> pb.Document:
    """A group course is of no family: it is named by the word `group`."""
    given = await documents.groups.read(call.caller, asked.words["group"], WAY, asked.after, call.deadline)
    return pb.Document(
        kind=asked.kind,
        state_no=given.state_no,
        vector=given.vector,
        hash=given.hash,
        document=given.document,
        token=given.token,
    )


def _serve_operations(edge: Edge, operations: Operations) -> None:
    """How overview stands: the one rpc that callers of the kind `operations` are let in to."""

    async def standing(asked: pb.GetOperationsRequest, call: Call) -> pb.Operations:
        made = operations_document(await operations.look(call.caller))
        return pb.Operations(at=made["at"], all_well=made["all_well"], document=orjson.dumps(made))

    service = pb.DESCRIPTOR.services_by_name["Overview"]
    edge.read(service, "GetOperations", standing, kinds=(*ACTING, Reader.OPERATIONS))


def _serve_offers(edge: Edge, offers: Offers) -> None:
    """The catalogue, for staff and families."""

    async def find(asked: pb.FindOffersRequest, call: Call) -> pb.Offers:
        wanted = Wanted(asked.words, asked.area, asked.provider, asked.family, asked.goal)
        found = await offers.search(call.caller, wanted, WAY, asked.after)
        return pb.Offers(document=orjson.dumps(found.document()))

    async def get(asked: pb.GetOfferRequest, call: Call) -> pb.Offers:
        found = await offers.one(call.caller, asked.offer, asked.after)
        return pb.Offers(document=orjson.dumps(found.document()))

    service = pb.DESCRIPTOR.services_by_name["Overview"]
    edge.read(service, "FindOffers", find)
    edge.read(service, "GetOffer", get)


def _serve_programmes(edge: Edge, programmes: Programmes) -> None:
    """How programmes stand, to those who work on them or lead a department. R39, R46."""

    async def one(asked: pb.GetProgrammeRequest, call: Call) -> pb.ProgrammeDocument:
        day = _day(asked.day) if asked.day else None
        return _made(await programmes.read(call.caller, asked.programme, day, asked.after))

    async def listed(asked: pb.ListProgrammesRequest, call: Call) -> pb.ProgrammeDocument:
        return _made(await programmes.listed(call.caller))

    def _made(made: Made) -> pb.ProgrammeDocument:
        return pb.ProgrammeDocument(document=made.document, hash=made.hash)

    service = pb.DESCRIPTOR.services_by_name["Overview"]
    edge.read(service, "GetProgramme", one)
    edge.read(service, "ListProgrammes", listed)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(
            "invalid_input",
            "Not valid.",
            "",
            "Name a day that there is.",
            danish_next="Angiv en dag, der findes.",
        ) from None


def _asked(asked: pb.GetDocumentRequest, today: date) -> Asked:
    try:
        day = date.fromisoformat(asked.day) if asked.day else today
        return Asked(Kind(asked.kind), day, Language(asked.language or "da"), dict(asked.words))
    except ValueError:
        raise Refused(
            "invalid_input",
            "Not valid.",
            "",
            "Name a kind of document, a language and a day that there is.",
            danish_next="Angiv en slags dokument, et sprog og en dag, der findes.",
        ) from None


def _message(given: SharedPlan) -> pb.FamilyPlan:
    return pb.FamilyPlan(
        family=given.family,
        state_no=given.state_no,
        vector=given.vector,
        hash=given.hash,
        plan=given.plan,
        view_version=given.view_version,
        freshness=pb.Freshness(as_of=given.as_of.isoformat(), waiting=given.waiting, stale=given.stale),
        token=given.token,
    )
