"""Whether a platform is whole: nothing lost, nothing repeated, nothing shown that the stores don't say.

Everything is read from the databases and topics and computed again here: digests with hashlib, chains by
counting, views by folding.
"""

import asyncio
import hashlib
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module

import asyncpg
import orjson

from deploy.platform.processes import Platform
from deploy.platform.topics import SERVICES as STORES
from eventkeep import vector
from eventkeep.canonical import state_hash
from eventkeep.cloudevent import decode
from eventkeep.keys import FileKeys
from eventkeep.sealing import forgotten_in, open_all
from eventkeep.streams import key_of, kind_of
from eventkeep.view import Folded, View
from services.overview.views import VIEWS
from services.words import LISTENS, VOCABULARIES
from tests.system.topics import said
from tests.system.witness import broken_promises

Chain = tuple[str, str]
Events = dict[Chain, list[bytes]]
"""The bytes of each (service, stream), in order."""


def assert_whole(platform: Platform, seconds: float = 40.0, topics: bool = True) -> None:
    """Waits until all that was said has arrived everywhere, and is the same everywhere; else AssertionError.

    `topics`: also that each topic holds every event, first occurrences in order.
    """
    wrong = asyncio.run(_until_nothing(lambda: complaints(platform), seconds))
    if topics and not wrong:
        # A reaction may say one thing more just now; what stands in a topic in a wrong order stands there for good.
        wrong = asyncio.run(_until_nothing(lambda: _topics(platform), seconds))
    assert not wrong, "\n".join(wrong[:20])


def is_whole(platform: Platform) -> bool:
    """Whether all processes run and nothing is wrong now."""
    if not all(process.running for process in platform.processes.values()):
        return False
    try:
        return not asyncio.run(complaints(platform))
    except (OSError, asyncpg.PostgresError):
        return False


def rows_of(platform: Platform, name: str, query: str, *arguments: object) -> list[asyncpg.Record]:
    """What a query finds in a service's database."""

    async def found() -> list[asyncpg.Record]:
        connection = await asyncpg.connect(platform.dsn(name))
        try:
            return list(await connection.fetch(query, *arguments))
        finally:
            await connection.close()

    return asyncio.run(found())


def told_so_far(platform: Platform, service: str) -> int:
    """How many events a store holds."""
    return len(rows_of(platform, service, "select from events"))


async def complaints(platform: Platform) -> list[str]:
    """What is not as it should be, now."""
    told: Events = {}
    wrong: list[str] = []
    for service in STORES:
        wrong += await _store(platform, service, told)
    for name in LISTENS:
        wrong += await _journal(platform, name, told)
    return wrong


async def _store(platform: Platform, service: str, told: Events) -> list[str]:
    """Gapless, chained with SHA-256, each event where it says it is; all published and reacted to."""
    connection = await asyncpg.connect(platform.dsn(service))
    try:
        rows = await connection.fetch(
            "select position, stream, version, value, digest from events order by position"
        )
        published = await connection.fetchval("select position from relay")
        reacted = await connection.fetchval("select position from own_reactions")
    finally:
        await connection.close()
    wrong: list[str] = []
    digests: dict[str, bytes] = defaultdict(lambda: bytes(32))
    for number, (position, stream, version, value, digest) in enumerate(rows, 1):
        chain = told.setdefault((service, stream), [])
        chain.append(value)
        digests[stream] = hashlib.sha256(digests[stream] + value).digest()
        envelope = decode(value).envelope
        if position != number or version != len(chain) or digest != digests[stream]:
            wrong.append(f"{service}: chain of {stream} at version {version}, position {position}")
        if (envelope.stream, envelope.version, envelope.service) != (stream, version, service):
            wrong.append(f"{service}: {stream} version {version} says that it is another event")
    if published != len(rows):
        wrong.append(f"{service}: published {published} of {len(rows)}")
    if service == "plans" and reacted != len(rows):
        wrong.append(f"{service}: reacted to {reacted} of its own {len(rows)}")
    return wrong


async def _journal(platform: Platform, name: str, told: Events) -> list[str]:
    """Exactly the stores' bytes and digests; views are a fold of them; nobody waits, nobody is parked."""
    kinds = {view.kind for view in _views(name)}
    expected = {
        (key_of(stream), service): values
        for (service, stream), values in told.items()
        if service in LISTENS[name] and kind_of(key_of(stream)) in kinds
    }
    connection = await asyncpg.connect(platform.dsn(name))
    try:
        kept = await connection.fetch("select * from journal order by family, service, version")
        heads = await connection.fetch("select * from journal_heads where events > 0 or version > 0")
        due = await connection.fetch("select family from reactions where moves > reacted")
        strange = await connection.fetchval("select count(*) from quarantine")
        wrong = await broken_promises(connection, name)
        for view in _views(name):
            wrong += await _view(platform, connection, name, view, expected)
    finally:
        await connection.close()
    wrong += [f"{name}: nobody has reacted for {row['family']}" for row in due]
    wrong += [f"{name}: {strange} records in quarantine"] if strange else []
    return wrong + _chains(name, kept, heads, expected)


