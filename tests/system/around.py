"""Those around one family in any weather: what they are answered and sent, and what must hold of it."""

import time
from collections.abc import Callable, Iterator
from functools import partial

import grpc

from contracts.overview.overview_pb2 import FamilyPlan
from deploy.platform.insistent import Insistent
from eventkeep import vector
from eventkeep.refused import Refused
from tests.system import promises
from tests.system.apart import REPLICAS
from tests.system.family import TEAM_STANDS, Family, fetch
from tests.system.giving import COMING_AND_GOING, Giving
from tests.system.ledger import Change, Ledger, Token
from tests.system.listening import Listener
from tests.system.play import until
from tests.system.promises import FRESH, MARGIN, WITHIN, Asked
from tests.system.weather import Weather

READERS = ("karin", *COMING_AND_GOING, "ellen")
_STANDING = {
    "select service, version, events from journal_heads where family = %s": "Kept is",
    "select view, state_no, vector, waiting, parked from views where family = %s": "Folded is",
    "select view from folds_due where family = %s": "Due is",
    "select service, (now() - min(at))::text from watermarks where %s <> '' group by 1": "Heard is, at the latest",
}
_STREAMS = 5
_LOOKED_AT, _ASKING = 0.5, 1.0
"""So often a stream looks again, and so long it waits for an answer of contacts, in seconds."""


