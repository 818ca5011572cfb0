"""A generated family's plan: wishes, focus areas, each member's part, goals on three levels, interventions."""

from datetime import timedelta

from deploy.load.life import Goal, Life, at
from deploy.load.words import AREAS, GOALS, LEISURE, PARTS, WISHES, WORDINGS

NATURAL = ("self-support", "employment", "education")
"""The elements of every plan: with a focus area, or set aside. P35."""


def planned(life: Life, code: str | None) -> None:
    """The plan is drafted and filled until it can be approved."""
    life.passes(3, 20)
    writer = life.team[0].key
    life.does(writer, "plans.DraftPlan", "The plan begins.", plan="@plan")
    for each in life.adults:
        life.does(
            each.key,
            "plans.RecordWish",
            "Somebody wishes.",
            wish=f"@wish-of-{each.key}",
            person=f"@{each.key}",
            own_words=life.one_of(WISHES),
        )
    _focus(life, writer)
    _parts(life, writer)
    if code is not None:
        life.does(
            writer,
            "plans.LinkStatutoryPlan",
            "The plan by the law is linked.",
            statutory_plan="@statutory-plan",
            legal_basis=code,
            department="family-unit",
        )
    for _ in range(life.chance.randint(1, 3)):
        tree(life, writer)


def _focus(life: Life, writer: str) -> None:
    """Two to four focus areas in the family's order; what every plan looks at and isn't among them is set aside."""
    areas = life.chance.sample(AREAS, life.chance.randint(2, 4))
    for number, (title, element) in enumerate(areas, 1):
        about = {"element": element} if element else {}
        area = f"@area-{number}"
        life.does(writer, "plans.AddFocusArea", "A focus area.", focus_area=area, title=title, **about)
    order = [f"@area-{number}" for number in range(1, len(areas) + 1)]
    life.chance.shuffle(order)
    adults = at(*(each.key for each in life.adults))
    life.does(
        life.adults[0].key,
        "plans.AgreePriority",
        "The family's order.",
        focus_areas=order,
        agreed_by=adults,
    )
    for element in NATURAL:
        if element not in {about for _, about in areas}:
            reason = "It was looked at, and is no matter now."
            life.does(writer, "plans.SetElementAside", "Looked at.", element=element, reason=reason)


def _parts(life: Life, writer: str) -> None:
    """Each member's own part, and a line on leisure for most of the young."""
    for each in life.members:
        old_enough = life.day - each.born > timedelta(days=6 * 366)
        part = {"words": life.one_of(PARTS)} if old_enough else {"no_part_because": "Too little to say it."}
        life.does(writer, "plans.WritePlanPart", "A part of the plan.", person=f"@{each.key}", **part)
    for each in life.young:
        if life.likely(0.7):
            line = "leisure-job" if each.role == "young" else "leisure-activity"
            words = life.one_of(LEISURE)
            life.does(
                writer, "plans.WriteLeisureLine", "Leisure.", person=f"@{each.key}", line=line, words=words
            )


def tree(life: Life, writer: str) -> None:
    """A goal, for most with one below it and for many one below that; an intervention for the top or the one below."""
    words, person = life.one_of(GOALS), life.one_of(life.members)
    depth = life.chance.choice((1, 2, 3, 3))
    parent: Goal | None = None
    for level in range(depth):
        goal = Goal(life.new("goal"), parent, person, [])
        _define(life, writer, goal, words[level])
        life.goals.append(goal)
        if level < 2 and life.likely(0.5 if level else 0.9):
            _intervene(life, writer, goal)
        parent = goal


def _define(life: Life, writer: str, goal: Goal, words: str) -> None:
    owner = life.one_of(life.adults)
    fields = {"parent": f"@{goal.parent.key}"} if goal.parent else _top(life)
    life.does(
        writer,
        "plans.DefineGoal",
        "A goal.",
        goal=f"@{goal.key}",
        author_kind="person",
        author=f"@{goal.person.key}",
        own_words=words,
        owner_kind="person",
        owner=f"@{owner.key}",
        target_date=life.day + timedelta(days=life.chance.randint(60, 240)),
        **fields,
    )


def _top(life: Life) -> dict[str, str]:
    """What a goal at the top names: a focus area, and a wish or why there is none."""
    reason = {"professional_wording": life.one_of(WORDINGS)} if life.likely(0.4) else {}
    if life.likely(0.3):
        return {"focus_area": "@area-1", "no_wish_because": "It was said in other words.", **reason}
    return {"focus_area": "@area-2", "wish": f"@wish-of-{life.one_of(life.adults).key}", **reason}


def _intervene(life: Life, writer: str, goal: Goal) -> None:
    provider, intervention = life.one_of(life.around), life.new("intervention")
    goal.interventions.append(intervention)
    takes = (
        {"offer": f"@offer/{provider.work.row}"} if provider.work.row and life.taste.random() < 0.6 else {}
    )
    life.taken |= {intervention} if takes else set()
    life.does(
        writer,
        "plans.AddIntervention",
        "Something is done for it.",
        intervention=f"@{intervention}",
        goal=f"@{goal.key}",
        title=provider.work.offers,
        department=provider.work.department,
        legal_basis=provider.work.law,
        starts=life.day + timedelta(days=7),
        kind=provider.work.kind,
        **takes,
    )
