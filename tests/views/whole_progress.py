"""How it goes for the invented family, as the whole plan shows it."""

from typing import Any

from contracts.ids import RegistrationId
from tests.unit.family import ANNA, BO, MEETING, SOFIE, numbered
from tests.views.gone_on import (
    DEVIATION,
    EATING,
    FAMILY_LIFE,
    FIRST_SCORED,
    FOOTBALL,
    GOAL_WHEEL,
    GONE_GOAL,
    HEALTH,
    JOB,
    LATER_SCORED,
    OTHER_DEVIATION,
    PAPERS,
    UNKNOWN,
    WHEEL,
)
from tests.views.met import BASELINE, SUCCESS
from tests.views.planned import EAT, GUIDANCE

WHEELS: list[dict[str, Any]] = [
    {
        "wheel": WHEEL,
        "kind": "progression",
        "person": BO,
        "axes": [
            {"axis": axis, "area": area, "goal": None, "known": True}
            for axis, area in ((JOB, "job"), (HEALTH, "health"), (FAMILY_LIFE, "family-social"))
        ],
        "scorings": [
            {
                "scoring": FIRST_SCORED.scoring,
                "by_kind": "citizen",
                "scored_on": "2024-03-05",
                "scores": [
                    {"axis": JOB, "value": 5},
                    {"axis": HEALTH, "value": 4},
                    {"axis": FAMILY_LIFE, "value": 7},
                ],
                "words": "I called the shop.",
                "corrected": False,
            },
            {
                "scoring": LATER_SCORED.scoring,
                "by_kind": "professional",
                "scored_on": "2024-03-08",
                "scores": [{"axis": JOB, "value": 2}, {"axis": HEALTH, "value": 8}],
                "words": None,
                "corrected": True,
            },
        ],
    },
    {
        "wheel": GOAL_WHEEL,
        "kind": "sub-goals",
        "person": ANNA,
        "axes": [
            {"axis": EATING, "area": None, "goal": EAT, "known": True},
            {"axis": GONE_GOAL, "area": None, "goal": UNKNOWN, "known": False},
        ],
        "scorings": [],
    },
]
DEVIATIONS: list[dict[str, Any]] = [
    {
        "deviation": DEVIATION,
        "meeting": MEETING,
        "procedure": "Call Sofie the same day.",
        "goal": EAT,
        "known": True,
        "intervention": GUIDANCE,
        "words": "Nobody came on Monday.",
        "owner": ANNA,
        "owner_kind": "person",
        "due_on": "2024-03-12",
        "reported_on": "2024-03-04",
        "overdue": False,
        "actions": [{"words": "Anna called.", "taken_on": "2024-03-11"}],
        "closed_on": "2024-03-12",
        "plan_changes": True,
        "closing_words": "Tuesdays.",
    },
    {
        "deviation": OTHER_DEVIATION,
        "meeting": MEETING,
        "procedure": "Call Sofie the same day.",
        "goal": UNKNOWN,
        "known": False,
        "intervention": None,
        "words": "No bed yet.",
        "owner": SOFIE,
        "owner_kind": "professional",
        "due_on": "2024-03-08",
        "reported_on": "2024-03-05",
        "overdue": True,
        "actions": [],
        "closed_on": None,
        "plan_changes": None,
        "closing_words": None,
    },
]
OCCUPATIONS: list[dict[str, Any]] = [
    {
        "occupation": PAPERS,
        "person": BO,
        "kind": "leisure-job",
        "what": None,
        "matches_wish": None,
        "goal": EAT,
        "intervention": GUIDANCE,
        "words": None,
        "started_on": "2024-01-05",
        "ended_on": None,
        "corrected": False,
    },
    {
        "occupation": FOOTBALL,
        "person": BO,
        "kind": "leisure-activity",
        "what": "football",
        "matches_wish": True,
        "goal": None,
        "intervention": None,
        "words": "With Kaj.",
        "started_on": "2024-01-12",
        "ended_on": "2024-02-25",
        "corrected": True,
    },
]
PROGRESS: dict[str, Any] = {
    "baselines": [
        {
            "baseline": BASELINE.baseline,
            "person": BO,
            "goal": None,
            "known": True,
            "instrument": "who-5",
            "scale_min": 0,
            "scale_max": 100,
            "value": 32,
            "measured_on": "2024-03-02",
            "corrected": False,
        }
    ],
    "progress": [
        {
            "goal": EAT,
            "known": True,
            "registrations": [
                {
                    "registration": numbered(RegistrationId, number),
                    "intervention": GUIDANCE,
                    "person": BO,
                    "value": value,
                    "by_kind": by_kind,
                    "note": None,
                    "registered_on": day,
                    "corrected": corrected,
                }
                for number, value, by_kind, day, corrected in (
                    (3, 6, "citizen", "2024-03-06", True),
                    (2, 2, "professional", "2024-03-08", False),
                )
            ],
        }
    ],
    "small_successes": [
        {
            "success": SUCCESS.success,
            "person": BO,
            "goal": EAT,
            "known": True,
            "words": "I made the soup.",
            "noted_on": "2024-03-09",
            "corrected": False,
        }
    ],
    "wheels": WHEELS,
    "deviations": DEVIATIONS,
    "occupations": OCCUPATIONS,
    "pilot_of": [],
}
