"""Who is shown what of a family: decided on each read, and the same answer for what isn't there and what isn't yours."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, cast

import orjson
import pytest

from contracts.access import MATRIX, Kind, Relation
from contracts.contacts.events import (
    CoordinationTeamEstablished,
    CoordinatorChosen,
    EmergencyAccessTaken,
    SharedSection,
)
from contracts.ids import ProfessionalId
from contracts.shapes import ActorKind
from eventkeep import vector
from eventkeep.clock import Clock, turn
from eventkeep.edge.call import Caller
from eventkeep.reading import Reading, Shown
from eventkeep.refused import Refused
from eventkeep.testing import folded
from services.overview.access import Attachments, derive, evolve
from services.overview.leavers import Left
from services.overview.rights import Rights
from tests.unit.contacts_story import SHARED, SUPPORTED, SUPPORTER
from tests.unit.family import (
    ANNA,
    FAMILY,
    PASSER_BY,
    REGISTERED,
    SOFIE,
    STRANGER,
    TOMAS,
    ULLA,
    attached,
    numbered,
)

SEEN = {"contacts": 3}
LET_IN, LET_OUT = numbered(ProfessionalId, 7), numbered(ProfessionalId, 8)


def taken(who: ProfessionalId, until: datetime) -> EmergencyAccessTaken:
    """Somebody is let in in an emergency. X-07."""
    return EmergencyAccessTaken(
        family=FAMILY,
        professional=who,
        name="Nanna Nielsen",
        department="health",
        profession="nurse",
        reason="Bo was found alone.",
        until=until,
    )


AROUND = (
    REGISTERED,
    attached(SOFIE),
    attached(TOMAS),
    attached(ULLA).model_copy(update={"profession": "teacher"}),
    CoordinationTeamEstablished(family=FAMILY, members=(SOFIE, TOMAS)),
    CoordinatorChosen(family=FAMILY, professional=SOFIE, chosen_by=(ANNA,)),
    taken(LET_IN, datetime.now(UTC) + timedelta(hours=4)),
    taken(LET_OUT, datetime.now(UTC) - timedelta(seconds=1)),
    SUPPORTED,
    SHARED,
)
ACCESS = orjson.dumps(derive({"contacts": folded(evolve, Attachments(), *AROUND)}))


NOW = Clock()


class Row:
    """Overview's row of who may read, as it stands; and contacts, who would say so or not."""

    def __init__(
        self, age_s: float = 0.0, state_no: int = 1, holes: bool = False, contacts: bool = False
    ) -> None:
        as_of = datetime.now(UTC) - timedelta(seconds=age_s)
        document = ACCESS if state_no else b"null"
        self._shown = Shown(FAMILY, state_no, SEEN, document, None, None, 0, as_of, holes)
        self._contacts = contacts
        self.asked = 0

    async def row(self, family: str) -> Shown:
        """What stands there now."""
        return self._shown

    async def at_least(self, family: str, wanted: vector.Vector, deadline: float) -> Shown:
        """What stands there, where that is enough; nothing more comes."""
        if not vector.covers(self._shown.vector, wanted):
            raise Refused("lagging", "Not yet.")
        return self._shown

    async def ask(self, family: str, professional: str) -> str | None:
        """What contacts answers."""
        self.asked += 1
        return "coordination" if self._contacts else None


async def nobody_left(caller: Caller) -> bool:
    """Everybody is still there."""
    return False


async def may_read(
    there: Row,
    who: str = SOFIE,
    kind: str = "professional",
    contacts_seen: int = 0,
    what: Kind = Kind.PLAN,
    clock: Clock = NOW,
    left: Left = nobody_left,
) -> bool:
    """Whether somebody is shown the plan, or another kind of data."""
    rights = Rights(cast("Reading", there), there.ask, clock, left)
    try:
        await rights.require(Caller(kind, who, None, 0.0), FAMILY, {"contacts": contacts_seen}, what)
    except Refused as refused:
        if refused.code != "plan_not_found":
            raise
        return False
    return True


