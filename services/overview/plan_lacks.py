"""What the plan lacks before it can be approved, and what it lacks by policy: there for everybody to see."""

from collections.abc import Iterable
from typing import Any

from contracts.contacts.events import LegalBasisRecorded, Role
from contracts.legal_bases import LEGAL_BASES
from contracts.plans.events import Element, LeisureLine
from services.overview.people import People
from services.overview.plan_content import Content, open_areas, placed
from services.overview.plan_goals import Goals
from services.overview.plan_work import Work

NATURAL = (Element.SELF_SUPPORT, Element.EMPLOYMENT, Element.EDUCATION)
LINE = {Role.CHILD: LeisureLine.ACTIVITY, Role.YOUNG: LeisureLine.JOB}
"""Every child has an activity line, every young person a job line. INV-45."""


def shown(
    content: Content,
    goals: Goals,
    work: Work,
    contacts: People,
) -> dict[str, Any]:
    """INV-17, INV-18, INV-41, INV-43, INV-44, INV-45."""
    members = {each.person: each.role for each in contacts.members.values()}
    addressed = {
        content.focus_areas[each].element for each in open_areas(content) if each in content.focus_areas
    }
    return {
        "parts": [person for person in members if person not in content.parts],
        "statutory_plans": _statutory_plans(work, contacts.legal_bases.values()),
        "elements": [each for each in NATURAL if each not in addressed and each not in content.set_aside],
        "priority": [each for each in open_areas(content) if each not in placed(content)],
        "leisure_lines": [
            {"person": person, "line": LINE[role]}
            for person, role in members.items()
            if role in LINE and (person, LINE[role]) not in content.lines
        ],
        "wishes_for_goals": [
            each.goal
            for each in goals.goals.values()
            if each.parent is None
            and each.wish is None
            and each.no_wish_because is None
            and each.goal not in goals.ended
        ],
    }


def _statutory_plans(work: Work, bases: Iterable[LegalBasisRecorded]) -> list[dict[str, Any]]:
    """The laws by which a plan is still to be linked, with the days on which the case rests on each: no clock enters
    the plan. One by the paragraph that replaced another counts for it. A10, INV-18, Q17."""
    linked = {each.legal_basis for each in work.statutory.values()}
    terms = dict.fromkeys((each.code, each.valid_from, each.valid_to) for each in bases)
    return [
        {"legal_basis": code, "valid_from": first, "valid_to": last}
        for code, first, last in terms
        if not {code, _replaced_by(code)} & linked
    ]


def _replaced_by(code: str) -> str | None:
    basis = LEGAL_BASES.get(code)
    return basis.replaced_by if basis else None
