"""Whose registrations are due and when, by the scheme of the last held meeting (progressionsregistrering). P30, A26."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from contracts.progress.events import ScoredBy
from contracts.shapes import PartyKind

Plan = Mapping[str, Any]
EVERY = {
    "daily": 1,
    "weekly": 7,
    "every-two-weeks": 14,
    "fortnightly": 14,
    "monthly": 30,
    "quarterly": 91,
}
"""How many days lie between two registrations, by the code that a meeting agreed; of others no day is known. INV-30."""


@dataclass(frozen=True, slots=True)
class Due:
    """The next registration that somebody agreed to make. `last` is the day that it is counted from."""

    kind: PartyKind
    who: str
    last: str | None
    due_on: str | None
    """None where the meeting agreed how often in words of its own."""


def due(plan: Plan) -> list[Due]:
    """One for each of those around the family who agreed to register: members first, as the meeting named them."""
    scheme = plan["progress_scheme"]
    if not scheme or plan["case"]["closed"]:
        return []
    members = {each["person"] for each in plan["members"]}
    attached = {each["professional"] for each in plan["attached"]}
    return [
        *(_due(plan, PartyKind.PERSON, who) for who in scheme["persons"] if who in members),
        *(_due(plan, PartyKind.PROFESSIONAL, who) for who in scheme["professionals"] if who in attached),
    ]


def interval(plan: Plan) -> int | None:
    """The agreed days between two registrations, where they are known."""
    scheme = plan["progress_scheme"]
    return EVERY.get(scheme["every"]) if scheme else None


def _due(plan: Plan, kind: PartyKind, who: str) -> Due:
    held = [each["date"] for each in plan["meetings"] if each["meeting"] == plan["agreed_at_meeting"]]
    last, every = max([*_made(plan, kind, who), *held], default=None), interval(plan)
    following = last and every and (date.fromisoformat(last) + timedelta(days=every)).isoformat()
    return Due(kind, who, last, following or None)


def _made(plan: Plan, kind: PartyKind, who: str) -> list[str]:
    """The days on which somebody registered: of a member those of his or her own course, where there are any. INV-59.

    Who gave a view isn't told with it, only whose course it is about: so all professionals count as one.
    """
    view = ScoredBy.PROFESSIONAL if kind is PartyKind.PROFESSIONAL else ScoredBy.CITIZEN
    made = [(person, day) for by, person, day in _views(plan) if by == view]
    own = [day for person, day in made if person == who]
    return own or [day for _, day in made]


def _views(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Whose view each registration or sitting of a wheel is, whom it is about, and its day."""
    for goal in plan["progress"]:
        for each in goal["registrations"]:
            yield each["by_kind"], each["person"], each["registered_on"]
    for wheel in plan["wheels"]:
        for each in wheel["scorings"]:
            yield each["by_kind"], wheel["person"], each["scored_on"]
