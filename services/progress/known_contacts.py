"""What contacts says of a family, as far as progress needs it: members, those attached to it, their supporters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from contracts.contacts import events as contacts
from eventkeep.clock import in_term
from eventkeep.evolved import replace

Value = TypeVar("Value")


@dataclass(frozen=True)
class Attached:
    """A professional around the family: whose department, what he or she is, and the days on which the basis is in force."""

    department: str
    profession: str
    valid_from: date
    valid_to: date | None

    def in_force(self, day: date) -> bool:
        """Whether the basis holds on a day of Europe/Copenhagen, the first and the last included. X-01."""
        return in_term(self.valid_from, self.valid_to, day)


@dataclass(frozen=True)
class ContactsFacts:
    """Who is in the family with their roles, who is attached to it or was once, who stands by it."""

    registered: bool = False
    closed: bool = False
    members: dict[str, str] = field(default_factory=dict)
    attached: dict[str, Attached] = field(default_factory=dict)
    former: dict[str, Attached] = field(default_factory=dict)
    supporters: tuple[str, ...] = ()

    def staff(self, who: str) -> Attached | None:
        """A professional around the family; around a closed case are those who were. R01."""
        return self.attached.get(who) or (self.former.get(who) if self.closed else None)

    def departments(self, day: date) -> frozenset[str]:
        """Those with somebody attached by a basis in force on a day. X-01."""
        return frozenset(each.department for each in self.attached.values() if each.in_force(day))


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
        case contacts.ProfessionalAttached():
            basis = event.basis
            who = Attached(event.department, event.profession, basis.valid_from, basis.valid_to)
            return replace(facts, attached={**facts.attached, event.professional: who})
        case contacts.ProfessionalDetached() | contacts.AttachmentExpired():
            return _left(facts, event.professional)
        case contacts.FamilyClosed():
            return replace(facts, closed=True, attached={}, former={**facts.former, **facts.attached})
        case contacts.FamilyReopened():
            return replace(facts, closed=False)
        case contacts.SupporterAdded():
            return replace(facts, supporters=(*facts.supporters, event.supporter))
        case contacts.SupporterLeft():
            left = tuple(each for each in facts.supporters if each != event.supporter)
            return replace(facts, supporters=left)
        case _:
            return facts


def _left(facts: ContactsFacts, professional: str) -> ContactsFacts:
    left = {who: each for who, each in facts.attached.items() if who == professional}
    attached = _without(facts.attached, professional)
    return replace(facts, attached=attached, former={**facts.former, **left})


def _without(items: Mapping[str, Value], gone: str) -> dict[str, Value]:
    return {name: value for name, value in items.items() if name != gone}
