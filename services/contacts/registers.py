"""The registers of persons and professionals, read for decisions about a family."""

import asyncio
from collections.abc import Iterable
from typing import Any

from contracts.ids import PersonId, ProfessionalId
from eventkeep import vector
from eventkeep.cloudevent import decode
from eventkeep.codec import Vocabulary
from eventkeep.handle import Facts, FactsOf
from eventkeep.keys import Keys
from eventkeep.sealing import open_all
from eventkeep.store import Store, read_stream
from services.contacts import person, professional
from services.contacts.domain import (
    AddFamilyMember,
    AttachProfessional,
    Known,
    KnownPerson,
    KnownProfessional,
    RegisterFamily,
)


class Registers:
    """What the registers say of those whom a command names, beside the reference copy's facts."""

    def __init__(self, store: Store, vocabulary: Vocabulary, keys: Keys, references: FactsOf) -> None:
        self._store, self._vocabulary, self._keys, self._references = store, vocabulary, keys, references

    async def __call__(self, command: Any, wanted: vector.Vector, deadline: float | None) -> Facts:
        """The facts for a command. Raises Refused as the reference copy does."""
        facts, known = await asyncio.gather(self._references(command, wanted, deadline), self._known(command))
        return Facts(known, facts.causes)

    async def _known(self, command: Any) -> Known:
        match command:
            case RegisterFamily():
                return Known(persons=await self._persons(command.members))
            case AddFamilyMember():
                return Known(persons=await self._persons([command.person]))
            case AttachProfessional():
                return Known(professionals=await self._professionals([command.professional]))
            case _:
                return Known()

    async def _persons(self, ids: Iterable[PersonId]) -> dict[str, KnownPerson]:
        found: dict[str, KnownPerson] = {}
        for each in ids:
            state = await self._folded(f"person/{each}", person.State(), person.evolve)
            if state.name is not None:
                found[each] = KnownPerson(await self._opened(state.name), state.role)
        return found

    async def _professionals(self, ids: Iterable[ProfessionalId]) -> dict[str, KnownProfessional]:
        found: dict[str, KnownProfessional] = {}
        for each in ids:
            state = await self._folded(f"professional/{each}", professional.State(), professional.evolve)
            if state.name is not None:
                name = await self._opened(state.name)
                found[each] = KnownProfessional(name, state.department, state.profession)
        return found

    async def _folded(self, stream: str, state: Any, evolve: Any) -> Any:
        async for stored in read_stream(self._store, stream):
            event = self._vocabulary.read(decode(stored.value))
            state = state if event is None else evolve(state, event)
        return state

    async def _opened(self, sealed: str) -> str:
        [opened] = await open_all(self._keys, [sealed])
        return str(opened)
