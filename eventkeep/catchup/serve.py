"""Serves a store's history to our own services."""

from collections.abc import AsyncIterator, Sequence

from eventkeep.catchup import catchup_pb2 as pb
from eventkeep.edge.call import Call
from eventkeep.edge.server import Edge, StreamHandler
from eventkeep.pg import Pool
from eventkeep.refused import Refused
from eventkeep.store import Store, Stored
from eventkeep.streams import key_of, stream_of

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
        while found := await store.read_heads(after, _PAGE):
            yield pb.Heads(
                heads=[
                    pb.Head(stream=e.stream, version=e.version, digest=e.digest, position=e.position)
                    for e in found
                ]
            )
            after = max(each.position for each in found)

    _add(edge, read_stream, read_all, read_heads)


def serve_journal(edge: Edge, pool: Pool) -> None:
    """Adds a journal's chains to an edge, so that a restored store can take back what it lost."""

    async def read_stream(asked: pb.ReadStreamRequest, call: Call) -> AsyncIterator[pb.Batch]:
        _require_service(call)
        after = asked.after
        family = key_of(asked.stream)
        while rows := await pool.fetch(_CHAIN, family, asked.service, after, _PAGE):
            for batch in _batches([Stored(0, asked.stream, *row) for row in rows]):
                yield batch
            after = rows[-1]["version"]

    async def read_all(asked: pb.ReadAllRequest, call: Call) -> AsyncIterator[pb.Batch]:
        raise Refused(
            "journal_has_no_order",
            "A journal keeps chains, not an order of all.",
            "",
            "Ask the service that owns the events.",
        )
        yield pb.Batch()

    async def read_heads(asked: pb.ReadHeadsRequest, call: Call) -> AsyncIterator[pb.Heads]:
        _require_service(call)
        after = ""
        while rows := await pool.fetch(_HEADS, asked.service, after, _PAGE):
            yield pb.Heads(
                heads=[pb.Head(stream=stream_of(row[0]), version=row[1], digest=row[2]) for row in rows]
            )
            after = rows[-1][0]

    _add(edge, read_stream, read_all, read_heads)


_CHAIN = (
    "select version, value, digest from journal where family = $1 and service = $2 and version > $3 "
    "and digest is not null order by version limit $4"
)
_HEADS = "select family, version, digest from journal_heads where service = $1 and family > $2 order by family limit $3"


def _add(edge: Edge, read_stream: StreamHandler, read_all: StreamHandler, read_heads: StreamHandler) -> None:
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
