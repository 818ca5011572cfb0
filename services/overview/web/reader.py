"""Who reads a page, for what purpose, and on what basis. X-01, X-04."""

from dataclasses import dataclass

import orjson

from contracts.access import Kind
from eventkeep.reading import Reading
from services.overview.rights import Rights
from services.overview.web.session import Session


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads. The basis is valid from and until these days; not told where contacts alone knows it yet."""

    id: str
    department: str | None
    purpose: str
    valid_from: str | None = None
    valid_to: str | None = None
    kinds: frozenset[Kind] = frozenset()
    """The kinds of data about the family that he or she reads."""
    kind: str = "professional"

    @property
    def text(self) -> str:
        """Such as "professional:<id>"."""
        return f"{self.kind}:{self.id}"


async def reader_of(rights: Rights, access: Reading, session: Session, family: str) -> Reader:
    """The reader of a family's plan. Raises Refused `plan_not_found`."""
    purpose = await rights.require(session.caller, family)
    row = await access.row(family)
    held = ((orjson.loads(row.document) or {}).get("attached") or {}).get(session.id) or {}
    told = held if held.get("purpose") == purpose else {}
    kinds = await rights.kinds(session.caller, family)
    term = told.get("valid_from"), told.get("valid_to")
    return Reader(session.id, session.department, purpose, *term, kinds, session.kind)
