"""Who is in contact with the family: direct and consulted, since when and why, and how many against admission.

For those who coordinate, and for the family itself. INV-05 to INV-09, T12, T24.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from contracts.contacts.events import ConsultationRequested, ContactEnded, ContactStarted
from services.overview.one_meeting import day
from services.overview.tale import Happened


def document(plan: Mapping[str, Any], tale: Sequence[Happened]) -> dict[str, Any]:
    """The map as the plan shows it, with when each contact began and the reason that was given then; and since when
    somebody is consulted."""
    began, asked = _began(tale), _asked(tale)
    known = {each["professional"]: each for each in (*plan["formerly_attached"], *plan["attached"])}
    contacts = plan["contacts"]
    now, then = len(contacts["direct"]), contacts["direct_at_admission"]
    return {
        "primary_contact": plan["primary_contact"],
        "coordinator": plan["coordinator"],
        "direct": [_contact(who, known, began.get(("direct", who)), plan) for who in contacts["direct"]],
        "secondary": [
            _contact(who, known, began.get(("secondary", who)), plan) for who in contacts["secondary"]
        ],
        "consultants": [
            {
                "professional": each["consultant"],
                "name": known.get(each["consultant"], {}).get("name"),
                "since": asked.get(each["consultation"]),
                "topic": each["topic"],
                "given": each["given"],
            }
            for each in plan["consultations"]
        ],
        "direct_now": now,
        "direct_at_admission": then,
        "fewer": None if then is None else then - now,
        "above_threshold": contacts["above_threshold"],
        "agreed": contacts["agreed"],
    }


def _began(tale: Sequence[Happened]) -> dict[tuple[str, str], tuple[str, str | None, str | None]]:
    """When each contact that goes on began, and why."""
    began: dict[tuple[str, str], tuple[str, str | None, str | None]] = {}
    for each in tale:
        match each.event:
            case ContactStarted() as event:
                since = day(each.occurred_at).isoformat()
                began[str(event.kind), event.professional] = since, event.reason, event.alternative
            case ContactEnded() as event:
                began.pop((str(event.kind), event.professional), None)
            case _:
                pass
    return began


def _asked(tale: Sequence[Happened]) -> dict[str, str]:
    """The day on which each consultation was asked for."""
    return {
        each.event.consultation: day(each.occurred_at).isoformat()
        for each in tale
        if isinstance(each.event, ConsultationRequested)
    }


def _contact(
    who: str,
    known: Mapping[str, Mapping[str, Any]],
    began: tuple[str, str | None, str | None] | None,
    plan: Mapping[str, Any],
) -> dict[str, Any]:
    since, why, instead_of = began or (None, None, None)
    named = known.get(who, {})
    return {
        "professional": who,
        "name": named.get("name"),
        "department": named.get("department"),
        "profession": named.get("profession"),
        "on_team": who in plan["team"],
        "since": since,
        "why": why,
        "alternative_considered": instead_of,
    }
