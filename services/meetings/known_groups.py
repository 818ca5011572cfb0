"""What a family's stream needs of a group course that a member wants to join. P38, P40."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from contracts.ids import FamilyId, PersonId
from contracts.meetings.events import Term


@dataclass(frozen=True)
class KnownGroup:
    """A group as its own stream has it: called so, in this area, meeting by this term; who takes part, as whose member."""

    title: str
    area: str
    term: Term
    ended: bool = False
    taking_part: Mapping[PersonId, FamilyId] = field(default_factory=dict)
