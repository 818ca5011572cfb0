"""On the family's own paper: who has seen the plan and when, and who is in direct contact with them. INV-05, X-04."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from contracts.access import Kind
from services.overview.web.language import Language
from services.overview.web.people import Document, People

ASKED = (Kind.READ_LOG, Kind.CONTACT_MAP)
"""The documents that it is told of: whoever may read both is told."""
READERS, OTHERS, CONTACTS = 10, 3, 8
"""So many are named; there is no room for more."""
_SHOWS_THE_PLAN = (Kind.PLAN, Kind.NEWS)


@dataclass(frozen=True, slots=True)
class Around:
    """The read log and the contact map, as documents. `earlier`: the day on which each reader saw the plan last, also
    where that is longer ago than the log reaches; by `professional:<id>`."""

    log: Document
    contacts: Document
    earlier: Mapping[str, str] = field(default_factory=dict)


def shown(around: Around, document: Document, people: People, say: Language) -> dict[str, Any]:
    """Of each who may read the plan the last day on which he or she saw it; who else did; and the direct contacts."""
    seen = _last(around)
    attached = [each["professional"] for each in document["attached"]]
    readers = [_reader(people.first_of(who), seen.pop(("professional", who), None), say) for who in attached]
    others = [_reader(_other(*who, people, say), day, say) for who, day in seen.items()]
    more = max(0, len(readers) - READERS) + max(0, len(others) - OTHERS)
    return {
        "readers": readers[:READERS],
        "others": say("paper-others", who=say.listed(others[:OTHERS])) if others else "",
        "more_readers": say("paper-more", number=more, page=say("page-read-log")) if more else "",
        "contacts": _contacts(around.contacts, people, say),
    }


def _last(around: Around) -> dict[tuple[str, str], str]:
    """By kind and id of a reader outside the family, the last day on which the plan was seen: the newest stand first."""
    last: dict[tuple[str, str], str] = {}
    for each in around.log["readings"]:
        if each["reader_kind"] != "person" and each["document"] in _SHOWS_THE_PLAN:
            last.setdefault((each["reader_kind"], each["reader"]), each["day"])
    for reader, day in around.earlier.items():
        kind, _, who = reader.partition(":")
        if kind != "person":
            last.setdefault((kind, who), day)
    return last


def _reader(who: str, day: str | None, say: Language) -> str:
    return say("paper-seen", who=who, day=say.day(day)) if day else say("paper-unseen", who=who)


def _other(kind: str, who: str, people: People, say: Language) -> str:
    """Whoever isn't attached now, and a department's own system by its department."""
    return say("log-system", department=say.named(who)) if kind == "department" else people.first_of(who)


def _contacts(contacts: Document, people: People, say: Language) -> str:
    """How many are in direct contact, who, and how many were at admission."""
    now, then = contacts["direct_now"], contacts["direct_at_admission"]
    names = [people.first_of(each["professional"]) for each in contacts["direct"]]
    if len(names) > CONTACTS:
        names = [*names[:CONTACTS], say("paper-contacts-more", number=len(names) - CONTACTS)]
    told = say("paper-contacts", number=now, who=say.listed(names)) if names else say("paper-no-contacts")
    return told if then is None else f"{told} {say('paper-contacts-then', number=then)}"
