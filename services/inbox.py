"""How departments' systems are heard: a fact of contracts/inbox becomes a command of the service that takes it. INV-58.

Every service that takes some has an `inbox.py` with its table. Whether the one who stands for a fact is of the
department, and may do that, is decided with the command, in `rights.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from contracts.inbox.events import FACTS, topic_of
from contracts.inbox.fact import Fact, OfMember
from contracts.inbox.facts import OF
from contracts.shapes import Actor, ActorKind, Command
from eventkeep import settings
from eventkeep.edge.convert import invalid
from eventkeep.edge.meta import AHEAD
from eventkeep.inbox import message
from eventkeep.inbox.answering import Answering, Prepared
from eventkeep.inbox.inbox import Inbox
from eventkeep.inbox.kept import Kept
from eventkeep.node import Node, sql
from eventkeep.react import HandleCommand
from eventkeep.refused import Refused
from services.inbox_answers import Tell
from services.inbox_subject import UUID, FindFamily, Subject, subject_of

FINDING = frozenset({"family_not_found"})
BEHIND = frozenset({"department_not_attached", "not_of_department"})
"""Whom contacts has attached since may not be known yet where it is decided."""
REST = "contacts"
"""The service that answers what no service takes."""


@dataclass(frozen=True)
class As:
    """The command that has a fact's fields. `names_department`: it names one, which is the sender's."""

    command: type[Command]
    names_department: bool = False

    def made(self, fact: Fact, about: Subject, by: Actor, at: datetime) -> Command:
        """The command about somebody. Raises Refused."""
        said: dict[str, Any] = {name: getattr(fact, name) for name in type(fact).model_fields}
        said |= {fact.about: about.id, "by": by, "at": at}
        said |= {"person": _member(fact, about)} if isinstance(fact, OfMember) else {}
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
        BEHIND,
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
        by = _actor(said.actor, kind, department)
        try:
            fact = kind.model_validate(said.data)
        except ValidationError as wrong:
            raise _invalid(wrong) from None
        about = await subject_of(said.subject, kind, department, self._taking.find_family)
        return self._taking.commands[kind].made(fact, about, by, at), self._taking.handles[fact.about]


def _actor(actor: str, kind: type[Fact], department: str) -> Actor:
    """The professional who stands for it; where nobody does, the department's system, if it may say such a thing itself."""
    if not actor and kind.by_system:
        return Actor(kind=ActorKind.DEPARTMENT, id=department, department=department, through=department)
    whose, _, who = actor.partition(":")
    if whose != "professional" or not UUID.match(who):
        raise Refused(
            "actor_invalid",
            "A professional of the department stands for what its system says.",
            "INV-58",
            "Send the attribute actor as professional:<our id>.",
            danish="En fagperson i afdelingen står inde for det, dens system siger.",
            danish_next="Send attributten actor som professional:<vores id>.",
        )
    return Actor(kind=ActorKind.PROFESSIONAL, id=who, department=department, through=department)


def _member(fact: OfMember, about: Subject) -> str:
    """Whom of the family it is about: the fact or its subject says so, and they don't differ."""
    named = {str(each) for each in (fact.person, about.person) if each is not None}
    if len(named) != 1:
        raise Refused(
            "member_unclear",
            "The fact and its subject name no member of the family, or two.",
            "INV-68",
            "Name the member in the subject, or as `person`.",
            danish="Oplysningen og dens subject nævner intet familiemedlem eller to.",
            danish_next="Angiv familiemedlemmet i subject eller som `person`.",
        )
    return named.pop()


def _invalid(wrong: ValidationError) -> Refused:
    """As for a command; of a field that isn't ours the name is cut short."""
    refused = invalid(wrong)
    facts = {name[:80]: words for name, words in list(refused.facts.items())[:20]}
    said = "; ".join(f"{name}: {words}" for name, words in facts.items())
    return Refused("invalid_input", f"Not valid: {said}.", next_step=refused.next_step, facts=facts)
