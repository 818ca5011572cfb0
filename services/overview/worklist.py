"""What a coordinator has to see to, family by family: over time, this week, and what waits for others. P27.

INV-23, INV-26, INV-31, INV-33, INV-39, INV-41, INV-48, INV-64. Sorted by day, never by family.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from services.overview.changed import goals
from services.overview.deviations import still_open
from services.overview.scheme import due
from services.overview.sentences import Language
from services.overview.sentences.to_do import TO_DO

Plan = Mapping[str, Any]
WEEK = timedelta(days=7)
_LOOKED_AT = timedelta(days=14)
"""For so long after its end an emergency access stands in the list."""
_OWN = frozenset(
    (
        "call-follow-up",
        "invite",
        "close-meeting",
        "sign",
        "approval-in-doubt",
        "team-review",
        "act-on-deviation",
        "close-deviation",
        "emergency-access",
    )
)
"""What the coordinator can do; the rest waits for others until its day is over."""


@dataclass(frozen=True, slots=True)
class _Item:
    kind: str
    due_on: str | None
    rule: str
    who: str | None = None
    of: str | None = None


def document(plan: Plan, informed: Plan, day: date, language: Language) -> dict[str, Any]:
    """One family's share of the list: what is to be seen to, and how the family stands."""
    called = _names(plan)
    return {
        "family": {
            **summary(plan),
            "version": informed["version"],
            "behind": informed["behind"],
            "open_deviations": len(still_open(plan)),
        },
        "items": [_row(plan["family"], each, called, day, language) for each in _items(plan, informed, day)],
    }


def summary(plan: Plan) -> dict[str, Any]:
    """How a family is found in a list of families."""
    standing = plan["plan"] or {}
    return {
        "family": plan["family"],
        "members": [each["name"] for each in plan["members"]],
        "coordinator": plan["coordinator"],
        "status": standing.get("status"),
        "approved_on": standing.get("approved_on"),
        "next_follow_up": plan["next_follow_up"] and plan["next_follow_up"]["date"],
    }


def merged(shares: Sequence[Plan]) -> dict[str, Any]:
    """The list over all families."""
    items = sorted(
        (item for share in shares for item in share["items"]),
        key=lambda item: (item["due_on"] or "9999", item["kind"], item["id"] or ""),
    )
    parts = {part: [each for each in items if each["part"] == part] for part in PARTS}
    return {
        "counts": {"families": len(shares), **{part: len(held) for part, held in parts.items()}},
        **parts,
        "families": [share["family"] for share in shares],
    }


PARTS = ("overdue", "this-week", "waiting", "later")
"""What is to be seen to stands in one of these."""


def _row(
    family: str, item: _Item, called: Mapping[str, str], day: date, language: Language
) -> dict[str, Any]:
    danish, english, because, why = TO_DO[item.kind]
    unknown = (
        "En af dem omkring familien" if language is Language.DANISH else "One of those around the family"
    )
    said = danish if language is Language.DANISH else english
    return {
        "family": family,
        "part": _part(item, day),
        "kind": item.kind,
        "id": item.of,
        "sentence": said.format(who=called.get(item.who or "", unknown)),
        "why": because if language is Language.DANISH else why,
        "rule": item.rule,
        "due_on": item.due_on,
    }


def _part(item: _Item, day: date) -> str:
    if item.due_on is not None and item.due_on < day.isoformat():
        return "overdue"
    if item.kind not in _OWN:
        return "waiting"
    return "this-week" if item.due_on is None or item.due_on <= (day + WEEK).isoformat() else "later"


