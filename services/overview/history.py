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
from contracts.progress.events import OccupationEnded, RegistrationCorrected
from contracts.shapes import Event
from services.overview.corrected import named
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
            "held_on": _held_on(each.event),
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
    """Which event each correction speaks of: the one that stood until then, or what was registered. X-08."""
    stands: dict[tuple[object, ...], str] = {}
    registered: dict[tuple[str, bool], str] = {}
    corrects: dict[str, str] = {}
    for each in tale:
        if (name := named(each.event)) is not None and type(each.event) in TOLD:
            registered[name, isinstance(each.event, OccupationEnded)] = each.ref
        if isinstance(each.event, RegistrationCorrected):
            of_what = each.event.corrects, each.event.ended_on is not None
            if of_what in registered:
                corrects[each.ref] = registered[of_what]
        for kinds in _AGAIN:
            if isinstance(each.event, kinds):
                of = kinds, getattr(each.event, "meeting", None)
                if of in stands:
                    corrects[each.ref] = stands[of]
                stands[of] = each.ref
    return corrects


def _held_on(event: Event) -> str | None:
    """The day of the meeting that an event says was held."""
    return (
        day(event.held_at).isoformat() if isinstance(event, NetworkMeetingHeld | OtherMeetingHeld) else None
    )


def _together(told: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where one meeting made many, they stand under the sentence that it was held; what led to it doesn't."""
    heads = {row["meeting"]: row for row in told if row["held_on"]}
    many = {
        meeting: [row for row in told if row["meeting"] == meeting and row["day"] >= head["held_on"]]
        for meeting, head in heads.items()
    }
    grouped = {meeting: of for meeting, of in many.items() if len(of) >= _MANY}
    under = {row["ref"] for of in grouped.values() for row in of} - {row["ref"] for row in heads.values()}
    return [
        {
            **_plain(row),
            "made": [
                _plain(each)
                for each in (grouped.get(row["meeting"], ()) if row["held_on"] else ())
                if each is not row
            ],
        }
        for row in told
        if row["ref"] not in under
    ]


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "held_on"}
