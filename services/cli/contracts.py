"""What contracts/ promises: the catalogue of events. It asks nobody, and needs no settings."""

import json
from pathlib import Path
from typing import Annotated, Any

import typer

import contracts
from services.cli.telling import AsJson, NotDone, examples, table, tell

app = typer.Typer(help="What contracts/ promises. Needs no settings.", no_args_is_help=True)
_CATALOG = Path(contracts.__file__).with_name("catalog") / "catalog.json"


@app.callback()
def _group() -> None:
    """What contracts/ promises. Needs no settings."""


@app.command(
    "catalog",
    epilog=examples(
        "contracts catalog",
        "contracts catalog --of out",
        "contracts catalog --json | jq -r 'select(.special_category == \"health\").event'",
    ),
)
def catalog(
    of: Annotated[str, typer.Option(help="Events of one service alone; or `out`, `inbox`.")] = "",
    as_json: AsJson = False,
) -> None:
    """List every event: what it says, on which topic, how many fields. With --json: one event a line, each field with its
    type, data class, unit and code system, and an example."""
    events: list[dict[str, Any]] = json.loads(_CATALOG.read_text())
    tellers = list(dict.fromkeys(each["of"] for each in events))
    if of and of not in tellers:
        raise NotDone(f"nobody is called '{of}' there.", f"There are {', '.join(tellers)}.")
    events = [each for each in events if of in ("", each["of"])]
    tell(
        as_json,
        events,
        table(("event", "topic", "fields", "personal", "says"), [_row(each) for each in events]),
    )


def _row(event: dict[str, Any]) -> tuple[object, ...]:
    personal = sum(field["data_class"] == "personal" for field in event["fields"])
    says = " ".join(event["says"].partition("\n\n")[0].split())
    return event["event"], event["topic"], len(event["fields"]), personal, says
