"""The table of legal bases: dated codes, which of them make a family eligible, and what replaced what. P01, INV-52, Q17.

The paragraphs of 2016 stood in Serviceloven; support to children moved to Barnets Lov on 1 January 2024. A code stays
valid for its own term, so that old cases read as they were decided. A municipality checks and extends the table.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOVED = date(2024, 1, 1)
"""The day on which Barnets Lov came into force."""


class Counts(StrEnum):
    """What a basis means for the target group. Child disability is judged by the same criteria. INV-52."""

    FAMILY_CASE = "family-case"
    SUBSIDY_ONLY = "subsidy-only"
    SHORT_ADVICE = "short-advice"
    OTHER_LAW = "other-law"


@dataclass(frozen=True)
class LegalBasis:
    """A paragraph for the term in which it can be used. Days of Europe/Copenhagen, both included."""

    code: str
    title: str
    dansk: str
    counts: Counts
    valid_from: date = date(2011, 1, 1)
    valid_to: date | None = None
    replaced_by: str | None = None

    def in_force(self, day: date) -> bool:
        """Whether a decision of this day may name it."""
        return self.valid_from <= day <= (self.valid_to or date.max)


def _until_2024(code: str, title: str, dansk: str, counts: Counts, replaced_by: str) -> LegalBasis:
    return LegalBasis(code, title, dansk, counts, valid_to=date(2023, 12, 31), replaced_by=replaced_by)


def _since_2024(code: str, title: str, dansk: str, counts: Counts) -> LegalBasis:
    return LegalBasis(code, title, dansk, counts, valid_from=MOVED)


_TABLE = (
    _until_2024(
        "serviceloven § 50",
        "child assessment",
        "børnefaglig undersøgelse",
        Counts.FAMILY_CASE,
        "barnets lov § 20",
    ),
    _until_2024(
        "serviceloven § 52",
        "support to child and family",
        "foranstaltninger",
        Counts.FAMILY_CASE,
        "barnets lov § 32",
    ),
    _until_2024(
        "serviceloven § 52a", "economic support", "økonomisk støtte", Counts.SUBSIDY_ONLY, "barnets lov § 35"
    ),
    _until_2024("serviceloven § 11", "short advice", "rådgivning", Counts.SHORT_ADVICE, "barnets lov § 30"),
    _until_2024("serviceloven § 41", "extra costs", "merudgifter", Counts.SUBSIDY_ONLY, "barnets lov § 86"),
    _until_2024(
        "serviceloven § 42",
        "lost earnings",
        "tabt arbejdsfortjeneste",
        Counts.SUBSIDY_ONLY,
        "barnets lov § 87",
    ),
    _since_2024("barnets lov § 20", "child assessment", "børnefaglig undersøgelse", Counts.FAMILY_CASE),
    _since_2024("barnets lov § 32", "supportive interventions", "støttende indsatser", Counts.FAMILY_CASE),
    _since_2024(
        "barnets lov § 30", "early preventive help", "tidligt forebyggende indsatser", Counts.SHORT_ADVICE
    ),
    _since_2024("barnets lov § 35", "economic support", "økonomisk støtte", Counts.SUBSIDY_ONLY),
    _since_2024("barnets lov § 86", "extra costs", "merudgifter", Counts.SUBSIDY_ONLY),
    _since_2024("barnets lov § 87", "lost earnings", "tabt arbejdsfortjeneste", Counts.SUBSIDY_ONLY),
    LegalBasis("barnets lov § 110", "holistic plan", "helhedsorienteret plan", Counts.OTHER_LAW, MOVED),
    LegalBasis("serviceloven § 85", "support to adults", "socialpædagogisk støtte", Counts.OTHER_LAW),
    LegalBasis(
        "serviceloven § 101", "substance-misuse treatment", "stofmisbrugsbehandling", Counts.OTHER_LAW
    ),
    LegalBasis("aktivloven § 68", "resource course", "ressourceforløb", Counts.OTHER_LAW),
    LegalBasis("lab § 107", "rehabilitation plan", "rehabiliteringsplan", Counts.OTHER_LAW),
    LegalBasis("sygedagpengeloven § 13", "sickness benefit follow-up", "opfølgning", Counts.OTHER_LAW),
    LegalBasis("folkeskoleloven § 5", "special education", "specialundervisning", Counts.OTHER_LAW),
    LegalBasis("dagtilbudsloven § 4", "support in day care", "støtte i dagtilbud", Counts.OTHER_LAW),
    LegalBasis("sundhedsloven § 121", "health visiting", "sundhedspleje", Counts.OTHER_LAW),
)

LEGAL_BASES = {basis.code: basis for basis in _TABLE}
"""Every known legal basis by its code."""
