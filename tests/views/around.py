"""What contacts told of the invented family."""

from contracts.contacts.events import (
    CoordinationTeamEstablished,
    CoordinatorChosen,
    FamilyClosed,
    FamilyEvent,
    FamilyMemberAdded,
    FamilyMemberChanged,
    FamilyMemberLeft,
    FamilyRegistered,
    HouseholdMerged,
    HouseholdSplit,
    Member,
    PrimaryContactDesignated,
    ProfessionalAttached,
    ProfessionalDetached,
    Role,
)
from contracts.ids import FamilyId, PersonId
from tests.unit.family import ANNA, BO, CLARA, FAMILY, HOME_LAW, REGISTERED, SOFIE, TOMAS, ULLA, numbered

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

OTHER_HOME, OTHER_HOLDER = numbered(FamilyId, 77), numbered(PersonId, 78)
_BO = Member(
    person=BO,
    role=Role.YOUNG,
    name="Bo Example",
    custody=(ANNA, OTHER_HOLDER),
    protected=True,
    set_here=True,
)
TWO_HOMES: tuple[FamilyEvent, ...] = (
    FamilyRegistered(family=FAMILY, members=REGISTERED.members, split_from=OTHER_HOME),
    FamilyMemberAdded(family=FAMILY, member=_BO),
    FamilyMemberChanged(family=FAMILY, member=_BO),
    HouseholdSplit(family=FAMILY, into=OTHER_HOME, moved=(BO,), shared=(ANNA,)),
    FamilyMemberLeft(family=FAMILY, person=BO, reason="household-split", moved_to=OTHER_HOME),
    HouseholdMerged(family=FAMILY, merged=OTHER_HOME),
    FamilyClosed(family=FAMILY, reason="merged", continued_in=OTHER_HOME, handover="An address."),
)
"""One home of two. Nothing that anybody attached is shown may lead to the other. X-06."""
LEADS_ELSEWHERE = (OTHER_HOME, OTHER_HOLDER, "An address.", "household-split")
