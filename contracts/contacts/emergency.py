"""Who saw the plan in an emergency, without being attached. X-07."""

from typing import Annotated, ClassVar

from pydantic import AwareDatetime

from contracts.codes import DepartmentCode, ProfessionCode
from contracts.ids import FamilyId, ProfessionalId
from contracts.shapes import Event, Sealed


class EmergencyAccessTaken(Event):
    """Somebody who isn't attached sees the plan for some hours (nødadgang): the family and the coordinator are told. X-07.

    It is over at `until`, also without a further event.
    """

    wire: ClassVar[str] = "helhed.contacts.emergency-access-taken.v1"
    family: FamilyId
    professional: ProfessionalId
    name: Annotated[str, Sealed(of="professional")]
    department: DepartmentCode
    profession: ProfessionCode
    reason: Annotated[str, Sealed(of="family")]
    until: AwareDatetime


class EmergencyAccessEnded(Event):
    """It ended before its time was over. X-07."""

    wire: ClassVar[str] = "helhed.contacts.emergency-access-ended.v1"
    family: FamilyId
    professional: ProfessionalId


EmergencyEvent = EmergencyAccessTaken | EmergencyAccessEnded
"""What is said of it."""
