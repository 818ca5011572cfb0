"""How it goes for a generated family on wheels, and what happens when it goes otherwise than agreed."""

from datetime import timedelta

from deploy.load.life import Life
from deploy.load.measuring import corrected
from deploy.load.words import ACTIONS, DEVIATIONS, MOVED

AREAS = ("job", "health", "family-social")


def wheels(life: Life) -> None:
    """For many a wheel of fixed areas, for some one of their goals: defined, and scored by both."""
    if life.luck.random() < 0.6:
        person = life.luck.choice(life.members)
        axes = [{"axis": f"@axis-{area}", "area": area} for area in AREAS]
        _define(life, "wheel", "progression", person.key, axes)
    goals = life.goals[:6]
    if len(goals) > 1 and life.luck.random() < 0.4:
        axes = [{"axis": f"@axis-of-{goal.key}", "goal": f"@{goal.key}"} for goal in goals]
        _define(life, "goal-wheel", "sub-goals", goals[0].person.key, axes)
    turned(life)


def _define(life: Life, wheel: str, kind: str, person: str, axes: list[dict[str, str]]) -> None:
    life.does(
        life.team[0].key,
        "progress.DefineWheel",
        "A wheel is defined.",
        wheel=f"@{wheel}",
        kind=kind,
        person=f"@{person}",
        axes=axes,
    )
    life.wheels[wheel] = {axis["axis"]: life.luck.randint(1, 5) for axis in axes}


def turned(life: Life) -> None:
    """Each wheel is scored anew, as the citizen and as a professional sees it: for most a little further out."""
    for wheel, stood in life.wheels.items():
        life.wheels[wheel] = {
            axis: min(10, max(0, v + life.luck.randint(-1, 3))) for axis, v in stood.items()
        }
        for by_kind in ("citizen", "professional"):
            if life.luck.random() < 0.85:
                _score(life, wheel, by_kind)


def _score(life: Life, wheel: str, by_kind: str) -> None:
    who = life.adults[0].key if by_kind == "citizen" else life.luck.choice(life.around).key
    scoring = life.new("scoring")
    seen = {axis: min(10, max(0, v + life.luck.randint(-1, 1))) for axis, v in life.wheels[wheel].items()}
    life.does(
        who,
        "progress.ScoreWheel",
        "A wheel is scored.",
        wheel=f"@{wheel}",
        scoring=f"@{scoring}",
        by_kind=by_kind,
        scores=[{"axis": axis, "value": value} for axis, value in seen.items()],
        scored_on=life.day,
        **({"words": life.luck.choice(MOVED)} if by_kind == "citizen" else {}),
    )
    if life.luck.random() < 0.05:
        corrected(life, who, scoring, axis=life.luck.choice([*seen]), value=life.luck.randint(0, 10))


def deviated(life: Life) -> None:
    """Now and then it doesn't go as agreed: for most somebody acts, and it is closed; some are overdue one day."""
    working = [goal for goal in life.goals if goal.interventions]
    if not working or life.luck.random() > 0.3:
        return
    goal, deviation = life.luck.choice(working), life.new("deviation")
    owner = life.luck.choice(life.team)
    life.does(
        life.luck.choice(life.adults).key,
        "progress.ReportDeviation",
        "It doesn't go as agreed.",
        deviation=f"@{deviation}",
        goal=f"@{goal.key}",
        intervention=f"@{life.luck.choice(goal.interventions)}",
        words=life.luck.choice(DEVIATIONS),
        owner=f"@{owner.key}",
        owner_kind="professional",
        due_on=life.day + timedelta(days=7),
    )
    if life.luck.random() < 0.2:
        life.does(
            owner.key,
            "progress.ReplanDeviation",
            "Another day is agreed.",
            deviation=f"@{deviation}",
            owner=f"@{life.adults[0].key}",
            owner_kind="person",
            due_on=life.day + timedelta(days=14),
        )
    if life.luck.random() < 0.75:
        _acted(life, owner.key, deviation)


def _acted(life: Life, who: str, deviation: str) -> None:
    life.day += timedelta(days=life.luck.randint(1, 6))
    life.does(
        who,
        "progress.TakeDeviationAction",
        "Somebody acts.",
        deviation=f"@{deviation}",
        words=life.luck.choice(ACTIONS),
        taken_on=life.day,
    )
    if life.luck.random() < 0.8:
        life.does(
            who,
            "progress.CloseDeviation",
            "It is settled.",
            deviation=f"@{deviation}",
            plan_changes=life.luck.random() < 0.3,
            closed_on=life.day,
        )
