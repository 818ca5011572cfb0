"""The whole plan of one invented family, place by place: who, what, when, and how it goes."""

from typing import Any

from tests.unit.family import ANNA, BO, CLARA, FAMILY, MEETING, PLAN, SOFIE, TOMAS, ULLA
from tests.views.planned import COOK, EAT, GUIDANCE, HOME_AREA, SCHOOL_AREA, WISH
from tests.views.whole_meetings import MEETINGS
from tests.views.whole_people import PEOPLE
from tests.views.whole_progress import PROGRESS

CONTENT: dict[str, Any] = {
    "plan": {
        "id": PLAN,
        "revision": 7,
        "status": "approved",
        "approved_revision": 7,
        "approved_stage": "final",
        "approved_at_meeting": MEETING,
        "approved_on": "2024-03-02",
        "approved_by": [ANNA, BO],
        "approvals": [
            {"professional": SOFIE, "answer": "approved", "reservation": None},
            {"professional": TOMAS, "answer": "reserved", "reservation": "Too many at once."},
        ],
        "questions": [],
        "withheld_by": [],
        "disagreements": [],
        "owned_by": [],
        "revisions": [],
        "closed_because": None,
    },
    "earlier_plans": [],
    "wishes": [{"wish": WISH, "person": BO, "own_words": "That we eat together.", "revision": 1}],
    "own_needs": [],
    "resources": [],
    "parts": [],
    "leisure_lines": [],
    "priority_agreed_by": [ANNA, BO],
    "focus_areas": [
        {
            "focus_area": SCHOOL_AREA,
            "title": "School",
            "element": None,
            "rank": 1,
            "placed_by_family": True,
            "revision": 3,
        },
        {
            "focus_area": HOME_AREA,
            "title": "Home",
            "element": None,
            "rank": 2,
            "placed_by_family": True,
            "revision": 2,
        },
    ],
    "closed_focus_areas": [],
    "elements_set_aside": [],
    "challenges": [],
    "goals": [
        {
            "goal": EAT,
            "parent": None,
            "level": 1,
            "rank": 1,
            "own_words": "We eat together on weekdays.",
            "professional_wording": "Regular family meals.",
            "author_kind": "person",
            "author": ANNA,
            "owner_kind": "professional",
            "owner": ULLA,
            "status": "open",
            "closed_because": None,
            "target_date": "2024-09-01",
            "overdue": False,
            "focus_area": HOME_AREA,
            "wish": WISH,
            "no_wish_because": None,
            "known_to": [],
            "revision": 5,
            "children": [
                {
                    "goal": COOK,
                    "parent": EAT,
                    "level": 2,
                    "rank": 1,
                    "own_words": "A goal.",
                    "professional_wording": None,
                    "author_kind": "person",
                    "author": ANNA,
                    "owner_kind": "person",
                    "owner": ANNA,
                    "status": "open",
                    "closed_because": None,
                    "target_date": None,
                    "overdue": False,
                    "focus_area": None,
                    "wish": None,
                    "no_wish_because": None,
                    "known_to": [],
                    "revision": 6,
                    "children": [],
                }
            ],
        }
    ],
    "goals_after_split": [],
    "interventions": [
        {
            "intervention": GUIDANCE,
            "goal": EAT,
            "known": True,
            "title": "Family guidance",
            "department": "family",
            "legal_basis": "barnets lov § 32",
            "kind": None,
            "provider": None,
            "starts": "2024-03-04",
            "ends": None,
            "granted": False,
            "overlaps": [],
            "status": "added",
            "started_on": None,
            "ended_on": None,
            "result": None,
            "revision": 7,
        }
    ],
    "activities": [],
    "statutory_plans": [],
    "information": [],
    "assessment_forms": [],
    "assessments": [],
    "rehab_cases": [],
    "resource_courses": [],
    "lacks": {
        "parts": [ANNA, BO, CLARA],
        "statutory_plans": [],
        "elements": ["self-support", "employment", "education"],
        "priority": [],
        "leisure_lines": [
            {"person": BO, "line": "leisure-job"},
            {"person": CLARA, "line": "leisure-activity"},
        ],
        "wishes_for_goals": [],
    },
}
WHOLE: dict[str, Any] = {"family": FAMILY, **PEOPLE, **CONTENT, **MEETINGS, **PROGRESS}
