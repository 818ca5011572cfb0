"""How a programme stands on a day, for those who lead: a pure function of its view, of who has read what, and of counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from contracts.access import Relation
from contracts.progress.targets import TARGETS, Target

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Lacking:
    """A coordinator who has not read the newest version of a guide: by name, and of how many families."""

    name: str
    families: int


@dataclass(frozen=True, slots=True)
class OfGuide:
    """Who has read the newest version of a guide: how many in all, coordinators, and those of them who have not."""

    read: int
    coordinators: int
    lacking: int
    named: tuple[Lacking, ...] = ()
    """The first of them."""
    departments: Mapping[str, int] = field(default_factory=dict)
    """How many have read it, by department; of some nobody knows which."""


@dataclass(frozen=True, slots=True)
class InFamilies:
    """What is counted over the families of a programme. T16, T19."""

    families: int
    pilot_cases: int
    joint_meetings: Mapping[int, int]
    """By year."""


def relations(held: Document, who: str, leads_department: bool) -> set[Relation]:
    """What somebody is to a programme now."""
    found = {Relation.NONE}
    if any(each["professional"] == who and each["ended_on"] is None for each in held["roles"]):
        found.add(Relation.IN_PROGRAMME)
    if leads_department:
        found.add(Relation.LEADS_DEPARTMENT)
    return found


def summary(held: Document) -> dict[str, Any]:
    """How a programme stands in a list."""
    kept = ("programme", "code", "title", "starts_on", "ends_on")
    return {name: held[name] for name in kept}


def made(
    held: Document, day: date, of_guides: Mapping[str, OfGuide], in_families: InFamilies
) -> dict[str, Any]:
    """The document. Nobody's id stands in it but those of the programme's own roles."""
    kept = ("grant", "funder", "roles", "told", "trainings", "costs", "spent_of_grant", "spent_in_daily_work")
    return {
        **summary(held),
        **{name: held[name] for name in kept},
        "milestones": [{**each, "state": milestone_state(each, day)} for each in held["milestones"]],
        "targets": [_target(each) for each in held["targets"]],
        "trained": _trained(held["trainings"]),
        "guides": [_guide(each, of_guides.get(each["guide"])) for each in held["guides"]],
        "effects": held["effects"],
        "not_reached": [each["area"] for each in held["effects"] if each["verdict"] == "not-met"],
        "time": [each for each in held["time"] if each["ends_on"] >= day.isoformat()],
        "families": in_families.families,
        "pilot_cases": in_families.pilot_cases,
        "joint_meetings": [
            {"year": year, "meetings": number} for year, number in sorted(in_families.joint_meetings.items())
        ],
    }


def milestone_state(milestone: Document, day: date) -> str:
    """Reached, overdue since the day after it was due, or ahead. A35."""
    if milestone["reached_on"] is not None:
        return "reached"
    return "overdue" if milestone["due_on"] < day.isoformat() else "ahead"


def _target(each: Document) -> dict[str, Any]:
    known = TARGETS[Target(each["target"])]
    return {**each, "title_da": known.danish, "title_en": known.english, "months": known.months}


def _trained(trainings: Sequence[Document]) -> list[dict[str, Any]]:
    """By kind: how often, and how many seats were taken. R54, M09, M12, M13."""
    kinds = sorted({each["kind"] for each in trainings})
    return [
        {
            "kind": kind,
            "held": sum(each["kind"] == kind for each in trainings),
            "attended": sum(each["attended"] for each in trainings if each["kind"] == kind),
            "departments": sorted({d for e in trainings if e["kind"] == kind for d in e["departments"]}),
        }
        for kind in kinds
    ]


def _guide(each: Document, covered: OfGuide | None) -> dict[str, Any]:
    kept = {name: each[name] for name in ("guide", "version", "title", "reference", "published_on")}
    of = covered or OfGuide(len(each["read_by"]), 0, 0)
    return {
        **kept,
        "read": of.read,
        "departments": dict(sorted(of.departments.items())),
        "coordinators": of.coordinators,
        "coordinators_lacking": of.lacking,
        "lacking": [{"name": one.name, "families": one.families} for one in of.named],
    }
