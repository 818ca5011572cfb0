"""What contacts says reaches every family: protection, households, somebody who left. On a real store."""

import uuid
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import pytest_asyncio
from structlog.testing import capture_logs

from contracts.contacts.events import FamilyMemberAdded, FamilyMemberLeft, Member, Role
from contracts.ids import FamilyId, ProfessionalId
from eventkeep import vector
from eventkeep.cloudevent import decode
from eventkeep.edge.call import Call, Caller
from eventkeep.handle import Decider, Facts
from eventkeep.keys import FileKeys
from eventkeep.refused import Refused
from eventkeep.sealing import open_all
from services.contacts import domain, person, professional
from services.contacts.attachments import DetachProfessional
from services.contacts.eligibility import EndLegalBasis, RecordLegalBasis
from services.contacts.households import MergeHousehold, SplitHousehold
from services.contacts.lacking import Lack
from services.contacts.members import AddFamilyMember, ChangeFamilyMember
from services.contacts.primary_contact import DesignatePrimaryContact
from tests.stores.contacts_alone import (
    BY_SOFIE,
    FAMILIES,
    ME,
    NEW_FAMILY,
    THIRD,
    Contacts,
    alone,
    attach,
    registered,
)
from tests.stores.databases import connected, until
from tests.stores.writing import Writer
from tests.unit.contacts_story import LAW
from tests.unit.family import ANNA, AT, BO, CLARA, FAMILY, HOME_LAW, SOFIE, TOMAS


@pytest_asyncio.fixture
async def contacts(dsn: str, keys: FileKeys) -> AsyncIterator[Contacts]:
    """Contacts with its reactions to what it says itself."""
    async with alone(dsn, keys) as found:
        yield found


async def test_protection_follows_a_person_into_every_family(contacts: Contacts) -> None:
    """X-06: also into one that the person joins later; and it ends everywhere."""
    await registered(contacts, [ANNA, CLARA], [BO, CLARA], [BO])
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
    await registered(contacts, [ANNA])
    await contacts.give(person.SetAddressProtection(by=BY_SOFIE, at=AT, person=CLARA, protected=True))
    stale = FamilyMemberAdded(family=FAMILY, member=Member(person=CLARA, role=Role.CHILD, name="A Name"))
    late = contacts.handle(Decider(domain.State, lambda state, command: [stale], domain.evolve))
    call = Call("", ME, datetime.now(UTC), command_id=str(uuid.uuid4()))
    await late(AddFamilyMember(by=BY_SOFIE, at=AT, family=FAMILY, person=CLARA), call)

    async def shielded() -> bool:
        return (await contacts.family(FAMILY)).members[CLARA].protected

    await until(shielded)


async def test_a_family_that_stands_still_keeps_its_reaction_and_holds_nobody_up(
    dsn: str, keys: FileKeys
) -> None:
    """X-06: others are protected at once, it is when it moves again, and nothing is kept back any more."""
    parked: set[FamilyId] = set()
    async with alone(dsn, keys, parked) as contacts:
        await registered(contacts, [CLARA], [BO, CLARA])
        parked.add(FAMILY)
        await contacts.give(person.SetAddressProtection(by=BY_SOFIE, at=AT, person=CLARA, protected=True))
        await contacts.give(person.SetAddressProtection(by=BY_SOFIE, at=AT, person=BO, protected=True))
        await contacts.settled()
        stands = await contacts.family(NEW_FAMILY)
        assert (stands.members[CLARA].protected, stands.members[BO].protected) == (True, True)
        assert not (await contacts.family(FAMILY)).members[CLARA].protected
        parked.clear()

        async def done() -> bool:
            async with connected(dsn) as connection:
                return not await connection.fetchval("select count(*) from own_reactions_kept_back")

        await until(done)
        assert (await contacts.family(FAMILY)).members[CLARA].protected


async def test_attachments_end_with_the_last_day_of_what_the_case_rests_on(contacts: Contacts) -> None:
    """X-01, INV-38: said again with the name that the register has, sealed as before."""
    await registered(contacts, [ANNA])
    await contacts.give(attach(SOFIE, FAMILY))
    rests: dict[str, Any] = {"by": BY_SOFIE, "at": AT, "family": FAMILY, "legal_basis": LAW}
    await contacts.give(RecordLegalBasis(**rests, code=HOME_LAW.reference, valid_from=date(2024, 1, 1)))
    before = (await contacts.family(FAMILY)).attached[SOFIE]
    await contacts.give(EndLegalBasis(**rests, ended_on=date(2024, 6, 1)))
    after = (await contacts.family(FAMILY)).attached[SOFIE]
    assert (before.basis.valid_to, after.basis.valid_to) == (None, date(2024, 5, 31))
    assert await open_all(contacts.keys, [after.name]) == await open_all(contacts.keys, [before.name])
    assert after.name != "N"


