"""Follows a department's topic of Helhed, built on contracts/ alone: see README.md."""

from helhed_department.follow import follow
from helhed_department.inbox import Inbox
from helhed_department.messages import Led, PlanRevoked, PlanTold, Unreadable, hash_of, read

__all__ = ["Inbox", "Led", "PlanRevoked", "PlanTold", "Unreadable", "follow", "hash_of", "read"]
