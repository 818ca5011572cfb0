"""What a field's value means beside its type: its data class, unit and code system. Declared beside the field.

They are annotations: `Annotated[int, Unit("contacts")]`. A type that says it already (an id, a day, a text) needs none.
"""

from dataclasses import dataclass
from enum import StrEnum


class DataClass(StrEnum):
    """What kind of data a field holds: how it is to be kept, shown and forgotten by whoever gets it. X-04, X-05."""

    PERSONAL = "personal"
    """Words by or about somebody, names, dates of birth. Sealed in stores and internal topics, opened at the edges. Words
    that somebody chose may hold anything, of health too."""
    PSEUDONYM = "pseudonym"
    """An id that leads to a family, a person, a professional or a supporter in our registers, and says nothing else."""
    REFERENCE = "reference"
    """An id of something within a family's case: a goal, a meeting. Beside the family's id it is about that family."""
    PUBLIC = "public"
    """Words of the municipality about its own work, for everybody: of nobody, and in no event about a family."""
    ORGANISATION = "organisation"
    """A department or another organisation."""
    CODE = "code"
    """A code of a code system."""
    TIME = "time"
    """A day of Europe/Copenhagen, or a moment with its offset."""
    NUMBER = "number"
    """A number, with its unit."""
    FLAG = "flag"
    """Yes or no."""
    TECHNICAL = "technical"
    """What machines need to agree: hashes, tokens, places in a topic. Says nothing of anybody."""
    PARTS = "parts"
    """Made of fields that have their own classes."""


class Special(StrEnum):
    """A special category of personal data (GDPR, article 9), where a field or a whole event is about it."""

    HEALTH = "health"
    """That somebody's health is asked about, how it is, or a code that tells of it."""


@dataclass(frozen=True)
class Unit:
    """What a number counts, or which scale it stands on."""

    name: str


@dataclass(frozen=True)
class Schema:
    """Where a document has a schema of its own: its name in deploy/generate/documents.py."""

    name: str


@dataclass(frozen=True)
class CodeSystem:
    """Where codes come from. `free`: the municipality chooses them, so that any may come.

    `example` is one of its codes. `special`: some of its codes tell of health.
    """

    name: str
    says: str
    example: str
    free: bool = False
    special: Special | None = None
    data_class: DataClass = DataClass.CODE