async def test_families_are_listed_by_what_they_lack(contacts: Contacts) -> None:
    """P08, R08, INV-53: those that one is attached to, and those that nobody is; a page at a time."""
    await registered(contacts, [ANNA], [BO], [CLARA])
    await contacts.give(attach(SOFIE, FAMILY))
    await contacts.give(attach(TOMAS, NEW_FAMILY), by=BY_SOFIE)
    await contacts.settled()

    async def listed(who: ProfessionalId, lack: Lack = Lack.COORDINATOR, after: str = "") -> list[FamilyId]:
        return await contacts.lacking.some(lack, who, after)

    assert await listed(SOFIE) == sorted((FAMILY, THIRD))
    assert await listed(TOMAS) == sorted((NEW_FAMILY, THIRD))
    assert await listed(SOFIE, after=min(FAMILY, THIRD)) == [max(FAMILY, THIRD)]
    assert await listed(SOFIE, Lack.OFFER) == []
    rests: dict[str, Any] = {"by": BY_SOFIE, "at": AT, "family": FAMILY, "legal_basis": LAW}
    await contacts.give(RecordLegalBasis(**rests, code=HOME_LAW.reference, valid_from=date(2024, 1, 1)))
    await contacts.give(DesignatePrimaryContact(by=BY_SOFIE, at=AT, family=FAMILY, professional=SOFIE))
    await contacts.settled()
    assert await listed(SOFIE, Lack.OFFER) == [FAMILY]
    assert await listed(SOFIE, Lack.PRIMARY_CONTACT) == [THIRD]
    await contacts.give(
        DetachProfessional(by=BY_SOFIE, at=AT, family=FAMILY, professional=SOFIE, reason="moved")
    )
    await contacts.settled()
    assert await listed(TOMAS, Lack.PRIMARY_CONTACT) == sorted((FAMILY, NEW_FAMILY, THIRD))


async def test_a_household_splits_and_comes_together_again(contacts: Contacts) -> None:
    """R01, R02, X-02: members with their custody, links both ways, by reactions alone."""
    await registered(contacts, [ANNA, BO, CLARA])
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
    await registered(contacts, [ANNA], [BO], [CLARA])
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
    await registered(contacts, [ANNA])
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
    await registered(contacts, [ANNA])
    await contacts.give(attach(SOFIE, FAMILY))
    await contacts.give(
        professional.ChangeProfessional(
            by=BY_SOFIE, at=AT, professional=SOFIE, department="health", profession="pedagogue", name="N"
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
        await contacts.whereabouts.note([(event, version)])
        await contacts.whereabouts.note([(event, version)])
    assert await contacts.whereabouts.families_of(ANNA) == []
    await contacts.whereabouts.note([(left, 2), (joined, 1)])
    assert await contacts.whereabouts.families_of(ANNA) == []
    await contacts.whereabouts.note([(joined, 3)])
    assert await contacts.whereabouts.families_of(ANNA) == [THIRD]


async def test_an_event_that_cannot_be_read_stops_no_other(contacts: Contacts) -> None:
    """What it was to bring about is told as failed; those who came with it are noted."""
    await registered(contacts, [ANNA])
    [value] = [stored.value for stored in await contacts.store.read(f"family/{FAMILY}")]
    broken = value.replace(FAMILY.encode(), THIRD.encode()).replace(ANNA.encode(), b"nobody")
    with capture_logs() as told_of:
        await Writer(contacts.store, f"family/{THIRD}").append(broken)
        await contacts.give(attach(SOFIE, FAMILY))
        await contacts.settled()
    assert await contacts.whereabouts.families_of(SOFIE) == [FAMILY]
    assert "reaction_failed" in {each["event"] for each in told_of}


async def test_the_right_day_of_birth_follows_into_the_family(contacts: Contacts) -> None:
    """R05: sealed as names are, from the register's correction on; and of whoever joined meanwhile."""
    await registered(contacts, [ANNA, BO])
    right = date(1999, 3, 4)
    change = person.ChangePerson(by=BY_SOFIE, at=AT, person=BO, role=Role.ADULT, name="A Name", born=right)
    await contacts.give(change)
    await contacts.settled()
    told = await contacts.store.read(f"family/{FAMILY}")
    member = decode(told[-1].value).data["member"]
    assert await open_all(contacts.keys, [member["born"], member["person"]]) == ["1999-03-04", BO]
    assert member["born"].startswith("sealed.")
    for born, otherwise in ((member["born"], False), (None, True)):
        found = Member(**{**member, "born": born})
        assert await contacts.registers.differs(found) is otherwise
