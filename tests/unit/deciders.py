"""Every decider of the project, with a beginning and with facts that its commands may meet."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from contracts.contacts import events as contacts_events
from contracts.contacts.events import Role
from contracts.meetings import events as meetings_events
from contracts.plans import events as plans_events
from contracts.plans.offers import CatalogueEvent
from contracts.progress import events as progress_events
from contracts.shapes import Command, Event
from eventkeep.handle import Decider
from eventkeep.testing import folded
from services.contacts import department, external, person, professional
from services.contacts import domain as contacts
from services.meetings import domain as meetings
from services.meetings import group
from services.meetings import reference as meetings_reference
from services.plans import domain as plans
from services.plans import presentations
from services.plans import reference as plans_reference
from services.progress import domain as progress
from services.progress import programme
from services.progress import reference as progress_reference
from tests.unit import (
    contacts_commands,
    contacts_story,
    group_story,
    meetings_commands,
    meetings_story,
    offering,
    programmes,
    progress_commands,
    progress_story,
)
from tests.unit import test_contacts_registers as registers_tests
from tests.unit import test_plans_approval as approval_tests
from tests.unit.family import AROUND, BO, FAMILY, REGISTERED, SOFIE, TOMAS, ULLA
from tests.unit.made_up import made_up, nearly
from tests.unit.plan_commands import EVERY_COMMAND, SECTIONS
from tests.unit.planning import CASEWORKER_ATTACHED, NEXT_MEETING, READY
from tests.unit.story import DEFINED, DRAFTED, HELD, HELPED


def as_they_are(known: Any, state: Any) -> Any:
    """The facts of others, whatever came of the state."""
    return known


@dataclass(frozen=True)
class Case:
    """A decider, its commands and events, events to begin with, and facts of others.

    `followed` are these facts after the others heard what became of the state.
    """

    decider: Decider
    commands: tuple[Any, ...]
    events: tuple[type[Event], ...]
    beginning: tuple[Event, ...]
    known: SearchStrategy[Any]
    examples: tuple[Command, ...]
    followed: Callable[[Any, Any], Any] = as_they_are

    def some_commands(self, most: int) -> SearchStrategy[list[Any]]:
        """Commands in any order: examples that may well be accepted, nearly these, anything at all."""
        near, any_at_all = map(nearly, self.examples), map(made_up, self.commands)
        return st.lists(st.one_of(*near, *any_at_all), min_size=1, max_size=most)


def some_of(union: Any, most: int = 3) -> SearchStrategy[list[Any]]:
    """A few made-up events or commands of a union."""
    return st.lists(st.one_of(*(made_up(each) for each in get_args(union))), max_size=most)


def facts(evolve: Any, initial: Any, story: tuple[Event, ...], union: Any) -> SearchStrategy[Any]:
    """Facts after a story, and after whatever else may have happened since."""
    return some_of(union).map(lambda more: folded(evolve, initial, *story, *more))


def around(reference: Any, *more: Event) -> SearchStrategy[Any]:
    """What contacts says, as a service keeps it."""
    story = (*AROUND, *more)
    return facts(reference.evolve_contacts, reference.ContactsFacts(), story, contacts_events.FamilyEvent)


def planned(reference: Any, *story: Event) -> SearchStrategy[Any]:
    """What plans says, as a service keeps it."""
    return facts(reference.evolve_plans, reference.PlansFacts(), story, plans_events.FamilyEvent)


def met(reference: Any, *more: Event) -> SearchStrategy[Any]:
    """What meetings says, as a service keeps it."""
    story = (*approval_tests.GOOD_MEETING, *more)
    return facts(reference.evolve_meetings, reference.MeetingsFacts(), story, meetings_events.FamilyEvent)


def on_the_table(known: plans_reference.Known, state: plans.State) -> plans_reference.Known:
    """The network meetings were held over the plan as it stands: they can approve it. INV-19."""
    now = {"plan": state.plan or "", "revision": state.revision}
    meetings = {name: replace(each, **now) for name, each in known.meetings.meetings.items()}
    return replace(known, meetings=plans_reference.MeetingsFacts(meetings))


MET_AGAIN = approval_tests.CALLED.model_copy(update={"meeting": NEXT_MEETING})
CASE_CLOSED = contacts_events.FamilyClosed(family=FAMILY, reason="goals reached")
NO_ADULT_CAME = approval_tests.corrected(SOFIE, TOMAS)
LATER = replace(
    contacts_story.KNOWN,
    persons={
        **contacts_story.KNOWN.persons,
        BO: contacts.KnownPerson("Bo Other", Role.YOUNG, protected=True),
    },
    professionals={
        **contacts_story.KNOWN.professionals,
        TOMAS: replace(contacts_story.SOCIAL, left=True),
        ULLA: contacts_story.TEACHER,
    },
    families={contacts_story.OTHER_FAMILY: contacts_story.state_of(REGISTERED)},
)
"""Contacts' registers after a while: Bo's address is protected, Tomas left, Ulla teaches, there is another family."""

CASES = {
    "contacts": Case(
        Decider(contacts.State, contacts.decide, contacts.evolve),
        get_args(contacts.FamilyCommand),
        get_args(contacts_events.FamilyEvent),
        (REGISTERED, *contacts_story.LED, contacts_story.DRAFTED, contacts_story.CONSENTED),
        st.sampled_from([contacts_story.KNOWN, LATER]),
        (*contacts_commands.EVERY_COMMAND, *contacts_commands.FOR_A_WHILE),
    ),
    "person": Case(
        Decider(person.State, person.decide, person.evolve),
        get_args(person.PersonCommand),
        get_args(person.PersonEvent),
        (),
        st.none(),
        (registers_tests.REGISTER, registers_tests.RENAME, registers_tests.PROTECT),
    ),
    "professional": Case(
        Decider(professional.State, professional.decide, professional.evolve),
        get_args(professional.ProfessionalCommand),
        get_args(professional.ProfessionalEvent),
        (),
        st.none(),
        (registers_tests.HIRE, registers_tests.MOVE, registers_tests.QUIT),
    ),
    "department": Case(
        Decider(department.State, department.decide, department.evolve),
        (department.RegisterDepartment,),
        (contacts_events.DepartmentRegistered,),
        (),
        st.none(),
        (registers_tests.OPEN_UP,),
    ),
    "external": Case(
        Decider(external.State, external.decide, external.evolve),
        (external.Link, external.Unlink),
        (contacts_events.ExternalIdLinked, contacts_events.ExternalIdUnlinked),
        (),
        st.booleans(),
        (registers_tests.LINK, registers_tests.UNLINK),
    ),
    "plans": Case(
        Decider(plans.State, plans.decide, plans.evolve),
        get_args(plans.FamilyCommand),
        get_args(plans_events.FamilyEvent),
        (DRAFTED, *READY, DEFINED, HELPED),
        st.builds(
            plans_reference.Known,
            around(plans_reference, CASEWORKER_ATTACHED),
            st.one_of(met(plans_reference, MET_AGAIN), met(plans_reference, MET_AGAIN, NO_ADULT_CAME)),
            st.sampled_from([{}, {offering.TALKS: offering.OFFER}]),
        ),
        (*EVERY_COMMAND, approval_tests.APPROVE, approval_tests.LOOK_AGAIN, *SECTIONS),
        on_the_table,
    ),
    "catalogue": Case(
        Decider(presentations.State, presentations.decide, presentations.evolve),
        get_args(presentations.CatalogueCommand),
        get_args(CatalogueEvent),
        (offering.LISTED,),
        st.none(),
        (*offering.EVERY_COMMAND, offering.LIST.model_copy(update={"offer": offering.RIDES})),
    ),
    "meetings": Case(
        Decider(meetings.State, meetings.decide, meetings.evolve),
        get_args(meetings.FamilyCommand),
        get_args(meetings_events.FamilyEvent),
        meetings_story.BEGINNING,
        st.builds(
            meetings_reference.Known,
            around(meetings_reference, *meetings_story.SUPPORTED),
            planned(meetings_reference, DRAFTED, DEFINED),
            st.sampled_from([group_story.KNOWN_GROUP, None]),
        ),
        meetings_commands.EVERY_EXAMPLE,
    ),
    "group": Case(
        Decider(group.State, group.decide, group.evolve),
        get_args(group.GroupCommand),
        get_args(meetings_events.GroupEvent),
        group_story.BEGINNING,
        st.none(),
        group_story.EVERY_COMMAND,
    ),
    "progress": Case(
        Decider(progress.State, progress.decide, progress.evolve),
        get_args(progress.FamilyCommand),
        get_args(progress_events.FamilyEvent),
        (progress_story.TURNED, progress_story.REPORTED),
        st.builds(
            progress_reference.Known,
            st.one_of(
                around(progress_reference, *progress_story.AROUND_US),
                around(progress_reference, *progress_story.AROUND_US, CASE_CLOSED),
            ),
            planned(progress_reference, *progress_story.IN_THE_PLAN),
            met(progress_reference, HELD),
        ),
        progress_commands.EVERY_COMMAND,
    ),
    "programme": Case(
        Decider(programme.State, programme.decide, programme.evolve),
        get_args(programme.ProgrammeCommand),
        get_args(progress_events.ProgrammeEvent),
        programmes.BEGINNING,
        st.none(),
        programmes.EVERY_COMMAND,
    ),
}
