"""Who is in the family, who is attached to it, and who leads and coordinates: what contacts tells."""

from datetime import date

from pydantic import AwareDatetime

from contracts.codes import (
    CompetenceCode,
    DepartmentCode,
    FunctionCode,
    PlanChangeCode,
    ProfessionCode,
    ProgrammeCode,
)
from contracts.contacts.registers import Role
from contracts.ids import FamilyId, FocusAreaId, PersonId, ProfessionalId
from contracts.shapes import Opened, Part


class CaseShown(Part):
    """How the family's case stands."""

    closed: bool
    """The case is closed: nobody is attached any more."""
    model_started_on: date | None
    """The day from which the case runs by the model; null where the family hasn't accepted it, or declined."""
    programme: ProgrammeCode | None
    """The programme that the family was admitted to."""
    visitation_date: date | None
    """When the family was admitted, the first time."""


class PersonShown(Part):
    """Somebody who is or was of the family."""

    person: PersonId
    role: Role
    name: Opened
    """What he or she is called."""


class MemberShown(PersonShown):
    """A member of the family (familiemedlem)."""

    address_protected: bool
    """His or her address is protected. X-06."""


class ProfessionalShown(Part):
    """A professional who is or was attached to the family."""

    professional: ProfessionalId
    name: Opened
    """What he or she is called."""
    department: DepartmentCode
    profession: ProfessionCode


class AttachedShown(ProfessionalShown):
    """A professional who is attached, with what he or she does here and can do (tilknyttet). M10."""

    function: FunctionCode | None
    competences: tuple[CompetenceCode, ...]
    on_team: bool
    """He or she is on the coordination team."""


class EmergencyShown(ProfessionalShown):
    """Somebody who saw the plan in an emergency, without being attached (nødadgang). X-07."""

    until: AwareDatetime
    ended: bool
    """It ended before its time was over."""


class DeputyShown(Part):
    """Who stands in for the coordinator, and on which days (stedfortræder). No clock: the days are to be looked at."""

    professional: ProfessionalId
    valid_from: date
    valid_to: date


class PeopleShown(Part):
    """Who is in the family and who is attached to it. Lists stand in the order in which people came."""

    family: FamilyId
    case: CaseShown
    members: tuple[MemberShown, ...]
    former_members: tuple[PersonShown, ...]
    """Those who belong to the family no more: goals and meetings go on naming them. Where they moved isn't told. X-06."""
    attached: tuple[AttachedShown, ...]
    formerly_attached: tuple[ProfessionalShown, ...]
    """Those who are attached no more: goals and meetings go on naming them."""
    emergency_access: tuple[EmergencyShown, ...]
    team: tuple[ProfessionalId, ...]
    """The coordination team (koordinationsteam). INV-10."""
    team_since: date | None
    """Since when the team stands. P48."""
    team_review_due: PlanChangeCode | None
    """What moved the plan, so that the team is to be looked at again; null where nothing did since. INV-47."""
    focus_areas_without_team_member: tuple[FocusAreaId, ...]
    """Those that nobody on the team works with, when it was looked at last. INV-47."""
    coordinator: ProfessionalId | None
    """The coordinator (tværfaglig koordinator); null where there is none. INV-01."""
    coordinator_chosen: ProfessionalId | None
    """Whom the family chose, who hasn't accepted yet. INV-03."""
    deputy: DeputyShown | None
    primary_contact: ProfessionalId | None
    """The family's primary contact (primær kontaktperson); null where there is none. INV-05."""
