"""The goals of a plan's page: numbered in the family's order, with the help beside what it is for. INV-13, INV-41."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.overview.web.language import Language
from services.overview.web.people import Document, People
from services.overview.web.shelf import offer_path

_SIGNS = {
    "goal-open": "half",
    "goal-overdue": "warning",
    "goal-achieved": "full",
    "activity-open": "empty",
    "activity-done": "full",
    "help-added": "empty",
    "help-started": "half",
    "help-ended": "full",
    "deviation-open": "warning",
    "deviation-overdue": "warning",
    "deviation-acted": "half",
    "deviation-closed": "full",
    "action-open": "empty",
    "action-overdue": "warning",
}


@dataclass(frozen=True, slots=True)
class Status:
    """A sign with its word: never colour or sign alone."""

    key: str

    @property
    def sign(self) -> str:
        """Of `signs.html`."""
        return _SIGNS.get(self.key, "dash")


@dataclass(frozen=True, slots=True)
class Help:
    """An intervention beside the goal that it is for. `number` is the goal's, where that isn't the one it stands beside."""

    number: str
    title: str
    who: str
    when: str
    legal_basis: str
    status: Status
    mine: bool
    overlaps: bool
    approved: bool
    offer: "Taken | None" = None


@dataclass(frozen=True, slots=True)
class Taken:
    """The offer of the catalogue that an intervention takes, as it was called and met then. P46."""

    href: str
    title: str
    place: str
    seen_before: bool


@dataclass(frozen=True, slots=True)
class Step:
    """An activity: what somebody does for a goal."""

    title: str
    who: str
    due: str | None
    status: Status
    mine: bool
    approved: bool


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as the page shows it."""

    id: str
    number: str
    words: str
    said_by: str | None
    wording: str | None
    area: str | None
    owner: str
    owner_id: str
    owner_is_member: bool
    mine: bool
    status: Status
    due: str | None
    approved: bool
    help: tuple[Help, ...]
    steps: tuple[Step, ...]
    below: tuple["Goal", ...] = field(default=())

    @property
    def all_help(self) -> tuple[Help, ...]:
        """With the help for what is below it."""
        return (*self.help, *(help for each in self.below for help in each.all_help))


class Goals:
    """The goals of a plan's document, for the reader `me` of a `department`."""

    def __init__(self, document: Document, people: People, say: Language, me: str, department: str | None):
        self._people, self._say, self._me, self._department = people, say, me, department
        self._approved = (document["plan"] or {}).get("approved_revision") or 0
        self._areas = {each["focus_area"]: each for each in document["focus_areas"]}
        self._help = _by_goal(document["interventions"])
        self._steps = _by_goal(document["activities"])
        top = sorted(document["goals"], key=lambda goal: self._place(goal["focus_area"]))
        self.top = [self._goal(goal, str(number)) for number, goal in enumerate(top, start=1)]
        used = {goal["focus_area"] for goal in document["goals"]}
        self.areas_without = [
            each["title"] for each in document["focus_areas"] if each["focus_area"] not in used
        ]
        self.elsewhere = [self._helped(each, "") for each in document["interventions"] if not each["known"]]
        self.by_id = {goal.id: goal for goal in self._all(self.top)}

    def named(self, goal: str) -> str:
        """A goal's number and words."""
        held = self.by_id.get(goal)
        return f"{held.number} {held.words}" if held else self._say("goal-not-in-plan")

    def _place(self, area: str | None) -> int:
        """In the family's order; a goal of a focus area that isn't open comes last."""
        return self._areas[area]["rank"] if area in self._areas else len(self._areas) + 1

    def _goal(self, goal: Mapping[str, Any], number: str) -> Goal:
        area = self._areas.get(goal["focus_area"])
        member = goal["owner_kind"] == "person"
        overdue = goal["status"] == "open" and goal["overdue"]
        return Goal(
            id=goal["goal"],
            number=number,
            words=self._say.kept(goal["own_words"]),
            said_by=self._people.first(goal["author"]) if goal["author_kind"] == "person" else None,
            wording=goal["professional_wording"],
            area=area and area["title"],
            owner=self._people.name(goal["owner_kind"], goal["owner"]),
            owner_id=goal["owner"],
            owner_is_member=member,
            mine=goal["owner"] == self._me,
            status=Status("goal-overdue" if overdue else f"goal-{goal['status']}"),
            due=goal["target_date"],
            approved=goal["status"] != "open" or goal["revision"] <= self._approved,
            help=tuple(self._helped(each, number) for each in self._help.get(goal["goal"], ())),
            steps=tuple(self._step(each) for each in self._steps.get(goal["goal"], ())),
            below=tuple(
                self._goal(each, f"{number}.{n}") for n, each in enumerate(goal["children"], start=1)
            ),
        )

    def _helped(self, each: Mapping[str, Any], number: str) -> Help:
        say = self._say
        first, last = each["started_on"] or each["starts"], each["ended_on"] or each["ends"]
        when = (
            say("from-to", day=say.day(first), last=say.day(last))
            if last
            else say("from-day", day=say.day(first))
        )
        who = [say.named(each["department"]), *([say.kept(each["provider"])] if each["provider"] else [])]
        return Help(
            number,
            say.kept(each["title"]),
            ", ".join(who),
            when,
            each["legal_basis"],
            Status(f"help-{each['status']}"),
            each["department"] == self._department,
            bool(each["overlaps"]) and not each["granted"],
            each["status"] == "ended" or each["revision"] <= self._approved,
            self._taken(each["offer"]),
        )

    def _taken(self, offer: Mapping[str, Any] | None) -> Taken | None:
        say = self._say
        if offer is None:
            return None
        title, place = (say.kept(offer[name] or "") for name in ("title", "place_name"))
        return Taken(offer_path(offer["offer"], say), title or say("offers"), place, offer["seen_before"])

    def _step(self, each: Mapping[str, Any]) -> Step:
        return Step(
            self._say.kept(each["title"]),
            self._people.name(each["owner_kind"], each["owner"]),
            each["due_on"],
            Status(f"activity-{each['status']}"),
            each["owner"] == self._me,
            each["status"] != "open" or each["revision"] <= self._approved,
        )

    def _all(self, goals: Sequence[Goal]) -> Iterator[Goal]:
        for goal in goals:
            yield goal
            yield from self._all(goal.below)


def _by_goal(rows: Sequence[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    found: dict[str, list[Mapping[str, Any]]] = {}
    for each in rows:
        found.setdefault(each["goal"], []).append(each)
    return found
