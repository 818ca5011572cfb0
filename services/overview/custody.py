"""Who is of a family, as it was told last, and whose health is whose to know: one's own, and that of whom one cares for."""

from collections.abc import Iterable, Iterator, Mapping

from contracts.contacts.events import FamilyMemberAdded, FamilyMemberChanged, FamilyRegistered, Member
from contracts.ids import PersonId
from services.overview.tale import Happened

EVENTS = (FamilyRegistered, FamilyMemberAdded, FamilyMemberChanged)
"""What it is known by."""


def members(tale: Iterable[Happened]) -> dict[PersonId, Member]:
    """Everybody who is or was of the family, as it was told last."""
    return {member.person: member for member in _told(tale)}


def in_the_care_of(family: Mapping[PersonId, Member], reader: str) -> frozenset[str]:
    """Oneself, and those whose custody one holds."""
    return frozenset((reader, *(who for who, member in family.items() if reader in member.custody)))


def _told(tale: Iterable[Happened]) -> Iterator[Member]:
    for each in tale:
        match each.event:
            case FamilyRegistered() as event:
                yield from event.members
            case FamilyMemberAdded() | FamilyMemberChanged() as event:
                yield event.member
            case _:
                pass
