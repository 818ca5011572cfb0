"""The departments that take part, and who leads each, on a real store."""

from contracts.contacts.events import DepartmentRegistered
from eventkeep.keys import FileKeys
from services.contacts import department, professional
from services.contacts.departments import Led
from tests.stores.contacts_alone import BY_SOFIE, alone, registered
from tests.unit.family import AT, SOFIE, TOMAS


async def test_departments_are_listed_with_who_leads_them_now(dsn: str, keys: FileKeys) -> None:
    """R46, R47: the last that was said of each, also where events come again; whoever left leads nobody."""
    async with alone(dsn, keys) as contacts:
        await registered(contacts)
        for code, lead in (("social", TOMAS), ("health", None), ("social", SOFIE)):
            said = department.RegisterDepartment(by=BY_SOFIE, at=AT, department=code, lead=lead)
            await contacts.give(said)
        await contacts.settled()
        late = DepartmentRegistered(department="social", lead=TOMAS)
        await contacts.departments.note([(late, 1)])
        assert await contacts.departments.listed() == [Led("health"), Led("social", SOFIE, "N")]
        await contacts.give(professional.ProfessionalLeaves(by=BY_SOFIE, at=AT, professional=SOFIE))
        assert await contacts.departments.listed() == [Led("health"), Led("social", SOFIE)]
