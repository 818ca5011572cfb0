"""What the pages say is there: links, commands, modules."""

import re

import pytest

from tests.shape.tree import ROOT, files, text

PAGES = [name for name in files() if name.endswith(".md")]
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_CODE = re.compile(r"^```.*?^```$|`[^`\n]+`", re.MULTILINE | re.DOTALL)


def anchors(page: str) -> set[str]:
    """The places in a page that a link may name."""
    headings = _HEADING.findall(_FENCE.sub("", page))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def broken(name: str, page: str) -> list[str]:
    """Links of a page that lead nowhere in the project."""
    found = []
    for link in _LINK.findall(_FENCE.sub("", page)):
        if re.match(r"https?:|mailto:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        if not target.exists() or (anchor and anchor not in anchors(target.read_text())):
            found.append(link)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    assert not broken(name, text(name))


def test_every_picture_is_in_the_tour() -> None:
    taken = {name.removeprefix("docs/") for name in files() if name.startswith("docs/pages/")}
    assert taken
    assert taken == {link for link in _LINK.findall(text("docs/tour.md")) if link.startswith("pages/")}


def test_a_broken_link_would_be_found() -> None:
    assert broken("README.md", "see [this](docs/nowhere.md) and [that](#nothing)") == [
        "docs/nowhere.md",
        "#nothing",
    ]


@pytest.mark.parametrize("name", PAGES)
def test_commands_exist(name: str) -> None:
    """`make` targets, and modules that are started."""
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))
    code = "\n".join(_CODE.findall(text(name)))
    assert set(re.findall(r"\bmake ([a-z][a-z-]*)", code)) <= targets
    for module in re.findall(r"python -m ((?:deploy|services|bench|eventkeep)[\w.]*)", code):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


def test_the_front_page_starts_and_tests_everything() -> None:
    commands = re.findall(r"^make .*$", text("README.md"), re.MULTILINE)
    assert [each.partition("#")[0].strip() for each in commands][:2] == ["make demo", "make test"]
