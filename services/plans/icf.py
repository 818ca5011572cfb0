"""The codes of ICF, the frame in which a family's situation is understood. M03, M05."""

import re
from collections.abc import Iterable

from eventkeep.refused import Refused

_ICF = re.compile(r"[bdes][0-9]{1,4}\Z")
"""Body functions (b), activities and participation (d), environment (e), body structures (s)."""


def require_icf(codes: Iterable[str]) -> None:
    """Domains are named by codes of ICF such as `d7` or `b152`."""
    if not all(_ICF.match(code) for code in codes):
        raise Refused(
            "icf_domain_invalid",
            "A domain is named by a code of ICF.",
            "M03",
            "Give codes such as d7 or b152.",
            danish="Et område nævnes med en ICF-kode.",
            danish_next="Angiv koder som d7 eller b152.",
        )
