"""Follows a department's topic of Helhed, and says its facts: built on contracts/ alone: see README.md."""

from helhed_department import events, facts
from helhed_department.follow import follow
from helhed_department.hashes import hash_of, part_hash
from helhed_department.inbox import Inbox
from helhed_department.kinds import Kind
from helhed_department.messages import Led, PlanRevoked, PlanTold, Unreadable, read
from helhed_department.saying import fact

__all__ = [
    "Inbox",
    "Kind",
    "Led",
    "PlanRevoked",
    "PlanTold",
    "Unreadable",
    "events",
    "fact",
    "facts",
    "follow",
    "hash_of",
    "part_hash",
    "read",
]
