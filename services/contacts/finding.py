"""Whose family it is that a department's system speaks of: found by our id of a person, or by the system's own. X-05.

The same answer for nobody, for somebody unknown and for a family that nobody of the department is attached to.
"""

from contracts.ids import Id, PersonId
from eventkeep.handle import Handle
from eventkeep.refused import Refused
from services.contacts import external
from services.contacts.state import State
from services.contacts.whereabouts import Whereabouts
from services.inbox_subject import Found


class Finding:
    """Looks into the registers and the families themselves."""

    def __init__(self, secret: bytes, externals: Handle, families: Handle, whereabouts: Whereabouts) -> None:
        self._secret, self._externals, self._families = secret, externals, families
        self._whereabouts = whereabouts

    async def family(self, department: str, system: str, value: str) -> Found:
        """The one open family of this person that somebody of the department is attached to. Raises Refused."""
        person = await self._person(system, value)
        found = await self._whereabouts.families_of(Id(person)) if person else []
        states = [(each, await self._families.state(f"family/{each}")) for each in found]
        theirs = [
            Found(family, person)
            for family, state in states
            if person and person in state.members and not state.closed and _attached(state, department)
        ]
        if len(theirs) > 1:
            raise Refused(
                "family_ambiguous",
                "The person belongs to more than one family that the department is attached to.",
                "INV-58",
                "Name the family by its id.",
                danish="Personen hører til flere familier, som afdelingen er tilknyttet.",
                danish_next="Angiv familien med dens id.",
            )
        if not theirs:
            raise Refused(
                "family_not_found",
                "Nobody of this department is attached to a family of a person with this id.",
                "INV-58",
                "Link the id to the person, or have somebody attached to the family.",
                danish="Ingen fra afdelingen er tilknyttet en familie med en person med dette id.",
                danish_next="Knyt id'et til personen, eller få en fra afdelingen tilknyttet familien.",
            )
        return theirs[0]

    async def _person(self, system: str, value: str) -> PersonId | None:
        if not system:
            return PersonId(value)
        state = await self._externals.state(f"external/{external.external_id(self._secret, system, value)}")
        named: PersonId | None = state.person
        return named


def _attached(state: State, department: str) -> bool:
    return any(each.department == department for each in state.attached.values())
