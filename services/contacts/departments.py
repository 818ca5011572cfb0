"""The departments that take part, and who leads each: a list for staff. R46, R47."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Any

from contracts.contacts.events import DepartmentRegistered
from contracts.ids import ProfessionalId
from contracts.shapes import ActorKind
from eventkeep.pg import Pool
from eventkeep.refused import Refused
from services.contacts.state import KnownProfessional

_NOTE = """
insert into departments as d (department, version, lead) values ($1, $2, $3)
on conflict (department) do update set version = excluded.version, lead = excluded.lead
where d.version < excluded.version
"""
Professional = Callable[[ProfessionalId], Awaitable[KnownProfessional | None]]
"""Somebody as the register knows him or her now."""


@dataclass(frozen=True)
class Led:
    """A department, and who leads it, where that is somebody who is still here."""

    department: str
    lead: str = ""
    name: str = ""


def require_staff(kind: str) -> None:
    """Who leads what is for those who work with families. INV-40."""
    if kind != ActorKind.PROFESSIONAL:
        raise Refused(
            "staff_only",
            "Staff alone see which departments there are.",
            "R46",
            "Ask a professional.",
            danish="Kun medarbejdere ser, hvilke afdelinger der er.",
            danish_next="Spørg en fagperson.",
        )


class Departments:
    """The index. Events may come again, and late: the newest of a department stands."""

    def __init__(self, pool: Pool, professional: Professional) -> None:
        self._pool, self._professional = pool, professional

    async def note(self, events: Iterable[tuple[Any, int]]) -> None:
        """Notes what was registered, by events, each with its version in its stream."""
        rows = [
            (event.department, version, event.lead)
            for event, version in events
            if isinstance(event, DepartmentRegistered)
        ]
        await self._pool.executemany(_NOTE, sorted(rows, key=lambda row: row[:2]))

    async def listed(self) -> list[Led]:
        """All of them by code, with who leads each now."""
        rows = await self._pool.fetch("select department, lead from departments order by department")
        return [await self._led(row["department"], row["lead"]) for row in rows]

    async def _led(self, department: str, lead: str | None) -> Led:
        if lead is None:
            return Led(department)
        known = await self._professional(ProfessionalId(lead))
        return Led(department, lead, "" if known is None or known.left else known.name)
