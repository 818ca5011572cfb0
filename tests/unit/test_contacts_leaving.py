"""What ends when somebody is detached, a basis is over or a consent is taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from contracts.contacts.events import (
    AttachmentExpired,
    ConsentExpired,
    ConsentWithdrawn,
    ContactEnded,
    ContactKind,
    ContactStarted,
    CoordinatorVacated,
    Employer,
    FamilyClosed,
    FamilyEvent,
    PrimaryContactVacated,
    ProfessionalDetached,
    TeamMemberRemoved,
)
from contracts.shapes import Command
from services.contacts.domain import may_read
from tests.unit.contacts_commands import (
    ATTACH,
    DETACH,
    DETACH_LEAVER,
    EXPIRE,
    EXPIRE_CONSENT,
    FOLLOW_PROFESSIONAL,
    WITHDRAW,
)
from tests.unit.contacts_story import (
    BY_CONSENT,
    CHOSEN,
    CONSENT,
    CONSENTED,
    DAY,
    DOCTOR,
    ESTABLISHED,
    KNOWN,
    LED,
    SOCIAL,
    TEACHER,
    TEAM,
    THREE_ATTACHED,
    TRUSTED,
    but,
    by,
    state_of,
    the_family,
)
from tests.unit.family import (
    ANNA,
    FAMILY,
    HOME_LAW,
    PASSER_BY,
    REGISTERED,
    SOFIE,
    TOMAS,
    ULLA,
    attached,
)

CLOSED = FamilyClosed(family=FAMILY, reason="moved")
DETACHED = ProfessionalDetached(family=FAMILY, professional=SOFIE, reason="left", detached_on=DAY)
LEFT = TeamMemberRemoved(family=FAMILY, professional=SOFIE)
VACATED = CoordinatorVacated(family=FAMILY, professional=SOFIE)
UNTRUSTED = PrimaryContactVacated(family=FAMILY, professional=SOFIE)
ENDED = HOME_LAW.model_copy(update={"valid_to": date(2024, 2, 29)})
FOR_A_WHILE = attached(SOFIE).model_copy(update={"basis": ENDED})
TEACHING = attached(TOMAS).model_copy(
    update={"basis": BY_CONSENT, "department": "school", "profession": "teacher"}
)


@pytest.mark.parametrize(
    ("before", "events"),
    [
        ((), (DETACHED,)),
        ((ESTABLISHED,), (LEFT, DETACHED)),
        ((ESTABLISHED, CHOSEN, TRUSTED), (VACATED, LEFT, UNTRUSTED, DETACHED)),
    ],
    ids=["informed", "on the team", "coordinator and primary contact"],
)
def test_who_is_detached_leaves_every_place(
    before: tuple[FamilyEvent, ...], events: tuple[FamilyEvent, ...]
) -> None:
    """R11, INV-01, INV-05, INV-38."""
    gone = the_family(*THREE_ATTACHED, *before).when(DETACH).then(*events)
    gone.when(DETACH).refused("not_around_family")
    gone.when(but(DETACH, by=by(ULLA))).refused("professional_not_attached")


def test_contacts_end_with_the_attachment() -> None:
    """INV-07: the number is always known."""
    called = ContactStarted(family=FAMILY, professional=SOFIE, kind=ContactKind.DIRECT, contacts=1)
    ended = ContactEnded(
        family=FAMILY, professional=SOFIE, kind=ContactKind.DIRECT, reason="detached", contacts=0
    )
    the_family(attached(SOFIE), called).when(DETACH).then(ended, DETACHED)


def test_whoever_left_the_municipality_is_detached_wherever_that_is() -> None:
    """R11, INV-38: once, and nowhere else."""
    left = ProfessionalDetached(
        family=FAMILY, professional=SOFIE, reason="left-municipality", detached_on=DAY
    )
    the_family(*LED).when(DETACH_LEAVER).then(VACATED, LEFT, UNTRUSTED, left).when(DETACH_LEAVER).then()


def test_another_department_follows_whoever_is_attached() -> None:
    """R11, X-01: a consent that covers neither any more ends the attachment."""
    known = replace(KNOWN, professionals={SOFIE: TEACHER, TOMAS: SOCIAL})
    moved = attached(SOFIE).model_copy(update={"department": "school", "profession": "teacher"})
    the_family(attached(SOFIE)).with_known(known).when(FOLLOW_PROFESSIONAL).then(moved)
    gone = ProfessionalDetached(
        family=FAMILY, professional=TOMAS, reason="consent-of-another", detached_on=DAY
    )
    follow_tomas = but(FOLLOW_PROFESSIONAL, professional=TOMAS)
    the_family(CONSENTED, TEACHING).with_known(known).when(follow_tomas).then(gone)
    the_family().with_known(known).when(FOLLOW_PROFESSIONAL).then()


def test_what_somebody_can_do_is_known_around_the_family() -> None:
    """M10: as the register says it, when he or she is attached and whenever it changes."""
    coach = replace(SOCIAL, competences=("certified-coach",))
    known = replace(KNOWN, professionals={SOFIE: coach})
    event = attached(SOFIE).model_copy(update={"competences": ("certified-coach",)})
    the_family().with_known(known).when(ATTACH).then(event)
    the_family(attached(SOFIE)).with_known(known).when(FOLLOW_PROFESSIONAL).then(event)


def test_a_basis_that_is_over_ends_the_attachment_and_every_place() -> None:
    """X-01, INV-01, INV-05: said once, by the clock."""
    expired = AttachmentExpired(family=FAMILY, professional=SOFIE, due_on=date(2024, 2, 29))
    over = the_family(*LED, FOR_A_WHILE).when(EXPIRE).then(VACATED, LEFT, UNTRUSTED, expired)
    over.when(EXPIRE).then()
    the_family(attached(SOFIE)).when(EXPIRE).then()
    early = but(EXPIRE, at=datetime(2024, 2, 29, 22, 59, tzinfo=UTC))
    the_family(FOR_A_WHILE).when(early).then()


def test_a_consent_ends_what_leans_on_it_at_once() -> None:
    """X-01: in the same decision; who is there by law stays."""
    withdrawn = ConsentWithdrawn(family=FAMILY, consent=CONSENT, withdrawn_by=ANNA)
    gone = ProfessionalDetached(
        family=FAMILY, professional=TOMAS, reason="consent-withdrawn", detached_on=DAY
    )
    off = TeamMemberRemoved(family=FAMILY, professional=TOMAS)
    told = (CONSENTED, attached(SOFIE), TEACHING, ESTABLISHED)
    the_family(*told).when(WITHDRAW).then(withdrawn, off, gone).when(WITHDRAW).then()
    over = but(EXPIRE_CONSENT, at=datetime(2025, 1, 1, 12, 0, tzinfo=UTC))
    last = date(2024, 12, 31)
    ended = ConsentExpired(family=FAMILY, consent=CONSENT, due_on=last)
    expired = AttachmentExpired(family=FAMILY, professional=TOMAS, due_on=last)
    the_family(*told).when(over).then(ended, off, expired).when(over).then()
    the_family(*told).when(EXPIRE_CONSENT).then()


def test_who_may_read_is_who_is_attached_with_a_basis_in_force() -> None:
    """X-01, INV-38: on the team or not; detached, expired, withdrawn or closed is no."""
    reads = state_of(REGISTERED, *TEAM)
    assert may_read(reads, SOFIE, DAY)
    assert may_read(reads, ULLA, DAY)
    assert not may_read(reads, PASSER_BY, DAY)
    assert not may_read(reads, ANNA, DAY)
    assert not may_read(reads, SOFIE, date(2023, 12, 31))
    assert not may_read(state_of(*TEAM, DETACHED), SOFIE, DAY)
    assert not may_read(state_of(*TEAM, FOR_A_WHILE), SOFIE, DAY)
    assert may_read(state_of(CONSENTED, TEACHING), TOMAS, DAY)
    assert not may_read(state_of(CONSENTED, TEACHING), TOMAS, date(2025, 1, 1))
    withdrawn = ConsentWithdrawn(family=FAMILY, consent=CONSENT, withdrawn_by=ANNA)
    assert not may_read(state_of(CONSENTED, TEACHING, withdrawn), TOMAS, DAY)
    assert not may_read(state_of(*TEAM, CLOSED), SOFIE, DAY)


def test_only_those_attached_attach_and_detach() -> None:
    """INV-40, INV-63: a passer-by of the staff, while others are attached, changes nothing."""
    commands: tuple[Command, ...] = (ATTACH, DETACH)
    for command in commands:
        the_family(*THREE_ATTACHED).when(but(command, by=by(PASSER_BY))).refused("not_around_family")


def test_employer_comes_from_the_register() -> None:
    """INV-10: the GP is attached as what he or she is."""
    known = replace(KNOWN, professionals={SOFIE: DOCTOR})
    gp = attached(SOFIE).model_copy(
        update={"department": "practice", "profession": "doctor", "employer": Employer.OTHER}
    )
    the_family().with_known(known).when(ATTACH).then(gp)
