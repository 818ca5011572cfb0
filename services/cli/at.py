"""One service's database, opened by the settings of that service: what most commands look at or work on."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from eventkeep import settings
from eventkeep.catchup.owner import NoAnswer, Owner
from eventkeep.journal import Journal
from eventkeep.node import Node, sql
from eventkeep.pg import TROUBLE
from eventkeep.view import View
from services.cli.telling import NotDone
from services.contacts.reference import REFERENCE as CONTACTS
from services.contacts.settings import Settings as ContactsSettings
from services.meetings.reference import REFERENCE as MEETINGS
from services.overview.settings import Settings as OverviewSettings
from services.overview.views import VIEWS as OVERVIEW
from services.plans.reference import REFERENCE as PLANS
from services.progress.reference import REFERENCE as PROGRESS
from services.words import LISTENS, VOCABULARIES

VIEWS: dict[str, Sequence[View]] = {
    "contacts": [CONTACTS],
    "meetings": [MEETINGS],
    "plans": [PLANS],
    "progress": [PROGRESS],
    "overview": OVERVIEW,
}
REACTS = ("contacts", "meetings", "plans")
"""The services that give themselves commands when the others speak."""
SETTINGS: dict[str, type[settings.Node]] = {"contacts": ContactsSettings, "overview": OverviewSettings}
"""Of those that have settings of their own."""

Service = Annotated[str, typer.Option(help="contacts, meetings, plans, progress or overview.")]
Work = Callable[[Journal, Node], Awaitable[Any]]


def known(service: str) -> str:
    """The name of a service that there is. Raises NotDone."""
    if service not in VIEWS:
        raise NotDone(f"there is no service {service!r}.", "", f"There are {', '.join(VIEWS)}.")
    return service


def given(service: str) -> Any:
    """What the command line itself is told, whatever the service's settings say: to be quiet, and to open no port."""
    # The service itself may run beside it, with its port of metrics.
    quiet: dict[str, Any] = dict.fromkeys(("metrics_port", "trace_file", "otlp_endpoint"))
    return {"service_name": service, "log_level": "ERROR", **quiet}


def migrations(service: str) -> list[Path]:
    """The folders that a service's database is made of."""
    kept = sql("journal") if service == "overview" else sql("store", "journal")
    own = Path(__file__).parents[1] / service / "sql"
    return [*kept, own] if own.is_dir() else kept


def run(service: str, work: Work) -> Any:
    """Does the work on a service's journal. Raises NotDone where it can't be done."""
    loaded = settings.load(settings.Node, **given(known(service)))

    async def do() -> Any:
        async with Node(loaded) as node:
            services = sorted(LISTENS[service])
            words = {name: VOCABULARIES[name] for name in services}
            return await work(Journal(node.pool, VIEWS[service], words, node.keys, service in REACTS), node)

    try:
        return asyncio.run(do())
    except LookupError as error:
        raise NotDone(f"{error.args[0] if error.args else 'nothing was found'}.") from None
    except TROUBLE as error:
        raise NotDone(
            f"the database of {service} can't be asked.",
            f"It says {type(error).__name__}.",
            "Check HELHED_POSTGRES_DSN, and see `helhed doctor`.",
        ) from None
    except NoAnswer as error:
        raise NotDone(
            "the service that owns the events does not answer.",
            f"It says {error.code().name}.",
            "Check HELHED_PEERS, and whether it runs: see `helhed doctor`.",
        ) from None


def owner_of(node: Node, service: str) -> Owner:
    """Where a service is asked for its events. Raises NotDone where the settings don't say."""
    if service not in node.settings.peers:
        raise NotDone(f"HELHED_PEERS doesn't say where {service!r} is.", "", "Add it, as name=host:port.")
    return Owner(node.settings.peers[service], node.service_token)
