"""What is shown is a fold of the largest causally closed vector of what has arrived, however it arrived."""

from datetime import date
from typing import Any

import orjson
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contracts.contacts.events import ProfessionalAttached, ProfessionalDetached
from eventkeep import vector
from eventkeep.canonical import canonical
from eventkeep.testing import folded
from eventkeep.view import Folded
from services.overview.access import ACCESS, purpose_of
from services.overview.family_plan import FAMILY_PLAN
from services.words import VOCABULARIES
from tests.unit.family import SOFIE, TOMAS, ULLA
from tests.views.delivery import Reader, Step, deliver, steps, topics
from tests.views.histories import SERVICES, Stores, histories, showable

DAYS = [date(2024, 2, 20), date(2024, 3, 1), date(2024, 3, 21)]
often = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


def events_of(stores: Stores, service: str, upto: int) -> list[Any]:
    """What a store tells up to a version, in words that are known here."""
    told = (VOCABULARIES[service].read(each) for each in stores[service][:upto])
    return [event for event in told if event is not None]


def straight(stores: Stores, upto: vector.Vector) -> bytes:
    """The plan folded from the stores themselves."""
    return canonical(
        FAMILY_PLAN.derive(
            {
                service: folded(
                    fold.evolve, fold.initial(), *events_of(stores, service, upto.get(service, 0))
                )
                for service, fold in FAMILY_PLAN.folds.items()
            }
        )
    )


class Watch:
    """Looks at a reader after each step, and remembers what it showed."""

    def __init__(self, stores: Stores, reader: Reader) -> None:
        self.stores, self.reader = stores, reader
        self.seen: dict[str, int] = {}

    def __call__(self) -> None:
        shown = self.reader.folded
        assert shown.vector == showable({s: self.reader.arrived(s) for s in SERVICES})
        assert vector.covers(shown.vector, self.seen), "went back"
        self.seen = dict(shown.vector)
        for service in SERVICES:
            for told in self.stores[service][: shown.vector[service]]:
                assert vector.covers(shown.vector, told.envelope.causes), "shown before its cause"
        expected = straight(self.stores, shown.vector)
        assert shown.document() == expected
        assert shown.waiting == len(self.reader.journal) - sum(shown.vector.values())


@often
@given(data=st.data(), stores=histories(), happens=steps())
def test_however_it_arrives_the_same_plan_is_shown(
    data: st.DataObject, stores: Stores, happens: list[Step]
) -> None:
    """Design, 1 to 3: same for all, no effect without its cause, never back; and complete in the end."""
    reader = Reader(FAMILY_PLAN)
    deliver(stores, data.draw(topics(stores)), happens, reader, Watch(stores, reader))
    assert reader.folded.vector == {service: len(store) for service, store in stores.items()}
    assert reader.folded.waiting == 0


def right_now(reader: Reader, professional: str, day: date) -> bool:
    """Whether contacts' last word on a professional, of all that has arrived, allows reading."""
    told = [VOCABULARIES["contacts"].read(each) for each in reader.arrived("contacts")]
    of_attachment = [e for e in told if isinstance(e, ProfessionalAttached | ProfessionalDetached)]
    match [event for event in of_attachment if event.professional == professional][-1:]:
        case [ProfessionalAttached(basis=basis)]:
            return basis.valid_from <= day and (basis.valid_to is None or day <= basis.valid_to)
        case _:
            return False


@often
@given(data=st.data(), stores=histories(), happens=steps())
def test_access_follows_contacts_last_word_at_once(
    data: st.DataObject, stores: Stores, happens: list[Step]
) -> None:
    """Design, 5: folded from contacts alone, past holes and missing causes; a revocation counts at once."""
    reader = Reader(ACCESS)
    seen = 0

    def check() -> None:
        nonlocal seen
        shown = reader.folded
        assert shown.vector["contacts"] >= seen, "went back"
        seen = shown.vector["contacts"]
        assert set(shown.vector) == {"contacts"}
        assert seen == max((told.envelope.version for told in reader.arrived("contacts")), default=0)
        assert shown.waiting == 0
        for professional in (SOFIE, TOMAS, ULLA):
            for day in DAYS:
                allowed = purpose_of(orjson.loads(shown.document()), professional, day) is not None
                assert allowed == right_now(reader, professional, day)

    deliver(stores, data.draw(topics(stores)), happens, reader, check)
    assert reader.folded.vector == {"contacts": len(stores["contacts"])}


@often
@given(stores=histories(), upto=st.tuples(*(st.integers(0, 8) for _ in SERVICES)))
def test_any_earlier_vector_can_be_folded_again_but_never_beyond_its_causes(
    stores: Stores, upto: tuple[int, ...]
) -> None:
    """What was shown at a vector can be shown again; a vector that isn't closed is cut to one that is."""
    wanted = dict(zip(SERVICES, upto, strict=True))
    partly = Folded(FAMILY_PLAN, VOCABULARIES)
    for service in SERVICES:
        for told in stores[service]:
            partly.add(told)
    partly.advance(wanted)
    assert partly.vector == showable({s: stores[s][: wanted[s]] for s in SERVICES})
    assert partly.document() == straight(stores, partly.vector)
    shown = dict(partly.vector)
    partly.advance({})
    assert partly.vector == shown, "went back"
    partly.advance()
    assert partly.document() == straight(stores, {s: len(stores[s]) for s in SERVICES})
