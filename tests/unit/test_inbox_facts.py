"""What a department's system says becomes the command that it means, by its own people alone. INV-58."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, cast
from uuid import uuid4

import pytest

from contracts.contacts.events import ProfessionalLeft, ProfessionalRegistered
from contracts.inbox.events import FACTS
from contracts.inbox.fact import Fact
from contracts.inbox.facts import OF
from contracts.shapes import Actor, ActorKind, Command
from eventkeep.edge.call import Answer, Call
from eventkeep.handle import Decider
from eventkeep.inbox.message import Message, Place
from eventkeep.refused import Refused
from eventkeep.testing import given
from services.contacts import inbox as contacts_inbox
from services.contacts import professional, rights
from services.contacts.professional import ChangeProfessional, ProfessionalLeaves
from services.inbox import Facts, Taking
from services.inbox_subject import Found
from services.meetings import inbox as meetings_inbox
from services.meetings import rights as meetings_rights
from services.meetings.state import State as MeetingsState
from services.plans import inbox as plans_inbox
from services.plans import interventions, statutory
from services.plans import rights as plans_rights
from services.progress import inbox as progress_inbox
from tests.unit import contacts_commands, contacts_story, meetings_commands, meetings_story, plan_commands
from tests.unit.family import AT, BO, FAMILY, SOFIE, TOMAS, ULLA, attached
from tests.unit.planning import KNOWN as PLANS_KNOWN

THROUGH = {
    name: Actor(kind=ActorKind.PROFESSIONAL, id=SOFIE, department=name, through=name)
    for name in ("social", "school")
}
"""Sofie, whose department is social, by the system of her own and of another."""
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
INBOXES = {
    "contacts": contacts_inbox,
    "plans": plans_inbox,
    "meetings": meetings_inbox,
    "progress": progress_inbox,
}


async def found(department: str, system: str, value: str) -> Found:
    """Whoever is asked for is Bo, of the one family."""
    return Found(FAMILY, BO)


async def nobody(command: Any, call: Call) -> Answer:
    """Handles nothing."""
    raise AssertionError("nothing is handled here")


def facts_of(service: str) -> Facts:
    """The facts that a service takes."""
    inbox = INBOXES[service]
    handles = {"family": nobody, "professional": nobody}
    return Facts(Taking(inbox.COMMANDS, handles, inbox.WAITS_FOR, found))


def message(kind: str, data: Any, **more: Any) -> Message:
    """A message of the department that Sofie works for."""
    said: dict[str, Any] = {"id": "1", "source": "/case-system", "subject": f"family/{FAMILY}"}
    said |= {"actor": f"professional:{SOFIE}", "type": f"helhed.inbox.{kind}.v1", "data": data, **more}
    return Message(place=Place("social", "inbox", 0, 0), **said)


@pytest.mark.parametrize("service", INBOXES)
def test_a_service_takes_what_the_contract_says(service: str) -> None:
    assert set(INBOXES[service].COMMANDS) == set(OF[service])


def test_every_kind_of_fact_is_taken_by_one_service() -> None:
    taken = [kind for kinds in OF.values() for kind in kinds]
    assert len(taken) == len(set(taken))
    assert {kind.wire for kind in taken} == {wire for wire, kind in FACTS.items() if issubclass(kind, Fact)}


async def test_the_command_says_what_the_fact_says_and_whose_system_it_was() -> None:
    plan = str(uuid4())
    data = {"statutory_plan": plan, "legal_basis": "barnets lov § 32"}
    command, _ = await facts_of("plans").prepared(message("statutory-plan-linked", data), NOW)
    assert command == statutory.LinkStatutoryPlan(
        by=THROUGH["social"],
        at=NOW,
        family=FAMILY,
        statutory_plan=plan,
        legal_basis="barnets lov § 32",
        department="social",
    )


async def test_it_happened_when_the_message_says() -> None:
    before = NOW - timedelta(days=3)
    data = {"intervention": str(uuid4())}
    command, _ = await facts_of("plans").prepared(message("intervention-granted", data, time=before), NOW)
    assert isinstance(command, interventions.GrantIntervention)
    assert command.at == before


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"type": "helhed.inbox.visit-made.v1"}, "message_kind_unknown"),
        ({"type": "helhed.inbox.message-accepted.v1"}, "message_kind_unknown"),
        ({"type": "helhed.inbox.nothing.v1"}, "message_kind_unknown"),
        ({"time": datetime.now(UTC) + timedelta(hours=1)}, "message_invalid"),
        ({"actor": f"person:{SOFIE}"}, "actor_invalid"),
        ({"actor": "professional:Sofie"}, "actor_invalid"),
        ({"actor": ""}, "actor_invalid"),
        ({"actor": "department:social"}, "actor_invalid"),
        ({"subject": f"professional/{SOFIE}"}, "subject_invalid"),
        ({"subject": "person/cpr/whatever"}, "subject_invalid"),
        ({"subject": "person/"}, "subject_invalid"),
        ({"subject": "family"}, "subject_invalid"),
        ({"data": {}}, "invalid_input"),
        ({"data": {"intervention": "x"}}, "invalid_input"),
        ({"data": {"intervention": str(uuid4()), "overlap_confirmed": []}}, "invalid_input"),
    ],
)
async def test_what_is_no_fact_is_refused(more: dict[str, Any], code: str) -> None:
    said = {"kind": "intervention-granted", "data": {"intervention": str(uuid4())}} | more
    with pytest.raises(Refused) as caught:
        await facts_of("plans").prepared(message(**said), NOW)
    assert caught.value.code == code
    assert caught.value.danish


@pytest.mark.parametrize("subject", [f"person/{BO}", "person/school-register/4711"])
async def test_a_member_names_the_family(subject: str) -> None:
    """R05: by our id, or by that of the sender's own system."""
    data = {"intervention": str(uuid4())}
    command, _ = await facts_of("plans").prepared(message("intervention-granted", data, subject=subject), NOW)
    assert command.family == FAMILY


