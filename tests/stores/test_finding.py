"""Whose family it is that a department's system speaks of. On a real store. R05, X-05, INV-58."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from eventkeep.handle import Decider
from eventkeep.keys import FileKeys
from eventkeep.refused import Refused
from services.contacts import external
from services.contacts.attachments import DetachProfessional
from services.contacts.finding import Finding
from services.inbox_subject import Found
from tests.stores.contacts_alone import BY_SOFIE, NEW_FAMILY, Contacts, alone, attach, registered
from tests.unit.family import ANNA, AT, BO, CLARA, FAMILY, SOFIE, TOMAS

SECRET = b"a secret of at least 32 bytes....."


@pytest_asyncio.fixture
async def contacts(dsn: str, keys: FileKeys) -> AsyncIterator[Contacts]:
    """Contacts with its reactions to what it says itself."""
    async with alone(dsn, keys) as found:
        yield found


@pytest_asyncio.fixture
async def finding(contacts: Contacts) -> Finding:
    """Two families with Clara in both; Bo, whom the school knows as 4711, in one. Sofie is attached to that one."""
    externals = contacts.handle(
        Decider(external.State, external.decide, external.evolve), contacts.registers.registered
    )
    contacts.handles["external"] = externals
    await registered(contacts, [ANNA, CLARA], [BO, CLARA])
    link = external.LinkExternalId(by=BY_SOFIE, at=AT, person=BO, system="school-register", value="4711")
    await contacts.give(external.linked(SECRET, link))
    await contacts.give(attach(SOFIE, NEW_FAMILY))
    await contacts.settled()
    return Finding(SECRET, externals, contacts.handles["family"], contacts.whereabouts)


async def code(finding: Finding, *asked: str) -> str:
    """How a look-up is refused."""
    with pytest.raises(Refused) as caught:
        await finding.family(*asked)
    return caught.value.code


async def test_a_member_is_found_by_our_id_and_by_the_sender_s_own(finding: Finding) -> None:
    bo = Found(NEW_FAMILY, BO)
    assert await finding.family("social", "", BO) == bo
    assert await finding.family("social", "school-register", "4711") == bo


async def test_nobody_unknown_and_not_theirs_are_answered_alike(finding: Finding) -> None:
    """X-05: a department learns nothing of those that it has nothing to do with."""
    for asked in (
        ("social", "school-register", "4712"),
        ("social", "other-register", "4711"),
        ("school", "", BO),
        ("social", "", ANNA),
        ("social", "", SOFIE),
    ):
        assert await code(finding, *asked) == "family_not_found"


async def test_a_child_of_two_families_is_found_where_one_is_the_department_s(
    finding: Finding, contacts: Contacts
) -> None:
    assert await finding.family("social", "", CLARA) == Found(NEW_FAMILY, CLARA)
    await contacts.give(attach(SOFIE, FAMILY))
    assert await code(finding, "social", "", CLARA) == "family_ambiguous"
    detached = DetachProfessional(
        by=BY_SOFIE, at=AT, family=NEW_FAMILY, professional=SOFIE, reason="moved-on"
    )
    await contacts.give(attach(TOMAS, NEW_FAMILY))
    await contacts.give(detached)
    assert await code(finding, "social", "", CLARA) == "family_ambiguous"
