"""What a family goes through, as its twenty events: sealed for some families, then told of any number."""

import itertools
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from contracts.contacts import events as contacts
from contracts.ids import (
    FamilyId,
    FocusAreaId,
    GoalId,
    InterventionId,
    PersonId,
    PlanId,
    ProfessionalId,
    SuccessId,
    WishId,
)
from contracts.plans import events as plans
from contracts.progress import events as progress
from contracts.shapes import Event
from eventkeep.cloudevent import Envelope, encode
from eventkeep.keys import Keys
from services.words import VOCABULARIES

_DAY = date(2026, 1, 1)
_WORDS = "We have breakfast together without shouting, and bags are packed the evening before"


@dataclass(frozen=True)
class Told:
    """One event of a story: whose it is, its version, what it names as its causes, and its sealed data."""

    service: str
    wire: str
    version: int
    causes: dict[str, int]
    data: dict[str, Any]


Story = tuple[Told, ...]


async def sealed(keys: Keys) -> Story:
    """A family's story, with texts sealed under keys of its own."""
    told: list[Told] = []
    heads: dict[str, int] = {}
    for service, event in _events():
        [data] = await VOCABULARIES[service].seal_all([(event, str(uuid.uuid4()))], keys)
        version = heads.get(service, 0) + 1
        told.append(Told(service, event.wire, version, dict(heads), data))
        heads[service] = version
    return tuple(told)


def of_family(story: Story, family: str, number: int) -> Iterator[tuple[str, int, bytes]]:
    """The story as it is told of another family: service, version and bytes of each event."""
    now = "2026-01-01T00:00:00+00:00"
    for place, told in enumerate(story):
        envelope = Envelope(
            f"{number:016x}-{place}",
            told.service,
            told.wire,
            f"family/{family}",
            told.version,
            now,
            now,
            "professional:00000000-0000-0000-0000-000000000001",
            told.causes,
        )
        yield told.service, told.version, encode(envelope, {**told.data, "family": family})


def _events() -> Iterator[tuple[str, Event]]:
    family, ellen, viggo = FamilyId(_new()), PersonId(_new()), PersonId(_new())
    yield from (("contacts", event) for event in _gathered(family, ellen, viggo))
    yield from (("plans", event) for event in _planned(family, ellen, viggo))
    for _ in range(2):
        noted = progress.SmallSuccessNoted(
            family=family, success=SuccessId(_new()), person=viggo, words=_WORDS, noted_on=_DAY
        )
        yield "progress", noted


def _gathered(family: FamilyId, ellen: PersonId, viggo: PersonId) -> Iterator[Event]:
    """Two adults, four professionals, a team of two."""
    colleagues = [ProfessionalId(_new()) for _ in range(4)]
    members = tuple(
        contacts.Member(person=person, role=contacts.Role.ADULT, name="Ellen Dalgaard")
        for person in (ellen, viggo)
    )
    yield contacts.FamilyRegistered(family=family, members=members)
    for each in colleagues:
        yield contacts.ProfessionalAttached(
            family=family,
            professional=each,
            name="Bent Rosenlund",
            department="school",
            profession="teacher",
            purpose="coordination",
            basis=contacts.Basis(kind=contacts.BasisKind.LAW, reference="barnets lov § 32", valid_from=_DAY),
        )
    yield contacts.CoordinationTeamEstablished(
        family=family, members=tuple(colleagues[:2]), pre_meeting_waived=_WORDS
    )
    yield contacts.CoordinatorChosen(family=family, professional=colleagues[0], chosen_by=(ellen,))
    yield contacts.PrimaryContactDesignated(family=family, professional=colleagues[0])


def _planned(family: FamilyId, ellen: PersonId, viggo: PersonId) -> Iterator[Event]:
    """Two wishes, two focus areas in their order, three goals, an intervention."""
    areas, revision = [FocusAreaId(_new()) for _ in range(2)], itertools.count(1)
    yield plans.PlanDrafted(family=family, plan=PlanId(_new()), revision=0)
    for person in (ellen, viggo):
        yield plans.FamilyWishRecorded(
            family=family, wish=WishId(_new()), person=person, own_words=_WORDS, revision=next(revision)
        )
    for area in areas:
        yield plans.FocusAreaAdded(family=family, focus_area=area, title=_WORDS, revision=next(revision))
    yield plans.PriorityAgreed(
        family=family, focus_areas=(areas[1], areas[0]), agreed_by=(ellen,), revision=next(revision)
    )
    goals = [_goal(family, ellen, areas[0], rank, next(revision)) for rank in (1, 2, 3)]
    yield from goals
    yield plans.InterventionAdded(
        family=family,
        intervention=InterventionId(_new()),
        goal=goals[0].goal,
        title=_WORDS,
        department="school",
        legal_basis="barnets lov § 32",
        starts=_DAY,
        revision=next(revision),
    )


def _goal(
    family: FamilyId, ellen: PersonId, area: FocusAreaId, rank: int, revision: int
) -> plans.GoalDefined:
    return plans.GoalDefined(
        family=family,
        goal=GoalId(_new()),
        level=1,
        focus_area=area,
        author_kind=plans.PartyKind.PERSON,
        author=ellen,
        own_words=_WORDS,
        owner_kind=plans.PartyKind.PERSON,
        owner=ellen,
        rank=rank,
        revision=revision,
    )


def _new() -> str:
    return str(uuid.uuid4())
