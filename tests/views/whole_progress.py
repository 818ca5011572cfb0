"""How it goes for the invented family, as the whole plan shows it."""

from typing import Any

from contracts.ids import RegistrationId
from tests.unit.family import BO, numbered
from tests.views.met import BASELINE, SUCCESS
from tests.views.planned import EAT, GUIDANCE

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
                    "value": number,
                    "by_kind": by_kind,
                    "note": None,
                    "registered_on": day,
                }
                for number, by_kind, day in ((2, "professional", "2024-03-08"), (3, "citizen", "2024-03-10"))
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
        }
    ],
}
