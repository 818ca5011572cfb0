"""Contacts without its edge, on a store of its own: commands are given, and what follows is waited for."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import services.contacts
from contracts.contacts.events import Role
from contracts.ids import FamilyId, PersonId, ProfessionalId
from contracts.shapes import Actor, ActorKind
from eventkeep import vector
from eventkeep.edge.call import Call, Caller
from eventkeep.handle import Decider, Facts, Handle
from eventkeep.keys import FileKeys
from eventkeep.migrate import SQL, migrate
from eventkeep.pg import pool
from eventkeep.postgres_store import PostgresStore
from eventkeep.react_to_own import OwnReactions
from eventkeep.refused import Refused
from eventkeep.token import Tokens
from services.contacts import department, domain, person, professional
from services.contacts.attachments import AttachProfessional
from services.contacts.departments import Departments
from services.contacts.lacking import Lacking
from services.contacts.members import RegisterFamily
from services.contacts.reactions import OwnEvents
from services.contacts.reference import REFERENCE, Others
from services.contacts.registers import Registers
from services.contacts.state import State, Thresholds
from services.contacts.whereabouts import Whereabouts
from services.words import VOCABULARIES
from tests.stores.databases import connected, until
from tests.unit.family import ANNA, AT, BO, CLARA, HOME_LAW, SOFIE, TOMAS, numbered

WORDS = VOCABULARIES["contacts"]
ME = Caller("service", "contacts", None, 0.0)
BY_SOFIE = Actor(kind=ActorKind.PROFESSIONAL, id=SOFIE)
NEW_FAMILY, THIRD = numbered(FamilyId, 2), numbered(FamilyId, 3)
FAMILIES = Decider(domain.State, domain.decide, domain.evolve)
TOKENS = Tokens(b"a secret of at least 32 bytes.....")
FOLDER = Path(services.contacts.__file__).parent / "sql"


async def nothing_of_others(command: Any, wanted: vector.Vector, deadline: float | None) -> Facts:
    """The others have said nothing."""
    return Facts(Others(), {})


@dataclass
class Contacts:
    """Contacts without its edge, on a store of its own."""

    dsn: str
    store: PostgresStore
    keys: FileKeys
    registers: Registers
    whereabouts: Whereabouts
    lacking: Lacking
    departments: Departments
    handles: dict[str, Handle] = field(default_factory=dict)

    def handle(self, decider: Decider, facts: Any = None) -> Handle:
        """A handle of one kind of stream."""
        return Handle("contacts", decider, WORDS, self.store, self.keys, TOKENS, facts)

    async def give(self, command: Any, by: Actor = BY_SOFIE) -> None:
        """Gives a command, under a new id."""
        caller = Caller(by.kind.value, by.id, None, 0.0)
        call = Call("", caller, datetime.now(UTC), command_id=str(uuid.uuid4()))
        await self.handles[command.stream](command, call)

    async def settled(self) -> None:
        """Waits until every event was reacted to."""

        async def done() -> Any:
            async with connected(self.dsn) as connection:
                return await connection.fetchval(
                    "select (select max(position) from events) = (select position from own_reactions)"
                )

        await until(done)

    async def family(self, family: FamilyId) -> State:
        """The family as it stands."""
        found: State = await self.handles["family"].state(f"family/{family}")
        return found


@asynccontextmanager
async def alone(dsn: str, keys: FileKeys, parked: Collection[FamilyId] = ()) -> AsyncIterator[Contacts]:
    """Contacts with its reactions to what it says itself, which are refused for families as long as they are `parked`."""
    async with connected(dsn) as connection:
        for folder in (SQL / "journal", FOLDER):
            await migrate(connection, folder)
    connections = await pool(dsn, 4)
    store = PostgresStore(connections, dsn)
    registers = Registers(store, WORDS, keys, nothing_of_others, nothing_of_others, Thresholds())
    lacking = Lacking(connections, registers.family)
    contacts = Contacts(
        dsn,
        store,
        keys,
        registers,
        Whereabouts(connections),
        lacking,
        Departments(connections, registers.professional),
    )
    contacts.handles |= {
        "family": contacts.handle(FAMILIES, registers),
        "person": contacts.handle(Decider(person.State, person.decide, person.evolve)),
        "professional": contacts.handle(
            Decider(professional.State, professional.decide, professional.evolve)
        ),
        "department": contacts.handle(Decider(department.State, department.decide, department.evolve)),
    }
    own = OwnEvents(WORDS, contacts.whereabouts, lacking, contacts.departments, registers)

    async def family(command: Any, call: Call) -> None:
        if command.family in parked:
            raise Refused("reference_parked", "What others said of the family stands still.")
        await contacts.handles["family"](command, call)

    reacting = OwnReactions(connections, store, REFERENCE, own, family, ME, poll=0.02, note=own.note)
    running = asyncio.ensure_future(reacting.run())
    yield contacts
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    store.close()
    connections.terminate()


async def registered(contacts: Contacts, *families: Sequence[PersonId]) -> None:
    """Three persons and two professionals are registered; families with these members."""
    for who, role in ((ANNA, Role.ADULT), (BO, Role.ADULT), (CLARA, Role.CHILD)):
        await contacts.give(
            person.RegisterPerson(
                by=BY_SOFIE, at=AT, person=who, role=role, name="A Name", born=date(2001, 1, 1)
            )
        )
    for each, colleague in ((SOFIE, TOMAS), (TOMAS, SOFIE)):
        await contacts.give(
            professional.RegisterProfessional(
                by=Actor(kind=ActorKind.PROFESSIONAL, id=colleague),
                at=AT,
                professional=each,
                department="social",
                profession="social-worker",
                name="N",
            )
        )
    for number, members in enumerate(families, 1):
        family = numbered(FamilyId, number)
        await contacts.give(RegisterFamily(by=BY_SOFIE, at=AT, family=family, members=tuple(members)))
    await contacts.settled()


def attach(who: ProfessionalId, family: FamilyId) -> AttachProfessional:
    """Somebody is attached by law."""
    return AttachProfessional(
        by=BY_SOFIE, at=AT, family=family, professional=who, purpose="coordination", basis=HOME_LAW
    )
