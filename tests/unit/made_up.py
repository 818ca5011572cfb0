"""Made-up events and commands: any model, from its annotations, with ids from small pools."""

from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, Lt
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pydantic import AwareDatetime, BaseModel, StringConstraints
from pydantic.fields import FieldInfo

from contracts.ids import Id, PersonId, ProfessionalId
from contracts.meaning import CodeSystem, DataClass, Special, Unit
from contracts.shapes import Actor, Sealed
from tests.unit.family import BY_ANNA, BY_INFORMED, BY_SERVICE, BY_TEAM, numbered

Model = TypeVar("Model", bound=BaseModel)

LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp"))
WORDS = st.text(LETTERS, min_size=1, max_size=20)
CODES = st.sampled_from(["health", "weekly", "who-5", "barnets lov § 32"])
DAYS = st.dates(date(2024, 2, 20), date(2024, 3, 20))
MOMENTS = st.datetimes(datetime(2024, 2, 20), datetime(2024, 3, 20), timezones=st.just(UTC))
MEANINGS = (Sealed, DataClass, Special, Unit, CodeSystem)
"""Annotations that say what a value means, not what it may be."""
ACTORS = st.sampled_from([BY_TEAM, BY_TEAM, BY_ANNA, BY_INFORMED, BY_SERVICE])


@cache
def made_up(model: type[Model]) -> SearchStrategy[Model]:
    """Any instance of a model."""
    hints = get_type_hints(model, include_extras=True)
    return st.builds(model, **{name: _any(hints[name]) for name in model.model_fields})


def nearly(example: Model) -> SearchStrategy[Model]:
    """The example as it is, or with one or two fields that are made up."""
    hints = get_type_hints(type(example), include_extras=True)
    fields = {name: _any(hints[name]) for name in type(example).model_fields}
    changed = st.lists(st.sampled_from(sorted(fields)), max_size=2, unique=True)
    changes = changed.flatmap(lambda names: st.fixed_dictionaries({name: fields[name] for name in names}))
    return changes.map(lambda change: example.model_copy(update=change))


def ids(kind: type[Id]) -> SearchStrategy[Id]:
    """One of few ids, so that made-up things meet."""
    kinds = (PersonId, ProfessionalId) if kind is Id else (kind,)
    count = 1 if kind.__name__ in ("FamilyId", "PlanId") else 3
    return st.sampled_from([numbered(each, n) for each in kinds for n in range(1, count + 1)])


def _any(hint: Any) -> SearchStrategy[Any]:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin in (Union, UnionType):
        return st.one_of(*(_any(each) for each in arguments))
    if origin is tuple:
        return st.lists(_any(arguments[0]), max_size=4).map(tuple)
    if hint is Actor:
        return ACTORS
    if isinstance(hint, type):
        return _of_class(hint)
    raise TypeError(f"nothing made up for {hint}")


def _of_class(kind: type[Any]) -> SearchStrategy[Any]:
    if issubclass(kind, Id):
        return ids(kind)
    if issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    if issubclass(kind, BaseModel):
        return made_up(kind)
    plain: dict[Any, SearchStrategy[Any]] = {
        AwareDatetime: MOMENTS,
        datetime: MOMENTS,
        date: DAYS,
        bool: st.booleans(),
        str: WORDS,
        int: st.integers(-100, 100),
        type(None): st.none(),
    }
    return plain[kind]


def _annotated(kind: Any, marks: tuple[Any, ...]) -> SearchStrategy[Any]:
    marks = tuple(mark for mark in marks if not isinstance(mark, MEANINGS))
    if not marks:
        return _any(kind)
    if kind is int:
        fields = [mark for mark in marks if isinstance(mark, FieldInfo)]
        return _whole_number([bound for field in fields for bound in field.metadata])
    if any(isinstance(mark, StringConstraints) and mark.pattern for mark in marks):
        return CODES
    if all(isinstance(mark, StringConstraints) for mark in marks):
        return _any(kind)
    raise TypeError(f"nothing made up for {kind} with {marks}")


def _whole_number(bounds: list[Any]) -> SearchStrategy[int]:
    least = next(int(str(each.ge)) for each in bounds if isinstance(each, Ge))
    most = next(
        int(str(each.le)) if isinstance(each, Le) else int(str(each.lt)) - 1
        for each in bounds
        if isinstance(each, Le | Lt)
    )
    return st.one_of(st.integers(max(least, 0), min(most, 5)), st.integers(least, most))
