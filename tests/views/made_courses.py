"""Made-up courses of families: births, moves, gaps, corrections, missing baselines, jobs across years, early closings."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from contracts.contacts.events import (
    ContactKind,
    ContactStarted,
    FamilyAdmitted,
    FamilyClosed,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    FamilyRegistered,
    FamilyReopened,
    Member,
    PrimaryContactDesignated,
    PrimaryContactVacated,
    Role,
)
from contracts.ids import (
    GoalId,
    PersonId,
    ProfessionalId,
    RecordId,
)
from contracts.plans.events import GoalDefined, ResourceCourseStarted
from contracts.shapes import Event, PartyKind
from tests.unit.family import FAMILY, SOFIE, numbered
from tests.views import made_records
from tests.views.family_courses import Told
from tests.views.made_records import VISITED, days


@dataclass(frozen=True)
class Made:
    """A life, the day on which it is looked at, and who was forgotten by then."""

    life: list[Told]
    day: date
    forgotten: tuple[PersonId, ...] = ()


@st.composite
def courses(draw: Any) -> Made:
    """A family that was admitted, and what became of it in two years."""
    first, last = VISITED - timedelta(days=draw(st.integers(0, 90))), VISITED + timedelta(days=700)
    told: list[Told] = []
    people = [numbered(PersonId, n) for n in range(1, draw(st.integers(2, 5)))]
    told += _family(draw, people, first, last)
    told += _contacts(draw, first, last)
    records: list[tuple[RecordId, bool]] = []
    told += made_records.doings(draw, people, first, last, records)
    told += made_records.measures(draw, people, first, last, records)
    told += made_records.corrections(draw, first, last, records)
    told += _plan(draw, people, first, last)
    forgotten = tuple(who for who in people if draw(st.integers(0, 9)) == 0)
    day = days(draw, VISITED - timedelta(days=2), last) if draw(st.integers(0, 2)) else last
    return Made(sorted(told, key=lambda each: each[0]), day, forgotten)


@st.composite
def tried(draw: Any) -> Made:
    """The same, and how it went with interventions. Apart, so that what targets meet stays as varied as it is."""
    made: Made = draw(courses())
    people = [numbered(PersonId, n) for n in range(1, 5)]
    first, last = made.life[0][0], VISITED + timedelta(days=700)
    records: list[tuple[RecordId, bool]] = []
    told = made_records.registrations(draw, people, first, last, records)
    told += made_records.corrections(draw, first, last, records, since=10)
    return replace(made, life=sorted([*made.life, *told], key=lambda each: each[0]))


def _family(draw: Any, people: list[PersonId], first: date, last: date) -> list[Told]:
    """Some are there from the beginning; others are born, move in, out and in again."""
    there = [_member(draw, who) for who in people if draw(st.integers(0, 2))]
    told: list[Told] = [(first, FamilyRegistered(family=FAMILY, members=tuple(there)))]
    admitted = FamilyAdmitted(
        family=FAMILY,
        programme=draw(st.sampled_from(["familier-paa-vej", "det-gode-ressourceforloeb"])),
        visitation_date=VISITED,
        deciders=(SOFIE,),
        health_professionals=(),
        direct_contacts=draw(st.integers(0, 4)),
    )
    told.append((VISITED, admitted))
    for who in people:
        day = first
        for _ in range(draw(st.integers(0, 3))):
            day = days(draw, day, last)
            moves: list[Event] = [
                FamilyMemberAdded(family=FAMILY, member=_member(draw, who)),
                FamilyMemberChanged(family=FAMILY, member=_member(draw, who)),
                FamilyMemberLeft(family=FAMILY, person=who, reason="moved"),
            ]
            told.append((day, draw(st.sampled_from(moves))))
    if draw(st.booleans()):
        closing = days(draw, VISITED, last)
        told.append((closing, FamilyClosed(family=FAMILY, reason="goals-reached")))
        if draw(st.booleans()):
            told.append((days(draw, closing, last), FamilyReopened(family=FAMILY, reason="asked")))
    return told


def _member(draw: Any, who: PersonId) -> Member:
    """Children, young and adults; of one in five nobody told the day of birth. The role may be wrong."""
    age = draw(st.sampled_from([0, 5, 13, 14, 15, 17, 18, 40, 41]))
    born = draw(st.dates(date(2025 - age - 1, 1, 1), date(2025 - age, 12, 31)))
    known = draw(st.integers(0, 4)) > 0
    role = draw(st.sampled_from(list(Role)))
    return Member(person=who, role=role, name="A Name", born=born.isoformat() if known else None)


def _contacts(draw: Any, first: date, last: date) -> list[Told]:
    told: list[Told] = []
    for _ in range(draw(st.integers(0, 4))):
        kind, number = draw(st.sampled_from(list(ContactKind))), draw(st.integers(0, 5))
        told.append(
            (
                days(draw, first, last),
                ContactStarted(family=FAMILY, professional=SOFIE, kind=kind, contacts=number),
            )
        )
    for _ in range(draw(st.integers(0, 3))):
        event = draw(st.sampled_from([PrimaryContactDesignated, PrimaryContactVacated]))
        told.append((days(draw, first, last), event(family=FAMILY, professional=numbered(ProfessionalId, 1))))
    return told


def _plan(draw: Any, people: list[PersonId], first: date, last: date) -> list[Told]:
    told: list[Told] = []
    for number in range(draw(st.integers(0, 2))):
        goal = GoalDefined(
            family=FAMILY,
            goal=numbered(GoalId, number),
            level=1,
            author_kind=draw(st.sampled_from(list(PartyKind))),
            author=people[0],
            own_words="More time outside.",
            owner_kind=PartyKind.PERSON,
            owner=people[0],
            rank=1,
            revision=1,
        )
        told.append((days(draw, first, last), goal))
    if draw(st.booleans()):
        began = days(draw, first, last)
        told.append(
            (
                began,
                ResourceCourseStarted(family=FAMILY, person=draw(st.sampled_from(people)), started_on=began),
            )
        )
    return told
