"""How much of each target programmes agreed on, where it is another number than the sources say. T01 to T14, T24."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import orjson

from contracts.progress.targets import TARGETS, Target
from eventkeep.pg import Connection
from services.overview.outcomes.targets import Definitions
from services.overview.programmes.view import PROGRAMME

_PROGRAMMES = "select document from views where view = $1 and view_version = $2 and state_no > 0"


async def agreed(connection: Connection) -> dict[str, Definitions]:
    """The targets of each programme that agreed on some, by its code, as they stand now."""
    rows = await connection.fetch(_PROGRAMMES, PROGRAMME.name, PROGRAMME.version)
    return of_programmes(orjson.loads(row["document"]) for row in rows)


def of_programmes(documents: Iterable[Mapping[str, Any]]) -> dict[str, Definitions]:
    """The same, from the documents of programmes."""
    found: dict[str, Definitions] = {}
    for each in documents:
        own = {Target(one["target"]): one["needed"] for one in each["targets"] if one["agreed"]}
        if own and each["code"]:
            found[each["code"]] = {
                target: replace(usual, needed=own.get(target, usual.needed))
                for target, usual in TARGETS.items()
            }
    return found
