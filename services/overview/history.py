"""The family's history: one sentence for each event, by month, the newest first. What is corrected stays. X-08.

It tells nothing that the shared plan didn't show to everybody attached at some time.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from contracts.meetings.events import (
    AttendanceCorrected,
    AttendanceRecorded,
    FamilyChairRecorded,
    MinutesPublished,
    NetworkMeetingHeld,
    OtherMeetingHeld,
)
from contracts.plans.events import PlanApproved
from contracts.shapes import Event
from services.overview.naming import names
from services.overview.one_meeting import day
from services.overview.sentences import TOLD, Language, Names, Part, Sentence, tell
from services.overview.tale import Happened

_MANY = 3
"""From so many sentences of one meeting on, they stand together."""
_AGAIN: tuple[tuple[type[Event], ...], ...] = (
    (AttendanceRecorded, AttendanceCorrected),
    (MinutesPublished,),
    (FamilyChairRecorded,),
)
"""What is said once of a meeting: said again, it corrects what was said before."""


def document(
    tale: Sequence[Happened], language: Language, part: Part | None = None, month: str = ""
) -> dict[str, Any]:
    """All that was told, or one part of it, or one month such as `2026-01`."""
    told = [row for row in rows(tale, language) if part in (None, row["part"])]
    months = dict.fromkeys(row["day"][:7] for row in reversed(told))
    chosen = [each for each in months if month in ("", each)]
    return {
        "language": language,
        "part": part,
        "months": [
            {"month": each, "entries": _together([row for row in reversed(told) if row["day"][:7] == each])}
            for each in chosen
        ],
    }


def rows(tale: Sequence[Happened], language: Language) -> list[dict[str, Any]]:
    """One row for each event that is told, by when it happened, then as each came after its causes."""
    called = names(tale)
    corrected = _corrections(tale)
    approvals = [each.ref for each in tale if isinstance(each.event, PlanApproved)]
    told = [
        {
            "ref": each.ref,
            "day": day(each.occurred_at).isoformat(),
            "recorded_on": day(each.time).isoformat(),
            "part": _part(each.event),
            "sentence": tell(TOLD[type(each.event)], each.event, called, language),
            "by": _by(each.actor, called),
            "meeting": getattr(each.event, "meeting", None),
            "corrects": corrected.get(each.ref),
            "approval": approvals.index(each.ref) + 1 if each.ref in approvals else None,
            "holds": isinstance(each.event, NetworkMeetingHeld | OtherMeetingHeld),
        }
        for each in tale
        if type(each.event) in TOLD
    ]
    return sorted(told, key=lambda row: str(row["day"]))


def _part(event: Event) -> Part:
    telling = TOLD[type(event)]
    return (telling if isinstance(telling, Sentence) else telling(event)).part


def _by(actor: str, called: Names) -> dict[str, str | None]:
    """Who recorded it; a service of ours has no name."""
    kind, _, who = actor.partition(":")
    return {"kind": kind, "id": who, "name": called.called.get(who)}


def _corrections(tale: Iterable[Happened]) -> dict[str, str]:
    """Which event each correction speaks of: the one that stood until then. X-08."""
    stands: dict[tuple[object, ...], str] = {}
    corrects: dict[str, str] = {}
    for each in tale:
        for kinds in _AGAIN:
            if isinstance(each.event, kinds):
                of = kinds, getattr(each.event, "meeting", None)
                if of in stands:
                    corrects[each.ref] = stands[of]
                stands[of] = each.ref
    return corrects


def _together(told: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where one meeting made many, they stand under the sentence that it was held."""
    heads = {row["meeting"]: row for row in told if row["holds"]}
    many = {
        each: [row for row in told if row["meeting"] == each and row is not heads[each]] for each in heads
    }
    grouped = {each for each, of in many.items() if len(of) + 1 >= _MANY}
    return [
        {
            **{name: value for name, value in row.items() if name != "holds"},
            "made": [
                {name: value for name, value in each.items() if name != "holds"}
                for each in (many[row["meeting"]] if row["holds"] and row["meeting"] in grouped else ())
            ],
        }
        for row in told
        if row["holds"] or row["meeting"] not in grouped
    ]