def _chains(
    name: str, kept: Sequence[asyncpg.Record], heads: Sequence[asyncpg.Record], expected: Events
) -> list[str]:
    """Each chain of a journal: gapless, chained with SHA-256, and what its store says."""
    wrong: list[str] = []
    chains: dict[Chain, list[bytes]] = {chain: [] for chain in expected}
    digests = {chain: bytes(32) for chain in expected}
    for row in kept:
        chain = (row["family"], row["service"])
        chains.setdefault(chain, []).append(row["value"])
        digests[chain] = hashlib.sha256(digests.get(chain, bytes(32)) + row["value"]).digest()
        if row["version"] != len(chains[chain]) or row["digest"] != digests[chain]:
            wrong.append(f"{name}: journal of {chain} at version {row['version']}")
    for chain, values in chains.items():
        if expected.get(chain, []) != values:
            wrong.append(
                f"{name}: journal of {chain} has {len(values)}, its store {len(expected.get(chain, []))}"
            )
    here = {
        (row["family"], row["service"]): (row["version"], row["digest"], row["events"], row["forked_at"])
        for row in heads
    }
    for chain, values in expected.items():
        if here.get(chain) != (len(values), digests[chain], len(values), None):
            wrong.append(f"{name}: head of {chain} is {here.get(chain)}")
    return wrong


def _views(name: str) -> Iterable[View]:
    if name == "overview":
        return VIEWS
    reference: View = import_module(f"services.{name}.reference").REFERENCE
    return (reference,)


async def _view(
    platform: Platform, connection: asyncpg.Connection, name: str, view: View, expected: Events
) -> list[str]:
    rows = await connection.fetch(
        "select * from views where view = $1 and view_version = $2", view.name, view.version
    )
    by_family = {row["family"]: row for row in rows}
    expected = {
        chain: values
        for chain, values in expected.items()
        if view.takes(chain[0]) and chain[1] in view.services
    }
    folds = {family: Folded(view, VOCABULARIES) for family, _ in expected}
    for (family, _), values in expected.items():
        for value in values:
            folds[family].add(decode(value))
    keys = FileKeys(platform.folder / "keys")
    wrong = [f"{name}: {view.name} of {family} comes from nowhere" for family in by_family.keys() - folds]
    for family, folded in folds.items():
        folded.advance()
        document = folded.document()
        [opened] = await open_all(keys, [orjson.loads(document)])
        row = by_family.get(family)
        if row is None:
            wrong.append(f"{name}: {view.name} of {family} is missing")
        elif row["parked"] or row["waiting"] or folded.waiting:
            wrong.append(f"{name}: {view.name} of {family} parked {row['parked']}, waiting {row['waiting']}")
        elif vector.parse(row["vector"]) != {s: v for s, v in folded.vector.items() if v}:
            wrong.append(f"{name}: {view.name} of {family} stands at {row['vector']}")
        elif row["document"] != document:
            wrong.append(f"{name}: {view.name} of {family} is no fold of the stores")
        elif (
            view.hashed
            and row["hash"] != state_hash(view.version, opened)
            # of whoever is forgotten the hash of before holds no more
            and not await forgotten_in(keys, document)
        ):
            wrong.append(f"{name}: {view.name} of {family} has another hash")
    return wrong


async def _topics(platform: Platform) -> list[str]:
    """Every event is in its topic, on its family's partition, and first occurrences are in order."""
    told: Events = {}
    wrong: list[str] = []
    for service in STORES:
        wrong += await _store(platform, service, told)
    heard = {service: await said(platform, service) for service in STORES}
    for (service, stream), values in told.items():
        if heard[service].get((service, stream)) != values:
            wrong.append(f"{service}: the topic tells {stream} otherwise than the store")
    return wrong


async def _until_nothing(wrong: Callable[[], object], seconds: float) -> list[str]:
    deadline = time.monotonic() + seconds
    while True:
        found: list[str] = await wrong()  # type: ignore[misc]
        if not found or time.monotonic() > deadline:
            return found
        await asyncio.sleep(0.2)
