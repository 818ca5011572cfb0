"""The family's history: by month, the newest first, corrections beside what they correct, nothing that wasn't shown."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Any, cast

from contracts.ids import CorrectionId, MeasureId, OccupationId, RecordId
from contracts.meetings.events import ExperienceRated, MinutesPublished
from contracts.progress.events import (
    Measured,
    MeasureKind,
    OccupationEnded,
    OccupationKind,
    OccupationStarted,
    RegistrationCorrected,
)
from eventkeep.keys import Keys
from eventkeep.pg import Pool
from eventkeep.sealing import PREFIX
from services.overview.history import document, rows
from services.overview.sentences import TOLD, Language, Part
from services.overview.tale import Tales, happened
from tests.unit.family import ANNA, BO, FAMILY, MEETING, SOFIE, numbered
from tests.views.around import CONTACTS
from tests.views.histories import SERVICES
from tests.views.met import CORRECTED, MEETINGS, MINUTES, PROGRESS, registered
from tests.views.planned import EAT, PLANS
from tests.views.shown import family_plan, teller
from tests.views.tales import BEGAN, sealed_in, tale, told, with_sealed_words

ALL = (*CONTACTS, *PLANS[:-1], *MEETINGS, PLANS[-1], *PROGRESS)


def entries(
    *events: Any, part: Part | None = None, days: float = 1.0, began: datetime = BEGAN
) -> list[dict[str, Any]]:
    """What stands in the history, month by month."""
    shown = document(tale(*events, days=days, began=began), Language.ENGLISH, part)
    return [entry for month in shown["months"] for entry in month["entries"]]


def test_months_stand_with_the_newest_first_and_one_can_be_asked_for() -> None:
    """Each month tells of itself alone."""
    whole = document(tale(*ALL), Language.DANISH)
    assert [month["month"] for month in whole["months"]] == ["2024-03", "2024-02", "2024-01"]
    for month in whole["months"]:
        assert {entry["day"][:7] for entry in month["entries"]} == {month["month"]}
        assert document(tale(*ALL), Language.DANISH, None, month["month"])["months"] == [month]
    first = whole["months"][-1]["entries"][-1]
    assert first["sentence"] == "Familien er oprettet: Anna Example og Bo Example."
    assert first["by"] == {"kind": "professional", "id": SOFIE, "name": "sealed.1.sofie.e2.name.c29maWU="}


def test_each_part_is_told_alone_and_together_they_are_all() -> None:
    """Every sentence is of one part."""
    every = {row["ref"] for row in rows(tale(*ALL), Language.ENGLISH)}
    parts = [{e["ref"] for e in flat(entries(*ALL, part=part))} for part in Part]
    assert set.union(*parts) == every == {e["ref"] for e in flat(entries(*ALL))}
    assert sum(map(len, parts)) == len(every) == len(ALL)


def flat(told_of: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Also what stands under a meeting."""
    return [each for entry in told_of for each in (entry, *entry["made"])]


def test_what_one_meeting_made_stands_under_it() -> None:
    """It was held; with that stand its attendance, approval and minutes. What led to it stands where it happened."""
    met = datetime(2024, 3, 2, 9, tzinfo=UTC)
    recorded = entries(*MEETINGS[6:], PLANS[-1], *PROGRESS, days=0.1, began=met)
    assert not [each for each in entries(*ALL) if each["made"]]
    [held] = [entry for entry in recorded if entry["made"]]
    assert held["sentence"] == "The meeting on 2\u00a0March\u00a02024 was held."
    assert held["meeting"] == MEETING
    assert next(each["sentence"] for each in held["made"]).startswith("The plan was approved")
    assert {each["meeting"] for each in held["made"]} == {MEETING}


def test_an_approval_is_numbered_so_that_the_plan_as_it_was_can_be_asked_for() -> None:
    """A23: the first is 1."""
    approved = [entry for entry in flat(entries(*ALL)) if entry["approval"]]
    assert [(entry["approval"], entry["ref"]) for entry in approved] == [(1, f"plans={len(PLANS)}")]


