"""The course of one family as far as targets need it: a view of its own, from which they are computed as of any day.

Days of birth stay sealed in it: whoever is forgotten can't be measured any more. It is shown to nobody, and waits for no
cause: targets are reckoned when all of a month is here.
"""

from collections.abc import Mapping
from typing import Any

from contracts.contacts.events import ContactKind
from eventkeep.view import Fold, View
from services.overview.outcomes import family_facts, work_facts
from services.overview.outcomes.family_facts import FamilyFacts
from services.overview.outcomes.work_facts import PlanFacts, ProgressFacts


def derive(parts: Mapping[str, Any]) -> dict[str, Any]:
    """The course of three parts. Pairs are first and last day, or a day and what is from it on."""
    family: FamilyFacts = parts["contacts"]
    plan: PlanFacts = parts["plans"]
    progress: ProgressFacts = parts["progress"]
    admitted = family.admitted
    return {
        "programme": admitted and admitted.programme,
        "visitation_date": admitted and admitted.visitation_date,
        "direct_at_admission": admitted and admitted.direct_contacts,
        "closed": family.closed,
        "members": list(family.members.values()),
        "direct": family.contacts.get(ContactKind.DIRECT, ()),
        "secondary": family.contacts.get(ContactKind.SECONDARY, ()),
        "primary": family.primary,
        "supporters": [(who, *days) for who, days in family.supporters.items()],
        "own_goal_on": plan.own_goal_on,
        "resource_courses": list(plan.resource_courses.items()),
        "measures": work_facts.measured(progress),
        "answers": work_facts.answered(progress),
        "progressions": work_facts.registered(progress, plan.kinds),
        "occupations": work_facts.done(progress),
    }


OUTCOMES = View(
    "outcomes",
    1,
    {
        "contacts": Fold(FamilyFacts, family_facts.evolve, dated=True),
        "plans": Fold(PlanFacts, work_facts.evolve_plans, dated=True),
        "progress": Fold(ProgressFacts, work_facts.evolve_progress),
    },
    derive,
    waits_for_causes=False,
    hashed=False,
)