def of_inbox(commands: Iterable[Command], inbox: Any) -> list[Command]:
    """The examples of those commands that facts become."""
    kinds = {each.command for each in inbox.COMMANDS.values()}
    found = [each for each in commands if type(each) in kinds]
    assert {type(each) for each in found} | REGISTERS >= kinds
    return found


REGISTERS = {professional.RegisterProfessional, ChangeProfessional, ProfessionalLeaves}


def codes(require: Callable[[Command], Any], command: Command) -> dict[str, str]:
    """How a command is answered by the system of each department."""
    found = {}
    for department, actor in THROUGH.items():
        try:
            require(command.model_copy(update={"by": actor}))
            found[department] = ""
        except Refused as refused:
            found[department] = refused.code
    return found


@pytest.mark.parametrize(
    "command", of_inbox(plan_commands.EVERY_COMMAND, plans_inbox), ids=lambda c: type(c).__name__
)
def test_plans_hears_a_department_for_its_own_people_alone(command: Command) -> None:
    found = codes(lambda each: plans_rights.require_may_give(PLANS_KNOWN, each), command)
    assert found["school"] == "not_of_department" != found["social"]


@pytest.mark.parametrize(
    "command", of_inbox(meetings_commands.EVERY_COMMAND, meetings_inbox), ids=lambda c: type(c).__name__
)
def test_meetings_hears_a_department_for_its_own_people_alone(command: Command) -> None:
    state = replace(MeetingsState(), known=meetings_story.KNOWN)
    found = codes(lambda each: meetings_rights.require_right(state, each), command)
    assert found["school"] == "not_of_department" != found["social"]


@pytest.mark.parametrize(
    "command", of_inbox(contacts_commands.EVERY_COMMAND, contacts_inbox), ids=lambda c: type(c).__name__
)
def test_contacts_hears_a_department_for_and_of_its_own_people_alone(command: Command) -> None:
    state = contacts_story.state_of(
        attached(SOFIE), attached(TOMAS).model_copy(update={"department": "school"})
    )
    of_sofie = command.model_copy(update={"professional": SOFIE})
    found = codes(lambda each: rights.require_right(state, each), of_sofie)
    assert found["school"] == "not_of_department" != found["social"]
    of_tomas = command.model_copy(update={"professional": TOMAS})
    assert codes(lambda each: rights.require_right(state, each), of_tomas)["social"] == "not_of_department"


def test_a_department_says_of_its_own_people_alone_what_they_are() -> None:
    register = Decider(professional.State, professional.decide, professional.evolve)
    known = ProfessionalRegistered(
        professional=TOMAS, department="school", profession="teacher", name="A Professional"
    )
    leaves = ProfessionalLeaves(by=THROUGH["social"], at=AT, professional=TOMAS)
    given(register, known).when(leaves).refused("professional_of_another_department")
    given(register, known).when(leaves.model_copy(update={"by": THROUGH["school"]})).then(
        ProfessionalLeft(professional=TOMAS)
    )


@pytest.mark.parametrize(
    ("actor", "through", "code"),
    [(SOFIE, "social", ""), (SOFIE, "school", "not_of_department"), (TOMAS, "social", "not_of_department")],
)
async def test_whoever_vouches_is_registered_with_the_department(actor: str, through: str, code: str) -> None:
    """R11: nobody whom the register doesn't know, and nobody who left."""
    stands = {
        f"professional/{SOFIE}": professional.State(name="A Professional", department="social"),
        f"professional/{TOMAS}": professional.State(name="A Professional", department="social", left=True),
    }

    class Register:
        """The register, as far as it is asked."""

        async def state(self, stream: str) -> professional.State:
            return stands.get(stream, professional.State())

        async def __call__(self, command: Any, call: Any) -> Answer:
            return Answer("", 1, "")

    handle = contacts_inbox.vouched_for(cast("Any", Register()))
    by = Actor(kind=ActorKind.PROFESSIONAL, id=actor, through=through)
    command = ProfessionalLeaves(by=by, at=AT, professional=ULLA)
    if not code:
        assert await handle(command, cast("Any", None)) == Answer("", 1, "")
        return
    with pytest.raises(Refused) as caught:
        await handle(command, cast("Any", None))
    assert caught.value.code == code
