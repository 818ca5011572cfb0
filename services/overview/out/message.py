"""The messages of a department's topic, as values: CloudEvents in structured JSON, opened and masked. X-01, X-10."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import orjson

from contracts.contacts.events import ProfessionalAttached
from contracts.meetings.events import AgendaAgreed
from contracts.out.events import FamilyPlanRevoked, FamilyPlanTold
from contracts.plans.events import AssessmentRequested, AssessmentShared, InformationRequested
from contracts.shapes import Event
from eventkeep import vector
from eventkeep.cloudevent import Told
from eventkeep.sealing import subject_of
from services.overview.out.editions import OLDER, Downcaster, Edition, Outlet, older, unchanged
from services.overview.sentences import TOLD
from services.words import VOCABULARIES

_WHY = ("basis", "reason", "evidence", "employer")
_ELSEWHERE = ("handover", "continued_in", "moved_to", "split_from", "into", "custody", "set_here")
_HEALTH = ("recommendation", "icf_domain", "icf_domains")
_DECIDED = (
    *("accepted_by", "chosen_by", "decided_by", "deciders", "health_professionals"),
    *("sent_by", "sent_by_kind", "shared_by", "signed_by"),
)
WITHHELD = frozenset((*_WHY, *_ELSEWHERE, *_HEALTH, *_DECIDED))
"""Fields that no attached professional is shown: why somebody may, what leads to another home (X-06), what was found out
of somebody's health, and who decided or did it where the plan doesn't say. Of a reason that the plan shows, such as why a
goal was closed, the words stay."""
WITHHELD_OF: Mapping[type[Event], frozenset[str]] = {
    AgendaAgreed: frozenset(("agreed_by",)),
    AssessmentRequested: frozenset(("person",)),
    AssessmentShared: frozenset(("consented_by",)),
    InformationRequested: frozenset(("purpose",)),
    ProfessionalAttached: frozenset(("purpose",)),
}
"""Of one event alone: other events' fields of that name are shown."""


def withheld(kind: type[Event]) -> frozenset[str]:
    """What isn't told of such an event, wherever in it that stands."""
    return WITHHELD | WITHHELD_OF.get(kind, frozenset())


def masked(told: Told, kind: type[Event], shown: frozenset[str]) -> dict[str, Any]:
    """What an event says, without what nobody attached is shown: a sealed text stays only where the plan shows it."""
    never = withheld(kind)

    def is_shown(node: Any) -> bool:
        return isinstance(node, str) and subject_of(node) is not None and node in shown

    def kept(node: Any) -> Any:
        if isinstance(node, str):
            return node if subject_of(node) is None or is_shown(node) else None
        if isinstance(node, dict):
            return {name: kept(value) for name, value in node.items() if name not in never or is_shown(value)}
        return [kept(each) for each in node] if isinstance(node, list) else node

    said: dict[str, Any] = kept(told.data)
    return said


def led(
    events: Iterable[Told],
    shown: frozenset[str],
    versions: Mapping[str, tuple[str, Downcaster]] = OLDER,
) -> list[dict[str, Any]]:
    """The events that are told to everybody attached, masked, their texts still sealed; in older versions too."""
    return [
        {
            "ref": vector.text({each.envelope.service: each.envelope.version}),
            "type": each.envelope.type,
            "time": each.envelope.time,
            "occurred_at": each.envelope.occurred_at,
            "data": (said := masked(each, kind, shown)),
            "also": older(each.envelope.type, said, versions),
        }
        for each in events
        if (kind := type(VOCABULARIES[each.envelope.service].read(each))) in TOLD
    ]


def encoded(
    event: FamilyPlanTold | FamilyPlanRevoked, outlet: Outlet, now: datetime, say: Edition = unchanged
) -> bytes:
    """The record's value, as the outlet's edition says it. Its id is the same when this is sent again."""
    said = say(event)
    data = said.model_dump(mode="json")
    return orjson.dumps(
        {
            "specversion": "1.0",
            "id": f"{outlet.name}/{event.family}/{event.grant}/{event.state_no}/{_kind(event)}",
            "source": "/helhed/overview",
            "type": said.wire,
            "subject": f"family/{event.family}",
            "time": now.isoformat(),
            "datacontenttype": "application/json",
            "dataschema": f"urn:helhed:event:{said.wire}",
            "partitionkey": event.family,
            "data": data,
        },
        option=orjson.OPT_SORT_KEYS,
    )


def _kind(event: Event) -> str:
    return event.wire.split(".")[2]
