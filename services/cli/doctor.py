"""`doctor`: looks at all that a service leans on, and says of each what isn't well, why, and what to do."""

import asyncio
import logging
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import typer

from eventkeep.pg import TROUBLE, pool, session
from eventkeep.settings import Node
from eventkeep.standing import Heard, look
from services.cli.at import VIEWS, Service, known
from services.cli.checks import database, journal, owners, settings, topics
from services.cli.checks.finding import Finding, wrong
from services.cli.telling import FINE, FOUND, AsJson, examples, tell

EXAMPLES = examples("doctor", "doctor --service plans", "doctor --json | grep '\"ok\": false'")


def doctor(service: Service = "overview", as_json: AsJson = False) -> None:
    """Look at settings, PostgreSQL, Kafka, the other services, freshness, holes, forks, parked families and clocks.
    Nothing is changed. Exit code 1 where something needs a hand."""
    logging.getLogger("aiokafka").setLevel(logging.CRITICAL)  # what it says is told as a finding
    found, read = settings.loaded(known(service))
    if read is not None:
        found += asyncio.run(_looked_at(service, read))
    tell(as_json, map(asdict, found), text(found))
    raise typer.Exit(FINE if all(each.ok for each in found) else FOUND)


async def _looked_at(service: str, read: Node) -> list[Finding]:
    """Each subject beside the others: one that doesn't answer keeps nobody waiting."""
    found = await asyncio.gather(
        _database(service, read),
        topics.look(read),
        owners.look(service, read),
    )
    return [finding for findings in found for finding in findings]


async def _database(service: str, read: Node) -> list[Finding]:
    dsn = read.postgres_dsn.get_secret_value()
    try:
        connection = await session(dsn)
    except TROUBLE as error:
        return [_away(error)]
    try:
        found = await database.look(connection, service, read.postgres_connections)
        if any(each.check == "migrations" and not each.ok for each in found):
            return found  # the tables may not be there
        if service != "overview":
            found += await journal.relay(connection)
        async with await pool(dsn, 2) as connections:
            standing = await look(connections, VIEWS[service])
        return [*found, *database.ahead(_ahead(standing.heard)), *journal.findings(service, standing)]
    except TROUBLE as error:
        return [_away(error)]
    finally:
        connection.terminate()


def _ahead(heard: Sequence[Heard]) -> list[tuple[str, float]]:
    """By how many seconds each service's youngest watermark lies in the future."""
    youngest = {each.service: 0.0 for each in heard}
    for each in heard:
        youngest[each.service] = max(youngest[each.service], -each.lag_seconds)
    return sorted(youngest.items())


def _away(error: Exception) -> Finding:
    return wrong(
        "database",
        "The database can't be asked.",
        f"It says {type(error).__name__}.",
        "Check HELHED_POSTGRES_DSN, and whether PostgreSQL runs and lets this machine in.",
    )


def text(found: Sequence[Finding]) -> Iterator[str]:
    """A line for each finding; where something is wrong, why and what to do under it."""
    for each in found:
        yield f"{'ok   ' if each.ok else 'WRONG'}  {each.check:17}  {each.what}"
        if not each.ok:
            yield f"{'':26}why:  {each.why}"
            yield f"{'':26}next: {each.next}"
    bad = sum(not each.ok for each in found)
    yield f"{bad} of {len(found)} need a hand." if bad else f"All {len(found)} are well."
