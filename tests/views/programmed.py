"""The invented programme as overview shows it, for tests."""

from typing import Any

import orjson

from contracts.ids import EntryId, MilestoneId, TellingId
from contracts.progress.events import ProgrammeEvent, TellingKind, Verdict
from eventkeep.testing import folded
from services.overview.programmes.document import InFamilies, Lacking, OfGuide, made
from services.overview.programmes.view import PROGRAMME, Programme, derive, evolve
from tests.unit.family import numbered
from tests.unit.programmes import (
    AGREED,
    ASSIGNED,
    BEGINNING,
    ENDED,
    IS_SET_ASIDE,
    PLANNED,
    PUBLISHED,
    SPENT,
    STATED,
    TODAY,
    TOLD,
    TRAINED,
    WAS_READ,
)

REACHED = PLANNED.model_copy(update={"reached_on": TODAY})
LATER = PLANNED.model_copy(update={"milestone": numbered(MilestoneId, 2), "title": "Five pilots"})
DAILY = SPENT.model_copy(update={"entry": numbered(EntryId, 3), "by_grant": False, "amount": 80_000})
WELLBEING = STATED.model_copy(
    update={
        "entry": numbered(EntryId, 4),
        "area": "wellbeing",
        "expected": None,
        "measured": None,
        "verdict": Verdict.MET,
        "words": "The children are well.",
    }
)
DECIDED = TOLD.model_copy(
    update={
        "telling": numbered(TellingId, 2),
        "kind": TellingKind.DECISION,
        "title": "It becomes daily work",
        "told_to": (),
        "follows": TOLD.telling,
    }
)
PROGRAMME_EVENTS: tuple[ProgrammeEvent, ...] = (
    *BEGINNING,
    ASSIGNED,
    ENDED,
    PLANNED,
    LATER,
    REACHED,
    AGREED,
    TOLD,
    DECIDED,
    TRAINED,
    PUBLISHED,
    WAS_READ,
    SPENT,
    DAILY,
    STATED,
    WELLBEING,
    IS_SET_ASIDE,
)
COVERED = {"coordinator": OfGuide(3, 4, 1, (Lacking("Ulla Example", 2),), {"school": 2})}
COUNTED = InFamilies(7, 4, {2024: 2, 2023: 1})


def shown(*events: ProgrammeEvent) -> dict[str, Any]:
    """The view's document after these events."""
    return derive({"progress": folded(evolve, Programme(), *events)})


def served() -> dict[str, Any]:
    """The document as it is served today."""
    held = orjson.loads(PROGRAMME.written({"progress": folded(evolve, Programme(), *PROGRAMME_EVENTS)}))
    return made(held, TODAY, COVERED, COUNTED)
