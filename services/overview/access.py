"""Who may read a family's plan: folded from contacts alone, waiting for nobody. INV-38, X-01."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from contracts.contacts.events import (
    AttachmentExpired,
    Basis,
    FamilyClosed,
    FamilyEvent,
    ProfessionalAttached,
    ProfessionalDetached,
)
from contracts.ids import ProfessionalId
from eventkeep.clock import day_of, in_term
from eventkeep.view import Fold, View


@dataclass(frozen=True)
class Attachment:
    """What allows a professional to read: the latest basis counts."""

    department: str
    purpose: str
    basis: Basis


@dataclass(frozen=True)
class Attachments:
    """Who is attached now."""

    attached: Mapping[ProfessionalId, Attachment] = field(default_factory=dict)


def evolve(access: Attachments, event: FamilyEvent) -> Attachments:
    """Who is attached after an event. Never refuses: the past has happened."""
    match event:
        case ProfessionalAttached():
            attachment = Attachment(event.department, event.purpose, event.basis)
            return Attachments({**access.attached, event.professional: attachment})
        case ProfessionalDetached() | AttachmentExpired():
            return Attachments({w: a for w, a in access.attached.items() if w != event.professional})
        case FamilyClosed():
            return Attachments()
        case _:
            return access


def derive(parts: Mapping[str, Any]) -> dict[str, Any]:
    """By professional: the department, the purpose, and the first and the last day of the basis (null: no last day)."""
    access: Attachments = parts["contacts"]
    return {
        "attached": {
            str(professional): {
                "department": str(each.department),
                "purpose": str(each.purpose),
                "valid_from": each.basis.valid_from.isoformat(),
                "valid_to": each.basis.valid_to and each.basis.valid_to.isoformat(),
            }
            for professional, each in access.attached.items()
        }
    }


def purpose_of(document: Mapping[str, Any] | None, professional: str, today: date) -> str | None:
    """What somebody reads for: attached, with a basis in force today, its first and last day included. None: may not
    read. No basis, no data. X-01, X-04."""
    held = (document or {}).get("attached", {}).get(professional)
    if held is None:
        return None
    last = held["valid_to"] and date.fromisoformat(held["valid_to"])
    return held["purpose"] if in_term(date.fromisoformat(held["valid_from"]), last, today) else None


def today(now: datetime) -> date:
    """The day in Europe/Copenhagen: there the term of a basis begins and ends at midnight."""
    if now.tzinfo is None:
        raise ValueError("a time without its zone names no day")
    return day_of(now)


ACCESS = View(
    "access", 2, {"contacts": Fold(Attachments, evolve)}, derive, waits_for_causes=False, hashed=False
)
