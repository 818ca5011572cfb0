"""Whose word decides in a family's case: functions and professions with legal authority. Spaces count as hyphens."""

CASEWORK = frozenset({"caseworker", "coordinating-caseworker"})
"""Functions with it (sagsbehandler, koordinerende sagsbehandler). R28, R30."""
SOCIAL_WORK = frozenset({"social-worker"})
"""Professions with it (socialrådgiver). R13."""


def is_casework(function: str | None) -> bool:
    """Whether a function in a family's case carries legal authority. INV-63."""
    return hyphened(function or "") in CASEWORK


def is_social_work(profession: str) -> bool:
    """Whether a profession does. INV-63."""
    return hyphened(profession) in SOCIAL_WORK


def decides(profession: str, function: str | None) -> bool:
    """Whether somebody attached has legal authority in the case, by function or profession. INV-63."""
    return is_casework(function) or is_social_work(profession)


def hyphened(code: str) -> str:
    """A code as it is compared."""
    return code.replace(" ", "-")
