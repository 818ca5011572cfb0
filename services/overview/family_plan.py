"""The family plan (helhedsplan) that everybody attached sees, the same for all. INV-36, INV-37."""

from collections.abc import Mapping
from typing import Any

from eventkeep.view import Fold, View
from services.overview import meetings_part, people, plan_goals, plan_part, progress_part
from services.overview.meetings_part import Meetings
from services.overview.people import People
from services.overview.plan_part import Plan
from services.overview.progress_part import Progress


def derive(parts: Mapping[str, Any]) -> dict[str, Any]:
    """The shared plan of four parts: nothing of the clock, the language or the reader enters it.

    It never fails on facts that point at something unknown, and drops none. Personal text stays sealed.
    """
    contacts: People = parts["contacts"]
    plans: Plan = parts["plans"]
    meetings: Meetings = parts["meetings"]
    progress: Progress = parts["progress"]
    content = plan_part.shown(plans, meetings_part.held_on(meetings), contacts)
    goals = plan_goals.places(content["goals"])
    return {
        "family": contacts.family or plans.family or meetings.family or progress.family,
        **people.shown(contacts),
        **content,
        **meetings_part.shown(meetings, goals),
        **progress_part.shown(progress, goals, meetings_part.procedures(meetings)),
    }


FAMILY_PLAN = View(
    "family-plan",
    8,
    {
        "contacts": Fold(People, people.evolve),
        "plans": Fold(Plan, plan_part.evolve),
        "meetings": Fold(Meetings, meetings_part.evolve),
        "progress": Fold(Progress, progress_part.evolve),
    },
    derive,
)
