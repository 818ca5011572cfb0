"""What schools, day care and the job centre say of a member becomes the command that it means. INV-58."""

from datetime import UTC, datetime
from typing import Any, cast
from uuid import uuid4

import pytest

from contracts.inbox.facts import OF
from eventkeep.refused import Refused
from services.progress.registrations import RegisterProgress
from tests.unit.family import ANNA, BO, FAMILY
from tests.unit.progress_story import REGISTERED, how_it_goes
from tests.unit.test_inbox_facts import NOW, facts_of, message
from tests.unit.test_progress_by_system import ATTEND, ATTENDED, OF_SOFIE


def measured(**more: Any) -> dict[str, Any]:
    """What a school's system counts."""
    said = {"measure": ATTENDED.measure, "kind": "attendance", "instrument": "days-at-school"}
    return {**said, "scale_min": 0, "scale_max": 100, "value": 64, "measured_on": "2024-03-01", **more}


@pytest.mark.parametrize(
    ("subject", "person"),
    [
        ("person/school-register/4711", None),
        (f"person/{BO}", None),
        (f"person/{BO}", BO),
        (f"family/{FAMILY}", BO),
    ],
)
async def test_whom_it_is_about_stands_in_the_subject_or_in_the_fact(
    subject: str, person: str | None
) -> None:
    """R05, INV-58: a school need not know our id of a pupil."""
    said = measured(**({"person": person} if person else {}))
    command, _ = await facts_of("progress").prepared(
        message("measured", said, subject=subject, actor=""), NOW
    )
    assert command == ATTEND.model_copy(update={"at": NOW})


@pytest.mark.parametrize(
    ("subject", "person"), [(f"family/{FAMILY}", None), (f"person/{BO}", ANNA), (f"person/x/{BO}", ANNA)]
)
async def test_a_member_is_named_once(subject: str, person: str | None) -> None:
    """INV-68: by neither, or by both in two ways, nobody is named."""
    said = measured(**({"person": person} if person else {}))
    with pytest.raises(Refused) as caught:
        await facts_of("progress").prepared(message("measured", said, subject=subject, actor=""), NOW)
    assert caught.value.code == "member_unclear"
    assert caught.value.danish


@pytest.mark.parametrize(("value", "code"), [(10, None), (45, "value_outside_scale")])
async def test_a_department_scores_how_it_goes_from_0_to_10_as_everybody_does(
    value: int, code: str | None
) -> None:
    """A27, INV-58: outside of it nothing is made true, and the answer says why."""
    said = REGISTERED.model_dump(mode="json", exclude={"family", "person"}) | {"value": value}
    command, _ = await facts_of("progress").prepared(
        message("progress-registered", said, subject=f"person/{BO}"), NOW
    )
    outcome = how_it_goes().when(cast(RegisterProgress, command))
    assert (outcome.refusal and outcome.refusal.code) == code


BY_SYSTEM = {"measured", "occupation-started", "occupation-ended", "registration-corrected"}


def test_a_system_speaks_for_itself_where_nobody_types() -> None:
    """INV-58: everything else is said by somebody."""
    names = {kind.wire.split(".")[2] for kinds in OF.values() for kind in kinds if kind.by_system}
    assert names == BY_SYSTEM


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("small-success-noted", {"success": str(uuid4()), "words": "He came.", "noted_on": "2024-03-01"}),
        (
            "deviation-action-taken",
            {"deviation": str(uuid4()), "words": "We called.", "taken_on": "2024-03-01"},
        ),
    ],
)
async def test_all_else_is_said_by_somebody(kind: str, data: Any) -> None:
    """INV-58: refused before anybody looks at the family."""
    with pytest.raises(Refused) as caught:
        await facts_of("progress").prepared(message(kind, data, actor="", subject=f"person/{BO}"), NOW)
    assert caught.value.code == "actor_invalid"


async def test_whoever_stands_for_what_a_system_might_say_is_named() -> None:
    command, _ = await facts_of("progress").prepared(
        message("measured", measured(), subject=f"person/{BO}", time=datetime(2024, 3, 1, 12, tzinfo=UTC)),
        NOW,
    )
    assert command == ATTEND.model_copy(update={"by": OF_SOFIE})
