"""What a meeting needs on the table: agenda, the plan under approval, parts to present, what must still be decided.

INV-17 to INV-31, INV-41, INV-46.
"""

from collections.abc import Mapping
from typing import Any

from eventkeep.refused import Refused
from services.overview.changed import goals
from services.overview.deviations import still_open

AGREED = (
    "further-assessment",
    "follow-up-day",
    "follow-up-participants",
    "interim-goals",
    "deviation-procedure",
    "progress-scheme",
)
"""The six agreements without which no meeting is closed. INV-25 to INV-30."""
_SHOWN = (
    *("meeting", "kind", "starts_at", "place", "held"),
    *("cancelled", "facilitator", "agenda", "invitations"),
)
Plan = Mapping[str, Any]


def document(plan: Plan, meeting: str) -> dict[str, Any]:
    """The pack of one network meeting, as the shared plan knows it. Refuses a meeting that the plan doesn't name."""
    found = _named(plan, meeting)
    return {
        **{name: found[name] for name in _SHOWN},
        "plan": _on_the_table(plan["plan"] or {}, found),
        "to_present": [
            {"person": each["person"], "presented": each["person"] in found["presented"]}
            for each in plan["parts"]
            if each["words"] is not None
        ],
        "to_look_back_on": _look_back(plan, found),
        "deviations": [] if found["held"] or found["cancelled"] else _deviations(plan),
        "missing_before_close": [] if found["held"] or found["cancelled"] else _before_close(plan, found),
        "missing_before_approval": _before_approval(plan),
    }


def _named(plan: Plan, meeting: str) -> Plan:
    found: Plan | None = next((each for each in plan["meetings"] if each["meeting"] == meeting), None)
    if found is None:
        raise Refused(
            "meeting_unknown",
            "The family has no such meeting.",
            "",
            "Name a network meeting of the family's plan.",
            danish="Familien har ikke sådan et møde.",
            danish_next="Angiv et netværksmøde fra familiens plan.",
        )
    return found


def _on_the_table(standing: Plan, meeting: Plan) -> dict[str, Any]:
    """How the plan stands against the revision that the meeting is called over. INV-19."""
    return {
        "on_the_table": meeting["revision"],
        "now": standing.get("revision"),
        "changed_since_called": meeting["revision"] != standing.get("revision"),
        "status": standing.get("status"),
        "approved_revision": standing.get("approved_revision"),
        "withheld_by": standing.get("withheld_by", []),
        "disagreements": [
            each for each in standing.get("disagreements", []) if each["next_meeting"] == meeting["meeting"]
        ],
    }


def _look_back(plan: Plan, meeting: Plan) -> dict[str, Any]:
    """What a follow-up looks at: the goals until now, and each child. A46, INV-46."""
    if meeting["kind"] != "follow-up":
        return {"interim_goals": [], "children": []}
    words = {goal["goal"]: goal["own_words"] for goal in goals(plan)}
    return {
        "interim_goals": [
            {"goal": each["goal"], "own_words": words.get(each["goal"])} for each in plan["interim_goals"]
        ],
        "children": [each["person"] for each in plan["members"] if each["role"] != "adult"],
    }


def _deviations(plan: Plan) -> list[dict[str, Any]]:
    """What doesn't go as agreed, and what a closed deviation since the last meeting wants changed in the plan. A25."""
    last = max((each["date"] for each in plan["meetings"] if each["held"] and each["date"]), default="")
    to_change = [
        each
        for each in plan["deviations"]
        if each["closed_on"] is not None and each["plan_changes"] and each["closed_on"] >= last
    ]
    told = ("deviation", "goal", "words", "owner", "owner_kind", "due_on", "overdue", "plan_changes")
    return [{name: each[name] for name in told} for each in (*still_open(plan), *to_change)]


def _before_close(plan: Plan, meeting: Plan) -> list[str]:
    look_back = _look_back(plan, meeting)
    return [
        *(["attendance"] if not meeting["attendance"] else []),
        *(["family-chair"] if not meeting["chair"] else []),
        *(["wellbeing"] if look_back["children"] else []),
        *(["interim-goal-reviews"] if look_back["interim_goals"] else []),
        *AGREED,
    ]


def _before_approval(plan: Plan) -> dict[str, Any]:
    """INV-17, INV-18, INV-23, INV-41: what stands between the plan and its approval as final."""
    further = plan["further_assessment"] or {}
    return {
        "parts": plan["lacks"]["parts"],
        "statutory_plans": plan["lacks"]["statutory_plans"],
        "challenges": [each["challenge"] for each in plan["challenges"] if each["open"]],
        "assessments": [each["assessment"] for each in plan["assessments"] if each["status"] == "requested"],
        "further_assessment_needed": bool(further.get("needed")) and not further.get("withdrawn"),
    }
