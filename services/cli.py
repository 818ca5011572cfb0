"""`helhed`: the command line of operations. Reads the settings of the service that it is asked about."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Sequence
from typing import Annotated, Any

import typer

from eventkeep import settings, vector
from eventkeep.catchup.owner import NoAnswer, Owner
from eventkeep.journal import Journal
from eventkeep.node import Node
from eventkeep.pg import UNREACHABLE
from eventkeep.verify import Verdict, verify
from eventkeep.view import View
from services import cli_rebuilding
from services.contacts.reference import REFERENCE as CONTACTS
from services.meetings.reference import REFERENCE as MEETINGS
from services.overview.access import ACCESS
from services.overview.family_plan import FAMILY_PLAN
from services.plans.reference import REFERENCE as PLANS
from services.progress.reference import REFERENCE as PROGRESS
from services.words import LISTENS, VOCABULARIES

VIEWS: dict[str, Sequence[View]] = {
    "contacts": [CONTACTS],
    "meetings": [MEETINGS],
    "plans": [PLANS],
    "progress": [PROGRESS],
    "overview": [ACCESS, FAMILY_PLAN],
}

REACTS = ("contacts", "plans")
"""The services that give themselves commands when the others speak."""

SAID = {
    Verdict.SAME: "It is the same.",
    Verdict.OTHER: "It is another: this is not what was shown at that version, or not by this version of the view.",
    Verdict.VOID: "It is void: somebody in the plan was forgotten since, and nobody can tell any more.",
    Verdict.UNKNOWN: "That version of the plan can't be folded from this journal.",
}

helhed = typer.Typer(help=__doc__, no_args_is_help=True, add_completion=False)
parked = typer.Typer(
    help="Families that stand still since an event could not be folded.", no_args_is_help=True
)
helhed.add_typer(parked, name="parked")
helhed.add_typer(cli_rebuilding.projections, name="projections")
Service = Annotated[str, typer.Option(help="contacts, meetings, plans, progress or overview.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
Family = Annotated[str, typer.Argument(help="The family's id.")]


@parked.command("list")
def list_parked(service: Service = "overview", as_json: AsJson = False) -> None:
    """List what stands still, and why. Exit code 1 where anything does."""
    rows = run(service, lambda journal, node: journal.parked())
    for row in rows:
        if as_json:
            print(json.dumps(dict(row), default=str))
        else:
            print(
                f"{row['family']}  {row['view']}  {row['parked']}  last good state at {row['vector'] or 'nothing'}"
            )
    if not rows and not as_json:
        print("Nothing stands still.")
    raise typer.Exit(1 if rows else 0)


@parked.command("show")
def show_parked(family: Family, service: Service = "overview", as_json: AsJson = False) -> None:
    """Show how far each chain of a family has come: versions, holes and forks. Never what the events say."""
    for row in run(service, lambda journal, node: journal.chains(family)):
        told = dict(row)
        if as_json:
            print(json.dumps(told, default=str))
        else:
            state = f"forked at {told['forked_at']}" if told["forked_at"] else "whole"
            state = f"a hole after {told['version']}" if told["events"] > told["version"] else state
            print(f"{told['service']:10} {told['version']:6} of {told['events']} events here, {state}")


@parked.command("replay")
def replay_parked(
    family: Family,
    service: Service = "overview",
    trust_store: Annotated[
        str, typer.Option(help="Settle a fork of this service's chain by what its store says.")
    ] = "",
) -> None:
    """Fold a family anew from the journal. Exit code 1 where it still stands still."""

    async def replay(journal: Journal, node: Node) -> bool:
        if trust_store:
            await journal.trust_store(family, trust_store, await _chain(node, trust_store, family))
        else:
            await journal.refold([family])
        return any(row["family"] == family for row in await journal.parked())

    still = run(service, replay)
    print("It still stands still: see `parked list`." if still else "It is folded anew.")
    raise typer.Exit(1 if still else 0)


@helhed.command("verify")
def verify_hash(
    family: Family,
    at: Annotated[str, typer.Argument(help="The vector that was shown with it: contacts=7,plans=12.")],
    hashed: Annotated[str, typer.Argument(help="The hash, in hexadecimal.")],
) -> None:
    """Fold a family's plan again to a vector, and compare its hash. Exit code 1 where it isn't the same."""
    try:
        wanted, shown = vector.parse(at), bytes.fromhex(hashed)
    except ValueError:
        print("Not done: a vector is like contacts=7,plans=12, and a hash is hexadecimal.", file=sys.stderr)
        raise typer.Exit(2) from None
    verdict = run(
        "overview",
        lambda journal, node: verify(node.pool, FAMILY_PLAN, VOCABULARIES, node.keys, family, wanted, shown),
    )
    print(SAID[verdict])
    raise typer.Exit(0 if verdict is Verdict.SAME else 1)


async def _chain(node: Node, service: str, family: str) -> list[bytes]:
    """All that a service's store holds of a family, read before anything is changed here."""
    owner = Owner(node.settings.peers[service], node.service_token)
    try:
        return [e.value async for events in owner.stream(f"family/{family}", 0) for e in events]
    finally:
        await owner.close()


def run(service: str, work: Callable[[Journal, Node], Awaitable[Any]]) -> Any:
    """Does the work on a service's journal. Trouble is told in a sentence, with exit code 2."""
    if service not in VIEWS:
        print(f"There is no service {service!r}. There are: {', '.join(VIEWS)}.", file=sys.stderr)
        raise typer.Exit(2)
    # The service itself may run beside it, with its port of metrics.
    quiet: dict[str, Any] = dict.fromkeys(("metrics_port", "trace_file", "otlp_endpoint"))
    given = settings.load(settings.Node, service_name=service, log_level="ERROR", **quiet)

    async def work_on() -> Any:
        async with Node(given) as node:
            services = sorted(LISTENS[service])
            words = {name: VOCABULARIES[name] for name in services}
            return await work(Journal(node.pool, VIEWS[service], words, node.keys, service in REACTS), node)

    try:
        return asyncio.run(work_on())
    except LookupError as error:
        print(f"Not done: {error}.", file=sys.stderr)
    except UNREACHABLE as error:
        print(
            f"The database does not answer ({type(error).__name__}). Check HELHED_POSTGRES_DSN.",
            file=sys.stderr,
        )
    except NoAnswer as error:
        print(f"The service that owns the events does not answer ({error.code().name}).", file=sys.stderr)
    raise typer.Exit(2)


if __name__ == "__main__":
    helhed()
