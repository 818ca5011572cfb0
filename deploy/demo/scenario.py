"""A scenario file, played step by step through the public APIs."""

import asyncio
import json
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from contracts.overview.overview_pb2 import FamilyPlan
from deploy.demo.cast import Cast, Step
from deploy.platform.client import Client
from deploy.platform.issuer import Issuer
from deploy.platform.sign_in import Somebody
from eventkeep.keys import FileKeys
from eventkeep.refused import Refused

__all__ = [
    "FAMILIES",
    "FILES",
    "PROGRAMME",
    "Cast",
    "NotAsTold",
    "Step",
    "people",
    "play",
    "read",
    "read_by_all",
    "registered_persons",
    "registered_professionals",
    "registrations",
    "steps",
]

FILES = Path(__file__).parent / "families"
FAMILIES = ("going_well", "disagreeing", "handed_over", "going_otherwise", "own_way")
"""The pilot families, first to last, by the name of their file."""
PROGRAMME = Path(__file__).with_name("programme.yaml")
"""What is said of the programme that they are part of."""
_KEYS = ("say", "as", "day", "family", "refused", "shows", "forgets")


class NotAsTold(Exception):
    """The story went otherwise than its file says."""


def read(path: Path, issuer: Issuer, clock: Path | None = None, keys: Path | None = None) -> Cast:
    """The cast of a scenario file. `clock` is the file by which the services' reminders are turned, `keys` the folder
    with the keys of those who may be forgotten."""
    return Cast(yaml.safe_load(path.read_text(encoding="utf-8")), issuer, clock, keys)


def people(cast: Cast) -> list[Somebody]:
    """The story's professionals, and the family's adults and young people, and those who stand by it, to sign in as."""
    title = cast.story["title"]
    professionals = [
        Somebody(
            "professional",
            cast.id(name),
            each["department"],
            each["name"],
            f"{each['profession']}, {each['department']}. {title}",
        )
        for name, each in cast.story["professionals"].items()
    ]
    members = [
        Somebody("person", cast.id(name), None, each["name"], f"of the family. {title}")
        for name, each in cast.story["persons"].items()
        if each["role"] != "child"
    ]
    around = [
        Somebody("person", cast.id(name), None, each["name"], f"stands by the family. {title}")
        for name, each in cast.story.get("supporters", {}).items()
    ]
    return members + around + professionals


def registrations(cast: Cast) -> Iterator[Step]:
    """The registering of everybody in the cast."""
    yield from registered_persons(cast)
    yield from registered_professionals(cast)


def registered_persons(cast: Cast) -> Iterator[Step]:
    """The registering of the family's members."""
    for name, person in cast.story["persons"].items():
        yield Step(
            f"{name.capitalize()} is registered.",
            cast.clerk,
            "contacts.RegisterPerson",
            {"person": "@" + name, **person},
        )


def registered_professionals(cast: Cast) -> Iterator[Step]:
    """The registering of the professionals, by the first of them; who that is, a colleague vouches for."""
    colleague = next((each for each in cast.story["professionals"] if each != cast.clerk), cast.clerk)
    for name, professional in cast.story["professionals"].items():
        yield Step(
            f"{name.capitalize()} is registered.",
            colleague if name == cast.clerk else cast.clerk,
            "contacts.RegisterProfessional",
            {"professional": "@" + name, **professional},
        )


def steps(cast: Cast, part: str = "steps") -> Iterator[Step]:
    """The steps of the story, in order: its first weeks (`steps`), or the rest of its year (`year`)."""
    for step in cast.story.get(part, ()):
        commands = [(key, value) for key, value in step.items() if key not in _KEYS]
        [(command, fields)] = commands or [("", {})]
        yield Step(
            step["say"],
            step.get("as", cast.clerk),
            command,
            fields,
            step.get("day"),
            step.get("family", "family"),
            step.get("refused", ""),
            step.get("shows", {}),
            step.get("forgets", ()),
        )


