"""All kinds of facts that departments' systems may say, by the service that takes them. INV-58."""

from contracts.inbox import contacts, meetings, plans, progress
from contracts.inbox.fact import Fact

OF: dict[str, tuple[type[Fact], ...]] = {
    "contacts": contacts.FACTS,
    "meetings": meetings.FACTS,
    "plans": plans.FACTS,
    "progress": progress.FACTS,
}
"""Which service takes which kind."""
