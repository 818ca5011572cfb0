"""What goes on around the family: contacts, supporters, colleagues' work, requests, contract. Told by contacts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, assert_never

from contracts.contacts.events import (
    ConsultationGiven,
    ConsultationRequested,
    ContactEnded,
    ContactKind,
    ContactMade,
    ContactReductionAgreed,
    ContactRequested,
    ContactRequestOverdue,
    ContactRequestWithdrawn,
    ContactStarted,
    ContactThresholdExceeded,
    HelpNeedMet,
    HelpNeedRaised,
    SharedWithSupporter,
    SupporterAdded,
    SupporterLeft,
    SupportPledged,
    VisitMade,
    WorkingRole,
    WorkingRoleTaken,
)
from contracts.ids import ConsultationId, HelpNeedId, ProfessionalId, RequestId, SupporterId
from eventkeep.evolved import replace
from services.overview import people_contract
from services.overview.people_contract import ContractEvent

AskedEvent = (
    HelpNeedRaised
    | HelpNeedMet
    | ContactRequested
    | ContactMade
    | ContactRequestOverdue
    | ContactRequestWithdrawn
)
AroundEvent = (
    ContactStarted
    | ContactEnded
    | ContactReductionAgreed
    | ContactThresholdExceeded
    | ConsultationRequested
    | ConsultationGiven
    | VisitMade
    | WorkingRoleTaken
    | SupporterAdded
    | SupportPledged
    | SupporterLeft
    | SharedWithSupporter
    | AskedEvent
    | ContractEvent
)


@dataclass(frozen=True)
class Around:
    """What goes on around the family, as it was told last. Things stand in the order in which they came."""

    contacts: Mapping[ContactKind, tuple[ProfessionalId, ...]] = field(default_factory=dict)
    above: Mapping[ContactKind, int] = field(default_factory=dict)
    reduction: ContactReductionAgreed | None = None
    consultations: Mapping[ConsultationId, ConsultationRequested] = field(default_factory=dict)
    advised: frozenset[ConsultationId] = frozenset()
    visits: tuple[VisitMade, ...] = ()
    working_roles: tuple[tuple[ProfessionalId, WorkingRole], ...] = ()
    supporters: Mapping[SupporterId, SupporterAdded] = field(default_factory=dict)
    pledges: Mapping[SupporterId, tuple[str, ...]] = field(default_factory=dict)
    supporters_left: frozenset[SupporterId] = frozenset()
    needs: Mapping[HelpNeedId, HelpNeedRaised] = field(default_factory=dict)
    met: frozenset[HelpNeedId] = frozenset()
    requests: Mapping[RequestId, ContactRequested] = field(default_factory=dict)
    made: Mapping[RequestId, ContactMade] = field(default_factory=dict)
    overdue: frozenset[RequestId] = frozenset()
    ended: frozenset[RequestId] = frozenset()
    """Not waited for any more: taken back, or open when the case was closed. INV-64, Q15."""
    contract: people_contract.Contract | None = None


def evolve(around: Around, event: AroundEvent) -> Around:
    """What goes on after an event. Never refuses: the past has happened."""
    if isinstance(event, ContractEvent):
        return replace(around, contract=people_contract.evolve(around.contract, event))
    match event:
        case ContactStarted() | ContactEnded():
            return _counted(around, event)
        case ContactThresholdExceeded():
            return replace(around, above={**around.above, event.kind: event.threshold})
        case ContactReductionAgreed():
            return replace(around, reduction=event)
        case ConsultationRequested():
            return replace(around, consultations={**around.consultations, event.consultation: event})
        case ConsultationGiven():
            return replace(around, advised=around.advised | {event.consultation})
        case VisitMade():
            return replace(around, visits=(*around.visits, event))
        case WorkingRoleTaken():
            roles = dict.fromkeys((*around.working_roles, (event.professional, event.role)))
            return replace(around, working_roles=tuple(roles))
        case SupporterAdded():
            return replace(around, supporters={**around.supporters, event.supporter: event})
        case SupportPledged():
            pledges = (*around.pledges.get(event.supporter, ()), event.pledge)
            return replace(around, pledges={**around.pledges, event.supporter: pledges})
        case SupporterLeft():
            return replace(around, supporters_left=around.supporters_left | {event.supporter})
        case SharedWithSupporter():
            return around  # by relation: the access view and the case tell it, never the shared plan (INV-66)
        case _:
            return _asked(around, event)


def _asked(around: Around, event: AskedEvent) -> Around:
    """What the family needs, and who was asked to call. INV-64."""
    match event:
        case HelpNeedRaised():
            return replace(around, needs={**around.needs, event.need: event})
        case HelpNeedMet():
            return replace(around, met=around.met | {event.need})
        case ContactRequested():
            return replace(around, requests={**around.requests, event.request: event})
        case ContactMade():
            return replace(around, made={**around.made, event.request: event})
        case ContactRequestWithdrawn():
            return replace(around, ended=around.ended | {event.request})
        case ContactRequestOverdue():
            return replace(around, overdue=around.overdue | {event.request})
        case _:
            assert_never(event)


def _counted(around: Around, event: ContactStarted | ContactEnded) -> Around:
    """Above the threshold until there are few enough again. INV-06, INV-07."""
    others = tuple(who for who in around.contacts.get(event.kind, ()) if who != event.professional)
    now = (*others, event.professional) if isinstance(event, ContactStarted) else others
    above = {kind: most for kind, most in around.above.items() if kind != event.kind or event.contacts > most}
    return replace(around, contacts={**around.contacts, event.kind: now}, above=above)


def unsigned(around: Around) -> Around:
    """The coordinator's signature was another's. INV-48."""
    return replace(around, contract=people_contract.unsigned(around.contract))


def without(around: Around, professional: ProfessionalId) -> Around:
    """Whoever is detached works with the family in no role any more. R36 to R38."""
    return replace(
        around, working_roles=tuple(each for each in around.working_roles if each[0] != professional)
    )


def closed(around: Around) -> Around:
    """Nobody is waited for in a closed case. Q15, INV-64."""
    return replace(around, ended=around.ended | (around.requests.keys() - around.made.keys()))


def shown(around: Around, at_admission: int | None) -> dict[str, Any]:
    """What everybody attached sees of it: no reasons, no advice, no words of a need or a contract.

    `at_admission` is how many were in direct contact on the day of admission, if that has been.
    """
    return {
        "contacts": _contacts(around, at_admission),
        "consultations": [
            {
                "consultation": asked.consultation,
                "consultant": asked.consultant,
                "topic": asked.topic,
                "given": asked.consultation in around.advised,
            }
            for asked in around.consultations.values()
        ],
        "visits": [
            {"professional": made.professional, "place": made.place, "visited_on": made.visited_on}
            for made in around.visits
        ],
        "working_roles": [{"professional": who, "role": role} for who, role in around.working_roles],
        "supporters": [_supporter(around, each) for each in around.supporters.values()],
        "help_needs": [
            {
                "need": need.need,
                "person": need.person,
                "topic": need.topic,
                "met": need.need in around.met,
            }
            for need in around.needs.values()
        ],
        "contact_requests": [_request(around, each) for each in around.requests.values()],
        "contract": people_contract.shown(around.contract),
    }


def _contacts(around: Around, at_admission: int | None) -> dict[str, Any]:
    """Who is in contact now, and how many were when the family was admitted. R56, T12, T24, INV-07."""
    return {
        **{kind.value: around.contacts.get(kind, ()) for kind in ContactKind},
        "direct_at_admission": at_admission,
        "above_threshold": [kind for kind in ContactKind if kind in around.above],
        "agreed": around.reduction
        and {"direct": around.reduction.direct_contacts, "by_date": around.reduction.by_date},
    }


def _supporter(around: Around, added: SupporterAdded) -> dict[str, Any]:
    return {
        "supporter": added.supporter,
        "kind": added.kind,
        "name": added.name,
        "relation": added.relation,
        "organisation": added.organisation,
        "mentor_of": added.mentor_of,
        "pledges": around.pledges.get(added.supporter, ()),
        "left": added.supporter in around.supporters_left,
    }


def _request(around: Around, asked: ContactRequested) -> dict[str, Any]:
    made = around.made.get(asked.request)
    return {
        "request": asked.request,
        "need": asked.need,
        "professional": asked.professional,
        "due_on": asked.due_on,
        "made_on": made and made.made_on,
        "overdue": asked.request in around.overdue,
        "ended": asked.request in around.ended,
    }
