"""Which commands each service answers to. A new kind of stream gets a line here."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any, get_args

COMMANDS: dict[str, tuple[str, ...]] = {
    "contacts": (
        "services.contacts.domain:FamilyCommand",
        "services.contacts.person:PersonCommand",
        "services.contacts.external:LinkExternalId",
        "services.contacts.external:UnlinkExternalId",
        "services.contacts.professional:ProfessionalCommand",
        "services.contacts.department:RegisterDepartment",
    ),
    "plans": ("services.plans.domain:FamilyCommand",),
    "meetings": ("services.meetings.domain:FamilyCommand",),
    "progress": ("services.progress.domain:FamilyCommand",),
}

TELLERS = (*COMMANDS, "out", "inbox")
"""Whose events stand in topics: the services', and what departments are told."""


def commands_of(service: str) -> Iterator[type[Any]]:
    """The command classes of a service, in the order in which they are declared."""
    for place in COMMANDS[service]:
        module, name = place.split(":")
        declared = getattr(import_module(module), name)
        yield from get_args(declared) or (declared,)


def events_of(service: str) -> dict[str, type[Any]]:
    """The events of a service by wire name."""
    events: dict[str, type[Any]] = import_module(f"contracts.{service}.events").EVENTS
    return events
