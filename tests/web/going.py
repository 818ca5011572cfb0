"""How it goes for the invented family as its pages show it: a wheel that turned, goals that are followed, a deviation."""

from datetime import date
from typing import Any

from contracts.ids import CorrectionId, OccupationId, RecordId, ScoringId
from contracts.progress.events import (
    OccupationEnded,
    OccupationKind,
    OccupationStarted,
    RegistrationCorrected,
    ScoredBy,
)
from contracts.shapes import Event
from services.overview.web import progress_page
from services.overview.web.language import Language
from tests.unit.family import ANNA, BO, FAMILY, ULLA, numbered
from tests.views.around import CONTACTS
from tests.views.astray import LATE, REPORTED, TURNS, scored
from tests.views.met import MEETINGS, PROGRESS, SUCCESS, registered
from tests.views.planned import COOK, EAT, PLANS
from tests.views.shown import family_plan
from tests.web.shown import LISTENING, NOW, TEMPLATES, given, read_aloud

CITIZEN, PROFESSIONAL = ScoredBy.CITIZEN, ScoredBy.PROFESSIONAL
BASE = (*CONTACTS, *MEETINGS, *PLANS)
FOOTBALL, SHOP = (
    OccupationStarted(
        family=FAMILY,
        occupation=numbered(OccupationId, number),
        person=BO,
        kind=kind,
        what=what,
        matches_wish=wished,
        started_on=date(2024, 2, number),
    )
    for number, kind, what, wished in (
        (1, OccupationKind.LEISURE_ACTIVITY, "football", True),
        (2, OccupationKind.LEISURE_JOB, None, None),
    )
)
TURNED: tuple[Event, ...] = (
    TURNS,
    scored(1, date(2023, 12, 2), CITIZEN, job=2, health=4),
    scored(2, date(2023, 12, 4), PROFESSIONAL, job=3, health=3),
    scored(3, date(2024, 3, 10), CITIZEN, "I can get up now.", job=6, health=2, friends=5),
    scored(4, date(2024, 3, 11), PROFESSIONAL, "Bo asked by himself.", job=6, health=4),
)
FOLLOWED: tuple[Event, ...] = (
    *(registered(n, COOK, date(2024, month, 5)) for n, month in ((4, 1), (5, 2), (6, 3))),
    registered(7, COOK, date(2024, 1, 9), PROFESSIONAL),
    registered(8, COOK, date(2024, 3, 8), PROFESSIONAL),
)
GOING: tuple[Event, ...] = (
    *PROGRESS,
    *TURNED,
    *FOLLOWED,
    REPORTED,
    LATE,
    FOOTBALL,
    SHOP,
    OccupationEnded(
        family=FAMILY, occupation=SHOP.occupation, ended_on=date(2024, 3, 1), reason="moved-away"
    ),
    RegistrationCorrected(
        family=FAMILY,
        correction=numbered(CorrectionId, 1),
        corrects=RecordId(registered(3, EAT, date(2024, 3, 10)).registration),
        person=BO,
        value=4,
        because="The pen slipped.",
    ),
)


NOTICED = {
    numbered(ScoringId, 3): f"person:{BO}",
    numbered(ScoringId, 4): f"professional:{ULLA}",
    SUCCESS.success: f"person:{ANNA}",
}
"""Who said what."""


def progress_html(*events: Event, language: str = "da") -> str:
    """The progress page after these events."""
    say = Language(language, NOW)
    shown: dict[str, Any] = progress_page.shown(given(family_plan(*BASE, *events)), NOTICED, NOW.date(), say)
    return TEMPLATES.text(
        "progress.html", say, {**shown, **LISTENING, "menu": [], "session": None, "other": None}
    )


def progress(*events: Event, language: str = "da") -> str:
    """What somebody reads on it, spaces made plain."""
    return read_aloud(progress_html(*events, language=language)).replace("\xa0", " ")