def play(client: Client, cast: Cast, step: Step, told: Callable[[Step, str, Any], None]) -> None:
    """Plays one step: each knows what was seen before it. `told` gets the step, its command id and the answer."""
    meta = cast.turn(step.day)
    command_id, answer = cast.next_command_id() if step.command else "", None
    if step.command:
        answer = _command(client, cast, step, command_id, meta)
    if step.shows:
        _shown(client, cast, step)
    if step.forgets and cast.keys is not None:
        _forget(cast, step.forgets)
    told(step, command_id, answer)


def _forget(cast: Cast, names: Iterable[str]) -> None:
    """As an operator does who is asked to: in development keys are files."""
    keys = FileKeys(cast.keys or Path())
    for name in names:
        asyncio.run(keys.forget(cast.id(name)))


def _command(client: Client, cast: Cast, step: Step, command_id: str, meta: dict[str, str]) -> Any:
    """Sends the step's command; the answer, or the refusal that the story expects."""
    about_family = client.is_about_family(step.command)
    after = cast.tokens.get(step.family, "") if about_family else ""
    fields = cast.resolved(dict(step.fields), lambda: _plan(client, cast, step.family)["plan"]["revision"])
    if about_family:
        fields = {"family": cast.id(step.family), **fields}
    deadline = time.monotonic() + 10.0
    while True:
        try:
            accepted = client.command(cast.token(step.who), step.command, fields, after, command_id, **meta)
            break
        except Refused as refused:
            if refused.code == step.refused:
                return refused
            if not _follows(refused, step) or time.monotonic() > deadline:
                raise
        time.sleep(0.1)
    if step.refused:
        raise NotAsTold(f"{step.say} {step.command} was accepted, and {step.refused} was expected.")
    if about_family:
        cast.tokens[step.family] = accepted.token
    return accepted


def _follows(refused: Refused, step: Step) -> bool:
    """Whether it will be so in a moment, by a reaction: a household that another was split into is opened, a group takes in
    who joined it."""
    opens = refused.code == "family_unknown" and step.family != "family"
    return opens or refused.code == "group_unknown"


def read_by_all(client: Client, cast: Cast, seconds: float = 20.0) -> dict[str, FamilyPlan]:
    """The plan as each of the story's readers sees it: the same for all, once nothing is on its way any more."""
    deadline = time.monotonic() + seconds
    while True:
        readers = cast.story["readers"].items()
        seen = {reader: client.plan(cast.token(name), cast.family, cast.seen) for reader, name in readers}
        states = {plan.state_no: (plan.vector, plan.hash, plan.plan) for plan in seen.values()}
        if len(states) == 1 and len({(p.vector, p.hash, p.plan) for p in seen.values()}) == 1:
            return seen
        if len(states) == 1 or time.monotonic() > deadline:
            raise NotAsTold("the readers see different plans")
        time.sleep(0.2)


def _plan(client: Client, cast: Cast, family: str) -> Any:
    return json.loads(client.plan(cast.token(cast.clerk), cast.id(family), cast.tokens.get(family, "")).plan)


def _shown(client: Client, cast: Cast, step: Step, seconds: float = 20.0) -> None:
    """Waits until the plan shows what the story says: a service's clock or reaction may take a moment."""
    wanted = cast.resolved(dict(step.shows))
    deadline = time.monotonic() + seconds
    while found := {
        p: at for p, value in wanted.items() if (at := _at(_plan(client, cast, step.family), p)) != value
    }:
        if time.monotonic() > deadline:
            raise NotAsTold(f"{step.say} The plan shows {found}, and {wanted} was expected.")
        time.sleep(0.05)


def _at(node: Any, path: str) -> Any:
    """What stands at a place such as `goals.0.status`; None where there is no such place. `#` counts a list."""
    for part in path.split("."):
        if part == "#":
            return len(node or ())
        if isinstance(node, list):
            node = node[int(part)] if int(part) < len(node) else None
        else:
            node = node.get(part) if isinstance(node, dict) else None
    return node
