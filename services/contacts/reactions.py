"""What contacts does when something was said: by plans, that the team is to be looked at; by itself, what follows.

What follows of its own events reaches other streams: households, a person's protection, somebody who left.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from contracts.contacts.events import (
    AddressProtectionSet,
    FamilyClosed,
    FamilyMemberAdded,
    FamilyRegistered,
    HouseholdSplit,
    Member,
    PersonChanged,
    ProfessionalAttached,
    ProfessionalChanged,
    ProfessionalLeft,
)
from contracts.ids import FamilyId
from contracts.plans.events import (
    FocusAreaAdded,
    FocusAreaClosed,
    GoalAchieved,
    GoalClosed,
    PlanApproved,
    PriorityAgreed,
)
from contracts.shapes import Actor, ActorKind, Command
from eventkeep.cloudevent import Told
from eventkeep.codec import Vocabulary
from eventkeep.vector import Vector
from services.contacts.attachments import DetachLeaver, FollowProfessional
from services.contacts.departments import Departments
from services.contacts.households import JoinHousehold, OpenHousehold
from services.contacts.lacking import Lacking
from services.contacts.members import FollowPerson
from services.contacts.registers import Registers
from services.contacts.team import RequireTeamReview
from services.contacts.whereabouts import Whereabouts

SERVICE = Actor(kind=ActorKind.SERVICE, id="contacts")
_MOVES_THE_TEAM: dict[type[Any], str] = {
    FocusAreaAdded: "focus-area-added",
    FocusAreaClosed: "focus-area-closed",
    PriorityAgreed: "priority-agreed",
    GoalAchieved: "goal-achieved",
    GoalClosed: "goal-closed",
    PlanApproved: "plan-approved",
}


"""What moves the team, by the event of plans that says so."""


def react(vocabulary: Vocabulary, told: Told) -> Sequence[RequireTeamReview]:
    """Progress, or other focus areas: the team is to be looked at again. INV-47."""
    if told.envelope.service != "plans":
        return []
    event = vocabulary.read(told)
    if event is None or type(event) not in _MOVES_THE_TEAM:
        return []
    because = _MOVES_THE_TEAM[type(event)]
    at, version = datetime.fromisoformat(told.envelope.time), told.envelope.version
    return [RequireTeamReview(by=SERVICE, at=at, family=event.family, because=because, plans_version=version)]


class OwnEvents:
    """Keeps the indexes of who is where, what families lack, who leads what; says what an own event leads to."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        whereabouts: Whereabouts,
        lacking: Lacking,
        departments: Departments,
        registers: Registers,
    ) -> None:
        self._vocabulary, self._whereabouts, self._registers = vocabulary, whereabouts, registers
        self._lacking, self._departments = lacking, departments

    async def note(self, page: Sequence[Told]) -> None:
        """Notes in the indexes who came and went, what families lack now, who leads what."""
        events = [(self._vocabulary.read(told), told.envelope.version) for told in page]
        await self._whereabouts.note(events)
        await self._lacking.note(events)
        await self._departments.note(events)

    async def __call__(self, told: Told, reached: Vector) -> Sequence[Command]:
        """The commands that follow. Sent again, they do nothing more."""
        event = self._vocabulary.read(told)
        at = datetime.fromisoformat(told.envelope.time)
        match event:
            case HouseholdSplit() | FamilyClosed():
                return households(event, at)
            case FamilyRegistered():
                return await self._members(event.family, event.members, at)
            case FamilyMemberAdded():
                return await self._members(event.family, [event.member], at)
            case PersonChanged() | AddressProtectionSet():
                renamed = isinstance(event, PersonChanged)
                return [
                    FollowPerson(by=SERVICE, at=at, family=family, person=event.person, renamed=renamed)
                    for family in await self._whereabouts.families_of(event.person)
                ]
            case ProfessionalAttached():
                return await self._attached(event, at)
            case ProfessionalChanged():
                return [
                    FollowProfessional(by=SERVICE, at=at, family=family, professional=event.professional)
                    for family in await self._whereabouts.families_of(event.professional)
                ]
            case ProfessionalLeft():
                left = datetime.fromisoformat(told.envelope.occurred_at)
                return [
                    DetachLeaver(by=SERVICE, at=left, family=family, professional=event.professional)
                    for family in await self._whereabouts.families_of(event.professional)
                ]
            case _:
                return []

    async def _members(self, family: FamilyId, members: Sequence[Member], at: datetime) -> Sequence[Command]:
        """Whoever joined while the register changed is looked up once more. X-06."""
        return [
            FollowPerson(by=SERVICE, at=at, family=family, person=each.person, renamed=True)
            for each in members
            if await self._registers.differs(each)
        ]

    async def _attached(self, event: ProfessionalAttached, at: datetime) -> Sequence[Command]:
        """Whoever was attached while leaving, or while moving, is looked up once more. R11, INV-38."""
        known = await self._registers.professional(event.professional)
        who: dict[str, Any] = {
            "by": SERVICE,
            "at": at,
            "family": event.family,
            "professional": event.professional,
        }
        if known is None:
            return []
        if known.left:
            return [DetachLeaver(**who)]
        now = (known.department, known.profession, known.competences)
        if now != (event.department, event.profession, event.competences):
            return [FollowProfessional(**who)]
        return []


def households(event: HouseholdSplit | FamilyClosed, at: datetime) -> Sequence[Command]:
    """A split opens the new family; a merge brings the members into the other. R01."""
    if isinstance(event, HouseholdSplit):
        persons = (*event.moved, *event.shared)
        return [OpenHousehold(by=SERVICE, at=at, family=event.into, split_from=event.family, persons=persons)]
    if event.continued_in is None:
        return []
    return [JoinHousehold(by=SERVICE, at=at, family=event.continued_in, merged=event.family)]
