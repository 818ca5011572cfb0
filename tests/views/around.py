"""What contacts told of the invented family."""

from contracts.contacts.events import (
    CoordinationTeamEstablished,
    CoordinatorChosen,
    FamilyEvent,
    FamilyMemberAdded,
    Member,
    PrimaryContactDesignated,
    ProfessionalAttached,
    ProfessionalDetached,
    Role,
)
from tests.unit.family import ANNA, CLARA, FAMILY, HOME_LAW, REGISTERED, SOFIE, TOMAS, ULLA

SOFIE_ATTACHED, TOMAS_ATTACHED, ULLA_ATTACHED = (
    ProfessionalAttached(
        family=FAMILY,
        professional=who,
        name=name,
        department=department,
        profession=profession,
        purpose="coordination",
        basis=HOME_LAW,
    )
    for who, name, department, profession in (
        (SOFIE, "sealed.1.sofie.e2.name.c29maWU=", "social", "social worker"),
        (TOMAS, "Tomas Example", "school", "teacher"),
        (ULLA, "Ulla Example", "health", "health visitor"),
    )
)
TOMAS_DETACHED = ProfessionalDetached(family=FAMILY, professional=TOMAS, reason="new school")

CONTACTS: tuple[FamilyEvent, ...] = (
    REGISTERED,
    SOFIE_ATTACHED,
    TOMAS_ATTACHED,
    ULLA_ATTACHED,
    CoordinationTeamEstablished(family=FAMILY, members=(SOFIE,), pre_meeting_waived="Known for years."),
    CoordinatorChosen(family=FAMILY, professional=SOFIE, chosen_by=(ANNA,)),
    PrimaryContactDesignated(family=FAMILY, professional=ULLA),
    FamilyMemberAdded(
        family=FAMILY,
        member=Member(person=CLARA, role=Role.CHILD, name="Clara Example"),
    ),
    TOMAS_DETACHED,
)
