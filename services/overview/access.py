"""Who may read of a family, and what each is to it: folded from contacts alone, waiting for nobody. INV-38, X-01."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from contracts.access import Relation
from contracts.casework import decides
from contracts.contacts.events import (
    AttachmentExpired,
    Basis,
    BasisKind,
    EmergencyAccessEnded,
    EmergencyAccessTaken,
    FamilyClosed,
    FamilyEvent,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    FamilyRegistered,
    FamilyReopened,
    ProfessionalAttached,
    ProfessionalDetached,
    Role,
    SharedSection,
    SharedWithSupporter,
    SupporterLeft,
)
from contracts.ids import PersonId, ProfessionalId, SupporterId
from eventkeep.clock import in_term
from eventkeep.evolved import replace
from eventkeep.view import Fold, View
from services.overview import people_team
from services.overview.people_team import Team, TeamEvent


@dataclass(frozen=True)
class Attachment:
    """What allows a professional to read: the latest basis counts."""

    department: str
    purpose: str
    basis: Basis
    decides: bool = False
    """In the case, by law. INV-63."""


@dataclass(frozen=True)
class Attachments:
    """Who is attached now, who coordinates, and who is of the family. In a closed case nobody reads."""

    attached: Mapping[ProfessionalId, Attachment] = field(default_factory=dict)
    emergencies: Mapping[ProfessionalId, datetime] = field(default_factory=dict)
    """Who is let in without being attached, until when. X-07."""
    members: Mapping[PersonId, Role] = field(default_factory=dict)
    shared: Mapping[SupporterId, tuple[SharedSection, ...]] = field(default_factory=dict)
    """What the family shares with those who stand by it. INV-66."""
    team: Team = field(default_factory=Team)
    closed: bool = False


def evolve(access: Attachments, event: FamilyEvent) -> Attachments:
    """Who may read after an event. Never refuses: the past has happened."""
    if isinstance(event, TeamEvent):
        return replace(access, team=people_team.evolve(access.team, event))
    match event:
        case ProfessionalAttached():
            attachment = Attachment(
                event.department, event.purpose, event.basis, decides(event.profession, event.function)
            )
            return replace(access, attached={**access.attached, event.professional: attachment})
        case ProfessionalDetached() | AttachmentExpired():
            left = {who: held for who, held in access.attached.items() if who != event.professional}
            return replace(access, attached=left)
        case EmergencyAccessTaken():
            return replace(access, emergencies={**access.emergencies, event.professional: event.until})
        case EmergencyAccessEnded():
            lasting = {who: until for who, until in access.emergencies.items() if who != event.professional}
            return replace(access, emergencies=lasting)
        case FamilyRegistered():
            joined = {member.person: member.role for member in event.members}
            return replace(access, members={**access.members, **joined})
        case FamilyMemberAdded() | FamilyMemberChanged():
            return replace(access, members={**access.members, event.member.person: event.member.role})
        case FamilyMemberLeft():
            return replace(access, members={w: r for w, r in access.members.items() if w != event.person})
        case SharedWithSupporter() | SupporterLeft():
            return _shared(access, event)
        case FamilyClosed():
            return replace(access, attached={}, emergencies={}, shared={}, team=Team(), closed=True)
        case FamilyReopened():
            return replace(access, closed=False)
        case _:
            return access


def _shared(access: Attachments, event: SharedWithSupporter | SupporterLeft) -> Attachments:
    """What is shared with one of them replaces what was; with who left nothing is. INV-66."""
    shared = {who: held for who, held in access.shared.items() if who != event.supporter}
    if isinstance(event, SharedWithSupporter) and event.sections:
        shared[event.supporter] = event.sections
    return replace(access, shared=shared)


def derive(parts: Mapping[str, Any]) -> dict[str, Any]:
    """By professional: department, purpose, what the basis is, its first and its last day (null: no last day). Members
    who read: adults, and the young from 15 on. Who decides in the case; who coordinates, with the deputy's days. What
    the family shares, by whom it shares it with."""
    access: Attachments = parts["contacts"]
    deputy = access.team.deputy
    return {
        "attached": {
            str(professional): {
                "department": str(each.department),
                "purpose": str(each.purpose),
                "basis": str(each.basis.kind),
                "law": each.basis.reference if each.basis.kind is BasisKind.LAW else None,
                "valid_from": each.basis.valid_from.isoformat(),
                "valid_to": each.basis.valid_to and each.basis.valid_to.isoformat(),
            }
            for professional, each in access.attached.items()
        },
        "emergencies": {str(who): until.isoformat() for who, until in access.emergencies.items()},
        "members": [
            str(person)
            for person, role in access.members.items()
            if role is not Role.CHILD and not access.closed
        ],
        "shared": {str(who): [str(each) for each in sections] for who, sections in access.shared.items()},
        "caseworkers": [str(who) for who, each in access.attached.items() if each.decides],
        "team": [str(each) for each in access.team.members],
        "coordinator": access.team.coordinator and str(access.team.coordinator),
        "deputy": deputy
        and {
            "professional": str(deputy.deputy),
            "valid_from": deputy.valid_from.isoformat(),
            "valid_to": deputy.valid_to.isoformat(),
        },
    }


def relations_of(document: Mapping[str, Any] | None, professional: str, today: date) -> set[Relation]:
    """What an attached professional is to the family today."""
    held = document or {}
    deputy = held.get("deputy")
    stands_in = (
        deputy is not None
        and deputy["professional"] == professional
        and in_term(date.fromisoformat(deputy["valid_from"]), date.fromisoformat(deputy["valid_to"]), today)
    )
    found = {Relation.ATTACHED}
    if professional in held.get("team", ()):
        found.add(Relation.TEAM)
    if professional in held.get("caseworkers", ()):
        found.add(Relation.CASEWORKER)
    if stands_in or held.get("coordinator") == professional:
        found.add(Relation.COORDINATOR)
    return found


def relations_of_person(document: Mapping[str, Any] | None, person: str) -> set[Relation]:
    """What a person is to the family: of it, or somebody whom it shares something with. R02, R04, INV-66."""
    found: set[Relation] = set()
    if person in (document or {}).get("members", ()):
        found.add(Relation.MEMBER)
    if shared_with(document, person):
        found.add(Relation.SUPPORTER)
    return found


def shared_with(document: Mapping[str, Any] | None, person: str) -> tuple[SharedSection, ...]:
    """The sections that the family shares with somebody. INV-66."""
    return tuple(map(SharedSection, (document or {}).get("shared", {}).get(person, ())))


def purpose_of(document: Mapping[str, Any] | None, professional: str, today: date) -> str | None:
    """What somebody reads for: attached, with a basis in force today, its first and last day included. None: may not
    read. No basis, no data. X-01, X-04."""
    held = (document or {}).get("attached", {}).get(professional)
    if held is None:
        return None
    last = held["valid_to"] and date.fromisoformat(held["valid_to"])
    return held["purpose"] if in_term(date.fromisoformat(held["valid_from"]), last, today) else None


def lets_in(document: Mapping[str, Any] | None, professional: str, now: datetime) -> bool:
    """Whether somebody is let in at a moment without being attached, in an emergency. X-07."""
    until = (document or {}).get("emergencies", {}).get(professional)
    return until is not None and now < datetime.fromisoformat(until)


ACCESS = View(
    "access", 5, {"contacts": Fold(Attachments, evolve)}, derive, waits_for_causes=False, hashed=False
)
