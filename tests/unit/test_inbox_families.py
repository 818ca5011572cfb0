"""Whose family a department's system speaks of, and what isn't said to be granted. R05, X-05, INV-58, INV-62."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest

from contracts.contacts.events import FamilyClosed, FamilyMemberLeft
from contracts.ids import FamilyId, PersonId
from contracts.inbox.events import FACTS
from contracts.inbox.fact import Fact, OfMember
from contracts.plans.events import OverlapDetected
from eventkeep.edge.call import Answer
from eventkeep.refused import Refused
from services.contacts.external import State as External
from services.contacts.external import external_id
from services.contacts.finding import Finding
from services.contacts.state import State as Family
from services.inbox_subject import Subject
from services.plans.inbox import granted
from services.plans.interventions import AddIntervention
from tests.unit.contacts_story import the_family
from tests.unit.family import ANNA, AT, BO, FAMILY, SOFIE, STRANGER, attached, numbered
from tests.unit.plan_commands import GOAL, INTERVENTION, example
from tests.unit.planning import the_plan
from tests.unit.story import DEFINED
from tests.unit.test_inbox_facts import INBOXES, THROUGH
from tests.unit.test_plans_interventions import FIRST, GRANT, GRANTED, another
from tests.unit.test_plans_interventions import OTHER as OTHER_ONE

SECRET, OTHER = b"a secret of at least 32 bytes.....", numbered(FamilyId, 2)
BOS_NUMBER = f"external/{external_id(SECRET, 'school-register', '4711')}"
SAMPLES = sorted(
    path
    for path in (Path(__file__).parents[2] / "contracts/inbox/golden").glob("*.json")
    if issubclass(FACTS.get(re.sub(r"\.(full|least).*", "", path.name), object), Fact)
)
AROUND = the_family(attached(SOFIE)).state
"""Anna and Bo, with Sofie of the social department."""


@dataclass
class Stands:
    """States as they stand, by stream; and in which families somebody is."""

    states: dict[str, Any]
    families: dict[str, list[FamilyId]] = field(default_factory=dict)
    nothing: Any = None

    async def state(self, stream: str) -> Any:
        """The state of a stream."""
        return self.states.get(stream, self.nothing)

    async def families_of(self, party: str) -> list[FamilyId]:
        """The families of a person."""
        return self.families.get(party, [])

    async def __call__(self, command: Any, call: Any) -> Answer:
        """Whatever it is, is accepted."""
        return Answer("token", 1, "plans=1")


async def found(*families: Family, department: str = "social", system: str = "", value: str = BO) -> str:
    """Which family it is, or the code of the refusal. Anna and Bo belong to all of these."""
    ids = [FAMILY, OTHER][: len(families)]
    streams = {f"family/{each}": state for each, state in zip(ids, families, strict=True)}
    stands = Stands(streams, {BO: ids, ANNA: ids, SOFIE: ids})
    externals = Stands({BOS_NUMBER: External(person=PersonId(BO))}, nothing=External())
    finding = Finding(SECRET, cast("Any", externals), cast("Any", stands), cast("Any", stands))
    try:
        which = await finding.family(department, system, value)
    except Refused as refused:
        return refused.code
    assert which.person == BO
    return which.family


async def test_a_member_is_found_by_our_id_and_by_the_sender_s_own() -> None:
    assert await found(AROUND) == FAMILY
    assert await found(AROUND, system="school-register", value="4711") == FAMILY


@pytest.mark.parametrize(
    ("family", "asked"),
    [
        (AROUND, {"department": "school"}),
        (AROUND, {"value": STRANGER}),
        (AROUND, {"value": SOFIE.replace("1", "2")}),
        (AROUND, {"system": "school-register", "value": "4712"}),
        (AROUND, {"system": "other-register", "value": "4711"}),
        (the_family().state, {}),
        (the_family(attached(SOFIE), FamilyMemberLeft(family=FAMILY, person=BO, reason="moved")).state, {}),
        (the_family(attached(SOFIE), FamilyClosed(family=FAMILY, reason="moved")).state, {}),
    ],
)
async def test_nobody_unknown_and_not_theirs_are_answered_alike(
    family: Family, asked: dict[str, str]
) -> None:
    assert await found(family, **asked) == "family_not_found"


async def test_where_a_child_belongs_to_two_families_of_theirs_the_family_is_named() -> None:
    assert await found(AROUND, AROUND) == "family_ambiguous"
    assert await found(AROUND, the_family().state) == FAMILY


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_is_valid_as_a_fact_is_valid_as_a_command(sample: Path) -> None:
    """With every field, and with the least: the command says all of it."""
    kind = FACTS[re.sub(r"\.(full|least).*", "", sample.name)]
    said = kind.model_validate_json(sample.read_bytes())
    assert isinstance(said, Fact)
    [taken] = [inbox.COMMANDS[kind] for inbox in INBOXES.values() if kind in inbox.COMMANDS]
    person = {"person": said.person or BO} if isinstance(said, OfMember) else {}
    command = taken.made(said, Subject(FAMILY, person.get("person")), THROUGH["social"], AT)
    assert (said.model_dump() | person).items() <= command.model_dump().items()
    named = {"by", "at", said.about, *(["department"] if taken.names_department else [])}
    assert set(type(command).model_fields) == set(kind.model_fields) | named


async def test_a_grant_that_overlaps_is_not_said_to_be_made() -> None:
    """INV-62: it is noted, and whoever sent it is told to look at the other one."""
    stream = f"family/{FAMILY}"
    overlaps = OverlapDetected(family=FAMILY, intervention=INTERVENTION, overlaps=(OTHER_ONE,))
    noted = the_plan(DEFINED, FIRST, another(goal=GOAL), overlaps).state
    with pytest.raises(Refused) as caught:
        await granted(cast("Any", Stands({stream: noted})))(GRANT, cast("Any", None))
    assert (caught.value.code, caught.value.facts) == ("overlap_not_confirmed", {"overlaps": OTHER_ONE})
    made = the_plan(DEFINED, FIRST, GRANTED).state
    for command in (GRANT, example(AddIntervention)):
        answer = await granted(cast("Any", Stands({stream: made})))(command, cast("Any", None))
        assert answer.token == "token"
