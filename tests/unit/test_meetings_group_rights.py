"""Who may give which command about a group: the whole table, command by command. R34, INV-40."""

from typing import Any, get_args

import pytest

from contracts.shapes import Actor
from services.meetings.group import GroupCommand
from services.meetings.group_rights import RIGHTS
from tests.unit.family import (
    ANNA,
    BY_ANNA,
    BY_SERVICE,
    BY_TEAM,
    PASSER_BY,
    SOFIE,
    STRANGER,
    person,
    professional,
)
from tests.unit.group_story import EVERY_COMMAND, PAPER_PROPOSED, the_group

TABLE = {
    "FormGroup": "staff",
    "ChangeGroup": "facilitator",
    "EndGroup": "facilitator",
    "TakeInParticipant": "service",
    "LetParticipantGo": "service",
    "ScheduleGroupSession": "facilitator",
    "CancelGroupSession": "facilitator",
    "HoldGroupSession": "facilitator",
    "CorrectGroupAttendance": "facilitator",
    "PresentOfferToGroup": "facilitator",
    "ProposeToGroup": "facilitator participant",
    "AgreeGroupAgenda": "facilitator participant",
    "HoldGroupActivity": "facilitator participant",
}
"""Who may give which command, once more: the only other place where it stands is group_rights.py."""
STANDING: dict[str, tuple[Actor, set[str]]] = {
    "a facilitator": (BY_TEAM, {"staff", "facilitator"}),
    "a participant": (BY_ANNA, {"participant"}),
    "other staff": (professional(PASSER_BY), {"staff"}),
    "a stranger": (person(STRANGER), set()),
    "a service": (BY_SERVICE, {"service"}),
    "a professional with a participant's id": (professional(ANNA), {"staff"}),
    "a person with a facilitator's id": (person(SOFIE), set()),
}
DENIED = {"staff_form_groups", "facilitator_only", "group_unknown", "for_services_only"}


def test_the_table_is_this_one() -> None:
    """R34, INV-40: a part more or less, of any command, is a choice that is made in two places."""
    table = {command.__name__: {each.value for each in allowed} for command, allowed in RIGHTS.items()}
    assert table == {name: set(allowed.split()) for name, allowed in TABLE.items()}
    assert set(RIGHTS) == set(get_args(GroupCommand)) == {type(command) for command in EVERY_COMMAND}


@pytest.mark.parametrize("standing", STANDING)
@pytest.mark.parametrize("command", EVERY_COMMAND, ids=lambda c: type(c).__name__)
def test_each_is_allowed_or_refused(command: Any, standing: str) -> None:
    """R34, INV-40: exactly as the table says."""
    by, held = STANDING[standing]
    refusal = the_group(PAPER_PROPOSED).when(command.model_copy(update={"by": by})).refusal
    denied = refusal is not None and refusal.code in DENIED
    assert denied == (not held & set(TABLE[type(command).__name__].split()))


@pytest.mark.parametrize(
    ("name", "by", "code"),
    [
        ("FormGroup", BY_ANNA, "staff_form_groups"),
        ("EndGroup", BY_ANNA, "facilitator_only"),
        ("TakeInParticipant", BY_TEAM, "for_services_only"),
        ("EndGroup", professional(PASSER_BY), "group_unknown"),
        ("ProposeToGroup", person(STRANGER), "group_unknown"),
    ],
)
def test_each_refusal_says_no_more_than_its_reader_may_know(name: str, by: Actor, code: str) -> None:
    """P38, P39: that there is such a group is told to those who are in it alone."""
    [command] = [each for each in EVERY_COMMAND if type(each).__name__ == name]
    the_group().when(command.model_copy(update={"by": by})).refused(code)
