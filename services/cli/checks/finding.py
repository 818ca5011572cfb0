"""What was found: something that is well, or what isn't, why, and what to do next."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`check` names what was looked at, and never changes: scripts read it."""

    check: str
    ok: bool
    what: str
    why: str = ""
    next: str = ""


def well(check: str, what: str) -> Finding:
    """Nothing to do."""
    return Finding(check, True, what)


def wrong(check: str, what: str, why: str, next_step: str) -> Finding:
    """Somebody has to do something."""
    return Finding(check, False, what, why, next_step)
