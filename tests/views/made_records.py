"""Made-up registrations for made-up courses: what is measured, done and tried, and what was wrong with it."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from contracts.contacts.events import SupporterAdded, SupporterKind, SupporterLeft
from contracts.ids import (
    BaselineId,
    CorrectionId,
    GoalId,
    InterventionId,
    MeasureId,
    OccupationId,
    PersonId,
    RecordId,
    RegistrationId,
    SupporterId,
)
from contracts.plans.events import InterventionAdded
from contracts.progress.events import (
    BaselineRecorded,
    InclusionAnswered,
    Measured,
    MeasureKind,
    OccupationEnded,
    OccupationKind,
    OccupationStarted,
    ProgressRegistered,
    RegistrationCorrected,
    ScoredBy,
)
from contracts.shapes import Event
from tests.unit.family import FAMILY, numbered
from tests.views.family_courses import Told
from tests.views.planned import EAT, intervention

VISITED = date(2024, 2, 29)
_SCALES = (("one-to-five", 1, 5), ("one-to-five", 0, 10), ("percent", 0, 100))
_KINDS = [*MeasureKind, *[MeasureKind.WELLBEING, MeasureKind.PHYSICAL_HEALTH, MeasureKind.MENTAL_HEALTH] * 2]


def days(draw: Any, first: date, last: date) -> date:
    """Some day; often one at which something turns."""
    turns = [VISITED, *(VISITED + timedelta(days=n) for n in (60, 61, 364, 365, 366, 367, 425, 426))]
    near = [day for day in turns if first <= day <= last]
    any_day = st.dates(first, last)
    found: date = draw(st.one_of(any_day, st.sampled_from(near)) if near else any_day)
    return found


def doings(
    draw: Any, people: list[PersonId], first: date, last: date, records: list[tuple[RecordId, bool]]
) -> list[Told]:
    """Half of it is jobs, many of about half a year, with others after them."""
    told: list[Told] = []
    kinds = [OccupationKind.LEISURE_JOB] * 6 + [OccupationKind.LEISURE_ACTIVITY] * 3 + list(OccupationKind)
    for number in range(draw(st.integers(0, 6))):
        name, begun = numbered(OccupationId, number), days(draw, first, last)
        started = OccupationStarted(
            family=FAMILY,
            occupation=name,
            person=draw(st.sampled_from(people)),
            kind=draw(st.sampled_from(kinds)),
            started_on=begun,
        )
        told.append((begun, started))
        ends = draw(st.booleans())
        if ends:
            length = draw(st.one_of(st.integers(178, 186), st.integers(0, 400)))
            end = begun + timedelta(days=length)
            told.append((end, OccupationEnded(family=FAMILY, occupation=name, ended_on=end, reason="over")))
        records.append((RecordId(name), ends))
    return told


def measures(
    draw: Any, people: list[PersonId], first: date, last: date, records: list[tuple[RecordId, bool]]
) -> list[Told]:
    """Too early, too late, on another instrument, or not at all."""
    told: list[Told] = []
    helpers = [numbered(SupporterId, n) for n in range(1, draw(st.integers(1, 3)))]
    for who in helpers:
        added = SupporterAdded(
            family=FAMILY, supporter=who, kind=SupporterKind.MENTOR, name="A Name", relation="mentor"
        )
        came = days(draw, first, last)
        told.append((came, added))
        if draw(st.booleans()):
            left = SupporterLeft(family=FAMILY, supporter=who, reason="over")
            told.append((days(draw, came, last), left))
    number = 0
    for _ in range(draw(st.integers(0, 4))):
        kind, person = draw(st.sampled_from(_KINDS)), draw(st.sampled_from(people))
        helper = draw(st.sampled_from(helpers)) if helpers and draw(st.integers(0, 3)) == 0 else None
        for nth in range(draw(st.integers(1, 4))):
            number += 1
            instrument, low, high = draw(st.sampled_from(_SCALES * 2 + (_SCALES[0],) * 9))
            since = first - timedelta(days=60) if nth == 0 else VISITED
            day = days(draw, since, VISITED + timedelta(days=61) if nth == 0 else last)
            on = {"family": FAMILY, "instrument": instrument, "scale_min": low, "scale_max": high}
            on |= {"value": draw(st.integers(low, high)), "measured_on": day}
            name = numbered(MeasureId, number)
            if helper is not None:
                made: Event = InclusionAnswered(**on, measure=name, supporter=helper)
            elif draw(st.integers(0, 7)) == 0:
                made = BaselineRecorded(**on, baseline=BaselineId(name), person=person)
            else:
                made = Measured(**on, measure=name, person=person, kind=kind)
            records.append((RecordId(name), False))
            told.append((max(day, first), made))
    told += _before_and_after(draw, people, first, records)
    return told


def _before_and_after(
    draw: Any, people: list[PersonId], first: date, records: list[tuple[RecordId, bool]]
) -> list[Told]:
    """As it should be: at the visitation and again a year later, on one instrument. Chance alone seldom makes it."""
    told: list[Told] = []
    for kind in draw(st.lists(st.sampled_from(list(MeasureKind)), max_size=4, unique=True)):
        person, values = draw(st.sampled_from(people)), [draw(st.integers(1, 5)), draw(st.integers(1, 5))]
        if draw(st.booleans()):
            values.sort()
        for since, value in zip((0, 365), values, strict=True):
            day = VISITED + timedelta(days=since + draw(st.integers(0, 60)))
            name = numbered(MeasureId, 100 + len(records))
            measured = Measured(
                family=FAMILY,
                measure=name,
                person=person,
                kind=kind,
                instrument="one-to-five",
                scale_min=1,
                scale_max=5,
                value=value,
                measured_on=day,
            )
            records.append((RecordId(name), False))
            told.append((max(day, first), measured))
    return told


def registrations(
    draw: Any, people: list[PersonId], first: date, last: date, records: list[tuple[RecordId, bool]]
) -> list[Told]:
    """How it goes with interventions, of a kind, of none, of one told later or never; often twice on one day."""
    told: list[Told] = []
    works = [numbered(InterventionId, number) for number in range(1, 4)]
    for work in works[: draw(st.integers(0, 3))]:
        told.append((days(draw, first, last), _intervention(work, draw(st.sampled_from(_WORKS)))))
    number = 0
    for _ in range(draw(st.integers(0, 3))):
        series = {
            "person": draw(st.sampled_from(people)),
            "intervention": draw(st.sampled_from(works)),
            "goal": draw(st.sampled_from([numbered(GoalId, 1), numbered(GoalId, 2)])),
            "by_kind": draw(st.sampled_from(list(ScoredBy))),
        }
        for _ in range(draw(st.integers(1, 4))):
            number += 1
            name, day = numbered(RegistrationId, number), days(draw, first, last)
            value = draw(st.integers(0, 10))
            on = {"family": FAMILY, "registration": name, "value": value, "registered_on": day}
            told.append((day, ProgressRegistered(**on, **series)))
            records.append((RecordId(name), False))
    return told


_WORKS = ("company-placement", "talks", None)


def _intervention(name: InterventionId, kind: str | None) -> InterventionAdded:
    return intervention(name, EAT, VISITED).model_copy(update={"kind": kind})


def corrections(
    draw: Any, first: date, last: date, records: list[tuple[RecordId, bool]], since: int = 0
) -> list[Told]:
    """Another value, another day, or that it never was."""
    told: list[Told] = []
    for number in range(since, since + draw(st.integers(0, 4)) if records else since):
        name, ended = draw(st.sampled_from(records))
        what = draw(st.integers(0, 3))
        corrected = RegistrationCorrected(
            family=FAMILY,
            correction=numbered(CorrectionId, number),
            corrects=name,
            taken_back=what == 0,
            value=draw(st.integers(1, 5)) if what == 1 else None,
            day=days(draw, first, VISITED) if what == 2 else None,
            ended_on=last if what == 3 and ended else None,
            because="It was wrong.",
        )
        told.append((last, corrected))
    return told
