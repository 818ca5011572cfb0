"""The catalogue of events: whole, true, readable without a network, on paper too; the same as data."""

import json
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from deploy.generate.table import TELLERS, events_of
from deploy.generate.written import ROOT
from tests.unit.test_command_line import called

FOLDER = ROOT / "contracts/catalog"
PAGES = sorted(FOLDER.glob("*.html"))
VOID = {"meta", "link", "br", "hr", "img"}


class Page(HTMLParser):
    """Which ids and links a page has; refuses tags that aren't closed in their order."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self._open: list[str] = []
        self.feed(path.read_text())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes it."""
        said = dict(attrs)
        self.tags.append(tag)
        self.ids += [said["id"] or ""] if "id" in said else []
        self.links += [said[name] or "" for name in ("href", "src") if name in said]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Closes what was opened last."""
        assert self._open.pop() == tag, f"line {self.getpos()[0]}"


@cache
def parsed(path: Path) -> Page:
    """A page, read once."""
    return Page(path)


def test_there_is_a_page_for_each_teller_and_one_to_begin_at() -> None:
    assert [path.stem for path in PAGES] == sorted(["index", *TELLERS])


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.name))
def test_a_page_is_well_formed_and_leads_nowhere_else(path: Path) -> None:
    page, text = parsed(path), path.read_text()
    assert text.startswith('<!DOCTYPE html>\n<html lang="en">')
    assert len(set(page.ids)) == len(page.ids)
    assert not {"script", "img", "link", "iframe"} & set(page.tags)
    assert page.tags.count("h1") == page.tags.count("main") == page.tags.count("title") == 1
    assert not re.search(r"https?://|@import|url\(", text)
    assert "@media print" in text
    for link in page.links:
        file, _, name = link.partition("#")
        target = FOLDER / (file or path.name)
        assert target.is_file(), link
        assert not name or name in parsed(target).ids, link


def test_every_event_stands_there_with_each_of_its_fields_and_an_example() -> None:
    for teller in TELLERS:
        text, ids = (FOLDER / f"{teller}.html").read_text(), parsed(FOLDER / f"{teller}.html").ids
        assert ids == list(events_of(teller))
        for event in events_of(teller).values():
            assert all(f"<code>{name}</code>" in text for name in event.model_fields)


def test_the_same_as_data() -> None:
    events = {
        each["event"]: each
        for each in map(json.loads, called("contracts", "catalog", "--json").stdout.splitlines())
    }
    assert list(events) == [wire for teller in TELLERS for wire in events_of(teller)]
    ended = events["helhed.plans.intervention-ended.v1"]
    assert ended["topic"] == "helhed.plans.v1"
    assert [each["field"] for each in ended["fields"]] == list(ended["example"])
    result = next(each for each in ended["fields"] if each["field"] == "result")
    assert (result["data_class"], result["code_system"]) == ("code", "fsiii-results")
    assert result["known_codes"] == ["E1", "E2", "E3", "E4", "cancelled"]
    told = events["helhed.out.family-plan-told.v1"]
    assert {"events[].ref", "plan"} <= {each["field"] for each in told["fields"]}
    assert events["helhed.plans.health-statement-requested.v1"]["special_category"] == "health"


def test_the_same_as_a_table() -> None:
    asked = called("contracts", "catalog", "--of", "out")
    head, *rows = asked.stdout.splitlines()
    assert (asked.returncode, head.split()) == (0, ["event", "topic", "fields", "personal", "says"])
    assert [row.split()[:2] for row in rows] == [
        [wire, "helhed.out.{department}.v1"] for wire in events_of("out")
    ]
    nobody = called("contracts", "catalog", "--of", "pensions")
    assert (nobody.returncode, nobody.stderr.startswith("Not done: nobody is called 'pensions' there.")) == (
        2,
        True,
    )
