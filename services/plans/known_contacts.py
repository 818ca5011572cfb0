"""What contacts says of a family, as far as plans needs it: members, those around them, and the legal bases."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from contracts.casework import decides
from contracts.contacts import events as contacts
from eventkeep.clock import in_term
from eventkeep.evolved import replace

Value = TypeVar("Value")


@dataclass(frozen=True)
class Attachment:
    """A professional around the family: what he or she does here, and the days on which the basis is in force."""

    profession: str
    function: str | None
    department: str
    valid_from: date
    valid_to: date | None

    def in_force(self, day: date) -> bool:
        """Whether the basis holds on a day of Europe/Copenhagen. X-01."""
        return in_term(self.valid_from, self.valid_to, day)

    @property
    def is_caseworker(self) -> bool:
        """Whether he or she has legal authority in the case. R13, R28, R30."""
        return decides(self.profession, self.function)


@dataclass(frozen=True)
class Deputy:
    """Who stands in for the coordinator, and on which days."""

    professional: str
    valid_from: date
    valid_to: date


@dataclass(frozen=True)
class CaseBasis:
    """A paragraph that the family's case rests on, and its term."""

    code: str
    valid_from: date
    valid_to: date | None

    def in_force(self, day: date) -> bool:
        """Whether the case rests on it on a day."""
        return in_term(self.valid_from, self.valid_to, day)


@dataclass(frozen=True)
class ContactsFacts:
    """Who is in the family with their roles, who is around it, and what its case rests on."""

    registered: bool = False
    members: dict[str, str] = field(default_factory=dict)
    attached: dict[str, Attachment] = field(default_factory=dict)
    team: tuple[str, ...] = ()
    coordinator: str | None = None
    deputy: Deputy | None = None
    legal_bases: dict[str, CaseBasis] = field(default_factory=dict)
    closed: bool = False


def evolve_contacts(facts: ContactsFacts, event: contacts.FamilyEvent) -> ContactsFacts:
    """The facts after an event of contacts."""
    match event:
        case contacts.FamilyRegistered():
            return replace(facts, registered=True, members={m.person: m.role.value for m in event.members})
        case contacts.FamilyMemberAdded() | contacts.FamilyMemberChanged():
            members = {**facts.members, event.member.person: event.member.role.value}
            return replace(facts, members=members)
        case contacts.FamilyMemberLeft():
            return replace(facts, members=_without(facts.members, event.person))
        case contacts.LegalBasisRecorded() | contacts.LegalBasisEnded():
            return _legal_basis(facts, event)
        case contacts.FamilyClosed():
            return replace(facts, closed=True, attached={}, team=(), coordinator=None, deputy=None)
        case contacts.FamilyReopened():
            return replace(facts, closed=False)
        case _:
            return _around(facts, event)


def _legal_basis(
    facts: ContactsFacts, event: contacts.LegalBasisRecorded | contacts.LegalBasisEnded
) -> ContactsFacts:
    if isinstance(event, contacts.LegalBasisRecorded):
        now = CaseBasis(event.code, event.valid_from, event.valid_to)
    elif event.legal_basis in facts.legal_bases:
        # It no longer holds from that day on.
        last = event.ended_on - timedelta(days=1) if event.ended_on > date.min else event.ended_on
        now = replace(facts.legal_bases[event.legal_basis], valid_to=last)
    else:
        return facts
    return replace(facts, legal_bases={**facts.legal_bases, event.legal_basis: now})


def _around(facts: ContactsFacts, event: contacts.FamilyEvent) -> ContactsFacts:
    match event:
        case contacts.ProfessionalAttached():
            basis = event.basis
            now = Attachment(
                event.profession, event.function, event.department, basis.valid_from, basis.valid_to
            )
            return replace(facts, attached={**facts.attached, event.professional: now})
        case contacts.ProfessionalDetached() | contacts.AttachmentExpired():
            return replace(facts, attached=_without(facts.attached, event.professional))
        case contacts.CoordinationTeamEstablished():
            return replace(facts, team=tuple(event.members))
        case contacts.TeamMemberAdded():
            return replace(facts, team=tuple(dict.fromkeys((*facts.team, event.professional))))
        case contacts.TeamMemberRemoved():
            return _off_team(facts, event.professional)
        case contacts.CoordinatorChosen() | contacts.CoordinatorHandoverAccepted():
            return replace(facts, coordinator=event.professional, deputy=None)
        case contacts.CoordinatorVacated():
            return replace(facts, coordinator=None, deputy=None)
        case contacts.CoordinatorDeputyNamed():
            return replace(facts, deputy=Deputy(event.deputy, event.valid_from, event.valid_to))
        case contacts.CoordinatorDeputyEnded():
            return replace(facts, deputy=None)
        case _:
            return facts


def _off_team(facts: ContactsFacts, professional: str) -> ContactsFacts:
    team = tuple(each for each in facts.team if each != professional)
    stands_in = facts.deputy is not None and facts.deputy.professional == professional
    return replace(facts, team=team, deputy=None if stands_in else facts.deputy)


def _without(items: dict[str, Value], item: str) -> dict[str, Value]:
    return {each: value for each, value in items.items() if each != item}
