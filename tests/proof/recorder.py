"""What the rewritten services tell while tests run, and what they are told to leave out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from eventkeep.refused import Refused


@dataclass(frozen=True, order=True)
class Seen:
    """A refusal as a run shows it: where it was made, what it says, and where it was raised if that is elsewhere."""

    place: str
    code: str
    rule: str
    sentence: str
    raised_in: str = ""


@dataclass(frozen=True, order=True)
class Shown:
    """That the shared plan takes up an event of this name."""

    event: str


class Recorder:
    """One for the process. `test` is the one that runs now, None where what it sees doesn't count."""

    def __init__(self) -> None:
        self.test: str | None = None
        self.off: Seen | Shown | None = None
        self.seen: defaultdict[Seen | Shown, dict[str, None]] = defaultdict(dict)
        self.made_true: defaultdict[str, dict[tuple[str, str], None]] = defaultdict(dict)

    def made(self, place: str, refusal: Refused) -> Refused:
        """Around each `Refused(...)`: it remembers where it was made."""
        refusal.__dict__["made_in"] = place
        return refusal

    def stands(self, place: str, raised: Any) -> bool:
        """Before each `raise`: whether it is done. Only the refusal that is switched off isn't."""
        made_in = raised.__dict__.get("made_in") if isinstance(raised, Refused) else None
        if not isinstance(raised, Refused) or made_in is None:
            return True
        elsewhere = "" if place == "" else place
        return self._noted(Seen(made_in, raised.code, raised.rule, raised.sentence, elsewhere))

    def told(self, event: Any) -> bool:
        """Before the shared plan folds an event: whether it does."""
        return self._noted(Shown(event_name(event)))

    def then(self, command: str, events: Iterable[Any]) -> None:
        """A test compared what a command made true with what it expected."""
        for event in events:
            if self.test is not None:
                self.made_true[event_name(event)][command, self.test] = None

    def forget(self, tests: set[str]) -> None:
        """These tests fail as it is: they prove nothing."""
        for seen in self.seen.values():
            for test in tests & seen.keys():
                del seen[test]
        for made in self.made_true.values():
            for each in [each for each in made if each[1] in tests]:
                del made[each]
        for what in [what for what, noted in self.seen.items() if not noted]:
            del self.seen[what]

    def _noted(self, what: Seen | Shown) -> bool:
        if self.test is not None:
            self.seen[what][self.test] = None
        return what != self.off


def event_name(event: Any) -> str:
    """`plans.GoalDefined`."""
    return f"{event.wire.split('.')[1]}.{type(event).__name__}"


RECORDER = Recorder()
