"""A programme as it is shown: a fold of what progress says of it, and the document that is served on a day."""

from datetime import date

import pytest

from contracts.access import Relation
from contracts.contacts.events import DepartmentRegistered
from contracts.ids import TrainingId
from contracts.progress.events import PilotCaseMarked
from contracts.progress.targets import TARGETS, Target
from eventkeep.testing import folded
from services.overview.programmes.document import InFamilies, OfGuide, made, milestone_state, relations
from services.overview.programmes.leads import derive as derive_lead
from services.overview.programmes.leads import evolve as evolve_lead
from services.overview.progress_part import Progress
from services.overview.progress_part import evolve as evolve_progress
from services.overview.progress_part import shown as shown_progress
from tests.unit.family import FAMILY, PASSER_BY, SOFIE, TOMAS, ULLA, numbered
from tests.unit.programmes import (
    BEGINNING,
    IDA,
    IS_SET_ASIDE,
    PROGRAMME,
    PUBLISHED,
    REGISTERED,
    TODAY,
    TRAINED,
    WAS_READ,
)
from tests.views.programmed import COUNTED, COVERED, PROGRAMME_EVENTS, served, shown


def test_a_programme_is_shown_with_the_latest_word_on_each_thing() -> None:
    """R39 to R44, R48, R49, R54, T18, T21 to T23, A33 to A36, A44, C66."""
    document = shown(*PROGRAMME_EVENTS)
    targets = document.pop("targets")
    assert document == {
        "programme": PROGRAMME,
        "code": "familier-paa-vej",
        "title": "Families on the way",
        "starts_on": date(2024, 1, 1),
        "ends_on": date(2025, 12, 31),
        "grant": 7_540_000,
        "funder": "The fund for families",
        "roles": [
            _role("project-lead", SOFIE, "Sofie Example"),
            {**_role("steering-group", TOMAS, "Tomas Example"), "ended_on": TODAY},
            _role("coordination-group", ULLA, "Ulla Example"),
            _role("project-team", IDA, "Ida Example"),
            _role("project-owner", PASSER_BY, "Per Example"),
        ],
        "milestones": [
            {"title": "Kick-off day", "due_on": date(2024, 4, 1), "reached_on": TODAY},
            {"title": "Five pilots", "due_on": date(2024, 4, 1), "reached_on": None},
        ],
        "told": [
            _told(2, "decision", "It becomes daily work", (), follows=1),
            _told(1, "recommendation", "Go on with the model", ("The steering group",)),
        ],
        "trainings": [
            {
                "kind": "kick-off",
                "title": "Kick-off day",
                "held_on": date(2024, 2, 1),
                "attended": 2,
                "departments": {"health": 1, "school": 1},
            }
        ],
        "guides": [
            {
                "guide": "coordinator",
                "version": 1,
                "title": "The coordinator’s guide",
                "reference": None,
                "published_on": TODAY,
                "read_by": {PASSER_BY: None},
            }
        ],
        "costs": [_cost(120_000, True), _cost(80_000, False)],
        "spent_of_grant": 120_000,
        "spent_in_daily_work": 80_000,
        "effects": [
            {
                **_period(),
                "area": "economy",
                "expected": 1_000_000,
                "measured": -50_000,
                "verdict": "not-met",
                "words": "The goals were too optimistic for the time.",
            },
            {
                **_period(),
                "area": "wellbeing",
                "expected": None,
                "measured": None,
                "verdict": "met",
                "words": "The children are well.",
            },
        ],
        "time": [
            {"department": "school", "hours": 6, "starts_on": date(2024, 1, 1), "ends_on": date(2025, 12, 31)}
        ],
    }
    needed = {each["target"]: (each["needed"], each["agreed"]) for each in targets}
    assert needed[Target.T02] == (60, True)
    assert needed[Target.T05] == (30, False)


def _role(role: str, who: str, name: str) -> dict[str, object]:
    return {"role": role, "professional": who, "name": name, "since": TODAY, "ended_on": None}


def _told(
    number: int, kind: str, title: str, told_to: tuple[str, ...], follows: int | None = None
) -> dict[str, object]:
    ids = [event.telling for event in PROGRAMME_EVENTS if type(event).__name__ == "ProgrammeTold"]
    return {
        "telling": ids[number - 1],
        "kind": kind,
        "title": title,
        "words": "Let the model become daily work.",
        "told_to": list(told_to),
        "reference": None,
        "verdict": None,
        "follows": follows and ids[follows - 1],
        "told_on": TODAY,
    }


def _period() -> dict[str, date]:
    return {"period_from": date(2024, 1, 1), "period_to": TODAY}


def _cost(amount: int, by_grant: bool) -> dict[str, object]:
    return {**_period(), "amount": amount, "what": "The kick-off day", "by_grant": by_grant}


def test_targets_of_one_programme_are_not_shown_in_another() -> None:
    """Q19: T13 and T14 are those of the good resource course."""
    ours = {each["target"] for each in shown(*BEGINNING)["targets"]}
    assert set(Target) - ours == {Target.T13, Target.T14}
    course = REGISTERED.model_copy(update={"code": "det-gode-ressourceforloeb"})
    assert {each["target"] for each in shown(course)["targets"]} == set(TARGETS)


