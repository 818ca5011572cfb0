"""What contacts says reaches every family: protection, households, somebody who left. On a real store."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

import services.contacts
from contracts.contacts.events import FamilyMemberAdded, FamilyMemberLeft, Member, Role
from contracts.ids import FamilyId, PersonId, ProfessionalId
from contracts.shapes import Actor, ActorKind
from eventkeep import vector
from eventkeep.edge.call import Call, Caller
from eventkeep.handle import Decider, Facts, Handle
from eventkeep.keys import FileKeys
from eventkeep.migrate import SQL, migrate
from eventkeep.pg import pool
from eventkeep.postgres_store import PostgresStore
from eventkeep.react import OwnReactions
from eventkeep.refused import Refused
from eventkeep.token import Tokens
from services.contacts import domain, person, professional
from services.contacts.attachments import AttachProfessional, DetachProfessional
from services.contacts.households import MergeHousehold, SplitHousehold
from services.contacts.members import AddFamilyMember, ChangeFamilyMember, RegisterFamily
from services.contacts.reactions import OwnEvents
from services.contacts.reference import REFERENCE, Others
from services.contacts.registers import Registers
from services.contacts.state import State, Thresholds
from services.contacts.whereabouts import Whereabouts
from services.words import VOCABULARIES
from tests.stores.databases import connected, until
from tests.unit.family import ANNA, AT, BO, CLARA, FAMILY, HOME_LAW, SOFIE, TOMAS, numbered

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


@pytest_asyncio.fixture
async def contacts(dsn: str, keys: FileKeys) -> AsyncIterator[Contacts]:
    """Contacts with its reactions to what it says itself."""
    async with connected(dsn) as connection:
        for folder in (SQL / "journal", FOLDER):
            await migrate(connection, folder)
    connections = await pool(dsn, 4)
    store = PostgresStore(connections, dsn)
    registers = Registers(store, WORDS, keys, nothing_of_others, nothing_of_others, Thresholds())
    contacts = Contacts(dsn, store, keys, registers, Whereabouts(connections))
    contacts.handles |= {
        "family": contacts.handle(FAMILIES, registers),
        "person": contacts.handle(Decider(person.State, person.decide, person.evolve)),
        "professional": contacts.handle(
            Decider(professional.State, professional.decide, professional.evolve)
        ),
    }
    own = OwnEvents(WORDS, contacts.whereabouts, registers)
    family = contacts.handles["family"]
    reacting = OwnReactions(connections, store, REFERENCE, own, family, ME, poll=0.02)
    running = asyncio.ensure_future(reacting.run())
    yield contacts
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    store.close()
    connections.terminate()


async def known(contacts: Contacts, *families: Sequence[PersonId]) -> None:
    """Three persons and two professionals are registered; families with these members."""
    for who, role in ((ANNA, Role.ADULT), (BO, Role.ADULT), (CLARA, Role.CHILD)):
        await contacts.give(
            person.RegisterPerson(
                by=BY_SOFIE, at=AT, person=who, role=role, name="A Name", born=date(2001, 1, 1)
            )
        )
    for each in (SOFIE, TOMAS):
        await contacts.give(
            professional.RegisterProfessional(
                by=BY_SOFIE,
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


async def test_protection_follows_a_person_into_every_family(contacts: Contacts) -> None:
    """X-06: also into one that the person joins later; and it ends everywhere."""
    await known(contacts, [ANNA, CLARA], [BO, CLARA], [BO])
    protect = person.SetAddressProtection(by=BY_SOFIE, at=AT, person=CLARA, protected=True)
    await contacts.give(protect)
    await contacts.settled()
    await contacts.give(AddFamilyMember(by=BY_SOFIE, at=AT, family=THIRD, person=CLARA))
    for family in (FAMILY, NEW_FAMILY, THIRD):
        assert (await contacts.family(family)).members[CLARA].protected
    await contacts.give(protect.model_copy(update={"protected": False}))
    await contacts.settled()
    await contacts.settled()
    for family in (FAMILY, NEW_FAMILY, THIRD):
        assert not (await contacts.family(family)).members[CLARA].protected


async def test_whoever_joined_while_the_register_changed_is_looked_up_once_more(contacts: Contacts) -> None:
    """X-06: a membership that was decided on what the register said before."""
    await known(contacts, [ANNA])
    await contacts.give(person.SetAddressProtection(by=BY_SOFIE, at=AT, person=CLARA, protected=True))
    stale = FamilyMemberAdded(family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="A Name"))
    late = contacts.handle(Decider(domain.State, lambda state, command: [stale], domain.evolve))
    call = Call("", ME, datetime.now(UTC), command_id=str(uuid.uuid4()))
    await late(AddFamilyMember(by=BY_SOFIE, at=AT, family=FAMILY, person=CLARA), call)

    async def shielded() -> bool:
        return (await contacts.family(FAMILY)).members[CLARA].protected

    await until(shielded)


async def test_a_household_splits_and_comes_together_again(contacts: Contacts) -> None:
    """R01, R02, X-02: members with their custody, links both ways, by reactions alone."""
    await known(contacts, [ANNA, BO, CLARA])
    await contacts.give(
        ChangeFamilyMember(
            by=BY_SOFIE, at=AT, family=FAMILY, person=CLARA, role=Role.CHILD, custody=(ANNA, BO)
        )
    )
    split = SplitHousehold(by=BY_SOFIE, at=AT, family=FAMILY, into=NEW_FAMILY, moved=(BO,), shared=(CLARA,))
    await contacts.give(split)

    async def opened() -> bool:
        return (await contacts.family(NEW_FAMILY)).registered

    await until(opened)
    new = await contacts.family(NEW_FAMILY)
    assert (set(new.members), new.split_from) == ({BO, CLARA}, FAMILY)
    assert new.members[CLARA].custody == (ANNA, BO)
    assert set((await contacts.family(FAMILY)).members) == {ANNA, CLARA}
    await contacts.give(MergeHousehold(by=BY_SOFIE, at=AT, family=NEW_FAMILY, into=FAMILY))

    async def joined() -> bool:
        return BO in (await contacts.family(FAMILY)).members

    await until(joined)
    assert (await contacts.family(NEW_FAMILY)).closed
    assert (await contacts.family(FAMILY)).merged == {NEW_FAMILY}


async def test_whoever_leaves_the_municipality_is_detached_everywhere(contacts: Contacts) -> None:
    """R11, INV-38: by one reaction; others stay; whoever was detached before isn't looked for."""
    await known(contacts, [ANNA], [BO], [CLARA])
    for family in (FAMILY, NEW_FAMILY, THIRD):
        await contacts.give(attach(SOFIE, family))
        await contacts.give(attach(TOMAS, family))
    await contacts.give(
        DetachProfessional(by=BY_SOFIE, at=AT, family=THIRD, professional=TOMAS, reason="moved")
    )
    await contacts.give(professional.ProfessionalLeaves(by=BY_SOFIE, at=AT, professional=TOMAS))

    async def gone() -> bool:
        states = [await contacts.family(family) for family in (FAMILY, NEW_FAMILY)]
        return all(list(state.attached) == [SOFIE] for state in states)

    await until(gone)
    assert await contacts.whereabouts.families_of(SOFIE) == [FAMILY, NEW_FAMILY, THIRD]
    with pytest.raises(Refused, match="professional_left"):
        await contacts.give(attach(TOMAS, FAMILY))


