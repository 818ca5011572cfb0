"""What a department's system says of how it goes by itself, and what somebody of the department stands for. INV-58."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from contracts.contacts.events import FamilyClosed, ProfessionalAttached, ProfessionalDetached
from contracts.ids import CorrectionId, DeviationId, MeasureId, OccupationId, RecordId
from contracts.progress.events import (
    Measured,
    MeasureKind,
    OccupationEnded,
    OccupationKind,
    OccupationStarted,
    RegistrationCorrected,
)
from contracts.shapes import Actor, ActorKind, PartyKind
from eventkeep.testing import Given, folded, given
from services.progress.corrections import CorrectRegistration
from services.progress.deviation_course import TakeDeviationAction
from services.progress.deviations import ReportDeviation
from services.progress.domain import FamilyCommand
from services.progress.measures import RecordMeasure
from services.progress.occupations import EndOccupation, StartOccupation
from services.progress.reference import ContactsFacts, evolve_contacts
from tests.unit.family import ANNA, AROUND, AT, BO, FAMILY, GOAL, HOME_LAW, SOFIE, TOMAS, attached, numbered
from tests.unit.progress_commands import NOTE, REGISTER
from tests.unit.progress_story import KNOWN, NOTED, PROGRESS, REGISTERED, TODAY

SYSTEM = Actor(kind=ActorKind.DEPARTMENT, id="social", department="social", through="social")
"""The system of the department that Sofie, Tomas and Ulla work for, with nobody typing."""
OF_OTHERS = Actor(kind=ActorKind.DEPARTMENT, id="school", department="school", through="school")
OF_SOFIE = Actor(kind=ActorKind.PROFESSIONAL, id=SOFIE, department="social", through="social")
OF_OTHERS_FOR_SOFIE = OF_SOFIE.model_copy(update={"department": "school", "through": "school"})
ATTEND = RecordMeasure(
    by=SYSTEM,
    at=AT,
    family=FAMILY,
    measure=numbered(MeasureId, 1),
    kind=MeasureKind.ATTENDANCE,
    person=BO,
    instrument="days-at-school",
    scale_min=0,
    scale_max=100,
    value=64,
    measured_on=TODAY,
)
ATTENDED = Measured(
    family=FAMILY,
    measure=numbered(MeasureId, 1),
    kind=MeasureKind.ATTENDANCE,
    person=BO,
    instrument="days-at-school",
    scale_min=0,
    scale_max=100,
    value=64,
    measured_on=TODAY,
)
START = StartOccupation(
    by=SYSTEM,
    at=AT,
    family=FAMILY,
    occupation=numbered(OccupationId, 1),
    person=ANNA,
    kind=OccupationKind.FLEXJOB,
    started_on=TODAY,
)
STARTED = OccupationStarted(
    family=FAMILY,
    occupation=numbered(OccupationId, 1),
    person=ANNA,
    kind=OccupationKind.FLEXJOB,
    started_on=TODAY,
)
END = EndOccupation(
    by=SYSTEM,
    at=AT,
    family=FAMILY,
    occupation=numbered(OccupationId, 1),
    ended_on=TODAY,
    reason="contract-ended",
)
ENDED = OccupationEnded(
    family=FAMILY, occupation=numbered(OccupationId, 1), ended_on=TODAY, reason="contract-ended"
)
CORRECT = CorrectRegistration(
    by=SYSTEM,
    at=AT,
    family=FAMILY,
    correction=numbered(CorrectionId, 1),
    corrects=RecordId(ATTENDED.measure),
    value=71,
    because="Counted anew.",
)
CORRECTED = RegistrationCorrected(
    family=FAMILY,
    correction=numbered(CorrectionId, 1),
    corrects=RecordId(ATTENDED.measure),
    person=BO,
    value=71,
    because="Counted anew.",
)
REPORT = ReportDeviation(
    by=OF_SOFIE,
    at=AT,
    family=FAMILY,
    deviation=numbered(DeviationId, 1),
    goal=GOAL,
    words="He was away for a week.",
    owner=SOFIE,
    owner_kind=PartyKind.PROFESSIONAL,
    due_on=date(2024, 3, 8),
)
ACT = TakeDeviationAction(
    by=OF_SOFIE,
    at=AT,
    family=FAMILY,
    deviation=numbered(DeviationId, 1),
    words="The coordinator called.",
    taken_on=TODAY,
)
BY_ITSELF = ((ATTEND, ()), (START, ()), (END, (STARTED,)), (CORRECT, (ATTENDED,)))
"""What a system says with nobody typing, and what was registered before."""
STOOD_FOR = (
    (REGISTER, ()),
    (NOTE, ()),
    (REPORT, ()),
    (ACT, ()),
    (ATTEND.model_copy(update={"kind": MeasureKind.WELLBEING}), ()),
    (ATTEND.model_copy(update={"kind": MeasureKind.CHILD_HEALTH}), ()),
    (ATTEND.model_copy(update={"kind": MeasureKind.PHYSICAL_HEALTH, "person": ANNA}), ()),
    (ATTEND.model_copy(update={"kind": MeasureKind.MENTAL_HEALTH, "person": ANNA}), ()),
    (CORRECT.model_copy(update={"corrects": RecordId(NOTED.success)}), (NOTED,)),
    (CORRECT.model_copy(update={"corrects": RecordId(REGISTERED.registration)}), (REGISTERED,)),
    (CORRECT, (ATTENDED.model_copy(update={"kind": MeasureKind.WELLBEING}),)),
)
"""What somebody has to stand for."""


def after(*events: Any, around: tuple[Any, ...] = AROUND) -> Given:
    """What is registered of the family, and who is around it."""
    contacts = folded(evolve_contacts, ContactsFacts(), *around)
    return given(PROGRESS, *events).with_known(replace(KNOWN, contacts=contacts))


def ids(case: Any) -> str | None:
    """The name of a command in a test's name."""
    return type(case).__name__ if isinstance(case, FamilyCommand) else None


