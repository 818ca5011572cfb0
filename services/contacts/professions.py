"""Which professions carry authority beside that in the case: in a visitation, and over what is known of health."""

from contracts.casework import CASEWORK, SOCIAL_WORK, decides, hyphened
from contracts.contacts.events import ProfessionalAttached

HEALTH_PROFESSIONS = frozenset(
    {"health-visitor", "doctor", "nurse", "midwife", "psychiatrist", "physiotherapist"}
)
"""Professions that make a visitation team one with a health professional. INV-51."""
HEALTH_COORDINATION = frozenset({"health-coordinator"})
"""Who is asked before health data is fetched (sundhedskoordinator). R25, INV-50."""


def is_health(profession: str) -> bool:
    """Whether a profession counts as one of health. INV-51."""
    return hyphened(profession) in HEALTH_PROFESSIONS


def carries_authority(profession: str) -> bool:
    """Whether somebody gains a say by a profession: in a case, a visitation, or over what is known of health. INV-63."""
    return hyphened(profession) in CASEWORK | SOCIAL_WORK | HEALTH_PROFESSIONS | HEALTH_COORDINATION


def is_caseworker(attached: ProfessionalAttached) -> bool:
    """Whether somebody attached has legal authority in the case, by function or profession. INV-63."""
    return decides(attached.profession, attached.function)
