"""Serves a store's history to our own services."""

from collections.abc import AsyncIterator, Sequence

from eventkeep.catchup import catchup_pb2 as pb
from eventkeep.edge.call import Call
from eventkeep.edge.server import Edge
from eventkeep.refused import Refused
from eventkeep.store import Store, Stored

_PAGE = 1_000
_PAGE_BYTES = 1_000_000


def serve(edge: Edge, store: Store) -> None:
    """Adds the catch-up streams to a service's edge."""

    async def read_stream(asked: pb.ReadStreamRequest, call: Call) -> AsyncIterator[pb.Batch]:
        _require_service(call)
        after = asked.after
        while found := await store.read(asked.stream, after, _PAGE):
            for batch in _batches(found):
                yield batch
            after = found[-1].version

    async def read_all(asked: pb.ReadAllRequest, call: Call) -> AsyncIterator[pb.Batch]:
        _require_service(call)
        after = asked.after
        while found := await store.read_all(after, _PAGE):
            for batch in _batches(found):
                yield batch
            after = found[-1].position

    async def read_heads(asked: pb.ReadHeadsRequest, call: Call) -> AsyncIterator[pb.Heads]:
        _require_service(call)
        after = asked.after
        while found := await store.read_all(after, _PAGE):
            newest = {event.stream: event for event in found}
            yield pb.Heads(
                heads=[
                    pb.Head(stream=e.stream, version=e.version, digest=e.digest, position=e.position)
                    for e in newest.values()
                ]
            )
            after = found[-1].position

    service = pb.DESCRIPTOR.services_by_name["CatchUp"]
    edge.stream(service, "ReadStream", read_stream)
    edge.stream(service, "ReadAll", read_all)
    edge.stream(service, "ReadHeads", read_heads)


def _batches(found: Sequence[Stored]) -> list[pb.Batch]:
    """Messages of bounded size."""
    batches: list[pb.Batch] = []
    size = _PAGE_BYTES
    for event in found:
        if size + len(event.value) > _PAGE_BYTES:
            batches.append(pb.Batch())
            size = 0
        size += len(event.value)
        batches[-1].events.append(
            pb.Event(
                position=event.position,
                stream=event.stream,
                version=event.version,
                value=event.value,
                digest=event.digest,
            )
        )
    return batches


def _require_service(call: Call) -> None:
    if call.caller.kind != "service":
        raise Refused(
            "for_services_only",
            "Only our own services read a store's history.",
            "",
            "Departments read their own topic.",
        )
