"""One invented family and those around it, for tests: ids, actors, and what contacts says of them."""

from datetime import UTC, date, datetime
from typing import TypeVar

from contracts.contacts.events import (
    Basis,
    BasisKind,
    CoordinationTeamEstablished,
    CoordinatorChosen,
    FamilyEvent,
    FamilyRegistered,
    Member,
    ProfessionalAttached,
    Role,
)
from contracts.ids import FamilyId, GoalId, Id, InterventionId, MeetingId, PersonId, PlanId, ProfessionalId
from contracts.shapes import Actor, ActorKind

AnId = TypeVar("AnId", bound=Id)


def numbered(kind: type[AnId], number: int) -> AnId:
    """An id that one can tell from others in a failed test."""
    return kind(f"{sum(kind.__name__.encode()):08x}-0000-4000-8000-{number:012d}")


AT = datetime(2024, 3, 1, 12, 0, tzinfo=UTC)
FAMILY = numbered(FamilyId, 1)
ANNA, BO, CLARA = (numbered(PersonId, n) for n in (1, 2, 3))
SOFIE, TOMAS, ULLA = (numbered(ProfessionalId, n) for n in (1, 2, 3))
STRANGER, PASSER_BY = numbered(PersonId, 9), numbered(ProfessionalId, 9)
PLAN, MEETING = numbered(PlanId, 1), numbered(MeetingId, 1)
GOAL, OTHER_GOAL, INTERVENTION = numbered(GoalId, 1), numbered(GoalId, 2), numbered(InterventionId, 1)
HOME_LAW = Basis(kind=BasisKind.LAW, reference="barnets lov § 32", valid_from=date(2024, 1, 1))


def professional(who: Id) -> Actor:
    """A professional acts."""
    return Actor(kind=ActorKind.PROFESSIONAL, id=who)


def person(who: Id) -> Actor:
    """A person acts."""
    return Actor(kind=ActorKind.PERSON, id=who)


BY_TEAM, BY_INFORMED, BY_ANNA = professional(SOFIE), professional(ULLA), person(ANNA)
BY_SERVICE = Actor(kind=ActorKind.SERVICE, id="plans")


def attached(who: ProfessionalId) -> ProfessionalAttached:
    """A professional is attached to the family."""
    return ProfessionalAttached(
        family=FAMILY,
        professional=who,
        name="A Professional",
        department="social",
        profession="social worker",
        purpose="coordination",
        basis=HOME_LAW,
    )


REGISTERED = FamilyRegistered(
    family=FAMILY,
    members=(
        Member(person=ANNA, role=Role.ADULT, name="Anna Example"),
        Member(person=BO, role=Role.YOUNG, name="Bo Example"),
    ),
)

AROUND: tuple[FamilyEvent, ...] = (
    REGISTERED,
    attached(SOFIE),
    attached(TOMAS),
    attached(ULLA),
    CoordinationTeamEstablished(family=FAMILY, members=(SOFIE, TOMAS), pre_meeting_waived="Known for years."),
    CoordinatorChosen(family=FAMILY, professional=SOFIE, chosen_by=(ANNA,)),
)
"""Anna (adult) and Bo (young); Sofie coordinates, on the team with Tomas; Ulla is attached and informed."""
