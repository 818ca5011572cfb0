"""Who is informed of the plan: which version each attached professional saw last, who is behind, and since when.

"Seen" means that it was served. P26, INV-39.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from contracts.contacts.events import (
    AttachmentExpired,
    FamilyClosed,
    ProfessionalAttached,
    ProfessionalDetached,
)
from contracts.plans.events import PlanApproved
from eventkeep.clock import day_of
from eventkeep.vector import Vector
from services.overview.lead import lead, unknown
from services.overview.naming import names
from services.overview.readings import Seen
from services.overview.sentences import TOLD, Language, tell
from services.overview.tale import Happened


@dataclass(frozen=True, slots=True)
class Version:
    """An approval of the plan, counted from 1: those are the versions that people speak of. A23."""

    number: int
    plans: int
    approved_at: datetime


def document(
    plan: Mapping[str, Any],
    tale: Sequence[Happened],
    seen: Mapping[str, Seen],
    acknowledged: Mapping[str, Seen],
    day: date,
    language: Language,
) -> dict[str, Any]:
    """Those attached now, with what they saw last and the most important of what they don't know; and those who
    aren't any more, with when they lost access."""
    versions, since, lost = approvals(tale), *_attachments(tale)

    def row(who: Mapping[str, Any]) -> dict[str, Any]:
        began, reader = since[who["professional"]], f"professional:{who['professional']}"
        return {
            **{name: who[name] for name in ("professional", "name", "department", "on_team")},
            "attached_on": day_of(began).isoformat(),
            **_state(versions, began, seen.get(reader), day),
            **_unknown(tale, seen.get(reader), language),
            **_acknowledged(versions, acknowledged.get(reader)),
        }

    rows = [row(who) for who in plan["attached"] if who["professional"] in since]
    return {
        "version": len(versions),
        "attached": rows,
        "informed": sum(not row["behind"] for row in rows),
        "behind": sum(row["behind"] for row in rows),
        "detached": [
            {
                "professional": who["professional"],
                "name": who["name"],
                "lost_access_at": lost[who["professional"]].isoformat(),
            }
            for who in plan["formerly_attached"]
            if who["professional"] in lost
        ],
    }


def approvals(tale: Sequence[Happened]) -> list[Version]:
    """The plan's versions, first to last."""
    found = [each for each in tale if isinstance(each.event, PlanApproved)]
    return [Version(number, each.version, each.time) for number, each in enumerate(found, start=1)]


def version_at(versions: Sequence[Version], upto: Vector) -> int:
    """The number of the newest version that a vector holds; 0 where there is none."""
    return max((each.number for each in versions if each.plans <= upto.get("plans", 0)), default=0)


def _state(versions: Sequence[Version], attached: datetime, seen: Seen | None, day: date) -> dict[str, Any]:
    """Whoever never opened the plan is behind from the day of the attachment on."""
    has = version_at(versions, seen.vector) if seen else 0
    missed = [each.approved_at for each in versions if each.number > has]
    behind = seen is None or bool(missed)
    began = max(missed[0], attached) if missed else attached
    return {
        "version_seen": has if seen else None,
        "seen_at": seen and seen.at.isoformat(),
        "behind": behind,
        "behind_since": day_of(began).isoformat() if behind else None,
        "behind_days": max((day - day_of(began)).days, 0) if behind else 0,
    }


def _unknown(tale: Sequence[Happened], seen: Seen | None, language: Language) -> dict[str, Any]:
    """How many sentences somebody doesn't know, and those that are told first; of whoever knows nothing, none."""
    if seen is None:
        return {"unknown": None, "unknown_first": []}
    fresh = [each for each in unknown(tale, seen.vector) if each.actor != seen.reader]
    called = names(tale)
    first = [tell(TOLD[type(each.event)], each.event, called, language) for each in lead(fresh, tale)]
    return {"unknown": len(fresh), "unknown_first": first}


def _acknowledged(versions: Sequence[Version], said: Seen | None) -> dict[str, Any]:
    return {
        "version_acknowledged": version_at(versions, said.vector) if said else None,
        "acknowledged_at": said and said.at.isoformat(),
    }


def _attachments(tale: Sequence[Happened]) -> tuple[dict[str, datetime], dict[str, datetime]]:
    """Since when each is attached; and when each who isn't lost access. Attached anew in between changes nothing."""
    since: dict[str, datetime] = {}
    lost: dict[str, datetime] = {}
    for each in tale:
        match each.event:
            case ProfessionalAttached(professional=who):
                since.setdefault(who, each.time)
                lost.pop(who, None)
            case ProfessionalDetached(professional=who) | AttachmentExpired(professional=who):
                if since.pop(who, None):
                    lost[who] = each.time
            case FamilyClosed():
                lost |= dict.fromkeys(since, each.time)
                since = {}
            case _:
                pass
    return since, lost
