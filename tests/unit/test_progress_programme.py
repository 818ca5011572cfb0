"""A programme: what is said of it and by whom, and what is refused, one rule at a time."""

from datetime import date
from typing import Any

import pytest

from contracts.ids import TellingId
from contracts.progress.events import (
    ProgrammeEvent,
    ProgrammeRole,
    TellingKind,
    Verdict,
)
from contracts.shapes import Actor
from eventkeep.handle import Decider
from eventkeep.testing import Given, given
from services.progress import programme
from services.progress.programme import ProgrammeCommand
from tests.unit.family import (
    BY_ANNA,
    BY_SERVICE,
    PASSER_BY,
    SOFIE,
    STRANGER,
    TOMAS,
    numbered,
    person,
    professional,
)
from tests.unit.programmes import (
    AGREE,
    ASSIGNED,
    BEGINNING,
    BY_IDA,
    BY_TOMAS,
    BY_ULLA,
    END,
    EVERY_COMMAND,
    LEADS,
    MADE_TRUE,
    PLAN,
    PLANNED,
    PUBLISH,
    PUBLISHED,
    REGISTER,
    REGISTERED,
    SET_ASIDE,
    SPEND,
    STATE,
    TELL,
    TODAY,
    TOLD,
    TRAIN,
    TRAINED,
)

PROGRAMMES = Decider(programme.State, programme.decide, programme.evolve)
TOMORROW = date(2024, 3, 2)


def but(command: Any, **other: Any) -> Any:
    """The same, but for something."""
    return command.model_copy(update=other)


def begun(*more: ProgrammeEvent) -> Given:
    """The programme as it began, and what has happened in it since."""
    return given(PROGRAMMES, *BEGINNING, *more)


def test_whoever_registers_a_programme_leads_it() -> None:
    """C04, C19, R39, T18, T20: once; another frame later changes no role."""
    after = given(PROGRAMMES).when(REGISTER).then(REGISTERED, LEADS)
    after.when(REGISTER).then()
    longer = but(REGISTER, ends_on=date(2026, 6, 30))
    after.when(longer).then(but(REGISTERED, ends_on=date(2026, 6, 30)))


@pytest.mark.parametrize(("command", "event"), MADE_TRUE, ids=lambda each: type(each).__name__)
def test_the_project_lead_says_how_the_programme_stands(
    command: ProgrammeCommand, event: ProgrammeEvent
) -> None:
    """R39 to R44, R48, R49, R54, A33 to A36, T21 to T23, C66: and says nothing twice."""
    again = begun().when(command).then(event).when(command)
    if command is PUBLISH:
        again.refused("guide_version_not_newer")
    else:
        again.then()


@pytest.mark.parametrize("by", [BY_ANNA, BY_SERVICE, person(STRANGER)], ids=["member", "service", "stranger"])
@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_only_staff_speak_of_programmes(command: ProgrammeCommand, by: Actor) -> None:
    """R39."""
    begun(PUBLISHED).when(but(command, by=by)).refused("programme_staff_only")


@pytest.mark.parametrize("command", EVERY_COMMAND[1:], ids=lambda c: type(c).__name__)
def test_what_is_not_registered_is_no_programme(command: ProgrammeCommand) -> None:
    """R39."""
    given(PROGRAMMES).when(command).refused("programme_unknown")


@pytest.mark.parametrize("command", EVERY_COMMAND[:-1], ids=lambda c: type(c).__name__)
def test_who_has_no_role_only_reads(command: ProgrammeCommand) -> None:
    """R39 to R43, R48, R49."""
    begun().when(but(command, by=professional(PASSER_BY))).refused("programme_roles_only")


def test_the_team_works_and_does_not_lead() -> None:
    """R40: milestones, trainings and guides; not roles, targets or money."""
    for command, event in ((PLAN, PLANNED), (TRAIN, TRAINED), (PUBLISH, PUBLISHED)):
        begun().when(but(command, by=BY_IDA)).then(event)
    for command in (END, AGREE, SPEND, STATE, SET_ASIDE):
        begun().when(but(command, by=BY_IDA)).refused("programme_roles_only")


