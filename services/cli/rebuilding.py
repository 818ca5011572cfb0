"""`projections`, too: a view folded anew beside what is shown, paused, verified by its stores."""

import json
import sys
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from typing import Annotated, Any

import typer

from eventkeep import generations
from eventkeep.anew import Anew, Progress
from eventkeep.generations import State
from eventkeep.journal import Journal
from eventkeep.likeness import BAD, Likeness
from eventkeep.node import Node
from eventkeep.refolded import Refolding, dry_run
from eventkeep.switch import Switched
from eventkeep.verifying import Verify
from eventkeep.view import View
from services import rebuilding
from services.cli.at import VIEWS, Service, known, run
from services.cli.telling import FINE, FOUND, AsJson, NotDone, examples, tell
from services.words import VOCABULARIES

app = typer.Typer()
Named = Annotated[
    str,
    typer.Option("--view", help="Which view; the one that has hashes, or the service's only one, if unsaid."),
]
Work = Callable[[Journal, Node, View], Awaitable[Any]]
_LISTED = 20


@app.command(
    "rebuild",
    epilog=examples(
        "projections rebuild --dry-run",
        "projections rebuild",
        "projections rebuild --service plans --processes 2",
    ),
)
def rebuild(
    service: Service = "overview",
    view: Named = "",
    only_compare: Annotated[
        bool, typer.Option("--dry-run", help="Fold and compare with what is shown; write nothing.")
    ] = False,
    force: Annotated[bool, typer.Option("--force", help="Show it also where it differs.")] = False,
    keep: Annotated[bool, typer.Option("--keep/--drop", help="What becomes of the rows of before.")] = True,
    from_kept: Annotated[
        bool, typer.Option("--from-kept", help="Show the rows of before again, brought up to date.")
    ] = False,
    processes: Annotated[int, typer.Option(min=1, help="How many processes fold, on this machine.")] = 1,
    join: Annotated[
        bool, typer.Option("--join", help="Help with a rebuild that was begun elsewhere, and end.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Fold a view anew beside the one that is shown, while events go on, and show it once it is whole. Give it again to go
    on after a crash. Exit code 1 where families differ and it was therefore not shown."""
    if only_compare:
        _dry_run(service, view, as_json)
    if join:
        _at(service, view, lambda journal, node, found: _join(node, found))
        raise typer.Exit(FINE)

    async def work(journal: Journal, node: Node, found: View) -> Switched:
        anew = Anew(node.pool, found, VOCABULARIES, node.keys)
        await anew.begin(from_kept)
        async with rebuilding.joined_by(processes - 1, service, found):
            await rebuilding.fold(anew, lambda p: _progress(p, as_json))
        switched = await rebuilding.until_shown(anew, journal, node, force, lambda p: _progress(p, as_json))
        if switched.done and not keep:
            await rebuilding.drop(node.pool, found, State.KEPT)
        return switched

    switched: Switched = _at(service, view, work)
    _tell({Likeness.SAME: switched.same, **switched.found}, as_json)
    _say(
        "It is shown." if switched.done else "It is not shown: give --force, or `drop --unfinished`.", as_json
    )
    raise typer.Exit(FINE if switched.done else FOUND)


@app.command("pause", epilog=examples('projections pause "moving the database"'))
def pause(
    reason: Annotated[str, typer.Argument(help="Why, for those who look later. Nothing personal.")],
    service: Service = "overview",
    view: Named = "",
    as_json: AsJson = False,
) -> None:
    """Fold nothing more into what is shown; events are kept all the same. Who may read is never paused."""
    _at(service, view, lambda journal, node, found: generations.pause(node.pool, found, reason))
    tell(as_json, [{"paused": True, "reason": reason}], ["It is paused, and shown as stale."])


@app.command("resume", epilog=examples("projections resume"))
def resume(service: Service = "overview", view: Named = "", as_json: AsJson = False) -> None:
    """Go on folding, from what was kept meanwhile."""
    _at(service, view, lambda journal, node, found: generations.pause(node.pool, found, None))
    tell(as_json, [{"paused": False}], ["It goes on, from what was kept meanwhile."])


@app.command("drop", epilog=examples("projections drop", "projections drop --unfinished"))
def drop(
    service: Service = "overview",
    view: Named = "",
    unfinished: Annotated[
        bool, typer.Option("--unfinished", help="Give up a rebuild that isn't shown yet, instead.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Remove the rows that were shown before the last rebuild or the last version."""
    state = State.BUILDING if unfinished else State.KEPT
    count = _at(service, view, lambda journal, node, found: rebuilding.drop(node.pool, found, state))
    tell(as_json, [{"dropped": count}], [f"{count} rows are gone."])


@app.command("verify", epilog=examples("projections verify", "projections verify --all --json"))
def verify(
    service: Service = "overview",
    view: Named = "",
    sample: Annotated[int, typer.Option(min=1, help="How many families, by chance.")] = 100,
    every: Annotated[bool, typer.Option("--all", help="Every family.")] = False,
    as_json: AsJson = False,
) -> None:
    """Compare what is shown with a fold of the stores. Exit code 1 where a family differs."""

    async def work(journal: Journal, node: Node, found: View) -> dict[Likeness, list[str]]:
        owners = rebuilding.owners(node, found.services)
        verifying = Verify(node.pool, Refolding(found, VOCABULARIES, node.keys), owners)
        return await rebuilding.verified(verifying, None if every else sample)

    _end(_at(service, view, work), as_json)


async def _join(node: Node, view: View) -> None:
    anew = Anew(node.pool, view, VOCABULARIES, node.keys)
    await anew.join()
    await rebuilding.fold(anew, lambda progress: None)


def _dry_run(service: str, view: str, as_json: bool) -> None:
    async def work(journal: Journal, node: Node, found: View) -> dict[Likeness, list[str]]:
        all_found: dict[Likeness, list[str]] = {}
        async with aclosing(dry_run(node.pool, Refolding(found, VOCABULARIES, node.keys))) as pages:
            async for page in pages:
                rebuilding.join(all_found, page)
        return all_found

    _end(_at(service, view, work), as_json)


def _at(service: str, view: str, work: Work) -> Any:
    """Does the work on a view of a service's journal; raises NotDone where it can't be done."""
    views = {each.name: each for each in VIEWS[known(service)]}
    if view and view not in views:
        raise NotDone(f"there is no view {view!r}.", "", f"There are {', '.join(views)}.")
    found = (
        views[view] if view else next((each for each in views.values() if each.hashed), [*views.values()][-1])
    )
    return run(service, lambda journal, node: work(journal, node, found))


def _progress(progress: Progress, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"families": progress.families, "due": progress.due, "left": progress.seconds_left}))
        return
    left = "" if progress.seconds_left is None else f", about {progress.seconds_left:.0f} s left"
    print(f"{progress.due:,} of {progress.families:,} families are due{left}", file=sys.stderr)


def _end(found: dict[Likeness, list[str]], as_json: bool) -> None:
    _tell(found, as_json)
    raise typer.Exit(FOUND if any(found.get(each) for each in BAD) else FINE)


def _tell(found: Mapping[Likeness, Sequence[str] | int], as_json: bool) -> None:
    """How many families compare in which way, and which those are that aren't the same."""
    named = {each: families for each, families in found.items() if not isinstance(families, int)}
    named.pop(Likeness.SAME, None)
    counts = {
        str(each): count if isinstance(count := found.get(each, 0), int) else len(count) for each in Likeness
    }
    if as_json:
        for each, families in named.items():
            for family in families:
                print(json.dumps({"family": family, "likeness": each}))
        print(json.dumps(counts))
        return
    for each, families in named.items():
        listed = ", ".join(families[:_LISTED]) + (" …" if len(families) > _LISTED else "")
        print(f"{each:8} {listed}")
    print(", ".join(f"{name} {count}" for name, count in counts.items()))


def _say(sentence: str, as_json: bool) -> None:
    if not as_json:
        print(sentence)
