"""Every word that the pages say by themselves, in Danish and English. What people said stays as they said it. INV-42.

They speak with the family, of people who decide: of nobody as a client, and of nothing as what is wrong with somebody. M06.
`{name}` is filled in. A space within a date or a number is one that no line breaks at.
"""

from services.overview.web.words import (
    around,
    case,
    documents,
    frame,
    groups,
    offers,
    operations,
    outcomes,
    plan,
    programme,
    progress,
    shared,
)
from services.overview.web.words.codes import CODES

WORDS: dict[str, tuple[str, str]] = (
    frame.WORDS
    | plan.WORDS
    | around.WORDS
    | operations.WORDS
    | outcomes.WORDS
    | documents.WORDS
    | progress.WORDS
    | case.WORDS
    | shared.WORDS
    | offers.WORDS
    | programme.WORDS
    | groups.WORDS
)
"""By key: Danish, English."""

__all__ = ["CODES", "WORDS"]
