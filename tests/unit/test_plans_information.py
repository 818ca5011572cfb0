"""Information that is gathered by a day, and assessment forms that are filled in with the family."""

from datetime import UTC, date, datetime

import pytest

from contracts.plans.events import (
    AssessmentFormOpened,
    FormCompleted,
    FormSectionFilled,
    FormShared,
    InformationOverdue,
    InformationReceived,
    InformationRequested,
)
from contracts.shapes import Command
from services.plans.forms import CompleteForm, FillFormSection, OpenAssessmentForm, ShareForm
from services.plans.information import NoteInformationOverdue, RecordInformation, RequestInformation
from services.plans.templates import TEMPLATES
from tests.unit.family import ANNA, BO, BY_ANNA, BY_INFORMED, BY_TEAM, FAMILY, STRANGER
from tests.unit.plan_commands import example
from tests.unit.planning import FORM, REQUEST, but, the_plan

ASK, RECORD, NOTE = (
    example(RequestInformation),
    example(RecordInformation),
    example(NoteInformationOverdue),
)
ASKED = InformationRequested(
    family=FAMILY,
    request=REQUEST,
    department="school",
    what="How the days go.",
    purpose="planning",
    due_on=date(2024, 3, 15),
)
CAME = InformationReceived(family=FAMILY, request=REQUEST, reference="In the school's file.")
LATE = InformationOverdue(family=FAMILY, request=REQUEST, due_on=date(2024, 3, 15))

OPEN, FILL = example(OpenAssessmentForm), example(FillFormSection)
SHARE, COMPLETE = example(ShareForm), example(CompleteForm)
OPENED = AssessmentFormOpened(family=FAMILY, form=FORM, template="cross-cutting")
SHARED = FormShared(family=FAMILY, form=FORM, shared_with=(ANNA,))
COMPLETED = FormCompleted(family=FAMILY, form=FORM)


def filled(section: str) -> FormSectionFilled:
    """A section is filled in."""
    return FormSectionFilled(family=FAMILY, form=FORM, section=section, words="Two who like each other.")


ALL_FILLED = tuple(filled(section) for section in TEMPLATES["cross-cutting"].sections)


def test_information_is_asked_for_and_comes() -> None:
    """P10: any professional around the family says that it came; the family asks nobody in this way."""
    the_plan().when(ASK).then(ASKED).when(but(RECORD, by=BY_INFORMED)).then(CAME).when(RECORD).then()
    the_plan().when(but(ASK, by=BY_ANNA)).refused("not_on_team")
    the_plan(ASKED).when(ASK).refused("information_requested_already")
    the_plan().when(RECORD).refused("information_request_unknown")


def test_information_is_due_today_or_later() -> None:
    """P10."""
    the_plan().when(but(ASK, due_on=date(2024, 2, 29))).refused("due_day_passed")
    today = date(2024, 3, 1)
    the_plan().when(but(ASK, due_on=today)).then(ASKED.model_copy(update={"due_on": today}))


def test_information_is_overdue_once() -> None:
    """P10."""
    the_plan(ASKED).when(NOTE).then(LATE).when(NOTE).then()
    the_plan(ASKED, LATE).when(RECORD).then(CAME)


def test_what_came_is_not_overdue_nor_what_is_due_still() -> None:
    """P10."""
    the_plan(ASKED, CAME).when(NOTE).then()
    the_plan().when(NOTE).then()
    the_plan(ASKED).when(but(NOTE, due_on=date(2024, 3, 14))).then()
    the_plan(ASKED).when(but(NOTE, at=datetime(2024, 3, 15, 12, 0, tzinfo=UTC))).then()
    the_plan(ASKED).when(but(NOTE, by=BY_TEAM)).refused("for_services_only")


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_form_is_opened_by_its_template(template: str) -> None:
    """A12 to A14, M08."""
    opened = OPENED.model_copy(update={"template": template})
    the_plan().when(but(OPEN, template=template)).then(opened)


def test_a_template_that_is_not_known_is_refused_with_those_that_are() -> None:
    """A13."""
    refused = the_plan().when(but(OPEN, template="nothing-such")).refused("template_unknown")
    assert refused.facts == {"known": "cross-cutting, extended, rehab-preparation"}
    the_plan(OPENED).when(OPEN).refused("form_opened_already")


def test_sections_are_filled_in_with_the_family_and_anew() -> None:
    """A12."""
    the_plan(OPENED).when(FILL).then(filled("family")).when(but(FILL, by=BY_ANNA)).then(filled("family"))
    refused = the_plan(OPENED).when(but(FILL, section="work-ability")).refused("section_unknown")
    assert refused.facts["known"].startswith("family, children")


def test_the_extended_form_prepares_for_the_rehabilitation_team() -> None:
    """A13, A14: it has all of the cross-cutting one, and more."""
    assert set(TEMPLATES["cross-cutting"].sections) < set(TEMPLATES["extended"].sections)
    assert "own-goals" in TEMPLATES["rehab-preparation"].sections


def test_a_form_is_complete_when_all_is_filled_in_and_the_family_has_seen_it() -> None:
    """A12, A14."""
    ready = the_plan(OPENED, *ALL_FILLED)
    ready.when(COMPLETE).refused("form_not_shared")
    ready.when(SHARE).then(SHARED).when(COMPLETE).then(COMPLETED).when(COMPLETE).then()
    missing = the_plan(OPENED, *ALL_FILLED[1:], SHARED).when(COMPLETE).refused("sections_missing")
    assert missing.facts == {"missing": "family"}


def test_what_is_filled_in_anew_is_shared_anew() -> None:
    """A12: the family has seen the form as it stands."""
    the_plan(OPENED, *ALL_FILLED, SHARED, filled("family")).when(COMPLETE).refused("form_not_shared")
    the_plan(OPENED, *ALL_FILLED, SHARED, filled("family")).when(SHARE).then(SHARED)


def test_a_form_is_shared_with_members_of_the_family() -> None:
    """A12."""
    opened = the_plan(OPENED, *ALL_FILLED)
    opened.when(but(SHARE, shared_with=())).refused("nobody_named")
    opened.when(but(SHARE, shared_with=(STRANGER,))).refused("person_not_in_family")
    both = but(SHARE, shared_with=(ANNA, BO))
    more = SHARED.model_copy(update={"shared_with": (ANNA, BO)})
    opened.when(SHARE).then(SHARED).when(SHARE).then().when(both).then(more)


@pytest.mark.parametrize("command", [FILL, SHARE, COMPLETE], ids=lambda each: type(each).__name__)
def test_a_form_is_open(command: Command) -> None:
    """A12."""
    the_plan().when(command).refused("form_unknown")
    if command is not COMPLETE:
        the_plan(OPENED, *ALL_FILLED, SHARED, COMPLETED).when(command).refused("form_completed_already")
