"""The meetings of the invented family and what they agreed, as the whole plan shows them."""

from typing import Any

from tests.unit.family import ANNA, BO, MEETING, SOFIE, ULLA
from tests.unit.group_story import GROUP
from tests.views.met import INVITED, NEXT_MEETING, PRE_MEETING, PROMISED, PROPOSED, VISITATION
from tests.views.planned import COOK, SLEEP

MEETINGS: dict[str, Any] = {
    "agreed_at_meeting": MEETING,
    "next_follow_up": {
        "date": "2024-05-01",
        "persons": [ANNA, BO],
        "professionals": [SOFIE, ULLA],
        "late": False,
        "latest": None,
        "overdue": False,
    },
    "interim_goals": [{"goal": COOK, "known": True}, {"goal": SLEEP, "known": False}],
    "deviation_procedure": "Call Sofie the same day.",
    "progress_scheme": {
        "what": "How the evenings go.",
        "every": "weekly",
        "persons": [ANNA],
        "professionals": [ULLA],
    },
    "further_assessment": {"needed": True, "domains": ["health"], "withdrawn": False},
    "pre_meeting": {
        "waived": False,
        "waived_because": None,
        "held": [
            {
                "meeting": PRE_MEETING,
                "held_by": SOFIE,
                "instead_of_social_worker": None,
                "persons": [ANNA],
                "place": "home",
                "date": "2024-02-01",
            }
        ],
    },
    "agreed_actions": [
        {
            "agreement": PROMISED.agreement,
            "meeting": MEETING,
            "words": "Ulla calls the school.",
            "owner_kind": "professional",
            "owner": ULLA,
            "due_on": "2024-03-08",
            "overdue": False,
            "ending": None,
            "reason": None,
        }
    ],
    "meetings": [
        {
            "meeting": MEETING,
            "kind": "network",
            "held": True,
            "cancelled": False,
            "date": "2024-03-02",
            "starts_at": "2024-03-01T16:00:00+00:00",
            "place": "home",
            "revision": 7,
            "facilitator": None,
            "chair": [ANNA],
            "attendance": [
                {"kind": "person", "id": ANNA, "adult": True},
                {"kind": "professional", "id": SOFIE, "adult": False},
            ],
            "presented": [],
            "invitations": [
                {
                    "invitation": INVITED.invitation,
                    "kind": "professional",
                    "id": ULLA,
                    "consented_by": [ANNA],
                    "reason": None,
                    "answer": "accepted",
                    "withdrawn": False,
                    "withdrawn_because": None,
                    "withdrawn_for": [],
                }
            ],
            "agenda": [
                {
                    "item": PROPOSED.item,
                    "agreed": False,
                    "party_kind": "person",
                    "party": BO,
                    "words": "Football.",
                }
            ],
            "wellbeing": [],
            "interim_reviews": [],
            "gp_invited": False,
            "gp_not_invited_because": None,
            "follow_up_overdue": False,
            "minutes": {"version": 1, "words": "We met at home.", "corrected_because": None},
        },
        {
            "meeting": NEXT_MEETING,
            "kind": "network",
            "held": False,
            "cancelled": False,
            "date": "2024-05-01",
            "starts_at": "2024-05-01T14:00:00+00:00",
            "place": "home",
            "revision": 6,
            "facilitator": None,
            "chair": [],
            "attendance": [],
            "presented": [],
            "invitations": [],
            "agenda": [],
            "wellbeing": [],
            "interim_reviews": [],
            "gp_invited": None,
            "gp_not_invited_because": None,
            "follow_up_overdue": False,
            "minutes": None,
        },
    ],
    "other_meetings": [
        {
            "meeting": VISITATION,
            "kind": "visitation",
            "date": "2024-02-01",
            "professionals": [SOFIE],
            "persons": [],
            "supporters": [],
        }
    ],
    "group_courses": [
        {
            "group": GROUP,
            "person": ANNA,
            "title": "A way ahead",
            "area": "north",
            "weekdays": ["tuesday", "thursday"],
            "starts_on": "2024-02-01",
            "ends_on": "2024-05-31",
            "joined_on": "2024-03-01",
            "left_on": None,
            "reason": None,
        }
    ],
}
