"""The words of all services, so that each reads the others' events as they were said."""

from contracts.contacts import events as contacts
from contracts.meetings import events as meetings
from contracts.plans import events as plans
from contracts.progress import events as progress
from contracts.shapes import Sealed
from eventkeep.codec import Vocabulary

VOCABULARIES = {
    "contacts": Vocabulary("contacts", contacts.EVENTS, Sealed),
    "meetings": Vocabulary("meetings", meetings.EVENTS, Sealed),
    "plans": Vocabulary("plans", plans.EVENTS, Sealed),
    "progress": Vocabulary("progress", progress.EVENTS, Sealed),
}

LISTENS = {
    "contacts": frozenset({"meetings", "plans"}),
    "meetings": frozenset({"contacts", "plans"}),
    "plans": frozenset({"contacts", "meetings"}),
    "progress": frozenset({"contacts", "meetings", "plans"}),
    "overview": frozenset({"contacts", "meetings", "plans", "progress"}),
}
"""Who listens to whom. Sufficient for causal closure: what a service listens to listens to nothing else."""
