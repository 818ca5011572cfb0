"""Whom a message of a department's system is about: by our ids, or by the system's own, once linked. R05, X-05."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from contracts.contacts import persons_pb2
from contracts.inbox.fact import Fact
from eventkeep.catchup.owner import NoAnswer, Owner
from eventkeep.edge.refusals import refusal_of
from eventkeep.refused import Refused

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\Z")


@dataclass(frozen=True)
class Found:
    """A member of a family, and which one it is."""

    family: str
    person: str


FindFamily = Callable[[str, str, str], Awaitable[Found]]
"""The family of a person, by department, system ("" for our own id) and id. Raises Refused."""


@dataclass(frozen=True)
class Subject:
    """Whom a fact is about: the id of its stream, and the member, where the message names one."""

    id: str
    person: str | None = None


def asking(contacts: Owner) -> FindFamily:
    """Asks contacts for the family of a person."""
    method = persons_pb2.DESCRIPTOR.services_by_name["Persons"].methods_by_name["FindFamily"]

    async def find(department: str, system: str, value: str) -> Found:
        asked = persons_pb2.FindFamilyRequest(department=department, system=system, value=value)
        try:
            answer = await contacts.ask(method, asked)
        except NoAnswer as error:
            raise refusal_of(error) or Refused(
                "reference_stale",
                "Contacts could not be asked whose family it is.",
                "",
                "Try again in a moment.",
            ) from None
        return Found(answer.family, answer.person)

    return find


async def subject_of(named: str, kind: type[Fact], department: str, find: FindFamily) -> Subject:
    """Whom the attribute names: family/<id>, person/<id>, person/<system>/<id there> or professional/<id>."""
    what, _, which = named.partition("/")
    if what == kind.about and UUID.match(which):
        return Subject(which)
    if what == "person" and kind.about == "family" and which:
        system, _, there = which.partition("/")
        asked = (system, there) if there and system != "cpr" else ("", which) if UUID.match(which) else None
        if asked:
            found = await find(department, *asked)
            return Subject(found.family, found.person)
    raise Refused(
        "subject_invalid",
        "The subject names nobody whom such a fact may be about.",
        "INV-58",
        "Name the family or one of its members, or the professional, as contracts/asyncapi.yaml says.",
        danish="Subject nævner ingen, som sådan en oplysning kan handle om.",
        danish_next="Angiv familien eller et af dens medlemmer, eller fagpersonen, som contracts/asyncapi.yaml siger.",
    )
