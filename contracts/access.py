"""Who may read what, and for what purpose: one table for every way in (`contracts/ways.py`). X-01, X-04, INV-38, INV-40.

What belongs to another home stands in no document of this one. Whatever no row names is not read. Children under 15 read
with their parents.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Reader(StrEnum):
    """Kinds of readers: all but one as their token says it; dashboards come as a role of overview's database."""

    PROFESSIONAL = "professional"
    PERSON = "person"
    SERVICE = "service"
    DASHBOARDS = "dashboards"
    OPERATIONS = "operations"
    """Whoever runs the installation: sees how things stand, families by their ids alone. Reads nobody's plan and gives no
    command, whoever he or she is elsewhere."""
    LEADER = "leader"
    """Whoever leads a department, or the programme: sees figures over all families, where few are hidden. No person, no
    family, and no way to them."""


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
    EMERGENCY = "emergency"
    """Not attached, and let in for some hours in an emergency, with a reason. X-07."""
    MEMBER = "member"
    """An adult of the family, or a young person from 15 on. R02, R04."""
    SUPPORTER = "supporter"
    """Somebody who stands by the family, with whom it shares something. R21, R22, R32, INV-66."""
    IN_PROGRAMME = "in-programme"
    """A professional with a role in the programme that is read about. R39."""
    LEADS_DEPARTMENT = "leads-department"
    """A professional who leads a department. R46."""
    FACILITATOR = "facilitator"
    """A professional who leads a group course: what he or she is to the group, and to no family in it. P38."""
    PARTICIPANT = "participant"
    """A person who takes part in a group course now. P38."""
    NONE = "none"
    """Nothing, or it doesn't matter: what is read is about no family in particular."""


class Kind(StrEnum):
    """A kind of data: the shared plan of one family, a document beside it, or something about no family in particular."""

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
    MEASURES = "measures"
    """What is measured over time: on instruments, trust, inclusion, the quality of offers. T04 to T08, T11, P28, P45."""
    READ_LOG = "read-log"
    ACKNOWLEDGEMENT = "acknowledgement"
    WORKLIST = "worklist"
    CASE = "case"
    """What the case rests on: referral, target group, paragraphs, consents, what was asked of the health service."""

    SHARED = "shared"
    """What the family shares with somebody who stands by it. INV-66."""
    SHARED_SUMMARY = "shared-summary"
    """How a family stands in the list of those that share something with one: by first names, and what it shares."""

    GROUP = "group"
    """A group course: its sessions, its agenda, what it does together; of who takes part, what each reader may know. P38."""

    LACKING = "lacking"
    """Ids of families without an offer, a coordinator or a primary contact. INV-53."""
    PERSON_BY_ID = "person-by-id"
    """The id here of a person whom another system knows. R05."""
    OFFERS = "offers"
    """The catalogue of offers, and how good they were where at least five families said so: about nobody. A31, P45."""
    DEPARTMENTS = "departments"
    """Which departments there are, and who leads each. R46."""
    PROGRAMME = "programme"
    """How a programme stands: roles, milestones, trainings, money, what it gave. No family, nobody's words. R39 to R49."""
    GUIDES = "guides"
    """Guides for those who work with families. A33, A34."""
    RIGHTS = "rights"
    """Whether somebody may read a family's plan."""
    EVENTS = "events"
    """Stored events, their texts sealed."""
    FIGURES = "figures"
    """Codes, days and numbers of each family under a name that leads to nothing else: no person, no words."""
    TOTALS = "totals"
    """Figures over all families, where few are not told apart."""
    OUTCOMES = "outcomes"
    """How targets stood at the end of a month, what works, what open cases lack: over all families, few of them hidden."""
    STANDING = "standing"
    """How fresh and whole what is shown is, and what needs a hand: families by their ids."""
    FRESHNESS = "freshness"
    """How fresh and how whole it is what is read."""


class Purpose(StrEnum):
    """What a reading is for, as it is noted."""

    OF_ATTACHMENT = "of-attachment"
    """The purpose that the professional is attached for, as the attachment says it."""
    OWN_FAMILY = "own-family"
    EMERGENCY = "emergency"
    """Somebody had to see it at once, and told why."""
    SHARED = "shared-by-family"
    """That the family wants somebody who stands by it to know. INV-66."""
    OWN_GROUP = "own-group"
    """That one leads the group course, or takes part in it."""
    CASEWORK = "casework"
    CHOOSING = "choosing-help"
    """To know what help there is, and how others found it."""
    STEERING = "steering"
    """How the work goes over all families, for those who lead it."""
    OPERATION = "operation"
    """That our own services agree with each other."""


