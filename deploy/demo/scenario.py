"""A scenario file, played step by step through the public APIs."""

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from deploy.platform.client import Client
from deploy.platform.issuer import Issuer


@dataclass(frozen=True)
class Step:
    """What happens, who does it, and the command."""

    say: str
    who: str
    command: str
    fields: Mapping[str, Any]


@dataclass
class Cast:
    """The people of a scenario, the ids that its names stand for, and what was seen last."""

    story: Mapping[str, Any]
    issuer: Issuer
    ids: dict[str, str] = field(default_factory=dict)
    seen: str = ""
    revision: int = 0

    @property
    def family(self) -> str:
        """The family's id."""
        return self.id("family")

    def id(self, name: str) -> str:
        """The id that a name stands for; made up when it is first named."""
        return self.ids.setdefault(name, str(uuid.uuid4()))

    def token(self, name: str) -> str:
        """The identity token of one of the people."""
        if name in self.story["persons"]:
            return self.issuer.token("person", self.id(name))
        return self.issuer.token(
            "professional", self.id(name), self.story["professionals"][name]["department"]
        )

    def resolved(self, node: Any) -> Any:
        """A step's fields with ids in place of names."""
        if node == "@revision":
            return self.revision
        if isinstance(node, str) and node.startswith("@"):
            return self.id(node[1:])
        if isinstance(node, dict):
            return {name: self.resolved(value) for name, value in node.items()}
        if isinstance(node, list):
            return [self.resolved(value) for value in node]
        return node.isoformat() if isinstance(node, date) else node


def read(path: Path, issuer: Issuer) -> Cast:
    """The cast of a scenario file."""
    return Cast(yaml.safe_load(path.read_text(encoding="utf-8")), issuer)


def registrations(cast: Cast) -> Iterator[Step]:
    """The registering of everybody in the cast."""
    clerk = next(iter(cast.story["professionals"]))
    for name, person in cast.story["persons"].items():
        yield Step(
            f"{name.capitalize()} is registered.",
            clerk,
            "contacts.RegisterPerson",
            {"person": "@" + name, **person},
        )
    for name, professional in cast.story["professionals"].items():
        yield Step(
            f"{name.capitalize()} is registered.",
            clerk,
            "contacts.RegisterProfessional",
            {"professional": "@" + name, **professional},
        )


def steps(cast: Cast) -> Iterator[Step]:
    """The steps of the story, in order."""
    for step in cast.story["steps"]:
        [(command, fields)] = [(key, value) for key, value in step.items() if key not in ("say", "as")]
        yield Step(step["say"], step["as"], command, fields)


def play(client: Client, cast: Cast, step: Step, told: Callable[[Step, str, Any], None]) -> None:
    """Plays one step: each knows what was seen before it. `told` gets the step, its command id and the answer."""
    fields = cast.resolved(dict(step.fields))
    about_family = step.command not in _REGISTERS
    if about_family:
        fields["family"] = cast.family
    command_id = str(uuid.uuid4())
    after = cast.seen if about_family else ""
    accepted = client.command(cast.token(step.who), step.command, fields, after, command_id)
    if about_family:
        cast.seen = accepted.token
    if step.command.split(".")[1] in _CONTENT:
        cast.revision += 1
    told(step, command_id, accepted)


_REGISTERS = {"contacts.RegisterPerson", "contacts.RegisterProfessional"}
_CONTENT = {
    *("RecordWish", "StateHelpNeed", "IdentifyResource", "WritePlanPart", "WriteLeisureLine"),
    *("AddFocusArea", "CloseFocusArea", "SetElementAside", "AgreePriority"),
    *("DefineGoal", "RewordGoal", "ReplanGoal", "MoveGoal", "AchieveGoal", "CloseGoal", "DecideGoalFate"),
    *("AddIntervention", "AssignProvider", "EndIntervention", "CancelIntervention"),
    *("AddActivity", "EndActivity", "LinkStatutoryPlan", "UnlinkStatutoryPlan"),
}
"""The commands that raise the plan's revision by one. RevisePlan raises it by one, and one for each that ends."""