def test_a_newer_version_of_a_guide_is_read_by_nobody_yet() -> None:
    """A34."""
    newer = PUBLISHED.model_copy(update={"version": 2})
    [guide] = shown(*BEGINNING, PUBLISHED, WAS_READ, newer)["guides"]
    assert (guide["version"], guide["read_by"]) == (2, {})


def test_the_document_says_how_it_stands_on_a_day() -> None:
    """A34, A35, R54, T16, T19, T22: what was not reached is named."""
    document = served()
    assert [each["state"] for each in document["milestones"]] == ["reached", "ahead"]
    assert document["not_reached"] == ["economy"]
    assert document["trained"] == [
        {"kind": "kick-off", "held": 1, "attended": 2, "departments": ["health", "school"]}
    ]
    assert document["guides"] == [
        {
            "guide": "coordinator",
            "version": 1,
            "title": "The coordinator’s guide",
            "reference": None,
            "published_on": "2024-03-01",
            "read": 3,
            "departments": {"school": 2},
            "coordinators": 4,
            "coordinators_lacking": 1,
            "lacking": [{"name": "Ulla Example", "families": 2}],
        }
    ]
    assert (document["families"], document["pilot_cases"]) == (7, 4)
    assert document["joint_meetings"] == [{"year": 2023, "meetings": 1}, {"year": 2024, "meetings": 2}]
    assert "Færre ansatte" in document["targets"][-1]["title_da"]


def test_trainings_are_told_by_their_kind() -> None:
    """M09, M12, M13: the conversation, empowering communication, and the new roles."""
    kinds = ("the-conversation", "empowering-communication", "new-roles")
    held = (
        TRAINED.model_copy(update={"training": numbered(TrainingId, n), "kind": kind})
        for n, kind in enumerate(kinds, 41)
    )
    assert sorted(each["kind"] for each in shown(*BEGINNING, *held)["trainings"]) == sorted(kinds)


def test_who_read_a_guide_or_took_part_is_told_nobody() -> None:
    """R54, A34: numbers and departments alone; ids are those of the programme's roles."""
    document = served()
    assert PASSER_BY not in str({**document, "roles": None})
    assert TOMAS not in str({**document, "roles": None})


def test_time_that_is_over_is_not_set_aside() -> None:
    """C66."""
    held = shown(*BEGINNING, IS_SET_ASIDE.model_copy(update={"ends_on": date(2024, 2, 1)}))
    held["time"][0]["ends_on"] = "2024-02-01"
    assert made(held, TODAY, COVERED, COUNTED)["time"] == []


@pytest.mark.parametrize(
    ("reached", "day", "state"),
    [
        ("2024-03-01", date(2025, 1, 1), "reached"),
        (None, date(2024, 4, 1), "ahead"),
        (None, date(2024, 4, 2), "overdue"),
    ],
)
def test_a_milestone_is_overdue_the_day_after(reached: str | None, day: date, state: str) -> None:
    """A35."""
    assert milestone_state({"reached_on": reached, "due_on": "2024-04-01"}, day) == state


def test_a_guide_that_nobody_counted_is_read_by_those_who_said_so() -> None:
    """A34."""
    held = shown(*BEGINNING, PUBLISHED, WAS_READ)
    for each in (*held["milestones"], *held["time"]):
        each["due_on"] = str(each.get("due_on"))
    [guide] = made(held, TODAY, {}, InFamilies(0, 0, {}))["guides"]
    assert (guide["read"], guide["coordinators_lacking"]) == (OfGuide(1, 0, 0).read, 0)


def test_who_has_a_role_is_in_the_programme_until_it_ends() -> None:
    """R39, R46: whoever leads a department reads too."""
    held = shown(*PROGRAMME_EVENTS)
    assert relations(held, SOFIE, False) == {Relation.NONE, Relation.IN_PROGRAMME}
    assert relations(held, TOMAS, False) == {Relation.NONE}
    assert relations(held, TOMAS, True) == {Relation.NONE, Relation.LEADS_DEPARTMENT}


def test_who_leads_a_department_is_the_last_that_was_said() -> None:
    """R46."""
    events = [DepartmentRegistered(department="school", lead=who) for who in (TOMAS, SOFIE)]
    assert derive_lead({"contacts": folded(evolve_lead, None, *events)}) == {"lead": SOFIE}


def test_an_unknown_event_and_a_role_that_nobody_had_change_nothing() -> None:
    ended = PROGRAMME_EVENTS[6]
    assert shown(ended)["roles"] == []
    assert shown(*BEGINNING, TRAINED)["trainings"] == shown(*BEGINNING, TRAINED, TRAINED)["trainings"]


def test_the_plan_says_for_which_programmes_the_model_is_tried() -> None:
    """T16."""
    marked = PilotCaseMarked(family=FAMILY, programme="familier-paa-vej", marked_on=TODAY)
    part = folded(evolve_progress, Progress(), marked)
    assert shown_progress(part, [], {})["pilot_of"] == [{"programme": "familier-paa-vej", "marked_on": TODAY}]
