"""How overview stands, for operations: freshness, what waits and for what, holes, parked families, digests that differ,
families that are shown otherwise than their stores say.

It names families by id and never a person; only callers of the kind `operations` see it. X-01.
"""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from contracts.access import may_see_operations
from eventkeep.edge.call import Caller
from eventkeep.pg import Pool, answering
from eventkeep.refused import Refused
from eventkeep.standing import Standing, look
from services.overview.views import VIEWS


class Operations:
    """Looks at overview's database, for who may see it."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool

    async def look(self, caller: Caller) -> Standing:
        """How it stands now. Raises Refused `operations_only`."""
        if not may_see_operations(caller.kind):
            raise Refused(
                "operations_only",
                "Only operations see this.",
                "X-01",
                "Ask those who run Helhed.",
                danish="Det ser kun driften.",
                danish_next="Spørg dem, der driver Helhed.",
            )
        with answering():
            return await look(self._pool, VIEWS)


def document(standing: Standing) -> dict[str, Any]:
    """What is served: strings, booleans, null and numbers. Lists name the first 200; `counts` speaks of all."""
    holes = [each for each in standing.broken if each.kind == "hole"]
    forks = [each for each in standing.broken if each.kind == "fork"]
    made: dict[str, Any] = _plain(
        {
            "at": standing.at,
            "all_well": not standing.needs_a_hand,
            "views": [asdict(each) for each in standing.views],
            "services": [_service(standing, service, lag) for service, lag in standing.lags.items()],
            "waiting": [asdict(each) for each in standing.waiting],
            "parked": [asdict(each) for each in standing.parked],
            "holes": [{"family": e.family, "service": e.service, "after": e.version} for e in holes],
            "differing": [{"family": e.family, "service": e.service, "version": e.version} for e in forks],
            "unlike": [asdict(each) for each in standing.unlike],
            "counts": {
                "waiting": sum(each.waiting for each in standing.views if each.current),
                "parked": sum(each.parked for each in standing.views if each.current),
                "holes": standing.holes,
                "differing": standing.forks,
                "unlike": standing.differs,
                "quarantined": standing.quarantined,
            },
        }
    )
    return made


def _service(standing: Standing, service: str, lag: float) -> dict[str, Any]:
    """How far a service was heard, in the partition that is furthest behind and in each; and how far compared."""
    marks = [each for each in standing.heard if each.service == service]
    return {
        "service": service,
        "as_of": min(each.at for each in marks),
        "lag_seconds": lag,
        "position": max(each.position for each in marks),
        "compared": standing.compared.get(service, 0),
        "partitions": [
            {"partition": each.partition, "as_of": each.at, "lag_seconds": each.lag_seconds} for each in marks
        ],
    }


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {name: _plain(value) for name, value in node.items()}
    if isinstance(node, list):
        return [_plain(each) for each in node]
    if isinstance(node, datetime):
        return node.isoformat()
    return round(node, 3) if isinstance(node, float) else node
