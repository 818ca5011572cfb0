"""That a member of the family takes part in a group course, beside what is given to the family alone. P40."""

from datetime import date
from typing import Annotated, ClassVar

from contracts.codes import AreaCode, ReasonCode
from contracts.ids import FamilyId, GroupId, PersonId
from contracts.meetings.groups import Term
from contracts.shapes import Event, Sealed


class GroupJoined(Event):
    """A member of the family takes part in a group course, as the group was called and met then (deltager). P38, P40, T15.

    The group's own stream follows: the family is decided first.
    """

    wire: ClassVar[str] = "helhed.meetings.group-joined.v1"
    family: FamilyId
    group: GroupId
    person: PersonId
    called: Annotated[str, Sealed(of="person")]
    """What he or she wants to be called in the group, such as a first name: all that the group learns."""
    title: Annotated[str, Sealed(of="family")]
    area: AreaCode
    term: Term
    joined_on: date


class GroupTermChanged(Event):
    """A group course that a member takes part in meets on other days, or for longer: this stands instead. P40, T15."""

    wire: ClassVar[str] = "helhed.meetings.group-term-changed.v1"
    family: FamilyId
    group: GroupId
    term: Term


class GroupLeft(Event):
    """The member takes part in the group course no more. P38, P40."""

    wire: ClassVar[str] = "helhed.meetings.group-left.v1"
    family: FamilyId
    group: GroupId
    person: PersonId
    reason: ReasonCode
    left_on: date