async def test_whoever_was_attached_while_leaving_is_detached_again(contacts: Contacts) -> None:
    """R11, INV-38: the race, decided on what the register said before."""
    await known(contacts, [ANNA])
    await contacts.give(attach(SOFIE, FAMILY))
    facts = await contacts.registers(attach(TOMAS, FAMILY), {}, None)
    await contacts.give(professional.ProfessionalLeaves(by=BY_SOFIE, at=AT, professional=TOMAS))
    await contacts.settled()

    async def as_before(command: Any, wanted: vector.Vector, deadline: float | None) -> Facts:
        return facts

    late = contacts.handle(FAMILIES, as_before)
    caller = Caller("professional", SOFIE, None, 0.0)
    command_id = str(uuid.uuid4())
    await late(attach(TOMAS, FAMILY), Call("", caller, datetime.now(UTC), command_id=command_id))

    async def gone() -> bool:
        state = await contacts.family(FAMILY)
        return state.attachments == 2 and list(state.attached) == [SOFIE]

    await until(gone)


async def test_another_department_follows_into_the_families(contacts: Contacts) -> None:
    """R11, X-01."""
    await known(contacts, [ANNA])
    await contacts.give(attach(SOFIE, FAMILY))
    await contacts.give(
        professional.ChangeProfessional(
            by=BY_SOFIE, at=AT, professional=SOFIE, department="health", profession="nurse", name="N"
        )
    )

    async def moved() -> bool:
        return (await contacts.family(FAMILY)).attached[SOFIE].department == "health"

    await until(moved)


async def test_the_index_takes_the_newest_however_often_and_late(contacts: Contacts) -> None:
    """Two replicas read the same events; one may be behind."""
    joined = FamilyMemberAdded(family=THIRD, member=Member(person=ANNA, role=Role.ADULT, name="A Name"))
    left = FamilyMemberLeft(family=THIRD, person=ANNA, reason="moved")
    for event, version in ((joined, 1), (left, 2), (joined, 1), (left, 2)):
        await contacts.whereabouts.note(event, version)
        await contacts.whereabouts.note(event, version)
    assert await contacts.whereabouts.families_of(ANNA) == []
    await contacts.whereabouts.note(joined, 3)
    assert await contacts.whereabouts.families_of(ANNA) == [THIRD]
