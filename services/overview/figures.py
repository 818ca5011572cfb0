"""What dashboards count of a family: codes, days and numbers of its plan, and nobody's id, name or words. X-05, T12, T24.

Goals, interventions and meetings are numbered within their family, so that figures of one can be joined.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Document = Mapping[str, Any]
VERSION = 3
"""Whoever changes what is counted raises it: every family is counted anew."""


def figures(plan: Document, access: Document | None) -> dict[str, Any]:
    """The figures of a family's shared plan (its texts may be sealed) and of who may read it."""
    goals = list(_goals(plan["goals"]))
    number = {goal["goal"]: place for place, (goal, _) in enumerate(goals, start=1)}
    works = {each["intervention"]: n for n, each in enumerate(plan["interventions"], start=1)}
    return {
        "family": _family(plan, goals),
        "goals": [_goal(plan, goal, parent, number) for goal, parent in goals],
        "interventions": [_intervention(each, works, number) for each in plan["interventions"]],
        "attachments": _attachments(plan, access),
        "meetings": [*_meetings(plan)],
        "contacts": _contacts(plan),
        "progress": [*_progress(plan, works, number)],
        "baselines": [
            {"goal": number.get(each["goal"]), **{name: each[name] for name in _BASELINE}}
            for each in plan["baselines"]
        ],
    }


_BASELINE = ("instrument", "scale_min", "scale_max", "value", "measured_on")
_Placed = tuple[Document, str | None]
"""A goal, and the id of the goal that it stands below."""


def _goals(tree: Sequence[Document], below: str | None = None) -> Iterator[_Placed]:
    for goal in tree:
        yield goal, below
        yield from _goals(goal["children"], goal["goal"])


def _family(plan: Document, goals: Sequence[_Placed]) -> dict[str, Any]:
    """How the case, the plan and the team stand. CoverageDashboard: INV-01, INV-05, INV-26, INV-48."""
    stands, case = plan["plan"] or {}, plan["case"]
    follow_up, requests = plan["next_follow_up"], plan["contact_requests"]
    waits = [each for each in requests if each["made_on"] is None and not each["ended"]]
    return {
        "closed": case["closed"],
        "programme": case["programme"],
        "admitted_on": case["visitation_date"],
        "model_started_on": case["model_started_on"],
        "plan_status": stands.get("status"),
        "plan_stage": stands.get("approved_stage"),
        "approved_on": stands.get("approved_on"),
        "departments": sorted({each["department"] for each in plan["attached"]}),
        "professionals": len(plan["attached"]),
        "team_size": len(plan["team"]),
        "team_since": plan["team_since"],
        "team_review_due": plan["team_review_due"] is not None,
        "has_coordinator": plan["coordinator"] is not None,
        "has_primary_contact": plan["primary_contact"] is not None,
        "contract_in_force": bool(plan["contract"] and plan["contract"]["in_force"]),
        "next_follow_up": follow_up and follow_up["date"],
        "follow_up_overdue": bool(follow_up and follow_up["overdue"]),
        "own_goals": sum(goal["author_kind"] == "person" for goal, _ in goals),
        "statutory_plans_lacking": len(plan["lacks"]["statutory_plans"]),
        "help_needs_open": sum(not each["met"] for each in plan["help_needs"]),
        "contact_requests_open": len(waits),
        "contact_requests_overdue": sum(each["overdue"] for each in waits),
        "small_successes": len(plan["small_successes"]),
        "pilot_of": [each["programme"] for each in plan["pilot_of"]],
    }


def _goal(plan: Document, goal: Document, parent: str | None, number: Mapping[str, int]) -> dict[str, Any]:
    areas = {each["focus_area"]: each["element"] for each in plan["focus_areas"]}
    kept = ("level", "rank", "status", "author_kind", "owner_kind", "target_date", "overdue")
    return {
        "goal": number[goal["goal"]],
        "parent": parent and number[parent],
        **{name: goal[name] for name in kept},
        "focus_area": areas.get(goal["focus_area"]),
        "interim": any(each["goal"] == goal["goal"] for each in plan["interim_goals"]),
        "from_a_wish": goal["wish"] is not None,
        "known_to_family": bool(goal["known_to"]),
    }