async def test_who_is_attached_or_of_the_family_reads_and_nobody_else_does() -> None:
    """INV-38, X-01: one refusal for all, whatever the reason."""
    assert await may_read(Row())
    assert await may_read(Row(), ANNA, kind="person")
    assert not await may_read(Row(), PASSER_BY)
    assert not await may_read(Row(), STRANGER, kind="person")
    assert not await may_read(Row(), SOFIE, kind="person")
    assert not await may_read(Row(), ANNA, kind="professional")
    assert not await may_read(Row(), SOFIE, kind="service")
    assert not await may_read(Row(state_no=0), PASSER_BY)


@pytest.mark.parametrize(("day", "reads"), [(date(2023, 12, 31), False), (date(2024, 1, 1), True)])
async def test_the_day_is_the_one_that_the_process_clock_says(day: date, reads: bool, tmp_path: Path) -> None:
    """X-01: where the clock is turned, rights turn with it, however fresh the facts are."""
    turn(tmp_path / "clock", datetime.combine(day, time(12), UTC))
    assert await may_read(Row(), clock=Clock(tmp_path / "clock")) is reads


READERS: dict[tuple[str, str], set[Relation]] = {
    ("professional", SOFIE): {Relation.ATTACHED, Relation.TEAM, Relation.COORDINATOR, Relation.CASEWORKER},
    ("professional", TOMAS): {Relation.ATTACHED, Relation.TEAM, Relation.CASEWORKER},
    ("professional", ULLA): {Relation.ATTACHED},
    ("professional", PASSER_BY): set(),
    ("professional", LET_IN): {Relation.EMERGENCY},
    ("professional", LET_OUT): set(),
    ("person", ANNA): {Relation.MEMBER},
    ("person", SUPPORTER): {Relation.SUPPORTER},
    ("professional", SUPPORTER): set(),
    ("person", STRANGER): set(),
    ("service", SOFIE): set(),
}
CASES = [(role, who, kind) for role, who in READERS for kind in Kind]


@pytest.mark.parametrize(("role", "who", "kind"), CASES)
async def test_each_kind_of_data_is_read_by_those_whom_the_table_names(
    role: str, who: str, kind: Kind
) -> None:
    """X-01, INV-40: allowed and refused, of every reader and every kind."""
    expected = any(
        row.role == role and row.relation in READERS[role, who] and kind in row.kinds for row in MATRIX
    )
    assert await may_read(Row(), who, role, what=kind) is expected


def test_the_table_says_what_was_decided() -> None:
    """INV-36: the plan is for all attached and for the family. X-04: the log is the family's alone."""
    allowed: dict[Kind, set[Any]] = {
        kind: {(row.role, row.relation) for row in MATRIX if kind in row.kinds} for kind in Kind
    }
    attached_to, team, coordinator = (
        (ActorKind.PROFESSIONAL, each) for each in (Relation.ATTACHED, Relation.TEAM, Relation.COORDINATOR)
    )
    member = (ActorKind.PERSON, Relation.MEMBER)
    emergency = (ActorKind.PROFESSIONAL, Relation.EMERGENCY)
    assert allowed[Kind.PLAN] == {attached_to, member, emergency}
    assert {kind for kind in Kind if emergency in allowed[kind]} == {Kind.PLAN, Kind.CONTACT_MAP}
    allowed[Kind.CONTACT_MAP].remove(emergency)
    allowed[Kind.PLAN].remove(emergency)
    for kind in (Kind.PLAN, Kind.SUMMARY, Kind.AS_OF, Kind.HISTORY, Kind.NEWS, Kind.TASKS, Kind.MEETING_PACK):
        assert allowed[kind] == {attached_to, member}
    assert allowed[Kind.ACKNOWLEDGEMENT] == {attached_to}
    for kind in (Kind.CONTACT_MAP, Kind.INFORMED, Kind.MEASURES):
        assert allowed[kind] == {team, coordinator, member}
    assert allowed[Kind.READ_LOG] == {member}
    assert allowed[Kind.WORKLIST] == {coordinator}
    supporters = (ActorKind.PERSON, Relation.SUPPORTER)
    assert allowed[Kind.SHARED] == allowed[Kind.SHARED_SUMMARY] == {supporters}
    assert {each for each in Kind if supporters in allowed[each]} == {Kind.SHARED, Kind.SHARED_SUMMARY}
    assert allowed[Kind.CASE] == {coordinator, (ActorKind.PROFESSIONAL, Relation.CASEWORKER), member}


