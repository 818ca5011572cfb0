"""How records reach a reader: in any order that Kafka allows, repeated, restarted, past repaired holes."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from hypothesis import strategies as st

from eventkeep.cloudevent import Told
from eventkeep.view import Folded, View
from services.words import VOCABULARIES
from tests.views.histories import SERVICES, Stores


@dataclass
class Reader:
    """Keeps what arrives and folds it on, as journal and projection do, but in memory."""

    view: View
    journal: dict[tuple[str, int], Told] = field(default_factory=dict)
    folded: Folded = field(init=False)

    def __post_init__(self) -> None:
        self.forget()

    def accept(self, batch: Iterable[Told]) -> None:
        """Keeps what is new of a batch, and folds as far as may be."""
        in_order = True
        for told in batch:
            key = (told.envelope.service, told.envelope.version)
            if key not in self.journal:
                self.journal[key] = told
                in_order = self.folded.add(told) and in_order
        if not in_order:
            self.forget()
        self.folded.advance()

    def forget(self) -> None:
        """Starts anew with what is kept, in no particular order."""
        self.folded = Folded(self.view, VOCABULARIES)
        for key in sorted(self.journal, key=lambda key: (hash(key[1] * 7919) % 13, key)):
            self.folded.add(self.journal[key])
        self.folded.advance()

    def arrived(self, service: str) -> list[Told]:
        """What has arrived of a service, in its order."""
        return [
            told for (of, _), told in sorted(self.journal.items(), key=lambda kept: kept[0]) if of == service
        ]

    def whole(self, service: str) -> int:
        """Up to which version nothing of a service is missing."""
        version = 0
        while (service, version + 1) in self.journal:
            version += 1
        return version


@dataclass(frozen=True)
class Step:
    """Something that happens: a topic is read on, or read again from further back, or a hole is repaired."""

    kind: str
    service: str
    count: int


_STEP = st.sampled_from(
    [
        Step(kind, service, count)
        for kind in ("read", "read", "read", "read", "read again", "restart", "repair")
        for service in SERVICES
        for count in (1, 2, 4)
    ]
)


@st.composite
def steps(draw: st.DrawFn) -> list[Step]:
    """What happens, in its order."""
    return [draw(_STEP) for _ in range(draw(st.integers(0, 30)))]


@st.composite
def topics(draw: st.DrawFn, stores: Stores) -> dict[str, list[Told]]:
    """The topics as the relays wrote them: in order, some of it published again, some of it lost."""
    logs: dict[str, list[Told]] = {}
    for service, store in stores.items():
        lost = draw(st.sets(st.integers(0, max(len(store) - 1, 0)), max_size=2))
        again = draw(st.dictionaries(st.integers(0, max(len(store) - 1, 0)), st.integers(1, 4), max_size=2))
        logs[service] = []
        for number, told in enumerate(store):
            logs[service] += [] if number in lost else [told]
            logs[service] += (
                store[max(number + 1 - again.get(number, 0), 0) : number + 1] if number in again else ()
            )
    return logs


def deliver(
    stores: Stores,
    logs: dict[str, list[Told]],
    happens: Sequence[Step],
    reader: Reader,
    check: Callable[[], None],
) -> None:
    """Plays the steps, then whatever is left until everything has arrived. Checks after each."""
    offsets = dict.fromkeys(stores, 0)

    def read(service: str, count: int) -> None:
        batch = logs[service][offsets[service] : offsets[service] + count]
        offsets[service] += len(batch)
        reader.accept(batch)

    for step in happens:
        match step.kind:
            case "read":
                read(step.service, step.count)
            case "read again":
                offsets[step.service] = max(offsets[step.service] - step.count, 0)
            case "restart":
                offsets.update({service: max(at - step.count, 0) for service, at in offsets.items()})
                reader.forget()
            case "repair":
                _repair(stores, step.service, reader)
        check()
    for service in stores:
        read(service, len(logs[service]))
        check()
    for service in stores:
        _repair(stores, service, reader)
        check()


def _repair(stores: Stores, service: str, reader: Reader) -> None:
    """The owner gives all that it holds beyond what is whole."""
    reader.accept(stores[service][reader.whole(service) :])
