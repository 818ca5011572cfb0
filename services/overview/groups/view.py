"""The view of group courses: a row for each, all of it. What a reader is shown is made of it on each read. P38."""

from collections.abc import Iterator, Mapping
from typing import Any

from contracts.ids import SessionId
from contracts.meetings.events import GroupAttendanceCorrected
from eventkeep.view import Fold, View
from services.overview.groups import group as groups
from services.overview.groups.group import Group, Session, held_on


def derive(parts: Mapping[str, Any]) -> dict[str, Any]:
    """The group with everybody in it, sealed as it is stored. The family that somebody comes from is not in it."""
    group: Group = parts["meetings"]
    formed, leading = group.formed, group.leading
    term = leading and leading.term
    return {
        "group": formed and formed.group,
        "title": formed and formed.title,
        "area": formed and formed.area,
        "facilitators": [
            {"professional": each.professional, "called": each.called}
            for each in (leading.facilitators if leading else ())
        ],
        "weekdays": term.weekdays if term else [],
        "starts_on": term and term.starts_on,
        "ends_on": term and term.ends_on,
        "ended_on": group.ended and group.ended.ended_on,
        "participants": [
            {
                "person": each.joined.person,
                "called": each.joined.called,
                "joined_on": each.joined.joined_on,
                "left_on": each.left and each.left.left_on,
            }
            for each in group.parts
        ],
        "leads": [each.professional for each in (leading.facilitators if leading else ())],
        "takes_part": [each.joined.person for each in group.parts if each.left is None],
        "sessions": [_session(*each) for each in _in_order(group)],
        "proposals": [*_proposals(group)],
    }


def _in_order(group: Group) -> list[tuple[SessionId, Session]]:
    """By time; a session that nobody scheduled here yet has none, and comes last."""
    timed = [
        (each.scheduled.starts_at, name, each) for name, each in group.sessions.items() if each.scheduled
    ]
    others = [(name, each) for name, each in group.sessions.items() if each.scheduled is None]
    return [*((name, each) for _, name, each in sorted(timed, key=lambda one: one[:2])), *others]


def _session(name: SessionId, session: Session) -> dict[str, Any]:
    scheduled, came = session.scheduled, session.came
    return {
        "session": name,
        "starts_at": scheduled and scheduled.starts_at,
        "place": scheduled and scheduled.place,
        "cancelled": session.cancelled is not None,
        "held": session.held is not None,
        "agenda": session.agenda.items if session.agenda else [],
        "came": came.persons if came else None,
        "corrected": isinstance(came, GroupAttendanceCorrected),
        "offers": [{"offer": each.offer, "title": each.title} for each in session.offers],
    }


def _proposals(group: Group) -> Iterator[dict[str, Any]]:
    for each in group.proposals.values():
        yield {
            "proposal": each.proposal,
            "kind": each.kind,
            "person": each.person,
            "words": each.words,
            "held_on": held_on(group, each.proposal),
        }


GROUPS = View("groups", 1, {"meetings": Fold(Group, groups.evolve)}, derive, hashed=False, kind="group")
