"""Whatever somebody wrote, the page stays the page: it is text, wherever it stands."""

import re
from typing import Any

import pytest

from services.overview.web.language import LANGUAGES
from tests.web.shown import paper_html, plan_html, whole

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'{{ 7*7 }}"
WORDS = {
    *(
        "own_words",
        "professional_wording",
        "name",
        "title",
        "words",
        "provider",
        "reservation",
        "result",
    ),
    *(
        "deviation_procedure",
        "procedure",
        "what",
        "relation",
        "organisation",
        "no_part_because",
        "none_because",
        "profession",
    ),
    *("department", "legal_basis", "reason", "every", "place", "purpose"),
}


def poisoned(node: Any, name: str = "") -> Any:
    """A document with the same text in every place where somebody wrote something."""
    if isinstance(node, dict):
        return {key: poisoned(value, key) for key, value in node.items()}
    if isinstance(node, list):
        return [poisoned(each, name) for each in node]
    return HOSTILE if isinstance(node, str) and name in WORDS else node


def hostile() -> dict[str, Any]:
    """The whole plan, with all that may stand in one."""
    document = whole()
    person = document["members"][0]["person"]
    document["supporters"] = [
        {
            "supporter": "s",
            "kind": "mentor",
            "name": "x",
            "relation": "x",
            "organisation": "x",
            "mentor_of": None,
            "pledges": [HOSTILE],
            "left": False,
        }
    ]
    document["parts"] = [{"person": person, "words": "x", "no_part_because": None, "revision": 1}]
    document["leisure_lines"] = [
        {"person": person, "line": "leisure-job", "words": "x", "none_because": None, "revision": 1}
    ]
    document["resources"] = [{"resource": "r", "kind": "own", "person": person, "words": "x", "revision": 1}]
    document["statutory_plans"] = [
        {"statutory_plan": "s", "legal_basis": "x", "department": "x", "revision": 1}
    ]
    document["activities"] = [
        {
            "activity": "a",
            "goal": document["goals"][0]["goal"],
            "known": True,
            "title": "x",
            "owner_kind": "person",
            "owner": person,
            "due_on": None,
            "status": "open",
            "revision": 1,
        }
    ]
    found: dict[str, Any] = poisoned(document)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [plan_html, paper_html])
def test_what_was_written_is_never_more_than_text(page: Any, language: str) -> None:
    html = page(hostile(), language)
    assert html.count("&lt;script&gt;") > 5
    assert "<script>alert" not in html
    assert "<img" not in html
    assert "7*7" in html
    tags = re.findall(r"<[a-zA-Z][^>]*>", html)
    assert not [tag for tag in tags if re.search(r"\son\w+=", tag)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [plan_html, paper_html])
def test_no_style_or_script_stands_in_a_page(page: Any, language: str) -> None:
    """The policy allows none, so what stood there would be lost."""
    html = page(whole(), language)
    assert "style=" not in html
    assert "<style" not in html
    assert "javascript:" not in html
    assert re.findall(r"<script[^>]*>[^<]+", html) == []
    assert not re.findall(r'(?:src|href)="(?!/|#|")', html)  # an empty one is the page itself


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [plan_html, paper_html])
def test_no_name_enters_the_title(page: Any, language: str) -> None:
    """It lands in the browser's history."""
    html = page(whole(), language)
    [title] = re.findall(r"<title>(.*?)</title>", html)
    assert not re.search("Example|Anna|Bo|Clara", title)


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_are_unique_and_labels_lead_somewhere(language: str) -> None:
    html = plan_html(whole(), language)
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'aria-labelledby="([^"]+)"', html)) <= set(ids)
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
