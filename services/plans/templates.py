"""The templates of assessment forms, with the sections that each must have. A12 to A14, M08.

A municipality checks and extends the table: a new version of a template gets a code of its own.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Template:
    """An assessment form: its code, what it is for, and its sections (skabelon)."""

    code: str
    title: str
    dansk: str
    sections: tuple[str, ...]


_SITUATION = ("family", "children", "health", "home-and-economy", "work-and-education", "network", "wishes")

_TABLE = (
    Template("cross-cutting", "cross-cutting assessment", "tværgående udredning", _SITUATION),
    Template(
        "extended",
        "cross-cutting assessment with the preparing part of the rehabilitation team",
        "udvidet tværgående udredning",
        (*_SITUATION, "resources", "barriers", "work-ability"),
    ),
    Template(
        "rehab-preparation",
        "preparation for the rehabilitation team",
        "forberedelsesskema til rehabiliteringsteamet",
        ("own-goals", "work-and-education", "health", "social-situation", "resources", "barriers"),
    ),
)

TEMPLATES = {template.code: template for template in _TABLE}
"""Every known template by its code."""
