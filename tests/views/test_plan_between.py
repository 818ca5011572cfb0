"""What the family plan shows of the plan by what contacts says: laws without a plan, the team before a rehab case."""

from datetime import date
from typing import Any

import pytest

from contracts.contacts.events import CoordinationTeamEstablished, LegalBasisEnded, LegalBasisRecorded
from contracts.ids import CaseId, LegalBasisId, StatutoryPlanId
from contracts.plans.events import RehabCaseSubmitted, StatutoryPlanLinked, StatutoryPlanUnlinked
from tests.unit.family import ANNA, FAMILY, REGISTERED, SOFIE, numbered
from tests.views.planned import EAT
from tests.views.shown import family_plan


def lacks(*events: Any) -> dict[str, Any]:
    """What the plan lacks after these events."""
    found: dict[str, Any] = family_plan(REGISTERED, *events)["lacks"]
    return found


def rests_on(number: int, code: str, last: date | None = None) -> LegalBasisRecorded:
    """The case rests on a paragraph."""
    return LegalBasisRecorded(
        family=FAMILY,
        legal_basis=numbered(LegalBasisId, number),
        code=code,
        valid_from=date(2023, 5, 1),
        valid_to=last,
    )


def linked(code: str) -> StatutoryPlanLinked:
    """The family plan holds a plan by a law."""
    name = numbered(StatutoryPlanId, len(code))
    return StatutoryPlanLinked(
        family=FAMILY, statutory_plan=name, legal_basis=code, department="family", revision=1
    )


def test_one_sees_by_which_laws_a_plan_is_missing() -> None:
    """INV-18, A10: until it is linked, or one by the paragraph that came after. Q17."""
    school, old = "folkeskoleloven § 5", "serviceloven § 52"
    told = (rests_on(1, school), rests_on(2, old), rests_on(3, school))
    open_end = {"valid_from": "2023-05-01", "valid_to": None}
    missing = [{"legal_basis": school, **open_end}, {"legal_basis": old, **open_end}]
    assert lacks(*told)["statutory_plans"] == missing
    assert lacks(*told, linked(school))["statutory_plans"] == missing[1:]
    for code in (old, "barnets lov § 32"):
        assert lacks(*told, linked(code))["statutory_plans"] == missing[:1]
    held = linked(school)
    gone = StatutoryPlanUnlinked(
        family=FAMILY, statutory_plan=held.statutory_plan, reason="ended", revision=2
    )
    assert lacks(*told, held, gone)["statutory_plans"] == missing
    assert lacks(rests_on(1, "law § 1"))["statutory_plans"] == [{"legal_basis": "law § 1", **open_end}]


def test_a_law_that_the_case_rests_on_no_longer_is_shown_with_its_last_day() -> None:
    """INV-18: no clock enters the plan; what it rested on for no day is gone."""
    code = "folkeskoleloven § 5"
    ended = LegalBasisEnded(family=FAMILY, legal_basis=numbered(LegalBasisId, 1), ended_on=date(2024, 6, 1))
    shown = {"legal_basis": code, "valid_from": "2023-05-01", "valid_to": "2024-05-31"}
    assert lacks(rests_on(1, code), ended)["statutory_plans"] == [shown]
    at_once = ended.model_copy(update={"ended_on": date(2023, 5, 1)})
    assert lacks(rests_on(1, code), at_once)["statutory_plans"] == []
    assert lacks(ended)["statutory_plans"] == []


@pytest.mark.parametrize(
    ("since", "submitted_on", "days"),
    [
        (date(2024, 1, 1), date(2024, 3, 1), 60),
        (date(2024, 3, 11), date(2024, 3, 1), -10),
        (None, date(2024, 3, 1), None),
        (date(2024, 1, 1), None, None),
    ],
    ids=["before", "after", "no day of the team", "no day of the case"],
)
def test_one_sees_how_long_the_team_stood_before_the_rehabilitation_team(
    since: date | None, submitted_on: date | None, days: int | None
) -> None:
    """P48: the departments work together long before."""
    team = CoordinationTeamEstablished(family=FAMILY, members=(SOFIE,), established_on=since)
    case = RehabCaseSubmitted(
        family=FAMILY, case=numbered(CaseId, 1), person=ANNA, goals=(EAT,), submitted_on=submitted_on
    )
    document = family_plan(team, case)
    assert document["team_since"] == (since and since.isoformat())
    assert [each["team_days_before"] for each in document["rehab_cases"]] == [days]
    assert family_plan(case)["rehab_cases"][0]["team_days_before"] is None
