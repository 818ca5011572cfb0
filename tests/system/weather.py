"""What is broken on a platform: who was killed, stands still or is cut off, and what is paused. And how it gets well
again."""

import time
from collections import Counter

from deploy.platform.processes import SERVICES
from eventkeep.relay import PARTITIONS
from services.words import LISTENS
from tests.system.apart import NAMES, Apart
from tests.system.family import fetch
from tests.system.keeper import process
from tests.system.play import until
from tests.system.rebuilds import Rebuilds, cli

_SETTLED = 3.0
"""A replica that was given up hears of it within a second, and everybody else within another one."""
_YOUNG = 2.5


class Weather:
    """Breaks a platform, and mends it."""

    def __init__(self, platform: Apart) -> None:
        self.platform = platform
        self.down: set[str] = set()
        self.frozen: set[str] = set()
        self.paused: set[str] = set()
        """The services that fold nothing into what they show: overview into the plan, others into their facts of others."""
        self.rebuilds = Rebuilds(platform)
        self.broken: set[str] = set()
        """Processes, lines and views that something was done to since everybody was well."""
        self._stood: set[str] = set()
        self.done: Counter[str] = Counter()
        """How often what was done."""
        self.slowest: dict[str, float] = {}
        """How long what took at the most, in seconds, while nothing was broken."""

    @property
    def calm(self) -> bool:
        """Whether nothing is broken, and nothing gets well still."""
        return not self.broken

    @property
    def cut(self) -> set[str]:
        """The lines that are cut now."""
        return {name for name, line in self.platform.lines.items() if not line.whole}

    @property
    def now(self) -> int:
        """How much is broken now."""
        return len(self.down | self.frozen) + len(self.cut) + len(self.paused)

    def answers(self, name: str) -> bool:
        """Whether a process can be called."""
        return name not in self.down | self.frozen

    def stood_still(self, name: str) -> bool:
        """Whether a process was killed or frozen since everybody was well: what it sends may be decided long before."""
        return name in self._stood

    def took(self, what: str, seconds: float) -> None:
        """Notes how long something took."""
        self.slowest[what] = max(self.slowest.get(what, 0.0), seconds)

    def kill(self, name: str) -> None:
        """SIGKILL."""
        self._note("kill", name)
        self._stood.add(name)
        self.platform.processes[name].kill()
        self.frozen.discard(name)
        self.down.add(name)

    def start(self, name: str) -> None:
        """Starts who was killed."""
        service, _, replica = name.partition("-")
        self.platform.start(service, int(replica or 0))
        self.down.discard(name)

    def freeze(self, name: str) -> None:
        """SIGSTOP: it lives, and does nothing."""
        self._note("freeze", name)
        self._stood.add(name)
        process(self.platform, name).suspend()
        self.frozen.add(name)

    def thaw(self, name: str) -> None:
        """SIGCONT."""
        process(self.platform, name).resume()
        self.frozen.discard(name)

    def cut_off(self, line: str) -> None:
        """Nothing comes through a line any more."""
        self._note("cut", line)
        self.platform.lines[line].cut()

    def pause(self, service: str) -> None:
        """Events are kept, and nothing is folded of them any more."""
        self._note("pause", service)
        assert cli(self.platform, service, "projections", "pause", "somebody tries it out") == 0
        self.paused.add(service)

    def resume(self, service: str) -> None:
        """What was kept meanwhile is folded."""
        assert cli(self.platform, service, "projections", "resume") == 0
        self.paused.discard(service)

    def mend(self) -> None:
        """Everything is whole again; what was missed is still on its way."""
        for name in list(self.frozen):
            self.thaw(name)
        for line in self.platform.lines.values():
            line.mend()
        for name in list(self.down):
            self.start(name)
        for service in list(self.paused):
            self.resume(service)

    def clear_up(self, seconds: float = 90.0) -> None:
        """Mends everything and waits until everybody is well: ready, and young in all that they heard, for a while."""
        if self.calm:
            return
        self.mend()
        self.rebuilds.finish(self.calm)
        deadline, began = time.monotonic() + seconds, time.monotonic()
        while time.monotonic() - began < _SETTLED:
            until(self._ready, deadline - time.monotonic(), "everybody is ready")
            if self._oldest() > _YOUNG:
                until(
                    lambda: self._oldest() < _YOUNG, deadline - time.monotonic(), "everybody hears the others"
                )
                began = time.monotonic()
        self.broken.clear()
        self._stood.clear()

    def _note(self, what: str, name: str) -> None:
        self.done[f"{what} {name}"] += 1
        self.broken.add(name)

    def _ready(self) -> bool:
        return all(self.platform.healthy(name, "readiness") for name in NAMES)

    def _oldest(self) -> float:
        """How old what anybody knows of anybody is, in seconds."""
        ages = [self._age(service) for service in SERVICES]
        return max(ages)

    def _age(self, service: str) -> float:
        [(count, age)] = fetch(
            self.platform.dsn(service),
            "select count(*), extract(epoch from now() - min(at))::float8 from watermarks where service = any(%s)",
            sorted(LISTENS[service]),
        )
        return float(age) if count == PARTITIONS * len(LISTENS[service]) else float("inf")
