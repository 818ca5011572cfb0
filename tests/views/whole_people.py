"""Who is in and around the invented family, as the whole plan shows them."""

from typing import Any

from tests.unit.family import ANNA, BO, CLARA, SOFIE, TOMAS, ULLA

PEOPLE: dict[str, Any] = {
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
            "competences": [],
            "on_team": True,
        },
        {
            "professional": ULLA,
            "name": "Ulla Example",
            "department": "health",
            "profession": "health visitor",
            "function": None,
            "competences": [],
            "on_team": False,
        },
    ],
    "formerly_attached": [
        {"professional": TOMAS, "name": "Tomas Example", "department": "school", "profession": "teacher"}
    ],
    "emergency_access": [],
    "team": [SOFIE],
    "team_since": None,
    "team_review_due": None,
    "focus_areas_without_team_member": [],
    "coordinator": SOFIE,
    "coordinator_chosen": None,
    "deputy": None,
    "primary_contact": ULLA,
    "contacts": {
        "direct": [],
        "secondary": [],
        "direct_at_admission": None,
        "above_threshold": [],
        "agreed": None,
    },
    "consultations": [],
    "visits": [],
    "working_roles": [],
    "supporters": [],
    "help_needs": [],
    "contact_requests": [],
    "contract": None,
}
