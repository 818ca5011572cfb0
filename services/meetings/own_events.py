"""What meetings does when it has spoken itself: a group follows what its participants' families say, and they follow
where the group ends. P38, P40.

Each command's id is made of the event that it follows from: after a crash it happens all the same, and once.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from datetime import datetime
from typing import Any

from contracts.ids import FamilyId, GroupId
from contracts.meetings.events import GroupChanged, GroupEnded, GroupJoined, GroupLeft, ParticipantJoined
from contracts.shapes import Command
from eventkeep.cloudevent import Told
from eventkeep.codec import Vocabulary
from eventkeep.edge.call import Call
from eventkeep.keys import Keys
from eventkeep.react import HandleCommand
from eventkeep.sealing import FORGOTTEN, open_all
from eventkeep.vector import Vector
from services.meetings import group
from services.meetings.dues import SERVICE
from services.meetings.group_participants import LetParticipantGo, TakeInParticipant
from services.meetings.participation import EndParticipation, FollowGroup, ReviewParticipation

GroupOf = Callable[[GroupId], Awaitable[group.State]]
"""A group as it stands now."""


class OwnEvents:
    """Says what an own event leads to."""

    def __init__(self, vocabulary: Vocabulary, keys: Keys, group_of: GroupOf) -> None:
        self._vocabulary, self._keys, self._group_of = vocabulary, keys, group_of

    async def __call__(self, told: Told, reached: Vector) -> Sequence[Command]:
        """The commands that follow. Sent again, they do nothing more."""
        event = self._vocabulary.read(told)
        at = datetime.fromisoformat(told.envelope.time)
        match event:
            case GroupJoined():
                # Whoever left the family while joining is looked up once more: contacts' word may have come in between.
                review = ReviewParticipation(by=SERVICE, at=at, family=event.family)
                return [review, *await self._taken_in(event, at)]
            case GroupLeft():
                return [_let_go(event, at)]
            case ParticipantJoined():
                return await self._joined(event, at)
            case GroupChanged():
                return [
                    FollowGroup(by=SERVICE, at=at, family=each, group=event.group, term=event.term)
                    for each in await self._families(event.group)
                ]
            case GroupEnded():
                return [
                    EndParticipation(by=SERVICE, at=at, family=each, group=event.group)
                    for each in await self._families(event.group)
                ]
            case _:
                return []

    async def _taken_in(self, event: GroupJoined, at: datetime) -> Sequence[Command]:
        """Nobody is taken in who was forgotten meanwhile. X-05."""
        [called] = await open_all(self._keys, [event.called])
        if called == FORGOTTEN:
            return []
        return [
            TakeInParticipant(
                by=SERVICE,
                at=at,
                group=event.group,
                person=event.person,
                of_family=event.family,
                called=called,
                joined_on=event.joined_on,
            )
        ]

    async def _joined(self, event: ParticipantJoined, at: datetime) -> Sequence[Command]:
        """The group may have changed, or ended, while the family was decided on what it was before."""
        course = await self._group_of(event.group)
        of: dict[str, Any] = {"by": SERVICE, "at": at, "family": event.of_family, "group": event.group}
        if course.ended_on is not None or course.term is None:
            return [EndParticipation(**of)]
        return [FollowGroup(**of, term=course.term)]

    async def _families(self, named: GroupId) -> Iterable[FamilyId]:
        """Those of all who ever took part: in an order that stays, so that each command keeps its id. Whoever comes later
        is seen when he or she is taken in."""
        participants = (await self._group_of(named)).participants.values()
        return dict.fromkeys(each.of_family for each in participants)


def by_stream(**handles: HandleCommand) -> HandleCommand:
    """Handles a command by the kind of stream that it is about."""

    async def handle(command: Command, call: Call) -> Any:
        return await handles[command.stream](command, call)

    return handle


def _let_go(event: GroupLeft, at: datetime) -> LetParticipantGo:
    return LetParticipantGo(
        by=SERVICE,
        at=at,
        group=event.group,
        person=event.person,
        of_family=event.family,
        reason=event.reason,
        left_on=event.left_on,
    )
