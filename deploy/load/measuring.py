"""What is measured of a generated family, as it is admitted and a year later, with gaps; and what was registered wrongly."""

from datetime import timedelta
from typing import Any

from deploy.load.life import Life, Person
from deploy.load.municipality import Colleague
from deploy.load.words import MISTAKES

SCALES: dict[str, tuple[str, int, int]] = {
    "attendance": ("days-present", 0, 100),
    "wellbeing": ("wellbeing-scale", 1, 10),
    "child-health": ("child-health-scale", 1, 10),
    "pupil-plan": ("pupil-plan-scale", 1, 5),
    "physical-health": ("self-rated-physical", 1, 10),
    "mental-health": ("self-rated-mental", 1, 10),
}
"""The instrument of each kind, and its scale."""
_OF_CHILDREN = ("attendance", "wellbeing", "child-health", "pupil-plan")
_OF_ADULTS = ("physical-health", "mental-health")
_BY_HEALTH_VISITOR = ("wellbeing", "child-health")
_THERE, _AGAIN = 0.85, 0.75
"""How often something is measured at the start, and a year later: the rest are gaps."""


def first(life: Life) -> None:
    """Where everybody stands as the family is admitted."""
    for person in life.members:
        for kind in _kinds(person):
            if life.luck.random() < _THERE:
                _, low, high = SCALES[kind]
                _measure(life, person, kind, life.luck.randint(low, low + (high - low) * 2 // 3))
    _trust(life)
    _included(life)


def attendance(life: Life) -> None:
    """How often the young were at school or in day care these last weeks."""
    for person in life.young:
        if life.luck.random() < 0.5:
            _measure(life, person, "attendance", life.luck.randint(50, 100))


def again(life: Life) -> None:
    """The same a year after the visitation: for most better than before, for some not."""
    for person, kind, before in [*life.measured]:
        if person in life.members and life.luck.random() < _AGAIN:
            _, low, high = SCALES[kind]
            better = round(before * life.luck.uniform(0.8, 2.2))
            _measure(life, person, kind, max(low, min(high, better)))
    _trust(life)
    _included(life)


def _kinds(person: Person) -> tuple[str, ...]:
    return _OF_ADULTS if person.role == "adult" else _OF_CHILDREN


def _sayer(life: Life, person: Person, kind: str) -> str | None:
    """Health visitors assess children; adults rate themselves, or somebody writes it down for them."""
    if kind in _BY_HEALTH_VISITOR:
        visitors = [each for each in life.around if each.work.profession == "health-visitor"]
        return visitors[0].key if visitors else None
    if kind in _OF_ADULTS:
        return person.key if life.luck.random() < 0.5 else life.caseworker
    schools = [each for each in life.around if each.work.department in ("school", "day-care")]
    return life.luck.choice(schools).key if schools else life.caseworker


def _measure(life: Life, person: Person, kind: str, value: int) -> None:
    sayer = _sayer(life, person, kind)
    if sayer is None or (person.key, kind, life.day) in life.on_day:
        return
    life.on_day.add((person.key, kind, life.day))
    if not any((who, what) == (person, kind) for who, what, _ in life.measured):
        life.measured.append((person, kind, value))
    instrument, low, high = SCALES[kind]
    measure = life.new("measure")
    weeks: dict[str, Any] = {"period_from": life.day - timedelta(days=27)} if kind == "attendance" else {}
    life.does(
        sayer,
        "progress.RecordMeasure",
        "Something is measured.",
        measure=f"@{measure}",
        kind=kind,
        person=f"@{person.key}",
        instrument=instrument,
        scale_min=low,
        scale_max=high,
        value=value,
        measured_on=life.day,
        **weeks,
    )
    if life.luck.random() < 0.06:
        wrong = life.luck.random() < 0.3
        right = {"taken_back": True} if wrong else {"value": life.luck.randint(low, high)}
        corrected(life, sayer, measure, **right)


def corrected(life: Life, who: str, what: str, **right: Any) -> None:
    """Something was registered wrongly: what is right, or that it never was."""
    life.does(
        who,
        "progress.CorrectRegistration",
        "Something was wrong.",
        correction=f"@{life.new('correction')}",
        corrects=f"@{what}",
        because=life.luck.choice(MISTAKES),
        **right,
    )


def _trust(life: Life) -> None:
    """Adults say how far they trust the municipality, or one of those around them."""
    for each in life.adults:
        if life.luck.random() < 0.6:
            trusted: Colleague | None = life.luck.choice((None, *life.around))
            about = {"professional": f"@{trusted.key}"} if trusted else {}
            life.does(
                each.key,
                "progress.RateTrust",
                "How the trust is.",
                rating=f"@{life.new('rating')}",
                person=f"@{each.key}",
                value=life.luck.randint(1, 5),
                rated_on=life.day,
                **about,
            )


def _included(life: Life) -> None:
    """Who stands by the family says how included it feels."""
    if life.supporter is None:
        return
    life.does(
        life.caseworker,
        "progress.RecordInclusion",
        "How included a partner feels.",
        measure=f"@{life.new('measure')}",
        supporter=f"@{life.supporter}",
        instrument="inclusion-survey",
        scale_min=1,
        scale_max=5,
        value=life.luck.randint(1, 5),
        measured_on=life.day,
    )
