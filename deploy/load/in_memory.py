"""Lives without servers: the services' own deciders on streams in memory, each with the others' facts at once.

For tests of what a generated family does, and for benchmarks of deciding. What services do by themselves is left out,
but for the home that another was split into.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from functools import cache
from types import ModuleType
from typing import Any, get_args

from contracts.contacts.events import HouseholdSplit
from contracts.ids import OfferId
from contracts.shapes import Actor, ActorKind, Command
from deploy.catalogue.loading import orders
from deploy.demo import scenario
from deploy.demo.scenario import Cast, Step
from deploy.load.life import FIRST_DAY
from eventkeep.handle import Decider
from services.contacts import domain as contacts
from services.contacts import person, professional, reactions
from services.contacts import reference as contacts_reference
from services.contacts.state import Known as ContactsKnown
from services.contacts.state import KnownPerson, KnownProfessional
from services.meetings import domain as meetings
from services.meetings import reference as meetings_reference
from services.plans import domain as plans
from services.plans import presentations
from services.plans import reference as plans_reference
from services.plans.offered import Offer
from services.progress import domain as progress
from services.progress import reference as progress_reference

REFERENCES: Mapping[str, ModuleType] = {
    "contacts": contacts_reference,
    "meetings": meetings_reference,
    "plans": plans_reference,
    "progress": progress_reference,
}
DECIDERS = {
    ("contacts", "family"): Decider(contacts.State, contacts.decide, contacts.evolve),
    ("contacts", "person"): Decider(person.State, person.decide, person.evolve),
    ("contacts", "professional"): Decider(professional.State, professional.decide, professional.evolve),
    ("meetings", "family"): Decider(meetings.State, meetings.decide, meetings.evolve),
    ("plans", "family"): Decider(plans.State, plans.decide, plans.evolve),
    ("progress", "family"): Decider(progress.State, progress.decide, progress.evolve),
}
_UNIONS: Mapping[str, Iterable[Any]] = {
    "contacts": (contacts.FamilyCommand, person.PersonCommand, professional.ProfessionalCommand),
    "meetings": (meetings.FamilyCommand,),
    "plans": (plans.FamilyCommand,),
    "progress": (progress.FamilyCommand,),
}
COMMANDS: Mapping[str, type[Command]] = {
    f"{service}.{command.__name__}": command
    for service, unions in _UNIONS.items()
    for union in unions
    for command in get_args(union)
}
"""The commands that a life gives, by the name that its steps call them."""
_CURATING = {f"plans.{each.__name__}": each for each in get_args(presentations.CatalogueCommand)}
_BEFORE = datetime.combine(FIRST_DAY, time(8), UTC)


@dataclass(frozen=True)
class Given:
    """A command as a service met it: the facts of the others, by service, and what it made true."""

    service: str
    command: Any
    facts: Mapping[str, Any]
    events: Sequence[Any]


class Services:
    """The write services of one municipality."""

    def __init__(self) -> None:
        self._states: dict[tuple[str, str, str], Any] = {}
        self._facts: dict[tuple[str, str], dict[str, Any]] = {}

    def lives(self, cast: Cast) -> list[Given]:
        """Everything that a cast's story says, registrations first. Raises Refused."""
        return [self.give(cast, step) for step in (*scenario.registrations(cast), *scenario.steps(cast))]

    def give(self, cast: Cast, step: Step) -> Given:
        """One step of a story. Raises Refused."""
        command = command_of(cast, step)
        return self.decide(step.command.partition(".")[0], command)

    def decide(self, service: str, command: Any) -> Given:
        """A command, decided on its stream with the facts of now. Raises Refused."""
        stream = getattr(command, command.stream)
        decider, at = DECIDERS[service, command.stream], (service, command.stream, stream)
        state = self._states.get(at, decider.initial())
        facts = self._facts_of(service, stream)
        if command.stream == "family":
            state = replace(state, known=self._known(service, facts))
        events = decider.decide(state, command)
        for event in events:
            state = decider.evolve(state, event)
            self._told(service, command, stream, event)
        self._states[at] = state
        for event in events:
            if isinstance(event, HouseholdSplit):
                for following in reactions.households(event, command.at):
                    self.decide("contacts", following)
        return Given(service, command, facts, events)

    def _facts_of(self, service: str, family: str) -> dict[str, Any]:
        folds = REFERENCES[service].REFERENCE.folds
        return self._facts.get((service, family)) or {each: fold.initial() for each, fold in folds.items()}

    def _told(self, service: str, command: Any, family: str, event: Any) -> None:
        """The others hear of it at once."""
        for listener, reference in REFERENCES.items():
            fold = reference.REFERENCE.folds.get(service)
            if fold is not None and command.stream == "family":
                facts = self._facts_of(listener, family)
                self._facts[listener, family] = {**facts, service: fold.evolve(facts[service], event)}

    def _known(self, service: str, facts: Mapping[str, Any]) -> Any:
        if service != "contacts":
            return REFERENCES[service].Known(
                **facts, **({"offers": catalogue()} if service == "plans" else {})
            )
        return ContactsKnown(*self._registers(), others=contacts_reference.Others(**facts))

    def _registers(self) -> tuple[dict[str, KnownPerson], dict[str, KnownProfessional], dict[str, Any]]:
        persons, professionals, families = {}, {}, {}
        for (service, kind, stream), state in self._states.items():
            if kind == "person":
                persons[stream] = KnownPerson(state.name, state.role, None, state.protected)
            elif kind == "professional":
                professionals[stream] = KnownProfessional(
                    state.name,
                    state.department,
                    state.profession,
                    state.employer,
                    state.left,
                    state.competences,
                )
            elif service == "contacts":
                families[stream] = state
        return persons, professionals, families


@cache
def catalogue() -> Mapping[OfferId, Offer]:
    """The offers of the municipality's file, as plans knows them."""
    state = presentations.State()
    for order in orders():
        by = Actor(kind=ActorKind.PROFESSIONAL, id=order.command_id, department=order.department)
        command = _CURATING[order.command].model_validate({**order.fields, "by": by, "at": _BEFORE})
        for event in presentations.decide(state, command):
            state = presentations.evolve(state, event)
    return state.offers


def command_of(cast: Cast, step: Step) -> Command:
    """The command of a step, as the edge makes it of the message."""
    meta = cast.turn(step.day)
    kind = COMMANDS[step.command]
    fields = cast.resolved(dict(step.fields))
    if "family" in kind.model_fields:
        fields = {"family": cast.id(step.family), **fields}
    member = step.who in cast.story["persons"]
    by = Actor(kind=ActorKind.PERSON if member else ActorKind.PROFESSIONAL, id=cast.id(step.who))
    return kind.model_validate({**fields, "by": by, "at": meta.get("occurred_at", _BEFORE)})
