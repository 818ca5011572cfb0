"""How departments' systems are heard: a fact of contracts/inbox becomes a command of the service that takes it. INV-58.

Every service that takes some has an `inbox.py` with its table. Whether the one who stands for a fact is of the
department, and may do that, is decided with the command, in `rights.py`.
"""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from contracts.contacts import persons_pb2
from contracts.inbox.events import FACTS, topic_of
from contracts.inbox.facts import OF, Fact
from contracts.shapes import Actor, ActorKind, Command
from eventkeep import settings
from eventkeep.catchup.owner import NoAnswer, Owner
from eventkeep.edge.convert import invalid
from eventkeep.edge.meta import AHEAD
from eventkeep.edge.refusals import refusal_of
from eventkeep.inbox import message
from eventkeep.inbox.answering import Answering, Prepared
from eventkeep.inbox.inbox import Inbox
from eventkeep.inbox.kept import Kept
from eventkeep.node import Node, sql
from eventkeep.react import HandleCommand
from eventkeep.refused import Refused
from services.inbox_answers import Tell

FINDING = frozenset({"family_not_found"})
REST = "contacts"
"""The service that answers what no service takes."""
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")

FindFamily = Callable[[str, str, str], Awaitable[str]]
"""The family of a person, by department, system ("" for our own id) and id. Raises Refused."""


@dataclass(frozen=True)
class As:
    """The command that has a fact's fields. `names_department`: it names one, which is the sender's."""

    command: type[Command]
    names_department: bool = False

    def made(self, fact: Fact, about: str, by: Actor, at: datetime) -> Command:
        """The command about somebody."""
        said: dict[str, Any] = {name: getattr(fact, name) for name in type(fact).model_fields}
        said |= {fact.about: about, "by": by, "at": at}
        said |= {"department": by.through} if self.names_department else {}
        return self.command(**said)


@dataclass(frozen=True)
class Taking:
    """What a service takes: a command of each kind of fact, who handles what is about whom, and which refusals mean that
    something isn't there yet."""

    commands: Mapping[type[Fact], As]
    handles: Mapping[str, HandleCommand]
    waits_for: frozenset[str]
    find_family: FindFamily


async def listen(node: Node, given: settings.Node, taking: Taking) -> None:
    """Listens to the departments that have an inbox, where there are some."""
    if not given.inbox_departments:
        return
    await node.migrate(*sql("inbox"))
    service, prefix = given.service_name, given.kafka_prefix
    mine = frozenset(fact.wire for fact in OF[service])
    kept = Kept(node.pool, node.keys, service)
    answering = Answering(
        kept,
        Facts(taking).prepared,
        Tell(prefix),
        taking.waits_for | FINDING,
        given.inbox_patience,
        node.clock,
    )
    node.beside(
        Inbox(
            node.dsn,
            given.kafka_bootstrap,
            f"{prefix}.inbox-{service}",
            {topic_of(each, prefix): each for each in given.inbox_departments},
            kept,
            answering,
            lambda kind: kind in mine if isinstance(kind, str) and kind in FACTS else service == REST,
        ).run
    )


def asking(contacts: Owner) -> FindFamily:
    """Asks contacts for the family of a person."""
    method = persons_pb2.DESCRIPTOR.services_by_name["Persons"].methods_by_name["FindFamily"]

    async def find(department: str, system: str, value: str) -> str:
        asked = persons_pb2.FindFamilyRequest(department=department, system=system, value=value)
        try:
            family: str = (await contacts.ask(method, asked)).family
        except NoAnswer as error:
            raise refusal_of(error) or Refused(
                "reference_stale",
                "Contacts could not be asked whose family it is.",
                "",
                "Try again in a moment.",
            ) from None
        return family

    return find


class Facts:
    """Makes the command of a message."""

    def __init__(self, taking: Taking) -> None:
        self._taking = taking

    async def prepared(self, said: message.Message, now: datetime) -> Prepared:
        """The command, and who handles it. Raises Refused."""
        kind = FACTS.get(said.type)
        if kind is None or not issubclass(kind, Fact) or kind not in self._taking.commands:
            raise Refused(
                "message_kind_unknown",
                "Nobody takes messages of this type.",
                "INV-58",
                "See contracts/asyncapi.yaml for the types that are taken.",
                danish="Ingen modtager beskeder af denne type.",
                danish_next="Se i contracts/asyncapi.yaml, hvilke typer der modtages.",
            )
        department = said.place.owner
        at = now if said.time is None else said.time
        if at > max(now, datetime.now(UTC)) + AHEAD:
            raise Refused(
                "message_invalid",
                "The attribute time has not come yet.",
                "",
                "Correct it.",
                {"attribute": "time"},
                danish="Attributten time ligger ude i fremtiden.",
                danish_next="Ret den.",
            )
        by = _actor(said.actor, department)
        try:
            fact = kind.model_validate(said.data)
        except ValidationError as wrong:
            raise _invalid(wrong) from None
        about = await self._about(said, fact, department)
        return self._taking.commands[kind].made(fact, about, by, at), self._taking.handles[fact.about]

    async def _about(self, said: message.Message, fact: Fact, department: str) -> str:
        """The id of what the subject names: family/<id>, person/<id>, person/<system>/<id there> or professional/<id>."""
        what, _, which = said.subject.partition("/")
        if what == fact.about and _UUID.match(which):
            return which
        if what == "person" and fact.about == "family" and which:
            system, _, there = which.partition("/")
            if there and system != "cpr":
                return await self._taking.find_family(department, system, there)
            if _UUID.match(which):
                return await self._taking.find_family(department, "", which)
        raise Refused(
            "subject_invalid",
            "The subject names nobody whom such a fact may be about.",
            "INV-58",
            "Name the family or one of its members, or the professional, as contracts/asyncapi.yaml says.",
            danish="Subject nævner ingen, som sådan en oplysning kan handle om.",
            danish_next="Angiv familien eller et af dens medlemmer, eller fagpersonen, som contracts/asyncapi.yaml siger.",
        )


def _actor(actor: str, department: str) -> Actor:
    kind, _, who = actor.partition(":")
    if kind != "professional" or not _UUID.match(who):
        raise Refused(
            "actor_invalid",
            "A professional of the department stands for what its system says.",
            "INV-58",
            "Send the attribute actor as professional:<our id>.",
            danish="En fagperson i afdelingen står inde for det, dens system siger.",
            danish_next="Send attributten actor som professional:<vores id>.",
        )
    return Actor(kind=ActorKind.PROFESSIONAL, id=who, department=department, through=department)


def _invalid(wrong: ValidationError) -> Refused:
    """As for a command; of a field that isn't ours the name is cut short."""
    refused = invalid(wrong)
    facts = {name[:80]: words for name, words in list(refused.facts.items())[:20]}
    said = "; ".join(f"{name}: {words}" for name, words in facts.items())
    return Refused("invalid_input", f"Not valid: {said}.", next_step=refused.next_step, facts=facts)