@pytest.mark.parametrize("says", [True, False])
@pytest.mark.parametrize(
    ("there", "seen"),
    [({"age_s": 9.0}, 0), ({"state_no": 0}, 0), ({"holes": True}, 0), ({}, 4)],
    ids=["not fresh", "not there yet", "with a hole", "behind what the caller has seen"],
)
async def test_where_its_own_copy_may_be_wrong_contacts_is_asked(
    there: dict[str, float], seen: int, says: bool
) -> None:
    """INV-38: a yes counts while it is fresh; otherwise contacts says, and no answer means no."""
    row = Row(**there, contacts=says)  # type: ignore[arg-type]
    assert await may_read(row, contacts_seen=seen) is says
    assert row.asked == 1


@pytest.mark.parametrize(
    "there",
    [{"age_s": 9.0}, {"state_no": 0}, {"holes": True}],
    ids=["not fresh", "not there yet", "with a hole"],
)
async def test_what_may_be_wrong_is_no_yes_for_a_member_of_the_family(there: dict[str, float]) -> None:
    """X-01: contacts isn't asked about members; it is as if there were no such plan."""
    row = Row(**there, contacts=True)  # type: ignore[arg-type]
    assert not await may_read(row, ANNA, "person")
    assert row.asked == 0


async def test_who_left_the_municipality_is_let_in_by_no_emergency() -> None:
    """X-07, R11: the hours that are left of it open nothing; an attachment ends by the family's own event."""

    async def left(caller: Caller) -> bool:
        return caller.id in (LET_IN, SOFIE)

    assert await may_read(Row(), LET_IN)
    assert not await may_read(Row(), LET_IN, left=left)
    assert await may_read(Row(), SOFIE, left=left)


@pytest.mark.parametrize(
    "there",
    [{"age_s": 9.0}, {"state_no": 0}, {"holes": True}],
    ids=["not fresh", "not there yet", "with a hole"],
)
async def test_what_may_be_wrong_is_no_yes_for_who_stands_by_the_family(there: dict[str, float]) -> None:
    """INV-66, X-01: no fresh yes, no data; neither the right nor what is shared."""
    row = Row(**there, contacts=True)  # type: ignore[arg-type]
    assert not await may_read(row, SUPPORTER, "person", what=Kind.SHARED)
    assert await sections(row, SUPPORTER) == ()
    assert row.asked == 0


async def sections(there: Row, who: str, kind: str = "person") -> tuple[SharedSection, ...]:
    """What the family shares with somebody; nothing where it is as if it weren't there."""
    rights = Rights(cast("Reading", there), there.ask, NOW, nobody_left)
    try:
        return await rights.shared_with(Caller(kind, who, None, 0.0), FAMILY)
    except Refused as refused:
        if refused.code != "plan_not_found":
            raise
        return ()


async def test_what_is_shared_is_what_the_family_named() -> None:
    """INV-66: with the one whom it named, who signs in as a person; not with a member, who has the plan itself."""
    assert await sections(Row(), SUPPORTER) == (SharedSection.GOALS, SharedSection.MEETINGS)
    assert await sections(Row(), SUPPORTER, "professional") == ()
    assert await sections(Row(), ANNA) == await sections(Row(), STRANGER) == ()
    rights = Rights(cast("Reading", Row()), Row().ask, NOW, nobody_left)
    caller = Caller("person", SUPPORTER, None, 0.0)
    assert await rights.kinds(caller, FAMILY) == {Kind.SHARED, Kind.SHARED_SUMMARY}
    assert await rights.require(caller, FAMILY, kind=Kind.SHARED) == "shared-by-family"


async def test_a_member_who_has_seen_more_is_told_to_wait() -> None:
    """Read your writes: a member who writes sees it, or hears that it isn't here yet."""
    with pytest.raises(Refused) as refused:
        await may_read(Row(), ANNA, "person", contacts_seen=4)
    assert refused.value.code == "lagging"


async def test_a_fresh_no_is_a_no() -> None:
    """INV-38: nobody is asked."""
    row = Row(contacts=True)
    assert not await may_read(row, PASSER_BY)
    assert row.asked == 0
