"""What the family shows somebody who stands by it, and no more than that. INV-66."""

from enum import StrEnum
from typing import ClassVar

from contracts.ids import FamilyId, PersonId, SupporterId
from contracts.shapes import Event


class SharedSection(StrEnum):
    """A part of the plan that the family can share: its goals, what was agreed, the meetings to come, what went well,
    what its members wish."""

    GOALS = "goals"
    AGREEMENTS = "agreements"
    MEETINGS = "meetings"
    SUCCESSES = "successes"
    WISHES = "wishes"


class SharedWithSupporter(Event):
    """The family said what it shares with a supporter (dele med netværket). R21, R22, R32, INV-66.

    It replaces what was shared before; without sections nothing is shared any more. `shared_by` are those of the family
    who decided it.
    """

    wire: ClassVar[str] = "helhed.contacts.shared-with-supporter.v1"
    family: FamilyId
    supporter: SupporterId
    sections: tuple[SharedSection, ...] = ()
    shared_by: tuple[PersonId, ...]
