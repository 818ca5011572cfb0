"""What is registered of a family already: the state that every decision about it is made on."""

from dataclasses import dataclass, field
from datetime import date, datetime

from contracts.ids import GoalId, Id, PersonId
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.progress.reference import Known


@dataclass(frozen=True)
class State:
    """What is registered already: ids, and what has a baseline."""

    used: frozenset[Id] = frozenset()
    baselines: frozenset[tuple[PersonId, GoalId | None, str]] = frozenset()
    known: Known = field(default_factory=Known)


def require_new(state: State, new: Id) -> None:
    """An id is chosen by the caller and used once. A27."""
    if new in state.used:
        raise Refused(
            "registered_already",
            "This id is used already.",
            "A27",
            "Choose a new id.",
            danish="Dette id er allerede brugt.",
            danish_next="Vælg et nyt id.",
        )


def require_past(day: date, at: datetime) -> None:
    """What is registered has happened, by the day of Europe/Copenhagen. A27."""
    if day > day_of(at):
        raise Refused(
            "not_happened_yet",
            "What is registered has happened.",
            "A27",
            "Correct the date.",
            danish="Kun det, der er sket, kan registreres.",
            danish_next="Ret datoen.",
        )
