"""What a reader is shown of a group course, by what he or she is in it. P38, R34, R55, P40.

Those who lead it see who takes part, as each wants to be called. A participant sees the group, and of the others how many
they are: not their ids, nor who proposed what, nor who came. Nobody sees which family somebody is of.
"""

from collections.abc import Mapping
from typing import Any

from contracts.access import Reader, Relation

Row = Mapping[str, Any]
_PLAIN = ("group", "title", "area", "weekdays", "starts_on", "ends_on", "ended_on")


def relations(row: Row | None, kind: str, reader: str) -> set[Relation]:
    """What somebody is to the group now."""
    held = row or {}
    if kind == Reader.PROFESSIONAL and reader in held.get("leads", ()):
        return {Relation.FACILITATOR}
    if kind == Reader.PERSON and reader in held.get("takes_part", ()):
        return {Relation.PARTICIPANT}
    return set()


def document(row: Row, kind: str, reader: str) -> dict[str, Any]:
    """The group for a reader who may see it."""
    leads = Relation.FACILITATOR in relations(row, kind, reader)
    own = None if leads else reader
    return {
        **{name: row[name] for name in _PLAIN},
        "you": Relation.FACILITATOR if leads else Relation.PARTICIPANT,
        "facilitators": [each["called"] for each in row["facilitators"]],
        "taking_part": len(row["takes_part"]),
        "participants": [each for each in row["participants"] if own in (None, each["person"])],
        "sessions": [_session(each, own) for each in row["sessions"]],
        "proposals": [_proposal(each, own) for each in row["proposals"]],
    }


def summary(shown: Row) -> dict[str, Any]:
    """How a group is found in a list of one's groups."""
    ahead = [each for each in shown["sessions"] if not each["held"] and not each["cancelled"]]
    return {
        **{name: shown[name] for name in _PLAIN},
        "you": shown["you"],
        "next_session": ahead[0]["starts_at"] if ahead else None,
    }


def _session(session: Row, own: str | None) -> dict[str, Any]:
    """How many came; who, to those who lead it. A participant is told whether it is noted that he or she was there."""
    came = session["came"]
    return {
        **{name: each for name, each in session.items() if name != "came"},
        "attended": None if came is None else len(came),
        "came": None if came is None else [each for each in came if own in (None, each)],
    }


def _proposal(proposal: Row, own: str | None) -> dict[str, Any]:
    return {**proposal, "person": proposal["person"] if own in (None, proposal["person"]) else None}