def test_a_correction_stands_for_itself_and_points_at_what_it_corrects() -> None:
    """X-08: attendance and minutes; what was said before stays."""
    again = MinutesPublished(
        family=FAMILY, meeting=MEETING, version=2, words="We met.", corrected_because="mistaken"
    )
    told_of = {entry["ref"]: entry for entry in flat(entries(*MEETINGS, CORRECTED, again))}
    corrects = {ref: entry["corrects"] for ref, entry in told_of.items() if entry["corrects"]}
    attended, minutes = (1 + MEETINGS.index(each) for each in (ALL_ATTENDED, MINUTES))
    last = len(MEETINGS)
    assert corrects == {
        f"meetings={last + 1}": f"meetings={attended}",
        f"meetings={last + 2}": f"meetings={minutes}",
    }
    assert (
        told_of[f"meetings={minutes}"]["sentence"]
        == "The minutes of the meeting on 2\u00a0March\u00a02024 are published."
    )


def test_a_corrected_registration_is_pointed_at_and_what_is_not_told_is_not() -> None:
    """X-08: the end of an occupation is corrected apart from its beginning; measurements are told to nobody here."""
    job, day = numbered(OccupationId, 1), date(2024, 3, 4)
    began = OccupationStarted(
        family=FAMILY, occupation=job, person=BO, kind=OccupationKind.LEISURE_JOB, started_on=day
    )
    ended = OccupationEnded(family=FAMILY, occupation=job, ended_on=day, reason="over")
    measured = Measured(
        family=FAMILY,
        measure=numbered(MeasureId, 1),
        person=BO,
        kind=MeasureKind.WELLBEING,
        instrument="who-5",
        scale_min=0,
        scale_max=100,
        value=40,
        measured_on=day,
    )
    score = registered(3, EAT, day)
    said = (score, began, ended, measured)
    of = (
        (score.registration, {"value": 4}),
        (job, {"day": day}),
        (job, {"ended_on": day}),
        (measured.measure, {"value": 50}),
    )
    corrections = [
        RegistrationCorrected(
            family=FAMILY,
            correction=numbered(CorrectionId, number),
            corrects=RecordId(what),
            because="Wrong.",
            **right,
        )
        for number, (what, right) in enumerate(of)
    ]
    told_of = {entry["ref"]: entry["corrects"] for entry in flat(entries(*said, *corrections))}
    assert [told_of[f"progress={len(said) + n}"] for n in (1, 2, 3, 4)] == [
        "progress=1",
        "progress=2",
        "progress=3",
        None,
    ]


ALL_ATTENDED = next(each for each in MEETINGS if type(each).__name__ == "AttendanceRecorded")


def test_nothing_is_told_in_words_that_the_plan_never_showed() -> None:
    """INV-36, INV-61: each sealed text in the history stood in the shared plan at some time."""
    sealed = [with_sealed_words(each) for each in told(*ALL)]
    happening = [happened(each) for each in sealed]
    shown: set[str] = set()
    for count in range(1, len(happening) + 1):
        shown |= sealed_in(str(family_plan(*(each.event for each in happening[:count]))))
    for language in Language:
        said = sealed_in(str(document(happening, language)))
        assert said
        assert said <= shown


class NoKeys:
    """Everybody was forgotten."""

    async def find(self, subjects: Iterable[str]) -> dict[str, bytes | None]:
        """Nobody's key is left."""
        return dict.fromkeys(subjects)


async def test_whoever_was_forgotten_is_told_of_without_words() -> None:
    """Forgetting a person destroys the key: the sentence stands, the words are gone."""
    sealed = [with_sealed_words(each) for each in told(*ALL)]
    upto = {service: sum(teller(each) == service for each in ALL) for service in SERVICES}
    opened = await Tales(cast("Pool", None), cast("Keys", NoKeys())).opened(sealed, upto, TOLD.keys())
    shown = str(document(opened, Language.ENGLISH))
    assert PREFIX not in shown
    assert "A small success for [forgotten]: “[forgotten]”" in shown


async def test_what_is_not_told_is_never_opened() -> None:
    """INV-61: whatever stands in it."""
    rated = ExperienceRated(family=FAMILY, meeting=MEETING, person=ANNA, rating=1)
    tales = Tales(cast("Pool", None), cast("Keys", NoKeys()))
    opened = await tales.opened(told(*MEETINGS, rated), {"meetings": len(MEETINGS) + 1}, TOLD.keys())
    assert [each.event for each in opened] == list(MEETINGS)
