"""Nothing that we keep makes a case of a person. INV-60, C05, C34."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from deploy.generate.table import COMMANDS, commands_of
from services.words import VOCABULARIES

LABELS = re.compile(
    r"trait|label|stigma|identity|distrust|mistrust|defeat|worth|esteem|vulnerab|weak|complex|problem|"
    r"complian|motivat|attitude|burden|diagnos|disorder|addict|abus|violen|crimin|intelligen|score_of_person|risk"
)
"""The target group's traits as the sources list them, and what else is said about a person instead of with one."""


def models() -> Iterator[type[BaseModel]]:
    """Every event and command, and what they are made of."""
    yield from (event for words in VOCABULARIES.values() for event in words.events.values())
    yield from (command for service in COMMANDS for command in commands_of(service))


def names(model: type[BaseModel]) -> set[str]:
    """The fields of a model and of what stands in it, and the codes that they choose from."""
    found: set[str] = set()
    for name, field in model.model_fields.items():
        found.add(name)
        for part in parts(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                found |= names(part)
            elif isinstance(part, type) and issubclass(part, StrEnum):
                found |= {each.value for each in part}
    return found


def parts(annotation: Any) -> list[Any]:
    """An annotation and all inside it."""
    return [annotation, *(each for inner in get_args(annotation) for each in parts(inner))]


@pytest.mark.parametrize("model", sorted(set(models()), key=lambda each: each.__qualname__))
def test_no_field_and_no_code_is_a_label_on_a_person(model: type[BaseModel]) -> None:
    """INV-60: what a family wants, what is agreed and what was done is kept, never what is wrong with somebody."""
    assert not [name for name in sorted(names(model)) if LABELS.search(name)]


def test_a_label_would_be_found() -> None:
    class Judged(BaseModel):
        vulnerability: str

    class Family(BaseModel):
        members: tuple[Judged, ...]

    assert [name for name in names(Family) if LABELS.search(name)] == ["vulnerability"]
