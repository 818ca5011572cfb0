"""Histories of one family: what four services told, each event with causes that its service had seen."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from hypothesis import strategies as st

from contracts.contacts.events import (
    CoordinatorVacated,
    PrimaryContactVacated,
    ProfessionalDetached,
    TeamMemberAdded,
)
from contracts.shapes import Event
from eventkeep import vector
from eventkeep.cloudevent import Envelope, Told, decode, encode
from services.words import LISTENS
from tests.unit.family import FAMILY, MEETING, SOFIE, TOMAS, ULLA
from tests.views.around import CONTACTS, SOFIE_ATTACHED, ULLA_ATTACHED
from tests.views.gone_on import GOES_ON
from tests.views.met import CORRECTED, MEETINGS, NEXT_MEETING, PROGRESS, held, registered
from tests.views.planned import (
    COOK,
    EAT,
    PLANS,
    RELIEF,
    SHOP,
    SLEEP,
    approved,
    goal,
    intervention,
    questioned,
)

SERVICES = ("contacts", "meetings", "plans", "progress")
_ENDED = SOFIE_ATTACHED.basis.model_copy(update={"valid_to": date(2024, 3, 1)})
_NOON, _DAY = datetime(2024, 2, 27, 12, 0, tzinfo=UTC), date(2024, 2, 28)
EVENTS: dict[str, tuple[Event, ...]] = {
    "contacts": (
        *CONTACTS,
        *(ProfessionalDetached(family=FAMILY, professional=who, reason="moved") for who in (SOFIE, ULLA)),
        *(each.model_copy(update={"basis": _ENDED}) for each in (SOFIE_ATTACHED, ULLA_ATTACHED)),
        TeamMemberAdded(family=FAMILY, professional=TOMAS),
        CoordinatorVacated(family=FAMILY, professional=SOFIE),
        PrimaryContactVacated(family=FAMILY, professional=ULLA),
    ),
    "meetings": (*MEETINGS, CORRECTED, held(NEXT_MEETING, _NOON, _DAY), held(MEETING, _NOON, _DAY)),
    "plans": (
        *PLANS,
        goal(SLEEP, rank=2, revision=8),
        goal(SHOP, parent=COOK, level=3, revision=9),
        intervention(RELIEF, SHOP, _DAY, revision=10),
        approved(10, NEXT_MEETING),
        questioned(4),
    ),
    "progress": (
        *PROGRESS,
        *GOES_ON,
        *(registered(n, of, _DAY) for n, of in ((4, SLEEP), (5, COOK), (6, EAT))),
    ),
}

Stores = Mapping[str, tuple[Told, ...]]


TELLABLE = st.sampled_from([(service, event) for service in SERVICES for event in (*EVENTS[service], None)])
"""Any event of any service, sensible there or not; None is one in words that nobody here knows."""

LAGS = st.integers(0, 4 ** len(SERVICES) - 1).map(
    lambda code: {service: code // 4**place % 4 for place, service in enumerate(SERVICES)}
)
"""By how many events a reader is behind each service, 0 to 3."""


@st.composite
def histories(draw: st.DrawFn, most: int = 24) -> Stores:
    """What the stores of the four services hold of one family in the end.

    Each event is decided on the service's own copy of those it listens to; some come with a token of a caller
    who had seen the family elsewhere.
    """
    stores: dict[str, list[Told]] = {service: [] for service in SERVICES}
    copies: dict[str, dict[str, int]] = {service: {} for service in SERVICES}
    for _ in range(draw(st.integers(1, most))):
        service, event = draw(TELLABLE)
        copies[service] = _seen(stores, LISTENS[service], draw(LAGS), copies[service])
        token = _seen(stores, SERVICES, draw(LAGS), {}) if draw(st.booleans()) else {}
        before = len(stores[service])
        causes = vector.join({service: before}, copies[service], token)
        stores[service].append(_told(service, before + 1, causes, event))
    return {service: tuple(told) for service, told in stores.items()}


def _seen(
    stores: Mapping[str, list[Told]],
    services: Iterable[str],
    lags: Mapping[str, int],
    before: Mapping[str, int],
) -> dict[str, int]:
    """What a reader of these services has seen: causally closed, and never less than before."""
    arrived = {s: max(len(stores[s]) - lags[s], before.get(s, 0)) for s in services}
    return showable({s: stores[s][:count] for s, count in arrived.items()})


def _told(service: str, version: int, causes: vector.Vector, event: Event | None) -> Told:
    envelope = Envelope(
        id=f"{service}-{version}",
        service=service,
        type=event.wire if event else f"helhed.{service}.told-in-new-words.v9",
        stream=f"family/{FAMILY}",
        version=version,
        time="2024-03-01T12:00:00Z",
        occurred_at="2024-03-01T12:00:00Z",
        actor="service:story",
        causes=causes,
    )
    data: dict[str, Any] = event.model_dump(mode="json") if event else {"anything": [1, "two"]}
    return decode(encode(envelope, data))


def showable(arrived: Mapping[str, Iterable[Told]]) -> dict[str, int]:
    """The largest consistent vector of what has arrived, by definition and nothing else.

    An event may be shown when it is here, the one before it may be, and each of its causes may be (of those
    services that are listened to).
    """
    here = {(s, told.envelope.version): told.envelope.causes for s, tale in arrived.items() for told in tale}

    @cache
    def may_show(service: str, version: int) -> bool:
        if version == 0 or service not in arrived:
            return True
        if (service, version) not in here or not may_show(service, version - 1):
            return False
        return all(may_show(*cause) for cause in here[service, version].items())

    shown = dict.fromkeys(arrived, 0)
    for service in arrived:
        while may_show(service, shown[service] + 1):
            shown[service] += 1
    return shown