@dataclass(frozen=True)
class Row:
    """Callers of a kind who are this to a family read these kinds of data for this purpose."""

    role: Reader
    relation: Relation
    purpose: Purpose
    kinds: frozenset[Kind]


_SHARED = frozenset(
    (Kind.PLAN, Kind.SUMMARY, Kind.AS_OF, Kind.HISTORY, Kind.NEWS, Kind.TASKS, Kind.MEETING_PACK)
)
_COORDINATING = frozenset((Kind.CONTACT_MAP, Kind.INFORMED, Kind.MEASURES))

MATRIX = (
    Row(
        Reader.PROFESSIONAL,
        Relation.ATTACHED,
        Purpose.OF_ATTACHMENT,
        _SHARED | {Kind.ACKNOWLEDGEMENT},
    ),
    Row(Reader.PROFESSIONAL, Relation.TEAM, Purpose.OF_ATTACHMENT, _COORDINATING),
    Row(
        Reader.PROFESSIONAL,
        Relation.COORDINATOR,
        Purpose.OF_ATTACHMENT,
        _COORDINATING | {Kind.WORKLIST, Kind.CASE},
    ),
    Row(Reader.PROFESSIONAL, Relation.CASEWORKER, Purpose.OF_ATTACHMENT, frozenset({Kind.CASE})),
    Row(
        Reader.PROFESSIONAL,
        Relation.EMERGENCY,
        Purpose.EMERGENCY,
        frozenset((Kind.PLAN, Kind.CONTACT_MAP)),
    ),
    Row(
        Reader.PERSON,
        Relation.MEMBER,
        Purpose.OWN_FAMILY,
        _SHARED | _COORDINATING | {Kind.READ_LOG, Kind.CASE},
    ),
    Row(Reader.PERSON, Relation.SUPPORTER, Purpose.SHARED, frozenset((Kind.SHARED, Kind.SHARED_SUMMARY))),
    Row(Reader.PROFESSIONAL, Relation.FACILITATOR, Purpose.OWN_GROUP, frozenset({Kind.GROUP})),
    Row(Reader.PERSON, Relation.PARTICIPANT, Purpose.OWN_GROUP, frozenset({Kind.GROUP})),
    Row(
        Reader.PROFESSIONAL,
        Relation.NONE,
        Purpose.CASEWORK,
        frozenset((Kind.LACKING, Kind.PERSON_BY_ID, Kind.DEPARTMENTS, Kind.GUIDES)),
    ),
    *(
        Row(role, Relation.NONE, Purpose.CHOOSING, frozenset((Kind.OFFERS,)))
        for role in (Reader.PROFESSIONAL, Reader.PERSON)
    ),
    Row(Reader.PROFESSIONAL, Relation.IN_PROGRAMME, Purpose.STEERING, frozenset((Kind.PROGRAMME,))),
    Row(Reader.PROFESSIONAL, Relation.LEADS_DEPARTMENT, Purpose.STEERING, frozenset((Kind.PROGRAMME,))),
    Row(Reader.SERVICE, Relation.NONE, Purpose.OPERATION, frozenset((Kind.RIGHTS, Kind.EVENTS))),
    Row(Reader.OPERATIONS, Relation.NONE, Purpose.OPERATION, frozenset((Kind.STANDING,))),
    Row(Reader.LEADER, Relation.NONE, Purpose.STEERING, frozenset((Kind.OUTCOMES,))),
    Row(
        Reader.DASHBOARDS,
        Relation.NONE,
        Purpose.STEERING,
        frozenset((Kind.FIGURES, Kind.TOTALS, Kind.FRESHNESS)),
    ),
)
"""The rows add up: a coordinator is attached as well. Our own services read nobody's plan, dashboards nobody's words.

Of what is about no family in particular, contacts says further who is given which of it (`Families.ListLacking`)."""


def purpose_to_read(role: str, relations: Collection[Relation], kind: Kind) -> Purpose | None:
    """What somebody who is all this to a family reads this kind of data for. None: not at all."""
    granted = (
        row.purpose for row in MATRIX if row.role == role and row.relation in relations and kind in row.kinds
    )
    return next(granted, None)


def may_see_operations(role: str) -> bool:
    """Whether callers of a kind see how the installation stands."""
    return purpose_to_read(role, (Relation.NONE,), Kind.STANDING) is not None


def may_see_outcomes(role: str) -> bool:
    """Whether callers of a kind see how targets stand."""
    return purpose_to_read(role, (Relation.NONE,), Kind.OUTCOMES) is not None
