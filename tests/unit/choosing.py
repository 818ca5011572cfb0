"""How a life goes on: a command about what the state and the facts of others hold by then, or about something new."""

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import AwareDatetime, BaseModel, ValidationError

from contracts.ids import FamilyId, Id, PersonId, ProfessionalId
from contracts.shapes import Actor, ActorKind, Command
from tests.unit.family import AT, numbered

ACommand = TypeVar("ACommand", bound=Command)


@dataclass(frozen=True)
class There:
    """What is there: values by their class, each once, and lists by the class of what they list."""

    values: Mapping[type, dict[Any, None]] = field(default_factory=lambda: defaultdict(dict))
    lists: Mapping[type, dict[tuple[Any, ...], None]] = field(default_factory=lambda: defaultdict(dict))
    within: dict[Id, "There"] = field(default_factory=dict)
    """What is said of each thing: the day on which it is due, for example."""

    def look(self, at: Any) -> None:
        """Takes in what a state, or a part of one, holds."""
        if isinstance(at, Id | date | Enum | int | str):
            self.values[type(at)][at] = None
        elif isinstance(at, Mapping):
            self._list(at)
            self._each(at.values())
            self.within.update((key, seen(value)) for key, value in at.items() if isinstance(key, Id))
        elif isinstance(at, tuple | frozenset):
            self._list(at)
        elif isinstance(at, BaseModel):
            self._each(getattr(at, name) for name in type(at).model_fields)
        elif is_dataclass(at):
            self._each(getattr(at, name) for name in _parts(type(at)))

    def _each(self, found: Iterable[Any]) -> None:
        for each in found:
            self.look(each)

    def _list(self, found: Iterable[Any]) -> None:
        listed = tuple(sorted(found, key=str) if isinstance(found, frozenset) else found)
        if listed and isinstance(listed[0], Id):
            self.lists[type(listed[0])][listed] = None
        self._each(listed)


def seen(at: Any) -> There:
    """What is there, in a state or in facts."""
    there = There()
    there.look(at)
    return there


