"""Somebody keeps a stream of a family's plan open at one replica, and goes on where it was cut off."""

import threading
import time
from dataclasses import dataclass
from itertools import pairwise

import grpc

from contracts.overview.overview_pb2 import FamilyPlan
from deploy.platform.insistent import Insistent
from eventkeep.refused import Refused
from tests.system.family import Family


@dataclass(frozen=True)
class Heard:
    """A state that came, and when."""

    at: float
    plan: FamilyPlan


class Listener:
    """An open stream. It ends when it is refused, or closed."""

    def __init__(self, family: Family, who: str, replica: str) -> None:
        self.who, self.replica, self.opened = who, replica, time.monotonic()
        self.heard: list[Heard] = []
        self.refused: float | None = None
        """When its reader was told that there is no such plan."""
        self._family, self._closed = family, threading.Event()
        self._client = Insistent({"overview": family.platform.address(replica)})
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    @property
    def last(self) -> FamilyPlan | None:
        """What came last."""
        return self.heard[-1].plan if self.heard else None

    def close(self) -> None:
        """Ends it."""
        self._closed.set()
        self._client.__exit__()
        self._thread.join()

    def assert_forward(self) -> None:
        """Each state that came is above the one before, or is the same and stands still now, or does no longer."""
        told = [(each.plan.state_no, each.plan.freshness.stale) for each in self.heard]
        assert all(
            before < after or (before == after and (stood or stands))
            for (before, stood), (after, stands) in pairwise(told)
        ), f"monotonic: a stream told {told}"

    def _listen(self) -> None:
        while not self._closed.is_set() and self.refused is None:
            try:
                self._hear()
            except Refused as refused:
                if refused.code == "plan_not_found":
                    self.refused = time.monotonic()
            except (grpc.RpcError, ValueError):  # its replica is gone, or it was closed itself
                pass
            self._closed.wait(0.1)

    def _hear(self) -> None:
        token, after = self._family.cast.token(self.who), self.last or FamilyPlan()
        stale = after.freshness.stale
        for plan in self._client.watch(token, self._family.id, after_state=after.state_no, after_stale=stale):
            self.heard.append(Heard(time.monotonic(), plan))
