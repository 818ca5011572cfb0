"""What the plan lacks before it can be approved, and what it lacks by policy: there for everybody to see."""

from collections.abc import Mapping
from typing import Any

from contracts.contacts.events import Role
from contracts.ids import PersonId
from contracts.plans.events import Element, LeisureLine
from services.overview.plan_content import Content, open_areas
from services.overview.plan_goals import Goals

NATURAL = (Element.SELF_SUPPORT, Element.EMPLOYMENT, Element.EDUCATION)
LINE = {Role.CHILD: LeisureLine.ACTIVITY, Role.YOUNG: LeisureLine.JOB}
"""Every child has an activity line, every young person a job line. INV-45."""


def shown(content: Content, goals: Goals, members: Mapping[PersonId, Role]) -> dict[str, Any]:
    """INV-17, INV-43, INV-44, INV-45."""
    addressed = {
        content.focus_areas[each].element for each in open_areas(content) if each in content.focus_areas
    }
    return {
        "parts": [person for person in members if person not in content.parts],
        "elements": [each for each in NATURAL if each not in addressed and each not in content.set_aside],
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
