"""The list of rules says what the code says."""

from pathlib import Path

from deploy.generate.pages import PAGES
from deploy.generate.pages import page as made
from deploy.generate.rules import named, page, rules
from tests.shape.tree import text


def test_ranges_are_spelt_out() -> None:
    assert named("A23, INV-19 to INV-21; X-01, R11") == ["INV-19", "INV-20", "INV-21", "X-01", "R11"]
    assert named("RS256, IR11, INV-5") == []


def test_a_rule_is_found_in_docstrings_refusals_and_tests(tmp_path: Path) -> None:
    for folder in ("contracts", "services", "tests"):
        (tmp_path / folder).mkdir()
    (tmp_path / "contracts/events.py").write_text('"""Kites. INV-91."""\n')
    (tmp_path / "services/domain.py").write_text('raise Refused("no_wind", "There is no wind.", "INV-92")\n')
    (tmp_path / "tests/test_kites.py").write_text(
        '"""Kites. X-90."""\n\n\ndef test_wind() -> None:\n    """INV-91 to INV-92."""\n'
    )
    found = rules(tmp_path)
    assert list(found) == ["INV-91", "INV-92", "X-90"]
    assert found["INV-91"].files == {"contracts/events.py"}
    assert found["INV-92"].refusals == {"no_wind": {"There is no wind."}}
    assert found["INV-92"].tests == {"tests/test_kites.py": 1}
    assert "| INV-92 | `no_wind` There is no wind. | [domain](../services/domain.py) |" in page(found)


def test_tables_are_made_anew_and_the_rest_is_left_alone() -> None:
    before = "Mine.\n<!-- made: metrics -->\n| gone |\n<!-- end -->\nMine too.\n"
    after = made(before)
    assert after.startswith("Mine.\n<!-- made: metrics -->\n\n| metric |")
    assert after.endswith("<!-- end -->\nMine too.\n")
    assert "| gone |" not in after
    assert made(after) == after


def test_what_is_committed_is_what_the_code_says() -> None:
    assert text("docs/rules.md") == page(rules())
    for name in PAGES:
        assert text(name) == made(text(name))
