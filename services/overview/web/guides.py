"""The guides that Helhed ships, in short chapters: readable files beside this one, made into pages at the start. A33, A34.

Whoever changes what one says raises its version: then nobody has read the newest one yet.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt
from markupsafe import Markup

from services.overview.web.language import LANGUAGES

VERSIONS: Mapping[str, int] = {"coordinator": 1, "rehabilitation-case": 1, "network-meeting": 1}
"""The guides by their code, in the order in which they are shown, and the version of each."""
_FOLDER = Path(__file__).with_name("guides")
_CHAPTER = re.compile(r"^## ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter, as HTML of our own files."""

    title: str
    html: Markup


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide in one language."""

    code: str
    version: int
    title: str
    opening: Markup
    chapters: tuple[Chapter, ...]


def read(code: str, language: str) -> Guide:
    """A guide as its file says it: a title, an opening, and a chapter for each heading below."""
    opening, *chapters = _CHAPTER.split((_FOLDER / language / f"{code}.md").read_text())
    title, _, said = opening.removeprefix("# ").partition("\n")
    made = MarkdownIt("commonmark")

    def html(text: str) -> Markup:
        return Markup(made.render(text))

    named = [chapter.partition("\n") for chapter in chapters]
    return Guide(
        code,
        VERSIONS[code],
        title,
        html(said),
        tuple(Chapter(name, html(text)) for name, _, text in named),
    )


GUIDES: Mapping[tuple[str, str], Guide] = {
    (code, language): read(code, language) for code in VERSIONS for language in LANGUAGES
}
"""By code and language."""
