"""The addresses that pages hold, and the names that stand in none: they would lie in histories and logs."""

import re
from html import unescape
from urllib.parse import unquote

import httpx

from tests.system.family import Family

LEADS_ON = re.compile(r'\b(?:href|src|action|formaction|data-events)="([^"]*)"')


def words(said: str) -> set[str]:
    """Each word of a text or an address, as somebody would read it."""
    return {each.lower() for each in re.findall(r"[^\W\d_]+", unquote(unescape(said)))}


def names(family: Family) -> set[str]:
    """What the people of the story are called, by each of their names."""
    story = family.cast.story
    called = [
        each["name"]
        for part in ("persons", "professionals", "supporters")
        for each in story.get(part, {}).values()
    ]
    return {word for name in (*called, "Birgit Sandved") for word in words(name)}


def led_to(answer: httpx.Response) -> set[str]:
    """Every address that an answer holds: links, forms, scripts, where an open page listens, and where it sends one."""
    return {*LEADS_ON.findall(answer.text), answer.headers.get("location", "")}
