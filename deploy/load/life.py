"""One generated family's life, as it is told: a story of the same kind as a pilot family's file."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from deploy.load.municipality import Colleague

Item = TypeVar("Item")

FIRST_DAY = date(2024, 3, 4)
"""Before any generated life begins: all of what it names as law is in force."""
REVISES = frozenset(
    f"plans.{command}"
    for command in (
        *(
            "RecordWish",
            "AddFocusArea",
            "AgreePriority",
            "SetElementAside",
            "WritePlanPart",
            "WriteLeisureLine",
        ),
        *("LinkStatutoryPlan", "DefineGoal", "AddIntervention", "AchieveGoal", "EndIntervention"),
    )
)
"""Commands of a life that each make a new revision of the plan."""


@dataclass(frozen=True)
class Person:
    """A member of the family, by the name that steps call him or her."""

    key: str
    name: str
    role: str
    born: date


@dataclass(frozen=True)
class Doing:
    """What somebody does, since when."""

    key: str
    person: Person
    kind: str
    what: str | None
    since: date

    @property
    def same(self) -> tuple[str, str, str | None]:
        """What nobody does twice at a time."""
        return self.person.key, self.kind, self.what


@dataclass(eq=False)
class Goal:
    """A goal of the plan while it is open, and what works for it."""

    key: str
    parent: "Goal | None"
    person: Person
    interventions: list[str]


class Life:
    """A life that is being told: its people, its steps so far, and what of it is open.

    It says itself which revision of the plan a meeting is called over: so a step is the same however often it is played.
    """

    def __init__(self, seed: int, number: int) -> None:
        self.chance = random.Random(f"{seed}/{number}")
        self.luck = random.Random(f"{seed}/{number}/progress")
        """What decides how it goes: what is registered changes nothing of what else is lived."""
        self.taste = random.Random(f"{seed}/{number}/offers")
        """What decides which offers are taken, and how good they were."""
        self.nearness = random.Random(f"{seed}/{number}/contacts")
        """What decides who is in contact with the family."""
        self.contacts: dict[str, str] = {}
        """Who is in contact now, and of which kind."""
        self.taken: set[str] = set()
        """Interventions that take an offer."""
        self.day = FIRST_DAY + timedelta(days=self.chance.randrange(300))
        self.members: list[Person] = []
        self.around: list[Colleague] = []
        self.team: list[Colleague] = []
        self.let_in: list[Colleague] = []
        self.goals: list[Goal] = []
        self.visitation: list[Colleague] = []
        self.admitted_on: date | None = None
        self.supporter: str | None = None
        self.measured: list[tuple[Person, str, int]] = []
        """What was measured first of each kind."""
        self.on_day: set[tuple[str, str, date]] = set()
        self.doing: list[Doing] = []
        self.free_from: dict[tuple[str, str, str | None], date] = {}
        self.wheels: dict[str, dict[str, int]] = {}
        """Where each axis of a wheel stands."""
        self.meetings = 0
        self.interim: list[Goal] = []
        self.closed = False
        self.steps: list[dict[str, Any]] = []
        self.revision = 0
        self._told_day: date | None = None
        self._counts: dict[str, int] = {}

    @property
    def adults(self) -> list[Person]:
        """The grown-up members."""
        return [each for each in self.members if each.role == "adult"]

    @property
    def young(self) -> list[Person]:
        """Children and young people."""
        return [each for each in self.members if each.role != "adult"]

    @property
    def caseworker(self) -> str:
        """The social worker who was attached first."""
        return self.around[0].key

    def age(self, person: Person) -> int:
        """In whole years, today."""
        born, day = person.born, self.day
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))

    def does(self, who: str, command: str, say: str, /, family: str = "family", **fields: Any) -> None:
        """Somebody gives a command, a minute after the step before or on a new day."""
        step: dict[str, Any] = {"say": say, "as": who, command: fields}
        if self.day != self._told_day:
            step["day"] = self._told_day = self.day
        if family != "family":
            step["family"] = family
        self.revision += command in REVISES
        self.steps.append(step)

    def passes(self, least: int, most: int) -> None:
        """Some days pass."""
        self.day += timedelta(days=self.chance.randint(least, most))

    def likely(self, share: float) -> bool:
        """Whether something happens that happens to such a share of families."""
        return self.chance.random() < share

    def one_of(self, some: Sequence[Item]) -> Item:
        """One of them."""
        return self.chance.choice(some)

    def new(self, kind: str) -> str:
        """The name of a new thing of a kind: `goal-3`."""
        self._counts[kind] = number = self._counts.get(kind, 0) + 1
        return f"{kind}-{number}"


def at(*names: str) -> list[str]:
    """Names as steps refer to them."""
    return [f"@{name}" for name in names]
