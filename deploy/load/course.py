"""How it goes for a generated family from one meeting to the next, and how its case ends."""

from datetime import timedelta
from typing import Any

from deploy.load import doing, measuring, turning
from deploy.load.contact import fewer
from deploy.load.life import Goal, Life, Person, at
from deploy.load.measuring import corrected
from deploy.load.meeting import FOLLOW_UP, met
from deploy.load.planning import tree
from deploy.load.words import NOTES, SUCCESSES

INSTRUMENT: dict[str, Any] = {"instrument": "days-at-school", "scale_min": 0, "scale_max": 5}


def begun(life: Life) -> None:
    """What is done for the goals is granted and starts; where somebody stands is measured."""
    life.passes(3, 10)
    for goal in life.goals:
        for intervention in goal.interventions:
            _start(life, intervention)
    for goal in life.goals[:2]:
        life.does(
            life.team[-1].key,
            "progress.RecordBaseline",
            "Where it begins.",
            baseline=f"@{life.new('baseline')}",
            person=f"@{goal.person.key}",
            goal=f"@{goal.key}",
            value=life.chance.randint(0, 3),
            measured_on=life.day,
            **INSTRUMENT,
        )
    turning.wheels(life)
    if life.luck.random() < 0.12:
        person = f"@{life.luck.choice(life.adults).key}"
        worker, day = life.caseworker, life.day
        life.does(worker, "plans.StartResourceCourse", "A resource course.", person=person, started_on=day)


def _start(life: Life, intervention: str) -> None:
    """Granted in knowledge of all that it might overlap with."""
    others = [f"@{each}" for goal in life.goals for each in goal.interventions if each != intervention]
    worker, this = life.caseworker, f"@{intervention}"
    life.does(
        worker, "plans.GrantIntervention", "It is granted.", intervention=this, overlaps_confirmed=others
    )
    life.does(worker, "plans.StartIntervention", "It starts.", intervention=this, started_on=life.day)


def quarter(life: Life) -> None:
    """Some weeks with registrations and small successes, goals that are reached and new ones, and a follow-up."""
    for _ in range(life.chance.randint(2, 5)):
        life.passes(7, 14)
        _registered(life)
        turning.deviated(life)
    measuring.attendance(life)
    doing.goes_on(life)
    if len(life.goals) > 1 and life.likely(0.7):
        _reached(life, _leaf(life))
    if life.likely(0.5):
        before = len(life.goals)
        tree(life, life.team[0].key)
        life.passes(8, 12)
        for goal in life.goals[before:]:
            for intervention in goal.interventions:
                _start(life, intervention)
    met(life, FOLLOW_UP)
    fewer(life)


def _registered(life: Life) -> None:
    """How it goes, as a member or a professional sees it; now and then a small success."""
    working = [goal for goal in life.goals if goal.interventions]
    if working:
        goal, citizen = life.one_of(working), life.likely(0.5)
        note = {"note": life.one_of(NOTES)} if life.likely(0.5) else {}
        sayer = life.one_of(life.adults).key if citizen else life.one_of(life.around).key
        registration = life.new("registration")
        life.does(
            sayer,
            "progress.RegisterProgress",
            "How it goes.",
            registration=f"@{registration}",
            goal=f"@{goal.key}",
            intervention=f"@{life.one_of(goal.interventions)}",
            person=f"@{goal.person.key}",
            value=life.chance.randint(0, 5),
            by_kind="citizen" if citizen else "professional",
            registered_on=life.day,
            **note,
        )
        if life.luck.random() < 0.06:
            corrected(life, sayer, registration, value=life.luck.randint(0, 5))
    if life.likely(0.3):
        life.does(
            life.one_of(life.adults).key,
            "progress.NoteSmallSuccess",
            "A small success.",
            success=f"@{life.new('success')}",
            person=f"@{life.one_of(life.members).key}",
            words=life.one_of(SUCCESSES),
            noted_on=life.day,
        )


def _leaf(life: Life) -> Goal:
    """The oldest goal that no open one stands below."""
    parents = [each.parent for each in life.goals]
    return next(each for each in life.goals if each not in parents)


def _reached(life: Life, goal: Goal) -> None:
    """What worked for a goal ends, and the goal is reached."""
    for intervention in goal.interventions:
        life.does(
            life.caseworker,
            "plans.EndIntervention",
            "It ends.",
            intervention=f"@{intervention}",
            ended_on=life.day,
            result="E3",
            reason="goal-reached",
        )
        if intervention in life.taken:
            _rated(life, intervention, goal.person)
    life.does(life.team[0].key, "plans.AchieveGoal", "A goal is reached.", goal=f"@{goal.key}")
    life.goals.remove(goal)


def _rated(life: Life, intervention: str, user: Person) -> None:
    """How good the offer was to whoever used it, and to those around the family. P45."""
    citizen = user if user in life.adults else life.adults[0]
    for kind, sayer, share in (("citizen", citizen.key, 0.8), ("professional", life.team[0].key, 0.5)):
        if life.taste.random() < share:
            life.does(
                sayer,
                "progress.RateOffer",
                "How good the offer was.",
                rating=f"@{life.new('rating')}",
                intervention=f"@{intervention}",
                person=f"@{citizen.key}",
                by_kind=kind,
                value=life.taste.choices(range(1, 6), (1, 2, 4, 6, 4))[0],
                rated_on=life.day,
            )


def a_year_later(life: Life) -> None:
    """What the targets ask for, a year after the visitation: measured and scored anew, somebody began or stopped. INV-54."""
    if life.admitted_on is None:
        return
    while life.day < life.admitted_on + timedelta(days=365):
        life.day += timedelta(days=life.luck.randint(50, 90))
        doing.goes_on(life)
    measuring.again(life)
    turning.turned(life)


def closed(life: Life) -> None:
    """All goals are reached, and the case is closed with everything around it."""
    life.passes(14, 60)
    while life.goals:
        _reached(life, _leaf(life))
    life.does(life.caseworker, "contacts.CloseFamily", "The case is closed.", reason="goals-reached")
    life.closed = True


def two_homes(life: Life) -> None:
    """The second adult moves out; children belong to both homes; a colleague of the first home is attached there too."""
    life.passes(14, 60)
    moves = life.adults[1]
    worker, young = life.around[0], at(*(each.key for each in life.young))
    life.does(
        worker.key,
        "contacts.SplitHousehold",
        f"{moves.name} moves out.",
        into="@other-home",
        moved=at(moves.key),
        shared=young,
    )
    life.day += timedelta(days=1)
    life.does(
        worker.key,
        "contacts.AttachProfessional",
        f"{worker.name} is around both homes.",
        "other-home",
        professional=f"@{worker.key}",
        purpose=worker.work.purpose,
        basis=worker.basis,
    )
