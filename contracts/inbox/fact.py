"""What every fact has that a department's system says, as a CloudEvent in its own topic. No fact is typed twice. INV-58.

The attributes beside `data` are those of `contracts/asyncapi.yaml`: `subject` says whom it is about, `actor` which
professional of the department stands for it. Fields that aren't known are refused, so that no typing error goes unseen.
"""

from typing import ClassVar

from pydantic import ConfigDict

from contracts.ids import PersonId
from contracts.shapes import Event


class Fact(Event):
    """Something that became true in a department's own system. `about` is the kind of its subject.

    `by_system`: the system may say it itself, without `actor`, where it is registered there with nobody typing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    about: ClassVar[str] = "family"
    by_system: ClassVar[bool] = False


class OfMember(Fact):
    """Something that became true of one member of a family. `person` may be left out where the subject names the member."""

    person: PersonId | None = None