class Around:
    """A family with its team, a plan begun and a meeting called; and those who read and listen."""

    def __init__(self, weather: Weather) -> None:
        self._weather, platform = weather, weather.platform
        self.family = Family(platform, TEAM_STANDS)
        self.ledger = Ledger(self._stored)
        self.giving = Giving(weather, self.family, self.ledger)
        self._clients = {name: Insistent({"overview": platform.address(name)}, 0.0) for name in REPLICAS}
        self._listeners: list[Listener] = []
        self._heard: dict[Listener, int] = {}
        self._was_calm = weather.calm
        for who in ("karin", "bent", "lone", "ellen"):
            self.ledger.changed(who, Change(True, 0.0, time.monotonic(), 7))
        self.giving.begin()
        for who, replica in zip(("bent", "lone"), REPLICAS, strict=True):
            self.watch(who, replica)

    def close(self) -> None:
        """Everybody hangs up."""
        for listener in self._listeners:
            listener.close()
        for client in self._clients.values():
            client.__exit__()
        self.giving.close()
        self.family.__exit__()

    def token(self, back: int | None) -> Token | None:
        """One of the last tokens that anybody was given; none for None."""
        return None if back is None else self.ledger.tokens[-1 - back % len(self.ledger.tokens)]

    def read(self, who: str, replica: str, after: Token | None) -> FamilyPlan | None:
        """What somebody is shown by a replica; None where it is nothing, or nobody answers.

        Where nothing is broken, what fails for now is tried again as long as the machine may be slow.
        """
        ends, paused = time.monotonic() + WITHIN, "overview" in self._weather.paused
        while self._weather.answers(replica):
            asked, answer = self._asked(who, replica, after)
            if isinstance(answer, FamilyPlan):
                promises.shown(self.ledger, asked, answer, self._weather.calm, paused)
                return answer
            if isinstance(answer, Refused) and answer.code == "plan_not_found":
                promises.complete_and_exclusive(self.ledger, asked, False, self._weather.calm)
                return None
            if not self._weather.calm or time.monotonic() > ends:
                promises.failed_for_now(after, answer, self._weather.calm, paused)
                return None
        return None

    def _asked(
        self, who: str, replica: str, after: Token | None
    ) -> tuple[Asked, FamilyPlan | Refused | grpc.RpcError]:
        began, token = time.monotonic(), self.family.cast.token(who)
        answer: FamilyPlan | Refused | grpc.RpcError
        try:
            answer = self._clients[replica].plan(token, self.family.id, after.text if after else "")
        except (Refused, grpc.RpcError) as wrong:
            answer = wrong
        return Asked(who, after, began, time.monotonic()), answer

    @property
    def listening(self) -> list[str]:
        """Whose streams are open."""
        return [listener.who for listener in self._listeners]

    def watch(self, who: str, replica: str) -> None:
        """Somebody opens a stream, which stays."""
        if len(self._listeners) < _STREAMS and self._weather.answers(replica):
            self._listeners.append(Listener(self.family, who, replica))

    def hear(self) -> None:
        """Holds what streams told since the last time, and that those that are to end have ended."""
        calm, self._was_calm = self._was_calm and self._weather.calm, self._weather.calm
        for listener in list(self._listeners):
            now, new = time.monotonic(), listener.heard[self._heard.get(listener, 0) :]
            self._heard[listener] = self._heard.get(listener, 0) + len(new)
            listener.assert_forward()
            for heard in new:
                promises.same_for_all(self.ledger, heard.plan)
                promises.no_effect_without_cause(self.ledger, heard.plan)
                if not self._weather.stood_still(listener.replica):
                    asked = Asked(listener.who, None, heard.at - MARGIN, heard.at)
                    promises.complete_and_exclusive(self.ledger, asked, True, calm)
            if listener.refused is not None:
                asked = Asked(listener.who, None, listener.refused, listener.refused)
                promises.complete_and_exclusive(self.ledger, asked, False, calm)
                self._listeners.remove(listener)
                listener.close()
            elif not self._weather.stood_still(listener.replica):
                self._has_to_end(listener, now, calm)

    def look(self, seconds: float) -> None:
        """Those who come and go ask again and again, everywhere."""
        ends = time.monotonic() + seconds

        def looked() -> bool:
            for who in COMING_AND_GOING:
                for replica in REPLICAS:
                    self.read(who, replica, None)
            self.hear()
            return time.monotonic() > ends

        until(looked, seconds + 30.0)

    def is_right_soon(self, who: str) -> None:
        """Where nothing is broken: within two seconds somebody is let in everywhere, and opens a stream that stays; or
        is out of everything."""
        if not self._weather.calm:
            return
        latest = self.ledger.latest(who)
        ends = latest.acknowledged + WITHIN
        for replica in REPLICAS:
            self._until(partial(self._is_right, who, replica, None), ends, f"{who} is right at {replica}")
        if latest.may:
            self._weather.took("let in", time.monotonic() - latest.acknowledged)
            self.watch(who, REPLICAS[len(self._listeners) % len(REPLICAS)])
            return
        for listener in [each for each in self._listeners if each.who == who]:
            self._until(lambda: listener.refused, ends, f"a stream of {who} ends")  # noqa: B023, called now
        self._weather.took("out", time.monotonic() - latest.acknowledged)

    def everybody_is_right(self) -> None:
        """Now that nothing is broken: who is attached sees the same, everything, everywhere; nobody else does.

        What was cut off tries its lines again after some seconds only: so long it may take here, and nowhere else.
        """
        ends = time.monotonic() + WITHIN + FRESH
        for who in READERS:
            for replica in REPLICAS:
                seen = partial(self._is_right, who, replica, self.ledger.tokens[-1])
                self._until(seen, ends, f"{who} is right at {replica}")
        for listener in self._listeners:
            self._until(
                partial(self._has_all_or_ended, listener), ends, f"a stream of {listener.who} is right"
            )
        self.hear()

    def _until(self, condition: Callable[[], object], ends: float, what: str) -> None:
        try:
            until(condition, ends - time.monotonic(), f"complete_and_exclusive: {what}")
        except AssertionError as late:
            late.add_note(f"Acknowledged is {self.ledger.acknowledged()}. " + " ".join(self._standing()))
            raise

    def _standing(self) -> Iterator[str]:
        """How far overview has come with the family: where it stops isn't seen from outside."""
        for query, about in _STANDING.items():
            yield f"{about}: {fetch(self._weather.platform.dsn('overview'), query, self.family.id)}."

    def _stored(self, service: str) -> list[vector.Vector]:
        return [vector.parse(event["causes"]) for event in self.family.events(service)]

    def _is_right(self, who: str, replica: str, head: Token | None) -> bool:
        shown = self.read(who, replica, head)
        if not self.ledger.latest(who).may:
            return shown is None
        return shown is not None and (head is None or self._is_all(shown))

    def _has_all_or_ended(self, listener: Listener) -> bool:
        """Whoever was out for a moment, while something was broken, may have lost the stream in it."""
        may = self.ledger.latest(listener.who).may
        return listener.refused is not None or (may and self._is_all(listener.last))

    def _is_all(self, shown: FamilyPlan | None) -> bool:
        return shown is not None and vector.covers(vector.parse(shown.vector), self.ledger.acknowledged())

    def _has_to_end(self, listener: Listener, now: float, calm: bool) -> None:
        latest = self.ledger.latest(listener.who)
        limit = WITHIN if calm else FRESH + _LOOKED_AT + _ASKING + MARGIN
        out = now - max(latest.acknowledged, listener.opened)
        ended = latest.may or out < limit
        assert ended, f"complete_and_exclusive: a stream of {listener.who} is open {out:.2f} s after the end"
