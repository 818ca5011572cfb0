"""Templates made into pages: everything that isn't a template's own is escaped."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from services.overview.web.assets import Assets
from services.overview.web.dates import NBSP
from services.overview.web.language import Language
from services.overview.web.session import Session


@dataclass(frozen=True, slots=True)
class Place:
    """What the frame says of where we are: the authority and its telephone, where they are set."""

    authority: str = ""
    phone: str = ""


class Templates:
    """Renders the templates beside this file."""

    def __init__(self, assets: Assets, place: Place) -> None:
        self._made = Environment(
            loader=FileSystemLoader(Path(__file__).with_name("templates")),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._made.globals |= {"asset": assets.address, "place": place, "nbsp": NBSP}
        self._made.filters |= {"lower_first": _lower_first, "upper_first": _upper_first}

    def text(self, template: str, say: Language, shown: Mapping[str, Any]) -> str:
        """A template, filled."""
        return self._made.get_template(template).render({**shown, "say": say})

    def page(
        self,
        template: str,
        say: Language,
        shown: Mapping[str, Any],
        *,
        session: Session | None = None,
        other: str | None = None,
        status: int = 200,
    ) -> HTMLResponse:
        """A whole page. `other` is where it stands in the other language."""
        return HTMLResponse(self.text(template, say, {**shown, "session": session, "other": other}), status)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]
