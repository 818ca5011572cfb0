"""What stands in the topic, as values. What is new to this version is skipped: it never stops a reader."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from helhed_department.hashes import canonical, hash_of, hash_of_text, parsed, part_hash
from helhed_department.kinds import Kind, S

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
    also: tuple[tuple[str, dict[str, Any]], ...] = ()
    """Types and data of the same event in older versions, for as long as those are told."""

    def says(self, kind: Kind[S]) -> S | None:
        """What it says, typed, where it is of this kind, also in an older version: `event.says(events.GOAL_DEFINED)`. None
        where it isn't."""
        every = ((self.type, self.data), *self.also)
        return next((kind.of(wire, data) for wire, data in every if wire == kind.wire), None)


@dataclass(frozen=True)
class PlanTold:
    """A state of a family's plan, with the events since the state `after_state_no` (0: this is a snapshot). `text` is the
    plan as canonical JSON: it is looked into when somebody asks."""

    family: str
    grant: int
    state_no: int
    after_state_no: int
    view_version: int
    vector: str
    hash: str
    text: str
    parts: dict[str, str]
    told: tuple[dict[str, Any], ...]

    @cached_property
    def plan(self) -> dict[str, Any]:
        """The plan, as everybody attached sees it."""
        plan: dict[str, Any] = json.loads(self.text)
        return plan

    @cached_property
    def events(self) -> tuple[Led, ...]:
        """What led here, each event after its causes."""
        return tuple(_led(each) for each in self.told)

    @property
    def genuine(self) -> bool:
        """Whether the hash is that of the plan: everybody who is shown this state sees the same one. `read` has seen to it;
        a plan that was changed since isn't."""
        return hash_of(self.plan, self.view_version) == self.hash

    def wrong_parts(self) -> list[str]:
        """Sections whose hash isn't the one that was told of them. A topic's older records tell none."""
        return sorted(name for name, said in self.parts.items() if part_hash(self.plan.get(name)) != said)


@dataclass(frozen=True, slots=True)
class PlanRevoked:
    """Nobody of the department has a basis any more: delete what you keep of this family. The `reason` is `gone` where the
    topic has forgotten it."""

    family: str
    grant: int
    state_no: int
    reason: str


def read(value: bytes | None) -> PlanTold | PlanRevoked | None:
    """The message in a record's value; None for a tombstone and for types that this version doesn't know. Raises
    Unreadable, also where the hash isn't that of the plan."""
    if value is None:
        return None
    try:
        event, text = parsed(value)
        kind, data = event["type"], event["data"]
        if kind == PLAN_TOLD:
            return _told(data, text)
        if kind == PLAN_REVOKED:
            return PlanRevoked(data["family"], data["grant"], data["state_no"], data["reason"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(f"not a message as the contract says ({type(error).__name__})") from None
    return None


def _told(data: dict[str, Any], text: str | None) -> PlanTold:
    text = canonical(data["plan"]) if text is None else text
    if hash_of_text(text, data["view_version"]) != data["hash"]:
        raise Unreadable("the hash is not that of the plan")
    return PlanTold(
        family=data["family"],
        grant=data["grant"],
        state_no=data["state_no"],
        after_state_no=data.get("after_state_no", 0),
        view_version=data["view_version"],
        vector=data["vector"],
        hash=data["hash"],
        text=text,
        parts=data.get("parts", {}),
        told=tuple(data.get("events", ())),
    )


def _led(said: dict[str, Any]) -> Led:
    time, occurred_at = (datetime.fromisoformat(said[name]) for name in ("time", "occurred_at"))
    also = tuple((each["type"], each["data"]) for each in said.get("also", ()))
    return Led(said["ref"], said["type"], time, occurred_at, said["data"], also)