def test_a_system_says_by_itself_what_is_registered_there_with_nobody_typing() -> None:
    """INV-58: attendance, pupil plans, work and leisure, and how they really were."""
    after().when(ATTEND).then(ATTENDED).when(CORRECT).then(CORRECTED)
    after().when(START).then(STARTED).when(END).then(ENDED)
    plan = {"kind": MeasureKind.PUPIL_PLAN, "instrument": "pupil-plan"}
    after().when(ATTEND.model_copy(update=plan)).then(ATTENDED.model_copy(update=plan))
    by_occupation = {"corrects": RecordId(STARTED.occupation), "value": None, "day": date(2024, 2, 1)}
    after(STARTED).when(CORRECT.model_copy(update=by_occupation)).then(
        CORRECTED.model_copy(update={**by_occupation, "person": ANNA})
    )


@pytest.mark.parametrize(("command", "before"), STOOD_FOR, ids=ids)
def test_what_somebody_stands_for_is_not_said_by_a_system(command: Any, before: Any) -> None:
    """R17, INV-58, INV-59: a judgement, a word, an action is somebody's."""
    after(*before).when(command.model_copy(update={"by": SYSTEM})).refused("needs_professional")


@pytest.mark.parametrize(("command", "before"), BY_ITSELF, ids=ids)
def test_a_system_speaks_of_families_that_its_department_is_attached_to_now(
    command: Any, before: Any
) -> None:
    """X-01: by a basis in force, the first and the last day included; nobody who left, no closed case."""
    of_others = command.model_copy(update={"by": OF_OTHERS})
    after(*before).when(of_others).refused("department_not_attached")
    assert _answered(command, before, attached(SOFIE)) == ""
    assert _answered(command, before, _until(date(2024, 3, 1))) == ""
    assert _answered(command, before, _until(date(2024, 2, 29))) == "department_not_attached"
    assert _answered(command, before, _until(None, date(2024, 3, 2))) == "department_not_attached"
    assert _answered(command, before, _until(date(2024, 2, 29)), attached(TOMAS)) == ""
    gone = ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="moved-on")
    assert _answered(command, before, attached(SOFIE), gone) == "department_not_attached"
    closed = FamilyClosed(family=FAMILY, reason="moved")
    assert _answered(command, before, attached(SOFIE), closed) == "department_not_attached"


def _until(last: date | None, first: date = HOME_LAW.valid_from) -> ProfessionalAttached:
    basis = HOME_LAW.model_copy(update={"valid_from": first, "valid_to": last})
    return attached(SOFIE).model_copy(update={"basis": basis})


def _answered(command: Any, before: Any, *around: Any) -> str:
    refusal = after(*before, around=(AROUND[0], *around)).when(command).refusal
    return "" if refusal is None else refusal.code


@pytest.mark.parametrize(("command", "before"), STOOD_FOR, ids=ids)
def test_whoever_has_nothing_to_do_with_a_family_learns_nothing_of_it(command: Any, before: Any) -> None:
    """X-01: not even what is registered under an id."""
    after(*before).when(command.model_copy(update={"by": OF_OTHERS})).refused("department_not_attached")


@pytest.mark.parametrize(("command", "before"), BY_ITSELF, ids=ids)
def test_a_family_that_is_not_known_here_is_waited_for(command: Any, before: Any) -> None:
    """R01: also where nobody stands for what is said."""
    given(PROGRESS, *before).when(command).refused("family_unknown")


@pytest.mark.parametrize(("command", "before"), [*BY_ITSELF, *STOOD_FOR], ids=ids)
def test_progress_hears_a_department_for_its_own_people_alone(command: Any, before: Any) -> None:
    """INV-58."""
    refused = after(*before).when(command.model_copy(update={"by": OF_OTHERS_FOR_SOFIE})).refusal
    assert refused is not None
    assert refused.code == "not_of_department"
    refused = after(*before).when(command.model_copy(update={"by": OF_SOFIE})).refusal
    assert refused is None or refused.code != "not_of_department"
