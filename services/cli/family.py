"""A family, as whoever's token the settings name may see it: the plan, and what happened. Each reading is noted."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any

import orjson
import typer

from contracts.access import Kind
from contracts.overview import overview_pb2 as pb
from services.cli.asking import ask
from services.cli.plan_text import text
from services.cli.telling import AsJson, Family, examples, tell
from services.overview.shared_plan import SharedPlan
from services.overview.web.language import Language

_ID = "5b1c6e0a-7f5e-4d6e-9a53-0d2f6f0b7c11"
app = typer.Typer(
    help="A family's plan and history, asked of overview as the caller of HELHED_CALLER_TOKEN. Whoever may not read "
    "it is told so, and each reading is noted with its purpose.",
    no_args_is_help=True,
)


class Lang(StrEnum):
    """The languages that there are."""

    DANISH = "da"
    ENGLISH = "en"


class Part(StrEnum):
    """What of the history is told."""

    ALL = "all"
    PLAN = "plan"
    MEETINGS = "meetings"
    PEOPLE = "people"
    PROGRESS = "progress"


Chosen = Annotated[
    Lang, typer.Option("--lang", help="Of headings and sentences; words stay as they were said.")
]


@app.command(
    "show", epilog=examples(f"family show {_ID}", f"family show {_ID} --lang en", f"family show {_ID} --json")
)
def show(family: Family, lang: Chosen = Lang.DANISH, as_json: AsJson = False) -> None:
    """Show the family's plan as text. With --json: the plan, its vector, its hash and how fresh it is."""
    given = ask("GetFamilyPlan", pb.GetFamilyPlanRequest(family=family), lang)
    tell(as_json, [_record(given)], text(_plan(given), Language(lang, datetime.now(UTC))))


@app.command(
    "history",
    epilog=examples(
        f"family history {_ID}",
        f"family history {_ID} --lang en --part meetings",
        f"family history {_ID} --month 2026-03 --json",
    ),
)
def history(
    family: Family,
    lang: Chosen = Lang.DANISH,
    part: Annotated[Part, typer.Option(help="What of it.")] = Part.ALL,
    month: Annotated[str, typer.Option(help="One month alone, such as 2026-03.")] = "",
    as_json: AsJson = False,
) -> None:
    """Tell what happened to the family, one sentence for each event, the newest first. With --json: one event a line."""
    words = {"part": str(part)} | ({"month": month} if month else {})
    asked = pb.GetDocumentRequest(family=family, kind=Kind.HISTORY, language=lang, words=words)
    document = orjson.loads(ask("GetDocument", asked, lang).document)
    tell(as_json, _entries(document), sentences(document) or ["–"])


def sentences(document: Mapping[str, Any]) -> list[str]:
    """By month; what one meeting made stands under it."""
    told: list[str] = []
    for each in document["months"]:
        told += ["", each["month"]] if told else [each["month"]]
        for entry in each["entries"]:
            told += [_sentence(entry), *(f"    {_sentence(made)}" for made in entry["made"])]
    return told


def _sentence(entry: Mapping[str, Any]) -> str:
    by = entry["by"]["name"]
    return f"  {entry['day'][8:]}  {entry['sentence']}{f' ({by})' if by else ''}"


def _entries(document: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Each event, those that stand under a meeting after it."""
    for month in document["months"]:
        for entry in month["entries"]:
            yield {name: value for name, value in entry.items() if name != "made"}
            yield from entry["made"]


def _plan(given: pb.FamilyPlan) -> SharedPlan:
    return SharedPlan(
        given.family,
        given.state_no,
        given.vector,
        given.hash,
        given.plan,
        datetime.fromisoformat(given.freshness.as_of),
        given.freshness.waiting,
        given.freshness.stale,
        given.token,
    )


def _record(given: pb.FamilyPlan) -> dict[str, Any]:
    return {
        "family": given.family,
        "state_no": given.state_no,
        "vector": given.vector,
        "hash": given.hash.hex(),
        "view_version": given.view_version,
        "as_of": given.freshness.as_of,
        "waiting": given.freshness.waiting,
        "stale": given.freshness.stale,
        "plan": orjson.loads(given.plan),
    }
