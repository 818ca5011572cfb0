"""How a family folded anew compares with what is shown of it."""

from dataclasses import dataclass
from enum import StrEnum

from eventkeep import vector


class Likeness(StrEnum):
    """What can be said of two folds of one family."""

    SAME = "same"
    OTHER = "other"
    """The same vector with other bytes: one of both is no fold of the events."""
    VOID = "void"
    """The same but for its hash: a person in it was forgotten since."""
    LACKING = "lacking"
    """The new fold doesn't reach what is shown, or fails: events are missing."""
    AHEAD = "ahead"
    """The new fold shows more: the row was missing, parked or behind."""
    PARKED = "parked"
    """It stands still in both."""
    FORKED = "forked"
    """The journal holds other events than the store."""


BAD = frozenset({Likeness.OTHER, Likeness.LACKING, Likeness.FORKED})
"""What something is wrong with."""


@dataclass(frozen=True, slots=True)
class Row:
    """How a family's row stands: its vector as text, and whether it is parked."""

    vector: str
    parked: bool


def judge(
    shown: Row | None, anew: Row | None, same_document: bool, same_hash: bool, forgotten: bool = False
) -> Likeness:
    """Compares the row that is shown with the new one. `forgotten`: somebody in the document was forgotten since."""
    if anew is None or anew.parked:
        return Likeness.PARKED if shown is None or shown.parked else Likeness.LACKING
    if shown is None:
        return Likeness.AHEAD
    if not vector.covers(vector.parse(anew.vector), vector.parse(shown.vector)):
        return Likeness.LACKING
    if anew.vector != shown.vector or shown.parked:
        return Likeness.AHEAD
    if same_document:
        if same_hash:
            return Likeness.SAME
        if forgotten:
            return Likeness.VOID
    return Likeness.OTHER
