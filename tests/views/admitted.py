"""One family, admitted on 1 March 2024, and how it stands on some day: for readable examples of targets."""

from datetime import date
from fractions import Fraction
from typing import Any

from contracts.contacts.events import (
    FamilyAdmitted,
    FamilyClosed,
    FamilyRegistered,
    Member,
    Role,
)
from contracts.ids import (
    CorrectionId,
    MeasureId,
    OccupationId,
    PersonId,
    RecordId,
    SupporterId,
)
from contracts.progress.events import (
    Measured,
    MeasureKind,
    OccupationEnded,
    OccupationKind,
    OccupationStarted,
    RegistrationCorrected,
)
from services.overview.outcomes.tally import Tally
from services.overview.outcomes.targets import Row, targets
from tests.unit.family import ANNA, BO, CLARA, FAMILY, SOFIE, ULLA, numbered
from tests.views.family_courses import Told, course_of

MET, MISSED = Tally(1, 1, families=1, among=1, shares=Fraction(1)), Tally(0, 1, families=1, among=1)
WAITS, LACKS = Tally(not_yet=1, among=1), Tally(not_measurable=1, among=1)
NOBODY = Tally()
FIRST, VISITED, YEAR = date(2024, 2, 1), date(2024, 3, 1), date(2025, 3, 1)
HELPER = numbered(SupporterId, 1)


def member(who: PersonId, role: Role, born: str | None) -> Member:
    """Somebody of the family."""
    return Member(person=who, role=role, name="A Name", born=born)


ADULT = member(ANNA, Role.ADULT, "1985-05-05")
YOUNG = member(BO, Role.YOUNG, "2009-03-01")
"""16 a year after the visitation date."""
CHILD = member(CLARA, Role.CHILD, "2015-07-01")


def admitted(programme: str = "familier-paa-vej", direct: int = 4) -> FamilyAdmitted:
    """The visitation."""
    return FamilyAdmitted(
        family=FAMILY,
        programme=programme,
        visitation_date=VISITED,
        deciders=(SOFIE,),
        health_professionals=(ULLA,),
        direct_contacts=direct,
    )


def family(*members: Member, **more: Any) -> list[Told]:
    """An admitted family."""
    return [(FIRST, FamilyRegistered(family=FAMILY, members=members)), (VISITED, admitted(**more))]


def stands(row: Row, life: list[Told], day: date, forgotten: tuple[str, ...] = ()) -> Tally:
    """One row."""
    return targets(course_of(life, forgotten), day)[row]


def does(
    who: PersonId, kind: OccupationKind, first: date, last: date | None = None, n: int = 1
) -> list[Told]:
    """Somebody does something, until a day."""
    name = numbered(OccupationId, n)
    begun = OccupationStarted(family=FAMILY, occupation=name, person=who, kind=kind, started_on=first)
    told: list[Told] = [(first, begun)]
    if last is not None:
        told.append((last, OccupationEnded(family=FAMILY, occupation=name, ended_on=last, reason="over")))
    return told


def job(first: date, last: date | None = None, n: int = 1) -> list[Told]:
    """Bo's leisure job."""
    return does(BO, OccupationKind.LEISURE_JOB, first, last, n)


def measured(who: PersonId, kind: MeasureKind, day: date, value: int, n: int = 1, on: str = "form") -> Told:
    """A measurement on a scale from 0 to 100."""
    return day, Measured(
        family=FAMILY,
        measure=numbered(MeasureId, n),
        kind=kind,
        person=who,
        instrument=on,
        scale_min=0,
        scale_max=100,
        value=value,
        measured_on=day,
    )


def series(who: PersonId, kind: MeasureKind, *readings: tuple[date, int]) -> list[Told]:
    """Measurements on one instrument."""
    return [measured(who, kind, day, value, n) for n, (day, value) in enumerate(readings, 1)]


def closed(day: date) -> Told:
    """The case is closed."""
    return day, FamilyClosed(family=FAMILY, reason="goals-reached")


def corrected(name: str, **right: Any) -> Told:
    """What was registered is corrected, long after."""
    said = RegistrationCorrected(
        family=FAMILY,
        correction=numbered(CorrectionId, 1),
        corrects=RecordId(name),
        because="A mistake.",
        **right,
    )
    return date(2026, 1, 1), said
