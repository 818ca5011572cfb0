"""What the members of a generated family do over time: leisure, a leisure job, work, education. Some of it ends."""

from datetime import date, timedelta

from deploy.load.life import Doing, Life, Person

ACTIVITIES = ("football", "swimming", "scouts", "music", "chess")
JOBS = ("paper-round", "bakery", "supermarket", "kennel")
OUTCOMES = ("ordinary-work", "education", "revalidation", "flexjob", "other")
"""What an adult begins. Other: a wage subsidy, for example."""
FOURTEEN = 14
"""From this birthday on a young person has a leisure job, in years."""


def before(life: Life) -> None:
    """What the young did already as the family was admitted."""
    for each in life.young:
        if life.luck.random() < 0.25:
            _begin(life, each, "leisure-activity", life.luck.choice(ACTIVITIES), life.luck.randint(30, 400))


def goes_on(life: Life) -> None:
    """Somebody stops, somebody begins: also what he or she stopped before."""
    for each in [*life.doing]:
        if life.luck.random() < 0.15:
            _end(life, each)
    for person in life.young:
        job = life.age(person) >= FOURTEEN and life.luck.random() < 0.5
        if life.luck.random() < 0.4:
            _begin(
                life,
                person,
                "leisure-job" if job else "leisure-activity",
                life.luck.choice(JOBS if job else ACTIVITIES),
                life.luck.randint(0, 5),
            )
    for person in life.adults:
        if life.luck.random() < 0.15:
            _begin(life, person, life.luck.choice(OUTCOMES), None, life.luck.randint(0, 5))


def _begin(life: Life, person: Person, kind: str, what: str | None, days_ago: int) -> None:
    """Nobody does the same twice at a time, nor did so before birth."""
    day = life.day - timedelta(days=days_ago)
    if day < life.free_from.get((person.key, kind, what), person.born):
        return
    occupation, about = life.new("occupation"), {"what": what} if what else {}
    advisers = [each for each in life.around if each.work.department == "job-centre"]
    life.does(
        advisers[0].key if advisers and person.role == "adult" else life.adults[0].key,
        "progress.StartOccupation",
        "Something begins.",
        occupation=f"@{occupation}",
        person=f"@{person.key}",
        kind=kind,
        matches_wish=life.luck.random() < 0.7,
        started_on=day,
        **about,
    )
    doing = Doing(occupation, person, kind, what, day)
    life.doing.append(doing)
    life.free_from[doing.same] = date.max


def _end(life: Life, doing: Doing) -> None:
    """On one of the last days; from the day after on it may begin again."""
    last = max(doing.since, life.day - timedelta(days=life.luck.randint(0, 20)))
    life.does(
        life.adults[0].key,
        "progress.EndOccupation",
        "Something ends.",
        occupation=f"@{doing.key}",
        ended_on=last,
        reason=life.luck.choice(("lost-interest", "moved", "contract-ended")),
    )
    life.doing.remove(doing)
    life.free_from[doing.same] = last + timedelta(days=1)