@cache
def _parts(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass, and what it says of itself: the goals that are open, for example."""
    said = (name for name, found in vars(kind).items() if isinstance(found, property))
    return (*(each.name for each in fields(kind)), *said)


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    return get_type_hints(kind)


def _is_id(hint: Any) -> bool:
    """Whether a field names a thing, or may name one."""
    return any(isinstance(each, type) and issubclass(each, Id) for each in get_args(hint) or (hint,))


@dataclass(frozen=True)
class Chooser:
    """Chooses what commands say, on a day of the life."""

    chance: random.Random
    own: There
    others: There
    now: datetime
    service: str
    about: list[There] = field(default_factory=list)

    def like(self, example: ACommand) -> ACommand:
        """A command of the example's kind, now, about what is there; the example again if that isn't well-formed."""
        self.about.clear()
        keep = 0.9 if example.by.kind is ActorKind.SERVICE else 0.5
        by = example.by if self.chance.random() < keep else self._actor()
        fields = self._fields(example, self.chance.random() / 2)
        fixed = {example.stream: self._stream(getattr(example, example.stream)), "by": by, "at": self.now}
        try:
            return type(example).model_validate({**fields, **fixed})
        except ValidationError:
            return example

    def _stream(self, stream: Any) -> Any:
        """One family, and few of all else."""
        if isinstance(stream, FamilyId) or not isinstance(stream, Id):
            return stream
        return numbered(type(stream), self.chance.randint(1, 6))

    def _fields(self, example: BaseModel, share: float) -> dict[str, Any]:
        """Ids first: what else is said may be about these."""
        hints = _hints(type(example))
        chosen: dict[str, Any] = {}
        for name in sorted(type(example).model_fields, key=lambda name: not _is_id(hints[name])):
            value = getattr(example, name)
            anew = _is_id(hints[name]) or self.chance.random() < share
            chosen[name] = self._value(hints[name], value) if anew else self._moved(value)
            if isinstance(chosen[name], Id) and chosen[name] in self.own.within:
                self.about.append(self.own.within[chosen[name]])
        return chosen

    def _moved(self, value: Any) -> Any:
        """The same, with every day as far from now as the example's is from the beginning."""
        if isinstance(value, BaseModel):
            return {name: self._moved(getattr(value, name)) for name in type(value).model_fields}
        return value + (self.now - AT) if isinstance(value, date) else value

    def _value(self, hint: Any, value: Any) -> Any:
        origin, arguments = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self._value(arguments[0], value)
        if origin in (Union, UnionType):
            return self._value(self.chance.choice(arguments), value)
        if origin is tuple:
            return self._tuple(arguments[0], value)
        if hint is Actor:
            return self._actor()
        if hint is type(None):
            return None
        if issubclass(hint, Enum):
            return self.chance.choice(list(hint))
        if issubclass(hint, BaseModel):
            return self._fields(value, 0.5) if isinstance(value, hint) else value
        if issubclass(hint, Id):
            return self._id(hint)
        return self._plain(hint, value)

    def _tuple(self, hint: Any, value: tuple[Any, ...]) -> tuple[Any, ...]:
        """Ids that are listed, or one part for each of these: a decision on every open goal, for example."""
        if issubclass(hint, Id):
            return self._ids(hint)
        if not issubclass(hint, BaseModel) or not value:
            return value
        named = [(name, kind) for name, kind in _hints(hint).items() if _is_id(kind)]
        about = self._ids(named[0][1]) if named else ()
        return tuple({**self._fields(self.chance.choice(value), 0.3), named[0][0]: each} for each in about)

    def _ids(self, kind: type[Id]) -> tuple[Id, ...]:
        """All of a list that is there, or some."""
        listed = [*self._of(lambda there: there.lists, kind)]
        if not listed:
            return (self._id(kind),)
        whole: tuple[Id, ...] = self.chance.choice(listed)
        return whole if self.chance.random() < 0.7 else whole[: self.chance.randint(0, 2)]

    def _id(self, kind: type[Id]) -> Id:
        kind = self.chance.choice([PersonId, ProfessionalId]) if kind is Id else kind
        if self.chance.random() < 0.2:
            return numbered(kind, self.chance.randint(1, 1_000))
        return self._one(kind, numbered(kind, 1))

    def _actor(self) -> Actor:
        kinds = {ActorKind.PERSON: PersonId, ActorKind.PROFESSIONAL: ProfessionalId}
        (kind,) = self.chance.choices(list(ActorKind), (6, 4, 2, 1))
        if kind is ActorKind.DEPARTMENT:
            return Actor(kind=kind, id="social", department="social", through="social")
        return Actor(kind=kind, id=self._one(kinds[kind], "") if kind in kinds else self.service)

    def _plain(self, hint: Any, value: Any) -> Any:
        if hint in (datetime, AwareDatetime):
            return self._one(datetime, self.now) if self.chance.random() < 0.5 else self._near()
        if hint is date:
            return self._one(date, self.now.date()) if self.chance.random() < 0.7 else self._near().date()
        if hint is bool:
            return self.chance.random() < 0.5
        if hint is int:
            return self._one(int, 1) if self.chance.random() < 0.5 else self.chance.randint(0, 10)
        return self._one(str, value) if self.chance.random() < 0.3 else value

    def _near(self) -> datetime:
        return self.now + timedelta(days=self.chance.randint(-10, 30))

    def _one(self, kind: type[Any], otherwise: Any) -> Any:
        """Of all, or of the newest, which are likelier to go on."""
        found = [*self._of(lambda there: there.values, kind)]
        return self.chance.choice(found[-self.chance.choice([0, 5]) :]) if found else otherwise

    def _of(self, what: Callable[[There], Mapping[type, Any]], kind: type[Any]) -> Iterable[Any]:
        """Of the things that the command is about, of the service's own, or of what the others say."""
        near = [one for there in self.about for one in what(there).get(kind, ())]
        if near and self.chance.random() < 0.5:
            return near
        own, others = what(self.own).get(kind, ()), what(self.others).get(kind, ())
        return own if own and (not others or self.chance.random() < 0.8) else others