def _intervention(each: Document, works: Mapping[str, int], number: Mapping[str, int]) -> dict[str, Any]:
    kept = (
        "department",
        "legal_basis",
        "kind",
        "status",
        "granted",
        "starts",
        "ends",
        "started_on",
        "ended_on",
    )
    return {
        "intervention": works[each["intervention"]],
        "goal": number.get(each["goal"]),
        **{name: each[name] for name in (*kept, "result")},
        "overlapping": len(each["overlaps"]),
    }


def _attachments(plan: Document, access: Document | None) -> list[dict[str, Any]]:
    """By contacts' latest word; what somebody is, as far as the plan shows it already. X-01."""
    known = {each["professional"]: each for each in plan["attached"]}
    return [
        {
            "department": held["department"],
            "profession": known.get(who, {}).get("profession"),
            "function": known.get(who, {}).get("function"),
            "on_team": who in (access or {}).get("team", ()),
            **{name: held[name] for name in ("basis", "law", "valid_from", "valid_to")},
        }
        for who, held in sorted((access or {}).get("attached", {}).items())
    ]


def _progress(
    plan: Document, works: Mapping[str, int], number: Mapping[str, int]
) -> Iterator[dict[str, Any]]:
    """Scores of two persons are two series, though nobody is told of whom each is. INV-59, INV-68."""
    series: dict[tuple[str, ...], int] = {}
    held: Counter[int] = Counter()
    for of in plan["progress"]:
        for each in of["registrations"]:
            about = (each["person"], of["goal"], each["intervention"], each["by_kind"])
            its = series.setdefault(about, len(series) + 1)
            held[its] += 1
            yield {
                "goal": number.get(of["goal"]),
                "intervention": works.get(each["intervention"]),
                "scored_by": each["by_kind"],
                "value": each["value"],
                "registered_on": each["registered_on"],
                "series": its,
                "place": held[its],
            }


def _meetings(plan: Document) -> Iterator[dict[str, Any]]:
    """By day; of those who were there, how many. A21, INV-20, INV-26."""
    rows = [
        *(_meeting("pre-meeting", "held", each["date"]) for each in plan["pre_meeting"]["held"]),
        *(_meeting(each["kind"], "held", each["date"]) for each in plan["other_meetings"]),
        *(_network(each) for each in plan["meetings"]),
    ]
    for number, row in enumerate(sorted(rows, key=lambda row: row["day"] or "9999"), start=1):
        yield {"meeting": number, **row}


def _network(meeting: Document) -> dict[str, Any]:
    state = "held" if meeting["held"] else "cancelled" if meeting["cancelled"] else "called"
    persons = sum(each["kind"] == "person" for each in meeting["attendance"])
    return {
        **_meeting(meeting["kind"], state, meeting["date"]),
        "invited": sum(not each["withdrawn"] for each in meeting["invitations"]),
        "attended": len(meeting["attendance"]),
        "family_attended": bool(persons),
        "follow_up_overdue": meeting["follow_up_overdue"],
    }


def _meeting(kind: str | None, state: str, day: str | None) -> dict[str, Any]:
    unknown = dict.fromkeys(("invited", "attended", "family_attended"))
    return {"kind": kind, "state": state, "day": day, **unknown, "follow_up_overdue": False}


def _contacts(plan: Document) -> dict[str, Any]:
    """How many are in contact now, against the day of admission. INV-06 to INV-08, T12, T24."""
    contacts = plan["contacts"]
    agreed = contacts["agreed"]
    return {
        "direct": len(contacts["direct"]),
        "secondary": len(contacts["secondary"]),
        "direct_at_admission": contacts["direct_at_admission"],
        "direct_above_threshold": "direct" in contacts["above_threshold"],
        "secondary_above_threshold": "secondary" in contacts["above_threshold"],
        "direct_agreed": agreed and agreed["direct"],
        "agreed_by": agreed and agreed["by_date"],
        "consultations": len(plan["consultations"]),
        "visits": len(plan["visits"]),
    }
