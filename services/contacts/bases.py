"""The legal codes that a case or an attachment may rest on: known, and in force on the day. Q17, INV-52."""

from datetime import date

from contracts.legal_bases import LEGAL_BASES, Counts, LegalBasis
from eventkeep.refused import Refused
from services.contacts.state import State


def known_code(code: str, day: date, rule: str) -> LegalBasis:
    """The paragraph of a code, in force on a day. Refuses others: with those known, or what replaced it."""
    basis = LEGAL_BASES.get(code)
    if basis is None:
        raise Refused(
            "legal_code_unknown",
            "The table of legal bases has no such code.",
            rule,
            "Name one of the known codes.",
            {"known": ", ".join(sorted(LEGAL_BASES))},
            danish="Tabellen over hjemler har ikke denne kode.",
            danish_next="Angiv en af de kendte koder.",
        )
    if not basis.in_force(day):
        facts = {"replaced_by": basis.replaced_by} if basis.replaced_by else {}
        raise Refused(
            "legal_code_not_in_force",
            "This paragraph was not in force on that day.",
            rule,
            "Name the paragraph that was.",
            facts | {"day": day.isoformat()},
            danish="Paragraffen gjaldt ikke den dag.",
            danish_next="Angiv den paragraf, der gjaldt.",
        )
    return basis


def rests_until(state: State, code: str) -> date | None:
    """The last day on which the case rests on a paragraph. None: it has no last day, or the case never rested on it.

    A department works by its own law too, such as a health visitor, and the case need not rest on that. INV-38, X-01.
    """
    terms = [each.valid_to for each in state.legal_bases.values() if each.code == code]
    return None if None in terms else max((last for last in terms if last), default=None)


def makes_eligible(codes: tuple[str, ...]) -> bool:
    """The decision table: any family case makes eligible, whatever else there is; nothing else does.

    Economic support alone, or a short course of advice alone, does not; disability of a child is judged the same.
    INV-52, P01.
    """
    return any(LEGAL_BASES[code].counts is Counts.FAMILY_CASE for code in codes if code in LEGAL_BASES)
