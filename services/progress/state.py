"""What is registered of a family already: the state that every decision about it is made on."""

from dataclasses import dataclass, field
from datetime import date, datetime

from contracts.ids import AxisId, DeviationId, GoalId, Id, PersonId, ProfessionalId, RecordId, WheelId
from contracts.progress.events import Axis, MeasureKind, OccupationKind, ScoredBy, WheelKind
from contracts.shapes import PartyKind
from eventkeep.clock import day_of
from eventkeep.refused import Refused
from services.progress.reference import Known


@dataclass(frozen=True)
class Word:
    """Whose word it is: who may register it, and so who may correct it. `services/progress/sayers.py`."""

    as_professional: bool = False
    """The professional's view, which is kept apart from the family's. INV-59."""
    own: bool = False
    """Of the family's members only the one it is about says it. P28, T11."""
    trusted: ProfessionalId | None = None
    """Whom the trust is in. R51."""
    measured: MeasureKind | None = None


def scored_word(by_kind: ScoredBy) -> Word:
    """Whose word a score is: the professional's view, or the family's. INV-59."""
    return Word(as_professional=by_kind is ScoredBy.PROFESSIONAL)


@dataclass(frozen=True)
class Record:
    """Something registered, as far as a correction needs it: its days, its scale, whose word it is. X-08."""

    day: date
    scale: tuple[int, int] | None = None
    person: PersonId | None = None
    axes: frozenset[AxisId] = frozenset()
    """Those that were scored."""
    occupation: tuple[OccupationKind, str | None] | None = None
    ended_on: date | None = None
    period_from: date | None = None
    baseline: tuple[GoalId | None, str] | None = None
    measured: tuple[MeasureKind, str] | None = None
    word: Word = Word()
    taken_back: bool = False


@dataclass(frozen=True)
class Wheel:
    """A person's wheel as it is defined now, and what each axis that it ever had means: a goal or an area."""

    kind: WheelKind
    person: PersonId
    axes: tuple[Axis, ...]
    meant: dict[AxisId, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Deviation:
    """A deviation from the plan, and how far its procedure has come: who acts by when, since when somebody has. INV-31."""

    owner: Id
    owner_kind: PartyKind
    due_on: date
    reported_on: date
    acted_on: date | None = None
    overdue: bool = False
    closed: bool = False


@dataclass(frozen=True)
class State:
    """What is registered already, by its id."""

    used: frozenset[Id] = frozenset()
    records: dict[RecordId, Record] = field(default_factory=dict)
    wheels: dict[WheelId, Wheel] = field(default_factory=dict)
    deviations: dict[DeviationId, Deviation] = field(default_factory=dict)
    suspended: bool = False
    """The family's case is closed: nobody is reminded. Q15."""
    pilot_of: frozenset[str] = frozenset()
    """The programmes for which the model is tried with this family. T16."""
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


def require_on_scale(value: int, scale_min: int, scale_max: int) -> None:
    """A value lies on its scale, which has more than one step: the instrument's, or that of all scores. INV-55."""
    if not scale_min <= value <= scale_max or scale_min == scale_max:
        raise Refused(
            "value_outside_scale",
            "The value lies on the scale.",
            "INV-55",
            f"Give a value from {scale_min} to {scale_max}, or correct the scale if you named it.",
            danish="Værdien skal ligge på skalaen.",
            danish_next=f"Angiv en værdi fra {scale_min} til {scale_max}, eller ret skalaen, hvis du har angivet den.",
        )
