"""The page of what the case rests on says in words what the document holds. P01, P02, P49, T20, X-01, X-02, INV-50."""

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest

from contracts.contacts.events import (
    ConsentWithdrawn,
    EmergencyAccessTaken,
    FamilyAdmitted,
    FamilyNotAdmitted,
    LegalBasisRecorded,
    ModelDeclined,
    ModelOffered,
)
from contracts.ids import LegalBasisId, PersonId
from contracts.plans.events import HealthStatementAnswered, StatementOutcome
from contracts.shapes import Event
from services.overview.web import case_page
from services.overview.web.language import Language
from services.overview.web.people import People
from services.overview.web.plan_page import Freshness
from services.overview.web.words import case as words
from tests.unit.contacts_story import SHARED, SUPPORTED
from tests.unit.family import ANNA, BO, FAMILY, PASSER_BY, REGISTERED, SOFIE, numbered
from tests.views.test_case import (
    CONSENT,
    CONSENTED,
    ELIGIBLE,
    FIRST_DAY,
    REFERRED,
    RESTS,
    STATEMENT,
    health_of,
)
from tests.views.test_case import case as document
from tests.web.shown import LISTENING, NOW, TEMPLATES, read_aloud, whole

WITHOUT_TERM = LegalBasisRecorded(
    family=FAMILY,
    legal_basis=numbered(LegalBasisId, 7),
    code="unheard of § 1",
    valid_from=FIRST_DAY,
    person=BO,
)
EVERYTHING = (
    REGISTERED,
    REFERRED,
    ELIGIBLE,
    RESTS,
    WITHOUT_TERM,
    ModelOffered(family=FAMILY, offered_on=FIRST_DAY),
    ModelDeclined(family=FAMILY, declined_by=(ANNA,), reason="Not <now>."),
    FamilyNotAdmitted(family=FAMILY, programme="pilot", deciders=(SOFIE,), reason="full"),
    FamilyAdmitted(
        family=FAMILY,
        programme="pilot",
        visitation_date=FIRST_DAY,
        deciders=(SOFIE,),
        health_professionals=(),
        direct_contacts=3,
    ),
    CONSENTED.model_copy(update={"person": PersonId(BO)}),
    ConsentWithdrawn(family=FAMILY, consent=CONSENT, withdrawn_by=ANNA),
    EmergencyAccessTaken(
        family=FAMILY,
        professional=PASSER_BY,
        name="Nanna Nielsen",
        department="health",
        profession="nurse",
        reason="Bo was found alone.",
        until=datetime(2024, 3, 2, 9, tzinfo=UTC),
    ),
    SUPPORTED,
    SHARED,
    *health_of(BO),
)


def said(*events: Event, language: str = "en") -> str:
    """The page after these events, as somebody reads it."""
    made, plan, say = orjson.loads(orjson.dumps(document(*events))), whole(), Language(language, NOW)
    shown: dict[str, Any] = case_page.shown(made, plan, People(plan, say), say)
    frame = {
        "fresh": Freshness("current", NOW),
        **LISTENING,
        "menu": [],
        "session": None,
        "other": None,
        "family": FAMILY,
        "family_name": "",
        "members": "",
    }
    return read_aloud(TEMPLATES.text("case.html", say, frame | shown))


@pytest.mark.parametrize(
    "sentence",
    [
        "Referred by: sickness benefit.",
        "The family was offered the model.",
        "The family declined. Not <now>.",
        "Not admitted to the programme pilot: full.",
        "Admitted to the programme pilot.",
        "The family is in the target group: the criteria are met. Without work since 1\xa0May\xa02021. Group: job.",
        "barnets lov § 20: child assessment",
        "unheard of § 1 (Bo) from 30\xa0January",
        "Anna and a parent in another home agreed that School is told of: the plan. Purpose: schooling. It is about Bo. "
        "Taken back",
        "Nanna Nielsen saw the plan without being attached, until 2\xa0March at\xa010.00: Bo was found alone.",
        "An Aunt is shown: the family’s goals and meetings. Anna decided it. from",
        "was asked whether health data about Bo is needed. It is.",
        "A statement about Bo was asked for. Purpose: sleep. It has not come yet.",
    ],
)
def test_it_is_said_in_sentences(sentence: str) -> None:
    assert sentence.replace("\xa0", " ") in said(*EVERYTHING).replace("\xa0", " ")


@pytest.mark.parametrize("outcome", StatementOutcome)
def test_whether_a_statement_came_is_told(outcome: StatementOutcome) -> None:
    """A16: never what it says."""
    answered = HealthStatementAnswered(family=FAMILY, statement=STATEMENT, outcome=outcome)
    assert words.WORDS[f"case-statement-{outcome}"][1] in said(*EVERYTHING, answered)


def test_a_part_of_which_nothing_is_recorded_says_so() -> None:
    for language, nothing in zip(("da", "en"), words.WORDS["case-nothing"], strict=True):
        assert said(REGISTERED, language=language).count(nothing) == 7
