"""What a decision about a family needs beside its stream: the registers, other families, the reference copy."""

import asyncio
from collections.abc import Iterable
from datetime import date
from typing import Any

from contracts.contacts.events import Basis, BasisKind, Member
from contracts.ids import FamilyId, PersonId, ProfessionalId
from eventkeep import vector
from eventkeep.codec import Vocabulary
from eventkeep.handle import Facts, FactsOf
from eventkeep.keys import Keys
from eventkeep.sealing import FORGOTTEN, open_all
from eventkeep.states import States
from eventkeep.store import Store
from services.contacts import domain, external, person, professional
from services.contacts.attachments import AttachProfessional, FollowProfessional
from services.contacts.colleagues import RequestConsultation
from services.contacts.consents import GiveConsent
from services.contacts.eligibility import EndLegalBasis, RecordLegalBasis
from services.contacts.emergency import TakeEmergencyAccess
from services.contacts.households import JoinHousehold, MergeHousehold, OpenHousehold, SplitHousehold
from services.contacts.members import AddFamilyMember, ChangeFamilyMember, FollowPerson, RegisterFamily
from services.contacts.requests import RequestContact
from services.contacts.state import Known, KnownPerson, KnownProfessional, State, Thresholds
from services.contacts.team import EstablishTeam, ReviewTeam
from services.contacts.visitation import AdmitFamily, DeclineAdmission

_CACHED = 20_000


class Registers:
    """What the registers say of those whom a command names, beside the reference copy's facts.

    `fresh` facts of the others are as young as a hard rule demands; `any_age` is enough where no rule leans on them.
    """

    def __init__(
        self,
        store: Store,
        vocabulary: Vocabulary,
        keys: Keys,
        fresh: FactsOf,
        any_age: FactsOf,
        thresholds: Thresholds,
    ) -> None:
        self._keys = keys
        self._people = States(person.State, person.evolve, vocabulary, store, _CACHED)
        self._staff = States(professional.State, professional.evolve, vocabulary, store, _CACHED)
        self._cases = States(State, domain.evolve, vocabulary, store, _CACHED)
        self._fresh, self._any_age, self._thresholds = fresh, any_age, thresholds

    async def __call__(self, command: Any, wanted: vector.Vector, deadline: float | None) -> Facts:
        """The facts for a command. Raises Refused as the reference copy does."""
        references = self._fresh if _leans_on_others(command) else self._any_age
        facts, (persons, professionals, families) = await asyncio.gather(
            references(command, wanted, deadline), self._named(command)
        )
        known = Known(persons, professionals, families, facts.known, self._thresholds)
        return Facts(known, facts.causes)

    async def _named(
        self, command: Any
    ) -> tuple[dict[str, KnownPerson], dict[str, KnownProfessional], dict[str, State]]:
        families: dict[str, State] = {}
        persons: Iterable[PersonId] = ()
        professionals: Iterable[ProfessionalId] = ()
        match command:
            case RegisterFamily():
                persons = command.members
            case AddFamilyMember() | ChangeFamilyMember():
                others = (await self.family(command.family)).members
                persons = (command.person, *command.custody, *others)
            case FollowPerson():
                persons = (command.person,)
            case OpenHousehold():
                families, persons = await self._families(command.split_from), command.persons
            case JoinHousehold():
                families = await self._families(command.merged)
                others = (await self.family(command.family)).members
                persons = (*families[command.merged].members, *others)
            case SplitHousehold() | MergeHousehold():
                families = await self._families(command.into)
            case GiveConsent(person=None):
                persons = (await self.family(command.family)).members
            case GiveConsent(person=PersonId() as person_id):
                persons = (person_id,)
            case RecordLegalBasis() | EndLegalBasis():
                professionals = (await self.family(command.family)).attached
            case AttachProfessional(basis=Basis(kind=BasisKind.CONSENT)):
                persons = (await self.family(command.family)).members
                professionals = (command.professional,)
            case AttachProfessional() | FollowProfessional() | TakeEmergencyAccess():
                professionals = (command.professional,)
            case RequestContact():
                professionals = (command.professional,)
            case RequestConsultation():
                professionals = (command.consultant,)
            case AdmitFamily() | DeclineAdmission():
                professionals = command.deciders
        return await self._persons(persons), await self._professionals(professionals), families

    async def registered(
        self, command: external.Link, wanted: vector.Vector, deadline: float | None
    ) -> Facts:
        """Whether the register has the person whom an id is linked to. R05."""
        return Facts(await self.person(command.person) is not None, {})

    async def person(self, person_id: PersonId) -> KnownPerson | None:
        """A person as the register knows them now."""
        state = (await self._people.newest(f"person/{person_id}")).state
        if state.name is None:
            return None
        name, born = await open_all(self._keys, [state.name, state.born or ""])
        return KnownPerson(
            name,
            state.role,
            date.fromisoformat(born) if born not in ("", FORGOTTEN) else None,
            state.protected,
        )

    async def professional(self, professional_id: ProfessionalId) -> KnownProfessional | None:
        """A professional as the register knows them now."""
        state = (await self._staff.newest(f"professional/{professional_id}")).state
        if state.name is None:
            return None
        [name] = await open_all(self._keys, [state.name])
        return KnownProfessional(
            name, state.department, state.profession, state.employer, state.left, state.competences
        )

    async def family(self, family: FamilyId) -> State:
        """A family as it stands now."""
        found: State = (await self._cases.newest(f"family/{family}")).state
        return found

    async def differs(self, member: Member) -> bool:
        """Whether the register says otherwise of a member: another name, day of birth, or protection. R05, X-06."""
        known = await self.person(member.person)
        if known is None:
            return False
        name, born = await open_all(self._keys, [member.name, member.born or ""])
        born_otherwise = known.born is not None and born != known.born.isoformat()
        return born_otherwise or (name, member.protected) != (known.name, known.protected)

    async def _families(self, family: FamilyId) -> dict[str, State]:
        return {family: await self.family(family)}

    async def _persons(self, ids: Iterable[PersonId]) -> dict[str, KnownPerson]:
        named = [*dict.fromkeys(ids)]
        found = zip(named, await asyncio.gather(*map(self.person, named)), strict=True)
        return {each: known for each, known in found if known is not None}

    async def _professionals(self, ids: Iterable[ProfessionalId]) -> dict[str, KnownProfessional]:
        named = [*dict.fromkeys(ids)]
        found = zip(named, await asyncio.gather(*map(self.professional, named)), strict=True)
        return {each: known for each, known in found if known is not None}


def _leans_on_others(command: Any) -> bool:
    """Rules that rest on what meetings and plans said: a meeting held, the plan's focus areas. INV-11, INV-47, INV-51."""
    match command:
        case EstablishTeam():
            return command.pre_meeting_waived is None
        case AdmitFamily():
            return command.meeting is not None
        case _:
            return isinstance(command, ReviewTeam)
