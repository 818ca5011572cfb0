"""The views of a service: how each stands, how fresh it is, and what it waits for."""

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Annotated, Any

import typer

from eventkeep.differing import Compared, compare
from eventkeep.journal import Journal
from eventkeep.node import Node
from eventkeep.standing import Standing, look
from services.cli.at import VIEWS, Service, owner_of, run
from services.cli.telling import FINE, FOUND, AsJson, examples, lasted, table, tell
from services.words import LISTENS

app = typer.Typer(help="Views: how they stand, how fresh they are, what they wait for.", no_args_is_help=True)


@app.callback()
def views() -> None:
    """Views: how they stand, how fresh they are, what they wait for."""


@app.command(
    "status",
    epilog=examples(
        "projections status",
        "projections status --service plans",
        "projections status --quick --json",
    ),
)
def status(
    service: Service = "overview",
    quick: Annotated[
        bool, typer.Option("--quick", help="Don't ask the other services for their digests.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Show views, freshness, what waits and for what, what is parked, holes, forks, families that are shown otherwise
    than their stores say, and chains whose digest differs from the store's. Exit code 1 where something needs a hand;
    what waits shorter than 30 seconds doesn't."""

    async def read(journal: Journal, node: Node) -> tuple[Standing, dict[str, Compared]]:
        compared = {} if quick else await _compared(node, service)
        return await look(node.pool, VIEWS[service]), compared

    standing, compared = run(service, read)
    tell(as_json, records(standing, compared), text(standing, compared))
    raise typer.Exit(FOUND if needs_a_hand(standing, compared) else FINE)


async def _compared(node: Node, service: str) -> dict[str, Compared]:
    """The stores of all that a service listens to, compared with its journal."""
    kinds = {view.kind for view in VIEWS[service]}
    owners = {each: owner_of(node, each) for each in sorted(LISTENS[service])}
    try:
        found = await asyncio.gather(
            *(compare(node.pool, each, owner, kinds) for each, owner in owners.items())
        )
    finally:
        await asyncio.gather(*(owner.close() for owner in owners.values()))
    return dict(zip(owners, found, strict=True))


def needs_a_hand(standing: Standing, compared: Mapping[str, Compared]) -> bool:
    """Whether something is there that doesn't pass by itself."""
    differ = any(each.differ or each.trouble for each in compared.values())
    return differ or standing.needs_a_hand


def records(standing: Standing, compared: Mapping[str, Compared]) -> Iterator[dict[str, Any]]:
    """One object for each thing that there is to say. `what` names its kind: `view`, `partition`, `waiting`, `parked`,
    `hole`, `fork`, `unlike`, `differs`, `compared`, and `counts` last."""
    yield from ({"what": "view", **asdict(each)} for each in standing.views)
    yield from ({"what": "partition", **asdict(each)} for each in standing.heard)
    yield from ({"what": "waiting", **asdict(each)} for each in standing.waiting)
    yield from ({"what": "parked", **asdict(each)} for each in standing.parked)
    yield from ({"what": "unlike", **asdict(each)} for each in standing.unlike)
    differ = [each for found in compared.values() for each in found.differ]
    for broken in (*standing.broken, *differ):
        named = asdict(broken)
        yield {"what": named.pop("kind"), **named}
    for service, found in compared.items():
        of_store = {"streams": found.streams, "behind": found.behind, "trouble": found.trouble}
        yield {"what": "compared", "service": service, **of_store}
    counts = {"holes": standing.holes, "forks": standing.forks, "quarantined": standing.quarantined}
    yield {
        "what": "counts",
        "at": standing.at,
        **counts,
        "unlike": standing.differs,
        "differing": len(differ),
    }


def text(standing: Standing, compared: Mapping[str, Compared]) -> Iterator[str]:
    """The same for people: tables, then only what there is."""
    yield from table(
        ("view", "version", "families", "lacking", "parked", "waiting"),
        [(e.view, e.version, e.families, e.lacking, e.parked, e.waiting) for e in standing.views],
    )
    yield ""
    yield from table(
        ("service", "behind", "partition", "position", "digests"), _freshness(standing, compared)
    )
    for title, rows in _lists(standing, compared):
        if rows:
            yield ""
            yield title
            yield from (f"  {row}" for row in rows)
    yield ""
    yield (
        "Something needs a hand: see `helhed doctor`." if needs_a_hand(standing, compared) else "All is well."
    )


def _freshness(standing: Standing, compared: Mapping[str, Compared]) -> list[tuple[object, ...]]:
    """A line for each service: the partition that is furthest behind."""
    rows: list[tuple[object, ...]] = []
    for service, lag in standing.lags.items():
        last = max((e for e in standing.heard if e.service == service), key=lambda e: e.lag_seconds)
        rows.append((service, lasted(lag), last.partition, last.position, _digests(compared.get(service))))
    return rows


def _digests(found: Compared | None) -> str:
    if found is None:
        return "not compared"
    if found.trouble:
        return f"not compared: {found.trouble}"
    differ = f"{len(found.differ)} of {found.streams} differ" if found.differ else f"{found.streams} the same"
    return f"{differ}, {found.behind} events on their way" if found.behind else differ


def _lists(standing: Standing, compared: Mapping[str, Compared]) -> Iterator[tuple[str, list[str]]]:
    yield (
        "Waiting, not shown yet:",
        [
            f"{e.family}  {e.view}  {e.service}={e.version} waits for {e.missing}"
            f"{', which never arrived' if e.why == 'hole' else ''}, "
            f"recorded {lasted((standing.at - e.recorded_at).total_seconds())} ago"
            for e in standing.waiting
        ],
    )
    yield (
        "Parked, the last good state is shown:",
        [
            f"{e.family}  {e.view} {e.version}  {e.reason}  at {e.vector or 'nothing'}"
            for e in standing.parked
        ],
    )
    yield (
        "Broken chains:",
        [
            f"{e.family}  {e.service}  {'a hole after' if e.kind == 'hole' else 'forked at'} {e.version}"
            for e in standing.broken
        ],
    )
    yield (
        "Shown otherwise than the stores say:",
        [
            f"{e.family}  {e.view}  {e.likeness}, found {lasted((standing.at - e.at).total_seconds())} ago"
            for e in standing.unlike
        ],
    )
    differ = [e for found in compared.values() for e in found.differ]
    yield (
        "Digests that differ from the store's:",
        [f"{e.family}  {e.service}={e.version}" for e in differ],
    )
    if standing.quarantined:
        yield "Quarantine:", [f"{standing.quarantined} records of the topics are no events of ours."]
