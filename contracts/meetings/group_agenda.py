"""What a group decides for itself: what it proposes, what stands on its agenda, which activities it held. R34, R55, A19."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from contracts.ids import GroupId, PersonId, ProposalId, SessionId
from contracts.shapes import Event, Sealed


class ProposalKind(StrEnum):
    """What a participant proposes."""

    AGENDA = "agenda"
    """Something to talk about when the group meets (dagsordenspunkt). R34, A19."""
    ACTIVITY = "activity"
    """Something to do together, such as writing to the local newspaper (aktivitet). R34, R55."""


class GroupProposalMade(Event):
    """A participant proposes something to the group, in own words (forslag). R34, R55, A19."""

    wire: ClassVar[str] = "helhed.meetings.group-proposal-made.v1"
    group: GroupId
    proposal: ProposalId
    kind: ProposalKind
    person: PersonId
    words: Annotated[str, Sealed(of="person")]


class GroupAgendaAgreed(Event):
    """What the group talks about in a session, in this order, as it wants it itself; the latest stands. R34, A19."""

    wire: ClassVar[str] = "helhed.meetings.group-agenda-agreed.v1"
    group: GroupId
    session: SessionId
    items: tuple[ProposalId, ...]
    agreed_by: tuple[PersonId, ...]
    """Participants who said so, or whose choice was recorded."""


class GroupActivityHeld(Event):
    """The group did what it had proposed. R55, R34."""

    wire: ClassVar[str] = "helhed.meetings.group-activity-held.v1"
    group: GroupId
    activity: ProposalId
    held_on: date
