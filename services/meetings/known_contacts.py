"""What contacts says of a family, as far as meetings needs it: members, those around them, their supporters."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
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
        """Whether the basis holds on a day of Europe/Copenhagen, the first and the last included. X-01."""
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
class ContactsFacts:
    """Who is in the family with their roles, who is around it, and whether its case is closed.

    `former` were around it, by terms that are over: a meeting within one names them. Of whom nobody said on which day he
    or she left, there is none.
    """

    registered: bool = False
    closed: bool = False
    members: dict[str, str] = field(default_factory=dict)
    attached: dict[str, Attachment] = field(default_factory=dict)
    former: dict[str, tuple[Attachment, ...]] = field(default_factory=dict)
    team: tuple[str, ...] = ()
    coordinator: str | None = None
    deputy: Deputy | None = None
    supporters: dict[str, str] = field(default_factory=dict)

    def in_force(self, day: date) -> tuple[str, ...]:
        """Who is attached with a basis in force."""
        return tuple(who for who, attachment in self.attached.items() if attachment.in_force(day))

    def around_on(self, day: date) -> frozenset[str]:
        """Who is or was attached with a basis in force on a day, perhaps long past. R01, X-01."""
        return frozenset(who for who, attachment in self._terms() if attachment.in_force(day))

    def caseworkers_on(self, day: date) -> tuple[str, ...]:
        """Who is or was so with legal authority in the case. INV-12."""
        terms = (who for who, each in self._terms() if each.in_force(day) and each.is_caseworker)
        return tuple(dict.fromkeys(terms))

    def may_begin(self, professional: str) -> bool:
        """Whether nobody is attached, and this one has not left without legal authority: nobody gains by leaving. INV-63."""
        terms = self.former.get(professional)
        return not self.attached and (terms is None or terms[-1].is_caseworker)

    def _terms(self) -> Iterator[tuple[str, Attachment]]:
        yield from self.attached.items()
        yield from ((who, each) for who, terms in self.former.items() for each in terms)

    def of_role(self, *roles: contacts.Role) -> tuple[str, ...]:
        """The members in these roles."""
        return tuple(person for person, role in self.members.items() if role in roles)


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
        case contacts.FamilyClosed():
            former = facts.former
            for who, term in facts.attached.items():
                former = {**former, who: (*former.get(who, ()), term)}
            closed = replace(facts, closed=True, attached={}, former=former)
            return replace(closed, team=(), coordinator=None, deputy=None)
        case contacts.FamilyReopened():
            return replace(facts, closed=False)
        case contacts.SupporterAdded():
            return replace(facts, supporters={**facts.supporters, event.supporter: event.kind.value})
        case contacts.SupporterLeft():
            return replace(facts, supporters=_without(facts.supporters, event.supporter))
        case _:
            return _around(facts, event)


def _around(facts: ContactsFacts, event: contacts.FamilyEvent) -> ContactsFacts:
    match event:
        case contacts.ProfessionalAttached():
            return replace(facts, attached={**facts.attached, event.professional: _attachment(event)})
        case contacts.ProfessionalDetached() | contacts.AttachmentExpired():
            return _left(facts, event)
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


def _attachment(event: contacts.ProfessionalAttached) -> Attachment:
    basis = event.basis
    return Attachment(event.profession, event.function, event.department, basis.valid_from, basis.valid_to)


def _left(
    facts: ContactsFacts, event: contacts.ProfessionalDetached | contacts.AttachmentExpired
) -> ContactsFacts:
    """The term ends with the last day of the basis, or with the day of leaving where that came first. R11, X-01."""
    left = replace(facts, attached=_without(facts.attached, event.professional))
    before = facts.attached.get(event.professional)
    last = event.due_on if isinstance(event, contacts.AttachmentExpired) else event.detached_on
    if before is None or last is None:
        return left
    term = replace(before, valid_to=min(last, before.valid_to or last))
    terms = (*facts.former.get(event.professional, ()), term)
    return replace(left, former={**facts.former, event.professional: terms})


def _off_team(facts: ContactsFacts, professional: str) -> ContactsFacts:
    team = tuple(each for each in facts.team if each != professional)
    stands_in = facts.deputy is not None and facts.deputy.professional == professional
    return replace(facts, team=team, deputy=None if stands_in else facts.deputy)


def _without(items: Mapping[str, Value], item: str) -> dict[str, Value]:
    return {each: value for each, value in items.items() if each != item}
