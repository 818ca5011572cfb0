"""The whole plan of one family, compared once and exactly: this is what everybody attached sees."""

from itertools import permutations
from typing import Any

from contracts.ids import RegistrationId
from services.overview.family_plan import FAMILY_PLAN
from tests.unit.family import ANNA, BO, CLARA, FAMILY, MEETING, PLAN, SOFIE, TOMAS, ULLA, numbered
from tests.views.around import CONTACTS
from tests.views.met import (
    BASELINE,
    INVITED,
    MEETINGS,
    NEXT_MEETING,
    PRE_MEETING,
    PROGRESS,
    PROMISED,
    PROPOSED,
    SUCCESS,
    VISITATION,
)
from tests.views.planned import COOK, EAT, GUIDANCE, HOME_AREA, PLANS, SCHOOL_AREA, SLEEP, WISH
from tests.views.shown import family_plan

WHOLE: dict[str, Any] = {
    "family": FAMILY,
    "case": {"closed": False, "model_started_on": None, "programme": None, "visitation_date": None},
    "members": [
        {"person": ANNA, "role": "adult", "name": "Anna Example", "address_protected": False},
        {"person": BO, "role": "young", "name": "Bo Example", "address_protected": False},
        {"person": CLARA, "role": "child", "name": "Clara Example", "address_protected": False},
    ],
    "former_members": [],
    "attached": [
        {
            "professional": SOFIE,
            "name": "sealed.1.sofie.e2.name.c29maWU=",
            "department": "social",
            "profession": "social worker",
            "function": None,
            "on_team": True,
        },
        {
            "professional": ULLA,
            "name": "Ulla Example",
            "department": "health",
            "profession": "health visitor",
            "function": None,
            "on_team": False,
        },
    ],
    "formerly_attached": [
        {"professional": TOMAS, "name": "Tomas Example", "department": "school", "profession": "teacher"}
    ],
    "team": [SOFIE],
    "team_review_due": None,
    "focus_areas_without_team_member": [],
    "coordinator": SOFIE,
    "coordinator_chosen": None,
    "deputy": None,
    "primary_contact": ULLA,
    "contacts": {"direct": [], "secondary": [], "above_threshold": [], "agreed": None},
    "consultations": [],
    "visits": [],
    "working_roles": [],
    "supporters": [],
    "help_needs": [],
    "contact_requests": [],
    "contract": None,
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
        "elements": ["self-support", "employment", "education"],
        "leisure_lines": [
            {"person": BO, "line": "leisure-job"},
            {"person": CLARA, "line": "leisure-activity"},
        ],
        "wishes_for_goals": [],
    },
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

NOTHING: dict[str, Any] = {
    "family": None,
    "case": {"closed": False, "model_started_on": None, "programme": None, "visitation_date": None},
    "members": [],
    "former_members": [],
    "attached": [],
    "formerly_attached": [],
    "team": [],
    "team_review_due": None,
    "focus_areas_without_team_member": [],
    "coordinator": None,
    "coordinator_chosen": None,
    "deputy": None,
    "primary_contact": None,
    "contacts": {"direct": [], "secondary": [], "above_threshold": [], "agreed": None},
    "consultations": [],
    "visits": [],
    "working_roles": [],
    "supporters": [],
    "help_needs": [],
    "contact_requests": [],
    "contract": None,
    "plan": None,
    "earlier_plans": [],
    "wishes": [],
    "own_needs": [],
    "resources": [],
    "parts": [],
    "leisure_lines": [],
    "priority_agreed_by": [],
    "focus_areas": [],
    "closed_focus_areas": [],
    "elements_set_aside": [],
    "challenges": [],
    "goals": [],
    "goals_after_split": [],
    "interventions": [],
    "activities": [],
    "statutory_plans": [],
    "information": [],
    "assessment_forms": [],
    "assessments": [],
    "rehab_cases": [],
    "resource_courses": [],
    "lacks": {
        "parts": [],
        "elements": ["self-support", "employment", "education"],
        "leisure_lines": [],
        "wishes_for_goals": [],
    },
    "agreed_at_meeting": None,
    "next_follow_up": None,
    "interim_goals": [],
    "deviation_procedure": None,
    "progress_scheme": None,
    "further_assessment": None,
    "pre_meeting": {"waived": False, "waived_because": None, "held": []},
    "agreed_actions": [],
    "meetings": [],
    "other_meetings": [],
    "baselines": [],
    "progress": [],
    "small_successes": [],
}


def test_everybody_attached_sees_the_whole_plan() -> None:
    """INV-36, INV-37: goals, interventions and their priority, in whatever order the services were heard."""
    for order in permutations((CONTACTS, PLANS, MEETINGS, PROGRESS)):
        assert family_plan(*(event for told in order for event in told)) == WHOLE


def test_a_family_of_which_nothing_is_known_has_an_empty_plan() -> None:
    """The document has the same members from the first event to the last."""
    assert family_plan() == NOTHING


def test_the_version_of_the_view_names_this_shape() -> None:
    """Whoever changes the document changes this number, and the hashes of all plans with it."""
    assert (FAMILY_PLAN.name, FAMILY_PLAN.version) == ("family-plan", 2)
    assert sorted(FAMILY_PLAN.services) == ["contacts", "meetings", "plans", "progress"]
    assert FAMILY_PLAN.waits_for_causes
    assert FAMILY_PLAN.hashed
