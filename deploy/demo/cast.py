"""The people of a story: the ids that its names stand for, and what time it is in it."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from deploy.catalogue.loading import offer_id
from deploy.platform.issuer import Issuer
from eventkeep.clock import HERE, turn


@dataclass(frozen=True)
class Step:
    """What happens, who does it, and the command.

    `day` is the day of the story; `refused` the code of a refusal that the story expects; `shows` what the plan then
    holds, by its place in it. A step may have no command: time passes, and a service says something by itself.
    """

    say: str
    who: str
    command: str
    fields: Mapping[str, Any]
    day: date | None = None
    family: str = "family"
    refused: str = ""
    shows: Mapping[str, Any] = field(default_factory=dict)
    forgets: Sequence[str] = ()
    """Whose keys are destroyed: nobody reads any more what was said of them. X-10."""


@dataclass
class Cast:
    """The people of a scenario, the ids that its names stand for, what was seen last, and what time it is in it."""

    story: Mapping[str, Any]
    issuer: Issuer
    clock: Path | None = None
    keys: Path | None = None
    ids: dict[str, str] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    now: datetime | None = None
    make: Callable[[str], str] = lambda name: str(uuid.uuid4())
    """Makes the id of what a name stands for, and of each command by its number. At random unless said otherwise."""
    commands: int = 0
    _identities: dict[str, str] = field(default_factory=dict)

    @property
    def family(self) -> str:
        """The family's id."""
        return self.id("family")

    @property
    def seen(self) -> str:
        """The token of what was seen last of the family."""
        return self.tokens.get("family", "")

    def id(self, name: str) -> str:
        """The id that a name stands for; made up when it is first named. `offer/O11` is that row of the catalogue."""
        if name not in self.ids:
            kind, _, row = name.partition("/")
            self.ids[name] = offer_id(row) if kind == "offer" else self.make(name)
        return self.ids[name]

    def next_command_id(self) -> str:
        """The id of the story's next command."""
        self.commands += 1
        return self.make(f"command {self.commands}")

    def token(self, name: str) -> str:
        """The identity token of one of the people, issued once."""
        if name not in self._identities:
            person = name in self.story["persons"] or name in self.story.get("supporters", {})
            department = None if person else self.story["professionals"][name]["department"]
            kind = "person" if person else "professional"
            self._identities[name] = self.issuer.token(kind, self.id(name), department)
        return self._identities[name]

    @property
    def clerk(self) -> str:
        """The first professional, who registers everybody and may always read."""
        return str(next(iter(self.story["professionals"])))

    def resolved(self, node: Any, revision: Callable[[], int] | None = None) -> Any:
        """A step's fields with ids in place of names, and the plan's revision where it is named."""
        if node == "@revision" and revision is not None:
            return revision()
        if isinstance(node, str) and node.startswith("@"):
            return self.id(node[1:])
        if isinstance(node, dict):
            return {name: self.resolved(value, revision) for name, value in node.items()}
        if isinstance(node, list):
            return [self.resolved(value, revision) for value in node]
        return node.isoformat() if isinstance(node, date) else node

    def turn(self, day: date | None) -> dict[str, str]:
        """Turns the clock: a step without a day is a minute after the one before. What a command then carries."""
        if day is not None:
            self.now = datetime(day.year, day.month, day.day, 9, tzinfo=HERE)
        elif self.now is not None:
            self.now += timedelta(minutes=1)
        if self.now is None:
            return {}
        if self.clock is not None and day is not None:
            turn(self.clock, self.now)
        return {"occurred_at": self.now.isoformat()}