def test_each_group_says_what_is_its_own_to_say() -> None:
    """R41, R42: the steering group decides on what the coordination group recommends."""
    recommended = begun().when(but(TELL, by=BY_ULLA)).then(TOLD)
    other = numbered(TellingId, 2)
    decide = but(TELL, telling=other, kind=TellingKind.DECISION, follows=TELL.telling)
    recommended.when(but(decide, by=BY_TOMAS)).then(
        but(TOLD, telling=other, kind=TellingKind.DECISION, follows=TELL.telling)
    )
    recommended.when(but(decide, by=BY_ULLA)).refused("programme_roles_only")
    begun().when(but(TELL, by=BY_TOMAS)).refused("programme_roles_only")
    begun().when(but(decide, by=BY_TOMAS)).refused("follows_what_was_not_told")


def test_what_was_told_stays_as_it_was_told() -> None:
    """A36."""
    begun(TOLD).when(but(TELL, words="Stop.")).refused("told_already")


def test_an_evaluation_says_whether_it_was_reached() -> None:
    """T22, A36: also where it was not; nothing else has a verdict."""
    evaluate = but(TELL, kind=TellingKind.EVALUATION, verdict=Verdict.NOT_MET)
    begun().when(evaluate).then(but(TOLD, kind=TellingKind.EVALUATION, verdict=Verdict.NOT_MET))
    begun().when(but(evaluate, verdict=None)).refused("evaluation_says_whether_reached")
    begun().when(but(TELL, verdict=Verdict.MET)).refused("evaluation_says_whether_reached")
    story = but(TELL, kind=TellingKind.STORY)
    begun().when(story).then(but(TOLD, kind=TellingKind.STORY))


def test_somebody_always_leads() -> None:
    """R39, R49: the owner may take over; whoever has no role loses none."""
    last = but(END, role=ProgrammeRole.PROJECT_LEAD, professional=SOFIE)
    begun().when(last).refused("last_project_lead")
    second = but(LEADS, professional=TOMAS)
    begun(second).when(last).then(but(begun_end(), role=ProgrammeRole.PROJECT_LEAD, professional=SOFIE))
    begun().when(but(END, professional=PASSER_BY)).then()
    begun(ASSIGNED).when(but(AGREE, by=professional(PASSER_BY), needed=70)).then()


def begun_end() -> Any:
    """How a role ends today."""
    return next(event for command, event in MADE_TRUE if command is END)


def test_a_grant_has_an_amount_and_a_funder() -> None:
    """T18."""
    given(PROGRAMMES).when(but(REGISTER, funder=None)).refused("grant_without_funder")
    given(PROGRAMMES).when(but(REGISTER, grant=None)).refused("grant_without_funder")


@pytest.mark.parametrize(
    "command",
    [
        but(REGISTER, ends_on=date(2023, 12, 31)),
        but(SPEND, period_to=date(2023, 12, 31)),
        but(STATE, period_to=date(2023, 12, 31)),
        but(SET_ASIDE, ends_on=date(2023, 12, 31)),
    ],
    ids=lambda c: type(c).__name__,
)
def test_what_lasts_begins_before_it_ends(command: ProgrammeCommand) -> None:
    """C31."""
    begun().when(command).refused("ends_before_it_begins")


@pytest.mark.parametrize(
    "command",
    [
        but(PLAN, reached_on=TOMORROW),
        but(TELL, told_on=TOMORROW),
        but(TRAIN, held_on=TOMORROW),
        but(PUBLISH, published_on=TOMORROW),
    ],
    ids=lambda c: type(c).__name__,
)
def test_what_is_said_to_have_happened_has(command: ProgrammeCommand) -> None:
    """A35, A36, R54, A34."""
    begun().when(command).refused("not_happened_yet")


def test_a_milestone_is_moved_and_reached() -> None:
    """A35, C12, C31: the latest word stands."""
    moved = but(PLAN, due_on=date(2024, 5, 1))
    reached = but(PLAN, reached_on=TODAY)
    begun(PLANNED).when(moved).then(but(PLANNED, due_on=date(2024, 5, 1))).when(reached).then(
        but(PLANNED, reached_on=TODAY)
    )
