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
    "plans": (
        "services.plans.domain:FamilyCommand",
        "services.plans.presentations:CatalogueCommand",
    ),
    "meetings": ("services.meetings.domain:FamilyCommand", "services.meetings.group:GroupCommand"),
    "progress": ("services.progress.domain:FamilyCommand", "services.progress.programme:ProgrammeCommand"),
}

TELLERS = (*COMMANDS, "out", "inbox")
"""Whose events stand in topics: the services', and what departments are told."""


_DECIDED_AS = {"LinkExternalId": "Link", "UnlinkExternalId": "Unlink"}
"""Commands that the API makes into another of their module before it is decided."""


def commands_of(service: str) -> Iterator[type[Any]]:
    """The command classes of a service, in the order in which they are declared."""
    return (command for command, _, _ in decided(service))


def decided(service: str) -> Iterator[tuple[type[Any], type[Any], Any]]:
    """The same, each with the class that is decided for it, and the `decide` that does."""
    for place in COMMANDS[service]:
        name, _, union = place.partition(":")
        module = import_module(name)
        declared = getattr(module, union)
        for command in get_args(declared) or (declared,):
            yield command, getattr(module, _DECIDED_AS.get(command.__name__, ""), command), module.decide


def events_of(service: str) -> dict[str, type[Any]]:
    """The events of a service by wire name."""
    events: dict[str, type[Any]] = import_module(f"contracts.{service}.events").EVENTS
    return events
