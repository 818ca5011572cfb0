"""Which functions and professions carry authority: in the case, and in a visitation. Spaces count as hyphens."""

from contracts.contacts.events import ProfessionalAttached

CASEWORK = frozenset({"caseworker", "coordinating-caseworker"})
"""Functions with legal authority in the case (sagsbehandler, koordinerende sagsbehandler). R28, R30."""
SOCIAL_WORK = frozenset({"social-worker"})
"""Professions with it (socialrådgiver). R13."""
HEALTH_PROFESSIONS = frozenset(
    {"health-visitor", "doctor", "nurse", "midwife", "psychiatrist", "physiotherapist"}
)
"""Professions that make a visitation team one with a health professional. INV-51."""

HEALTH_COORDINATION = frozenset({"health-coordinator"})
"""Who is asked before health data is fetched (sundhedskoordinator). R25, INV-50."""


def is_casework(function: str | None) -> bool:
    """Whether a function in a family's case carries legal authority. INV-63."""
    return _written(function or "") in CASEWORK


def is_social_work(profession: str) -> bool:
    """Whether a profession does. INV-63."""
    return _written(profession) in SOCIAL_WORK


def is_health(profession: str) -> bool:
    """Whether a profession counts as one of health. INV-51."""
    return _written(profession) in HEALTH_PROFESSIONS


def carries_authority(profession: str) -> bool:
    """Whether somebody gains a say by a profession: in a case, a visitation, or over what is known of health. INV-63."""
    return _written(profession) in CASEWORK | SOCIAL_WORK | HEALTH_PROFESSIONS | HEALTH_COORDINATION


def is_caseworker(attached: ProfessionalAttached) -> bool:
    """Whether somebody attached has legal authority in the case, by function or profession. INV-63."""
    return is_casework(attached.function) or is_social_work(attached.profession)


def _written(code: str) -> str:
    return code.replace(" ", "-")
