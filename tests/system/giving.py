"""What is done for one family in any weather, and what of it is known to be done."""

import time
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import grpc

from deploy.platform.insistent import GONE, Insistent
from eventkeep import vector
from eventkeep.clock import HERE, turn
from eventkeep.refused import Refused
from tests.system.family import Family
from tests.system.ledger import Change, Ledger, Token
from tests.system.play import until
from tests.system.promises import WITHIN, failed_for_now
from tests.system.weather import Weather

COMING_AND_GOING = ("bent", "lone", "omar")
WRITERS = ("contacts", "meetings", "plans", "progress")
_NOT_DONE = ("lagging", "reference_stale", "reference_parked")
_UNKNOWN = ("stopping", "deadline_exceeded", "stream_busy", "store_unreachable")
"""Whether it is done isn't known: the same command is sent again."""
_MEETING = datetime(2027, 1, 10, 16, tzinfo=HERE)
_LAW = {"kind": "law", "reference": "barnets lov § 32", "valid_from": "2025-01-01"}
_PATIENCE = 30.0


class Giving:
    """Karin, who is always attached, attaches and detaches, and works on the plan with others."""

    def __init__(self, weather: Weather, family: Family, ledger: Ledger) -> None:
        self._weather, self._family, self._ledger = weather, family, ledger
        self._client = Insistent({name: weather.platform.address(name) for name in WRITERS}, 0.0)
        self._ends: dict[str, date] = {}
        self._number = 0

    def close(self) -> None:
        """Hangs up."""
        self._client.__exit__()

    def begin(self) -> None:
        """A plan is drafted, and a meeting called over it."""
        seen = self._family.cast.seen
        drafted = self._family.do("karin", "plans.DraftPlan", plan="@plan", after=seen)
        said = {"meeting": "@meeting", "plan": "@plan", "revision": 0, "starts_at": _MEETING.isoformat()}
        called = self._family.do("karin", "meetings.ScheduleMeeting", after=drafted.token, **said)
        self._ledger.tokens.append(Token(called.token, vector.parse(called.vector)))

    def attach(self, who: str, ends: bool, after: Token | None) -> bool:
        """Attaches somebody, until a day or for good. Says whether it was done."""
        self._number += 1
        last = date.today() + timedelta(days=400 + self._number) if ends else None
        basis = _LAW | ({"valid_to": last.isoformat()} if last else {})
        said = {"professional": "@" + who, "purpose": "child-health", "basis": basis}
        done = self._change(who, True, "contacts.AttachProfessional", said, after)
        if done:
            self._ends.pop(who, None)
            self._ends |= {who: last} if last else {}
        return done

    def detach(self, who: str, after: Token | None) -> bool:
        """Detaches somebody who is attached. Says whether it was done."""
        said = {"professional": "@" + who, "reason": "moved-on"}
        attached = self._ledger.latest(who).may
        done = attached and self._change(who, False, "contacts.DetachProfessional", said, after)
        if done:
            self._ends.pop(who, None)
        return done

    def let_bases_expire(self) -> None:
        """Turns the clock to the day after each basis that ends, and waits until contacts has said so."""
        if not self._ends or not self._weather.answers("contacts"):
            return
        before, sent = len(self._expired()), time.monotonic()
        turn(
            self._weather.platform.clock,
            datetime.combine(max(self._ends.values()), _MEETING.time(), HERE) + timedelta(days=1),
        )
        until(lambda: len(self._expired()) == before + len(self._ends), _PATIENCE, f"{self._ends} end")
        for event in self._expired()[before:]:
            [who] = [
                each for each in self._ends if self._family.cast.id(each) == event["data"]["professional"]
            ]
            self._ledger.changed(who, Change(False, sent, time.monotonic(), event["familyversion"]))
        self._ends = {}

    def command(self, service: str, after: Token | None) -> None:
        """Something is added, as long as the service can be called."""
        if self._weather.answers(service):
            self.insist(service, after)

    def insist(self, service: str, after: Token | None = None) -> None:
        """Something is added, also if the service dies meanwhile."""
        self._number += 1
        who, name, said = self._something(service)
        self._give(who, name, said, after)

    def _something(self, service: str) -> tuple[str, str, dict[str, Any]]:
        match service:
            case "contacts":
                return "karin", "contacts.AttachProfessional", self._self()
            case "meetings":
                starts = _MEETING + timedelta(minutes=self._number)
                moved = {"meeting": "@meeting", "starts_at": starts.isoformat(), "place": "home"}
                return "karin", "meetings.RescheduleMeeting", moved
            case "plans":
                area = {"focus_area": str(uuid4()), "title": "Somebody to play with"}
                return "karin", "plans.AddFocusArea", area
            case _:
                noted = {
                    "success": str(uuid4()),
                    "person": "@viggo",
                    "words": "He laughed",
                    "noted_on": "2025-01-02",
                }
                return "ellen", "progress.NoteSmallSuccess", noted

    def _self(self) -> dict[str, Any]:
        """Karin's purpose is said anew."""
        return {"professional": "@karin", "purpose": f"coordination-{self._number}", "basis": _LAW}

    def _change(self, who: str, may: bool, name: str, said: dict[str, Any], after: Token | None) -> bool:
        """A change of rights, where contacts can be called. Says whether it was made."""
        if not self._weather.answers("contacts"):
            return False
        sent = time.monotonic()
        answer = self._give("karin", name, said, after)
        if answer is None:
            return False
        at = vector.parse(answer.vector)["contacts"]
        self._ledger.changed(who, Change(may, sent, time.monotonic(), at))
        return True

    def _give(self, who: str, name: str, said: dict[str, Any], after: Token | None) -> Any:
        """Gives a command until its answer is known. None: it waited in vain for what its token names, and wasn't done."""
        command_id, began = str(uuid4()), time.monotonic()
        fields = {"family": self._family.id, **self._family.cast.resolved(said)}
        token = self._family.cast.token(who)
        while True:
            try:
                answer = self._client.command(token, name, fields, after.text if after else "", command_id)
                break
            except Refused as refused:
                if refused.code in _NOT_DONE and self._in_vain(name.partition(".")[0], refused, after, began):
                    return None
                if refused.code not in (*_NOT_DONE, *_UNKNOWN) or time.monotonic() - began > _PATIENCE:
                    raise
            except grpc.RpcError as error:
                if error.code() not in GONE or time.monotonic() - began > _PATIENCE:
                    raise
        self._note(name.partition(".")[0], answer, after)
        return answer

    def _in_vain(self, service: str, refused: Refused, after: Token | None, began: float) -> bool:
        """Where nothing is broken there is some patience, for the machine."""
        calm = self._weather.calm
        if calm and time.monotonic() - began < WITHIN:
            return False
        failed_for_now(after, refused, calm, service in self._weather.paused)
        return True

    def _note(self, service: str, answer: Any, after: Token | None) -> None:
        seen = vector.parse(answer.vector)
        if after:
            lacks = vector.missing(seen, after.vector)
            assert not lacks, f"read_your_writes: {service} answered at {answer.vector} without {lacks}"
            self._ledger.told_after[service, seen[service]] = after.vector
        self._ledger.tokens.append(Token(answer.token, seen))

    def _expired(self) -> list[dict[str, Any]]:
        return self._family.events("contacts", "attachment-expired.v1")
