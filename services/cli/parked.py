"""Families that stand still since an event could not be folded, or since a chain forked."""

from typing import Annotated, Any

import typer

from eventkeep.journal import Journal
from eventkeep.node import Node
from eventkeep.streams import stream_of
from services.cli.at import Service, owner_of, run
from services.cli.telling import FINE, FOUND, AsJson, Family, examples, tell

app = typer.Typer(help="Families that stand still since an event could not be folded.", no_args_is_help=True)


@app.command(
    "list", epilog=examples("parked list", "parked list --service plans", "parked list --json | wc -l")
)
def list_parked(service: Service = "overview", as_json: AsJson = False) -> None:
    """List what stands still, and why. Exit code 1 where anything does."""
    rows = [dict(row) for row in run(service, lambda journal, node: journal.parked())]
    text = [
        f"{r['family']}  {r['view']}  {r['parked']}  last good state at {r['vector'] or 'nothing'}"
        for r in rows
    ]
    tell(as_json, rows, text or ["Nothing stands still."])
    raise typer.Exit(FOUND if rows else FINE)


@app.command("show", epilog=examples("parked show 5b1c6e0a-7f5e-4d6e-9a53-0d2f6f0b7c11"))
def show_parked(family: Family, service: Service = "overview", as_json: AsJson = False) -> None:
    """Show how far each chain of a family has come: versions, holes and forks. Never what the events say."""
    rows = [dict(row) for row in run(service, lambda journal, node: journal.chains(family))]
    text = [f"{r['service']:10} {r['version']:6} of {r['events']} events here, {_state(r)}" for r in rows]
    tell(as_json, rows, text or ["Nothing of this family is here."])


@app.command(
    "replay",
    epilog=examples(
        "parked replay 5b1c6e0a-7f5e-4d6e-9a53-0d2f6f0b7c11",
        "parked replay 5b1c6e0a-7f5e-4d6e-9a53-0d2f6f0b7c11 --trust-store plans",
    ),
)
def replay_parked(
    family: Family,
    service: Service = "overview",
    trust_store: Annotated[
        str, typer.Option(help="Settle a fork of this service's chain by what its store says.")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """Fold a family anew from the journal. Exit code 1 where it still stands still."""

    async def replay(journal: Journal, node: Node) -> bool:
        if trust_store:
            await journal.trust_store(family, trust_store, await _chain(node, trust_store, family))
        else:
            await journal.refold([family])
        return any(row["family"] == family for row in await journal.parked())

    still = run(service, replay)
    said = "It still stands still: see `helhed parked list`." if still else "It is folded anew."
    tell(as_json, [{"family": family, "parked": still}], [said])
    raise typer.Exit(FOUND if still else FINE)


def _state(chain: dict[str, Any]) -> str:
    if chain["forked_at"]:
        return f"forked at {chain['forked_at']}"
    return f"a hole after {chain['version']}" if chain["events"] > chain["version"] else "whole"


async def _chain(node: Node, service: str, family: str) -> list[bytes]:
    """All that a service's store holds of a family, read before anything is changed here."""
    owner = owner_of(node, service)
    try:
        return [e.value async for events in owner.stream(stream_of(family), 0) for e in events]
    finally:
        await owner.close()
