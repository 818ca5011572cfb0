"""The versions in which departments are told: of messages, and of the events in them. While one follows another, both.

A version of the messages has a topic of its own, since a topic is compacted by family.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from contracts.shapes import Event

Edition = Callable[[Event], Event]
"""How a message of today is said in a version."""


def unchanged(message: Event) -> Event:
    """As it is."""
    return message


EDITIONS: Mapping[int, Edition] = {1: unchanged}
"""Those that are told. An old one leads from the newest message to its own."""

Downcaster = Callable[[dict[str, Any]], dict[str, Any]]
OLDER: Mapping[str, tuple[str, Downcaster]] = {}
"""Events that are told in their older version too: from a wire name to the one before, and what that says."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """A department's topic in one edition. `name` is what its grants are kept under."""

    department: str
    edition: int

    @property
    def name(self) -> str:
        """`school`, and later `school.v2`: no department's own name has a dot."""
        return self.department if self.edition == 1 else f"{self.department}.v{self.edition}"

    @classmethod
    def named(cls, name: str) -> "Outlet":
        """The outlet of that name, also of an edition that is told no more."""
        department, _, edition = name.partition(".v")
        return cls(department, int(edition or 1))


def outlets(departments: Iterable[str], editions: Iterable[int]) -> tuple[Outlet, ...]:
    """Those of these departments in these editions."""
    return tuple(Outlet(each, edition) for each in departments for edition in editions)


def older(
    wire: str, data: dict[str, Any], versions: Mapping[str, tuple[str, Downcaster]]
) -> list[dict[str, Any]]:
    """What an event says in the older versions that are told too, newest first."""
    said = []
    while wire in versions:
        wire, downcast = versions[wire]
        data = downcast(data)
        said.append({"type": wire, "data": data})
    return said
