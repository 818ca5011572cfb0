"""Who leaves, leaves every place: coordinator, team, primary contact, contacts; and each is said. INV-01, INV-05."""

from collections.abc import Iterable
from datetime import date

from contracts.contacts.events import (
    AttachmentExpired,
    BasisKind,
    FamilyEvent,
    ProfessionalAttached,
    ProfessionalDetached,
)
from contracts.ids import ConsentId, FamilyId, ProfessionalId
from services.contacts import coordinator, counting, primary_contact, team
from services.contacts.bases import rests_until
from services.contacts.givers import opens_plan
from services.contacts.state import State, without


def detached(
    state: State, family: FamilyId, professionals: Iterable[ProfessionalId], reason: str, day: date
) -> list[FamilyEvent]:
    """These are detached on a day, one after the other, and what they held is vacant. R11, INV-38."""
    events: list[FamilyEvent] = []
    for professional in professionals:
        events += _places(state, family, professional, "detached")
        events.append(
            ProfessionalDetached(family=family, professional=professional, reason=reason, detached_on=day)
        )
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


def all_leave(state: State, family: FamilyId, reason: str, day: date) -> list[FamilyEvent]:
    """Everybody leaves on a day, also who holds a place without being attached. Q15."""
    events: list[FamilyEvent] = []
    for professional in _everybody(state):
        if professional in state.attached:
            events += detached(state, family, [professional], reason, day)
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


def consent_not_for_all(state: State, family: FamilyId, day: date) -> list[FamilyEvent]:
    """Who is attached with a consent that isn't all the family's any more, since somebody joined, leaves. X-01, X-02."""
    short = [given for consent, given in state.consents.items() if consent not in state.ended_consents]
    leaning = [
        who for given in short if not opens_plan(state, given) for who in leaning_on(state, given.consent)
    ]
    return detached(state, family, leaning, "consent-not-for-all", day)


def resting_on(state: State, code: str) -> list[ProfessionalId]:
    """Who is attached by this paragraph. X-01."""
    return [
        who
        for who, held in state.attached.items()
        if held.basis.kind is BasisKind.LAW and held.basis.reference == code
    ]


def no_longer_than_case(state: State, family: FamilyId, code: str, today: date) -> list[FamilyEvent]:
    """Attachments by a paragraph end with what the case rests on: now, or with its last day, said today. INV-38, X-01."""
    last = rests_until(state, code)
    if last is None:
        return []
    longer = [
        who
        for who in resting_on(state, code)
        if (valid_to := state.attached[who].basis.valid_to) is None or valid_to > last
    ]
    if last < today:
        return detached(state, family, longer, "legal-basis-ended", last)
    known = state.known.professionals
    return [_until(state.attached[who], known[who].name, last) for who in longer if who in known]


def _until(held: ProfessionalAttached, name: str, last: date) -> ProfessionalAttached:
    basis = held.basis.model_copy(update={"valid_to": last})
    return held.model_copy(update={"name": name, "basis": basis})


def _places(state: State, family: FamilyId, professional: ProfessionalId, reason: str) -> list[FamilyEvent]:
    return [
        *coordinator.leave(state, family, professional),
        *team.leave(state, family, professional),
        *primary_contact.leave(state, family, professional),
        *counting.leave(state, family, professional, reason),
    ]
