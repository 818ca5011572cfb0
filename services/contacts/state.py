"""The family as contacts knows it: the state that every decision about it is made on."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from contracts.contacts.events import ProfessionalAttached, Role
from contracts.ids import PersonId, ProfessionalId
from eventkeep.refused import Refused


@dataclass(frozen=True)
class KnownPerson:
    """What the register of persons says, opened for this decision."""

    name: str
    role: Role


@dataclass(frozen=True)
class KnownProfessional:
    """What the register of professionals says, opened for this decision."""

    name: str
    department: str
    profession: str


@dataclass(frozen=True)
class Known:
    """Facts from the registers that a command needs."""

    persons: Mapping[str, KnownPerson] = field(default_factory=dict)
    professionals: Mapping[str, KnownProfessional] = field(default_factory=dict)


@dataclass(frozen=True)
class State:
    """The family as contacts knows it."""

    registered: bool = False
    members: Mapping[PersonId, Role] = field(default_factory=dict)
    attached: Mapping[ProfessionalId, ProfessionalAttached] = field(default_factory=dict)
    team: frozenset[ProfessionalId] | None = None
    coordinator: ProfessionalId | None = None
    primary_contact: ProfessionalId | None = None
    known: Known = field(default_factory=Known)


def require_attached(state: State, professional: ProfessionalId) -> None:
    """INV-10: a place around the family is for those attached to it."""
    if professional not in state.attached:
        raise Refused(
            "professional_not_attached",
            "This professional is not attached to the family.",
            "INV-10",
            "Attach the professional first.",
        )
