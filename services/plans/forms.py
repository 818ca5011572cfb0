"""Assessment forms that are filled in together with the family (udredningsskema). A12 to A14."""

from typing import assert_never

from contracts.ids import FamilyId, FormId, PersonId
from contracts.plans.events import (
    AssessmentFormOpened,
    FamilyEvent,
    FormCompleted,
    FormSectionFilled,
    FormShared,
)
from contracts.shapes import Code, Command, Text
from eventkeep.refused import Refused
from services.plans.findings import Form
from services.plans.parties import require_members
from services.plans.state import State, require_new
from services.plans.templates import TEMPLATES

# Commands


class OpenAssessmentForm(Command):
    """Open an assessment form by the code of its template (udredningsskema). A12 to A14, M08."""

    family: FamilyId
    form: FormId
    template: Code


class FillFormSection(Command):
    """Fill in a section of a form, or fill it in anew, together with the family (udfylde). A12."""

    family: FamilyId
    form: FormId
    section: Code
    words: Text


class ShareForm(Command):
    """Say that members of the family have seen the form as it stands (dele skema). A12."""

    family: FamilyId
    form: FormId
    shared_with: tuple[PersonId, ...]


class CompleteForm(Command):
    """Complete a form: every section is filled in, and the family has seen it (afslutte skema). A12, A14."""

    family: FamilyId
    form: FormId


FormCommand = OpenAssessmentForm | FillFormSection | ShareForm | CompleteForm

# Decide


def decide_forms(state: State, command: FormCommand) -> list[FamilyEvent]:
    """A form is opened, filled in, shared and completed. A12."""
    match command:
        case OpenAssessmentForm():
            return _open(state, command)
        case FillFormSection():
            return _fill(state, command)
        case ShareForm():
            return _share(state, command)
        case CompleteForm():
            return _complete(state, command)
        case _:
            assert_never(command)


def _open(state: State, command: OpenAssessmentForm) -> list[FamilyEvent]:
    require_new(state, command.form, state.findings.forms, "form_opened_already", "A12")
    if command.template not in TEMPLATES:
        raise Refused(
            "template_unknown",
            "There is no such template.",
            "A13",
            "Give the code of a known template.",
            {"known": ", ".join(TEMPLATES)},
            danish="Der er ikke en sådan skabelon.",
            danish_next="Angiv koden på en kendt skabelon.",
        )
    return [AssessmentFormOpened(family=command.family, form=command.form, template=command.template)]


def _require_form(state: State, form: FormId) -> Form:
    if form not in state.findings.forms:
        raise Refused(
            "form_unknown",
            "No such form was opened.",
            "A12",
            "Open the form first.",
            danish="Skemaet er ikke åbnet.",
            danish_next="Åbn skemaet først.",
        )
    return state.findings.forms[form]


def _require_in_work(state: State, form: FormId) -> Form:
    known = _require_form(state, form)
    if known.completed:
        raise Refused(
            "form_completed_already",
            "The form is complete.",
            "A12",
            "Open a new form.",
            danish="Skemaet er afsluttet.",
            danish_next="Åbn et nyt skema.",
        )
    return known


def _sections(form: Form) -> tuple[str, ...]:
    template = TEMPLATES.get(form.template)
    return template.sections if template else ()


def _fill(state: State, command: FillFormSection) -> list[FamilyEvent]:
    form = _require_in_work(state, command.form)
    if command.section not in _sections(form):
        raise Refused(
            "section_unknown",
            "The form's template has no such section.",
            "A12",
            "Fill in one of its sections.",
            {"known": ", ".join(_sections(form))},
            danish="Skemaets skabelon har ikke et sådant afsnit.",
            danish_next="Udfyld et af dens afsnit.",
        )
    return [
        FormSectionFilled(
            family=command.family, form=command.form, section=command.section, words=command.words
        )
    ]


def _share(state: State, command: ShareForm) -> list[FamilyEvent]:
    form = _require_in_work(state, command.form)
    shared_with = require_members(state.known, command.shared_with, "A12")
    if set(shared_with) <= form.seen_by:
        return []
    return [FormShared(family=command.family, form=command.form, shared_with=shared_with)]


def _complete(state: State, command: CompleteForm) -> list[FamilyEvent]:
    form = _require_form(state, command.form)
    if form.completed:
        return []
    missing = [section for section in _sections(form) if section not in form.filled]
    if missing:
        raise Refused(
            "sections_missing",
            "Sections of the form are not filled in.",
            "A12",
            "Fill in every section of the form.",
            {"missing": ", ".join(missing)},
            danish="Der er afsnit i skemaet, som ikke er udfyldt.",
            danish_next="Udfyld alle skemaets afsnit.",
        )
    if not form.seen_by:
        raise Refused(
            "form_not_shared",
            "The family has not seen the form as it stands.",
            "A12",
            "Share the form with the family.",
            danish="Familien har ikke set skemaet, som det er nu.",
            danish_next="Del skemaet med familien.",
        )
    return [FormCompleted(family=command.family, form=command.form)]
