"""Who leaves, leaves every place: coordinator, team, primary contact, contacts; and each is said. INV-01, INV-05."""

from collections.abc import Iterable
from datetime import date

from contracts.contacts.events import AttachmentExpired, BasisKind, FamilyEvent, ProfessionalDetached
from contracts.ids import ConsentId, FamilyId, ProfessionalId
from services.contacts import coordinator, counting, primary_contact, team
from services.contacts.state import State, without


def detached(
    state: State, family: FamilyId, professionals: Iterable[ProfessionalId], reason: str
) -> list[FamilyEvent]:
    """These are detached, one after the other, and what they held is vacant. R11, INV-38."""
    events: list[FamilyEvent] = []
    for professional in professionals:
        events += _places(state, family, professional, "detached")
        events.append(ProfessionalDetached(family=family, professional=professional, reason=reason))
        state = without(state, professional)
    return events


def expired(
    state: State, family: FamilyId, professionals: Iterable[ProfessionalId], due_on: date
) -> list[FamilyEvent]:
    """The basis of these is over, and what they held is vacant. X-01."""
    events: list[FamilyEvent] = []
    for professional in professionals:
        events += _places(state, family, professional, "basis-expired")
        events.append(AttachmentExpired(family=family, professional=professional, due_on=due_on))
        state = without(state, professional)
    return events


def all_leave(state: State, family: FamilyId, reason: str) -> list[FamilyEvent]:
    """Everybody leaves, also who holds a place without being attached. Q15."""
    events: list[FamilyEvent] = []
    for professional in _everybody(state):
        if professional in state.attached:
            events += detached(state, family, [professional], reason)
        else:
            events += _places(state, family, professional, reason)
        state = without(state, professional)
    return events


def _everybody(state: State) -> list[ProfessionalId]:
    chosen = state.handover and state.handover.professional
    places = (state.coordinator, chosen, state.primary_contact)
    contacts = (who for kind in state.contacts.values() for who in kind)
    found = [*state.attached, *sorted(state.team or ()), *contacts, *(who for who in places if who)]
    return list(dict.fromkeys(found))


def leaning_on(state: State, consent: ConsentId) -> list[ProfessionalId]:
    """Who is attached with this consent. X-01."""
    return [
        who
        for who, held in state.attached.items()
        if held.basis.kind is BasisKind.CONSENT and held.basis.reference == consent
    ]


def _places(state: State, family: FamilyId, professional: ProfessionalId, reason: str) -> list[FamilyEvent]:
    return [
        *coordinator.leave(state, family, professional),
        *team.leave(state, family, professional),
        *primary_contact.leave(state, family, professional),
        *counting.leave(state, family, professional, reason),
    ]
