"""What each field of an event means: data class, special category, unit, code system, and a sentence that says it."""

import ast
import inspect
import textwrap
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import Annotated, Any, TypeVar, get_args, get_origin

from pydantic import AwareDatetime, BaseModel

from contracts.ids import OF_SOMEBODY, Id
from contracts.meaning import CodeSystem, DataClass, Schema, Special, Unit
from contracts.shapes import Sealed
from deploy.generate.fields import doc_of

_Mark = TypeVar("_Mark")
_SOMEBODY = (
    "The id of a person, a professional or a supporter; of which kind, the event or a field beside it says."
)
_WORDS = "Words that somebody wrote."


class Unsaid(Exception):
    """A field that doesn't say what it means: what is missing, and where to say it."""


@dataclass(frozen=True)
class Meaning:
    """What a field's value means."""

    data_class: DataClass
    special: Special | None
    unit: Unit | None
    system: CodeSystem | None
    sealed_of: str | None
    says: str
    schema: Schema | None = None


def meanings(model: type[BaseModel]) -> dict[str, Meaning]:
    """Of each field of an event or a part. Raises Unsaid where one doesn't say it."""
    said = _docs(model)
    found = {}
    for name, field in model.model_fields.items():
        try:
            found[name] = _meaning(Annotated[field.annotation, 0, *field.metadata], said.get(name, ""))
        except Unsaid as lacking:
            raise Unsaid(f"{model.__name__}.{name}: {lacking}") from None
    return found


def _meaning(declared: Any, says: str) -> Meaning:
    marks, kinds = marks_and_kinds(declared)
    sealed = _only(marks, Sealed)
    system = _only(marks, CodeSystem) or next(
        (_system_of(kind) for kind in kinds if _is(kind, StrEnum)), None
    )
    unit = _only(marks, Unit)
    data_class = _only(marks, DataClass)
    if sealed is not None:
        data_class = DataClass.PERSONAL
    elif system is not None:
        data_class = system.data_class
    elif data_class is None:
        data_class = next((each for kind in kinds if (each := _class_of(kind))), None)
    if data_class is None:
        raise Unsaid(
            "no data class: annotate it with a contracts.meaning.DataClass, or take a type of contracts/codes.py"
        )
    if data_class is DataClass.NUMBER and unit is None:
        raise Unsaid("a number without its unit: annotate it with contracts.meaning.Unit")
    special = _only(marks, Special) or (system.special if system else None)
    return Meaning(
        data_class,
        special,
        unit,
        system,
        sealed.of if sealed else None,
        _sentence(says, kinds, sealed, unit, system),
        _only(marks, Schema),
    )


def _sentence(
    says: str, kinds: list[Any], sealed: Sealed | None, unit: Unit | None, system: CodeSystem | None
) -> str:
    told = [says]
    told += [_first(doc_of(kind)) if kind is not Id else _SOMEBODY for kind in kinds if _is(kind, Id)]
    told += [_first(doc_of(kind)) for kind in kinds if _is(kind, StrEnum) or _is(kind, BaseModel)]
    if system is not None and not says and system.says not in told:
        told.append(system.says)
    if unit is not None:
        told.append(f"Unit: {unit.name}.")
    if any(kind is date for kind in kinds):
        told.append("A day of Europe/Copenhagen.")
    if any(kind is AwareDatetime or kind is datetime for kind in kinds):
        told.append("A moment with its offset.")
    if sealed is not None:
        told.append(f"Sealed in internal topics, under the key of `{sealed.of}`.")
    if not any(told) and kinds[0] is not bool:
        told.append(_WORDS)
    return " ".join(dict.fromkeys(each for each in told if each))


def _class_of(kind: Any) -> DataClass | None:
    if kind is AwareDatetime or _is(kind, date):
        return DataClass.TIME
    if _is(kind, Id):
        return DataClass.PSEUDONYM if kind in OF_SOMEBODY else DataClass.REFERENCE
    if _is(kind, BaseModel):
        return DataClass.PARTS
    if _is(kind, bool):
        return DataClass.FLAG
    return DataClass.NUMBER if _is(kind, int) else None


def _system_of(kind: type[StrEnum]) -> CodeSystem:
    """An enum is a code system of its own: its codes are named in the schema, and more may come."""
    return CodeSystem(kind.__name__, doc_of(kind), next(iter(kind)).value)


def _is(kind: Any, of: type[Any]) -> bool:
    return isinstance(kind, type) and issubclass(kind, of)


def marks_and_kinds(declared: Any) -> tuple[list[Any], list[Any]]:
    """All annotations, the outer ones first, and all types inside."""
    if get_origin(declared) is Annotated:
        inner, *marks = get_args(declared)
        below, kinds = marks_and_kinds(inner)
        return [*marks, *below], kinds
    marks, kinds = list[Any](), [declared]
    for argument in get_args(declared):
        more, inside = marks_and_kinds(argument)
        marks, kinds = [*marks, *more], [*kinds, *inside]
    return marks, kinds


def _only(marks: list[Any], kind: type[_Mark]) -> _Mark | None:
    return next((mark for mark in marks if isinstance(mark, kind)), None)


def _first(text: str) -> str:
    return " ".join(text.partition("\n\n")[0].split())


def members_of(kind: type[StrEnum]) -> dict[str, str]:
    """Each value of an enum, with the string that stands under it."""
    said = _strings(kind)
    return {each.value: said.get(each.name, "") for each in kind}


@cache
def _docs(model: type[BaseModel]) -> dict[str, str]:
    """The string under a field says what its name doesn't. It is read here, so that no service reads its source."""
    found: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if issubclass(each, BaseModel) and each is not BaseModel:
            found |= _strings(each)
    return found


def _strings(kind: type[Any]) -> dict[str, str]:
    """The strings under a class' attributes, by name."""
    found: dict[str, str] = {}
    try:
        body = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    except OSError:  # a class that a test made
        return found
    for declared, after in pairwise(body.body if isinstance(body, ast.ClassDef) else []):
        match declared, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = " ".join(text.split())
    return found
