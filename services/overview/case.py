"""What the case rests on: where the family came from, its target group, paragraphs and consents, the offer of the model.

For those who coordinate or decide in the case, and for the family. P01, P49, T20, T25, X-01, Q14. Beside it what was asked
of the health service, never what it answered: of a member to the member and those who hold custody. R25, A16, P11, INV-50.
And who of those who stand by the family is shown what. INV-66.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from contracts.contacts.events import (
    ConsentExpired,
    ConsentGiven,
    ConsentWithdrawn,
    EligibilityDecided,
    EmergencyAccessTaken,
    FamilyAdmitted,
    FamilyClosed,
    FamilyNotAdmitted,
    FamilyReferred,
    LegalBasisEnded,
    LegalBasisRecorded,
    ModelAccepted,
    ModelDeclined,
    ModelOffered,
    SharedWithSupporter,
    SupporterAdded,
    SupporterLeft,
)
from contracts.plans.events import (
    HealthCoordinatorConsulted,
    HealthStatementAnswered,
    HealthStatementRequested,
)
from contracts.shapes import ActorKind, Event
from services.overview import custody
from services.overview.custody import in_the_care_of, members
from services.overview.one_meeting import day
from services.overview.tale import Happened

EVENTS: frozenset[type[Event]] = frozenset(
    (
        *custody.EVENTS,
        *(FamilyReferred, EligibilityDecided, LegalBasisRecorded, LegalBasisEnded),
        *(ModelOffered, ModelAccepted, ModelDeclined, FamilyAdmitted, FamilyNotAdmitted),
        *(ConsentGiven, ConsentWithdrawn, ConsentExpired, EmergencyAccessTaken),
        *(SupporterAdded, SupporterLeft, SharedWithSupporter, FamilyClosed),
        *(HealthCoordinatorConsulted, HealthStatementRequested, HealthStatementAnswered),
    )
)
"""What the document is made of: nothing else is opened for it."""
Rows = list[dict[str, Any]]


def document(tale: Sequence[Happened], reader_kind: str, reader: str) -> dict[str, Any]:
    """The case as this reader sees it. What was decided stands in the order in which it was; the last counts."""
    family = members(tale)
    own = frozenset(family) if reader_kind == ActorKind.PROFESSIONAL else in_the_care_of(family, reader)
    return {
        "referrals": _rows(tale, FamilyReferred, "programme", "source"),
        "eligibility": _rows(
            tale,
            EligibilityDecided,
            *("eligible", "codes", "reason", "unemployed_since", "programme_group"),
        ),
        "legal_bases": _ended(
            _rows(tale, LegalBasisRecorded, "legal_basis", "code", "person", "valid_from", "valid_to"),
            "legal_basis",
            {each.event.legal_basis: each for each in tale if isinstance(each.event, LegalBasisEnded)},
        ),
        "offer": [
            *_rows(tale, ModelOffered, answer="offered"),
            *_rows(tale, ModelAccepted, answer="accepted"),
            *_rows(tale, ModelDeclined, "reason", answer="declined"),
        ],
        "admission": [
            *_rows(tale, FamilyAdmitted, "programme", "visitation_date", admitted=True),
            *_rows(tale, FamilyNotAdmitted, "programme", "reason", admitted=False),
        ],
        "consents": _consents(tale),
        "emergency_access": _rows(tale, EmergencyAccessTaken, "professional", "name", "reason", "until"),
        "health": _health(tale, own),
        "shared": _shared(tale),
    }


def _rows(tale: Iterable[Happened], kind: type[Event], *names: str, **more: Any) -> Rows:
    """These fields of each such event, and the day on which it happened."""
    return [
        {**{name: getattr(each.event, name) for name in names}, **more, "on": day(each.occurred_at)}
        for each in tale
        if isinstance(each.event, kind)
    ]


def _ended(rows: Rows, name: str, ends: Mapping[Any, Happened]) -> Rows:
    """Each row with the day on which it was said to be over."""
    return [{**row, "ended_on": _day_of(ends.get(row[name]))} for row in rows]


def _day_of(ended: Happened | None) -> Any:
    if ended is None:
        return None
    said = ended.event
    return said.ended_on if isinstance(said, LegalBasisEnded) else day(ended.occurred_at)


def _consents(tale: Sequence[Happened]) -> Rows:
    """Who consented to what, for whom and how long; and whether it was taken back. X-01, X-02.

    Who gave it and never was of this family, a parent elsewhere, is named by no id. X-06.
    """
    known = members(tale)
    ends = {
        each.event.consent: each for each in tale if isinstance(each.event, ConsentWithdrawn | ConsentExpired)
    }
    withdrawn = {name for name, each in ends.items() if isinstance(each.event, ConsentWithdrawn)}
    what = ("consent", "person", "given_by", "department", "professional", "scope", "purpose")
    given = _rows(tale, ConsentGiven, *what, "valid_from", "valid_to")
    return [
        {
            **row,
            "given_by": [who for who in row["given_by"] if who in known],
            "given_elsewhere": any(who not in known for who in row["given_by"]),
            "withdrawn": row["consent"] in withdrawn,
        }
        for row in _ended(given, "consent", ends)
    ]


def _health(tale: Sequence[Happened], about: frozenset[str]) -> dict[str, Rows]:
    """Whom the health coordinator was asked about, and what became of each statement."""
    answers = {
        each.event.statement: each.event.outcome
        for each in tale
        if isinstance(each.event, HealthStatementAnswered)
    }
    asked = _rows(tale, HealthCoordinatorConsulted, "consultation", "health_coordinator", "person", "needed")
    wanted = _rows(tale, HealthStatementRequested, "statement", "consultation", "person", "purpose")
    return {
        "consultations": [row for row in asked if row["person"] in about],
        "statements": [
            {**row, "outcome": answers.get(row["statement"])} for row in wanted if row["person"] in about
        ],
    }


def _shared(tale: Iterable[Happened]) -> Rows:
    """What the family shares now, with whom, and who decided it. INV-66."""
    called: dict[str, str] = {}
    rows: dict[str, dict[str, Any]] = {}
    for each in tale:
        match each.event:
            case SupporterAdded() as event:
                called[event.supporter] = event.name
            case SharedWithSupporter() as event:
                rows[event.supporter] = {
                    "supporter": event.supporter,
                    "name": called.get(event.supporter),
                    "sections": event.sections,
                    "shared_by": event.shared_by,
                    "on": day(each.occurred_at),
                }
            case SupporterLeft() as event:
                rows.pop(event.supporter, None)
            case FamilyClosed():
                rows.clear()
            case _:
                pass
    return [row for row in rows.values() if row["sections"]]
