"""Who may read what of a family, and for what purpose: one table, decided by for every way in. X-01, X-04, INV-38, INV-40.

What belongs to another home stands in no document of this one. Whatever no row names is not read. Children under 15 read
with their parents.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from contracts.shapes import ActorKind


class Relation(StrEnum):
    """What somebody is to a family, by what contacts told."""

    ATTACHED = "attached"
    """A professional with a basis in force today, on the team or not. INV-36."""
    TEAM = "team"
    """Attached, and on the coordination team. R10."""
    COORDINATOR = "coordinator"
    """Attached, and the coordinator or today's deputy. R07."""
    CASEWORKER = "caseworker"
    """Attached, with legal authority in the case by function or profession. INV-63."""
    MEMBER = "member"
    """An adult of the family, or a young person from 15 on. R02, R04."""


class Kind(StrEnum):
    """A kind of data about one family: the shared plan, or a document beside it."""

    PLAN = "plan"
    SUMMARY = "summary"
    """How a family stands in the list of one's families."""
    AS_OF = "as-of"
    HISTORY = "history"
    NEWS = "news"
    TASKS = "tasks"
    MEETING_PACK = "meeting-pack"
    CONTACT_MAP = "contact-map"
    INFORMED = "informed"
    READ_LOG = "read-log"
    ACKNOWLEDGEMENT = "acknowledgement"
    WORKLIST = "worklist"
    CASE = "case"
    """What the case rests on: referral, target group, paragraphs, consents, what was asked of the health service."""


OPERATIONS = "operations"
"""Whoever runs the installation, as `helhed_kind` of the token says it: sees how things stand, families by their ids
alone. Reads nobody's plan and gives no command, whoever he or she is elsewhere."""


def may_see_operations(role: str) -> bool:
    """Whether callers of a kind see how the installation stands."""
    return role == OPERATIONS


class Purpose(StrEnum):
    """What a reading is for, as it is noted."""

    OF_ATTACHMENT = "of-attachment"
    """The purpose that the professional is attached for, as the attachment says it."""
    OWN_FAMILY = "own-family"


@dataclass(frozen=True)
class Row:
    """Callers of a kind who are this to a family read these kinds of data for this purpose."""

    role: ActorKind
    relation: Relation
    purpose: Purpose
    kinds: frozenset[Kind]


_SHARED = frozenset(
    (Kind.PLAN, Kind.SUMMARY, Kind.AS_OF, Kind.HISTORY, Kind.NEWS, Kind.TASKS, Kind.MEETING_PACK)
)
_COORDINATING = frozenset((Kind.CONTACT_MAP, Kind.INFORMED))

MATRIX = (
    Row(
        ActorKind.PROFESSIONAL,
        Relation.ATTACHED,
        Purpose.OF_ATTACHMENT,
        _SHARED | {Kind.ACKNOWLEDGEMENT},
    ),
    Row(ActorKind.PROFESSIONAL, Relation.TEAM, Purpose.OF_ATTACHMENT, _COORDINATING),
    Row(
        ActorKind.PROFESSIONAL,
        Relation.COORDINATOR,
        Purpose.OF_ATTACHMENT,
        _COORDINATING | {Kind.WORKLIST, Kind.CASE},
    ),
    Row(ActorKind.PROFESSIONAL, Relation.CASEWORKER, Purpose.OF_ATTACHMENT, frozenset({Kind.CASE})),
    Row(
        ActorKind.PERSON,
        Relation.MEMBER,
        Purpose.OWN_FAMILY,
        _SHARED | {Kind.CONTACT_MAP, Kind.INFORMED, Kind.READ_LOG, Kind.CASE},
    ),
)
"""The rows add up: a coordinator is attached as well. Our own services read nobody's plan."""


def purpose_to_read(role: str, relations: Collection[Relation], kind: Kind) -> Purpose | None:
    """What somebody who is all this to a family reads this kind of data for. None: not at all."""
    granted = (
        row.purpose for row in MATRIX if row.role == role and row.relation in relations and kind in row.kinds
    )
    return next(granted, None)
