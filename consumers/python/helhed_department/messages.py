"""What stands in the topic, as values. What is new to this version is skipped: it never stops a reader."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

PLAN_TOLD = "helhed.out.family-plan-told.v1"
PLAN_REVOKED = "helhed.out.family-plan-revoked.v1"


class Unreadable(Exception):
    """A record that is no message as the contract says. The text never holds what stands in it."""


@dataclass(frozen=True, slots=True)
class Led:
    """An event that led to a state. `ref` names it within the family, `type` its schema in contracts/."""

    ref: str
    type: str
    time: datetime
    occurred_at: datetime
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PlanTold:
    """A state of a family's plan, with the events since the state `after_state_no` (0: this is a snapshot)."""

    family: str
    grant: int
    state_no: int
    after_state_no: int
    view_version: int
    vector: str
    hash: str
    plan: dict[str, Any]
    parts: dict[str, str]
    events: tuple[Led, ...]

    @property
    def genuine(self) -> bool:
        """Whether the hash is that of the plan: everybody who is shown this state sees the same one."""
        return hash_of(self.plan, self.view_version) == self.hash


@dataclass(frozen=True, slots=True)
class PlanRevoked:
    """Nobody of the department has a basis any more: delete what you keep of this family."""

    family: str
    grant: int
    state_no: int
    reason: str


def hash_of(plan: dict[str, Any], view_version: int) -> str:
    """SHA-256 over the canonical JSON (RFC 8785) of plan and view version: there are no floats, and all keys are ASCII."""
    text = json.dumps(
        {"plan": plan, "view": view_version}, sort_keys=True, separators=(",", ":"), ensure_ascii=False
    )
    return hashlib.sha256(text.encode()).hexdigest()


def read(value: bytes | None) -> PlanTold | PlanRevoked | None:
    """The message in a record's value; None for a tombstone and for types that this version doesn't know. Raises
    Unreadable."""
    if value is None:
        return None
    try:
        event = json.loads(value)
        kind, data = event["type"], event["data"]
        if kind == PLAN_TOLD:
            return _told(data)
        if kind == PLAN_REVOKED:
            return PlanRevoked(data["family"], data["grant"], data["state_no"], data["reason"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Unreadable(f"not a message as the contract says ({type(error).__name__})") from None
    return None


def _told(data: dict[str, Any]) -> PlanTold:
    return PlanTold(
        family=data["family"],
        grant=data["grant"],
        state_no=data["state_no"],
        after_state_no=data.get("after_state_no", 0),
        view_version=data["view_version"],
        vector=data["vector"],
        hash=data["hash"],
        plan=data["plan"],
        parts=data.get("parts", {}),
        events=tuple(
            Led(
                each["ref"],
                each["type"],
                datetime.fromisoformat(each["time"]),
                datetime.fromisoformat(each["occurred_at"]),
                each["data"],
            )
            for each in data.get("events", ())
        ),
    )
