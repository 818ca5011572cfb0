"""What the family shares with somebody who stands by it: the sections that it named, and nothing else. INV-66, R21, R22.

Members by first names, of the professionals the coordinator's name alone. No ids but that of one's own invitation, no
addresses, no paragraphs, nothing of health; what went with another household stands here no more (X-06). A section that
isn't shared is null.
"""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from contracts.access import Kind
from contracts.contacts.events import SharedSection
from contracts.shapes import ActorKind
from eventkeep.sealing import FORGOTTEN

Plan = Mapping[str, Any]
Rows = list[dict[str, Any]]
First = Mapping[str, str]
"""First names of the family's members, by id."""


def document(plan: Plan, sections: Collection[SharedSection], supporter: str) -> dict[str, Any]:
    """What these sections of the shared plan say, for one supporter."""
    first = {each["person"]: _first(each["name"]) for each in plan["members"]}
    return {
        "members": list(first.values()),
        "coordinator": _coordinator(plan),
        **{
            str(section): made(plan, first, supporter) if section in sections else None
            for section, made in _MADE.items()
        },
    }


def summary(plan: Plan, sections: Collection[SharedSection]) -> dict[str, Any]:
    """How a family stands in a supporter's list: by first names, what it shares, and which document holds that."""
    return {
        "family": plan["family"],
        "members": [_first(each["name"]) for each in plan["members"]],
        "sections": [str(each) for each in SharedSection if each in sections],
        "document": str(Kind.SHARED),
    }


def _first(name: str) -> str:
    return name if name == FORGOTTEN or not name.strip() else name.split()[0]


def _coordinator(plan: Plan) -> str | None:
    names = {each["professional"]: each["name"] for each in plan["attached"]}
    found: str | None = names.get(plan["coordinator"])
    return found


def _goals(plan: Plan, first: First, supporter: str) -> Rows:
    return _branches(plan["goals"], first)


def _branches(goals: Collection[Plan], first: First) -> Rows:
    rows: Rows = []
    for goal in goals:
        below = _branches(goal["children"], first)
        if goal["status"] == "moved":
            rows += below
            continue
        rows.append(
            {
                "own_words": goal["own_words"],
                "status": goal["status"],
                "target_date": goal["target_date"],
                "owner": _owner(goal, first),
                "children": below,
            }
        )
    return rows


def _owner(each: Plan, first: First) -> str | None:
    """Who sees to it, where that is one of the family."""
    return first.get(each["owner"]) if each["owner_kind"] == ActorKind.PERSON else None


def _agreements(plan: Plan, first: First, supporter: str) -> Rows:
    """What was agreed at meetings that somebody will do, then what is done for the goals."""
    agreed = [(each["words"], each["ending"] or "open", each) for each in plan["agreed_actions"]]
    done = [(each["title"], each["status"], each) for each in plan["activities"]]
    return [
        {"words": words, "status": status, "owner": _owner(each, first), "due_on": each["due_on"]}
        for words, status, each in (*agreed, *done)
    ]


def _meetings(plan: Plan, first: First, supporter: str) -> Rows:
    """Those that are called, and neither held nor cancelled; of the invitations one's own."""
    return [
        {
            "kind": each["kind"],
            "starts_at": each["starts_at"],
            "place": each["place"],
            **_invitation(each, supporter),
        }
        for each in plan["meetings"]
        if each["starts_at"] and not each["held"] and not each["cancelled"]
    ]


def _invitation(meeting: Plan, supporter: str) -> dict[str, str | None]:
    """How one has answered; "open" where one hasn't, null where one isn't invited. By its id one answers. A18."""
    own = [each for each in meeting["invitations"] if each["id"] == supporter and not each["withdrawn"]]
    if not own:
        return {"invitation": None, "invitation_id": None}
    return {"invitation": own[-1]["answer"] or "open", "invitation_id": own[-1]["invitation"]}


def _successes(plan: Plan, first: First, supporter: str) -> Rows:
    return [
        {"words": each["words"], "whose": first.get(each["person"]), "noted_on": each["noted_on"]}
        for each in plan["small_successes"]
        if each["person"] is None or each["person"] in first
    ]


def _wishes(plan: Plan, first: First, supporter: str) -> Rows:
    """Of those who are of the family now."""
    return [
        {"own_words": each["own_words"], "whose": first[each["person"]]}
        for each in plan["wishes"]
        if each["person"] in first
    ]


_MADE: Mapping[SharedSection, Callable[[Plan, First, str], Rows]] = {
    SharedSection.GOALS: _goals,
    SharedSection.AGREEMENTS: _agreements,
    SharedSection.MEETINGS: _meetings,
    SharedSection.SUCCESSES: _successes,
    SharedSection.WISHES: _wishes,
}
