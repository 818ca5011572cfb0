"""A service's words: event classes by wire name, their sealed fields, and how old versions are read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from pydantic import BaseModel

from eventkeep.cloudevent import Told
from eventkeep.keys import Keys
from eventkeep.sealing import seal

Upcaster = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass(frozen=True)
class _Seals:
    """Where a model's personal text stands: fields here (with whose they are), and models below."""

    fields: Mapping[str, str]
    below: Mapping[str, "_Seals"]


@dataclass(frozen=True)
class Vocabulary:
    """The events of one service.

    `mark` is the class of the annotation that declares a field sealed; its `of` names the field with the subject.
    `upcasts` leads from an old wire name to the next one and a pure function of the data. Raises ValueError where that
    leads to no event, so that nothing that was once said is skipped as unknown.
    """

    service: str
    events: Mapping[str, type[Any]]
    mark: type[Any]
    upcasts: Mapping[str, tuple[str, Upcaster]] = field(default_factory=dict)
    _seals: dict[type[Any], _Seals] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        for old in self.upcasts:
            if old in self.events:
                raise ValueError(f"{old} is known, and upcast as well")
            wire, steps = old, 0
            while wire in self.upcasts and steps < len(self.upcasts):
                wire, steps = self.upcasts[wire][0], steps + 1
            if wire not in self.events:
                raise ValueError(f"{old} leads to no event that is known: {wire} is none")

    def read(self, told: Told) -> Any | None:
        """The event as the newest version of its class; None where this code doesn't know its type."""
        wire, data = told.envelope.type, told.data
        while wire not in self.events and wire in self.upcasts:
            wire, upcast = self.upcasts[wire]
            data = upcast(data)
        known = self.events.get(wire)
        return None if known is None else known.model_validate(data)

    def subjects(self, event: BaseModel) -> set[str]:
        """Whose keys the event's personal text needs."""
        found: set[str] = set()

        def note(subject: str, path: str, text: str) -> str:
            found.add(subject)
            return text

        _each(event.model_dump(mode="json"), self._plan(type(event)), "", note)
        return found

    def sealed(self, event: BaseModel, event_id: str, keys: Mapping[str, bytes]) -> dict[str, Any]:
        """The event's data with personal text sealed under these keys."""
        data = event.model_dump(mode="json")
        sealed: dict[str, Any] = _each(
            data, self._plan(type(event)), "", lambda s, p, t: seal(keys[s], s, event_id, p, t)
        )
        return sealed

    async def seal_all(self, events: Iterable[tuple[BaseModel, str]], keys: Keys) -> list[dict[str, Any]]:
        """The data of events (each with its id), sealed. Raises KeyForgotten."""
        held = list(events)
        subjects = set().union(*(self.subjects(event) for event, _ in held))
        made = await keys.make(subjects) if subjects else {}
        return [self.sealed(event, event_id, made) for event, event_id in held]

    def _plan(self, model: type[BaseModel]) -> _Seals:
        if model not in self._seals:
            self._seals[model] = _seals_of(model, self.mark)
        return self._seals[model]


def _seals_of(model: type[BaseModel], mark: type[Any]) -> _Seals:
    fields: dict[str, str] = {}
    below: dict[str, _Seals] = {}
    for name, declared in model.model_fields.items():
        marks = [m for m in declared.metadata if isinstance(m, mark)]
        marks += [
            m
            for arg in _arguments(declared.annotation)
            for m in getattr(arg, "__metadata__", ())
            if isinstance(m, mark)
        ]
        if marks:
            fields[name] = marks[0].of
            continue
        for part in _arguments(declared.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                inner = _seals_of(part, mark)
                if inner.fields or inner.below:
                    below[name] = inner
    return _Seals(fields, below)


def _arguments(annotation: Any) -> list[Any]:
    """The annotation and everything inside it."""
    found = [annotation]
    for argument in get_args(annotation):
        found += _arguments(argument)
    return found


def _each(data: Any, plan: _Seals, path: str, change: Callable[[str, str, str], Any]) -> Any:
    """The data with `change(subject, path, text)` in place of each sealed field that holds text."""
    if not plan.fields and not plan.below:
        return data
    if isinstance(data, list):
        return [_each(item, plan, f"{path}{n}/", change) for n, item in enumerate(data)]
    if not isinstance(data, dict):
        return data
    changed = dict(data)
    for name, of in plan.fields.items():
        if isinstance(data.get(name), str):
            changed[name] = change(data[of], path + name, data[name])
    for name, inner in plan.below.items():
        changed[name] = _each(data[name], inner, f"{path}{name}/", change)
    return changed
