"""The professionals of a generated municipality: the same forty around all its families."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from deploy.load.words import FIRST_ADULT, LAST

STAFF = 40
SOCIAL_WORKERS = 10


@dataclass(frozen=True)
class Work:
    """What somebody does: department, profession, what for, by which law, what it is offered as and of which kind that is:
    also in the catalogue, in that row."""

    department: str
    profession: str
    purpose: str
    law: str
    offers: str
    kind: str
    row: str = ""


SOCIAL_WORK = Work(
    "family-unit",
    "social-worker",
    "coordination",
    "barnets lov § 32",
    "Family counselling at home",
    "conversations",
    "O12",
)
OTHER_WORK = (
    Work(
        "school",
        "teacher",
        "schooling",
        "folkeskoleloven § 5",
        "A known adult at the gate",
        "school-offer",
        "O08",
    ),
    Work(
        "school",
        "pedagogue",
        "schooling",
        "folkeskoleloven § 5",
        "A quiet room in the breaks",
        "school-offer",
        "O08",
    ),
    Work(
        "day-care",
        "pedagogue",
        "day-care",
        "dagtilbudsloven § 4",
        "A small group in the morning",
        "school-offer",
    ),
    Work(
        "health-service",
        "health-visitor",
        "child-health",
        "sundhedsloven § 121",
        "Visits by the health visitor",
        "mother-child-group",
        "O13",
    ),
    Work(
        "job-centre",
        "employment-adviser",
        "employment",
        "sygedagpengeloven § 13",
        "A mentor at work",
        "mentor",
        "O18",
    ),
    Work(
        "adult-support",
        "support-worker",
        "support",
        "serviceloven § 85",
        "Support at home in the evening",
        "phone-line",
        "O15",
    ),
)


@dataclass(frozen=True)
class Colleague:
    """Somebody of the municipality, by the name that steps call him or her."""

    key: str
    name: str
    work: Work

    @property
    def entry(self) -> dict[str, str]:
        """As a story lists its professionals."""
        return {"name": self.name, "department": self.work.department, "profession": self.work.profession}

    @property
    def basis(self) -> dict[str, object]:
        """The law that an attachment rests on."""
        return {"kind": "law", "reference": self.work.law, "valid_from": date(2024, 1, 1)}


def staff(seed: int) -> tuple[Colleague, ...]:
    """Everybody who works there: social workers first, then the others in turn."""
    chance = random.Random(f"{seed}/staff")
    names = chance.sample([f"{first} {last}" for first in FIRST_ADULT for last in LAST], STAFF)
    others = [OTHER_WORK[n % len(OTHER_WORK)] for n in range(STAFF - SOCIAL_WORKERS)]
    works = [SOCIAL_WORK] * SOCIAL_WORKERS + others
    return tuple(
        Colleague(f"{work.profession}-{n}", name, work)
        for n, (name, work) in enumerate(zip(names, works, strict=True), 1)
    )


def town(seed: int) -> Mapping[str, object]:
    """A story without a family: all professionals, to be registered once."""
    professionals = {each.key: each.entry for each in staff(seed)}
    return {
        "title": "The municipality",
        "persons": {},
        "professionals": professionals,
        "readers": {},
        "steps": [],
    }