def _items(plan: Plan, informed: Plan, day: date) -> Iterator[_Item]:
    for each in plan["contact_requests"]:
        if each["made_on"] is None and not each["ended"]:
            yield _Item("contact-request", each["due_on"], "INV-64", each["professional"], each["request"])
    for each in plan["emergency_access"]:
        if date.fromisoformat(each["until"][:10]) + _LOOKED_AT > day:
            yield _Item("emergency-access", None, "X-07", each["professional"], each["professional"])
    yield from _meetings(plan, day)
    yield from _agreement(plan)
    yield from _as_it_goes(plan, day)
    for each in informed["attached"]:
        if each["behind"] and informed["version"]:
            yield _Item("uninformed", None, "INV-39", each["professional"], each["professional"])
    for each in plan["assessments"]:
        if each["status"] == "requested":
            yield _Item("assessment", None, "INV-23", None, each["assessment"])
    for each in plan["information"]:
        if not each["received"]:
            yield _Item("information", each["due_on"], "P10", None, each["request"])
    for each in plan["agreed_actions"]:
        if each["ending"] is None:
            yield _Item("agreed-action", each["due_on"], "A24", each["owner"], each["agreement"])
    for each in goals(plan):
        if each["overdue"]:
            yield _Item("goal", each["target_date"], "A30", each["owner"], each["goal"])


def _meetings(plan: Plan, day: date) -> Iterator[_Item]:
    """The follow-up is called in time, those who should come are asked, and what was agreed is recorded. INV-25, INV-26,
    INV-33."""
    ahead = [each for each in plan["meetings"] if not each["held"] and not each["cancelled"]]
    if plan["next_follow_up"] and not ahead:
        yield _Item(
            "call-follow-up", plan["next_follow_up"]["date"], "INV-26", None, plan["agreed_at_meeting"]
        )
    for meeting in ahead:
        asked = [each for each in meeting["invitations"] if not each["withdrawn"]]
        if meeting["date"] and meeting["date"] < day.isoformat():
            yield _Item("close-meeting", meeting["date"], "INV-25", None, meeting["meeting"])
        elif not asked:
            yield _Item("invite", meeting["date"], "INV-33", None, meeting["meeting"])
        else:
            for each in asked:
                if each["answer"] is None:
                    yield _Item("invitation", meeting["date"], "INV-33", each["id"], each["invitation"])


def _as_it_goes(plan: Plan, day: date) -> Iterator[_Item]:
    """A deviation is acted on, then closed; who agreed to register does so. INV-31, P30."""
    for each in still_open(plan):
        if each["actions"]:
            yield _Item("close-deviation", None, "A25", None, each["deviation"])
        else:
            own = each["owner"] == plan["coordinator"]
            kind = "act-on-deviation" if own else "deviation"
            yield _Item(kind, each["due_on"], "INV-31", each["owner"], each["deviation"])
    for lacking in due(plan):
        if lacking.due_on is not None and lacking.due_on < day.isoformat():
            yield _Item("registration", lacking.due_on, "P30", lacking.who, lacking.who)


def _agreement(plan: Plan) -> Iterator[_Item]:
    """The contract is signed by all three, challenges are answered, doubts are looked at. INV-41, INV-48."""
    contract, standing = plan["contract"], plan["plan"] or {}
    if contract and not contract["in_force"]:
        own = "coordinator" not in contract["signed"]
        yield _Item("sign" if own else "signature", None, "INV-48", None, contract["contract"])
    for each in plan["challenges"]:
        if each["open"]:
            yield _Item("challenge", None, "INV-41", None, each["challenge"])
    if any(each["open"] for each in standing.get("questions", ())):
        yield _Item("approval-in-doubt", None, "INV-20", None, standing["approved_at_meeting"])
    if plan["team_review_due"]:
        yield _Item("team-review", None, "INV-47", None, None)


def _names(plan: Plan) -> dict[str, str]:
    people = {each["person"]: each["name"] for each in (*plan["former_members"], *plan["members"])}
    around = (*plan["emergency_access"], *plan["formerly_attached"], *plan["attached"])
    staff = {each["professional"]: each["name"] for each in around}
    return {**people, **staff, **{each["supporter"]: each["name"] for each in plan["supporters"]}}
